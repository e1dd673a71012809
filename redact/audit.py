"""What a publication that somebody else redacted says about its gaps: text in, figures out."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from grounds.catalogue import CATALOGUE, LETTERS
from grounds.codes import CodeMark, find_codes
from grounds.markers import Marker, find_markers
from grounds.marks import Marks
from grounds.rules import code_can_be_cited, ground_is_in_force

_WORD = r"(?:weg)?gelakt|zwartgelakt|ge[- ]?anonimi[sz]eerd|onleesbaar(?: gemaakt)?|verwijderd"
_THING = (
    r"naam|namen|voornaam|achternaam|persoonsgegevens?|adres(?:gegevens)?|woonplaats|handtekening"
    r"|paraaf|e-?mail(?:adres)?|telefoon(?:nummer)?|geboortedatum|bsn|functie|bedrijf(?:snaam)?"
)
_GROUNDLESS: Mapping[str, re.Pattern[str]] = {
    "woord": re.compile(rf"[(\[](?:{_WORD})[)\]]", re.IGNORECASE),
    "soort gegeven": re.compile(rf"[\[<](?:{_THING})(?: \d{{1,2}})?[\]>]", re.IGNORECASE),
    "blokken": re.compile(r"[█▇▆▉▓▒](?:[ ]?[█▇▆▉▓▒])*|■(?:[ ]?■)+|▬(?:[ ]?▬)+"),
    "kruisjes": re.compile(r"\b[xX]{4,}\b"),
}
_LEGEND = re.compile(
    r"toelichting\s(?:op\s)?(?:de\s|bij\s)?(?:gebruikte\s)?(?:weigerings)?(?:grond(?:slag)?en|codes)"
    r"|(?:legenda|overzicht|verklaring|betekenis)\s(?:van\s)?(?:de\s)?(?:gebruikte\s)?"
    r"(?:weigerings)?(?:grond(?:slag)?en|codes)"
    r"|(?:letters?|codes?)\sdie\shierbij\s(?:is|zijn)\svermeld",
    re.IGNORECASE,
)
_LETTER_LEGEND = re.compile(r"letter\sdie\shierbij\sis\s", re.IGNORECASE)
_LETTER_BEFORE = re.compile(r"(?:^|\n)[ \t#]*([A-S])[ \t:.=–-]{1,3}$")
_LETTER_LINE = re.compile(r"^[ \t#]*([A-S])[ \t]*$", re.MULTILINE)
_NEAR = 3
_LOOK_BACK = 12


@dataclass(frozen=True, slots=True)
class Audit:
    """How often each thing occurs in one text.

    `codes` by canonical code and `notations` by how the family writes 5.1.2.e; `unknown` are
    codes that no law has, or groups. `letters` are gaps marked with one letter that the text's own
    legend explains, by the code it stands for. `groundless` are gaps without a ground, by form.
    """

    codes: Mapping[str, int]
    notations: Mapping[str, int]
    unknown: Mapping[str, int]
    markers: Mapping[str, int]
    letters: Mapping[str, int]
    groundless: Mapping[str, int]
    has_legend: bool

    @property
    def total(self) -> int:
        """How many known codes there are."""
        return sum(self.codes.values())


def audit(text: str) -> Audit:
    """Count what stands in the gaps of a text that was redacted before."""
    marks = find_codes(text)
    markers = find_markers(text)
    return Audit(
        codes=_by_law(mark.code for mark in marks if mark.known),
        notations=_counted(mark.notation.value for mark in marks),
        unknown=_counted(mark.code for mark in marks if not mark.known),
        markers=_by_law(mark.code for mark in markers),
        letters=_by_law(_lettered(text, marks)),
        groundless=_counted(_without_ground(text, [*marks, *markers])),
        has_legend=_LEGEND.search(text) is not None,
    )


def hints(found: Audit) -> list[str]:
    """Return what an officer should look at, in Dutch; empty when nothing stands out."""
    everything = Marks(frozenset((*found.codes, *found.unknown)))
    objections = [*code_can_be_cited(everything), *ground_is_in_force(everything)]
    said = [f"{objection.message} {objection.way_out}" for objection in objections]
    return [*said, *_about_gaps(found), *_about_reasons(found)]


def _about_gaps(found: Audit) -> Iterator[str]:
    groundless = sum(found.groundless.values())
    if groundless:
        yield (
            f"Bij {groundless} weggelaten {'plek' if groundless == 1 else 'plekken'} staat geen "
            "grond. Per weggelaten deel moet duidelijk zijn welke grond geldt."
        )
    if (found.total or found.letters) and not found.has_legend:
        yield "Er is geen toelichting op de codes gevonden. Voeg een legenda toe voor de lezer."
    if len(found.notations) > 1:
        yield (
            f"De codes staan in {len(found.notations)} schrijfwijzen. Schrijf ze op één manier, "
            "zoals 5.1.2.e."
        )


def _about_reasons(found: Audit) -> Iterator[str]:
    used = {*found.codes, *found.letters}
    relative = [code for code in CATALOGUE if code in used and code.startswith("5.1.2.")]
    if relative:
        yield (
            f"Het besluit moet het gebruik van {', '.join(relative)} uitdrukkelijk motiveren "
            "(artikel 5.1, derde lid, van de Woo)."
        )
    if any(CATALOGUE[code].five_years for code in used):
        yield (
            "Is de informatie bij het verzoek ouder dan vijf jaar, dan vraagt artikel 5.3 van de "
            "Woo een extra motivering."
        )


def _lettered(text: str, marks: list[CodeMark]) -> Iterator[str]:
    """Yield the code of every gap that holds one letter of the text's own legend."""
    if not _LETTER_LEGEND.search(text):
        return
    explained = {
        found[1]
        for mark in marks
        if (found := _LETTER_BEFORE.search(text[max(0, mark.start - _LOOK_BACK) : mark.start]))
        and LETTERS[found[1]] == mark.code
    }
    for line in _LETTER_LINE.finditer(text):
        if line[1] in explained:
            yield LETTERS[line[1]]


def _without_ground(text: str, marks: list[CodeMark | Marker]) -> Iterator[str]:
    """Yield the form of every gap that has no code or marker beside it on its line."""
    starts = {mark.start for mark in marks}
    ends = {mark.end for mark in marks}
    for form, pattern in _GROUNDLESS.items():
        for gap in pattern.finditer(text):
            after = _reach(text[gap.end() : gap.end() + _NEAR])
            before = _reach(text[max(0, gap.start() - _NEAR) : gap.start()][::-1])
            explained = any(gap.end() + step in starts for step in range(after)) or any(
                gap.start() - step in ends for step in range(before)
            )
            if not explained:
                yield form


def _reach(beside: str) -> int:
    """Return how many places beside a gap still stand on its line."""
    return len(beside.partition("\n")[0]) + 1


def _counted(names: Iterable[str]) -> Mapping[str, int]:
    return MappingProxyType(dict(Counter(names).most_common()))


def _by_law(codes: Iterable[str]) -> Mapping[str, int]:
    """Count codes, in the order of the catalogue."""
    counts = Counter(codes)
    return MappingProxyType({code: counts[code] for code in CATALOGUE if code in counts})
