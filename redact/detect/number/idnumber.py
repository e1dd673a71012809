"""Numbers that identify a person by what their writer calls them: passport, personnel, client.

Never: numbers of companies, cases, letters and invoices. They are in no list here.
"""

import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple, TypeAlias

import regex

from redact.detect.columns import cells_under
from redact.detect.context import is_amount, line_before
from redact.detect.match import Match
from redact.detect.misread import with_digits
from redact.detect.names.titles import role_titles
from redact.detect.number.idform import AFTER, ANY_NUMBER, DATE, SHORTEST, TIGHT, YEAR
from redact.detect.number.numbered import find_numbered
from redact.detect.number.owned import find_owned
from redact.detect.number.unlabelled import find_unlabelled
from redact.detect.starts import at_words
from redact.finding import Kind, Role

NUMBER_WORD = regex.compile(r"(?i)(?:nummers?|nrs?|id|number|code)\b")
REVERSED = regex.compile(
    r"(?i)(?<!telefoon|tel|huis|kamer|rekening|mobiel|mobiele |toestel|doorkies|fax|zaak|post|"
    r"bank|volg|factuur|order|kosten|bsn-?|telefoon |tel\. ?)"
    r"(?:nummers?|nr|no|id|code)\b[.:]{0,2} (?:(?:van|voor) )?(?:(?:de|het|zijn|haar|een|"
    r"sociaal) )?"
    r"(?P<stem>\p{L}+(?:-\p{L}+)?)\b(?!\W{0,3}(?:0\d{1,3}[ -]|06|\+\d))"
)
"""The word a number is called by, behind "nummer": "nummer document", "dossiernr. cliënt"."""
STEM = regex.compile(r"(?r)(?P<stem>\p{L}+(?:-\p{L}+)?)(?P<joint>-| |\.|\. )?")
LOOSE = (
    r"(?:[^\d\n;!?]{0,40}?\b|"
    r"[^\d\n;!?]{0,90}?\b(?:nr|nummer|te weten|namelijk|nl)\b[.:]{0,2} )"
)
NEAR = 20
"""Characters after a label within which a number is surely its: "klantnr. bezwaarde 880"."""
NUMBERED = regex.compile(
    r"(?i)\b(?:nummer|nr|te weten|namelijk|nl)\b[.:]{0,2} $|^(?: \p{Ll}+){0,3} \($"
)
WINDOW = 24
CHAIN = r"\s?(?:[,;/&]|en|of)\s?"
BRACKETED = r"(?: \p{Ll}+){0,3} \((?:(?:nr|nummer)\b\.?:? ?)?"
"""What stands between a pass and its number: "liet zijn vaarbewijs zien (0417 882 31)"."""
OURS = regex.compile(r"(?i)\b(?:ons|onze)(?: eigen)? $")
OF_US = regex.compile(r"(?i)\bvan (?:ons|onze|de|het) (?:organisatie|gemeente|dienst|bedrijf)\b")
HEADER_END = regex.compile(r"[ .:*]*(?:[\t|\n]|$)")

_LONG_STEM = 5
_PERSONS = frozenset({Role.CITIZEN, Role.CIVIL_SERVANT, Role.ADVISER})
_NO_PERSONS = frozenset(
    {"hoofd", "directeur", "directeuren", "contactpersoon", "kind", "inkoper", "controller", "fg"}
)
"""Words for persons before "nummer" that mean a telephone, or a thing."""

Entry: TypeAlias = dict[str, Any]


class Called(NamedTuple):
    """One sort of number: what the reviewer reads, and patterns of the value by what precedes."""

    name: str
    why: str
    cell: regex.Pattern[str]
    tight: regex.Pattern[str]
    loose: regex.Pattern[str]
    chained: regex.Pattern[str]
    most: float
    """How sure its numbers are at the most."""


class Label(NamedTuple):
    """Where a text calls a number something, [start, end), and what."""

    start: int
    end: int
    called: Called


def find_idnumber(text: str) -> Iterator[Match]:
    """Yield the numbers of a text that identify a person."""
    text = with_digits(text)
    headers: dict[str, Called] = {}
    for label in _labels(text):
        yield from _after(text, label)
        yield from _bracketed(text, label)
        if HEADER_END.match(text, label.end):
            headers[text[label.start : label.end]] = label.called
    for header, called in headers.items():
        yield from _in_column(text, header, called)
    yield from find_owned(text)
    yield from find_numbered(text)
    yield from find_unlabelled(text)


def _labels(text: str) -> Iterator[Label]:
    """Yield what a text calls numbers: by a word with 'nummer', or by a word that stands alone."""
    sorts = _sorts()
    for word in NUMBER_WORD.finditer(text):
        found = STEM.match(text, max(0, word.start() - 30), word.start())
        if found:
            stem = found["stem"].lower()
            called = _by_stem().get(f"{stem}-" if found["joint"] else stem) or _called_by(stem)
            if called:
                yield Label(found.start(), word.end(), called)
    for turned in REVERSED.finditer(text):
        called = _called_by(turned["stem"].lower())
        if called:
            yield Label(turned.start(), turned.end(), called)
    for alone in at_words(text, _words()):
        yield Label(*alone.span(), sorts[alone.lastgroup or ""])


