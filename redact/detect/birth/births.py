"""Dates of birth known by the person beside them: "Ali Kaya, 1-7-1983", "leerling (12-03-2011)".

A date long before all others of a document, close behind a name, is hardly anything else; a
recent one is a child's where the words say so, and otherwise the date of a letter or a meeting.
"""

from collections.abc import Iterator, Sequence

import regex

from redact.detect.birth.birthdate import DATE, PLACE_AFTER, full_year
from redact.detect.columns import cells_under
from redact.detect.context import line_before
from redact.detect.match import Match
from redact.detect.misread import with_digits
from redact.detect.starts import at, at_words, numbers
from redact.finding import Kind

_SURE, _OLD, _LOOK = 0.9, 0.88, 0.6
_AGE, _EIGHT = 10, 8
"""Years before the other dates of a document from which on a date beside a name is old."""
_PRESENT = 2015
"""The year an undated text is taken to be from at the earliest: few older ones are asked for."""
_PASSPORT = r"(?:0?[1-9]|[12]\d|3[01]) \p{Lu}{3}/\p{Lu}{3} (?:19|20)\d\d"
_YEAR = regex.compile(r"(?P<first>(?:19|20)\d\d)(?=[-./]|\d{4}$)|(?P<last>(?:(?:19|20)\d\d|\d\d))$")
_NICKNAMED = r"(?:[ ]?\([\"'“‘”’]?[\p{L}][\p{L}.’' -]{0,30}[\"'“‘”’]?\))?"
_LINK = (
    rf"{_NICKNAMED}"
    r"(?:[\s--\n]*[,(/|;–-]?[\s--\n]*)"
    r"(?:(?i:m|v|man|vrouw|x|c\.?s|jr|sr)\.?[\s--\n]*[,/;|)][\s--\n]*)?"
)
"""What stands between a name and a date on one line (version 1 of the patterns: -- subtracts)."""
_COMPACT = (
    r"(?:(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])"
    r"|(?:0[1-9]|[12]\d|3[01])(?:0[1-9]|1[0-2])(?:19\d\d|20[01]\d|\d\d))(?!\w|[.,/-]\d)"
)
"""A date without signs, close behind a name and a comma: "S. Kaya, 010180"."""
_ANY_DATE = regex.compile(rf"(?<![\w-])(?P<date>{DATE}|{_PASSPORT}|(?<=[,(] ?){_COMPACT})")
_BEHIND_NAME = regex.compile(
    rf"(?V1)(?P<mark>{_LINK})(?P<van>van )?"
    rf"(?P<date>{DATE}|{_PASSPORT}|(?<=[,(] ?){_COMPACT})"
)
_IN_ROW = regex.compile(
    rf"[^\n.;]{{0,45}}?(?:[ ]{{2,}}|\t ?)(?P<date>{DATE}"
    r"|(?:19[2-9]|20[01])\d(?=[ \t]{1,3}(?:\(?0\d[\d -]{7,}|\+\d)))(?=[ ]{2,}|[ ]?[\t\n]|$)"
    r"|[ \t]{1,3}(?P<date>(?:19[2-9]|20[01])\d)(?=[ \t]{1,3}(?:\(?0\d[\d -]{7,}|\+\d))"
)
"""An old date or a year further on in the row of a name, as in a list of contacts."""
_FAMILY = (
    r"(?:kind(?:eren|je)?|kids?|zoon(?:tje)?|zonen|dochters?|dochtertje|baby|leerlingen|leerlinge?|peuter|"
    r"kleuter|zusje|broertje|minderjarigen?|pupil|tweeling|jeugdigen?|jongere)"
)
_PARTY = (
    r"(?:cliënte?|client|patiënte?|ptn?|betrokkenen?|verdachten?|slachtoffer|vader|moeder|partner|"
    r"echtgeno(?:ot|te)|belanghebbenden?|verzekerde|vreemdeling|aanvrager|verzoek(?:er|ster)|"
    r"huisgenoot|medebewoner|man|vrouw|oom|tante|opa|oma|grootvader|grootmoeder|broer|zus|zuster|"
    r"schoonmoeder|schoonvader|buurman|buurvrouw|vriendin|bewo(?:ner|onster)|huur(?:der|ster)|"
    r"kla(?:ger|agster)|weduwe|weduwnaar)"
)
_NAMES = r"(?:[ ]\d\b)?(?:[ :]{1,2}\p{Lu}[\p{L}.’'-]*){0,4}"
_LABELLED = regex.compile(
    rf"(?<![\w-])(?i:(?P<child>{_FAMILY})|{_PARTY}){_NAMES}"
    rf"(?P<mark>:? ?[,(/] ?|:? )(?P<date>{DATE}|(?<=\()(?:(?:19|20)\d\d|['’]\d\d)(?=\))"
    rf"|(?<=, )(?:19[3-9]|20[012])\d(?=[ ]?(?:[;\n]|$)))"
)
_NEXT_CHILD = regex.compile(
    rf"\)?(?:,|;| en| &|,? \+) \p{{Lu}}[\p{{L}}’'-]+(?:,? \(?|: )(?P<date>{DATE})"
)
_SUBJECT = regex.compile(r"(?i)\b(?:betreft|inzake|casus|re|dossier|leerling|cliënt)[ :]*$")
_PARENTS = regex.compile(
    r"(?i:\b(?:ouders?|vader|moeder|mama|papa|voogd) van) "
    r"\p{Lu}[\p{L}’'-]+ \((?P<date>(?:19|20)\d\d)\)"
)
_IDENTITY = regex.compile(
    r"(?i)[\s,;./|)(-]{1,3}(?:bsn\b|(?:leerling|cliënt|klant|student|polis|personeels)n(?:umme)?r|v-?nr|v-?nummer|burgerservicenummer|sofi|man\b|vrouw\b|m\b|v\b|"
    r"nationaliteit|\p{L}{3,}(?:se|aanse|ische)\b(?! \p{L}))"
)
_ACT = regex.compile(
    r"(?i)(?:mail|brie[fv]|gespre|reactie|verslag|overleg|notiti|memo|telef|interview|zitting|zienswijze|"
    r"bezwaar|advies|actie|vragen|\bapp|bericht|motie|amendement|besluit|nota|\bzie\b|\bdatum\b|"
    r"\bd\.?d\b|vergader|onderteken|getekend|vastgesteld|gehoord|contract|dienst|presentatie|"
    r"rapport|afspraak|bijlage|versie|auteur|genotuleerd|notulist|aanwezig|door\b|bezoek|melding|"
    r"ontvangen|indien|wethouder|burgemeester|voorzitter|griffier|secretaris|\bvz\b)"
)
_AFTER_ACT = regex.compile(r"[ ,]*(?:om |at )?\d{1,2}[:.]\d\d(?!\d)|: ?\p{L}")
_OTHER_HEADER = regex.compile(
    r"(?i)\b(?:(?:start|eind|inschrijf|ingangs|verval|overlijdens|in)-?datum|datum[^\t|\n]*|"
    r"wanneer|gereed[^\t|\n]*|(?:in )?dienst[^\t|\n]*|uit dienst|sinds[^\t|\n]*|"
    r"vanaf|tot|start|einde?|deadline|"
    r"termijn|ontvangen[^\t|\n]*|d\.?d\.?|dag|wie|laatst[^\t|\n]*)"
)


