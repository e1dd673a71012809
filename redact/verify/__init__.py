"""Is what had to go gone? For our own output, and for anyone's PDF."""

from redact.verify.inspection import inspect
from redact.verify.leak import Leak, Severity
from redact.verify.secret import is_searchable
from redact.verify.verification import verify

__all__ = ["Leak", "Severity", "inspect", "is_searchable", "verify"]
