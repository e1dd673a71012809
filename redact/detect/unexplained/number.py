"""Numbers and codes beside a person that nothing explains: shown, they may be that person's.

The last resort behind all labels. What a word before or a unit behind explains stays unshown.
"""

from collections.abc import Iterator
from functools import cache

import regex

from redact.detect.address.street import MEASURES, MONTHS
from redact.detect.columns import cells_under
from redact.detect.context import REFERENCE, is_amount
from redact.detect.match import Match
from redact.detect.unexplained.clause import Clause, People, clause_with_person
from redact.detect.wordlist import entries, entry_set
from redact.finding import Kind

_CODE = regex.compile(
    r"(?<![\w@€$£/.,:+–=-])(?:[A-Z]{1,3} )?+(?:[A-Za-z]{1,8}[-./]?)?+\d[A-Za-z\d]*+"
    r"(?:[-./ ](?:[A-Z]{1,3}(?![\p{L}\d])|[A-Z]{0,3}\d)[A-Za-z\d]*+){0,5}+"
    r"(?![\w@%€]|[.,:/]\d|-\p{L})"
)
_FEWEST, _MOST, _FEWEST_DIGITS = 4, 20, 3
_COUNT = 5
"""Of so many digits at most a number may count what stands behind it."""
_CENTURY = r"(?:1[5-9]|20)"
_KNOWN_FORM = regex.compile(
    rf"{_CENTURY}\d\d(?:[-–/ ]{_CENTURY}?\d\d)?"
    r"|(?:19|20)\d\d(?:[-./ ][A-Z]{0,3}|[A-Z]{1,3})[-./ ]?\d{1,7}(?:[-./]\d+)*"
    r"|\d{1,3}[. ]\d{3}|\d{1,3}\.\d+|\d{1,3}[-./]\d{1,2}"
    r"|[A-Z]{0,4} ?\d{1,2}[-./: ]\d{1,2}[-./: ](?:19|20)?\d\d"
    r"|\d{1,2}[-./ ][IVX]{1,4}[-./ ]\d{4}|0[89]00[ -]?\d+|14 ?0\d+"
    r"|[1-9]\d{3} ?[A-Z]{2}|[ANS]-?\d{1,3}"
    r"|(?:[a-z]+|[A-Z][a-z]+)[-./ ]?\d+|Q[1-4][- ]?\d+|(?:19|20)\d\d-?Q\d"
    r"|(?:ISO|NEN|EN|RFC|COVID|CE|INC|ETA|PV|PB|RAL|IP|SR|MH|BJZ|AWB|LJN|ECLI)[-./ ]?\d.*"
    r"|(?:ROT|AMS|SGR|UTR|ARN|ZWB|HAA|DHA|LEE|OVE|GEL|MNE|LIM|BRE|NHO)[-./ ]?\d.*"
)
"""Years and what begins with one, thousands, dates, postcodes, roads, norms, cases of courts."""
_KEY = regex.compile(r" ?[;:]|[-–]\d")
"""What stands behind a number that heads a row or a remark."""
_NEGATED = regex.compile(r"(?i)\b(?:geen|niet) [^\d\n]{0,20}$")
_UNIT = regex.compile(
    rf"(?i)[ \xa0]?(?:{MEASURES}|{MONTHS}|(?:fte|u|st|kwh|kw|kg|l|per|gram|liter|ton|graden|volt|"
    r"mb|gb|bytes)\b)"
)
_WORD_NEXT = regex.compile(r"[ \xa0](\p{Ll}{3,})")
_REASON = "Een nummer of code bij een persoon, dat niets in de tekst verklaart."


def unexplained_numbers(text: str, people: People, claimed: bytearray) -> Iterator[Match]:
    """Yield the numbers and codes that stand where a person is named and that nothing explains.

    A code that stands elsewhere without a person is that of a thing, and so is one that heads a
    row of an export.
    """
    found = [code for code in _CODE.finditer(text) if _is_long(code[0])]
    found = [code for code in found if claimed.find(1, *code.span()) < 0]
    things = {code[0] for code in found if _is_of_thing(text, people, *code.span())}
    kept = [code.span() for code in found if code[0] not in things]
    others = {place for place, _ in cells_under(text, _heading())} if kept else set()
    for start, end in kept:
        if start not in others and not _KEY.match(text, end):
            yield Match(start, end, Kind.IDNUMBER, 0.5, "idnumber.unexplained", _REASON)


def _is_long(code: str) -> bool:
    """Tell whether a code has letters and digits enough to identify, in no form that is known."""
    digits, signs = sum(map(str.isdigit, code)), sum(map(str.isalnum, code))
    is_long = digits >= _FEWEST_DIGITS and _FEWEST <= signs <= _MOST
    return is_long and _KNOWN_FORM.fullmatch(code) is None


def _is_of_thing(text: str, people: People, start: int, end: int) -> bool:
    """Tell whether a number stands where no person is named, or is explained."""
    clause = clause_with_person(text, people, start, end)
    return clause is None or _is_explained(text, start, end, clause)


def _is_explained(text: str, start: int, end: int, clause: Clause) -> bool:
    """Tell whether the words around a number say what it is, or that it counts something."""
    before = max(clause.start, start - 60)
    return (
        is_amount(text, start, end)
        or _UNIT.match(text, end) is not None
        or (end - start <= _COUNT and text[start:end].isdigit() and _counts(text, end))
        or _label().search(text, before, start) is not None
        or _NEGATED.search(text, before, start) is not None
    )


def _counts(text: str, end: int) -> bool:
    """Tell whether the word behind a number is what it counts: "4000 formulieren"."""
    word = _WORD_NEXT.match(text, end)
    return word is not None and word[1] not in entry_set("after_number")


@cache
def _label() -> regex.Pattern[str]:
    """Return the pattern of a word that says what a number is, or how much, right before it."""
    words = "|".join(entries("number_explained_patterns"))
    return regex.compile(
        rf"(?i)(?:{REFERENCE}|\b(?:{words})\b\.?:?|[€$£])[^\d\n,;]{{0,20}}"
        r"(?:\d[\d./-]{0,15},?(?: \p{Ll}+){0,2} )?$"
        r"|\b(?:ge|aange)?meld(?:en|t)?\b[^\n;]{0,45}\b(?:nr\.|nummer) $"
        r"|\b(?:sinds|in|anno|jaar|ruim|circa|ca\.?|bijna|ongeveer|maximaal|minimaal|zo['’]n|tot) $"
    )


@cache
def _heading() -> regex.Pattern[str]:
    words = "|".join(entries("number_heading_patterns"))
    return regex.compile(rf"(?i)(?:{words})[^\t|\n]{{0,25}}")
