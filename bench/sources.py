"""Paragraphs about persons, set by three programs: the sources of the width attack."""

import random
import re
import subprocess
import tempfile
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

SURNAMES = Path("../shared/data/ner/meertens_surnames/family_names_freq_5_or_more.lst")
FONT = Path("/usr/share/fonts/truetype/crosextra/Carlito-Regular.ttf")
SIZE, WIDTH, _MARGIN = 11, 451.0, 72
SEED, LISTED = 20261124, 10_000
_FILL = (
    "voor de aanvraag van een vergunning is op het stadhuis een gesprek gevoerd over de bouw en de "
    "gevolgen daarvan voor de buurt waarbij namens de gemeente ook"
)
_REST = (
    "aanwezig was en een toelichting gaf op de regels die gelden voor het bouwen van een schuur in "
    "de tuin achter het huis en op de termijn waarbinnen een besluit wordt genomen"
)


def surnames() -> list[str]:
    """Return the attacker's list: the same names in every run."""
    every = SURNAMES.read_text(encoding="utf-8").splitlines()
    plain = [name for name in every if re.fullmatch(r"[A-Z][a-z]{2,14}", name)]
    return random.Random(SEED).sample(plain, LISTED)  # noqa: S311  a repeatable draw


def paragraphs(names: Sequence[str]) -> list[str]:
    """Return a paragraph about each name; the words before it vary, so that it moves about."""
    chance = random.Random(SEED)  # noqa: S311
    words = _FILL.split()
    starts = [" ".join(words[chance.randrange(len(words) - 2) :]) for _ in names]
    return [
        f"Zaak {number:03} {start} de heer {name} {_REST}."
        for number, (start, name) in enumerate(zip(starts, names, strict=True))
    ]


def by_typst(texts: Sequence[str]) -> bytes:
    """Set each paragraph on a page with typst."""
    import typst

    head = (
        f"#set page(width: {WIDTH + 2 * _MARGIN}pt, margin: {_MARGIN}pt)\n"
        f'#set text(font: "Carlito", size: {SIZE}pt, kerning: false, hyphenate: false, '
        'ligatures: false)\n#set par(justify: true, linebreaks: "simple")\n'
    )
    return bytes(typst.compile((head + "\n#pagebreak()\n".join(texts)).encode()))


def by_libreoffice(texts: Sequence[str]) -> bytes:
    """Set each paragraph on a page with LibreOffice, from a Word file."""
    import docx
    from docx.enum.text import WD_ALIGN_PARAGRAPH
    from docx.shared import Pt

    document = docx.Document()
    section = document.sections[0]
    section.page_width, section.left_margin = Pt(WIDTH + 2 * _MARGIN), Pt(_MARGIN)
    section.right_margin = Pt(_MARGIN)
    for number, text in enumerate(texts):
        paragraph = document.add_paragraph()
        paragraph.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        paragraph.paragraph_format.page_break_before = number > 0
        run = paragraph.add_run(text)
        run.font.name, run.font.size = "Carlito", Pt(SIZE)
    with tempfile.TemporaryDirectory() as folder:
        document.save(f"{folder}/bron.docx")
        subprocess.run(  # noqa: S603
            [  # noqa: S607
                "soffice",
                "--headless",
                f"-env:UserInstallation=file://{folder}/profile",
                "--convert-to",
                "pdf",
                "--outdir",
                folder,
                f"{folder}/bron.docx",
            ],
            check=True,
            capture_output=True,
        )
        return Path(folder, "bron.pdf").read_bytes()


def by_pymupdf(texts: Sequence[str]) -> bytes:
    """Set each paragraph on a page with PyMuPDF."""
    import pymupdf

    with pymupdf.open() as pdf:
        for text in texts:
            page = pdf.new_page(width=WIDTH + 2 * _MARGIN)
            page.insert_font(fontname="F0", fontfile=FONT)
            box = pymupdf.Rect(_MARGIN, _MARGIN, _MARGIN + WIDTH, 400)
            page.insert_textbox(box, text, fontname="F0", fontsize=SIZE, align=3)
        return bytes(pdf.tobytes(garbage=3, deflate=True))


MAKERS: Mapping[str, Callable[[Sequence[str]], bytes]] = {
    "typst": by_typst,
    "LibreOffice": by_libreoffice,
    "PyMuPDF": by_pymupdf,
}
