"""Where people live that is no house in a street: a room, a pitch, a boat, a house described."""

from collections.abc import Iterator
from functools import cache

import regex

from redact.detect.address.anchors import around
from redact.detect.address.owner import is_home
from redact.detect.address.place import POSTCODE, place
from redact.detect.address.street import GAP, HOUSE_NUMBER, name_word
from redact.detect.match import Match
from redact.detect.names.lexicon import word_set
from redact.detect.starts import at_words
from redact.finding import Kind

_PARK = (
    r"(?:[Cc]amping|[Pp]ark|[Rr]esort|[Jj]achthaven|[Hh]aven"
    r"|\p{L}*(?:recreatie|vakantie|bungalow|chalet|[Cc]amping|caravan|woonwagen|[Bb]uiten)"
    r"(?:park|centrum|terrein|kamp|oord|plaats))"
)
_CARE = (
    r"(?:[Hh]uize|[Rr]esidentie|[Hh]ospice|[Kk]looster|[Aa]bdij|[Ii]nternaat|AZC|azc|AZS|COA"
    r"|\p{L}*(?i:zorgcentrum|zorgcomplex|zorgboerderij|pleeghuis|pleegtehuis|zorghuis|jaardenhuis"
    r"|jaardentehuis|jaardencentrum|wooncentrum|woongroep|woonvorm|wooncomplex|serviceflat"
    r"|aanleunwoning|seniorenflat|seniorencomplex|studentenhuis|studentencomplex|studentenflat"
    r"|opvang|opvanglocatie|opvangcentrum|hotelschip|hotelboot|(?<!gemeen)tehuis|gezinshuis|hostel))"
)
_ROOM = (
    r"(?:kamer|kmr\.?|app(?:artement)?\.?|studio|unit|hut|flat|suite|bed|afd(?:eling)?\.?|vleugel|"
    r"gebouw|blok|etage|verdieping|huisje|bungalow|woning|nr\.?|nummer|no\.?)"
)
_PITCH = (
    r"(?:chalet|sta-?caravan|caravan|vouwwagen|camper|huisje|bungalow|woonwagen|standplaats|"
    r"staanplaats|ligplaats|lpl\.?|steiger|kavel|plek|plaats|veld|vak|laan|unit|nummer|nr\.?|no\.?)"
)
_HOME_PITCH = (
    r"(?:chalet|sta-?caravan|caravan|huisje|bungalow|woonwagen|recreatiewoning|vakantiehuisje|hut|"
    r"appartement|app\.|flat)"
)
_NUMBER = r"(?:[A-Z]?\d{1,4}(?:[.-]?\d{1,3})?(?:[ -]?[a-zA-Z])?|[A-Z]|I{1,3}V?)(?![\w/]|[.,]\d)"
_BOAT = r"(?i:woon(?:boot|schip|ark|schuit)|(?:woon)?ark|varend[a-z]* woonschip|tjalk|klipper)"
_LIVES = (
    r"(?i:\b(?:woon(?:t|de|achtig)?|wonen|wonende?|verblijft|verbleef|verblijvende?|slaapt|sliep|"
    r"logeert|logeerde|bewon(?:er|ers|ster|ing)|huist|bivakkeert|ingeschreven|opgenomen|"
    r"belt vanuit|gebeld vanuit|zit)\b)"
)
_OFFICE = regex.compile(
    r"(?i)(?:gemeente|stadhuis|raadhuis|kantoor|ministerie|vergader|zaal|overleg|hoorzitting|"
    r"hoorgesprek|bijeenkomst|griffie|rechtbank|locatie|loket|balie|spreekkamer|tst\b|toestel|"
    r"ik zit op|zitten op|werkkamer|afspraak|gebouw [A-Z]\b)"
)
WORDS = "address.words"
"""The source of a home that is told in words: only ever to look at."""
_NEAR = 60
_REACH = 90
_SURE = 0.86


def rooms_and_pitches(text: str) -> Iterator[Match]:
    """Yield "Camping De Bosrand, plek 44", "Huize Rust, app. 12" and "De Vloed, huisje 30"."""
    for found in around(text, _in_a_place(), word_set("units"), _REACH, _REACH):
        start, end = found.span("place")
        is_named = found["kept"] is not None
        if not is_named and _in_office(text, start, end):
            continue
        tail = _tail().match(text, end)
        reason = "Een plek op een camping, een park of in een tehuis: verblijft daar iemand?"
        score = _SURE if is_named or is_home(text, start) else 0.6
        end = tail.end() if tail else end
        yield Match(start, end, Kind.ADDRESS, score, "address.pitch", reason)


