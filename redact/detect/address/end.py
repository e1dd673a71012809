"""Where an address ends: a flat behind the number, the place, the country."""

from functools import cache

import regex

from redact.detect.address.house_number import MORE_NUMBERS
from redact.detect.address.place import COUNTRY, place
from redact.detect.address.street import GAP, HOUSE_NUMBER, is_year, name_word
from redact.detect.names.lexicon import word_set

ROOM = regex.compile(
    r"(?: en (?:zolder|kelder|souterrain|berging|tuinhuis)(?!\w)|,? \(?(?:kamer|kmr\.?"
    r"|app(?:artement)?\.?|flat|studio|bus|bte\.?|unit|sta-?caravan|chalet|"
    r"huisje|bungalow|bel|toegang|achter(?:huis)?|(?:\d|een|één|twee|drie|vier|vijf)[ -]?hoog|"
    r"(?:boven|beneden|tussen|zolder)(?:woning|huis|etage|verdieping|kamer)|begane grond|bg|"
    r"woon(?:boot|ark|schip)|ark|(?:\d{1,2}(?:e|de|ste)|eerste|tweede|derde|vierde|vijfde|bovenste|"
    r"onderste|laatste|linker|rechter|middelste)(?: ?(?:etage|verdieping|woonlaag|bel|deur|huis|"
    r"hoeve|boerderij|woning|huisje))(?: (?:van|vanaf) (?:de )?(?:boven|onder(?:en)?|beneden|links|"
    r"rechts)| links| rechts)?|(?:boven|achter|naast) de \p{Ll}{4,20}|"
    r"\d[º°ª](?: \p{Lu}\p{Ll}{1,3}\.)?|"
    r"(?:boven|beneden|links|rechts|achterom|voorhuis|souterrain|zolder)(?=[ ]?(?:[,.;:)\n\t|]|$)))"
    r"(?: [A-Z]?\d{1,4}[a-zA-Z]?(?!\w|\.\d)| ?[\"“'‘][^\"”'’\n]{2,30}[\"”'’])?"
    r"(?: en (?:zolder|kelder|souterrain|berging|schuur|tuinhuis)"
    r"| (?:links|rechts|achter|voor))?(?!\w)\)?)"
)
"""The room, flat or pitch behind a house number: "app. 12", "(laatste hoeve)", "2e etage"."""
HOUSE_AFTER = regex.compile(
    rf"[ \xa0,-]{{1,2}}(?:(?:huis)?n(?:umme)?r\.? ?)?(?P<number>{HOUSE_NUMBER})"
)

LONG_PLACE = 7
"""Letters from which on a place needs no capital."""


def end_after_house(text: str, end: int) -> int:
    """Return where the place ends that follows a house number without a postcode."""
    for addition in (MORE_NUMBERS, ROOM):
        more = addition.match(text, end)
        end = more.end() if more else end
    found = _place_after_house().match(text, end)
    if found:
        return found.end()
    below = _place_below().match(text, end)
    if below and below["place"].casefold() in word_set("places"):
        return below.end()
    bare = _bare_place().match(text, end)
    is_place = bare and bare["place"].casefold() in word_set("places")
    is_named = bare and (bare["place"][0].isupper() or len(bare["place"]) >= LONG_PLACE)
    small = _small_place().match(text, end)
    if small and small["place"] not in word_set("words"):
        return small.end()
    return bare.end() if bare and is_place and is_named else end


def number_after(text: str, end: int) -> int | None:
    """Return where the house number ends that follows a postcode, as in '1234 AB 12'."""
    found = HOUSE_AFTER.match(text, end)
    return found.end() if found and not is_year(found["number"]) else None


def end_of_place(text: str, end: int) -> int:
    """Return where the place and country end that follow a postcode."""
    found = _place_after_postcode().match(text, end)
    end = found.end() if found else end
    country = COUNTRY.match(text, end)
    return country.end() if country else end


@cache
def _place_after_postcode() -> regex.Pattern[str]:
    more = rf"(?:[ ]{name_word()})?(?=[ ]*(?:[\n\t|;,)(]|$))"
    return regex.compile(rf"{GAP}{place()}(?:{more})?")


@cache
def _bare_place() -> regex.Pattern[str]:
    """Return the pattern of one word: "Keesomstraat 91-2 Alkmaar"."""
    return regex.compile(r"[ \xa0](?P<place>\p{L}[\p{L}-]{3,})(?![\w-])")


@cache
def _small_place() -> regex.Pattern[str]:
    """Return the pattern of a place behind a street, both in small letters."""
    return regex.compile(
        r"(?<=\b\p{Ll}[\p{L}.]{3,} \d{1,4}\p{L}?)[ ](?P<place>\p{Ll}{6,})(?=[,.;)\n]|$)"
    )


@cache
def _place_below() -> regex.Pattern[str]:
    """Return the pattern of a place that fills the line below a street."""
    return regex.compile(rf"[ \xa0]*\n[ \xa0]*(?P<place>{place()})(?=[ \xa0]*(?:\n|$))")


@cache
def _place_after_house() -> regex.Pattern[str]:
    """Return the pattern of ' te Utrecht', ', Utrecht' (and no more) or ', 48599 Gronau'."""
    foreign = r"(?:[A-Z]{1,2}-)?\d{4,5}[ \xa0]"
    return regex.compile(
        rf",?[ \xa0](?:te|in)[ \xa0]{place()}|{GAP}{foreign}{place()}"
        rf"|,[ \xa0]{place()}(?=[.,;:)\n\t|]| \(|$)"
    )
