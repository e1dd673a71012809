"""What belongs to an address and stands beside it: the town before it, the home, the country."""

from collections.abc import Iterator
from functools import cache

import regex

from redact.detect.address.place import COUNTRY_NAME, place
from redact.detect.address.street import name_word
from redact.detect.match import Match
from redact.finding import Kind, Role

_REACH = 70
_LEAST = 0.5
_HOUSE = (
    r"(?i:huize|residentie|hospice|klooster|abdij|internaat|(?:woon)?zorgcentrum|verpleeghuis|"
    r"verzorgingshuis|bejaardenhuis|woongroep|woonvorm|serviceflat|studentenhuis|landgoed|boerderij|"
    r"hoeve|villa|pastorie|camping|recreatiepark|vakantiepark|bungalowpark)"
)
_OTHER = frozenset({"address.body", "address.box", "address.public", "address.place"})


def beside(text: str, matches: list[Match]) -> Iterator[Match]:
    """Yield the town, the name of the home and the country that touch an address that was found."""
    for match in matches:
        if match.role is not Role.UNKNOWN or match.score < _LEAST or match.source in _OTHER:
            continue
        before = _before().search(text, max(0, match.start - _REACH), match.start)
        if before and not regex.fullmatch(COUNTRY_NAME, before["place"] or "", regex.IGNORECASE):
            yield from (
                match._replace(start=start, end=before.end(group))
                for group in ("place", "quarter", "house")
                if (start := before.start(group)) >= 0
            )
        after = _AFTER.match(text, match.end)
        if after:
            yield match._replace(start=after.start("place"), end=after.end("place"))
        town = _IN_TOWN.match(text, match.end) if match.source == "address.number" else None
        if town:
            yield match._replace(start=town.start("place"), end=town.end())
        code = _foreign_below().match(text, match.end) if match.source == "address.label" else None
        if code:
            yield Match(*code.span("place"), Kind.ADDRESS, 0.6, match.source, match.reason)


@cache
def _before() -> regex.Pattern[str]:
    """Return the pattern of "in Almere, Literatuurwijk, " and "klooster Sint-Agatha, "."""
    town = rf"(?P<place>{place()}(?:-\p{{Lu}}\p{{L}}+)?)"
    quarter = rf"(?:,[ ](?P<quarter>{name_word()}))?"
    joint = (
        r"(?:[ ]\p{Ll}{2,8})?(?:,[ ]|[ ]\(|:[ ]|[ ][-–][ ])"
        r"(?:(?:aan )?(?:de|het) |op (?:de|het)? ?)?$"
    )
    return regex.compile(
        rf"(?:\b(?:te|in|uit|naar|verhui\p{{L}}+ van)[ ]{town}{quarter}{joint}"
        rf"|(?<!\w)(?P<house>{_HOUSE}[ ](?:de |het |op |ten |ter )?{name_word()}"
        rf"(?:[ ]{name_word()}){{0,2}}),[ ]$)"
    )


_AFTER = regex.compile(
    rf"(?i)[ \xa0]*\n[ \xa0]*(?P<place>{COUNTRY_NAME})(?=[ ]*(?:\n|$))"
    rf"|,[ ](?:hier|daar|gewoon|vlak)[ ](?:in|bij)[ ](?-i:(?P<place>\p{{Lu}}[\p{{L}}-]{{2,}}))"
)


_IN_TOWN = regex.compile(r",? (?:in|te) (?P<place>\p{Lu}[\p{L}-]{2,})(?![\w-])")


@cache
def _foreign_below() -> regex.Pattern[str]:
    """Return the pattern of "1000 Bruxelles" in the next row of a form or table."""
    return regex.compile(
        rf"[ ]*[\n|][^\n\d]{{0,30}}[\t|:][ ]*(?P<place>(?:[A-Z]{{1,2}}-)?\d{{4,5}}[ ]{place()})"
        r"(?=[ ]*(?:[\n|\t]|$))"
    )