def _in_office(text: str, start: int, end: int) -> bool:
    """Tell whether the words around a room, in its own sentence, are those of an office."""
    begin = max(start - _NEAR, *(text.rfind(edge, 0, start) for edge in (". ", "\n", "? ")))
    return bool(_OFFICE.search(text, max(0, begin), end + 15))


@cache
def _tail() -> regex.Pattern[str]:
    """Return the pattern of the street, postcode and place that may follow a room or pitch."""
    street = rf",? {name_word()}(?: {name_word()})? {HOUSE_NUMBER}"
    return regex.compile(rf"(?:{street})?{GAP}{POSTCODE.pattern}(?:[ \xa0]{{1,3}}{place()})?")


@cache
def _in_a_place() -> regex.Pattern[str]:
    """Return the pattern of a room or pitch in a place that has a name.

    The name of a park or a home may be any words; without one only words are taken that say that
    somebody sleeps there, and not "kamer", which is in an office too.
    """
    word = name_word()
    small = r"(?:(?:[Dd]e|[Hh]et|['’‘]t|[Oo]p|[Tt]en|[Tt]er|[Ii]n|[Aa]an)(?: de)? )?"
    name = rf"{small}{word}(?: {word}){{0,2}}"
    first, then = rf"(?i:{_ROOM})[ ]?{_NUMBER}", rf"(?i:{_ROOM}) (?:\p{{Lu}}[\p{{L}}-]+|{_NUMBER})"
    room = rf"(?:{then},? ){{0,2}}{first}"
    pitch = rf"(?:(?i:{_PITCH}) {_NUMBER},? )?(?i:{_PITCH}) {_NUMBER}"
    return regex.compile(
        rf"(?<![\w-])(?P<place>(?P<kept>(?:{_PARK}|{_CARE})(?: ['’‘]?{name}['’]?)?,? (?:op )?)"
        rf"(?:{room}|{pitch})"
        rf"|{name},? (?:op )?(?i:{_HOME_PITCH}) {_NUMBER}"
        rf"|(?i:ligplaats|lpl\.?) {_NUMBER}, {name}"
        rf"|{name},? (?i:ligplaats|lpl\.?) {_NUMBER})(?!\w)"
    )


def where_one_stays(text: str) -> Iterator[Match]:
    """Yield the "kamer 3.12", "bungalow 231" and "veld C, plaats 118" that somebody stays in."""
    for found in around(text, _stays(), word_set("units"), _REACH, _REACH):
        if not found["named"] and _in_office(text, found.start("place"), found.end()):
            continue
        reason = "Een kamer of plek na 'woont', 'verblijft' of een ander woord voor thuis."
        yield Match(*found.span("place"), Kind.ADDRESS, _SURE, "address.pitch", reason)


@cache
def _stays() -> regex.Pattern[str]:
    kind = rf"(?:(?:{_PARK}|{_CARE}|hotel|pension) )?"
    name = rf"{kind}(?:(?:[Dd]e|[Hh]et|['’‘]t) )?{name_word()}(?: {name_word()})?,? "
    unit = rf"(?!(?i:nummer|nr|no)\b)(?i:{_ROOM}|{_PITCH})[ ]{_NUMBER}"
    return regex.compile(
        rf"{_LIVES}[^.\n\d]{{0,45}}?(?<!\w)(?P<place>(?P<named>{name})?{unit}(?:,? {unit})?)(?!\w)"
    )


def pitches(text: str) -> Iterator[Match]:
    """Yield "Chalet 17" and "Kavel 31" where people are said to live close by."""
    for found in around(text, _PITCHES, word_set("units"), 0, 15):
        if not _LIVED_IN.search(text, max(0, found.start() - 150), found.end() + 150):
            continue
        if _HOUSE_BEFORE.search(text, max(0, found.start() - 8), found.start()):
            continue
        reason = "Een chalet, kavel of plek waar volgens de tekst iemand woont."
        yield Match(*found.span("first"), Kind.ADDRESS, 0.6, "address.pitch", reason)
        if found["more"]:
            yield Match(*found.span("more"), Kind.ADDRESS, 0.6, "address.pitch", reason)


_HOUSE_BEFORE = regex.compile(r"\d[\w-]{0,4},? $")
"""The number of a house before its flat, which is part of that address."""
_PITCHES = regex.compile(
    rf"(?<!\w)(?P<first>(?i:{_HOME_PITCH}|kavel|standplaats|staanplaats|ligplaats)"
    r" \d{1,4}[a-zA-Z]?)"
    r"(?:,? (?:en|of|/) (?P<more>\d{1,4}[a-zA-Z]?))?(?![\w/]|[.,]\d)"
)
_LIVED_IN = regex.compile(
    r"(?i)bewo(?:on|n)|(?<!ge)woont|wonen er|\bhuurder|\bwoonde|slaapt|overgangsrecht|ingeschreven|"
    r"\bstaat nog\b|\bgezin\b|echtpaar|eigendom van"
)


