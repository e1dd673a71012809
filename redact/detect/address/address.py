"""Addresses: street, number, postcode and place, each piece, together where they touch.

Where a person lives goes; where a public body receives people stays; the address of a building
or a plot somebody looks at, because a case may be about a place rather than about who lives there.
"""

from collections.abc import Iterable, Iterator
from functools import cache
from itertools import chain

import regex

from redact.detect.address.around import beside
from redact.detect.address.dwelling import (
    described,
    named_boats,
    pitches,
    rooms_and_pitches,
    where_one_stays,
)
from redact.detect.address.end import end_after_house, end_of_place, number_after
from redact.detect.address.fields import below_address, below_home, beside_streets, in_fields, towns
from redact.detect.address.house_list import house_lists
from redact.detect.address.house_number import numbers_alone, numbers_of_streets
from redact.detect.address.odd import (
    at_labels,
    beside_ages,
    foreign_streets,
    named_houses,
)
from redact.detect.address.owner import REACH, is_home, judged, of_person
from redact.detect.address.place import POSTCODE, is_postcode, place, postcodes
from redact.detect.address.residence import (
    is_numbered,
    postcodes_said,
    spelled_numbers,
    streets_told,
    words_with_number,
)
from redact.detect.address.rows import in_rows
from redact.detect.address.street import (
    DATE,
    GAP,
    HOUSE_BACKWARDS,
    HOUSE_NUMBER,
    SHORTEST,
    houses,
    is_year,
    name_before,
    name_word,
    street,
    street_before,
    words,
)
from redact.detect.address.told import in_small_letters, place_before, whole_street
from redact.detect.match import Detector, Match
from redact.detect.misread import with_digits, with_letters
from redact.detect.starts import at_words
from redact.finding import Kind, Role

Span = tuple[int, int]

POSTBUS = regex.compile(
    r"(?i:\b(?:postbus|antwoordnummer|p\.?o\.? ?box|(?P<short>pb\.?)))[ \xa0]"
    r"(?:\d{2,3}\.\d{3}|\d{1,6})(?!\d)"
    rf"(?:{GAP}(?P<postcode>{POSTCODE.pattern}))?"
)
OPENED = regex.compile(
    r"(?:^|[\n,:\t|(] ?|\p{Ll}[ ])"
    r"(?P<opening>(?:Op|Aan|In|Achter|Onder|Bij|Voor|Over|Tussen|Boven|Binnen|Buiten)"
    r"[ \xa0](?:(?:de|den|der|het|['’]t)[ \xa0])?|['’][tT][ \xa0])$"
)
"""How the name of a street opens where nothing stands before it: "Op den Dries 5"."""
HOME = (
    r"(?i:\b(?:woonachtig|wonende?|wonend|woont?|woonde|gewoond|bewon(?:er|ers|ster)|huishouden|woonadres|thuisadres|huisadres|priv[eé]adres|adres|"
    r"verblijfsadres|verblijft|verblijvende?|ingeschreven)\b)"
)
STREETWIDE = regex.compile(r"(?i)bewoners|huishouden")
"""Of these a street alone says little: "de bewoners van de Kerkstraat"."""
FILLER = (
    r"(?:[:\s]|\b(?:is|van|hebbende|aan|op|in|te|naar|bij|momenteel|nog|steeds|thans|samen|alleen|de|het)\b)"
    r"{0,6}"
)


def find_address(text: str) -> Iterator[Match]:
    """Return the addresses of a text, those of public bodies marked as such."""
    text = with_letters(with_digits(text))
    taken = bytearray(len(text))
    found = list(_free(chain.from_iterable(step(text) for step in _steps()), taken))
    return chain(found, _free(beside(text, found), taken))


def _free(matches: Iterable[Match], taken: bytearray) -> Iterator[Match]:
    """Yield the matches in whose place nothing was found yet."""
    for match in matches:
        if not any(taken[match.start : match.end]):
            taken[match.start : match.end] = b"\1" * (match.end - match.start)
            yield match


def _steps() -> tuple[Detector, ...]:
    """Return what looks for addresses, the surest first: what one finds no other finds again."""
    marked = (
        _boxes,
        house_lists,
        beside_ages,
        in_fields,
        below_home,
        beside_streets,
        in_rows,
        towns,
        at_labels,
    )
    dwellings = (described, named_boats, rooms_and_pitches, where_one_stays, pitches, named_houses)
    streets = (numbers_of_streets, _at_postcodes, foreign_streets, _at_houses, _at_cues)
    told = (below_address, in_small_letters, numbers_alone, spelled_numbers)
    loose = (words_with_number, streets_told, postcodes_said, _nameless)
    return (*marked, *dwellings, *streets, *told, *loose)


