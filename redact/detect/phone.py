"""Telephone numbers, in every way the Dutch write them.

Numbers of organisations stay public: 0800, 0900, 14 0xx, and what is called a general number,
the reception or the contact centre. 085 and 088 numbers belong to businesses and public bodies,
but also to the desk of one official there: somebody looks, unless a word beside it decides.
"""

from collections.abc import Iterator
from functools import cache

import regex

from redact.detect.context import REFERENCE, is_amount, last_label, line_after, line_before
from redact.detect.match import Match
from redact.detect.misread import with_digits
from redact.detect.wordlist import entries
from redact.finding import Kind, Role

S = r"(?:\s?[-–‑\xad/]\s?|\.|[ \xa0]{1,2})?"
START = (
    r"(?<![\w€+@=])(?<!\d[.,:-])(?<!\d{4}[ \xa0]\d{4}[ \xa0])"
    r"(?<![A-Z]{2}\d\d[ \xa0.-]?[A-Z]{4}[ \xa0.-]?)"
)
END = r"(?![\w@])(?![.,:-]\d)"
INSIDE = r"(?:toestel|tst|doorkies(?:nummer|nr)?|ext)\b\.?:?\s?\d{2,5}\b"
EXTENSION = rf"(?:,?\s?(?:\({INSIDE}\)|{INSIDE}))?"
COUNTRY = (
    r"(?:1|7|2[07]|3[0-46-9]|4[0-13-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|2[1-689]\d|35\d|37\d|38\d|"
    r"42\d|5[09]\d|6[789]\d|80\d|85\d|88\d|96\d|97\d|99\d)"
)
DATE = r"06[-./ ]\d\d?[-./ ](?:19|20)\d\d"
BUSINESS = r"(?:\(08[458]\)|08[458])"
AREA = r"(?:\(0[1-57]\d\)|0[1-57]\d)"
LONG_AREA = r"\(0[1-57]\d\d\)"
TO_NETHERLANDS = r"(?:\((?:\+|00)\s?31\)|(?:\+|00)\s?31)"
EXIT = rf"(?:\+|00\s?(?=[2-9]))(?!\s?31){COUNTRY}"
DUTCH = regex.compile(
    rf"{START}(?:(?P<mobile>(?!{DATE})(?:\(06\)|\(0\){S}6|06)(?:{S}\d){{8}})"
    rf"|(?P<business>{BUSINESS}(?:{S}\d){{7}})"
    rf"|(?P<fixed>{AREA}(?:{S}\d){{7}}|{LONG_AREA}(?:{S}\d){{6}})"
    rf"|(?P<abroad>{TO_NETHERLANDS}{S}(?:\(\s?0\s?\)|0)?{S}[1-9](?:{S}\d){{8}})){END}{EXTENSION}"
)
FOREIGN = regex.compile(
    rf"{START}(?P<exit>\({EXIT}\)|{EXIT})(?:{S}\(\d{{1,4}}\))?(?:{S}\d){{7,12}}{END}{EXTENSION}"
)
COUNT = regex.compile(r"\+\d{1,3}(?:\.\d{3})+")
SERVICE = regex.compile(
    rf"{START}(?:(?:0800|090[069])(?:{S}\d){{4,7}}|14[ \xa0-](?:\(0\d{{2,3}}\)|0\d{{2,3}})){END}"
)
LOCAL = regex.compile(
    r"(?i)\b(?:tel(?:efoon(?:nummer|nr)?)?|telnr|mobiel|mob|gsm|fax|doorkies(?:nummer|nr)?)\b"
    r"\.?\s?(?:nr\.?|nummer)?\s?[:=]?\s?(?P<number>(?!\d\d?[-./]\d\d?[-./]\d{4})[1-9]"
    rf"(?:{S}\d){{5,7}}){END}"
)
INTERNAL = regex.compile(
    r"(?i)(?<!\d[,\s(]{0,3})\b(?:toestel(?:nummer|nr)?|tst|doorkies(?:nummer|nr)?"
    r"|(?:tel(?:efoon)?\.?|nummer|nr\.?)\s\(?intern\)?|intern(?:\s(?:tel(?:efoon)?\.?|nummer|nr\.?|tst))"
    r"|(?:tel(?:efoon)?|bel(?:len)?)\.?:?\s(?:op\s)?(?:ext|tst|toestel))\b"
    r"\.?[ \xa0]?:?[ \xa0]?(?P<number>\d{3,5})(?![\w%]|[.,-]\d)"
)

