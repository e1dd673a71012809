"""Birthdays and other ways to say when somebody was born, without 'geboren' before the date."""

import re
from collections.abc import Iterator

import regex

from redact.detect.birth.birthdate import DATE, DAY, MONTH, PLACE, YEAR_ONLY
from redact.detect.match import Match
from redact.detect.misread import with_digits
from redact.detect.starts import at, at_words, near, numbers
from redact.finding import Kind

_WHOLE = 0.87
"""How sure a whole date is behind words that make a year of birth worth a look."""
_DAY_MONTH = rf"{DAY}(?:e|ste|de)?[ -](?i:{MONTH})(?![\w])"
_WHEN = rf"(?P<date>(?<![\w./-])(?:{DATE}|{_DAY_MONTH}))"
_NUMERAL = (
    r"(?:1?\d?\d(?! ?(?:uur|euro|km|%))(?!\d|[.:,]\d)(?: jaar)?|\p{L}+tien|twaalf|elf|twintig|"
    r"\p{L}*(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig)\b"
)
_WHO_BEFORE = regex.compile(
    r"(?r)(?:\p{Lu}[\p{L}’'-]+|[Hh]ij|[Zz]ij|[Zz]e|[Ii]k|[Ii]s|[Ww]ie)\b"
    r"(?:[ ](?:is|was|werd|wordt|word))?(?: op)? "
)
"""Who it is that turns an age on the day behind it."""
BIRTHDAY = regex.compile(
    rf"(?i:\b(?:jarig|b-?day|birthday|verj\.))(?!\w)(?: ?:)?"
    rf"(?: is| zijn| op| was| wordt| (?i:aanstaande|a\.s\.))*[ \t]\(?{_WHEN}"
    rf"|{_WHEN} (?:is|was|wordt)(?: \p{{L}}[\p{{L}}’'-]*){{1,3}} jarig\b"
    rf"|{_WHEN}(?: \p{{L}}+)? (?i:jarig|"
    rf"(?:zijn|haar|hun|mijn|de) (?:\d+e |\p{{L}}+ste )?verjaardag)\b"
)
_BIRTHDAY_CUE = re.compile(r"(?i)jarig|b-?day|birthday|verj")
TURNING = regex.compile(rf"{_WHEN} {_NUMERAL}(?: geworden)?(?=[ ]*(?:[.,;)!\n]|$|en\b|geworden))")
"""The day on which somebody turns an age: "Karin is op 3 mei 40 geworden"."""
TURNED = regex.compile(
    rf"\bgeworden (?<={_NUMERAL} geworden )(?:op )?{_WHEN}"
    rf"|\bwordt,? (?<=\b(?i:achttien|zestien|eenentwintig|1[268]|21)(?: jaar)? wordt,? )"
    rf"(?:(?:dat|dit) is |namelijk |op ){{0,2}}{_WHEN}"
)
"""The day on which somebody turned an age: "90 geworden op 19 augustus"."""
STAR = regex.compile(
    rf"(?:(?:(?<=[(,;]\s?)|(?<=\p{{L}} ))\*|(?:^|(?<=\n))\s?\*(?=[^\n]{{6,40}}(?:[†–]|\n|$)))\s?"
    rf"(?:(?<=\p{{L}} \*|\(\*\s?){PLACE},? ?)?(?P<date>{DATE}|\d{{8}}\b|(?:19|20)\d\d(?=\)))"
)
_STAR_CUE = re.compile(r"\*")
BORN = regex.compile(
    rf"\b(?:niet|of) (?:op )?{_WHEN},? (?:maar|of|doch) (?:wel )?(?:op )?{DATE} (?i:geboren|jarig)"
    rf"|(?i:\b(?:bsn|v-?n(?:umme)?r))\W{{0,3}}\d[\d.]{{6,11}}[,;/ ]{{1,3}}{_WHEN}"
    rf"|\b(?:wordt|is|werd) (?:[^.\n\d]{{0,20}} )?\d\d(?: jaar)? \((?P<date>{DATE})\)"
    rf"|(?m:^){_WHEN}[,;|] ?(?i:rijbewijs|nationaliteit|nederland(?:se|er)|gehuwd|ongehuwd|"
    rf"alleenstaand|samenwonend|burgerlijke)\b"
    rf"|{_WHEN} (?:in|te) {PLACE} (?i:geboren|ter wereld)"
    rf"|(?i:\b(?:bevallen|uitgerekend|uitgerekende datum|à terme|a terme datum|a terme)\b)"
    rf"(?:[ :]|\bop\b|\bis\b|\brond\b){{0,6}}{_WHEN}"
    rf"|(?i:\bgeboren\b[^\n\d.!?]{{0,20}}! ){_WHEN}"
    rf"|(?i:\bgb|\bgeb\.? ?dd|\bgebd|\bgeb\.d|\bgeboren am|\bgeboren den)[.:]* {_WHEN}"
)
_BORN_CUE = re.compile(
    r"(?i)geb|\bgb|jarig|ter wereld|(?:bsn|v-?n(?:umme)?r)\W{0,3}\d|bevallen|uitgerekend|terme|"
    r"\d(?: jaar)? \(\d|\d[,;|] ?(?:rijbewijs|nationaliteit|nederland|gehuwd|ongehuwd|"
    r"alleenstaand|samenwonend|burgerlijke)"
)
_GERMAN = r"(?:januar|februar|märz|mai|juni|juli|august|oktober|dezember|april|september|november)"
_FRENCH = (
    r"(?:janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre)"
)
ABROAD = regex.compile(
    rf"(?i)\b(?:geb\. ?|geboren |geboren am |né(?:e|\(e\))? (?:le )?)(?:am )?"
    rf"(?P<date>\d{{1,2}}(?:\.|er)? ?(?:{_GERMAN}|{_FRENCH}) \d{{4}}"
    rf"|(?<=né.{{0,8}})\d{{1,2}}[./-]\d{{1,2}}[./-]\d{{2,4}})(?!\w)"
)
_NO_PAPER = (
    r"(?<!besluit|brief|nota|rapport|verslag|advies|plan|verordening|wet|vergunning|beleid|akte|"
    r"contract|overeenkomst|motie|notitie|memo|mail|versie|foto|kaart|tekening|beschikking|regeling|"
    r"lijst|document|woning|auto|pand|huis|uitspraak|factuur|aanvraag|melding|bezwaar|bericht|visie)"
)
"""What a date is of more often than a person is: "Aanwijzingsbesluit is van 2 november 2022"."""
OF_YEAR = regex.compile(
    r"(?i)\b(?:hij|zij|ze|die|ik|mevrouw|meneer|cliënte?|moeder|vader|opa|oma|"
    r"m[’']n man|(?:mijn|haar|zijn) (?:man|vrouw)|zus|broer|oom|tante)\b"
    r"(?: is| was| ben)(?: zelf)? (?:er )?(?:een |eentje )?"
    rf"(?:van|uit) (?:bouwjaar )?(?P<date>{YEAR_ONLY}|['’]\d\d)"
    r"(?=[ ]*(?:[.,;)\n]|$|(?:en|dus|maar)\b))"
    rf"|(?<!(?:De|Het|Dit|Dat|Deze) )\b(?-i:\p{{Lu}}[\p{{L}}’'-]+{_NO_PAPER}|hij|zij|ze|die|ik) "
    rf"(?:is|was|ben) (?:zelf )?van (?P<date>{DATE})"
    r"|\bgeworden[^.\n]{0,40} van (?P<date>19\d\d|20[01]\d)(?!\w|[.-]\d)"
    r"|\bbouwjaar (?P<date>(?:19[3-9]|20[01])\d)(?=[^\n]{0,20}\b(?:hij|zij|ik|zichzelf|zei)\b)"
)
_OF_SOMEONE = regex.compile(
    r"(?i)(?:ik|mevrouw|meneer|cliënte?|moeder|vader|opa|oma|m[’']n|mijn|haar|zijn|zus|broer|oom|tante)\b"
)
"""Words that only a person is called, unlike "hij" and "die"."""
_YEAR_CUE = re.compile(r"(?i)\b(?:van|uit|bouwjaar) (?:\w{3,9}\.? )?['’]?\d")
_REACH = 150
"""Characters before a cue in which what it belongs to begins."""


