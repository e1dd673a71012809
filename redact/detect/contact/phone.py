"""Telephone numbers, in every way the Dutch write them.

Numbers of organisations stay public: 0800, 0900, 14 0xx, and what is called a general number,
the reception or the contact centre. 085 and 088 numbers belong to businesses and public bodies,
but also to the desk of one official there: somebody looks, unless a word beside it decides.
"""

from collections.abc import Iterator
from functools import cache
from itertools import chain

import regex

from redact.detect.contact.phone_short import find_short
from redact.detect.contact.phone_words import END, LABELS, S, is_scattered
from redact.detect.context import is_amount, last_label, line_after, line_before
from redact.detect.match import Match
from redact.detect.misread import with_digits
from redact.detect.wordlist import entries
from redact.finding import Kind, Role

START = (
    r"(?<![\w€+=])(?<!\w@)(?<!\d[.,:-])(?<!\d{4}[ \xa0]\d{4}[ \xa0])"
    r"(?<![A-Z]{2}\d\d[ \xa0.-]?[A-Z]{4}[ \xa0.-]?)"
)
INSIDE = r"(?:toestel|tst|doorkies(?:nummer|nr)?|ext)\b\.?:?\s?(?P<desk>\d{2,5})\b"
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
    rf"{START}(?:(?P<mobile>(?!{DATE})(?:\(06\)|\(0\){S}6|06(?:\s?=\s?)?)(?:{S}\d){{8}})"
    rf"|(?P<business>{BUSINESS}(?:{S}\d){{7}})"
    rf"|(?P<fixed>{AREA}(?:{S}\d){{7}}|{LONG_AREA}(?:{S}\d){{6}})"
    rf"|(?P<abroad>{TO_NETHERLANDS}{S}(?:\(\s?0\s?\)|0)?{S}(?:[1-9]|"
    rf"\(6\))(?:{S}\d){{8}})){END}{EXTENSION}"
)
FOREIGN = regex.compile(
    rf"{START}(?P<exit>\({EXIT}\)|{EXIT})(?:{S}\(\d{{1,4}}\))?(?:{S}\d){{7,12}}{END}{EXTENSION}"
)
COUNT = regex.compile(r"\+\d{1,3}(?:\.\d{3})+")
SERVICE = regex.compile(
    rf"{START}(?:(?:0800|090[069])(?:{S}\d){{4,7}}|14[ \xa0-](?:\(0\d{{2,3}}\)|0\d{{2,3}})){END}"
)
GENERAL_AFTER = regex.compile(
    r"(?i)\s?\((?:meldkamer|secretariaat|loket|balie|algemeen|centrale|receptie|kcc|"
    r"klant ?contact|lokaal tarief|gebruikelijke|gratis|team\)|(?:dat is )?(?:het|ons|een) "
    r"(?:algemene?|openbare?) (?:\p{L}+)?nummer|algemene? nummer)"
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
    rf"bereik\w*)\s){{0,3}}{BODY}\b(?:[^.;:\t]{{0,65}}|[^.;:\t]{{0,40}}: ?)$"
)
"""A line that opens with a body, which the number in it is then the number of."""
REACHED = regex.compile(
    rf"(?i)(?:\b{BODY}\b[^.;\t]{{0,25}}|\bkunt? u? ?(?:ons|de \p{{L}}+|"
    rf"het \p{{L}}+) (?:\p{{L}}+ )?)bereik\w*"
    r"(?: (?:is|zijn|via|op|onder|telefonisch|het|nummer|telefoonnummer|tel\.?)){1,5}:? ?$"
)
OWN = regex.compile(
    r"(?i)\b(?:(?:hij|zij|ze|ik)\b (?:is|ben|was)\b|bel(?:t u)? (?:me|mij)\b)[^.;\n\d]{0,45}$"
)
"""Words by which a number is that of one person, whatever its form."""
ON_CALL = regex.compile(r"(?i)\bpiket\w*(?: is)?:? ?$")
ASKS = regex.compile(
    r"(?i)(?:^|[.;\t] ?)(?:algemene )?vragen\b:? ?(?:(?:naar|via) )?"
    r"(?:[a-z]{4,25}@\S+,? (?:of|en) )?"
    r"(?:belt? (?:u )?|tel\.? |telefoon )?$"
)
"""A line for whoever has questions, without the name of anybody."""
OF_SOMEBODY = regex.compile(
    r"(?i:\b(?:mw|mevr|mevrouw|dhr|heer|dr|ir|contactpersoon|behandel\w*|doorkies\w*|toestel|"
    r"tst|mobiel)\b)"
    r"|\b\p{Lu}\.(?:\p{Lu}\.)* ?(?:\p{Ll}+ )*\p{Lu}|\b(?!Van|De|Den|Het|Bij|Voor|Op|Postbus|"
    r"Gemeente|Provincie|Waterschap|Ministerie|Rechtbank)\p{Lu}\p{Ll}+ \p{Lu}\p{Ll}+,? (?:tel|T\b)"
)


