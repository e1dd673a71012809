"""Cases to verify: a page, what had to go, and an honest writer to spoil."""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import pymupdf
import pytest

from redact.document import Document, Span
from redact.errors import LeakError
from redact.finding import Redaction
from redact.geometry import stretches
from redact.read import read_pdf
from redact.verify import verify

Draw = Callable[[pymupdf.Document], None]


@dataclass(frozen=True)
class Case:
    """A source, what the reader saw in it, and what must go."""

    data: bytes
    document: Document
    redactions: tuple[Redaction, ...]

    def honest(self, *, label=True, garbage=4, draw: Draw | None = None) -> bytes:
        """Return what a good writer makes of it; `draw` spoils it before it is saved."""
        with pymupdf.open(stream=self.data) as pdf:
            for page in pdf:
                _remove(page, self._stretches(page.number))
                for stretch, code in self._labels(page.number) if label else ():
                    _print(page, stretch, code)
            if draw:
                draw(pdf)
            return _without_info(pdf.tobytes(garbage=garbage, deflate=True))

    def leaks(self, output: bytes) -> tuple[str, ...]:
        """Return what the verifier says of an output; never the text itself."""
        try:
            verify(output, self.document, self.redactions)
        except LeakError as error:
            caught = error
        else:
            return ()
        assert caught.leaks
        assert not any(text in str(caught) for text in self.secrets)
        return caught.leaks

    @property
    def secrets(self) -> set[str]:
        """What no message may quote; words too short would be part of the message's own."""
        texts = {self.document.text_of(redaction.span) for redaction in self.redactions}
        return {text for text in texts if text[:1].isupper() and len(text) > 5}

    def _stretches(self, page):
        shown = self.document.pages[page]
        spans = [redaction.span for redaction in self.redactions if redaction.span.page == page]
        return [stretch for span in spans for stretch in stretches(shown, span)]

    def _labels(self, page):
        shown = self.document.pages[page]
        for redaction in self.redactions:
            if redaction.span.page == page:
                yield stretches(shown, redaction.span)[0], redaction.ground


def _without_info(data):
    """Blank what MuPDF puts in the catalogue of new files; nothing moves."""
    return re.sub(rb"/Info<</Producer\([^)]*\)>>", lambda found: b" " * len(found[0]), data)


def _remove(page, pieces):
    for piece in pieces:
        x0, y0, x1, y1 = piece.box
        across, down = (
            (0.3, 0.45 * piece.box.height)
            if piece.turn % 2 == 0
            else (
                0.45 * piece.box.width,
                0.3,
            )
        )
        band = pymupdf.Rect(x0 + across, y0 + down, x1 - across, y1 - down)
        page.add_redact_annot(band * page.derotation_matrix, fill=False)
    page.apply_redactions(images=0, graphics=0)


def _print(page, piece, code):
    wide = piece.box.width if piece.turn % 2 == 0 else piece.box.height
    size = min(8, 0.95 * wide / pymupdf.get_text_length(code, fontsize=1))
    x0, y0, x1, y1 = piece.box
    start = {
        0: (x0 + 0.2, (y0 + y1) / 2 + 0.3 * size),
        1: ((x0 + x1) / 2 - 0.3 * size, y0 + 0.2),
        2: (x1 - 0.2, (y0 + y1) / 2 - 0.3 * size),
        3: ((x0 + x1) / 2 + 0.3 * size, y1 - 0.2),
    }[piece.turn]
    turn = (-90 * piece.turn + page.rotation) % 360
    page.insert_text(
        pymupdf.Point(start) * page.derotation_matrix, code, fontsize=size, rotate=turn
    )


@pytest.fixture
def make_case(make_pdf):
    """Return a function that prints lines and orders words out of them, everywhere they stand."""

    def make(*lines: str, remove: Sequence[str] = (), ground="5.1.2.e", data=None, **how) -> Case:
        data = data or make_pdf(*lines, **how)
        document = read_pdf(data)
        redactions = [
            Redaction(Span(page.number, start, start + len(word)), ground)
            for page in document
            for word in remove
            for start in _places(page.text, word)
        ]
        return Case(data, document, tuple(redactions))

    return make


def _places(text, word):
    start = text.find(word)
    while start >= 0:
        yield start
        start = text.find(word, start + len(word))


@pytest.fixture
def case(make_case):
    """A case of two pages: a name that goes, and a street that bears it and stays."""
    return make_case(
        "Verslag van het overleg over jeugdzorg",
        "Aanwezig: Quaxmans, de wethouder",
        "Besproken is de overlast in de Populierenlaan.",
        "De zaak gaat naar Populier, die erover belt.",
        "Tweede pagina met Quaxmans erop",
        "en een gewone regel daaronder.",
        remove=["Quaxmans"],
        per_page=4,
    )
