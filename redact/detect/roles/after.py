"""The role that stands behind a name: "(wethouder)", ", burgemeester", "is griffier"."""

from redact.detect.names.titles import (
    is_followed_by_name,
    skip_articles,
    title_at,
    title_starting,
)
from redact.detect.names.tokens import BLANK, LINE, TAB, Tokens
from redact.detect.roles.apposition import (
    ARTICLES,
    skip_titles_back,
)
from redact.detect.roles.parties import is_party_at, party_in_brackets
from redact.detect.roles.rows import cell_role
from redact.detect.roles.told import skip_initials
from redact.finding import Role

_REACH = 8
_COPULAS = frozenset({"van", "namens", "is", "was", "wordt", "werd", "tot", "als", "blijft"})
_NOT = frozenset({"geen", "géén", "niet"})
_WHEN = frozenset(
    {
        "tot",
        "toen",
        "destijds",
        "sinds",
        "jarenlang",
        "in",
        "trouwens",
        "nu",
        "inmiddels",
        "nog",
        "al",
    }
    | {
        "straks",
        "zelf",
        "immers",
        "ook",
        "momenteel",
        "vanaf",
        "per",
        "met",
        "ingang",
        "van",
        "onze",
    }
    | {"januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september"}
    | {"oktober", "november", "december", "de", "tijdelijk", "waarnemend"}
)
_APPOINTED = frozenset({"benoemd", "beëdigd", "gekozen", "verkozen", "geïnstalleerd", "aangesteld"})


def role_after(tokens: Tokens, start: int, end: int) -> Role | None:
    """Read "(wethouder)", ", burgemeester", "- raadslid", and the line under a signature."""
    word, gap = tokens.word(end), tokens.gap(end)
    if gap >= LINE:
        is_signature = tokens.gap(skip_titles_back(tokens, start)) >= LINE
        if not is_signature or (gap == BLANK and tokens.gap(end + 1) == BLANK):
            return None
        return title_starting(tokens, skip_articles(tokens, end))
    if word == "(":
        behind = skip_initials(tokens, end)
        beside = _beside(tokens, behind) if end < behind and tokens.word(behind) == "," else None
        return party_in_brackets(tokens, end) or _in_brackets(tokens, end + 1) or beside
    if word in _COPULAS | _APPOINTED or is_party_at(tokens, end):
        return _told(tokens, end)
    if word in (",", "-", "–", "|", "/") or gap == TAB:
        return _beside(tokens, end)
    return _at_line_end(tokens, start, end)


def _at_line_end(tokens: Tokens, start: int, end: int) -> Role | None:
    """Read the title behind a name that together fill a line: "H. Vrolijk wethouder"."""
    first = skip_titles_back(tokens, start)
    is_item = tokens.gap(first) >= LINE or tokens.word(first - 1) in ("-", "•", "*", "–")
    if not is_item or not tokens.word(end).islower():
        return None
    last = next(k for k in range(end, len(tokens) + 1) if tokens.gap(k) >= LINE)
    return title_starting(tokens, end) if title_at(tokens, end) and last - end <= _REACH else None


def _beside(tokens: Tokens, end: int) -> Role | None:
    """Read a title or a party behind a comma, a dash or a tab."""
    is_cell = tokens.gap(end) == TAB and tokens.word(end) != "|"
    behind = end if is_cell else end + 1
    index = skip_articles(tokens, behind)
    is_of = tokens.word(index) in ("van", "namens") and is_party_at(
        tokens, skip_articles(tokens, index + 1)
    )
    if is_party_at(tokens, index) or is_of:
        return Role.OFFICE_HOLDER
    is_item = tokens.word(end) in (",", "/") and tokens.word(index)[:1].isupper()
    is_item = is_item and not (tokens.word(index).isupper() and tokens.word(end - 1).isupper())
    is_item = is_item and tokens.word(behind) not in ARTICLES
    if is_item or (not is_cell and is_followed_by_name(tokens, index)):
        return None
    return cell_role(tokens, index) if is_cell else title_starting(tokens, index)


def _told(tokens: Tokens, end: int) -> Role | None:
    """Read "van de VVD", "is wethouder", "benoemd tot griffier", "Sjaak CDA:"."""
    end += tokens.word(end) in _APPOINTED
    if tokens.word(end) not in _COPULAS:
        return None if tokens.word(end - 1) in _APPOINTED else Role.OFFICE_HOLDER
    index = skip_articles(tokens, end + 1)
    if tokens.word(end) in ("van", "namens"):
        is_of_party = is_party_at(tokens, index) or tokens.word(index) == "fractie"
        return Role.OFFICE_HOLDER if is_of_party else None
    while tokens.word(index) in _WHEN or tokens.word(index).isdigit():
        index += 1
    is_office = title_starting(tokens, index) is Role.OFFICE_HOLDER
    return Role.OFFICE_HOLDER if is_office and not is_followed_by_name(tokens, index) else None


def _in_brackets(tokens: Tokens, index: int) -> Role | None:
    """Return the role of the first title between brackets."""
    if tokens.word(index).casefold() in ("van", "namens", "bij", "via", "voor"):
        return None
    for place in range(index, min(index + _REACH, len(tokens))):
        if tokens.words[place] == ")":
            return None
        if tokens.word(index).casefold() == "portefeuille":
            return Role.OFFICE_HOLDER
        role = title_starting(tokens, place)
        before = {tokens.word(place - 1).casefold(), tokens.word(place - 2).casefold()}
        if role and not before & _NOT:
            return role
    return None