def named_boats(text: str) -> Iterator[Match]:
    """Yield "woonboot De Drie Gebroeders", with its jetty."""
    for found in at_words(text, _boat()):
        reason = "Een woonboot met een naam: woont daar iemand?"
        yield Match(*found.span("place"), Kind.ADDRESS, 0.6, "address.house", reason)


@cache
def _boat() -> regex.Pattern[str]:
    word = name_word()
    name = rf"(?:(?:[Dd]e|[Hh]et|['’]t) )?{word}(?: (?:{word}|van|de|der)){{0,3}}"
    quoted = r"['’‘\"“][^'’‘\"”\n]{2,30}['’\"”]"
    return regex.compile(
        rf"(?<![\w-])(?P<place>{_BOAT} (?:{quoted}|{name})(?:,? (?i:{_PITCH}) {_NUMBER})?)"
    )


_DESCRIBED = regex.compile(
    r"(?<!\w)(?:(?:(?i:laatste|eerste|tweede|derde|vierde|vijfde|middelste|\d{1,2}e) "
    r"|(?i:rode|rood|witte|blauwe|gele|groene|houten|grijze|oude|kleine|grote|scheve) ){1,3}"
    r"(?i:huis|huisje|woning|boerderij|deur|caravan|boot|flat|bungalow|chalet)"
    r"(?: (?i:links|rechts|aan de linkerkant|aan de rechterkant))?"
    r" (?i:na|voor|voorbij|bij|achter|naast|tegenover|aan|op|vanaf|van) (?i:de|het) \p{L}{3,20}"
    r"|(?i:boven|achter|naast) (?:de |het )?(?i:kapsalon|snackbar|winkel|bakker|slager|fietsenzaak|"
    r"kapper|pizzeria|caf[eé]|apotheek|drogist|cafetaria|supermarkt|bloemist|bloemenzaak)"
    r"(?: \p{Lu}[\p{L}’'-]+){0,2}(?:, \p{Lu}[\p{L}-]+(?![\p{L}-]| \d))?"
    r"|(?i:sta)?(?i:caravan|tent|camper|woonwagen|keet|schuur) (?i:bij|achter|naast|op) "
    r"(?:de |het )?(?:\p{Lu}[\p{L}’'-]+ ){1,3}\d{1,4}[a-zA-Z]?(?!\w))"
)
_LANDMARK = regex.compile(
    r"\b(?:huis(?:je)?|woning|boerderij|deur|(?:sta)?caravan|boot|flat|bungalow|chalet|tent|camper|"
    r"woonwagen|keet|schuur|kapsalon|snackbar|winkel|bakker|slager|fietsenzaak|kapper|pizzeria|"
    r"caf[eé]|apotheek|drogist|cafetaria|supermarkt|bloemist|bloemenzaak|molen|brug|kerk|dijk|sluis|"
    r"gemaal|bocht|bos|haven)\b"
)
_WALK = r"(?i:huis(?:je)?|woning|boerderij|molen|brug|kerk|dijk|sluis|gemaal|bocht|bos|haven)"
_TOLD = regex.compile(
    rf"{_LIVES} (?P<place>(?i:op|aan|in|bij|achter|naast|boven) (?i:de|het) {_WALK}"
    r"(?: (?i:achter|naast|bij|voor|voorbij|na|tegenover|op) (?i:de|het) \p{L}{3,20})?"
    rf"(?:, {_DESCRIBED.pattern})?)(?=[.,;)\n]|$)"
)


def described(text: str) -> Iterator[Match]:
    """Yield a house that is told by its place: "derde huis voorbij de molen"."""
    reason = "Een huis dat met woorden is aangeduid: is te herleiden wie er woont?"
    done = 0
    for landmark in at_words(text, _LANDMARK):
        start, stop = max(done, landmark.start() - _REACH), landmark.end() + _REACH
        for pattern in (_TOLD, _DESCRIBED):
            for found in pattern.finditer(text, start, stop):
                place = "place" if pattern is _TOLD else 0
                if _HOUSE_BEFORE.search(text, max(0, found.start() - 8), found.start()):
                    continue
                yield Match(*found.span(place), Kind.ADDRESS, 0.55, WORDS, reason)
                done = found.end()
