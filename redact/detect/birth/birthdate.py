"""Dates and places of birth, known by the words around them; every other date stays.

A year of birth, an age and a date behind a name are worth a look.
"""

from collections.abc import Iterator

import regex

from redact.detect.columns import cells_under
from redact.detect.context import line_before
from redact.detect.match import Match
from redact.detect.misread import with_digits
from redact.detect.starts import at_words
from redact.finding import Kind

MONTH = (
    r"(?:jan(?:uari|uary)?|feb(?:ruari|ruary|r)?|maart|mrt|mar(?:ch)?|apr(?:il)?|mei|may|jun[ie]?|"
    r"jul[iy]?|aug(?:ustus|ust)?|sept?(?:ember)?|o[kc]t(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b\.?"
)
DAY, NUMBER = r"(?:0?[1-9]|[12]\d|3[01])", r"(?:0?[1-9]|1[0-2])"
YEAR = r"(?:(?:19|20)\d\d|['’]?\d\d)"
DATE = (
    rf"(?:{DAY}\s?[-–‑./]\s?{NUMBER}\s?[-–‑./]\s?{YEAR}|{DAY} {NUMBER} (?:19|20)\d\d"
    rf"|(?:19|20)\d\d[-./](?:0[1-9]|1[0-2])[-./](?:0[1-9]|[12]\d|3[01])"
    rf"|{DAY}(?:e|ste|de|th)?[ \xa0-]?(?i:{MONTH})[ \xa0-]?{YEAR})(?![\w]|[./-]\d)"
)
SEASON = r"(?:voorjaar|najaar|zomer|winter|herfst|lente|begin|eind|medio|omstreeks|rond)(?: van)?"
YEAR_ONLY = rf"(?:(?i:{MONTH}|{SEASON}) )?(?:19|20)\d\d(?!\w|[./-]\d)"
CAPITALISED = r"\p{Lu}[\p{L}'’.-]*\p{L}"
PLACE = (
    rf"(?:['’]s-)?{CAPITALISED}(?:(?: (?:aan|op|bij|en|van|de|den|der|het|a/d))* {CAPITALISED})"
    r"{0,2}(?: ?\([\p{L} -]+\))?"
)

