"""The document that is timed, and what plain PyMuPDF does with it."""

import random
from collections.abc import Sequence

from redact.document import Document
from redact.finding import Redaction

_SEED = 20261124
_WORDS_ON_A_PAGE = 450
_PERSONS = (
    "de heer J.A. van Dalen",
    "mevrouw Fatima Bouzidi",
    "dhr. Pieter Hoekstra",
    "mw. S. Yilmaz",
    "mevrouw Anneke de Groot-Visser",
    "de heer Kwame Mensah",
)
_PROSE = """
de werkgroep heeft de voortgang van het plan besproken en stelt vast dat de planning moet worden
bijgesteld omdat de levering van de gegevens later komt dan was afgesproken met de uitvoerende
partijen in de regio zodat een nieuw voorstel naar het overleg gaat waarin ook de kosten en de
risico's voor de komende periode worden toegelicht en vergeleken
"""


def make_pdf(pages: int) -> bytes:
    """Return a PDF of so many pages of 450 words, with about nine persons or numbers a page."""
    import pymupdf

    chance = random.Random(_SEED)  # noqa: S311  the same document every time
    with pymupdf.open() as pdf:
        for number in range(pages):
            page = pdf.new_page(width=595, height=842)
            page.insert_textbox(
                pymupdf.Rect(70, 60, 525, 790),
                f"Verslag van het overleg, blad {number + 1}\n\n" + _page_text(chance),
                fontsize=9,
                fontname="helv",
            )
        return bytes(pdf.tobytes(garbage=3, deflate=True))


def _page_text(chance: random.Random) -> str:
    sentences: list[str] = []
    while sum(len(s.split()) for s in sentences) < _WORDS_ON_A_PAGE:
        words = chance.choices(_PROSE.split(), k=chance.randint(8, 18))
        if chance.random() < 0.25:  # noqa: PLR2004  about one sentence in four
            words.insert(chance.randrange(1, len(words)), _something_personal(chance))
        words[0] = words[0].capitalize()
        sentences.append(" ".join(words) + ".")
    return " ".join(sentences)


def _something_personal(chance: random.Random) -> str:
    number = f"{chance.randrange(10**8):08}"
    return chance.choice(
        (*_PERSONS, f"06-{number}", f"{chance.choice('abc')}.jansen{number}@voorbeeld.nl")
    )


def plain_pymupdf(source: bytes, document: Document, ordered: Sequence[Redaction]) -> bytes:
    """Take the words out, remove the same places and save: the least that any tool must do."""
    import pymupdf

    places: dict[int, list[tuple[float, ...]]] = {}
    for redaction in ordered:
        page, start, end = redaction.span
        boxes = document.pages[page].boxes[start:end]
        places.setdefault(page, []).extend(_lines(boxes.tolist()))
    with pymupdf.open(stream=source, filetype="pdf") as pdf:
        for page in pdf:
            page.get_text("words")
            for box in places.get(page.number, ()):
                page.add_redact_annot(pymupdf.Rect(box), text="5.1.2.e", fontsize=6)
            if page.number in places:
                page.apply_redactions()
        return bytes(pdf.tobytes(garbage=4, deflate=True))


def _lines(boxes: list[list[float]]) -> list[tuple[float, ...]]:
    """Join the boxes of characters that stand on one line."""
    lines: dict[float, list[list[float]]] = {}
    for box in boxes:
        if box[0] == box[0]:
            lines.setdefault(round(box[1]), []).append(box)
    return [
        (min(b[0] for b in line), line[0][1] + 4, max(b[2] for b in line), line[0][3] - 4)
        for line in lines.values()
    ]
