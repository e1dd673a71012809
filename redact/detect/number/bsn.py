"""Citizen service numbers (BSN), the former sofinummer.

Nine digits pass the eleven test by chance once in eleven times, and VAT and company numbers
(RSIN) are made to pass it, so the words around the digits decide. The test: Besluit
burgerservicenummer; weights 9 to 2 and -1, the sum a multiple of 11.
"""

from collections.abc import Iterator

import regex

from redact.detect.columns import starts_under
from redact.detect.context import REFERENCE, is_amount, last_label, line_after, line_before
from redact.detect.match import Match
from redact.detect.misread import with_digits
from redact.detect.starts import at_words
from redact.finding import Kind

WEIGHTS = (9, 8, 7, 6, 5, 4, 3, 2, -1)
SHORT = 8
"""The length of a BSN whose leading zero was dropped."""
REACH = 60

BLANK = r"[ .\xa0\u202f\u2011–-]"
CANDIDATE = regex.compile(
    rf"(?:(?<![^\W_])|(?<=(?i:bsn)))(?<!\d[.,:/-])\d(?:{BLANK}?\d){{7,8}}(?![^\W_])(?![.,:/-]\d)"
)
EVEN = regex.compile(
    rf"\d{{8,9}}|\d(?:({BLANK})\d)(?:\1\d){{7}}|\d{{2,4}}({BLANK})\d{{2,4}}(?:\2\d{{2,4}})*"
)
"""Digits in one piece, one by one, or in groups with the same sign between them."""
ODD = regex.compile(rf"\d+(?:({BLANK})\d+)?(?:\1\d+)*")
"""Groups of any length, with the same sign between them."""
GROUPED = regex.compile(
    r"\d{9}|\d{3}([ .\xa0-])\d{3}\1\d{3}|\d{4}([ .\xa0-])\d{2}\2\d{3}|(?:\d\d([ .\xa0-])){3}\d{3}"
)
DATE = regex.compile(r"\d\d([ ./-])\d\d\1\d{4}|(?:19|20)\d\d([ ./-]?)\d\d\2\d\d")
NAME = (
    r"b\.?\s?s\.?\s?n[’'´]?s?(?![a-z])|bsn-?(?:nummer|nr)|bsnr|burger\s?-?service\s?-?(?:nummer|nr)|"
    r"sofi(?:\s?-?(?:nummer|nr))?\b|fisc(?:aal|\.)\s(?:nummer|nr)|fi-?(?:nummer|nr)\b|fin\.?\s?nr"
)
LABELS = regex.compile(
    rf"(?i)\b(?:(?P<bsn>{NAME})|(?P<other>{REFERENCE}|iban|rekening|giro|tel|fax|mobiel|gsm|"
    r"beschikking|aanslag|nota|declaratie|"
    r"\w{3,15}-?(?:nummer|nr\b)))"
)
OTHER_AFTER = regex.compile(
    r"(?i)[^.\d]{0,70}\bis (?:het|een|ons|uw) (?!bsn|burger|sofi)\p{L}+(?:nummer|nr|kenmerk|"
    r"code)\b"
)
"""What a text calls a number behind it: "123456782 is het zaaknummer"."""
UNNAMED = regex.compile(r"(?i)(?:nummer|nr|no)\b[.:]{0,2}\s$")
LABEL_AFTER = regex.compile(
    rf"(?i)\s?[(\[,]?\s?(?:{NAME})"
    rf"|[^.\n\d]{{0,60}}\b(?:is|was|lijkt|blijkt|betreft)\b(?!(?:\W+\w+){{0,2}}\W+(?:geen|niet)\b)[^.\n\d]{{0,12}}\b(?:{NAME})"
)
HEADER = regex.compile(
    rf"(?i)(?:{NAME})(?: ?\([^()\n]{{0,20}}\)| \p{{L}}{{3,12}}| ?/ ?[\p{{L}}-]{{3,12}})?"
)
ASSESSED = regex.compile(r"\.?[A-Z]\.?\d{2}(?!\d)")
"""What follows a service number in the number of a tax assessment: "1642.91.659.H.16"."""
IN_REFERENCE = regex.compile(r"(?<=\b[A-Z]{2,6}[/-])\d{9}(?=[/-]\d)")
"""A service number as part of a reference: "SHV/123456782/2013"."""
BROKEN = regex.compile(
    rf"(?i)\b(?:{NAME})\W{{0,4}}"
    rf"(?P<number>\d(?:{BLANK}?\d){{1,7}}{BLANK}?\n ?\d(?:{BLANK}?\d){{0,7}})(?![^\W_]|[.,]\d)"
)
"""A number that runs over the end of a line, behind its label."""
PERSON = regex.compile(
    r"(?i)\b(?:geb(?:oren)?|geb\.?dat\w*|mw|mevr|mevrouw|dhr|(?:de )?heer|kind|moeder|vader|"
    r"partner|"
    r"echtgeno\w+|zoon|dochter|cli[eë]nt|pati[eë]nt|leerling|betrokkene|inwoner|"
    r"belanghebbende|wonende)\b"
)
"""Words beside nine digits that make a person their owner."""
MORE_BEFORE = regex.compile(r"[\d)][ \xa0]$|\w[./-]$|[/+_=)]$")
MORE_AFTER = regex.compile(r"[ \xa0]?\d|[-/_]\w")
CHAIN = regex.compile(r"\s?(?:[,;/&]|en|and)?\s?")


