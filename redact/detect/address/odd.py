"""Addresses that do not look like one: behind a label, abroad, a boat, only a number."""

from collections.abc import Iterator
from functools import cache
from itertools import chain

import regex

from redact.detect.address.anchors import anchors, around
from redact.detect.address.end import end_after_house
from redact.detect.address.owner import judged
from redact.detect.address.place import POSTCODE, place
from redact.detect.address.street import GAP, HOUSE_NUMBER, name_word
from redact.detect.match import Match
from redact.detect.names.lexicon import word_set
from redact.detect.starts import at_words
from redact.finding import Kind

LABEL = regex.compile(
    r"(?i)(?<![\w-])(?:(?:woon|huis|thuis|priv[eé]|verblijfs?|brief|correspondentie|opkomst|inschrijf|"
    r"brp|gba)-?[ ]?)?adres(?:gegevens)?(?:[ ](?:cliënte?|klant|betrokkene|bewoner|melder|klager|"
    r"aanvrager|patiënt|leerling|ouders?|moeder|vader|huurder|werknemer|medewerker|klopt|studie|"
    r"student|kind|partner|kamer|thuis|oud|nieuw|huidig))?"
    r"(?:[ ]?\([^()\n]{2,25}\))?"
    r"(?P<mark>[ ]{0,2}:[ \t]{0,3}|\t|[ ]{3,}|[ ]\|[ ]|[ ]?(?:\.{3,}+|…+|_{3,}+)[ ]?:?[ ]?)"
    r"(?P<value>[\p{L}\d'’‘][^\t|;()\n]{3,70})"
)
_ENDS = regex.compile(
    r"[ ]{3,}|,?[ ](?:tel|telefoon|mob|e-?mail|t:)\b|[.](?:[ ]|$)|[ ]+$", regex.IGNORECASE
)
_NO_VALUE = regex.compile(
    r"(?i)(?:zie|onbekend|n\.?v\.?t|idem|bekend|geheim|wijzig|van|is|en|of)\b|www|.*@"
)
_BODIES = regex.compile(
    r"(?i)gemeente|ministerie|provincie|waterschap|stadhuis|gemeentehuis|postbus|kantoor|rechtbank"
)
_ABROAD = (
    r"(?:Rue|Avenue|Av\.|Boulevard|Bd\.|Chaussée|Place|Quai|Via|Viale|Piazza|Corso|Calle|C/|Carrer|"
    r"Avenida|Avda\.|Paseo|Plaza|Rua|Travessa|Ulica|ul\.|Chemin|Impasse|Allée|Route|Cours|Hay|Derb|"
    r"Strada|Str\.|Aleea|Bulevardul|Kaya|Kaminda|Ulitsa|Jalan|Jl\.|Sharia|Shari)"
)
_OF = r"(?:[ ](?:de|du|des|la|las|los|le|les|del|della|delle|dei|di|do|dos|da|das|e|y|l['’]))*"
_WORD = r"\p{Lu}[\p{L}'’-]+"
_GERMAN = (
    r"(?:straße|strasse|str\.|platz|allee|gasse|[ -]Straße|[ -]Strasse|gatan|vägen|vej|"
    r"(?<!bri)gade|veien|[ ]utca|[ ]út|[ ]tér|[ ]Caddesi|[ ]Cad\.|[ ]Sokak|[ ]Sokağı|[ ]Sok\.|"
    r"[ ]Bulvarı|[ ]Mahallesi|[ ]Mah\.)"
)
_ENGLISH = (
    r"(?:Street|Road|Lane|Avenue|Drive|Close|Terrace|Court|Grove|Gardens|Square|Crescent|Way|Hill|"
    r"Walk|Mews|Place|Parade|Boulevard|Blvd\.?|Ave\.?)(?:[ ](?:North|South|East|West|N|S|E|W)\b)?"
)
FOREIGN = regex.compile(
    rf"(?<!\w)(?:{_ABROAD}{_OF}(?:[ ]?{_WORD}){{1,4}},?[ ]\d{{1,4}}(?:, \d[A-Z]\b)?"
    r"(?:/\d{1,4}|[ ]m\.[ ]?\d{1,4})?(?:[ ]?[a-z]\b)?"
    rf"|\d{{1,4}}[a-z]?(?:[ ]?(?:bis|ter))?,?[ ](?:[Rr]ue|[Aa]venue|[Bb]oulevard|[Cc]hemin|"
    rf"[Rr]oute|[Ii]mpasse|[Aa]llée|[Pp]lace|[Qq]uai){_OF}(?:[ ]{_WORD}|[ ]\p{{Lu}}\b){{1,4}}"
    rf"|\d{{1,4}}[a-z]?[ ](?:{_WORD}[ ]){{1,3}}{_ENGLISH}\b"
    rf"|(?i:poste restante)(?=[,\n\t| ]))"
)
GERMANIC = regex.compile(
    rf"(?<!\w)(?:\p{{Lu}}[\p{{L}}.-]+[ ])?\p{{Lu}}[\p{{L}}-]*{_GERMAN}[ ]{HOUSE_NUMBER}"
)
_REACH = 40
_NUMBER_LAST = regex.compile(r"\d[a-zA-Z]?$")
_LONGEST_NUMBER = 5
HOUSES = (
    r"(?i:woonboot|woonschip|woonark|woonwagen|stacaravan|chalet|hoeve|boerderij|huize|villa|bungalow|"
    r"landhuis|schip|(?:galerij)?flat|recreatiewoning|vakantiewoning)"
)


