"""A document of one or more pages and what was found in it."""

from dataclasses import replace

import pytest

from redact.document import Document, Page, Span
from redact.finding import Finding, Kind, Role


@pytest.fixture
def document():
    """Return a function that makes a document of the texts of its pages."""

    def document(*texts):
        pages = (Page.unplaced(number, text) for number, text in enumerate(texts))
        return Document("d0c", tuple(pages))

    return document


@pytest.fixture
def found():
    """Return a function that makes the finding of a text in a document."""

    def found(document, text, kind=Kind.PERSON, *, score=0.95, role=Role.UNKNOWN, nth=0):
        spans = []
        for page in document:
            start = page.text.find(text)
            while start >= 0:
                spans.append(Span(page.number, start, start + len(text)))
                start = page.text.find(text, start + 1)
        finding = Finding((spans[nth],), kind, score, "test", "Zo gezien.")
        return replace(finding, role=role)

    return found
