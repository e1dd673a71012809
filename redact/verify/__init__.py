"""Is what had to go gone? For our own output, and for anyone's PDF."""

from redact.verify.inspection import Asked, inspect
from redact.verify.leak import Leak, Severity
from redact.verify.ocr import has_tesseract
from redact.verify.secret import is_searchable
from redact.verify.verification import verify

__all__ = ["Asked", "Leak", "Severity", "has_tesseract", "inspect", "is_searchable", "verify"]
