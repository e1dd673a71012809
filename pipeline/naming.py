"""Whether a title or the name of a file tells of a person."""

from redact.detect import detect
from redact.document import Document, Page
from redact.finding import Kind


def names_somebody(name: str) -> bool:
    """Tell whether a person is found in a name, its dashes read as spaces."""
    document = Document("", (Page.unplaced(0, readable(name)),))
    return any(found.kind is Kind.PERSON for found in detect(document))


def readable(name: str) -> str:
    """Return a name of a file as words."""
    return name.replace("_", " ").replace("-", " ")
