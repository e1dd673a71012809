"""A place of residence as people tell it: a town, a street, a postcode, a name with a number."""

from collections.abc import Iterator
from functools import cache

import regex

from redact.detect.address.clues import is_stretch, lives_in_sentence
from redact.detect.address.end import end_after_house
from redact.detect.address.owner import KIN, is_home
from redact.detect.address.place import place
from redact.detect.address.street import DATE, houses, is_year, name_before, street, street_before
from redact.detect.match import Match
from redact.detect.starts import at_words
from redact.finding import Kind

_SAYS = regex.compile(
    r"(?i)\b(?:adres(?:sen)?|brp|gba|woon\w*|wonen\w*|verblij\w*|logeer\w*|slaap\w*|ingeschreven|"
    r"uitgeschreven|verhuis\w*|huisadres|thuis|post (?:graag )?(?:naar|aan)|domicilie|bewoners?|"
    rf"bewoonster|(?:zijn|haar|hun|mijn|diens) (?:huis|flat|woning|kamer|boot)|{KIN},)\W"
)
_SAYS_AFTER = regex.compile(
    r"(?i)[^.\n]{0,30}\b(?:uitgeschreven|ingeschreven|woont|woonde|wonen|verhuisd|woonachtig|verblijft|"
    r"alwaar|waar (?:hij|zij|ze|ik|wij))\b"
)
_OPENED = regex.compile(
    r"(?<!\w)(?:Op|Aan|In|An|Achter|Onder)(?: (?:de|het|den|['’]t|d['’]r|['’]e))? $"
)
_LIVES_AT = regex.compile(
    r"(?i)\b(?:woont|woonde|wonen|wonende?|woonachtig|verblijft|(?:huis|woon|thuis|priv[eé])adres|"
    r"ingeschreven|uitgeschreven)\b[ ,:]{1,3}(?:\p{Ll}+ ){0,4}(?:\p{Lu}[\p{L}-]+, )?$"
)
_LED = regex.compile(r"\b(?:aan|op|in|te|naar) (?:(?:de|het) )?$")
_NUMBERED = regex.compile(
    r"(?i)(?:kamer|team|groep|lid|zaal|gebouw|bijlage|artikel|art|agendapunt|punt|actie|blok|fase|deel|"
    r"nota|motie|week|blz|pagina|versie|klas|afdeling|schaal|trede|loket|balie|bus|lijn|tabel|figuur|"
    r"meisje|jongen|kind|man|vrouw|zoon|dochter|lijst|scenario|variant|optie|plan|stap|vraag|nummer|nr|tst|tel|telefoon|mobiel|fax|zaak|dossier|kenmerk|"
    r"ref|perceel|sectie|hoofdstuk|paragraaf|besluit|document|stuk|bsn|toestel|postbus|leeftijd|"
    r"zienswijze|melding|inspreker|eiser|klant|perioden?|wmo|zvw|jeugdwet|box|\p{L}*wet|\p{L}*team|dag|uur|"
    r"[\p{L}-]*nummer|[\p{L}-]*gebeld|\p{L}+dag|jan|feb|mrt|apr|jun|jul|aug|sep|okt|nov|dec|max|circa|ca|cat)\.?$"
)


def is_numbered(words: str) -> bool:
    """Tell whether words end in one that has a number and is no street: "Nieuwe Fase 3"."""
    return _NUMBERED.match(words.rpartition(" ")[0].rpartition(" ")[2]) is not None


def words_with_number(text: str) -> Iterator[Match]:
    """Yield any name with a number said to be somebody's: "van Heimerstein 301 verhuisd"."""
    for house in houses(text):
        start = name_before(text, house.start())
        if start is not None:
            opened = _OPENED.search(text, max(0, start - 12), start)
            start = opened.start() if opened else start
        if start is None or is_year(house[0]) or _NUMBERED.match(text[start : house.start() - 1]):
            continue
        if DATE.fullmatch(house[0]) or is_stretch(text, start, house.end()):
            continue
        line = max(text.rfind("\n", 0, start) + 1, start - 45)
        before, after = _SAYS.search(text, line, start), _SAYS_AFTER.match(text, house.end())
        led = _LED.search(text, max(0, start - 10), start)
        is_lived_in = led is not None and lives_in_sentence(text, start)
        if before or after or is_lived_in:
            end = end_after_house(text, house.end())
            reason = "Een naam met een nummer bij 'woont', 'adres' of 'verhuisd'."
            is_sure = (before and after) or _LIVES_AT.search(text, line, start)
            score = 0.86 if is_sure or is_lived_in else 0.6
            yield Match(start, end, Kind.ADDRESS, score, "address.told", reason)


