"""Dutch licence plates of all side codes, and foreign ones by their label.

Side codes 1 to 14 of the Dutch vehicle register (RDW). Without a label a plate needs its dashes;
the first three codes look like many case and room numbers and are then only worth a look.
"""

from collections.abc import Iterator

import regex

from redact.detect.columns import cells_under
from redact.detect.context import REFERENCE, last_label, line_after, line_before
from redact.detect.match import Match
from redact.detect.misread import with_digits
from redact.detect.starts import at_words
from redact.finding import Kind

OLD_CODES = ("XX-99-99", "99-99-XX", "99-XX-99")
NEW_CODES = (
    *("XX-99-XX", "XX-XX-99", "99-XX-XX", "99-XXX-9", "9-XXX-99", "XX-999-X", "X-999-XX"),
    *("XXX-99-X", "X-99-XXX", "9-XX-999", "999-XX-9"),
)
BLANK = r"\s?[-–‑·. ]?\s?"


def _one_of(codes: tuple[str, ...], letter: str, joint: str) -> str:
    return "|".join(
        code.replace("-", joint).replace("X", letter).replace("9", r"\d") for code in codes
    )


DASHED = regex.compile(
    r"\b(?<![/.]|\w[-–‑])[A-Za-z\d]{1,3}[-–‑][A-Za-z\d]{2,3}[-–‑][A-Za-z\d]{1,3}"
    r"(?![\w/]|[-–‑.,]\w)"
)
OLD = regex.compile(_one_of(OLD_CODES, "[A-Za-z]", "[-–‑]"))
NEW = regex.compile(_one_of(NEW_CODES, "[A-Za-z]", "[-–‑]"))
DUTCH_FORM = rf"\b(?:{_one_of(OLD_CODES + NEW_CODES, '[A-Za-z]', BLANK)})(?!\w)"
FOREIGN_FORM = (
    r"\b(?=[A-Z·–‑ -]*\d)(?=[\d·–‑ -]*[A-Z])[A-Z\d]{1,6}(?:[-–‑· ]{1,2}[A-Z\d]{1,5}){0,3}(?!\w)"
)
DUTCH, FOREIGN = regex.compile(DUTCH_FORM), regex.compile(FOREIGN_FORM)
NEAR = regex.compile(
    r"(?:\s(?:is|was|met|het|van|nummer|nr)\b)*[\s:=(\"'“‘.]{0,3}"
    rf"(?P<plate>{DUTCH_FORM}|{FOREIGN_FORM})"
)
WORDS = regex.compile(r"[^\d\n!?]{0,40}?\b")
CHAIN = regex.compile(r"\s?(?:[,;/&]|en|of)\s?")

NEVER_ISSUED = regex.compile(
    r"(?<![A-Z])(?:S[ADS]|GVD|KKK|KVT|LPF|NSB|PKK|PSV|PVV|SGP|TBS|VVD)(?![A-Z])"
)
VOWEL = regex.compile(r"[AEIOUQ]")
"""Plates of side codes 4 and up hold no vowel: with one it is rather the code of something."""
MONTH = regex.compile(r"(?i)jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec")

