import re
from pathlib import Path

import pytest

import training
from training.corpus import NAMES, lines, names, pieces
from training.marks import Form, Label

README = Path(training.__file__).with_name("README.md").read_text("utf-8")
TITLE = re.compile(r"(de heer|[Dd]hr|[Mm]evr|[Mm]w|mr\.|dr\.|ir\.|drs\.|prof)\b")


def _persons(texts):
    return [span for piece in texts for span in piece.spans if span.label is Label.PERSON]


def _without_person(texts):
    return [piece for piece in texts if not _persons([piece])]


@pytest.mark.parametrize(
    ("what", "count"),
    [
        ("whole texts", lambda: len(list(pieces()))),
        ("words in them", lambda: sum(len(piece.text.split()) for piece in pieces())),
        ("persons marked in them", lambda: len(_persons(pieces()))),
        ("single lines", lambda: len(list(lines()))),
        ("lines without a person", lambda: len(_without_person(lines()))),
        ("persons marked in lines", lambda: len(_persons(lines()))),
        ("first names for swapping", lambda: sum(map(len, names("first").values()))),
        ("surnames for swapping", lambda: sum(map(len, names("last").values()))),
    ],
)
def test_there_is_as_much_as_the_readme_says(what, count):
    assert f"| {what} | {count()} |" in README


@pytest.mark.parametrize("piece", list(pieces()), ids=lambda piece: piece.name)
def test_a_whole_text_has_150_to_500_words(piece):
    assert 150 <= len(piece.text.split()) <= 500


@pytest.mark.parametrize("piece", list(pieces()), ids=lambda piece: piece.name)
def test_a_full_name_marked_once_is_marked_everywhere_in_its_text(piece):
    marked = {
        span.start + start
        for span in piece.spans
        for start in range(span.end - span.start)  # a name within a longer mark is marked too
    }
    full = {piece.text[s.start : s.end] for s in piece.spans if s.form is Form.FULL}
    found = {m.start() for name in full for m in re.finditer(re.escape(name), piece.text)}
    assert found <= marked


def test_no_line_occurs_twice():
    texts = [piece.text for piece in lines()]
    assert len(texts) == len(set(texts))


def test_a_mark_of_a_person_holds_no_title():
    for piece in (*pieces(), *lines()):
        for span in _persons([piece]):
            name = piece.text[span.start : span.end]
            assert not TITLE.match(name), piece.name


def test_a_name_in_listed_form_has_a_comma_and_a_full_one_two_words():
    for piece in (*pieces(), *lines()):
        for span in piece.spans:
            name = piece.text[span.start : span.end]
            assert span.form is not Form.LISTED or "," in name, piece.name
            assert span.form is not Form.FULL or len(name.split()) > 1, piece.name


@pytest.mark.parametrize("path", sorted(NAMES.glob("*.txt")), ids=lambda path: path.stem)
def test_a_list_of_names_says_its_set_and_holds_each_name_once(path):
    mark, origin, *entries = path.read_text("utf-8").splitlines()
    assert mark == "# set: training"
    assert origin.startswith("# origin: ")
    assert entries == sorted(set(entries))
    assert all(entry and entry == entry.strip() for entry in entries)
