import regex
from hypothesis import given
from hypothesis import strategies as st

from redact.detect.columns import cells_under

BSN = regex.compile(r"(?i)bsn|burgerservicenummer")


def under(text, header=BSN):
    return [text[start:end] for start, end in cells_under(text, header)]


def test_the_cells_below_a_header_are_found_to_the_end_of_the_table():
    text = "Naam\tBSN\tPlaats\nA\t1\tX\nB\t2\tY\n\nBuiten de tabel 3\t4\n"
    assert under(text) == ["1", "2"]


def test_a_header_may_stand_in_the_first_or_the_last_column():
    assert under("BSN\tNaam\n1\tA\n2\tB") == ["1", "2"]
    assert under("Naam\tBSN:\nA\t1\nB\t2") == ["1", "2"]


def test_a_markdown_table_is_a_table():
    assert under("| Naam | **BSN** |\n|---|---|\n| A | 1 |\n| B | 22 3 |\n") == ["1", "22 3"]


def test_a_cell_that_says_more_than_the_header_is_no_header():
    assert under("Naam\tBSN onbekend\nA\t1") == []


def test_a_word_in_running_text_is_no_header():
    assert under("BSN\nA\t1") == []
    assert under("het BSN\n12 34") == []


def test_empty_cells_and_short_rows_are_passed_over():
    assert under("Naam\tBSN\nA\t\nB\nC\t3") == []
    assert under("Naam\tBSN\nA\t \nB\t2") == ["2"]
    assert under("Naam\tX\tBSN\nA\ta\nB\tb\t2") == ["2"]


def test_two_columns_with_the_same_header_are_both_read():
    assert under("BSN\tBSN\n1\t2") == ["1", "2"]


def test_a_header_that_returns_in_the_column_tells_nothing_twice():
    assert under("Naam\tBSN\nA\t1\nNaam\tBSN\nB\t2") == ["1", "BSN", "2"]


def test_a_line_of_headers_without_end_takes_no_time():
    assert under("BSN\t" * 50_000) == []
    assert set(under("BSN\t1\n" * 50_000)) == {"BSN"}


word = st.text(st.characters(categories=["L", "N"], include_characters=" "), max_size=6)


@given(st.lists(st.lists(word, min_size=3, max_size=3), max_size=6), st.integers(0, 2))
def test_every_filled_cell_of_the_column_is_found(rows, column):
    header = ["kop a", "kop b", "kop c"]
    header[column] = "doel"
    text = "\n".join("\t".join(row) for row in [header, *rows])
    wanted = [row[column].strip() for row in rows if row[column].strip()]
    assert under(text, regex.compile("doel")) == wanted


def test_fields_of_an_export_stand_below_their_header_too():
    text = "naam;gebdat;bsn\nO. Demir;12-3-61;111222333\nA. Post;;123456782\n\nbsn;leeg;is\neen;zin"
    assert under(text) == ["111222333", "123456782"]
    assert under(text, regex.compile("gebdat")) == ["12-3-61"]
