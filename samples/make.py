"""Makes files of the samples: plain text, PDF set by typst, DOCX."""

import io
import json
from collections.abc import Callable
from dataclasses import asdict
from datetime import UTC, datetime
from importlib import resources
from pathlib import Path
from typing import TYPE_CHECKING

from samples.blocks import Block, Bullet, Heading, Paragraph, Table, blocks, runs
from samples.sample import Sample

if TYPE_CHECKING:
    from docx.document import Document as DocxDocument
    from docx.text.paragraph import Paragraph as DocxParagraph

FONTS = ("Carlito", "DejaVu Sans", "Libertinus Serif")
"""Stand in for a sample's own font where it is not installed; typst carries the last one."""

MADE = datetime(2026, 1, 5, 9, 0, tzinfo=UTC)
"""The date inside every file, so that the same sample gives the same bytes."""


def make_txt(sample: Sample) -> bytes:
    """Return the plain text that the gold positions count in, as UTF-8."""
    return sample.text.encode()


def make_pdf(sample: Sample) -> bytes:
    """Return a tagged PDF with the look of an office document."""
    import typst

    page = {
        "title": sample.title,
        "author": sample.author,
        "header": sample.header,
        "look": asdict(sample.look) | {"fonts": [sample.look.font, *FONTS]},
        "blocks": [_typst_block(block) for block in blocks(sample.unmarked_body)],
    }
    with resources.as_file(resources.files("samples") / "office.typ") as template:
        return typst.compile(
            str(template), format="pdf", sys_inputs={"page": json.dumps(page)}, timestamp=MADE
        )


def _typst_block(block: Block) -> dict[str, object]:
    match block:
        case Heading(level, text):
            return {"shape": "heading", "level": level, "runs": runs(text)}
        case Paragraph(lines):
            return {"shape": "paragraph", "lines": [runs(line) for line in lines]}
        case Bullet(level, text):
            return {"shape": "bullet", "level": level, "runs": runs(text)}
        case Table(rows, titled):
            cells = [[runs(cell) for cell in row] for row in rows]
            return {"shape": "table", "titled": titled, "rows": cells}


def make_docx(sample: Sample) -> bytes:
    """Return a Word document with headings, lists, tables, header and page numbers."""
    import docx
    from docx.shared import Pt

    document = docx.Document()
    properties = document.core_properties
    properties.title, properties.author, properties.language = sample.title, sample.author, "nl-NL"
    properties.created = properties.modified = MADE.replace(tzinfo=None)
    document.styles["Normal"].font.name = sample.look.font
    document.styles["Normal"].font.size = Pt(sample.look.size)
    section = document.sections[0]
    section.header.paragraphs[0].text = sample.header
    _number_pages(section.footer.paragraphs[0])
    for block in blocks(sample.unmarked_body):
        _add(document, block)
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _number_pages(footer: "DocxParagraph") -> None:
    """Write "Pagina" and a field that Word fills with the page's number."""
    from docx.oxml import parse_xml
    from docx.oxml.ns import nsdecls

    footer.add_run("Pagina ")
    footer._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr="PAGE"/>'))  # noqa: SLF001  python-docx has no fields


def _add(document: "DocxDocument", block: Block) -> None:
    match block:
        case Heading(level, text):
            _write(document.add_heading(level=level), text)
        case Paragraph(lines):
            _write(document.add_paragraph(), "\n".join(lines))
        case Bullet(level, text):
            style = "List Bullet" if level == 0 else f"List Bullet {level + 1}"
            _write(document.add_paragraph(style=style), text)
        case Table(rows):
            _add_table(document, rows)


def _write(paragraph: "DocxParagraph", text: str) -> None:
    for piece, bold in runs(text):
        paragraph.add_run(piece).bold = bold or None


def _add_table(document: "DocxDocument", rows: tuple[tuple[str, ...], ...]) -> None:
    table = document.add_table(rows=len(rows), cols=max(map(len, rows)), style="Table Grid")
    for cells, row in zip(table.rows, rows, strict=True):
        for cell, text in zip(cells.cells, row, strict=False):
            _write(cell.paragraphs[0], text)


FORMATS: dict[str, Callable[[Sample], bytes]] = {
    "pdf": make_pdf,
    "docx": make_docx,
    "txt": make_txt,
}


def write(sample: Sample, folder: Path, kind: str) -> Path:
    """Write a sample as `pdf`, `docx` or `txt` into a folder, which is made if need be."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{sample.name}.{kind}"
    path.write_bytes(FORMATS[kind](sample))
    return path
