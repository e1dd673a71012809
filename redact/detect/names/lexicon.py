"""What the lists say about one word: its traits, as bits of an int."""

import re
from collections.abc import Iterator
from functools import cache, lru_cache
from importlib import resources

CAPITAL = 1 << 0
"""One capital, then small letters: "Karin", "McDonald", "O'Brien"."""
UPPER = 1 << 1
"""Capitals only, two or more."""
INITIALS = 1 << 2
""" "J.", "J.A.M.", "Th." """
LETTER = 1 << 3
"""A single capital without a point."""
PARTICLE = 1 << 4
"""Van, de, el, ben ...: comes before a surname."""
FIRST = 1 << 5
"""A first name that is nothing else."""
FIRST_MAYBE = 1 << 6
"""A first name that is rare here, or an ordinary word as well."""
SURNAME = 1 << 7
"""Borne as a surname by five people or more."""
COMMON = 1 << 8
"""Among the thousand commonest surnames, particles left off."""
ORDINARY = 1 << 9
"""A word of the language, or made up of such words."""
STOP = 1 << 10
"""Never a name."""
PLACE = 1 << 11
"""A place or a water."""
PROPER = 1 << 12
"""Written with a capital, and nobody's name: a people, a month, a make."""
MONOGRAM = 1 << 13
"""Initials written as one: "JdV", "PvdB"."""
ABBREVIATION = 1 << 14
"""Short for a body, a law or a thing."""
THING = 1 << 15
"""Ends as streets, buildings, bodies and plans do."""

UNUSUAL = 1 << 16
"""A word of the language that official texts hardly use: "kok", "haan"."""

SHAPED = CAPITAL | UPPER
KNOWN = FIRST | FIRST_MAYBE | SURNAME
NOT_A_NAME = STOP | ORDINARY | UNUSUAL | PROPER | PLACE | THING | ABBREVIATION

_SHORTEST_COMPOUND = 5
_SHORTEST_WORD = 3
_LONG_HEAD = 9
_INITIALS = re.compile(
    r"(?:(?:[A-ZÀ-Þ]|IJ|Th|Ch|Chr|Ph|Fr|Joh|Jac|St|Tj|Sj|Ph) ?\.-? ?)+"
    r"|[A-ZÀ-Þ]\.(?:[vdtha]\.){1,3}[A-ZÀ-Þ]\.?|[A-ZÀ-Þ]-[A-ZÀ-Þ]\."
)
_TITLE_CASE = re.compile(
    r"(?:[A-ZÀ-ÞĀ-ž][a-zß-ÿā-žı]*['’])?(?:Mc|Mac|De|Van|Le|La|Di|Du|IJ|El|Al)?[A-ZÀ-ÞŁŚŠŽÇİŞĞĆČĐŻŹ]"
    r"[^\WA-Z\d_]+"
)
_MISREAD = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]*[015]{1,2}[a-zß-ÿ]+[015]?[a-zß-ÿ]*")
_LETTERS = str.maketrans("015", "ols")
"""A digit inside a word is a letter that a scanner misread: "B1oemendaal"."""
_MONOGRAM = re.compile(r"[A-Z]{1,3}(?:v[dt]?|vd[mhbl]|vh|vdv|d|te?|ter|ten)[A-Z]{1,2}")


def words_of(name: str) -> Iterator[str]:
    """Yield the words of a list, comments left out."""
    text = (resources.files("redact.detect") / "lists" / f"{name}.txt").read_text("utf-8")
    for line in text.splitlines():
        if not line.startswith("# "):
            yield from line.split()


@cache
def word_set(name: str) -> frozenset[str]:
    """Return the words of a list."""
    return frozenset(words_of(name))


@cache
def line_set(name: str) -> frozenset[str]:
    """Return the lines of a list."""
    text = (resources.files("redact.detect") / "lists" / f"{name}.txt").read_text("utf-8")
    return frozenset(text.splitlines())


def patterns_of(name: str) -> str:
    """Return the patterns of a list as one alternation."""
    lines = (line for line in line_set(name) if not line.startswith("# "))
    return "|".join(sorted(lines, key=lambda line: (-len(line), line)))


@cache
def _common() -> frozenset[str]:
    return frozenset(line.rpartition(" ")[2] for line in line_set("surnames_common"))


def _added() -> frozenset[str]:
    """Return the first names that we wrote down ourselves, but for those that are other words."""
    barred = word_set("first_names_not") | word_set("words") | word_set("stop_words")
    return frozenset(name.casefold() for name in words_of("first_names_added")) - barred