def at_birth(text: str, matches: Sequence[Match]) -> Iterator[Match]:
    """Yield the dates that are of a person's birth by the names and words close before them."""
    text = with_digits(text)
    dates = [found.span("date") for found in at(text, _ANY_DATE, numbers(text))]
    others = {start for start, _ in cells_under(text, _OTHER_HEADER)} if dates else set()
    beside = list(_beside_names(text, matches, others)) if dates else []
    subjects = _subjects(text, matches)
    near = {found.start("date") for found in beside}
    labelled = list(at_words(text, _LABELLED))
    rows = [found for found in _in_rows(text, matches, others) if found.start("date") not in near]
    seen = {found.start("date") for found in (*beside, *rows, *labelled)}
    seen |= {match.start for match in matches if match.kind is Kind.BIRTHDATE}
    present = max(
        (_year(text[start:end]) for start, end in dates if start not in seen), default=_PRESENT
    )
    for found in beside:
        yield from _beside(text, found, present, is_subject=found.start() in subjects)
    yield from _labelled(text, labelled, present)
    for found in rows:
        if _year(found["date"]) <= present - _AGE:
            reason = "Een datum van jaren terug in de regel van een naam."
            yield _match(text, found, _OLD, reason)


def _in_rows(text: str, matches: Sequence[Match], others: set[int]) -> Iterator[regex.Match[str]]:
    """Yield the dates that stand further on in the row of a name."""
    for name in matches:
        if name.kind is not Kind.PERSON or name.score < _LOOK:
            continue
        found = _IN_ROW.match(text, name.end)
        date = found.start("date") if found else 0
        if found and date not in others and not _ACT.search(text, name.end, date):
            yield found


