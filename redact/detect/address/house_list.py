"""House numbers in a list of neighbours or complainants: "Melders: 53 (Ouali), Egelantier 12"."""

from collections.abc import Iterator
from functools import cache

import regex

from redact.detect.address.street import HOUSE_NUMBER, is_year, name_word
from redact.detect.context import line_end
from redact.detect.match import Match
from redact.detect.starts import at_words
from redact.finding import Kind

_LONGEST = 300
_REASON = "Een huisnummer in een opsomming van melders, bewoners of buren."
_LABEL = regex.compile(
    r"(?<![\w-])(?i:melders?|klagers?|klachten van|bewoners?|omwonenden?|buren|naaste buren|"
    r"direct omwonenden|huurders?|bezwaarmakers?|insprekers?|indieners?|reclamanten|aanwonenden|"
    r"gehoord|getuigen?|aangebeld(?: bij)?|veroorzakers?|overlastgevers?|gesproken met)"
    r"(?: \([^()\n]{1,30}\))?:[ ]"
)


def house_lists(text: str) -> Iterator[Match]:
    """Yield the numbers, and names with a number, in what stands behind such a label.

    A number alone counts with somebody in brackets behind it, or after "nr.".
    """
    for label in at_words(text, _LABEL):
        stop = min(line_end(text, label.end()), label.end() + _LONGEST)
        for found in _item().finditer(text, label.end() - 1, stop):
            if not is_year(found["number"]):
                yield Match(*found.span("house"), Kind.ADDRESS, 0.86, "address.list", _REASON)


@cache
def _item() -> regex.Pattern[str]:
    no_street = r"(?! \([^()\n]{0,40}(?:straat|laan|weg|plein|hof)\))"
    title = r"(?i:mw|mevr(?:ouw)?|dhr|de heer|meneer|fam(?:ilie)?|gezin|anoniem|onbekend|geen|niet)"
    someone = rf"{no_street}(?= \((?:\p{{Lu}}|{title}\b))"
    named = rf"{name_word()}(?: {name_word()}){{0,2}} "
    return regex.compile(
        rf"(?<=[:,;] |[ ]en )(?P<house>(?:nr\.? |nummer )?(?P<number>{HOUSE_NUMBER}){someone}"
        rf"|(?:nr\.?|nummer) (?P<number>{HOUSE_NUMBER})"
        rf"|{named}(?P<number>{HOUSE_NUMBER})(?=[ ]\(|[ ]?[,;.\n]|$))"
    )
