"""The role that a title, an office or a field before a name gives: "wethouder Zorg, Jansen"."""

from redact.detect.names.grammar import is_title
from redact.detect.names.lexicon import (
    COMMON,
    INITIALS,
    KNOWN,
    NOT_A_NAME,
    PARTICLE,
    SHAPED,
    word_set,
)
from redact.detect.names.titles import (
    is_point_of_title,
    title_ending,
    title_opening,
)
from redact.detect.names.tokens import LINE, TAB, Tokens
from redact.detect.roles.apposition import (
    ARTICLES,
    is_signed_for,
    served_role,
)
from redact.detect.roles.elected import is_of_private
from redact.detect.roles.parties import is_party_at
from redact.finding import Role

_HERE = frozenset({"aldaar", "alhier", "hier", "daar", "destijds", "zelf"})
_SKIPPED = frozenset({"", "de", "(", ":", "-"}) | _HERE
_REACH = 8
_BETWEEN = frozenset({"van", "de", "het", "en", ",", "gemeente", "voor", "in", "/", "&"})
_COPULAS = frozenset({"van", "namens", "is", "was", "wordt", "werd", "tot", "als", "blijft"})
_ACADEMIC = frozenset({"prof", "professor"})
_ADJECTIVES = frozenset(
    {"andere", "nieuwe", "huidige", "vorige", "voormalige", "toenmalige", "waarnemend", "oude"}
    | {"verantwoordelijke", "betrokken", "plaatsvervangend", "demissionair", "eerste", "tweede"}
)
_IN_CELL = _ADJECTIVES | {"de", "onze", "toenmalige", "betreffende", "namens", "locatie"}
_SIGNED = ("w", ".", "g", ".")


def role_before(tokens: Tokens, start: int) -> Role | None:
    """Read "wethouder Jansen", "burgemeester de heer Ak", "minister van Financiën, Jansen"."""
    index, fallback = start, None
    index -= len(_SIGNED) * (tuple(tokens.words[max(0, start - len(_SIGNED)) : start]) == _SIGNED)
    while index > 0 and tokens.gap(index) < LINE:
        role = title_ending(tokens, index)
        if role and tokens.word(title_opening(tokens, index)).casefold() not in _ACADEMIC:
            return _titled(tokens, index, start, role)
        fallback = fallback or role
        word = tokens.words[index - 1].rstrip(".")
        if word == "," and _is_apposition(tokens, index, start):
            word = "-"
        if word == ")" and tokens.word(index - 3) == "(":
            index -= 3
            continue
        if word == "" and not is_point_of_title(tokens, index - 1):
            return fallback
        if word not in _SKIPPED and not is_title(word):
            break
        index -= 1
        if word == ":":
            index = _skip_fields_back(tokens, index)
            role = title_ending(tokens, index)
            return (role and served_role(tokens, index, start)) or role or fallback
    is_addressed = index < start and tokens.word(index) != "("
    return _office_before(tokens, index, is_addressed=is_addressed) or fallback


def _titled(tokens: Tokens, index: int, start: int, role: Role) -> Role | None:
    """Return the role of the title that ends before a token, unless its bearer only serves it.

    In a table "voorkruipende wethouder" is a question of the press, not who stands beside it.
    """
    before = title_opening(tokens, index) - 1
    if role is Role.AUTHOR and (tokens.gap(start) == TAB or tokens.word(index) == ":"):
        return None  # who wrote this paper is no author cited
    word = tokens.word(before)
    is_described = word.islower() and word.endswith("e") and word not in _IN_CELL
    if tokens.gap(start) == TAB and is_described and tokens.joined(before + 1):
        return None
    if is_signed_for(tokens, index, start):
        return None
    if tokens.word(index - 1) == "lid" and is_of_private(tokens.text, tokens.starts[start]):
        return None
    return served_role(tokens, index, start) or role


def _skip_fields_back(tokens: Tokens, index: int) -> int:
    """Return where the fields of an office begin that end before a token: "Wethouder Zorg:"."""
    first = index
    while tokens.word(first - 1).casefold() in word_set("portfolios") | {"en", ",", "&"}:
        first -= 1
    return first if title_ending(tokens, first) is Role.OFFICE_HOLDER else index


def _is_apposition(tokens: Tokens, comma: int, start: int) -> bool:
    """Tell "de burgemeester, Karin Jansen, zei" from an item in a list of people."""
    is_addressed = comma < start
    comma -= tokens.word(comma - 2) in _HERE
    before = title_opening(tokens, comma - 1) - 1
    before -= tokens.word(before) in _ADJECTIVES
    is_one = tokens.word(before).casefold() in ARTICLES
    return is_addressed or (is_one and tokens.word(start + 1) != "en")


def _office_before(tokens: Tokens, index: int, *, is_addressed: bool) -> Role | None:
    """Look for an office with its field or place between it and the name: "wethouder Zorg"."""
    start, stop = index, max(0, index - _REACH)
    has_field = False
    has_comma = tokens.word(index - 1) == ","
    while index > stop and tokens.gap(index) < TAB:
        index -= 1
        word = tokens.words[index]
        is_field = _is_field(tokens, index, is_addressed=is_addressed or has_comma)
        if has_field and title_ending(tokens, index + 1) == Role.OFFICE_HOLDER:
            first = title_opening(tokens, index + 1)
            article = tokens.word(first - 1).casefold()
            is_bound = not has_comma or is_addressed or article in ARTICLES
            is_bound = is_bound or (tokens.opens(first) and _is_closed(tokens, start))
            return Role.OFFICE_HOLDER if is_bound else None
        if not is_field and word not in _BETWEEN:
            return None
        has_comma = has_comma or (word == "," and tokens.word(index + 1) == "en")
        has_field = has_field or is_field
    return None


def _is_closed(tokens: Tokens, start: int) -> bool:
    """Tell "Wethouder Zorg, Karin Jansen, is akkoord" from a list of people."""
    end = start
    while end < len(tokens) and tokens.traits[end] & (SHAPED | INITIALS | PARTICLE):
        end += 1
    return tokens.word(end) == "," and tokens.word(end + 1) in _COPULAS


def _is_field(tokens: Tokens, index: int, *, is_addressed: bool) -> bool:
    """Tell a field or a place of office from the name of another person."""
    word, traits = tokens.words[index], tokens.traits[index]
    if word.casefold() in word_set("portfolios") or is_party_at(tokens, index):
        return True
    is_place = tokens.word(index - 1) in ("van", "en", "in")
    is_word = traits & NOT_A_NAME and not traits & COMMON
    is_strange = is_addressed and not traits & KNOWN
    return bool(traits & SHAPED and (is_word or is_place or is_strange))
