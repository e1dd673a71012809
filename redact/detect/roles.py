"""In which role a named person stands, by the words beside the name."""

from redact.detect.apposition import (
    ARTICLES,
    apposed_role,
    is_signed_for,
    served_role,
    skip_titles_back,
)
from redact.detect.boards import board_role, college_secretary
from redact.detect.cited import cited_role
from redact.detect.enumeration import enumerated_role, role_behind_row
from redact.detect.factions import faction_role
from redact.detect.names.grammar import is_title
from redact.detect.names.lexicon import (
    COMMON,
    INITIALS,
    KNOWN,
    NOT_A_NAME,
    PARTICLE,
    SHAPED,
    line_set,
    word_set,
)
from redact.detect.names.titles import (
    is_followed_by_name,
    is_point_of_title,
    skip_articles,
    title_ending,
    title_opening,
    title_starting,
)
from redact.detect.names.tokens import BLANK, LINE, TAB, Tokens
from redact.detect.parties import is_party_at, party_in_brackets
from redact.detect.signing import cell_role, role_in_row, signed_role
from redact.detect.told import skip_initials, told_role
from redact.finding import Role

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
_NOT = frozenset({"geen", "géén", "niet"})
_WHEN = frozenset({"tot", "toen", "destijds", "sinds", "jarenlang", "in"})
_APPOINTED = frozenset({"benoemd", "beëdigd", "gekozen", "verkozen", "geïnstalleerd", "aangesteld"})


def role_of(tokens: Tokens, start: int, end: int) -> Role:
    """Return the role that the words around tokens [start, end), a name, give the person."""
    text = tokens.text[tokens.starts[start] : tokens.ends[end - 1]]
    if text.casefold() in line_set("historic"):
        return Role.HISTORIC
    return (
        cited_role(tokens, start, end)
        or college_secretary(tokens, start, end)
        or _told_beside(tokens, start, end)
        or faction_role(tokens, start)
        or enumerated_role(tokens, start)
        or role_behind_row(tokens, end)
        or board_role(tokens, start, end)
        or told_role(tokens, start, end)
        or role_in_row(tokens, start)
        or apposed_role(tokens, start, end)
        or Role.UNKNOWN
    )


def _told_beside(tokens: Tokens, start: int, end: int) -> Role | None:
    """Read the titles beside a name: "prof. dr. Vos (rector magnificus)" has an office."""
    before = _before(tokens, start)
    if before is Role.ADVISER and _after(tokens, start, end) is Role.OFFICE_HOLDER:
        return Role.OFFICE_HOLDER
    return before or signed_role(tokens, start, end) or _after(tokens, start, end)


def _before(tokens: Tokens, start: int) -> Role | None:
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
        if word not in ("", "de", "(", ":", "-", "aldaar", "alhier") and not is_title(word):
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
    word = tokens.word(before)
    is_described = word.islower() and word.endswith("e") and word not in _IN_CELL
    if tokens.gap(start) == TAB and is_described and tokens.joined(before + 1):
        return None
    if is_signed_for(tokens, index, start):
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


def _after(tokens: Tokens, start: int, end: int) -> Role | None:
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
    return None


def _beside(tokens: Tokens, end: int) -> Role | None:
    """Read a title or a party behind a comma, a dash or a tab."""
    is_cell = tokens.gap(end) == TAB and tokens.word(end) != "|"
    index = skip_articles(tokens, end if is_cell else end + 1)
    if is_party_at(tokens, index):
        return Role.OFFICE_HOLDER
    is_item = tokens.word(end) in (",", "/") and tokens.word(index)[:1].isupper()
    is_item = is_item and not (tokens.word(index).isupper() and tokens.word(end - 1).isupper())
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