@cache
def _table() -> dict[str, Entry]:
    source = files("redact.detect").joinpath("lists", "idnumbers.toml").read_text(encoding="utf-8")
    return tomllib.loads(source)


@cache
def _sorts() -> dict[str, Called]:
    """Return the sorts of numbers by name."""
    return {name: _called(name, entry) for name, entry in _table().items()}


@cache
def _by_stem() -> dict[str, Called]:
    return {stem: _sorts()[name] for name, entry in _table().items() for stem in entry["stems"]}


@cache
def _called_by(stem: str) -> Called | None:
    """Return the sort of number a stem tells: whole, by its last part, or as a word for a person.

    So "svb-klant" and "oudpersoneels" are read as their endings are, and "tolk", "huurders" and
    "kandidaat" say that the number is a person's without being in the list.
    """
    last = stem.rpartition("-")[2]
    for part in (stem, last):
        if part in _by_stem():
            return _by_stem()[part]
    endings = (known for known in _by_stem() if len(known) >= _LONG_STEM and stem.endswith(known))
    longest = max(endings, key=len, default="")
    if longest:
        return _by_stem()[longest]
    return _sorts()["person"] if _is_person(last) else None


def _is_person(word: str) -> bool:
    """Tell whether a stem, its joining letters left off, is a word for what a person is."""
    forms = {word, *(word.removesuffix(end) for end in ("s", "en", "n", "e"))} - _NO_PERSONS
    return any(role_titles().get((form,)) in _PERSONS for form in forms)


@cache
def _words() -> regex.Pattern[str]:
    alone = [
        f"(?P<{name}>{entry['words']})" for name, entry in _table().items() if "words" in entry
    ]
    return regex.compile(rf"(?i)\b(?:{'|'.join(alone)})\b(?!-)")


def _called(name: str, entry: Entry) -> Called:
    value = rf"(?P<value>(?:{entry.get('value', ANY_NUMBER)}){AFTER})"
    loose = BRACKETED if entry.get("adjacent") else LOOSE
    cell, tight, loosely, chained = (
        regex.compile(f"(?i:{gap}){value}") for gap in ("", TIGHT, loose, CHAIN)
    )
    most = 0.7 if entry.get("doubtful") else 1.0
    return Called(name, str(entry["why"]), cell, tight, loosely, chained, most)


def _after(text: str, label: Label) -> Iterator[Match]:
    """Yield the number or numbers after a label: at once, or else a few words later."""
    called = label.called
    if OURS.search(text, max(0, label.start - 16), label.start):
        return
    found = called.tight.match(text, label.end)
    if found and not (_leaves_row(text, label, found) or _is_year(text, label, found)):
        while found is not None:
            yield from _judge(text, called, found, 0.95)
            found = called.chained.match(text, found.end())
        return
    found = called.loose.match(text, label.end)
    if found and not YEAR.fullmatch(found["value"]):
        between = text[label.end : found.start("value")]
        if OF_US.search(between):
            return
        is_near = (len(between) <= NEAR and "(" not in between) or NUMBERED.search(between)
        yield from _judge(text, called, found, 0.86 if is_near else 0.7)


def _bracketed(text: str, label: Label) -> Iterator[Match]:
    """Yield the number that a label between brackets behind it names: "2118403 (pat.nr)"."""
    opening = label.start - 1
    if text[opening : label.start] != "(" or ")" not in text[label.end : label.end + 2]:
        return
    for found in label.called.cell.finditer(text, max(0, opening - WINDOW), opening):
        if not text[found.end("value") : opening].strip():
            yield from _judge(text, label.called, found, 0.9)


def _leaves_row(text: str, label: Label, found: regex.Match[str]) -> bool:
    """Tell whether a label is the last cell of a header row and the number in the next row."""
    return "\n" in found[0] and bool(regex.search(r"[\t|]", line_before(text, label.start)))


def _is_year(text: str, label: Label, found: regex.Match[str]) -> bool:
    """Tell whether a year stands behind a word that calls nothing a number: "Polis 2021"."""
    is_number = NUMBER_WORD.search(text, label.start, label.end)
    return not is_number and bool(YEAR.fullmatch(found["value"]))


def _in_column(text: str, header: str, called: Called) -> Iterator[Match]:
    for start, end in cells_under(text, regex.compile(regex.escape(header))):
        found = called.cell.search(text, start, end)
        if found:
            yield from _judge(text, called, found, 0.95)


def _judge(text: str, called: Called, found: regex.Match[str], score: float) -> Iterator[Match]:
    """Yield a labelled number, unless it is a date, a sum or too short to identify anyone."""
    start, end = found.span("value")
    if DATE.fullmatch(text, start, end) or is_amount(text, start, end):
        return
    if sum(map(str.isalnum, found["value"])) >= SHORTEST:
        reason = f"Een {called.why}: het woord ervoor zegt het."
        sure = min(score, called.most)
        yield Match(start, end, Kind.IDNUMBER, sure, f"idnumber.{called.name}", reason)
