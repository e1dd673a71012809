"""Names that give themselves away by their form, wherever they stand."""

import re
from collections.abc import Iterator
from functools import lru_cache

from redact.detect.match import SURE
from redact.detect.names.claims import Claim
from redact.detect.names.grades import grade_of
from redact.detect.names.grammar import Reading, read_name
from redact.detect.names.letters import Trust
from redact.detect.names.lexicon import (
    ABBREVIATION,
    CAPITAL,
    COMMON,
    FIRST,
    FIRST_MAYBE,
    INITIALS,
    LETTER,
    NOT_A_NAME,
    ORDINARY,
    PARTICLE,
    PLACE,
    PROPER,
    SHAPED,
    STOP,
    SURNAME,
    THING,
    UPPER,
    word_set,
)
from redact.detect.names.particles import goes_on, skip_particles
from redact.detect.names.reversed import read_reversed
from redact.detect.names.small import in_small_letters
from redact.detect.names.titles import is_job
from redact.detect.names.tokens import GLUED, Tokens

_DEEDS = frozenset(
    (
        "zei",
        "wil",
        "wilde",
        "zou",
        "gaf",
        "had",
        "was",
        "vond",
        "belde",
        "vroeg",
        "kwam",
        "zag",
        "mag",
    )
)
_WHERE = frozenset({"in", "op", "naar", "te", "locatie", "nabij", "achter", "rond", "langs"})
"""Words before the name of a building or a street: "in De Zwaan"."""
_CAPITALS = SHAPED | INITIALS | LETTER
_QUOTES = frozenset("\"'‘“„")
_SHORT = 4
_OPENING, _SHOUTED = 3000, 0.5
"""A text in which more of the letters are capitals is written in them: they say nothing."""


_BARE = "Een bekende achternaam zonder meer."
_STRANGERS_FORM = re.compile(r"us|ss|uss|sss|[us]P[so]s?|[us]n[pP]?[sou]")
_STRANGERS = "Twee woorden met een hoofdletter die samen een naam kunnen zijn."
_CUT = "Een voornaam met de eerste letter van een achternaam."
_LETTER = len("A.")
_REVERSED = "Een achternaam met de voorletters of voornaam erachter."


def free_names(tokens: Tokens) -> Iterator[Claim]:
    """Yield the names that need no help from their surroundings."""
    starters = INITIALS | LETTER | FIRST | FIRST_MAYBE | PARTICLE | SURNAME
    end = 0
    for index, traits in enumerate(tokens.traits):
        if index < end or not traits & (starters | CAPITAL):
            continue
        claim = _claim_at(tokens, index, traits)
        if claim:
            end = claim.end if claim.score >= SURE else end
            yield claim


def _claim_at(tokens: Tokens, index: int, traits: int) -> Claim | None:
    if traits & PARTICLE and not traits & _CAPITALS and not begins_surname(tokens, index):
        return None
    if traits & (PARTICLE | SHAPED):
        turned = read_reversed(tokens, index)
        if turned:
            return Claim(index, turned.end, 0.95, "name.reversed", _REVERSED)
    if not traits & _CAPITALS:
        return in_small_letters(tokens, index, traits)
    reading = read_name(tokens, index, Trust.FREE)
    if reading:
        return _graded(tokens, reading)
    return (
        _cut_short(tokens, index, traits)
        or _two_strangers(tokens, index)
        or _bare_surname(tokens, index, traits)
    )


def begins_surname(tokens: Tokens, index: int) -> bool:
    """Tell particles with a capital behind them from the many "de" and "van" of a text."""
    base = skip_particles(tokens, index)
    return base < len(tokens) and bool(tokens.traits[base] & SHAPED)


def _cut_short(tokens: Tokens, index: int, traits: int) -> Claim | None:
    """Read a first name that no list has, with the letter of a surname: "Zarghuna N."."""
    end = skip_particles(tokens, index + 1)
    is_initial = end < len(tokens) and tokens.traits[end] & INITIALS and tokens.joined(end)
    barred = STOP | ORDINARY | PLACE | THING | ABBREVIATION | PROPER
    if (
        not is_initial
        or traits & barred
        or not traits & CAPITAL
        or len(tokens.words[end]) > _LETTER
    ):
        return None
    if (
        goes_on(tokens, end + 1)
        or tokens.word(end + 1)[:1].isdigit()
        or _has_neighbour(tokens, index)
    ):
        return None
    return Claim(index, end + 1, 0.86, "name.short", _CUT)


def _bare_surname(tokens: Tokens, index: int, traits: int) -> Claim | None:
    """Read a surname that is no other word and stands by itself: "Dat zei Verweij al"."""
    if not traits & CAPITAL or not traits & SURNAME or traits & (NOT_A_NAME | FIRST | FIRST_MAYBE):
        return None
    if len(tokens.words[index]) < _SHORT or _has_neighbour(tokens, index):
        return None
    if tokens.opens(index) and not _does(tokens.word(index + 1)):
        return None
    score = 0.86 if traits & COMMON else 0.6
    return Claim(index, index + 1, score, "name.bare", _BARE)


