"""Real PDFs in a case, with what is proposed for them: quick to make, as nothing is detected."""

from pipeline.case.acts import ReadFile, Unread
from pipeline.case.files import add_file
from pipeline.case.propose import MACHINE
from pipeline.case.record import Ask, record
from pipeline.vault import Sheet, keep_reading
from redact.finding import Action, Kind
from redact.read import read_pdf
from tests.pipeline.case.made import propose, says

OPENING = (
    "Verslag van het overleg",
    "",
    "1. Opening",
    "Anna Vermeulen opent de vergadering en heet iedereen van harte welkom in de zaal.",
    "B. Smit is afwezig. Het nummer van Anna Vermeulen is 06 12345678.",
    "",
    "2. Rondvraag",
    "De leden vinden dat het college te laat was met het antwoord aan de raad.",
    "Pietersen meldt dat Anna Vermeulen het verslag maakt. (Pietersen) gaat akkoord.",
)
PAPER = ("Bijlage", "", "Op deze bladzijde staat alleen een tekst zonder namen.", "Bel B. Smit.")
TOLD = (
    says("Anna Vermeulen", person="p1"),
    says("B. Smit", person="p2"),
    says("06 12345678", Kind.PHONE),
    says(
        "De leden vinden dat het college te laat was met het antwoord aan de raad.",
        Kind.OPINION, Action.LOOK, "5.2.1",
    ),
)  # fmt: skip


def pdf_of(*pages):
    """Return a PDF with lines of text on each page."""
    import pymupdf

    with pymupdf.open() as pdf:
        for lines in pages:
            page = pdf.new_page(width=595, height=842)
            for number, line in enumerate(lines):
                page.insert_text((72, 90 + 18 * number), line, fontsize=11)
        return pdf.tobytes()


def put(case, *pages, name="verslag.pdf", unread=()):
    """Add a PDF and read it."""
    content = pdf_of(*pages)
    number = add_file(case, name, content, "officer").document
    read = read_pdf(content)
    deed = ReadFile(
        original=case.state().files[number].added.original,
        pdf=case.vault.put(content),
        reading=keep_reading(case.vault, read),
        findings=case.vault.put_table([]),
        policy="",
        pages=tuple(Sheet(p.number, p.width, p.height, 0) for p in read),
        unread=tuple(Unread(f"image.{page}", "image", page, 1) for page in unread),
    )
    record(case, Ask(MACHINE, f"document:{number}", deed))
    return number


__all__ = ["OPENING", "PAPER", "TOLD", "pdf_of", "propose", "put"]
