import csv
import io
from datetime import date

import pytest
from openpyxl import load_workbook

from pipeline.publish.inventory import HEADS, Assessment, Row, as_csv, as_xlsx, assess

ROW = Row(
    7, "Verslag MT", date(2025, 3, 1), Assessment.PARTIAL, ("5.1.2.e",), 4, "0007.pdf", "ab" * 32
)
TODAY = date(2026, 1, 2)


def read(rows):
    text = as_csv(rows).decode("utf-8-sig")
    return list(csv.reader(io.StringIO(text, newline=""), delimiter=";"))


def sheet_of(rows):
    return load_workbook(io.BytesIO(as_xlsx(rows, TODAY))).active


def test_the_first_line_names_the_columns():
    assert read([]) == [list(HEADS)]


def test_a_row_says_number_title_day_assessment_and_grounds():
    assert read([ROW])[1][:5] == ["0007", "Verslag MT", "01-03-2025", "Deels openbaar", "5.1.2.e"]


def test_a_spreadsheet_program_sees_that_the_csv_is_utf_8():
    assert as_csv([ROW]).startswith(b"\xef\xbb\xbf")


@pytest.mark.parametrize("title", ["=1+1", "+31", "-x", "@SUM(A1)"])
def test_a_title_is_never_a_formula(title):
    assert read([ROW._replace(title=title)])[1][1] == f"'{title}"
    cell = sheet_of([ROW._replace(title=title)])["B2"]
    assert (cell.value, cell.data_type) == (title, "s")


def test_a_title_with_separators_and_quotes_comes_back_whole():
    title = 'a;b "c"\nd'
    assert read([ROW._replace(title=title)])[1][1] == title


def test_the_workbook_knows_days_and_numbers():
    sheet = sheet_of([ROW])
    assert [cell.value for cell in sheet[1]] == list(HEADS)
    assert sheet["C2"].value.date() == date(2025, 3, 1)
    assert sheet["F2"].value == 4
    assert sheet.freeze_panes == "A2"


def test_a_document_without_a_day_has_an_empty_cell():
    assert read([ROW._replace(day=None)])[1][2] == ""


@pytest.mark.parametrize(
    ("shown", "gone", "assessment"),
    [(9, 0, Assessment.PUBLIC), (9, 1, Assessment.PARTIAL), (0, 9, Assessment.WITHHELD)],
)
def test_the_assessment_follows_from_what_is_gone(shown, gone, assessment):
    assert assess(shown, gone) is assessment