CUE = regex.compile(
    r"(?i)\b(?:ge ?boren\b|ge ?boorte ?(?:datum|dag|dat|jaar|plaats)?\b|geb(?:oorte)?\.? ?-?dat\w*|"
    r"(?-i:[Gg]eb\b(?=[. :])|GEB\b(?=\.)|(?<=[,.] )GEB(?=:? ?\d)|GEB(?=:? ?\d{6}(?:\d\d)?\b))|"
    r"gebdat\w*|d\.?o\.?b\b|date of birth\b|birth ?date\b|"
    r"born\b|verjaardag\b)|(?:(?<=[(,]\s?)\*|(?<!\d ?)°)(?=\s?\d{1,2}[-./ ])"
)
"""GEB without a dot is a gegevensbeschermingseffectbeoordeling."""
THING = regex.compile(
    r"(?i)\b(?:plan|idee|initiatief|project|samenwerking|partij|stichting|vereniging|gedachte|concept)\b"
    r"[^.\n]{0,15}$"
)
NOT_A_PERSON = regex.compile(
    r"(?i)[\s.:]*(?:(?:zijn|is|worden?|werden|werd|op of|kinderen) )?"
    r"(?:na|v[oó][oó]r|vanaf|tussen|sinds|uiterlijk)\b"
)
LIMIT = regex.compile(r"(?i)\b(?:na|v[oó][oó]r|vanaf|tussen|sinds|uiterlijk)\b")
FILLER = (
    r"(?:[ \xa0\n\t.:,()*|/-]|\b(?:[mvx]|man|vrouw)\b(?= ?[,/;])|"
    r"\b(?:onbekend|vermoedelijk|circa|ca|geschat|d\.d|datum|op|te|in|is|was|van|de|den|het|heer|mevrouw|"
    rf"betrokkene|cliënt|en|plaats|zijn|haar|hun|kind|zoon|dochter|vader|moeder|werknemer)\b|['’]s-|{CAPITALISED})"
)
DIGITS_ONLY = r"(?<=(?i:datum|dat|geb|jj\))\W*)(?:\d{8}|\d{6})\b"
SPACED = r"(?:(?:0?[1-9]|[12]\d|3[01]) (?:0?[1-9]|1[0-2]) \d\d|['’]\d\d)(?![\w]|[ .,/-]\d)"
"""Two digits for a year, which a word before them makes a birth: "geb. 11 07 81", "geb. '83"."""
HINT = r"(?: ?[\[(](?i:d{1,2}\W?m|dag|jj)[^()\[\]\n]{0,15}[\])])?"
"""How a form asks for a date: "Geboortedatum (dd/mm/jjjj)"."""
BOXES = r"[0-3] \d ?[-/.| ] ?[01] \d ?[-/.| ] ?(?:1 9|2 0) \d \d(?! ?\d)"
SURE = regex.compile(
    rf"{HINT}{FILLER}{{0,16}}?(?<!\w)(?P<date>{DATE}|{DIGITS_ONLY}|{SPACED}|{BOXES})"
)
DOUBTFUL = regex.compile(rf"[^\d\n;!?]{{0,40}}?(?<!\w)(?P<date>{DATE})")
BY_YEAR = regex.compile(
    rf"{FILLER}{{0,12}}?(?<!\w)(?P<date>{YEAR_ONLY}|{DAY} (?i:{MONTH}))"
    r"(?!\w| 1[0-8]\d\d)(?! of (?:later|eerder|daarna|daarvoor))"
)
MANY = regex.compile(
    r"(?i)\b(?:kinderen|personen|mensen|jongeren|inwoners|baby['’]?s|leerlingen|burgers|ouderen|"
    r"vrouwen|mannen|iedereen|allen|wie|die|cohort\w*|generatie)\b[^.\n]{0,20}$"
)
"""Words before a cue that make it about no one person: "kinderen geboren in 2015"."""
CONTRASTED = regex.compile(
    r"(?:[^\n]|\n(?!\n)){0,120}?\b(?:andere?|anders|echter|maar|niet|terwijl|of|doch|moet|wordt|lees|i\.p\.v\.)"
    r"(?!\w)"
    rf"(?:[^\d\n]|\n(?!\n)){{0,40}}?(?<!\w)(?P<date>{DATE}|{DAY} (?i:{MONTH}))"
)
TWIN = regex.compile(rf" ?(?:en|&|resp\.|=) (?:op )?(?P<date>{DATE})")
PLACE_BEFORE = regex.compile(rf"(?:\b(?:te|in) |: ?)(?P<place>{PLACE})")
BORN_IN = regex.compile(
    rf"(?<=(?i:geboren|geboorteplaats))(?: (?:te|in)|:) (?P<place>(?>{PLACE}))"
    rf"(?! op (?:\p{{Ll}}+|\d\d?) (?i:{MONTH}))"
)
PLACE_AFTER = regex.compile(rf",? (?:te|in) {PLACE}")
PLACE_NEXT = regex.compile(rf"(?:,| -| /)? {PLACE}(?=[ ]?(?:[\n\t|.;]|$))")
DATE_BEFORE = regex.compile(rf"(?<!\w){DATE}$")
YEAR_BEFORE = regex.compile(rf"(?:\bin |^)(?P<date>{YEAR_ONLY})(?: te zijn)?$")
YEAR_END = regex.compile(r"(?<=[\d'’./ -]|^)(\d\d)$")
NEXT, SAME_TIME = 50, 15
"""Characters to, and years between, a birth and the date that is set against it."""
CELL = regex.compile(
    rf"(?<!\w)(?:{DATE}|{YEAR_ONLY}|{DAY}[ -](?i:{MONTH})(?!\w)"
    rf"|\d{{8}}\b|\d{{6}}\b|1[34]\d\d\b|['’]\d\d\b)"
    rf"(?:,? (?:te|in)? ?{PLACE})?"
)
OTHER_CELL = regex.compile(r"(?i)(?:leeftijd|datum|overleden|gehuwd|ingang|in dienst|sinds)\b")
"""What a cell below "Geboren" begins with when it is the next label and no date of birth."""
HEADER = regex.compile(
    r"(?i)\b(?:geboorte-?(?:datum|dag|dat|jaar)(?: en -?plaats)?|"
    r"geb\.? ?-?(?:datum|dat\.?|dt\.?|jaar)|"
    r"geb|geboren(?: op)?|(?:naam|leerling|kind)(?: en|,| ?/) geb[^\t|\n]{0,20}|gebdat|"
    r"d\.?o\.?b|date of birth|birth ?date|verjaardag|jarig(?: op)?|gb\.?-?dat(?:um)?)\b"
)

