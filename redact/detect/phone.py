"""Telephone numbers, in every way the Dutch write them.

Numbers of organisations stay public: 0800, 0900, 14 0xx, and what is called a general number,
the reception or the contact centre. 085 and 088 numbers belong to businesses and public bodies,
but also to the desk of one official there: somebody looks, unless a word beside it decides.
"""

from collections.abc import Iterator
from functools import cache
from itertools import chain

import regex

from redact.detect.columns import cells_under
from redact.detect.context import REFERENCE, is_amount, last_label, line_after, line_before
from redact.detect.match import Match
from redact.detect.misread import with_digits
from redact.detect.wordlist import entries
from redact.finding import Kind, Role

S = r"(?:\s?[-–‑_\xad/]\s?|\.|[ \xa0]{1,2})?"
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
    rf"|(?P<abroad>{TO_NETHERLANDS}{S}(?:\(\s?0\s?\)|0)?{S}(?:[1-9]|"
    rf"\(6\))(?:{S}\d){{8}})){END}{EXTENSION}"
)
FOREIGN = regex.compile(
    rf"{START}(?P<exit>\({EXIT}\)|{EXIT})(?:{S}\(\d{{1,4}}\))?(?:{S}\d){{7,12}}{END}{EXTENSION}"
)
MOBILE_LENGTH = 10
COUNT = regex.compile(r"\+\d{1,3}(?:\.\d{3})+")
SERVICE = regex.compile(
    rf"{START}(?:(?:0800|090[069])(?:{S}\d){{4,7}}|14[ \xa0-](?:\(0\d{{2,3}}\)|0\d{{2,3}})){END}"
)
LOCAL = regex.compile(
    r"(?i)\b(?:06-?(?:nummer|nr)|06(?=\s?[=:])|nul\s?zes|tel(?:efoon(?:nummer|nr)?)?|telnr|"
    r"mobiel|mob|gsm|fax|doorkies(?:nummer|nr)?)\b"
    r"\.?\s?(?:nr\.?|nummer)?\s?[:=]?\s?(?P<number>(?!\d\d?[-./]\d\d?[-./]\d{4})[1-9]"
    rf"(?:{S}\d){{5,7}}){END}"
)
INTERNAL = regex.compile(
    r"(?i)(?<!\d[,\s(]{0,3})\b(?:toestel(?:nummer|nr)?|tst|doorkies(?:nummer|nr)?"
    r"|(?:tel(?:efoon)?\.?|nummer|nr\.?)\s\(?intern\)?|intern(?:\s(?:tel(?:efoon)?\.?|nummer|"
    r"nr\.?|tst))"
    r"|(?:tel(?:efoon)?|bel(?:len)?)\.?:?\s(?:op\s)?(?:ext|tst|toestel))\b"
    r"\.?[ \xa0]?:?[ \xa0]?(?P<number>\d{3,5})(?![\w%]|[.,-]\d)"
)

DESK = regex.compile(
    r"(?i)(?<!\d[,\s(]{0,3})\b(?:dkn|ext\.?|int\.|intern(?=:?\s\d{4}\b\s?[,;()|\n]|:?\s\d{4}$)|"
    r"tel(?:efoon)?(?:\.?nr|nummer)?\.?"
    r"(?:\sintern)?|(?:bel|belt|bellen)\s(?:\p{L}+\s){0,3}op)\.?:?[ \xa0]"
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
    r"intern nummer|gsm|06)"
)
CELL = regex.compile(r"(?!(?:0800|0900|14 ?0)|(?:19|20)\d\d$)\+?\(?\d[\d ()/.–-]{2,16}")
BROKEN = regex.compile(
    r"(?<![\w+.,-])06(?:[ -]{0,3}\d){0,7}[ -]{0,2}\n[ ]?\d(?:[ -]{0,3}\d){0,7}(?![\w]|[.,]\d)"
)
"""A mobile number that runs over the end of a line."""

