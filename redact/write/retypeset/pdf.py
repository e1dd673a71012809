"""A PDF and its redactions become a new PDF, set from the document's structure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from grounds.catalogue import CATALOGUE
from redact.continuous import continuous
from redact.document import Document
from redact.finding import Redaction
from redact.write.gaps import find_gaps
from redact.write.metadata import TITLE
from redact.write.removed import Removed
from redact.write.retypeset.blocks import (
    Block,
    Heading,
    ListItem,
    Paragraph,
    Picture,
    Running,
    Runs,
    Table,
)
from redact.write.retypeset.page import set_pages
from redact.write.retypeset.pictures import find_pictures
from redact.write.retypeset.story import tell
from redact.write.retypeset.structure import structure
from redact.write.retypeset.traits import read_traits


@dataclass(frozen=True, slots=True)
class Retypeset:
    """A document set anew, and how many pictures of the source it lacks."""

    pdf: bytes = field(repr=False)
    pictures: int


def retypeset_pdf(
    data: bytes, document: Document, redactions: Sequence[Redaction], *, title: str | None = None
) -> bytes:
    """Return a new PDF of what stays; see `retypeset`."""
    return retypeset(data, document, redactions, title=title).pdf


def retypeset(
    data: bytes, document: Document, redactions: Sequence[Redaction], *, title: str | None = None
) -> Retypeset:
    """Return a document set anew, each removal replaced by its code, a legend of these behind it.

    `document` is what was read from `data`. Nothing of the old pages is kept: no geometry, no
    fonts, no pictures. The same input gives the same bytes. Without a title the document's first
    heading is taken.

    Raises:
        DamagedError, EncryptedError: the bytes cannot be opened as a PDF.
        UndrawableError: it has letters that our fonts do not draw.
    """
    lines = continuous(document)
    story = tell(document, redactions, read_traits(data, document))
    spots = find_pictures(data, document, lines.body)
    blocks = structure(document, lines, story, spots)
    removed = Removed.of(document, redactions, find_gaps(document, redactions))
    name = removed.censored(title) if title else _first_heading(blocks)
    pdf = set_pages(blocks, name or TITLE, _codes(blocks))
    return Retypeset(pdf, len(spots))


def _first_heading(blocks: Iterable[Block]) -> str:
    headings = (block.runs for block in blocks if isinstance(block, Heading))
    return " ".join("".join(run.text for run in next(headings, ())).split())


def _codes(blocks: Iterable[Block]) -> list[str]:
    """Return the codes of the labels, in the order of the catalogue."""
    labels = (run.text for block in blocks for runs in _runs(block) for run in runs if run.is_label)
    used = {code for label in labels for code in label.split(", ")}
    order = {code: place for place, code in enumerate(CATALOGUE)}
    return sorted(used, key=lambda code: (order.get(code, len(order)), code))


def _runs(block: Block) -> Iterable[Runs]:
    match block:
        case Heading() | Paragraph() | Running() | ListItem():
            return [block.runs]
        case Table():
            return [cell for row in block.rows for cell in row]
        case Picture():
            return []