def _beside_names(
    text: str, matches: Sequence[Match], others: set[int]
) -> Iterator[regex.Match[str]]:
    """Yield what stands as a date close behind a name, unless its column is of other dates."""
    for name in matches:
        if name.kind is not Kind.PERSON or name.score < _LOOK:
            continue
        found = _BEHIND_NAME.match(text, name.end)
        if found and found.start("date") not in others and not _is_of_act(text, name.start, found):
            yield found


def _beside(
    text: str, found: regex.Match[str], present: int, *, is_subject: bool
) -> Iterator[Match]:
    """Yield a date behind a name if it is old, or what follows says whose it is."""
    is_old = _year(found["date"]) <= present - _AGE
    is_identity = _IDENTITY.match(text, found.end()) is not None
    in_brackets = "(" in found["mark"]
    if found["van"] and not is_old:
        return
    if is_old or is_identity:
        reason = "Een datum van jaren terug of met persoonsgegevens, vlak achter een naam."
        yield _match(text, found, _OLD, reason)
    elif in_brackets or is_subject:
        reason = "Een datum tussen haakjes achter een naam: mogelijk een geboortedatum."
        yield _match(text, found, _LOOK, reason)


def _subjects(text: str, matches: Sequence[Match]) -> set[int]:
    """Return where the names end that a paper says it is about: "Betreft: Sanne Tan"."""
    return {
        name.end
        for name in matches
        if name.kind is Kind.PERSON and _SUBJECT.search(line_before(text, name.start, 30))
    }


def _labelled(text: str, labelled: Sequence[regex.Match[str]], present: int) -> Iterator[Match]:
    """Yield the dates behind words for persons: "dochter Noor 3-4-2016", "cliënte (2-8-1985)"."""
    for found in labelled:
        is_old = _year(found["date"]) <= present - _AGE
        is_marked = not found["mark"].isspace()
        if not (is_old or found["child"] or is_marked) or _is_of_act(text, found.start(), found):
            continue
        reason = "Een datum achter een woord als 'dochter', 'leerling' of 'cliënt'."
        is_sure = is_old or (found["child"] and is_marked)
        yield _match(text, found, _OLD if is_sure else _LOOK, reason)
        end = found.end() if found["child"] else len(text)
        while following := _NEXT_CHILD.match(text, end):
            yield _match(text, following, _LOOK, reason)
            end = following.end()
    for found in _PARENTS.finditer(text):
        yield _match(text, found, _LOOK, "Een jaar achter de naam van een kind.")


def _is_of_act(text: str, start: int, found: regex.Match[str]) -> bool:
    """Tell whether the words around say that something was done on a date."""
    before = line_before(text, start, 45)
    return bool(_ACT.search(before) or _AFTER_ACT.match(text, found.end()))


def _match(text: str, found: regex.Match[str], score: float, reason: str) -> Match:
    """Return a date, with the place of birth that follows it."""
    start, end = found.span("date")
    place = PLACE_AFTER.match(text, end)
    end = place.end() if place else end
    return Match(start, end, Kind.BIRTHDATE, score, "birthdate.person", reason)


def _year(date: str) -> int:
    """Return the year of a date; of two digits, the last one that is past."""
    if date.isdigit() and len(date) == _EIGHT and not date.startswith(("19", "20")):
        date = date[-4:]
    found = _YEAR.match(date) or _YEAR.search(date)
    return full_year(int(found["first"] or found["last"])) if found else _PRESENT