@cache
def _tables() -> tuple[tuple[frozenset[str], int], ...]:
    ambiguous = word_set("first_names_ambiguous")
    near = word_set("first_names") | _added()
    return (
        (word_set("particles"), PARTICLE),
        (near - ambiguous, FIRST),
        (word_set("first_names_rare") | (near & ambiguous), FIRST_MAYBE),
        (word_set("surnames"), SURNAME),
        (_common(), COMMON | SURNAME),
        (word_set("words"), ORDINARY),
        (word_set("words_rare"), UNUSUAL),
        (word_set("stop_words") | word_set("english"), STOP),
        (word_set("places") | word_set("places_abroad"), PLACE),
        (word_set("proper"), PROPER),
    )


@cache
def _thing() -> re.Pattern[str]:
    ends = sorted(word_set("thing_endings"), key=len, reverse=True)
    return re.compile(r"\w{2,}(?:" + "|".join(ends) + r")")


@lru_cache(maxsize=1 << 15)
def traits_of(word: str) -> int:
    """Return the traits of one word as it is written."""
    if _MISREAD.fullmatch(word):
        word = word.translate(_LETTERS)
    shape = _shape(word)
    lower = word.casefold().replace("’", "'")
    traits = shape
    for words, trait in _tables():
        if lower in words:
            traits |= trait
    if word in word_set("abbreviations"):
        traits |= ABBREVIATION
    if shape & SHAPED and len(lower) >= _SHORTEST_COMPOUND and not traits & (FIRST | COMMON):
        traits |= _made_up(lower, traits)
    if shape & CAPITAL and not traits & (KNOWN | STOP | ORDINARY):
        traits |= _genitive(lower) | _foreign(lower, traits)
    return traits


def _shape(word: str) -> int:
    if len(word) == 1:
        return LETTER if word.isupper() else 0
    if word[1] == "." or word[-1] == ".":
        return INITIALS if _INITIALS.fullmatch(word) else 0
    if word.isupper():
        return UPPER if word.isalpha() else 0
    if _MONOGRAM.fullmatch(word):
        return MONOGRAM
    return CAPITAL if _TITLE_CASE.fullmatch(word) else 0


def _foreign(lower: str, traits: int) -> int:
    """Tell a name by letters that no Dutch word has: "Hùng" and "Thị", "Tahirović"."""
    if any("\u1ea0" <= letter <= "\u1ef9" for letter in lower):
        return FIRST
    is_strange = any("\u0100" <= letter <= "\u024f" for letter in lower)
    return FIRST_MAYBE | SURNAME if is_strange and not traits & NOT_A_NAME else 0


def is_thing(lower: str) -> bool:
    """Tell whether a word ends as those for streets, buildings, firms and plans do."""
    return _thing().fullmatch(lower) is not None


def _made_up(lower: str, traits: int) -> int:
    """Tell things and compounds: "Kerkstraat", "Afvalstoffenverordening"."""
    if is_thing(lower) and not traits & SURNAME:
        return THING
    if not traits & (KNOWN | ORDINARY | UNUSUAL | STOP) and is_compound(lower):
        return ORDINARY
    return 0


def is_compound(lower: str) -> bool:
    """Tell whether a word is made up of ordinary ones: "sportbedrijf", "afvalstoffenheffing"."""
    for cut in range(_SHORTEST_WORD, len(lower) - _SHORTEST_WORD):
        if _is_word(lower[cut:]):
            head = lower[:cut]
            if _is_word(head) or (head.endswith("s") and _is_word(head[:-1])):
                return True
            if cut >= _LONG_HEAD and is_compound(head):
                return True
    return False


def _is_word(lower: str) -> bool:
    return len(lower) >= _SHORTEST_WORD and (
        lower in word_set("words") or lower in word_set("words_rare")
    )


def _genitive(lower: str) -> int:
    """Tell "Karins": a first name with its s."""
    is_first = lower.endswith("s") and lower[:-1] in word_set("first_names")
    return FIRST if is_first and lower[:-1] not in word_set("first_names_ambiguous") else 0


_SHORTENED = dict.fromkeys(
    ("vd", "vd.", "v.d.", "v.d", "v/d", "v/d."), ("van der", "van den", "van de")
) | dict.fromkeys(("v", "v."), ("van",))
"""What stands for particles that are written short."""


def is_surname_with(particles: str, base: str) -> bool:
    """Tell whether particles and a word make a surname we know: "van der" and "meer"."""
    fulls = (f"{written} {base}" for written in _SHORTENED.get(particles, (particles,)))
    return any(
        full in line_set("surnames_particled") or full in line_set("surnames_common")
        for full in fulls
    )


def is_common_with(particles: str, base: str) -> bool:
    """Tell whether particles and a word make one of the thousand commonest surnames."""
    return f"{particles} {base}" in line_set("surnames_common")