def _boxes(text: str) -> Iterator[Match]:
    """Yield post boxes: those of organisations stay."""
    for found in at_words(text, POSTBUS):
        end = (
            end_of_place(text, found.end())
            if found["postcode"]
            else end_after_house(text, found.end())
        )
        if owned := of_person(text, found.start(), end):
            reason = "Een postbus bij een persoon: is het zijn privéadres?"
            yield Match(found.start(), end, Kind.ADDRESS, owned, "address.box", reason)
            continue
        if found["short"]:
            continue
        reason = "Een postbus of antwoordnummer is van een organisatie en blijft openbaar."
        yield Match(
            found.start(), end, Kind.ADDRESS, 0.95, "address.box", reason, Role.ORGANISATION
        )


def _at_postcodes(text: str) -> Iterator[Match]:
    """Yield addresses with a postcode, with what touches it: street, number, place, country."""
    for postcode in postcodes(text):
        house = HOUSE_BACKWARDS.match(text, max(0, postcode.start() - 30), postcode.start())
        number_end = number_after(text, postcode.end())
        start, end = postcode.start(), end_of_place(text, number_end or postcode.end())
        if house:
            start = _start_of_street(text, house)
        if house or (number_end and postcode["letters"].isupper()):
            reason = "Een adres met postcode en huisnummer."
            yield judged(text, (start, end), 0.9, reason)
        elif is_postcode(postcode) or (end > postcode.end() and is_home(text, start)):
            reason = "Een postcode zonder huisnummer: is het een woonadres?"
            yield judged(text, (start, end), 0.7 if end > postcode.end() else 0.5, reason)


def _at_houses(text: str) -> Iterator[Match]:
    """Yield streets with a house number, with the place behind it, without a postcode."""
    for house in houses(text):
        start = whole_street(text, house.start())
        if start is None or (is_year(house[0]) and not is_home(text, start)):
            continue
        if DATE.fullmatch(house[0]) and text[house.start() - 2] == ",":
            continue
        end = end_after_house(text, house.end())
        reason = "Een straat met huisnummer: is het een woonadres?"
        yield judged(text, (place_before(text, start), end), 0.75, reason)


def _nameless(text: str) -> Iterator[Match]:
    """Yield "De Ruige Hoek 3": a name beside it or a place behind it may make it a street."""
    for found in _articled().finditer(text):
        if is_year(found["number"]) or is_numbered(found[0]):
            continue
        end = end_after_house(text, found.end())
        score = 0.5 if end > found.end() else 0.3
        reason = "Woorden met een huisnummer: is het een woonadres?"
        yield Match(found.start(), end, Kind.ADDRESS, score, "address.form", reason)


@cache
def _articled() -> regex.Pattern[str]:
    """Return the pattern of words with an article and a number behind them."""
    return regex.compile(
        rf"(?<![\w.])(?:De|Het|['’]t|Den|Aan|Op|Achter|Onder|Lange|Korte|Oude?|Nieuwe|Grote|Kleine|"
        rf"Hoge|Lage|Groene|Witte|Rode|Zwarte|Boven|Beneden|Voor|Buiten|Binnen)"
        rf"(?:[ \xa0](?:de|het|den|['’]t))?(?:[ \xa0]{name_word()}){{1,3}}[ \xa0]"
        rf"(?P<number>{HOUSE_NUMBER})"
    )


def _at_cues(text: str) -> Iterator[Match]:
    """Yield what follows 'woont', 'wonende' or 'adres' and has no usual form of its own."""
    for found in at_words(text, _home()):
        if found["full"]:
            reason = "Een straat met huisnummer na 'woont' of 'adres'."
            end = end_after_house(text, found.end())
            yield Match(found.start("full"), end, Kind.ADDRESS, 0.9, "address.home", reason)
        elif found["street"] and _is_named(found) and not STREETWIDE.match(found[0]):
            reason = "Een straat na 'woont' of 'woonachtig'."
            yield Match(*found.span("street"), Kind.ADDRESS, 0.86, "address.street", reason)
        elif found["place"]:
            reason = "Een woonplaats na 'wonende te'."
            yield Match(*found.span("place"), Kind.ADDRESS, 0.6, "address.place", reason)


def _is_named(found: regex.Match[str]) -> bool:
    """Tell whether a street behind 'woont' has a name: "het erf" has none."""
    name = found["street"]
    return not found["weak"] and (name[0].isupper() or len(name) >= SHORTEST)


def _start_of_street(text: str, house: regex.Match[str]) -> int:
    """Return where the address begins whose house number stands before a postcode."""
    for before in (street_before, name_before):
        start = before(text, house.start())
        if start is not None:
            opened = OPENED.search(text, max(0, start - REACH), start)
            return opened.start("opening") if opened else start
    return int(house.start("number"))


@cache
def _home() -> regex.Pattern[str]:
    """Return the pattern of what follows a word for living somewhere."""
    near = rf"(?:(?P<full>{words()}[ \xa0]{HOUSE_NUMBER})|{street()}(?!\w))"
    later = rf"[^.\n\d]{{0,30}}?\b(?:aan|in|op) (?:de|het|een) {street()}(?!\w)"
    town = (
        rf"(?:[ \xa0]te|(?<=nend|nende|achtig)[ \xa0]in)[ \xa0](?P<place>(?!Nederland\b){place()})"
    )
    return regex.compile(rf"{HOME}(?:{FILLER}{near}|{later}|{town})")
