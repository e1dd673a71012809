"""In which role a named person stands, by the title beside the name."""

import re

from redact.detect.names.grammar import is_title
from redact.detect.names.lexicon import INITIALS, NOT_A_NAME, SHAPED, line_set, word_set
from redact.detect.names.tokens import BLANK, LINE, TAB, Tokens
from redact.detect.titles import role_titles
from redact.finding import Role

_CITED = re.compile(r"(?:\s(?:et al\.?|e\.a\.))?,?\s?\(?(?:19|20)\d\d[a-z]?[);,]|\set al\b")
_LONGEST_TITLE = 5
_REACH = 7
_PLURALS = ("en", "rs", "s")


def role_of(tokens: Tokens, start: int, end: int) -> Role:
    """Return the role that the words around tokens [start, end), a name, give the person."""
    text = tokens.text[tokens.starts[start] : tokens.ends[end - 1]]
    if text.casefold() in line_set("historic"):
        return Role.HISTORIC
    return (
        _before(tokens, start)
        or _after(tokens, start, end)
        or _listed(tokens, start)
        or (Role.AUTHOR if _is_cited(tokens, start, end) else Role.UNKNOWN)
    )


def title_ending(tokens: Tokens, index: int) -> Role | None:
    """Return the role of the longest title that ends right before a token."""
    for length in range(_LONGEST_TITLE, 0, -1):
        if index >= length:
            words = tuple(
                word.casefold().rstrip(".") for word in tokens.words[index - length : index]
            )
            role = role_titles().get(words)
            if role:
                return role
    return None


def title_starting(tokens: Tokens, index: int) -> Role | None:
    """Return the role of the longest title that begins at a token."""
    for length in range(_LONGEST_TITLE, 0, -1):
        words = tuple(word.casefold().rstrip(".") for word in tokens.words[index : index + length])
        role = role_titles().get(words)
        if role:
            return None if tokens.word(index + length) == ":" else role
    return None


def _before(tokens: Tokens, start: int) -> Role | None:
    """Read "wethouder Jansen", "burgemeester de heer Ak", "minister van Financiën, Jansen"."""
    index = start
    while index > 0 and tokens.gap(index) < LINE:
        role = title_ending(tokens, index)
        if role:
            return role
        word = tokens.words[index - 1].rstrip(".")
        if word == "," and _is_apposition(tokens, index, start):
            word = "-"
        if word not in ("", "de", "(", ":", "-") and not is_title(word):
            break
        index -= 1
        if word == ":":
            return title_ending(tokens, index)
    return _office_before(tokens, index)


def _is_apposition(tokens: Tokens, comma: int, start: int) -> bool:
    """Tell "de burgemeester, Karin Jansen, zei" from an item in a list of people."""
    is_addressed = comma < start
    article = tokens.word(comma - 3).casefold()
    return is_addressed or (article in ("de", "het", "onze") and tokens.word(start + 1) != "en")


def _office_before(tokens: Tokens, index: int) -> Role | None:
    """Look for an office with its field or place between it and the name: "wethouder Zorg"."""
    stop = max(0, index - _REACH)
    has_field = False
    while index > stop and tokens.gap(index) < TAB:
        index -= 1
        word, traits = tokens.words[index], tokens.traits[index]
        is_place = tokens.word(index - 1) in ("van", "en", "in")
        is_field = bool(traits & SHAPED and (traits & NOT_A_NAME or is_place))
        if has_field and title_ending(tokens, index + 1) == Role.OFFICE_HOLDER:
            return Role.OFFICE_HOLDER
        if not is_field and word not in ("van", "de", "het", "en", ",", "gemeente", "voor", "in"):
            return None
        has_field = has_field or is_field
    return None


def _after(tokens: Tokens, start: int, end: int) -> Role | None:
    """Read "(wethouder)", ", burgemeester", "- raadslid", and the line under a signature."""
    word, gap = tokens.word(end), tokens.gap(end)
    if gap >= LINE:
        is_signature = tokens.gap(_skip_titles_back(tokens, start)) >= LINE
        if not is_signature or (gap == BLANK and tokens.gap(end + 1) == BLANK):
            return None
        return title_starting(tokens, _skip_articles(tokens, end))
    if word == "(":
        is_member = tokens.word(end + 1).casefold() in word_set("parties")
        return Role.OFFICE_HOLDER if is_member else _in_brackets(tokens, end + 1)
    if word in (",", "-", "–", "|", "/") or gap == TAB:
        index = _skip_articles(tokens, end if gap == TAB and word != "|" else end + 1)
        is_item = word in (",", "/") and tokens.word(index)[:1].isupper()
        return None if is_item else title_starting(tokens, index)
    return None


def _skip_titles_back(tokens: Tokens, index: int) -> int:
    while is_title(tokens.word(index - 1).rstrip(".")) or tokens.word(index - 1) == ".":
        index -= 1
    return index


def _skip_articles(tokens: Tokens, index: int) -> int:
    while tokens.word(index).casefold() in (
        "de",
        "het",
        "een",
        "onze",
        "als",
        "|",
        "plv",
        ".",
        "waarnemend",
        "wnd",
        "(",
        "oud",
        "-",
    ):
        index += 1
    return index


def _in_brackets(tokens: Tokens, index: int) -> Role | None:
    """Return the role of the first title between brackets."""
    for place in range(index, min(index + _REACH, len(tokens))):
        if tokens.words[place] == ")":
            return None
        role = title_starting(tokens, place)
        if role:
            return role
    return None


def _listed(tokens: Tokens, start: int) -> Role | None:
    """Read the second name of "wethouders Jansen en De Vries"."""
    if tokens.word(start - 1) not in ("en", ",", "&"):
        return None
    for index in range(start - 1, max(0, start - _REACH), -1):
        word = tokens.words[index - 1]
        if word.endswith(_PLURALS) and title_ending(tokens, index) is not None and word.islower():
            return title_ending(tokens, index)
        if not tokens.traits[index - 1] & (SHAPED | INITIALS) and word not in (
            "en",
            ",",
            "&",
            "de",
            "van",
            "der",
            "den",
        ):
            return None
    return None


def _is_cited(tokens: Tokens, start: int, end: int) -> bool:
    """Tell "(Jansen, 2019)" and "Jansen et al." from a name with a date behind it."""
    hit = _CITED.match(tokens.text, tokens.ends[end - 1])
    if hit is None:
        return False
    return (
        "(" in hit.group()
        or "et al" in hit.group()
        or tokens.word(start - 1) in ("(", ";", "en", "&")
    )
