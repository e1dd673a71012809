"""What a check reports: through which channel something can come back and where, never what."""

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """Whether something stands in the way of publication or only asks for a look."""

    LEAK = "leak"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Leak:
    """One thing a check saw. `page` counts from 0; `message` is Dutch and quotes nothing."""

    channel: str
    message: str
    page: int | None = None
    severity: Severity = Severity.LEAK

    def __str__(self) -> str:
        """Return the message with its place."""
        place = "" if self.page is None else f", pagina {self.page + 1}"
        return f"{self.channel}{place}: {self.message}"


def warning(channel: str, message: str, page: int | None = None) -> Leak:
    """Return something that asks for a look but may be published."""
    return Leak(channel, message, page, Severity.WARNING)
