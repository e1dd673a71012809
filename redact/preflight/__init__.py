"""Before anything is removed: what a file holds that a reader does not see."""

from redact.preflight.hidden import Hidden, Secret
from redact.preflight.preflight import preflight

__all__ = ["Hidden", "Secret", "preflight"]