@cache
def _in_place() -> regex.Pattern[str]:
    return regex.compile(rf",? (?:te|in) {place()}|, {place()}(?=[.,;:)\n\t|]|$)")


_MOVES = (
    r"(?:domicilie|post (?:\p{L}+ ){0,3}(?=naar)|verhui\w+|uitgeschreven|vertrokken|trok|"
    rf"trekt|intrek|logeert|slaapt|gaat wonen|bij (?:(?:zijn|haar|mijn|hun|een) )?{KIN})"
)


def streets_told(text: str) -> Iterator[Match]:
    """Yield the street without a number in "post naar de Dorpsweg", "domicilie aan de Kade"."""
    for found in at_words(text, _street_told()):
        reason = "Een straat na 'domicilie', 'verhuisd' of 'post naar'."
        yield Match(*found.span("street"), Kind.ADDRESS, 0.6, "address.street", reason)
        if found["then"]:
            yield Match(*found.span("then"), Kind.ADDRESS, 0.6, "address.street", reason)
    for found in _street_field().finditer(text):
        reason = "Een straat na 'domicilie', 'verhuisd' of 'post naar'."
        yield Match(*found.span("street"), Kind.ADDRESS, 0.6, "address.street", reason)


@cache
def _street_told() -> regex.Pattern[str]:
    then = (
        street()
        .replace("?P<street>", "?P<then>")
        .replace("?P<last>", "")
        .replace("?P<strong>", "")
        .replace("?P<weak>", "")
    )
    between = r"[^.\n\d]{0,30}?\b(?:aan|naar|op|in) (?:(?:de|het) )?"
    return regex.compile(
        rf"(?<!\w)(?i:{_MOVES})\b{between}{street()}(?![\w-]| \d)"
        rf"(?:[^.\n]{{0,35}}?\b(?:aan|naar|op|in) (?:(?:de|het) )?{then}(?![\w-]| \d))?"
        rf"|\b(?:op|aan|in) (?:de|het) {street()} (?:woont|woonde|wonen|verblijft|slaapt)\b"
    )


@cache
def _street_field() -> regex.Pattern[str]:
    """Return the pattern of "straat: Dorpsweg" in a row of fields."""
    return regex.compile(rf"straat(?<=[,;] straat):? {street()}(?![\w-]| \d)")


_POSTCODE_SAID = regex.compile(
    r"(?i)(?<!\w)(?:(?:postcode(?:gebied)?|\bpc)[: ]+|(?:woon(?:t|achtig)?|wonend|wonen)\b"
    r"[^.\n\d]{0,30}\bin )(?P<code>[1-9]\d{3}(?: ?[A-Z]{1,2})?)(?!\w|[.,]\d)"
)


def postcodes_said(text: str) -> Iterator[Match]:
    """Yield the digits of a postcode behind that word or behind 'woont in'."""
    for found in at_words(text, _POSTCODE_SAID):
        if not is_year(found["code"]):
            reason = "Een postcode, of een deel daarvan: is het van een woonadres?"
            yield Match(*found.span("code"), Kind.ADDRESS, 0.55, "address.form", reason)


_SPELLED = (
    r"(?:twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf|dertien|veertien|vijftien|zestien|"
    r"zeventien|achttien|negentien|(?:(?:een|twee|drie|vier|vijf|zes|zeven|acht|negen)[eë]n)?"
    r"(?:twintig|dertig|veertig|vijftig|zestig|zeventig|tachtig|negentig)|honderd\p{Ll}*)"
)


_SPELLED_HOUSE = regex.compile(
    rf"(?<=[\p{{L}}.] ){_SPELLED}(?: (?:bis|hs|huis|rood|zwart|boven|beneden|[a-d]))?"
    r"(?=[,.;:)?!'’\n]|$| (?:te|in) \p{Lu})"
)


def spelled_numbers(text: str) -> Iterator[Match]:
    """Yield a street with its number in letters: "Ganzenmarkt dertien bis"."""
    for number in _SPELLED_HOUSE.finditer(text):
        start = street_before(text, number.start())
        if start is not None and text[start].isupper():
            reason = "Een straat met een huisnummer in letters."
            score = 0.9 if is_home(text, start) else 0.65
            yield Match(start, number.end(), Kind.ADDRESS, score, "address.form", reason)