_LIST = regex.compile(
    r"(?im)^[^\n]{0,40}\b(?:verjaardag(?:en|skalender|slijst)?|jarigen)\b[^\n]{0,60}$"
)
_DEED = regex.compile(
    r"(?i)\b(?:geboorteakte|doopakte|geboortebewijs|doopbewijs|geboorte-?uittreksel|taskera)\b"
    r"(?:(?!afgegeven|opgemaakt|d\.d\.|gedateerd|ontvangen op|ingediend)[^\n\d]){0,60}?"
    rf"(?<!\w)(?P<date>(?:{DATE}|\d\d? (?-i:\p{{Lu}}\p{{Ll}}{{3,9}}) (?:1[3-9]|20)\d\d))"
    rf"(?: ?=+ ?(?P<other>{DATE}))?"
)
"""What a paper of birth says; the months may be of another calendar: "5 Meskerem 1997"."""
_ITEM = regex.compile(
    rf"(?m)^[ \t]*(?:[-–•*] ?)?(?P<date>{DATE}|{_DAY_MONTH})[ \t:–-]{{1,4}}"
    rf"(?:\((?P<year>['’]?\d{{2}}|(?:19|20)\d\d)\b[^)\n]{{0,40}}\)[ :–-]{{0,3}})?(?=\p{{Lu}}|\n)"
    rf"|(?m)^[ \t]*(?:[-–•*] ?)?\p{{Lu}}[^\n\d]{{1,40}}?[ \t:(–-]{{1,3}}"
    rf"(?P<date>{DATE}|{_DAY_MONTH})\)?[ \t]*$"
)
_LIST_REACH = 1500


