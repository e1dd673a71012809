"""What the tests of the writer share: order words out of a PDF, and look at what came of it."""

import re
import zlib

import pymupdf
import pytest

from redact.document import Span
from redact.finding import Redaction
from redact.read import read_pdf
from redact.write import write_pdf


def orders(document, *texts, ground="5.1.2.e"):
    """Return a redaction for each place where one of the texts stands."""
    pattern = re.compile("|".join(re.escape(text).replace(r"\ ", r"\s") for text in texts))
    return [
        Redaction(Span(page.number, *match.span()), ground)
        for page in document
        for match in pattern.finditer(page.text)
    ]


@pytest.fixture
def without():
    """Return a function that writes a PDF without some texts."""

    def write(data, *texts, ground="5.1.2.e", title=None):
        document = read_pdf(data)
        redactions = orders(document, *texts, ground=ground)
        assert redactions or not texts
        return write_pdf(data, document, redactions, title=title)

    return write


@pytest.fixture
def text_of():
    """Return a function that gives the text of the pages of a PDF but for the legend."""

    def read(data):
        pages = [page.text for page in read_pdf(data)]
        return "\f".join(page for page in pages if not page.startswith("Toelichting bij de codes"))

    return read


@pytest.fixture
def everything_in():
    """Return a function that gives the bytes of a file with every stream inflated."""

    def look(data):
        streams = re.findall(rb"stream\r?\n(.*?)\r?\nendstream", data, re.DOTALL)
        return data + b"\n".join(map(inflated, streams))

    return look


def inflated(stream):
    try:
        return zlib.decompressobj().decompress(stream)
    except zlib.error:
        return stream


@pytest.fixture
def page_pdf():
    """Return a function that hands a new page to a drawer and returns the PDF."""

    def make(draw, **size):
        with pymupdf.open() as pdf:
            page = pdf.new_page(**size)
            draw(page)
            return pdf.tobytes()

    return make