DATE_LABEL = regex.compile(r"(?i)ge ?boorte ?-?dat|geb\.? ?-?dat")
AGE_HEADER = regex.compile(r"(?i)\bleeftijd(?: kind| cliënt)?")
AGE_CELL = regex.compile(r"\d{1,3}(?: (?:jaar|jr\.?|mnd))?")
BESIDE_NAME = regex.compile(rf"\((?P<date>{DATE}(?: te {PLACE})?)\)")
NAME = regex.compile(
    r"(?:\b(?i:heer|mevrouw|dhr|mevr|mw|cliënt|betrokkene)\b\.?[^()\n;]{1,40}"
    r"|\b\p{Lu}\.\s?(?:\p{Ll}+ ){0,3}\p{Lu}[\p{L}-]+)\s?$"
)

PERSON = (
    r"(?:man|vrouw|jongen|meisje|kind|zoon|dochter|moeder|vader|broer|zus|cliënte?|patiënte?|heer|"
    r"mevrouw|betrokkene|verdachte|slachtoffer|bewoner|bewoonster|inwoner|inwoonster|jongere|"
    r"hij|zij|ze|Nederlander|asielzoeker|vreemdeling)"
)
NO_AGE = r"(?! (?:ervaring|lang|geleden|in dienst|werkzaam|celstraf|cel\b|getrouwd))"
AGE = regex.compile(
    rf"\b\d{{1,2}}(?:[- ]jarige (?:\p{{Ll}}+e )?(?={PERSON}\b|(?<=\d\d\D+)\p{{Lu}}\p{{Ll}})"
    rf"| (?:jaar|jr)\b{NO_AGE}(?<=\b{PERSON} ?(?:,|\(|van|is|was)? ?\d+ (?:jaar|jr)))"
    r"|\b(?i:leeftijd) ?:? ?\K\d{1,2}(?: jaar)?\b(?![.,]\d|[- ]\d)"
)


def find_birthdate(text: str) -> Iterator[Match]:
    """Yield the dates, years and places of birth and the ages of a text."""
    text = with_digits(text)
    for cue in CUE.finditer(text):
        match = _at_cue(text, *cue.span())
        if match:
            yield match
            yield from _contrasted(text, match.end)
            yield from _twins(text, match.end)
    yield from _in_columns(text)
    for found in BESIDE_NAME.finditer(text):
        if NAME.search(line_before(text, found.start())):
            reason = "Een datum tussen haakjes achter een naam: mogelijk een geboortedatum."
            yield Match(*found.span("date"), Kind.BIRTHDATE, 0.6, "birthdate.name", reason)
    for found in at_words(text, AGE):
        reason = "Een leeftijd bij een persoon."
        yield Match(*found.span(), Kind.BIRTHDATE, 0.5, "birthdate.age", reason)


def _at_cue(text: str, start: int, end: int) -> Match | None:
    """Return what a word such as 'geboren' at [start, end) is about."""
    if NOT_A_PERSON.match(text, end) or THING.search(line_before(text, start, 40)):
        return None
    if found := SURE.match(text, end):
        span = _with_place(text, end, *found.span("date"))
        reason = "Een geboortedatum, met 'geboren' of 'geboortedatum' erbij."
        return Match(*span, Kind.BIRTHDATE, 0.95, "birthdate.cue", reason)
    before = DATE_BEFORE.search(line_before(text, start, 24).rstrip(" (,"))
    if before:
        length = len(line_before(text, start, 24))
        begin = start - length + before.start()
        reason = "Een datum met 'geboren' of 'geboortedatum' erachter."
        return Match(begin, begin + len(before[0]), Kind.BIRTHDATE, 0.9, "birthdate.cue", reason)
    return _of_year_before(text, start) or _doubtful(text, start, end)


