"""Telephone numbers without an area code, and desks: known by a word before or their column."""

from collections.abc import Iterator
from functools import cache
from itertools import chain

import regex

from redact.detect.columns import cells_under
from redact.detect.contact.phone_words import END, LABELS, S, is_scattered
from redact.detect.context import is_amount, last_label, line_after, line_before
from redact.detect.match import Match
from redact.detect.starts import at_words
from redact.detect.wordlist import entry_set
from redact.finding import Kind, Role

LOCAL = regex.compile(
    r"(?i)\b(?:06-?(?:nummer|nr)|06(?=\s?[=:])|nul\s?zes|tel(?:efoon(?:nummer|nr)?)?|telnr|"
    r"mobiel|mob|gsm|fax|doorkies(?:nummer|nr)?)\b"
    r"\.?\s?(?:nr\.?|nummer)?\s?[:=]?\s?(?P<number>(?!\d\d?[-./]\d\d?[-./]\d{4})[1-9]"
    rf"(?:{S}\d){{5,7}}){END}"
)
INTERNAL = regex.compile(
    r"(?i)\b(?:toestel(?:nummer|nr)?|tst|doorkies(?:nummer|nr)?"
    r"|sein|pieper|buzzer|pager|semafoon|dect(?:-?(?:toestel|nummer|nr))?"
    r"|(?:tel(?:efoon)?\.?|nummer|nr\.?)\s\(?intern\)?|intern(?:\s(?:tel(?:efoon)?\.?|nummer|"
    r"nr\.?|tst))"
    r"|(?:tel(?:efoon)?|bel(?:len)?)\.?:?\s(?:op\s)?(?:ext|tst|toestel))\b"
    r"\.?(?: is| was|,)?[ \xa0]{0,12}:?[ \xa0]{0,12}"
    r"(?P<number>\d{3,5}|\d(?: \d){2,4}(?! \d)|\d[ -]\d{4})(?![\w%]|[.,-]\d)"
)
SHORT = regex.compile(
    r"(?i)(?:[,(;]|\b(?:werk|op|via)\b,?|\bwerk,) ?(?:tst|toestel)\b\.? "
    r"(?P<number>\d\d)(?![\w%]|[.,-]\d)"
)
"""A desk with two digits: "op zijn werk, toestel 23"."""

