"""Addresses close behind a person that look like none: "Henk Bos, Wikke 8", "B. Oduya (no. 5)"."""

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from redact.detect.address.end import ROOM
from redact.detect.address.house_number import named_streets
from redact.detect.address.street import HOUSE_NUMBER, is_year, name_word, street
from redact.detect.match import SURE, Match
from redact.detect.starts import at_words
from redact.finding import Kind

_NAMED, _LOOK, _FORM_ONLY = 0.6, 0.6, 0.4
_REASON = "Een adres bij de naam van een persoon."
_NUMBERED = (
    r"(?:Kamer|Team|Groep|Lid|Zaal|Gebouw|Bijlage|Artikel|Agendapunt|Punt|Actie|Blok|Wijk|Fase"
    r"|Deel|Nota|"
    r"Motie|Amendement|Week|Blz|Pagina|Versie|Klas|Afdeling|Unit|Etage|Verdieping|Kwartaal"
    r"|Schaal|Trede|"
    r"Loket|Balie|Bus|Lijn|Spoor|Tabel|Figuur|Scenario|Variant|Optie|Plan|Stap|Vraag|Nummer|Nr|Tel|"
    r"Telefoon|Mobiel|Fax|Zaak|Dossier|Kenmerk|Ref|Cluster|Rayon|District|Regio|Bureau|Kavel"
    r"|Perceel|"
    r"Sectie|Hoofdstuk|Paragraaf|Besluit|Document|Stuk|Ronde|Programma|Domein|Casus|Post|BSN"
    r"|Pand|Ext|"
    r"Toestel|TST|Tst|"
    r"Doorkiesnummer|Leeftijd|Aantal|Score|Volgnummer|Aanhoudingseenheid|Ploeg|Kolom|Rij|Niveau)"
)
"""What has a number and is no street."""
_PAPER = r"[\p{L}-]*(?:rapport|nummer|nota|besluit|wet|artikel|team)"
_PARTY = regex.compile(
    r"(?i)\b(?:belanghebbende|eiser(?:es)?|appellante?|betrokkene|cliënte?|verdachte|melder"
    r"|melding|klager|"
    r"verzoek(?:er|ster)|bezwaarmaker|inspreker|aanvrager|huurder|bewon(?:er|ers|ster)|"
    r"reclamante?|indiener|zienswijze|(?:onder|boven|achter)?bu(?:ur|ren))(?: \d{1,3})?(?=,| \()"
)
_ANY_NUMBER = regex.compile(
    r",? \((?P<number>(?i:nr\.?|no\.|nummer) [1-9]\d{0,3}(?:[ -]?[a-h]\b)?)(?=[,;)])"
)


def behind_names(text: str, matches: Sequence[Match]) -> Iterator[Match]:
    """Yield words with a number close behind a person: "Henk Bos, Wikke 8"."""
    ends = [match.end for match in matches if match.kind is Kind.PERSON and match.score >= _NAMED]
    ends += [party.end() for party in at_words(text, _PARTY)]
    has_street = any(match.kind is Kind.ADDRESS and match.score >= SURE for match in matches)
    has_street = has_street or bool(named_streets(text))
    taken = bytearray(len(text))
    for match in matches:
        if match.kind is Kind.ADDRESS and match.score > _FORM_ONLY:
            taken[match.start : match.end] = b"\1" * (match.end - match.start)
    ends += [m.end for m in matches if m.kind is Kind.BIRTHDATE and m.score >= _NAMED]
    for end in ends:
        out_of = _out_of_street().match(text, end)
        if out_of and out_of["strong"]:
            yield Match(*out_of.span("street"), Kind.ADDRESS, _LOOK, "address.behind", _REASON)
        number = _ANY_NUMBER.match(text, end)
        if number and has_street:
            yield Match(*number.span("number"), Kind.ADDRESS, _LOOK, "address.number", _REASON)
        found = _any_street().match(text, end)
        if found is None or is_year(found["number"]):
            continue
        start, stop = found.span("place")
        room = ROOM.match(text, stop)
        stop = room.end() if room else stop
        if not any(taken[start:stop]):
            yield Match(start, stop, Kind.ADDRESS, _LOOK, "address.behind", _REASON)


@cache
def _out_of_street() -> regex.Pattern[str]:
    return regex.compile(rf",? (?:uit|van) (?:de|het|['’]t) {street()}(?![\w-]| \d)")


@cache
def _any_street() -> regex.Pattern[str]:
    """Return the pattern of what stands behind a name as an address, whatever the street."""
    word = rf"(?!(?:{_NUMBERED}|{_PAPER})\b){name_word()}"
    return regex.compile(
        r"(?:,? \(|[ ]?\n(?=[^\n\d]{3,40} \d{1,4}[ -]?\w{0,4}\n"
        r"(?:\d{4} ?[A-Z]{2} )?\p{Lu}[\p{L} '-]{2,30}(?:\n|$))|"
        r", | - | – |\t| \| |(?: \([^()\n]{0,40}\))?[ ]{3,})"
        rf"(?P<place>(?:(?:De|Het|['’]t|Op|In|Aan|Achter|It)"
        rf"(?: (?:de|het|den|['’]t))? )?{word}(?: {word}){{0,2}} (?P<number>{HOUSE_NUMBER}))"
        rf"(?=[ ]?(?:[,.;)\n\t|]|$|[ ]{{2}}))"
    )