def find_phone(text: str) -> Iterator[Match]:
    """Yield the telephone numbers of a text, those of organisations marked as such."""
    text = with_digits(text)
    taken = bytearray(len(text))
    for match in chain(_formed(text), find_short(text)):
        if not any(taken[match.start : match.end]):
            taken[match.start : match.end] = b"\1" * (match.end - match.start)
            yield match


def _formed(text: str) -> Iterator[Match]:
    """Yield the numbers that are known by their form."""
    for found in DUTCH.finditer(text):
        yield from _judge(text, found)
    for found in FOREIGN.finditer(text):
        if not COUNT.fullmatch(found[0]):
            yield from _judge(text, found)
    for found in SERVICE.finditer(text):
        reason = "Een servicenummer (0800, 0900 of 14 met een netnummer) is van een organisatie."
        yield _organisation(found, "phone.service", reason)


@cache
def _area_codes() -> frozenset[str]:
    return frozenset(code for line in entries("area_codes") for code in line.split())


def _judge(text: str, found: regex.Match[str]) -> Iterator[Match]:
    """Yield a number with what the words around it say, unless they call it something else."""
    label = last_label(text, found.start(), LABELS, 40)
    if (label == "other" and found[0].isdigit()) or is_amount(text, *found.span()):
        return
    if is_scattered(found[0]) and label != "phone":
        return
    if _is_general(text, found, label):
        reason = "Een algemeen nummer van een organisatie (centrale, receptie, contactcentrum)."
        yield from _without_desk(_organisation(found, "phone.general", reason), found)
    elif doubt := _doubt(text, found, label):
        doubtful = Match(*found.span(), Kind.PHONE, 0.65, "phone.doubt", doubt)
        yield from _without_desk(doubtful, found)
    else:
        reason = "Een reeks cijfers in de vorm van een telefoonnummer."
        yield Match(*found.span(), Kind.PHONE, 0.95, "phone.form", reason)


def _without_desk(match: Match, found: regex.Match[str]) -> Iterator[Match]:
    """Yield a number that may be general, and apart from it the desk of one person behind it."""
    start, end = found.span("desk")
    if start < 0:
        yield match
        return
    yield match._replace(end=start)
    reason = "Een toestelnummer van één persoon achter een algemeen nummer."
    yield Match(start, end, Kind.PHONE, 0.9, "phone.internal", reason)


def _is_general(text: str, found: regex.Match[str], label: str | None) -> bool:
    """Tell whether a number is called a general one; a mobile number never is."""
    before = line_before(text, found.start())
    general = (
        (label == "general" and not OF_SOMEBODY.search(before[-40:]))
        or GENERAL_AFTER.match(text, found.end())
        or (REACHED.search(before) and not OF_SOMEBODY.search(before))
        or ASKS.search(before)
        or (_opens_with_body(text, found.start(), before) and not PERSONAL.search(before))
    )
    called = GENERAL_AFTER.match(text, found.end()) and "gemene" in text[found.end() :][:40]
    return bool(general) and ("mobile" not in _forms(found) or bool(called))


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
    if "mobile" in forms and ON_CALL.search(before):
        return "Een pikettelefoon: van wie dienst heeft, of van één medewerker?"
    if "business" in forms and not (
        PERSONAL.search(before[-25:]) or OF_SOMEBODY.search(before[-25:]) or OWN.search(before)
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
