"""What the tests of the layout "retypeset" share."""

import io
import re
from dataclasses import dataclass

import pikepdf
import pytest

from redact.continuous import continuous
from redact.document import Document, Span
from redact.finding import Redaction
from redact.read import read_pdf
from redact.verify.retypeset import verify_retypeset
from redact.write.retypeset import retypeset
from redact.write.retypeset.pictures import find_pictures
from redact.write.retypeset.story import tell
from redact.write.retypeset.structure import structure
from redact.write.retypeset.traits import read_traits
from samples.make import make_pdf as make_sample
from samples.sample import samples

VERSLAG = "01-verslag-ketenoverleg"
ACTIES = "08-actielijst-bedrijfsvoering"


@dataclass(frozen=True)
class SetAnew:
    """A PDF, what was ordered out of it, and the PDF that was set without that."""

    document: Document
    redactions: tuple[Redaction, ...]
    pdf: bytes
    pictures: int
    checks: tuple[str, ...]

    @property
    def text(self):
        """The text of the pages but for the legend and the numbers of the pages."""
        pages = [page.text for page in read_pdf(self.pdf)]
        body = [text for text in pages if not text.startswith("Toelichting bij de codes")]
        return "\n".join(text.rsplit("\n", 1)[0] for text in body)


def orders(document, *texts, ground):
    """Return a redaction for each place where one of the texts stands, over line ends too."""
    pattern = re.compile("|".join(re.escape(text).replace(r"\ ", r"\s+") for text in texts))
    return [
        Redaction(Span(page.number, *match.span()), ground)
        for page in document
        for match in pattern.finditer(page.text)
        if texts
    ]


@pytest.fixture
def set_anew():
    """Return a function that sets a PDF anew without some texts, and checks the result."""

    def make(data, *texts, ground="5.1.2.e", title=None):
        document = read_pdf(data)
        redactions = tuple(orders(document, *texts, ground=ground))
        made = retypeset(data, document, redactions, title=title)
        checks = verify_retypeset(made.pdf, document, redactions).checks
        return SetAnew(document, redactions, made.pdf, made.pictures, checks)

    return make


@pytest.fixture
def blocks_of():
    """Return a function that gives the blocks of a PDF without some texts."""

    def make(data, *texts, ground="5.1.2.e"):
        document = read_pdf(data)
        redactions = orders(document, *texts, ground=ground)
        lines = continuous(document)
        story = tell(document, redactions, read_traits(data, document))
        return structure(document, lines, story, find_pictures(data, document, lines.body))

    return make


@pytest.fixture(scope="session")
def sample_pdf():
    """Return a function that makes a sample as a tagged PDF, or as one without tags."""

    def make(name, *, tagged=True):
        data = make_sample(samples((name,))[0])
        return data if tagged else untagged(data)

    return make


def untagged(data):
    """Return a PDF without its structure tree."""
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        del pdf.Root.StructTreeRoot, pdf.Root.MarkInfo
        pdf.save(out)
    return out.getvalue()