CALLED_PLATE = r"kenteken(?:s|nummers?|plaat|platen)?|nummerbord(?:en)?|nummerpla(?:at|ten)"
BRANDS = (
    r"Citroën|Citroen|Opel|Volkswagen|VW|Renault|Peugeot|Ford|Toyota|Kia|Hyundai|BMW|Mercedes|Audi|"
    r"Volvo|Fiat|Seat|Škoda|Skoda|Mazda|Nissan|Suzuki|Dacia|Tesla|Honda|Yamaha|Vespa|Mitsubishi|"
    r"Golf|Polo|Corsa|Astra|Clio|Twingo|Kangoo|Punto|Panda|Fiesta|Focus|Transit|Sprinter|Caddy|"
    r"Berlingo|Eendje|Eend|DAF|Saab|Lexus|Jeep|Porsche|Iveco|MAN|Scania"
)
VEHICLE = (
    rf"(?-i:\b(?:{BRANDS})\b)|auto\b|oldtimer|voertuig|busje|vrachtwagen|motor(?:fiets)?\b|scooter|bro(?:m|mm)fiets|brommer|"
    r"aanhanger|wagen\b|taxi\b|caravan|camper|bestelbus"
)
HEADER = regex.compile(rf"(?i){CALLED_PLATE}")
COLUMN = regex.compile(
    rf"(?i)(?:{CALLED_PLATE}|voertuig(?:en)?|auto|(?:auto ?/ ?)?kenteken(?:nr|s)?\.?)(?: ?auto)?"
)
OF_COUNTRY = regex.compile(r" ?\([A-Z]{1,3}\)$")
BELGIAN = r"(?:\d|[QOU])-[A-Z]{3}-\d{3}"
GERMAN = r"(?!NEN|NTA|ISO|DIN|CEN|NPR|BRL)[A-ZÄÖÜ]{1,3}-[A-Z]{1,2} \d{1,4}[EH]?"
POLISH = r"[A-Z]{2,3} (?:\d{5}|(?=\d+[A-Z])[A-Z\d]{4,5})"
BRITISH = r"[A-Z]{2}\d{2} [A-Z]{3}"
EASTERN = r"(?!NL)[A-Z]{1,2} ?\d{4} ?[A-Z]{2}"
"""Ukrainian and Bulgarian plates."""
SOUTHERN = r"[A-Z]{2} \d{3} ?[A-Z]{2}|[A-Z]{1,2} \d{2,3} [A-Z]{3}|\d{4} [BCDFGHJKLMNPRSTVWXYZ]{3}"
"""Italian, Romanian and Spanish plates."""
FRENCH = r"[A-Z]{2}-\d{3}-[A-Z]{2}"
ABROAD = regex.compile(
    rf"\b(?<![\w/.-])(?:{BELGIAN}|{GERMAN}|{POLISH}|{BRITISH}|{FRENCH}|{EASTERN}|{SOUTHERN})(?![\w/]|[-.,]\w)"
)
"""Foreign plates; by their form alone they are nothing: something in the line must drive."""
DRIVES = regex.compile(
    rf"(?i)\b(?:{VEHICLE}|{CALLED_PLATE}|rijdt\b|reed\b|rijden\b|geparkeerd|parkeer\w*|"
    r"voor de deur|oprit|\bbus\b|bestuurder|aanrijding|bestelwagen|bestelauto|personenauto)"
)
PARTIAL = regex.compile(
    rf"(?i:\b(?:{CALLED_PLATE})\b)[^.\n\d]{{0,30}}\b(?:begint|eindigt|begon|eindigde)\b (?:met|op) "
    r"[\"'“‘]?(?P<plate>(?=[A-Z\d-]*[A-Z\d]{2})[A-Z\d-]{2,6})(?!\w)"
)
"""A part of a plate that somebody saw: "kenteken begint met XN-GR"."""
IN_BRACKETS = regex.compile(
    rf"(?i:\b(?:{VEHICLE})[^\d\n.;()]{{0,30}})[(,] ?(?P<plate>{DUTCH_FORM})(?=[).,;\n]|$)"
)
"""A plate in brackets without dashes: "een andere auto (z817nk)"."""
LABELS = regex.compile(
    rf"(?i)(?P<vehicle>{VEHICLE}|{CALLED_PLATE})|"
    rf"(?P<other>\b(?:{REFERENCE}|kamer|ruimte|lokaal|code|norm\b|type|model|product|onderdeel))"
)
REACH = 50
LENGTHS = range(5, 10)
"""How many letters and digits a plate counts, foreign ones included."""


def find_plate(text: str) -> Iterator[Match]:
    """Yield the licence plates of a text."""
    text = with_digits(text)
    seen: set[int] = set()
    for start, end in _called_so(text):
        if start not in seen:
            seen.add(start)
            reason = "Een kenteken, met 'kenteken' erbij."
            yield Match(start, end, Kind.PLATE, 0.97, "plate.label", reason)
    for found in at_words(text, DASHED):
        match = _judge(text, found) if found.start() not in seen else None
        if match:
            seen.add(match.start)
            yield match
    yield from _abroad(text, seen)


