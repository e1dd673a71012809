"""The layout "retypeset": a document set anew from its structure, without its old geometry."""

from redact.write.retypeset.pdf import Retypeset, retypeset, retypeset_pdf

__all__ = ["Retypeset", "retypeset", "retypeset_pdf"]
