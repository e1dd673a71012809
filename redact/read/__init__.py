"""Reading: the bytes of a file become a document, every character with its box."""

from redact.read.pdf import MAX_PAGES, read_pdf
from redact.read.plain import decode, read_text

__all__ = ["MAX_PAGES", "decode", "read_pdf", "read_text"]
