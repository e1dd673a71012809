"""Writers: what was ordered out goes, and its code takes the place."""

from redact.write.pdf import write_pdf

__all__ = ["write_pdf"]