LABELS = regex.compile(
    r"(?i)(?P<general>algemeen:?\s(?:tel|nummer|nr)|algemene? (?:telefoon)?nummer|centrale\b|"
    r"(?:nummer|telefoon|tel\.?)\s(?:algemeen|centrale)|pers(?:telefoon|nummer|lijn)|\w*servicepunt|"
    r"storings(?:dienst|nummer|lijn)|noodnummer|alarmnummer|hulplijn|klachtenlijn|infolijn|"
    r"publieksvoorlichting|"
    r"contact ?cent|\bkcc\b|receptie|helpdesk|servicedesk|klantenservice|servicenummer|meldkamer|"
    r"informatienummer|meldpunt|meldnummer|publieksnummer|balie\b)"
    r"|(?P<phone>\btel|\bmob|telefo|gsm|\bbel|doorkies|direct|fax)|(?P<number>\d(?:[ -]?\d){5,})"
    rf"|(?P<other>\b(?:{REFERENCE}|iban|rekening|bsn|burgerservice))"
)
GENERAL_AFTER = regex.compile(
    r"(?i)\s?\((?:meldkamer|secretariaat|loket|balie|algemeen|centrale|receptie|kcc|"
    r"klant ?contact|lokaal tarief|gebruikelijke|gratis)"
)
PERSONAL = regex.compile(r"(?i)direct|doorkies|rechtstreeks|mobiel|priv[eé]|thuis")
LETTERHEAD = regex.compile(
    r"(?i)postbus|bezoekadres|www\.|info@|praktijk|ziekenhuis|apotheek|winkel|\bkvk\b|\biban\b|"
    r"\b(?:gemeente|provincie|waterschap|hoogheemraadschap|omgevingsdienst|ministerie|rechtbank|"
    r"veiligheidsregio|ggd|stadhuis|gemeentehuis|stichting|vereniging|secretariaat|loket|balie|"
    r"wijkteam|huisartsenpost|crisisdienst|piket|storing|meldpunt|kantoor|school)\b"
)


def find_phone(text: str) -> Iterator[Match]:
    """Yield the telephone numbers of a text, those of organisations marked as such."""
    text = with_digits(text)
    for found in DUTCH.finditer(text):
        yield from _judge(text, found)
    for found in FOREIGN.finditer(text):
        if not COUNT.fullmatch(found[0]):
            yield from _judge(text, found)
    for found in SERVICE.finditer(text):
        reason = "Een servicenummer (0800, 0900 of 14 met een netnummer) is van een organisatie."
        yield _organisation(found, "phone.service", reason)
    yield from _by_label(text)


@cache
def _area_codes() -> frozenset[str]:
    return frozenset(code for line in entries("area_codes") for code in line.split())


def _judge(text: str, found: regex.Match[str]) -> Iterator[Match]:
    """Yield a number with what the words around it say, unless they call it something else."""
    label = last_label(text, found.start(), LABELS, 40)
    if (label == "other" and found[0].isdigit()) or is_amount(text, *found.span()):
        return
    if _is_scattered(found[0]):
        return
    if _is_general(text, found, label):
        reason = "Een algemeen nummer van een organisatie (centrale, receptie, contactcentrum)."
        yield _organisation(found, "phone.general", reason)
    elif doubt := _doubt(text, found, label):
        yield Match(*found.span(), Kind.PHONE, 0.65, "phone.doubt", doubt)
    else:
        reason = "Een reeks cijfers in de vorm van een telefoonnummer."
        yield Match(*found.span(), Kind.PHONE, 0.95, "phone.form", reason)


def _is_scattered(number: str) -> bool:
    """Tell whether digits stand apart, as the cells of a table of figures do: 06 0 00 2 00."""
    groups = regex.findall(r"\d+", number.partition("(0)")[2] or number)[1:]
    single = sum(len(group) == 1 for group in groups)
    return 1 < single < len(groups)


def _is_general(text: str, found: regex.Match[str], label: str | None) -> bool:
    """Tell whether a number is called a general one; a mobile number never is."""
    general = label == "general" or GENERAL_AFTER.match(text, found.end())
    return bool(general) and "mobile" not in _forms(found)


def _doubt(text: str, found: regex.Match[str], label: str | None) -> str | None:
    """Return why a person should look at a number, if so."""
    forms = _forms(found)
    before = line_before(text, found.start())
    if "business" in forms and not PERSONAL.search(before[-25:]):
        return "Een 084-, 085- of 088-nummer: van een organisatie of van één medewerker?"
    if "fixed" in forms and LETTERHEAD.search(before + line_after(text, found.end())):
        return "Een telefoonnummer tussen adresgegevens: van een organisatie of van een persoon?"
    bare = found[0].isdigit() and label != "phone"
    if bare and ("exit" in forms or not _has_area_code(found[0])):
        return "Tien of meer cijfers die een telefoonnummer kunnen zijn."
    return None


def _has_area_code(digits: str) -> bool:
    """Tell whether digits begin with 00, 06, a business prefix or an area code in use."""
    known = {digits[:2], digits[:3], digits[:4]} & _area_codes()
    return bool(known) or digits.startswith(("00", "08"))


def _forms(found: regex.Match[str]) -> set[str]:
    return {name for name, value in found.groupdict().items() if value}


def _organisation(found: regex.Match[str], source: str, reason: str) -> Match:
    return Match(*found.span(), Kind.PHONE, 0.95, source, reason, Role.ORGANISATION)


def _by_label(text: str) -> Iterator[Match]:
    """Yield numbers that only their label makes a telephone number."""
    for found in LOCAL.finditer(text):
        if _is_scattered("0 " + found["number"]):
            continue
        reason = "Een nummer zonder netnummer, met 'telefoon' of 'mobiel' ervoor."
        yield Match(*found.span("number"), Kind.PHONE, 0.9, "phone.label", reason)
    for found in INTERNAL.finditer(text):
        span = found.span("number")
        if is_amount(text, *span):
            continue
        if last_label(text, found.start(), LABELS, 40) == "general":
            reason = "Een intern nummer van een balie of dienst blijft openbaar."
            yield Match(*span, Kind.PHONE, 0.9, "phone.general", reason, Role.ORGANISATION)
        else:
            reason = "Een intern nummer, met 'toestel' ervoor."
            yield Match(*span, Kind.PHONE, 0.9, "phone.internal", reason)
