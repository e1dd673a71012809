"""Roles in a row of names behind one title: "de wethouders Vos (VVD), Kok en De Wit"."""

import re

from redact.detect.names.grammar import is_title
from redact.detect.names.lexicon import INITIALS, LETTER, PARTICLE, SHAPED
from redact.detect.names.titles import is_point_of_title, title_ending, title_opening
from redact.detect.names.tokens import BLANK, LINE, TAB, Tokens
from redact.detect.roles.elected import asks_as_member, is_of_elected
from redact.finding import Role

_LONGEST = 60
_LONG_TITLE = 8
_LONGEST_ROW = 24
_PLURALS = ("en", "rs", "s")
_SINGULAR = ("aris", "ens", "is")
_LINKS = frozenset({"(", ",", "en", "and", "&", "alsmede", "-", "."})
_SMALL = frozenset({"de", "het", "heer", "heren", "mevrouw", "dames", "dame", "mw", "dhr"})
_BOARD = re.compile(
    r"(?i)(?:^|[\n.;]\s*|\b(?:aanwezig|van)\b:?\s*)-?\s*(?:het|de)?\s*(?:leden\s(?:van\s(?:het|de)\s)?)?"
    r"(?:(?:college|raad|raden)\svan\s(?:bestuur|toezicht)|algemeen\sbestuur|dagelijks\sbestuur"
    r"|AB|DB|CvB|RvB|RvT|gedeputeerde\sstaten|college\s?van\s?(?:B&W|burgemeester\sen\swethouders))"
    r"(?:\svan\s(?:de|het)(?:\s[\w-]+){1,3}|(?-i:(?:\s[A-Z][\w-]+){1,3}))?$"
)
"""The label of a list of the members of a board: "Raad van bestuur UWV:", "Leden AB:"."""
_COUNTS = frozenset({"twee", "drie", "vier", "vijf", "beide", "two", "three", "four", "both"})
_LONGEST_LABEL = 110
_LONGEST_SINCE = 6
_LISTS = frozenset({"college", "raadsleden", "statenleden", "wethouders", "gedeputeerden"})


def enumerated_role(tokens: Tokens, start: int) -> Role | None:
    """Return the role of a plural title before a list of names of which this is not the first.

    After "A en B" a list is over: who follows behind a comma is somebody else.
    """
    index, is_last = start, _is_after_comma(tokens, start)
    while index > max(0, start - _LONGEST) and tokens.gap(index) < LINE + tokens.joined(index):
        if tokens.gap(index) == TAB:
            return None
        role = _plural_ending(tokens, index, start)
        if role:
            return role
        word = tokens.words[index - 1]
        if word == "." and not is_point_of_title(tokens, index - 1):
            return None
        if word == ")":
            index = _open_bracket(tokens, index - 1)
        elif (word == "en" and is_last) or not _may_be_listed(tokens, index - 1):
            return None
        else:
            index -= 1
    return None


def role_behind_row(tokens: Tokens, end: int) -> Role | None:
    """Return the role of a plural title between brackets behind a row: "Vos, Kok (wethouders)"."""
    for index in range(end, min(end + _LONGEST_ROW, len(tokens))):
        if tokens.gap(index) >= LINE:
            return None
        word = tokens.word(index + 1)
        if tokens.words[index] == "(":
            is_plural = word.casefold().endswith(_PLURALS) and not word.endswith(_SINGULAR)
            is_plural = is_plural and tokens.word(index + 2) == ")"
            return title_ending(tokens, index + 2) if is_plural and index > end else None
        if not _may_be_listed(tokens, index):
            return None
    return None


def _is_after_comma(tokens: Tokens, start: int) -> bool:
    while is_title(tokens.word(start - 1).rstrip(".")) or tokens.word(start - 1) in _SMALL | {"."}:
        start -= 1
    return tokens.word(start - 1) == ","


def _plural_ending(tokens: Tokens, index: int, start: int) -> Role | None:
    """Return the role of a plural title, or of a label of a list, that ends before a token."""
    if tokens.word(index - 1) == ":":
        return _label_ending(tokens, index - 1)
    word = tokens.word(index - 1)
    if word.casefold() == "leden" and (
        is_of_elected(tokens.text) or asks_as_member(tokens.text, tokens.ends[index - 1])
    ):
        return Role.OFFICE_HOLDER
    if (
        index == start
        or (tokens.word(index) == "," and not _is_counted(tokens, index))
        or (
            not tokens.word(title_opening(tokens, index)).endswith((*_PLURALS, "leden"))
            and not word.endswith(_PLURALS)
        )
        or not word[1:].islower()
    ):
        return None
    return title_ending(tokens, index)


def _is_counted(tokens: Tokens, index: int) -> bool:
    """Tell "two members of parliament, Vos and Kok" from a title in a list of people."""
    before = tokens.word(title_opening(tokens, index) - 1).casefold()
    return before in _COUNTS or before.isdigit()


def _label_ending(tokens: Tokens, index: int) -> Role | None:
    """Return the role of a label of a list that ends before a colon."""
    label = tokens.word(index - 1).casefold()
    if label == "leden":
        return Role.OFFICE_HOLDER if is_of_elected(tokens.text) else None
    if _BOARD.search(
        tokens.text[max(0, tokens.ends[index - 1] - _LONGEST_LABEL) : tokens.ends[index - 1]]
    ):
        return Role.OFFICE_HOLDER
    since = _before_since(tokens, index)
    if since < index:
        return title_ending(tokens, since) if tokens.word(since - 1).endswith(_PLURALS) else None
    is_label = label in _LISTS or (label.endswith(_PLURALS) and len(label) >= _LONG_TITLE)
    return title_ending(tokens, index) if is_label else None


def _before_since(tokens: Tokens, index: int) -> int:
    """Return the end of a title in "vijf burgemeesters sinds de oorlog:", before a few words."""
    for place in range(index - 1, max(0, index - _LONGEST_SINCE), -1):
        word = tokens.words[place]
        if word in ("sinds", "tussen"):
            return place
        if not (word.islower() or word.isdigit()):
            break
    return index


def _open_bracket(tokens: Tokens, index: int) -> int:
    """Return the token of the bracket that a closing one belongs to."""
    while index > 0 and tokens.words[index] != "(" and tokens.gap(index) < BLANK:
        index -= 1
    return index


def _may_be_listed(tokens: Tokens, index: int) -> bool:
    word, traits = tokens.words[index], tokens.traits[index]
    lower = word.casefold()
    is_address = is_title(word.rstrip(".")) or lower in _LINKS | _SMALL
    return is_address or bool(traits & (SHAPED | INITIALS | LETTER | PARTICLE))
