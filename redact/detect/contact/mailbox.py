"""Which mailbox is an organisation's: by its own words, or by what the text calls it."""

from functools import cache, lru_cache

import regex

from redact.detect.context import line_before
from redact.detect.wordlist import entries, entry_set

SHORTEST_JOINED = 3
SHORTEST_PART = 4
SHORTEST_PLAIN = 5
SHORTEST_NAME = 7
SHORT_BODY = 4
"""The most letters of an abbreviation that a body calls its box and its domain: cbf@cbf.nl."""
ENDING = regex.compile(
    r"(?P<head>[a-z]{3,24})(?:dienst|bureau|team|loket|punt|lijn|balie|desk|beheer|zaken|kantoor|commissie|"
    r"administratie|secretariaat|teams|diensten|meldingen|aanvragen|vragen)"
)
"""A compound that names a desk: havendienst, schademeldingen."""
DISPLAYED = regex.compile(
    r"(?i)(?:^|[;:,] ?|\t)(?:postbus|team|afdeling|secretariaat|bureau|griffie|project\w*|helpdesk|"
    r"servicedesk|klantcontact\w*|receptie|bestuurs\w+|algemene mailbox|groepsmailbox|functionele "
    r"mailbox|postvak)\b[^;<>@\n\t]{0,50}<$"
)
"""The name that a mail program shows before the box: "Postbus Ondersteuning <bso@...>"."""
ABBREVIATION = regex.compile(
    r"(?i:\b(?:het|de|onze?|een|deze|dit)) (?P<short>[A-Z]{3,5})\b(?![- ]?\p{Lu}\p{Ll})"
)
PLACE = regex.compile(
    r"\b(?P<name>\p{Lu}\p{Ll}{3,}(?: \p{Lu}\p{Ll}{2,})?)(?= \d{1,4}[a-z]?\b)"
    r"|(?i:\b(?:project|plan|zonnepark|windpark|wijk|bestemmingsplan|gebied|park|locatie|programma|"
    r"buurt|polder)) [‘'\"]?(?P<name>\p{Lu}\p{Ll}{3,}(?: \p{Lu}\p{Ll}{2,})?)"
    r"|(?:^|\n\n)(?P<name>\p{Lu}\p{Ll}{6,}) (?=(?:\p{Lu}\p{Ll}+ ?){1,2},)"
)


def is_general_box(local: str, domain: str) -> bool:
    """Tell whether a mailbox is that of an organisation rather than of a person."""
    if domain.lower() in entry_set("private_mail_domains"):
        return False
    words = [word for word in regex.split(r"[._-]+", local.lower()) if word]
    named_as_domain = len(local) <= SHORT_BODY and domain.lower().startswith(f"{local.lower()}.")
    return bool(words) and (
        named_as_domain
        or all(map(_is_general, words))
        or (len(words) > 1 and words[0] in entry_set("mailbox_openers"))
        or (len(words) == 1 and _is_desk(words[0]))
    )


def _is_desk(word: str) -> bool:
    """Tell whether a compound names a desk, and not a person before it: "roosbeheer"."""
    found = ENDING.fullmatch(word)
    return found is not None and found["head"] not in _lowered("first_names")


def is_named_general(text: str, start: int, local: str, domain: str) -> bool:
    """Tell whether the text says what a box is: an abbreviation, a street, "Postbus X <box@..>".

    `start` is where the address begins.
    """
    if domain.lower() in entry_set("private_mail_domains") or not local.isalpha():
        return False
    opening = DISPLAYED.search(line_before(text, start))
    return (
        opening is not None
        or local.upper() in _abbreviations(text)
        or (len(local) >= SHORTEST_NAME and local.lower() in _places(text))
    )


@lru_cache(maxsize=4)
def _abbreviations(text: str) -> frozenset[str]:
    """Return the abbreviations that a text speaks of as of a thing: "het CBE", "de GMR"."""
    return frozenset(found["short"] for found in ABBREVIATION.finditer(text))


@lru_cache(maxsize=4)
def _places(text: str) -> frozenset[str]:
    """Return, written as one word, the streets and projects that a text speaks of."""
    return frozenset(
        found["name"].replace(" ", "").lower()
        for found in PLACE.finditer(text)
        if found["name"].partition(" ")[0].lower() not in _lowered("first_names")
        and found["name"].lower() not in _lowered("surnames")
    )


@cache
def _is_general(word: str) -> bool:
    """Tell whether a part of a mailbox's name is a word for work, not a name: "vastgoed"."""
    known = entry_set("general_mailboxes")
    stem = word.rstrip("0123456789")
    if (
        {word, word.removesuffix("en"), word.removesuffix("s")} & known
        or (stem and _joined().fullmatch(stem))
        or _is_plain(stem)
    ):
        return True
    cuts = range(SHORTEST_PART, len(stem) - SHORTEST_PART + 1)
    return any(_is_part(stem[:cut]) and _is_part(stem[cut:]) for cut in cuts)


def _is_part(part: str) -> bool:
    """Tell whether half a compound is a word for work: "bouw" and "toezicht"."""
    return any(
        form in entry_set("general_mailboxes") or _is_plain(form) or bool(_joined().fullmatch(form))
        for form in (part, part.removesuffix("s"))
        if len(form) >= SHORTEST_PART
    )


def _is_plain(word: str) -> bool:
    """Tell whether a word of the language is nobody's name."""
    return (
        len(word) >= SHORTEST_PLAIN
        and word in entry_set("words")
        and word not in _lowered("surnames")
        and word not in _lowered("first_names")
        and word not in _lowered("first_names_rare")
        and word not in _lowered("first_names_added")
    )


@cache
def _lowered(name: str) -> frozenset[str]:
    return frozenset(entry.lower() for entry in entries(name))


@cache
def _joined() -> regex.Pattern[str]:
    """Return the pattern of general words written as one: contactpersoonwoo."""
    long = sorted(word for word in entry_set("general_mailboxes") if len(word) >= SHORTEST_JOINED)
    return regex.compile(rf"(?:{'|'.join(long)})+")
