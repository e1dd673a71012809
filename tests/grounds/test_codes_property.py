"""Any code in any notation comes back; whatever is made of digits alone yields none."""

import re
import string

from hypothesis import example, given
from hypothesis import strategies as st

from grounds.catalogue import CATALOGUE
from grounds.codes import find_codes, read_code
from grounds.ground import ORDINALS

LETTERED = sorted(code for code, ground in CATALOGUE.items() if ground.letter)
BARE = ["4.1.4", "5.1.4", "5.1.5", "5.1.6", "5.2.1", "5.2.2"]

WRITERS = {
    "dotted": lambda article, lid, letter: f"{article}.{lid}.{letter}",
    "compact": lambda article, lid, letter: f"{article}.{lid}{letter}",
    "comma": lambda article, lid, letter: f"{article}.{lid},{letter}".replace("10.", "10,"),
    "commas": lambda article, lid, letter: f"{article},{lid},{letter}",
    "spaced": lambda article, lid, letter: f"{article.replace('.', '. ')}. {lid}. {letter}",
    "spaced out": lambda article, lid, letter: f"{article.replace('.', ' . ')} . {lid} . {letter}",
    "lid": lambda article, lid, letter: f"art. {article} lid {lid} {letter}",
    "sub": lambda article, lid, letter: f"{article} lid {lid} sub {letter}",
    "onder": lambda article, lid, letter: f"artikel {article} lid {lid}, onder {letter}",
    "onderdeel": lambda article, lid, letter: f"{article} lid {lid} onderdeel {letter}",
    "ordinal": lambda article, lid, letter: (
        f"artikel {article}, {ORDINALS[lid]} lid, onder {letter}"
    ),
    "aanhef": lambda article, lid, letter: (
        f"artikel {article}, {ORDINALS[lid]} lid, aanhef en onder {letter}"
    ),
    "glued": lambda article, lid, letter: f"{article}lid{lid}sub{letter}",
    "zylab": lambda article, lid, letter: f"({article})({lid}{letter})",
}
WRAPS = ["{}", "({})", "[{}]", "tekst {} tekst", "({})@voorbeeld.nl", "- {}\n", "{}, nader", "{}."]
PROSE = st.text(alphabet="bdfhklmnrstuwz ,\n", max_size=30)
GOES_ON = re.compile(r"\s*,\s*[a-z]\b")
"""After a code this is a second letter of the same article: "10.1.a, b"."""


@given(st.sampled_from(LETTERED), st.sampled_from(sorted(WRITERS)), st.booleans())
def test_what_is_written_in_any_notation_is_read_back(code, family, upper):
    ground = CATALOGUE[code]
    letter = ground.letter.upper() if upper else ground.letter
    raw = WRITERS[family](ground.article, ground.lid, letter)
    assert read_code(raw) == code


@given(
    st.sampled_from(LETTERED),
    st.sampled_from(sorted(WRITERS)),
    st.sampled_from(WRAPS),
    PROSE,
    PROSE.filter(lambda after: not GOES_ON.match(after)),
)
def test_what_is_written_in_running_text_is_found_once(code, family, wrap, before, after):
    ground = CATALOGUE[code]
    raw = WRITERS[family](ground.article, ground.lid, ground.letter)
    text = f"{before} {wrap.format(raw)}\n{after}"
    marks = find_codes(text)
    assert [mark.code for mark in marks] == [code]
    assert read_code(text[marks[0].start : marks[0].end]) == code


@given(st.sampled_from(BARE), st.sampled_from(["({})", "[{}]", "\n{}\n", "a\t{}\tb", "art. {}"]))
def test_a_number_that_stands_as_a_code_is_found_once(code, wrap):
    assert [mark.code for mark in find_codes(wrap.format(code))] == [code]


@given(st.text(alphabet=string.digits + " .,:/-€%\n", max_size=60))
@example("5.1.4\n5.1.3\n")
def test_digits_alone_never_make_a_code_with_a_letter(text):
    marks = find_codes(text)
    assert not any(mark.code[-1].isalpha() for mark in marks)
    assert all(text[mark.start : mark.end].strip(" .,").startswith(mark.code[0]) for mark in marks)


@given(st.dates(), st.sampled_from(["%d-%m-%Y", "%d.%m.%Y", "%d/%m/%y", "%-d.%-m.%Y", "%-d %B %Y"]))
def test_a_date_is_never_a_code(day, form):
    assert find_codes(f"Datum: {day.strftime(form)}") == []


@given(st.decimals(min_value=0, max_value=10**7, places=2))
def test_an_amount_is_never_a_code(amount):
    dutch = f"{amount:,}".replace(",", "_").replace(".", ",").replace("_", ".")
    assert find_codes(f"Het bedrag is € {dutch} per jaar.") == []


@given(
    st.lists(st.sampled_from([*"5124810 .,/()[]ei\n", "lid ", "sub ", "en ", "Woo"])).map("".join)
)
def test_marks_never_overlap_and_stay_in_the_text(text):
    ends = [0]
    for mark in find_codes(text):
        assert ends[-1] <= mark.start < mark.end <= len(text)
        ends.append(mark.end)