def _in_lists(text: str) -> Iterator[Match]:
    """Yield the days in the items of a list that is headed 'Verjaardagen'."""
    for head in _LIST.finditer(text):
        for item in _ITEM.finditer(text, head.end(), head.end() + _LIST_REACH):
            for group in ("date", "year"):
                if item.start(group) >= 0:
                    reason = "Een dag in een lijst van verjaardagen."
                    yield Match(*item.span(group), Kind.BIRTHDATE, 0.87, "birthdate.list", reason)


def _in_deeds(text: str) -> Iterator[Match]:
    """Yield the dates that a paper of birth says, with the same day in our calendar."""
    for found in at_words(text, _DEED):
        for group in ("date", "other"):
            if found.start(group) >= 0:
                reason = "Een datum bij een akte van geboorte of doop."
                yield Match(*found.span(group), Kind.BIRTHDATE, 0.86, "birthdate.deed", reason)


def find_birthday(text: str) -> Iterator[Match]:
    """Yield birthdays, dates behind a star, and births told in another way."""
    text = with_digits(text)
    yield from _in_lists(text)
    yield from _in_deeds(text)
    born = near(text, BORN, _BORN_CUE, _REACH)
    year = near(text, OF_YEAR, _YEAR_CUE, _REACH)
    for hits, score, reason in (
        (_birthdays(text), 0.87, "Een verjaardag van een persoon."),
        (near(text, STAR, _STAR_CUE, 1), 0.9, "Een datum achter een sterretje: een geboortedatum."),
        (born, 0.88, "Een datum bij een geboorte of bevalling."),
        (ABROAD.finditer(text), 0.9, "Een geboortedatum in een andere taal."),
        (year, 0.6, "Een geboortejaar: 'hij is van'."),
    ):
        for found in hits:
            is_whole = hits is year and len(found["date"]) > len("1980")
            is_sure = is_whole or (hits is year and _OF_SOMEONE.match(found[0]))
            score_here = _WHOLE if is_sure else score
            yield Match(*found.span("date"), Kind.BIRTHDATE, score_here, "birthdate.told", reason)


def _birthdays(text: str) -> Iterator[regex.Match[str]]:
    yield from near(text, BIRTHDAY, _BIRTHDAY_CUE, _REACH)
    for found in at(text, TURNING, numbers(text)):
        if _WHO_BEFORE.match(text, 0, found.start()):
            yield found
    yield from TURNED.finditer(text)
