r"""Login names made of a person's name: "jpinas17", "ybrandsm", "hofb04", "VRK\buitenh".

Only where the person stands in the same document, and never the part of an e-mail address.
"""

import unicodedata
from collections.abc import Iterator, Sequence

import regex

from redact.detect.context import line_before
from redact.detect.match import Match
from redact.detect.wordlist import entry_set
from redact.finding import Kind

_SHORTEST, _LONGEST = 5, 24
_STEM = 3
"""Letters of a surname that a login holds at least, where digits follow; one more without."""
_MOST = 12
"""Letters of a surname that a login holds at most."""
_MOST_PERSONS, _MOST_WORDS = 5000, 5
_WORD = regex.compile(r"\p{L}+")
_LOGIN = regex.compile(
    rf"(?<![\w.@/#\\-])(?P<login>(?:[A-Z]{{2,8}}\\)?[a-z]{{{_STEM},{_LONGEST}}}\d{{0,4}})"
    r"(?![\w@\\-]|\.\w)"
)
"""A word in small letters, with digits at its end or the domain of a network before it."""
_PARTS = regex.compile(r"(?P<domain>[A-Z]+\\)?(?P<core>[a-z]+)(?P<digits>\d*)")
_CALLED = regex.compile(
    r"(?i)(?:\b(?:log(?:in|t|de)?|inlog\w*|account\w*|user\w*|gebruiker\w*)\b[^\n]{0,30}"
    r"|\p{L} \(|\d[\d:. ]{3,11}\t)$"
)
"""What stands before a login: a word for it, the name itself, or the time in a log file."""


def at_login(text: str, matches: Sequence[Match]) -> Iterator[Match]:
    """Yield the login names that are made of the name of a person in the same document."""
    names = {text[match.start : match.end] for match in matches if match.kind is Kind.PERSON}
    made = _made_of(sorted(names)[:_MOST_PERSONS])
    if not made:
        return
    for found in _LOGIN.finditer(text):
        domain, core, digits = _PARTS.fullmatch(found["login"]).groups()  # type: ignore[union-attr]
        if (core, bool(digits)) not in made and (core, False) not in made:
            continue
        if len(core + digits) < _SHORTEST or (not digits and _is_ordinary(core)):
            continue
        is_called = domain or digits or _CALLED.search(line_before(text, found.start(), 45))
        reason = "Een inlognaam, gemaakt van de naam van iemand in dit document."
        yield Match(
            *found.span("login"),
            Kind.IDNUMBER,
            0.88 if is_called else 0.65,
            "idnumber.made",
            reason,
        )


def _made_of(names: Sequence[str]) -> frozenset[tuple[str, bool]]:
    """Return the letters of the logins that names can give, and whether digits must follow."""
    made = set()
    for name in names:
        given, _, rest = name.partition(",")[::-1] if "," in name else (name, "", "")
        words = _words(f"{given} {rest}")[:_MOST_WORDS]
        for place in range(1, len(words)):
            tail = "".join(words[place:])
            for initial in {word[0] for word in words[:place]}:
                for length in range(_STEM, min(len(tail), _MOST) + 1):
                    needs_digits = length == _STEM
                    made.add((initial + tail[:length], needs_digits))
                    made.add((tail[:length] + initial, needs_digits))
    return frozenset(made)


def _words(name: str) -> list[str]:
    """Return the words of a name in small letters without accents."""
    bare = unicodedata.normalize("NFKD", name.lower())
    return _WORD.findall("".join(letter for letter in bare if not unicodedata.combining(letter)))


def _is_ordinary(word: str) -> bool:
    return word in entry_set("words") or word in entry_set("words_rare")