def _abroad(text: str, seen: set[int]) -> Iterator[Match]:
    """Yield foreign plates, and plates in brackets, where the line speaks of a vehicle."""
    for found in at_words(text, ABROAD):
        beside = line_before(text, found.start()) + line_after(text, found.end())
        if found.start() not in seen and DRIVES.search(beside):
            seen.add(found.start())
            reason = "Heeft de vorm van een buitenlands kenteken, in een regel over een voertuig."
            yield Match(*found.span(), Kind.PLATE, 0.88, "plate.abroad", reason)
    for found in at_words(text, PARTIAL):
        if found.start("plate") not in seen:
            reason = "Een deel van een kenteken."
            yield Match(*found.span("plate"), Kind.PLATE, 0.87, "plate.part", reason)
    for found in at_words(text, IN_BRACKETS):
        if found.start("plate") not in seen:
            reason = "Heeft de vorm van een kenteken, tussen haakjes achter een voertuig."
            yield Match(*found.span("plate"), Kind.PLATE, 0.9, "plate.vehicle", reason)


def _called_so(text: str) -> Iterator[tuple[int, int]]:
    """Yield where a text says 'kenteken' and then names one or more."""
    for label in HEADER.finditer(text):
        span = _after(text, label.end())
        while span:
            yield span
            joint = CHAIN.match(text, span[1])
            found = DUTCH.match(text, joint.end()) if joint else None
            span = found.span() if found else None
    for start, end in cells_under(text, COLUMN):
        country = OF_COUNTRY.search(text, start, end)
        cell = FOREIGN.fullmatch(text, start, country.start() if country else end)
        cell = cell or DUTCH.search(text, start, end)
        if cell:
            yield cell.span()


def _after(text: str, position: int) -> tuple[int, int] | None:
    """Return where the plate is that a label before `position` speaks of, if any."""
    near = NEAR.match(text, position)
    if near and not MONTH.search(near["plate"]) and _length(near["plate"]) in LENGTHS:
        return near.span("plate")
    for later in DASHED.finditer(text, position, position + REACH):
        if WORDS.fullmatch(text, position, later.start()) and _code(later[0]):
            return later.span()
    return None


def _length(plate: str) -> int:
    return sum(map(str.isalnum, plate))


def _code(plate: str) -> str | None:
    """Return whether a plate with dashes has the form of an old or a newer side code."""
    if OLD.fullmatch(plate):
        return "old"
    return "new" if NEW.fullmatch(plate) else None


def _judge(text: str, found: regex.Match[str]) -> Match | None:
    """Judge what has the form of a plate by its letters and by the words before it."""
    code = _code(found[0])
    label = last_label(text, found.start(), LABELS, REACH) if code else "other"
    if label == "other" or MONTH.search(found[0]):
        return None
    if label == "vehicle":
        reason = "Heeft de vorm van een kenteken, met een voertuig ervoor genoemd."
        return Match(*found.span(), Kind.PLATE, 0.95, "plate.vehicle", reason)
    if NEVER_ISSUED.search(found[0]):
        return None
    if DRIVES.search(line_before(text, found.start()) + line_after(text, found.end())):
        reason = "Heeft de vorm van een kenteken, in een regel over een voertuig."
        return Match(*found.span(), Kind.PLATE, 0.88, "plate.vehicle", reason)
    if code == "old" or VOWEL.search(found[0].upper()) or not found[0].isupper():
        reason = "Heeft de vorm van een kenteken, maar kan ook een ander nummer zijn."
        return Match(*found.span(), Kind.PLATE, 0.65, "plate.form", reason)
    reason = "Heeft de vorm van een kenteken (letters en cijfers van een sidecode)."
    return Match(*found.span(), Kind.PLATE, 0.9, "plate.form", reason)
