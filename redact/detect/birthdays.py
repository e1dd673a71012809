"""Birthdays and other ways to say when somebody was born, without 'geboren' before the date."""

from collections.abc import Iterator

import regex

from redact.detect.birthdate import DATE, DAY, MONTH, PLACE, YEAR_ONLY
from redact.detect.match import Match
from redact.detect.misread import with_digits
from redact.finding import Kind

_DAY_MONTH = rf"{DAY}(?:e|ste|de)?[ -](?i:{MONTH})(?![\w])"
_WHEN = rf"(?P<date>(?<![\w./-])(?:{DATE}|{_DAY_MONTH}))"
_NUMERAL = (
    r"(?:1?\d?\d(?! ?(?:uur|euro|km|%))(?!\d|[.:,]\d)(?: jaar)?|\p{L}+tien|twaalf|elf|twintig|"
    r"\p{L}*(?:twin|der|veer|vijf|zes|zeven|tach|negen)tig)\b"
)
_WHO = r"(?:\p{Lu}[\p{L}’'-]+|[Hh]ij|[Zz]ij|[Zz]e|[Ii]k|[Ii]s|[Ww]ie)"
BIRTHDAY = regex.compile(
    rf"(?i:\b(?:jarig|b-?day|birthday|verj\.))(?!\w)(?: ?:)?"
    rf"(?: is| zijn| op| was| wordt| (?i:aanstaande|a\.s\.))*[ \t]\(?{_WHEN}"
    rf"|{_WHEN} (?:is|was|wordt)(?: \p{{L}}[\p{{L}}’'-]*){{1,3}} jarig\b"
    rf"|{_WHEN}(?: \p{{L}}+)? (?i:jarig|"
    rf"(?:zijn|haar|hun|mijn|de) (?:\d+e |\p{{L}}+ste )?verjaardag)\b"
    rf"|{_WHO}\b(?:[ ](?:is|was|werd|wordt|word))?(?: op)? {_WHEN} {_NUMERAL}(?: geworden)?"
    rf"(?=[ ]*(?:[.,;)!\n]|$|en\b|geworden))"
)
STAR = regex.compile(
    rf"(?:(?:(?<=[(,;]\s?)|(?<=\p{{L}} ))\*|(?:^|(?<=\n))\s?\*(?=[^\n]{{6,40}}(?:[†–]|\n|$)))\s?"
    rf"(?:(?<=\p{{L}} \*|\(\*\s?){PLACE},? ?)?(?P<date>{DATE}|\d{{8}}\b|(?:19|20)\d\d(?=\)))"
)
BORN = regex.compile(
    rf"(?i:\b(?:bsn|v-?n(?:umme)?r))\W{{0,3}}\d[\d.]{{6,11}}[,;/ ]{{1,3}}{_WHEN}"
    rf"|\b(?:wordt|is|werd) (?:[^.\n\d]{{0,20}} )?\d\d(?: jaar)? \((?P<date>{DATE})\)"
    rf"|{_WHEN} (?:in|te) {PLACE} (?i:geboren|ter wereld)"
    rf"|(?i:\b(?:bevallen|uitgerekend|uitgerekende datum|à terme|a terme datum|a terme)\b)"
    rf"(?:[ :]|\bop\b|\bis\b|\brond\b){{0,6}}{_WHEN}"
    rf"|(?i:\bgeboren\b[^\n\d.!?]{{0,20}}! ){_WHEN}"
    rf"|(?i:\bgb|\bgeb\.? ?dd|\bgebd|\bgeb\.d|\bgeboren am|\bgeboren den)[.:]* {_WHEN}"
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
OF_YEAR = regex.compile(
    r"(?i)\b(?:hij|zij|ze|die|ik|mevrouw|meneer|cliënte?)\b(?: is| was| ben)(?: zelf)? "
    r"(?:er )?(?:een |eentje )?"
    rf"(?:van|uit) (?:bouwjaar )?(?P<date>{YEAR_ONLY}|['’]\d\d)(?=[ ]*(?:[.,;)\n]|$))"
    rf"|(?<!(?:De|Het|Dit|Dat|Deze) )\b(?-i:\p{{Lu}}[\p{{L}}’'-]+|hij|zij|ze|die) "
    rf"(?:is|was) van (?P<date>{DATE})"
    r"|\bbouwjaar (?P<date>(?:19[3-9]|20[01])\d)(?=[^\n]{0,20}\b(?:hij|zij|ik|zichzelf|zei)\b)"
)


def find_birthday(text: str) -> Iterator[Match]:
    """Yield birthdays, dates behind a star, and births told in another way."""
    text = with_digits(text)
    for pattern, score, reason in (
        (BIRTHDAY, 0.7, "Een verjaardag van een persoon."),
        (STAR, 0.9, "Een datum achter een sterretje: een geboortedatum."),
        (BORN, 0.88, "Een datum bij een geboorte of bevalling."),
        (ABROAD, 0.9, "Een geboortedatum in een andere taal."),
        (OF_YEAR, 0.6, "Een geboortejaar: 'hij is van'."),
    ):
        for found in pattern.finditer(text):
            yield Match(*found.span("date"), Kind.BIRTHDATE, score, "birthdate.told", reason)