def _does(word: str) -> bool:
    """Tell whether a word is a verb as it stands behind who does something: "vindt", "heeft"."""
    is_third = word.endswith("t") and len(word) > _SHORT and word.islower()
    return (is_third and word not in word_set("no_deeds")) or word in _DEEDS


def _has_neighbour(tokens: Tokens, index: int) -> bool:
    """Tell whether a word with a capital stands beside, so that a longer name was refused."""
    before = tokens.joined(index) and index > 0 and tokens.traits[index - 1] & (SHAPED | PARTICLE)
    return bool(before) or goes_on(tokens, index + 1)


def _two_strangers(tokens: Tokens, index: int) -> Claim | None:
    """Show a person two words with a capital that no list explains: "Liang Oyelaran"."""
    reading = read_name(tokens, index, Trust.SLOT)
    if reading is None or not _STRANGERS_FORM.fullmatch(reading.form):
        return None
    if is_job(tokens.words[index]):
        return None
    is_hyphened = "-" in tokens.words[reading.start : reading.end]
    is_named = (
        "P" in reading.form or "n" in reading.form or (is_hyphened and reading.form.endswith("ss"))
    )
    score = 0.86 if is_named else 0.45 if tokens.opens(index) else 0.55
    return Claim(index, reading.end, score, "name.strangers", _STRANGERS)


def _graded(tokens: Tokens, reading: Reading) -> Claim | None:
    reading = _without_verbs(tokens, reading)
    grade = grade_of(reading.form)
    if grade is None:
        return None
    score = grade.opening if tokens.opens(reading.start) else grade.inside
    score = _weighed(tokens, reading, score)
    start = _with_surname_before(tokens, reading)
    return Claim(start, reading.end, score, "name.form", grade.reason) if score else None


def _weighed(tokens: Tokens, reading: Reading, score: float) -> float:
    """Return a score with what the words themselves say for and against it."""
    last = tokens.traits[reading.end - 1]
    if reading.form == "io" and tokens.words[reading.start].count(".") > 1:
        return 0.87
    if reading.form == "io":
        starts_word = tokens.gap(reading.start) != GLUED and not tokens.opens(reading.start)
        is_inside = starts_word and last & SURNAME and last & CAPITAL and not last & ORDINARY
        return 0.86 if last & COMMON or is_inside else 0.5
    if reading.form == "ps" and last & FIRST:
        return 0.87
    if reading.form == "Po":
        return _ordinary_surname(tokens, reading)
    if reading.form in ("f", "m") and last & UPPER and not _is_shouted(tokens.text):
        return min(score, 0.6)
    return score


def _without_verbs(tokens: Tokens, reading: Reading) -> Reading:
    """Leave out the words behind a first name in a text of capitals: "ANNEMIEK BELDE"."""
    while reading.form[0] == "f" and reading.form[-1] == "o" and _is_shouted(tokens.text):
        if tokens.traits[reading.end - 1] & COMMON or "P" in reading.form:
            break
        reading = Reading(reading.start, reading.end - 1, reading.form[:-1])
    return reading


@lru_cache(maxsize=4)
def _is_shouted(text: str) -> bool:
    letters = [letter for letter in text[:_OPENING] if letter.isalpha()]
    return sum(map(str.isupper, letters)) > _SHOUTED * len(letters)


def _ordinary_surname(tokens: Tokens, reading: Reading) -> float:
    """Grade "Van Vliet" and "De Boer": a capital proves little in a heading or for a building."""
    last = tokens.traits[reading.end - 1]
    before = tokens.word(reading.start - 1)
    if last & UPPER or before in _WHERE or before in _QUOTES:
        return 0.5
    has_article = tokens.words[reading.start].casefold() in ("de", "het", "een")
    is_doubtful = has_article and (last & ORDINARY or not last & COMMON)
    return 0.5 if is_doubtful and tokens.opens(reading.start) else 0.86


def _with_surname_before(tokens: Tokens, reading: Reading) -> int:
    """Take in a surname before first names, "Nguyen Thi Lan", and a strange first name.

    No list has "Selam" of "Selam W. Haile" and "Perihan" of "Perihan Acar".
    """
    index = reading.start - 1
    if index < 0 or not tokens.joined(reading.start):
        return reading.start
    if reading.form[0] == "i" and tokens.traits[reading.start] & tokens.traits[index] & LETTER:
        return index  # "E J Wiersema"
    traits, first = tokens.traits[index], tokens.words[reading.start]
    is_strange = (
        traits & CAPITAL
        and not traits & (NOT_A_NAME | PARTICLE)
        and not is_job(tokens.words[index])
    )
    if reading.form[0] in "fm":
        return index if is_strange and traits & SURNAME else reading.start
    is_cut = reading.form[0] == "i" and len(first) <= _LETTER and len(reading.form) > 1
    return index if is_strange and is_cut else reading.start