LABELS = regex.compile(
    r"(?i)(?P<general>algemeen:?\s(?:tel|nummer|nr)|algemene? (?:telefoon)?nummer|centrale\b|"
    r"(?:nummer|telefoon|tel\.?)\s(?:algemeen|centrale)|pers(?:telefoon|nummer|lijn)|"
    r"\w*service(?:punt|centrum)|"
    r"storings(?:dienst|nummer|lijn)|noodnummer|alarmnummer|hulplijn|klachtenlijn|infolijn|"
    r"publieksvoorlichting|"
    r"contact ?cent|\bkcc\b|receptie|helpdesk|servicedesk|klantenservice|servicenummer|meldkamer|"
    r"persvoorlichting|persvragen|pers(?:contact|dienst)|griffie|bestuurssecretariaat|"
    r"secretariaat|huisartsenpost|loket\b|"
    r"(?:nummer|tel(?:efoon)?|fax)\.?\s(?:van\s)?(?:de\s|het\s)?(?:gemeente|provincie|"
    r"waterschap|ministerie)\b|"
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


BODY = (
    r"(?:gemeente|provincie|waterschap|hoogheemraadschap|omgevingsdienst|ministerie|rechtbank|"
    r"gerechtshof|raad van state|veiligheidsregio|ggd|stadhuis|gemeentehuis|provinciehuis|uwv|svb|"
    r"belastingdienst|politie|\w*loket|wijkteam|(?:sociaal )?team|huisartsenpost|ombudsman|"
    r"inspectie|rijkswaterstaat|kadaster|bezoekadres|postadres|secretariaat|griffie|afdeling|"
    r"bureau)"
)
OPENS = regex.compile(
    rf"(?i)^\W{{0,3}}(?:(?:de|het|bij|nationale|bel|telefoon|"
    rf"bereik\w*)\s){{0,3}}{BODY}\b[^.;\t]{{0,65}}$"
)
"""A line that opens with a body, which the number in it is then the number of."""
REACHED = regex.compile(
    rf"(?i)(?:\b{BODY}\b[^.;\t]{{0,25}}|\bkunt? u? ?(?:ons|de \p{{L}}+|"
    rf"het \p{{L}}+) (?:\p{{L}}+ )?)bereik\w*"
    r"(?: (?:is|zijn|via|op|onder|telefonisch|het|nummer|telefoonnummer|tel\.?)){1,5}:? ?$"
)
OF_SOMEBODY = regex.compile(
    r"(?i:\b(?:mw|mevr|mevrouw|dhr|heer|dr|ir|contactpersoon|behandel\w*|doorkies\w*|toestel|"
    r"tst|mobiel)\b)"
    r"|\b\p{Lu}\.(?:\p{Lu}\.)* ?(?:\p{Ll}+ )*\p{Lu}|\b(?!Van|De|Den|Het|Bij|Voor|Op|Postbus|"
    r"Gemeente|Provincie|Waterschap|Ministerie|Rechtbank)\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+,? (?:tel|T\b)"
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
    before = line_before(text, found.start())
    general = (
        (label == "general" and not OF_SOMEBODY.search(before[-40:]))
        or GENERAL_AFTER.match(text, found.end())
        or (REACHED.search(before) and not OF_SOMEBODY.search(before))
        or (_opens_with_body(text, found.start(), before) and not PERSONAL.search(before))
    )
    return bool(general) and "mobile" not in _forms(found)


def _opens_with_body(text: str, start: int, before: str) -> bool:
    """Tell whether a number's own line begins with a body, names nobody and is no signature's."""
    line_start = start - len(before)
    above = text[max(0, line_start - 2) : line_start].rstrip(" ")
    is_apart = above in ("", "\n\n") or above[:1] in ".;:!?\n"
    return bool(is_apart and OPENS.search(before) and not OF_SOMEBODY.search(before))


def _doubt(text: str, found: regex.Match[str], label: str | None) -> str | None:
    """Return why a person should look at a number, if so."""
    forms = _forms(found)
    before = line_before(text, found.start())
    if "business" in forms and not (
        PERSONAL.search(before[-25:]) or OF_SOMEBODY.search(before[-25:])
    ):
        return "Een 084-, 085- of 088-nummer: van een organisatie of van één medewerker?"
    if "fixed" in forms and OF_SOMEBODY.search(before[-40:]):
        return None
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


def _in_columns(text: str) -> Iterator[Match]:
    """Yield the short numbers below "Tel." or "Toestel" in a table."""
    for start, end in cells_under(text, COLUMN):
        if CELL.fullmatch(text, start, end) and not is_amount(text, start, end):
            reason = "Een nummer in een kolom met telefoonnummers."
            yield Match(start, end, Kind.PHONE, 0.9, "phone.column", reason)


def _broken(text: str) -> Iterator[Match]:
    """Yield mobile numbers that run over the end of a line."""
    for found in BROKEN.finditer(text):
        if sum(map(str.isdigit, found[0])) == MOBILE_LENGTH:
            reason = "Een mobiel nummer dat over twee regels loopt."
            yield Match(*found.span(), Kind.PHONE, 0.88, "phone.broken", reason)


def _by_label(text: str) -> Iterator[Match]:
    """Yield numbers that only their label makes a telephone number."""
    for found in LOCAL.finditer(text):
        if _is_scattered("0 " + found["number"]):
            continue
        reason = "Een nummer zonder netnummer, met 'telefoon' of 'mobiel' ervoor."
        yield Match(*found.span("number"), Kind.PHONE, 0.9, "phone.label", reason)
    yield from _in_columns(text)
    yield from _broken(text)
    for found in chain(INTERNAL.finditer(text), DESK.finditer(text)):
        span = found.span("number")
        if is_amount(text, *span):
            continue
        if last_label(text, found.start(), LABELS, 40) == "general":
            reason = "Een intern nummer van een balie of dienst blijft openbaar."
            yield Match(*span, Kind.PHONE, 0.9, "phone.general", reason, Role.ORGANISATION)
        else:
            reason = "Een intern nummer, met 'toestel' ervoor."
            yield Match(*span, Kind.PHONE, 0.9, "phone.internal", reason)
            second = SECOND.match(text, span[1])
            if second:
                yield Match(*second.span("number"), Kind.PHONE, 0.88, "phone.internal", reason)
