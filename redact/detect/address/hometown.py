"""Towns where somebody lives: "De heer Blom uit Wijchen", "zijn zus in Hoorn", "woont in Epe"."""

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from redact.detect.address.owner import KIN
from redact.detect.address.place import place
from redact.detect.match import Match
from redact.detect.starts import at_words
from redact.finding import Kind

_SEEN = 0.6
_REASON = "Een plaats waar volgens de tekst iemand woont of vandaan komt."
_LIVES = (
    r"(?i:woont|woonde|woonachtig|gewoond|wonend[e]?|verblijft|woon|logeert|opgegroeid|geëmigreerd)"
)
_GOES = r"(?i:verhuisd?|verhuist|vertrokken|vertrok|geëmigreerd|teruggekeerd|remigreerd|gaan wonen)"
_NO_TOWN = (
    r"(?!(?i:nederland|europa|de|het|een|hier|daar|maart|januari|februari|april|mei|juni|juli"
    r"|augustus|"
    r"september|oktober|november|december|bezwaar|beroep|overleg|dienst|loondienst|kamer|fase|"
    r"artikel|bijlage|q[1-4]|brp|gba|bag|wmo|coa|azc|gemeente|woning|wijk|straat)\b)"
)
_STREET = regex.compile(r"(?i)(?:straat|laan|weg|plein|gracht|kade|singel|hof|dreef|pad|steeg)$")


def hometowns(text: str, matches: Sequence[Match]) -> Iterator[Match]:
    """Yield the towns where somebody is said to live, or a relative of theirs: to be looked at.

    A town alone tells little of a person; behind a name with "te" or "uit" it stays.
    """
    taken = bytearray(len(text))
    for match in matches:
        if match.score >= _SEEN:
            taken[match.start : match.end] = b"\1" * (match.end - match.start)
    for said in at_words(text, _told()):
        for part in ("place", "more"):
            start, end = said.span(part)
            if (
                start >= 0
                and taken.find(1, start, end) < 0
                and not _STREET.search(text, start, end)
            ):
                yield Match(start, end, Kind.ADDRESS, _SEEN, "address.town", _REASON)


@cache
def _told() -> regex.Pattern[str]:
    """Return the pattern of a town behind "hij woont in" or "zijn zus in"."""
    town = rf"{_NO_TOWN}(?P<place>{place()})(?![\w-]| \d)"
    also = rf"(?: \((?P<more>(?=\p{{Lu}}){place()})\))?"
    near = r"[^.;:\n\d]{0,45}?"
    return regex.compile(
        rf"(?<![\w-]){_LIVES}\b{near}\bin {town}{also}"
        rf"|(?<![\w-])(?:zit|zat|zitten) (?:nu |thans |vast ){{0,2}}in {town}"
        rf"|\b(?i:die|waar) (?:nu |thans |inmiddels )?in {town}(?= (?i:woont|woonde|verblijft))"
        rf"|(?<![\w-])(?:(?i:mijn|mn|m['’]n|zijn|z['’]n|haar|hun|diens|onze|een|de) "
        rf"(?:(?i:jongste|oudste|oude|andere|enige|eerste|tweede) )?(?i:{KIN}))"
        rf"(?:,? (?:de heer|mevrouw|dhr\.?|mw\.?))?(?:,? \p{{Lu}}[\p{{L}}.’'-]*){{0,3}} (?i:in"
        rf"|uit) {town}"
        rf"|(?<![\w-])(?:(?i:{KIN})) (?i:in|uit) {town}"
        rf"|(?<![\w-])(?i:naar|in) {town}(?= (?i:is |zijn |was )?(?:{_GOES}|(?i:woont|woonde))\b)"
    )