def at_labels(text: str) -> Iterator[Match]:
    """Yield what stands behind "Adres:" to the end of its cell, in whatever form."""
    for found in at_words(text, LABEL):
        start, value = found.start("value"), found["value"]
        stop = _ENDS.search(value)
        value = value[: stop.start()] if stop else value
        if _NO_VALUE.match(value) or _BODIES.search(value) or not any(map(str.isdigit, value)):
            continue
        end = _with_postcode(text, start + len(value.rstrip(" ,")))
        reason = "Staat achter het woord 'adres'."
        yield Match(start, end, Kind.ADDRESS, 0.9, "address.label", reason)


def _with_postcode(text: str, end: int) -> int:
    """Return where the postcode and place end that stand on the next line, if they do."""
    found = _postcode_below().match(text, end)
    if found or not _NUMBER_LAST.search(text, max(0, end - 3), end):
        return found.end() if found else end
    return end_after_house(text, end)


@cache
def _postcode_below() -> regex.Pattern[str]:
    return regex.compile(rf"{GAP}{POSTCODE.pattern}(?:[ \xa0]{{1,3}}{place()})?")


AGED = regex.compile(
    r"\p{Lu}[\p{L}’'-]+ \(\d{1,3}(?: jaar)?[,;] "
    r"(?P<street>\p{Lu}[\p{L}.’' -]{2,40} [1-9]\d{0,3}\w?)\)"
)


def beside_ages(text: str) -> Iterator[Match]:
    """Yield what stands with an age between brackets behind a name: "Oudejans (91, Linde 14)"."""
    for found in AGED.finditer(text):
        reason = "Een straat met huisnummer achter een naam en een leeftijd."
        yield Match(*found.span("street"), Kind.ADDRESS, 0.88, "address.person", reason)


_NEAR = 60
_THEIRS = regex.compile(
    r"(?i)\b(?:hij|zij|ze|haar|zijn|zoon|dochter|ouders|erfgena\p{L}+)\b[^.;\n]*$"
)


def foreign_streets(text: str) -> Iterator[Match]:
    """Yield streets with a number as they are written in the countries around."""
    endings = tuple(word_set("streets_abroad"))
    words = frozenset(each.word for each in anchors(text) if each.word.endswith(endings))
    germanic = around(text, GERMANIC, words, _REACH, 1 + _LONGEST_NUMBER)
    for found in chain(at_words(text, FOREIGN), germanic):
        tail = _foreign_place().match(text, found.end())
        reason = "Een buitenlands adres: woont daar iemand?"
        end = tail.end() if tail else found.end()
        match = judged(text, (found.start(), end), 0.75, reason)
        is_theirs = _THEIRS.search(text, max(0, found.start() - _NEAR), found.start())
        if is_theirs and match.source == "address.form":
            match = match._replace(score=0.86, source="address.abroad")
        yield match


@cache
def _foreign_place() -> regex.Pattern[str]:
    code = (
        r"(?:[A-Z]{1,2}-)?\d{4,5}[ \xa0]|\d{4}-\d{3}[ ]|"
        r"\d\d-\d{3}[ ]|\d{3}[ ]\d\d[ ]|[1-9]\d{3}[ ]?[A-Z]{2}[ ]"
    )
    return regex.compile(
        rf"(?:,?[ ](?:bus|bte\.?|app\.?|apt\.?|boîte|b)[ ]?\d{{1,4}}"
        rf"|,?[ ]\d{{1,2}}[º°ª.](?:[ ]?\p{{L}}{{1,5}}\.?)?"
        rf"|,?[ ]\d{{1,2}}[ ]?[A-Z]\b)?{GAP}(?:{code})?{place()}"
        r"(?:[ ]\(\p{Lu}\p{L}+\))?"
        r"(?:,?[ ][A-Z]{1,2}\d[A-Z\d]?[ ]\d[A-Z]{2}\b)?"
    )


def named_houses(text: str) -> Iterator[Match]:
    """Yield boats, farms and villas by name, with what follows of the street they lie at."""
    for found in at_words(text, _named_house()):
        is_quoted = found["quoted"] is not None
        reason = "Een huis, boerderij of boot met een naam: woont daar iemand?"
        if is_quoted or found["where"]:
            score, start = 0.9 if found["postcode"] else 0.65, found.start("house")
            yield Match(start, found.end(), Kind.ADDRESS, score, "address.house", reason)


@cache
def _named_house() -> regex.Pattern[str]:
    name = name_word()
    words = rf"(?:(?:[Dd]e|[Hh]et|['’]t|[Oo]p|[Ii]n|[Aa]an) )?(?:{name}(?: |\b)){{1,3}}"
    where = (
        rf"(?:,? (?:aan|op|in) (?:de|het) {name}|,? {name} (?:\p{{Lu}}\. )?(?:t/o |nr\.? )?\d[\w-]*"
        rf"|[ ]?\d[\w-]*)"
    )
    return regex.compile(
        rf"\b(?P<house>{HOUSES} (?:(?P<quoted>['‘’\"“]\p{{Lu}}[^'’\"”\n]{{1,30}}['’\"”])|{words}))"
        rf"(?<! )(?P<where>{where})?(?P<postcode>{GAP}{POSTCODE.pattern}(?: {place()})?)?"
    )
