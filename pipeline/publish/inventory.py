"""The inventory: one row for each document, as CSV and as a spreadsheet.

Its columns are those that most Dutch inventories have: number, title, date, assessment, grounds.
"""

import csv
import io
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from enum import StrEnum
from typing import Any, NamedTuple

HEADS = (
    "Nummer",
    "Titel",
    "Datum",
    "Beoordeling",
    "Gronden",
    "Pagina's",
    "Bestand",
    "SHA-256",
)
_WIDTHS = (9, 60, 12, 18, 26, 10, 14, 68)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


class Assessment(StrEnum):
    """How much of a document is made public, in the words of inventories."""

    PUBLIC = "Openbaar"
    PARTIAL = "Deels openbaar"
    WITHHELD = "Niet openbaar"


class Row(NamedTuple):
    """One document: its number in the case, and what is published of it."""

    number: int
    title: str
    day: date | None
    assessment: Assessment
    grounds: tuple[str, ...]
    pages: int
    file: str
    sha256: str


def assess(shown: int, gone: int) -> Assessment:
    """Assess a document by how many letters and digits are shown and gone."""
    if not gone:
        return Assessment.PUBLIC
    return Assessment.PARTIAL if shown else Assessment.WITHHELD


def as_csv(rows: Iterable[Row]) -> bytes:
    """Return the rows as a spreadsheet program of a Dutch office reads them.

    UTF-8 with a byte order mark, semicolons, a title that looks like a formula made harmless.
    """
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=";")
    writer.writerow(HEADS)
    writer.writerows([_harmless(cell) for cell in _cells(row)] for row in rows)
    return text.getvalue().encode("utf-8-sig")


def _cells(row: Row) -> Sequence[str]:
    day = row.day.strftime("%d-%m-%Y") if row.day else ""
    grounds = ", ".join(row.grounds)
    number = f"{row.number:04}"
    pages = str(row.pages)
    return number, row.title, day, row.assessment.value, grounds, pages, row.file, row.sha256


def _harmless(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def as_xlsx(rows: Iterable[Row], when: date) -> bytes:
    """Return the rows as an Excel workbook, with a frozen head and filters."""
    from openpyxl import Workbook  # noqa: PLC0415  only when a package is made

    book = Workbook()
    sheet = book.active
    sheet.title = "Inventarislijst"
    sheet.append(HEADS)
    for row in rows:
        _append(sheet, row)
    _dress(sheet)
    book.properties.title = "Inventarislijst"
    book.properties.creator = "lakwerk"
    book.properties.created = book.properties.modified = _midnight(when)
    made = io.BytesIO()
    book.save(made)
    return made.getvalue()


def _append(sheet: Any, row: Row) -> None:  # noqa: ANN401  openpyxl has no types
    """Add a row; text is text whatever it begins with, numbers and days are such."""
    sheet.append(_cells(row))
    line = sheet.max_row
    for cell in sheet[line]:
        cell.data_type = "s"
    sheet.cell(line, HEADS.index("Pagina's") + 1).value = row.pages
    if row.day:
        day = sheet.cell(line, HEADS.index("Datum") + 1)
        day.value, day.number_format = row.day, "DD-MM-YYYY"


def _dress(sheet: Any) -> None:  # noqa: ANN401  openpyxl has no types
    from openpyxl.styles import Alignment, Font  # noqa: PLC0415
    from openpyxl.utils import get_column_letter  # noqa: PLC0415

    for number, width in enumerate(_WIDTHS, start=1):
        sheet.column_dimensions[get_column_letter(number)].width = width
        sheet.cell(1, number).font = Font(bold=True)
    for cell in sheet["B"]:
        cell.alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "A2"
    sheet.auto_filter.ref = sheet.dimensions


def _midnight(when: date) -> datetime:
    return datetime(when.year, when.month, when.day)  # noqa: DTZ001  the format knows no zones
