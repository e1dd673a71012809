"""The titles of roles.toml: which role a title tells."""

import tomllib
from functools import cache, lru_cache
from importlib import resources

from redact.detect.names.lexicon import INITIALS, KNOWN, PLACE, SHAPED, word_set
from redact.detect.names.tokens import TAB, Tokens, tokenise
from redact.finding import Role


@cache
def role_titles() -> dict[tuple[str, ...], Role]:
    """Return the roles by the words of their titles, in lower case, points left out."""
    return {_words(title): role for title, role in _listed()}


@cache
def abbreviated_titles() -> frozenset[tuple[str, ...]]:
    """Return the titles that are written with a point at their end: "burg.", "weth."."""
    return frozenset(_words(title) for title, _ in _listed() if title.endswith("."))


@cache
def _openings() -> frozenset[str]:
    """Return the words that titles begin with."""
    return frozenset(words[0] for words in role_titles())


@cache
def _endings() -> frozenset[str]:
    """Return the words that titles end with."""
    return frozenset(words[-1] for words in role_titles())


def _listed() -> list[tuple[str, Role]]:
    text = (resources.files("redact.detect.roles") / "roles.toml").read_text("utf-8")
    return [(title, Role(role)) for role, titles in tomllib.loads(text).items() for title in titles]


def _words(title: str) -> tuple[str, ...]:
    return tuple(word.casefold() for word in tokenise(title).words if word != ".")


_LONG_JOB = 8
_JOB_ENDS = ("er", "aar", "eur", "ist", "ent", "ant", "man", "vrouw", "lid", "arts", "ster", "loog")
_LONGEST = 7
_LONG_TITLE = 6
_SHORTEST_WORD = 5
"""A form of address of at most so many letters may be written with a point."""
_ARTICLES = frozenset(
    {"de", "het", "een", "onze", "als", "|", "plv", "plaatsvervangend", ".", "waarnemend", "wnd"}
    | {"senior", "sr", "junior", "medior", "strategisch", "tactisch", "technisch", "juridisch"}
    | {"(", "oud", "voormalig", "ex", "toenmalig", "demissionair", "eerste", "1e", "2e", "-", "is"}
)


def title_ending(tokens: Tokens, index: int) -> Role | None:
    """Return the role of the longest title that ends right before a token.

    A point ends a title only where the title is an abbreviation: "burg. Vos", but not
    "de wethouder. Vos".
    """
    if tokens.word(index - 1) == "." and not is_point_of_title(tokens, index - 1):
        return None
    found = _longest_before(tokens, index)
    return found[1] if found else _compound(tokens.word(index - 1))


def title_opening(tokens: Tokens, index: int) -> int:
    """Return the first token of the longest title that ends right before a token."""
    found = _longest_before(tokens, index)
    return found[0] if found else index - 1


def _longest_before(tokens: Tokens, index: int) -> tuple[int, Role] | None:
    said = _said(tokens, max(0, index - _LONGEST), index)
    if not said or said[-1] not in _endings():
        return None
    for length in range(min(_LONGEST, index), 0, -1):
        role = role_titles().get(_said(tokens, index - length, index))
        if role and tokens.words[index - length] != ".":
            return index - length, role
    return None


@lru_cache(maxsize=4096)
def _compound(word: str) -> Role | None:
    """Return the role of a job that ends as one we know: "klachtencoördinator"."""
    if not word.islower():
        return None
    ends = (role for title, role in _jobs() if word.endswith(title) and len(word) > len(title))
    return next(ends, None)


@cache
def _jobs() -> tuple[tuple[str, Role], ...]:
    """Return the jobs of one word that others are made up with."""
    return tuple(
        (title, role)
        for (title, *rest), role in role_titles().items()
        if role in (Role.CIVIL_SERVANT, Role.ADVISER) and not rest and len(title) >= _LONG_TITLE
    )


def is_job(word: str) -> bool:
    """Tell whether one word is a title, or ends as jobs do: "Kinderrechter", "Afvalcoach"."""
    lower = word.casefold()
    return (lower,) in role_titles() or (len(lower) >= _LONG_JOB and lower.endswith(_JOB_ENDS))


def title_starting(tokens: Tokens, index: int) -> Role | None:
    """Return the role of the longest title that begins at a token."""
    found = _longest_at(tokens, index)
    return None if found is None or tokens.word(found[0]) == ":" else found[1]


def title_at(tokens: Tokens, index: int) -> Role | None:
    """Return the role of the title that a table cell tells: "wethouder", "wethouder (VVD)".

    None where the cell goes on as a sentence: "wethouder bijpraten over de brug".
    """
    found = _longest_at(tokens, index)
    if found is None or tokens.word(found[0]) == ":":
        return None
    end, role = found
    after = tokens.word(end)
    is_over = tokens.gap(end) >= TAB or after in ("|", ",", "(", "/", "-", "–", "en", "van", ".")
    is_field = after.casefold() in word_set("portfolios") or after[:1].isupper()
    return role if is_over or is_field else None


def is_followed_by_name(tokens: Tokens, index: int) -> bool:
    """Tell whether the title at a token goes with the name behind it: ", hoofdofficier Mulders"."""
    found = _longest_at(tokens, index)
    if found is None or not tokens.joined(found[0]) or found[0] >= len(tokens):
        return False
    traits = tokens.traits[found[0]]
    return bool(traits & INITIALS or (traits & SHAPED and traits & KNOWN and not traits & PLACE))


def _longest_at(tokens: Tokens, index: int) -> tuple[int, Role] | None:
    said = _said(tokens, index, index + _LONGEST)
    if not said or said[0] not in _openings():
        return None
    for length in range(_LONGEST, 0, -1):
        said = _said(tokens, index, index + length)
        role = role_titles().get(said)
        if role and not (len(said) == 1 and _is_initials(tokens.words[index])):
            return min(index + length, len(tokens)), role
    return None


def _is_initials(word: str) -> bool:
    """Tell "PdG", who signs so, from "PDG" and "pdg", which is an office."""
    return word[0].isupper() and word[-1].isupper() and not word.isupper()


def _said(tokens: Tokens, start: int, end: int) -> tuple[str, ...]:
    return tuple(filter(None, tokens.bare[start:end]))


def is_point_of_title(tokens: Tokens, index: int) -> bool:
    """Tell whether a point belongs to an abbreviated title: "burg.", "mr.", "plv."."""
    if tokens.word(index) != ".":
        return bool(tokens.word(index).rstrip("."))
    word = tokens.word(index - 1).casefold().rstrip(".")
    is_short = len(word) <= _SHORTEST_WORD and word in word_set("titles")
    return is_short or any(
        _said(tokens, index - length, index) in abbreviated_titles() for length in (1, 2, 3)
    )


def skip_articles(tokens: Tokens, index: int) -> int:
    """Return the first token from an index on that is no article or "plv.", "oud-" and the like."""
    while tokens.word(index).casefold() in _ARTICLES:
        index += 1
    return index