DESK = regex.compile(
    r"(?i)(?<!\d[,\s(]{0,3})\b(?:dkn|ext\.?|int\.|intern(?=:?\s\d{4}\b\s?[,;()|\n]|:?\s\d{4}$)|"
    r"tel(?:efoon)?(?:\.?nr|nummer)?\.?"
    r"(?:\sintern)?|(?:bel|belt|bellen|gebeld|bereikbaar|bereiken)\s(?:\p{L}+\s){0,3}op)"
    r"\.?:?[ \xa0]"
    r"(?P<number>(?!0|(?:19|20)\d\d\b|14\d\d\d\b|1400\b|112\b)(?:\d{4,5}|\d\d[ -]\d\d))"
    r"(?![\w%]|[.,:-]\d| \p{Ll}+(?: en)? (?:voor|tegen)| (?:stemmen|bezwaren|meldingen|"
    r"personen)| ?(?:uur|euro|keer|maal|x)\b| \d)"
)
"""A desk's number without 'toestel': "P. Kok, tel. 4418", "(int. 4418)"."""
SECOND = regex.compile(r"\s?(?:/|,|en|of)\s?(?P<number>\d{4})(?![\w%]|[.,:-]\d|\s\p{Ll})")
"""A second desk behind the first: "tst. 4471 of 4472"."""
COLUMN = regex.compile(
    r"(?i)(?:tel(?:efoon)?(?:nummer|nr)?\.?(?:nr\.?)?|toestel(?:nummer|nr)?|tst\.?|mobiel|"
    r"doorkies(?:nummer|nr)?|"
    r"intern nummer|gsm|06|net-?(?:nr|nummer)\.?|kengetal|vast(?:e lijn| nummer)?|thuis(?:nummer)?|"
    r"(?:tel(?:efoon)?\.?|nummer) ?(?:thuis|werk|priv[eé]|vast|mobiel|[12])|priv[eé](?:nummer)?|"
    r"contact ?[123]|noodcontact|bereikbaar(?: op)?)"
)
NOBODY = regex.compile(
    r"(?i)(?:^|[\t|]) ?(?:balie|receptie|fax\w*|algemeen|centrale|loket|kopieer\w*|portiers?loge|"
    r"bode(?:kamer|s)?|vergader\w*|kantine|storing(?:en)?|meldkamer|helpdesk|servicedesk|kcc|"
    r"klantcontact\w*|secretariaat) ?(?:$|[\t|])"
)
"""A cell in the row of a number that nobody answers in person."""
CELL = regex.compile(r"(?!(?:0800|0900|14 ?0\d)|(?:19|20)\d\d$)\+?\(?\d[\d ()/.–-]{2,16}")
MOBILE_LENGTH = 10
LOOSE = regex.compile(
    r"(?i)\b(?:thuis|werk|priv[eé]|huis|bel(?:t|len|de)?|gebeld|bereikbaar|"
    r"(?<!-)nummer(?= \d\d[ -])|"
    r"tel(?:efoon\w*|nr)?(?=[.: ])|contact|adres bekend)\b[^\d\n;]{0,40}?(?<![\w€.,:/-])(?<!\d )"
    r"(?P<number>(?:[1-9]\d[ -]\d\d[ -]\d\d(?:[ -]?\d)?|[1-9]\d{2}[ -]\d{2}[ -]\d{2}|[1-9]\d{5,6}))"
    r"(?![\w%]|[.,:/-]\d| \d| (?:euro|uur|personen|stuks|inwoners|m2|jaar)\b)"
)
"""A number in the writer's own area: "of thuis na zessen: 55 31 96"."""
MISTYPED = regex.compile(
    r"(?i)\b(?:tel(?:efoon\w*|nr)?|mob(?:iel\w*)?|gsm|nr|nummer|bel(?:len|t)?|bereikbaar op)"
    r"\b\.?:? ?(?P<number>(?!06[-. ]\d\d?[-. ](?:19|20)\d\d)"
    r"06[ -]?(?:\d[ -]?){5,6}\d|06[ -]?\d{9}"
    r"|(?!\d\d[-. ]\d\d[-. ]\d{2,4})0[1-57]\d(?:[ -]?\d){4,5})(?!\w|[ .,:/-]\d)"
)
"""A mobile number with a digit too few or too many."""
UNREAD = regex.compile(
    r"(?<![\w€+=.,-])(?P<number>0[1-9](?:[ -]?\d){5,7}[ -]?\?{1,3}|06[ -]\d(?:[ -]?\d){6})"
    r"(?!\w|[ .,:/-]?\d)"
)
"""A number without label of which a digit was not read, or that has one too few."""
DAY = regex.compile(r"06[ -]\d\d?[ -](?:19|20)\d\d")
PERSON_CELL = regex.compile(
    r"(?:^|[\t|]) ?(?!Balie|Zaal|Kamer|Team|Afdeling|Bode|Receptie|Vergader|Loket|Centrale)"
    r"(?:(?:\p{Lu}\.)+|\p{Lu}\p{Ll}+)(?: \p{Ll}+)* \p{Lu}[\p{L}’'-]+(?=[ ]?(?:[\t|]|$))"
)
"""A cell in the row of a number that names a person."""
AT_DESK = regex.compile(
    r"(?:(?i:secretariaat|balie|receptie|loket|griffie|helpdesk|servicedesk)(?:: | \()"
    r"(?P<name>\p{Lu}\p{Ll}+)(?: \p{Lu}[\p{L}’'-]+)?[,) ]"
    r"|(?P<name>\p{Lu}\p{Ll}+) van (?:het|de) (?:secretariaat|balie|receptie|griffie|helpdesk))"
    r"[^\n;]{0,30}$"
)
"""A person at a desk: "Secretariaat: Linda, kamer 1.12, tst. 3308"."""
ENDING = regex.compile(
    r"(?i)\b(?:nummer|doorkies\w*|mobiel\w*|tel\w*|06|lijn|toestel\w*)\b[^.\n\d]{0,40}?"
    r"\beindig(?:t|end|de)\b (?:op|met) (?P<number>\d{2,6})(?![\w%]|[.,]\d)"
    r"|\b(?:oude|nieuwe|andere|nummer)\b,? \(?(?P<number>\.{2,3}\d{3,6})\b"
)
"""The last digits of a number: "zijn vaste nummer eindigt op 2814", "de oude (..6016)"."""
BROKEN = regex.compile(
    r"(?<![\w+.,-])06(?:[ -]{0,3}\d){0,7}[ -]{0,2}\n[ ]?\d(?:[ -]{0,3}\d){0,7}(?![\w]|[.,]\d)"
)
"""A mobile number that runs over the end of a line."""