def _of_year_before(text: str, start: int) -> Match | None:
    """Return the year before a cue that starts at `start`: "in 1998 geboren"."""
    row = line_before(text, start, 40)
    found = YEAR_BEFORE.search(row.rstrip())
    if found is None or MANY.search(line_before(text, start, 90)):
        return None
    begin = start - len(row) + found.start("date")
    reason = "Een jaar met 'geboren' erachter."
    return Match(begin, begin + len(found["date"]), Kind.BIRTHDATE, 0.87, "birthdate.year", reason)


def _doubtful(text: str, start: int, end: int) -> Match | None:
    """Return what may be a date, year or place of birth after a cue that ends at `end`."""
    if found := BY_YEAR.match(text, end):
        reason = "Een geboortejaar of verjaardag."
        score = 0.7 if MANY.search(line_before(text, end, 60)) else 0.87
        return Match(*found.span("date"), Kind.BIRTHDATE, score, "birthdate.year", reason)
    found = DOUBTFUL.match(text, end)
    if found and not LIMIT.search(text, end, found.start("date")):
        reason = "Een datum in een zin over een geboorte: mogelijk een geboortedatum."
        date = found.start("date")
        is_field = DATE_LABEL.match(text, start) and text[end:date].rstrip()[-1:] == ":"
        span = found.span("date") if is_field else _with_place(text, end, *found.span("date"))
        score = 0.88 if is_field else 0.6
        return Match(*span, Kind.BIRTHDATE, score, "birthdate.sentence", reason)
    if found := BORN_IN.match(text, end):
        reason = "Een geboorteplaats."
        return Match(*found.span("place"), Kind.BIRTHDATE, 0.6, "birthdate.place", reason)
    return None


def _contrasted(text: str, end: int) -> Iterator[Match]:
    """Yield the other date that is set against a date of birth: "maar in zijn rijbewijs ..."."""
    found = CONTRASTED.match(text, end)
    if found:
        reason = "Een datum die tegenover een geboortedatum staat: mogelijk ook een geboortedatum."
        close = found.start("date") - end <= NEXT and _is_of_same_time(text[:end], found["date"])
        score = 0.87 if close else 0.7
        yield Match(*found.span("date"), Kind.BIRTHDATE, score, "birthdate.other", reason)


def full_year(year: int) -> int:
    """Return the year of a birth in full: two digits mean the last such year that is past."""
    if year >= 100:  # noqa: PLR2004  a year written in full
        return year
    return 2000 + year if year <= 30 else 1900 + year  # noqa: PLR2004  the century


def _is_of_same_time(born: str, other: str) -> bool:
    """Tell whether a date lies within years of the one a text ends with, or names no year."""
    first, second = YEAR_END.search(born[-12:]), YEAR_END.search(other)
    if first is None or second is None:
        return True
    return abs((int(first[1]) - int(second[1]) + 50) % 100 - 50) <= SAME_TIME


def _twins(text: str, end: int) -> Iterator[Match]:
    """Yield the dates in one breath with a date of birth: "geb. 3-4-2020 en 4-4-2020"."""
    while found := TWIN.match(text, end):
        reason = "Een datum in één adem met een geboortedatum."
        yield Match(*found.span("date"), Kind.BIRTHDATE, 0.7, "birthdate.other", reason)
        end = found.end()


def _with_place(text: str, cue_end: int, start: int, end: int) -> tuple[int, int]:
    """Return the date [start, end) with the place of birth before or after it."""
    before = PLACE_BEFORE.search(text, cue_end, start)
    is_asked = "plaats" in text[max(0, cue_end - 14) : start].casefold()
    after = PLACE_AFTER.match(text, end) or (is_asked and PLACE_NEXT.match(text, end)) or None
    return (before.start("place") if before else start), (after.end() if after else end)


def _in_columns(text: str) -> Iterator[Match]:
    for start, end in cells_under(text, HEADER):
        if OTHER_CELL.match(text, start):
            continue
        begin = start - (text[start - 1] in "'’")
        for found in CELL.finditer(text, begin, end):
            reason = "Staat in een tabel onder 'geboortedatum'."
            yield Match(*found.span(), Kind.BIRTHDATE, 0.97, "birthdate.column", reason)
    for start, end in cells_under(text, AGE_HEADER):
        if AGE_CELL.fullmatch(text, start, end):
            reason = "Staat in een tabel onder 'leeftijd'."
            yield Match(start, end, Kind.BIRTHDATE, 0.6, "birthdate.age", reason)