def find_bsn(text: str) -> Iterator[Match]:
    """Yield the citizen service numbers of a text, and the numbers that may be one."""
    text = with_digits(text)
    columns = starts_under(text, HEADER, CANDIDATE)
    chained = -1
    for hit in CANDIDATE.finditer(text):
        start, end = hit.span()
        labelled = (
            start in columns
            or last_label(text, start, LABELS, REACH) == "bsn"
            or LABEL_AFTER.match(text, end) is not None
            or (chained >= 0 and CHAIN.fullmatch(text, chained, start) is not None)
        )
        match = _judge_labelled(text, start, end) if labelled else _judge_bare(text, start, end)
        chained = end if labelled else -1
        if match:
            yield match
    for hit in IN_REFERENCE.finditer(text):
        if passes_eleven_test(hit[0]):
            reason = "Negen cijfers in een kenmerk die aan de elfproef voldoen: mogelijk een BSN."
            yield Match(*hit.span(), Kind.BSN, 0.6, "bsn.reference", reason)
    for hit in at_words(text, BROKEN):
        digits = _digits(text, *hit.span("number"))
        if len(digits) == SHORT + 1 and passes_eleven_test(digits):
            reason = "Negen cijfers over twee regels die aan de elfproef voldoen, achter 'BSN'."
            yield Match(*hit.span("number"), Kind.BSN, 0.95, "bsn.broken", reason)


def passes_eleven_test(digits: str) -> bool:
    """Tell whether nine digits (or eight, the leading zero dropped) can be a BSN."""
    nine = digits.zfill(9)
    total = sum(weight * int(digit) for weight, digit in zip(WEIGHTS, nine, strict=True))
    return total % 11 == 0 and int(nine) > 0


def _digits(text: str, start: int, end: int) -> str:
    return "".join(filter(str.isdigit, text[start:end]))


def _judge_labelled(text: str, start: int, end: int) -> Match | None:
    """Judge a number that its writer calls a BSN."""
    digits = _digits(text, start, end)
    passes = passes_eleven_test(digits)
    form = ODD if passes and len(digits) > SHORT else EVEN
    if DATE.fullmatch(text, start, end) or not form.fullmatch(text, start, end):
        return None
    if not passes:
        reason = (
            "Staat bij 'BSN', maar voldoet niet aan de elfproef of mist een cijfer: mogelijk een"
            " tikfout."
        )
        return Match(start, end, Kind.BSN, 0.6, "bsn.typo", reason)
    if len(digits) == SHORT:
        reason = "Acht cijfers bij 'BSN' die met een nul ervoor aan de elfproef voldoen."
        return Match(start, end, Kind.BSN, 0.95, "bsn.eight", reason)
    reason = "Negen cijfers die aan de elfproef voldoen, met 'BSN' erbij."
    return Match(start, end, Kind.BSN, 0.99, "bsn.label", reason)


def _judge_bare(text: str, start: int, end: int) -> Match | None:
    """Judge a number that nobody calls a BSN: worth a look if it passes and nothing denies it."""
    digits = _digits(text, start, end)
    is_formed = GROUPED.fullmatch(text, start, end) and not digits.startswith("00")
    if not (is_formed and passes_eleven_test(digits)) or is_amount(text, start, end):
        return None
    if ASSESSED.match(text, end):
        reason = "Een aanslagnummer waarvan de cijfers aan de elfproef voldoen: het bevat het BSN."
        return Match(start, end, Kind.BSN, 0.95, "bsn.assessed", reason)
    return None if _is_denied(text, start, end) else _unnamed(text, start, end)


def _is_denied(text: str, start: int, end: int) -> bool:
    """Tell whether a number is called something else, or is a piece of a longer one."""
    row = line_before(text, start)
    reach = min(REACH, len(row)) if "\t" in row else REACH
    return (
        _is_part_of_more(text, start, end)
        or last_label(text, start, LABELS, reach) == "other"
        or OTHER_AFTER.match(text, end) is not None
    )


def _unnamed(text: str, start: int, end: int) -> Match | None:
    before = line_before(text, start)
    is_number = UNNAMED.search(before) is not None
    if PERSON.search(before + " " + line_after(text, end)):
        reason = "Negen cijfers die aan de elfproef voldoen, naast woorden over een persoon."
        return Match(start, end, Kind.BSN, 0.6 if is_number else 0.87, "bsn.person", reason)
    if is_number:
        return None
    reason = "Negen cijfers die aan de elfproef voldoen, zonder woord dat zegt wat het nummer is."
    return Match(start, end, Kind.BSN, 0.6, "bsn.proof", reason)


def _is_part_of_more(text: str, start: int, end: int) -> bool:
    """Tell whether the digits continue: a piece of an IBAN, a telephone or a case number."""
    before, after = text[max(0, start - 2) : start], text[end : end + 2]
    return MORE_BEFORE.search(before) is not None or MORE_AFTER.match(after) is not None