def _in_columns(text: str) -> Iterator[Match]:
    """Yield the short numbers below "Tel." or "Toestel" in a table."""
    for start, end in cells_under(text, COLUMN):
        if not CELL.fullmatch(text, start, end) or is_amount(text, start, end):
            continue
        row = line_before(text, start) + "\t" + line_after(text, end)
        if NOBODY.search(row) and not PERSON_CELL.search(row):
            reason = "Een nummer van een balie of apparaat."
            yield Match(start, end, Kind.PHONE, 0.9, "phone.general", reason, Role.ORGANISATION)
        else:
            reason = "Een nummer in een kolom met telefoonnummers."
            yield Match(start, end, Kind.PHONE, 0.9, "phone.column", reason)


def _broken(text: str) -> Iterator[Match]:
    """Yield mobile numbers that run over the end of a line."""
    for found in BROKEN.finditer(text):
        if sum(map(str.isdigit, found[0])) == MOBILE_LENGTH:
            reason = "Een mobiel nummer dat over twee regels loopt."
            yield Match(*found.span(), Kind.PHONE, 0.88, "phone.broken", reason)


def _loose(text: str) -> Iterator[Match]:
    """Yield numbers of the writer's own area, desks of two digits and the ends of numbers."""
    for found in at_words(text, LOOSE):
        if last_label(text, found.start("number"), LABELS, 40) in ("general", "other"):
            continue
        if not is_amount(text, *found.span("number")):
            reason = "Een nummer zonder netnummer, na woorden over bellen of thuis."
            yield Match(*found.span("number"), Kind.PHONE, 0.86, "phone.local", reason)
    for found in at_words(text, MISTYPED):
        reason = "Een mobiel nummer met een cijfer te weinig of te veel: mogelijk een tikfout."
        yield Match(*found.span("number"), Kind.PHONE, 0.86, "phone.typo", reason)
    for found in UNREAD.finditer(text):
        if not DAY.match(text, found.start("number")):
            reason = "Een telefoonnummer waarvan een cijfer mist of niet is gelezen."
            score = 0.86 if "?" in found["number"] else 0.65
            yield Match(*found.span("number"), Kind.PHONE, score, "phone.unread", reason)
    for found in chain(SHORT.finditer(text), at_words(text, ENDING)):
        reason = "Een kort nummer of het einde van een telefoonnummer."
        yield Match(*found.span("number"), Kind.PHONE, 0.87, "phone.local", reason)


def _at_desk(text: str, start: int) -> bool:
    """Tell whether the words before a number name the person at a desk."""
    found = AT_DESK.search(line_before(text, start, 70))
    return found is not None and found["name"].casefold() in _given()


@cache
def _given() -> frozenset[str]:
    """Return the first names in small letters."""
    return frozenset(name.casefold() for name in entry_set("first_names"))


def find_short(text: str) -> Iterator[Match]:
    """Yield numbers that only their label makes a telephone number."""
    for found in at_words(text, LOCAL):
        if is_scattered("0 " + found["number"]):
            continue
        reason = "Een nummer zonder netnummer, met 'telefoon' of 'mobiel' ervoor."
        yield Match(*found.span("number"), Kind.PHONE, 0.9, "phone.label", reason)
    yield from _in_columns(text)
    yield from _broken(text)
    yield from _loose(text)
    for found in chain(at_words(text, INTERNAL), at_words(text, DESK)):
        span = found.span("number")
        if is_amount(text, *span):
            continue
        if last_label(text, found.start(), LABELS, 40) == "general" and not _at_desk(text, span[0]):
            reason = "Een intern nummer van een balie of dienst blijft openbaar."
            yield Match(*span, Kind.PHONE, 0.9, "phone.general", reason, Role.ORGANISATION)
        else:
            reason = "Een intern nummer, met 'toestel' ervoor."
            yield Match(*span, Kind.PHONE, 0.9, "phone.internal", reason)
            second = SECOND.match(text, span[1])
            if second:
                yield Match(*second.span("number"), Kind.PHONE, 0.88, "phone.internal", reason)
