"""Whether a name is that of the author of a work that the text cites, or of somebody long dead."""

import re
from functools import cache

import regex

from redact.detect.names.lexicon import FIRST, SURNAME, patterns_of
from redact.detect.names.tokens import Tokens
from redact.finding import Role

_BEFORE, _AFTER = 110, 90
"""Characters beside a name in which the work may be told."""
_LAST_DEATH = 1970
"""Who died by then is a person of history here."""
_LIVED = re.compile(
    r",?\s\(\s?(?:[^()\d]{0,12}\d{3,4}\s?[-–—]\s?[^()\d]{0,12}(?P<died>1[0-9]\d\d))\s?\)"
)
_YEARED = re.compile(r"(?:\s(?:et al\.?|e\.a\.))?,?\s?\(?(?:19|20)\d\d[a-z]?[);,]|\set al\b")
# Patterns of what ends right before a name read backwards (?r), so that most fail at once.
_LONG_AGO = regex.compile(
    r"(?ri)\b(?:gebouwd|ontworpen|gesticht|geschilderd|opgericht|getekend|gegraven|vervaardigd)"
    r"\s(?:in|rond|omstreeks|anno)?\s?(?:1[0-8]\d\d|19[0-2]\d)\s(?:door|naar ontwerp van)\s"
    r"(?:(?:de\s)?(?:architect|schilder|ingenieur|ir\.|jhr\.|bouwmeester|stadsbouwmeester)\s)*$"
)
_NAMED = regex.compile(
    r"(?ri)\b(?:ver|ge)noemd naar (?:de |het )?(?:\w+e )?"
    r"(?:verzets\w+|schilder\w*|dichter\w*|architect"
    r"|stichter|oprichter|\w*held(?:in)?|componist|uitvinder|ingenieur|ontdekk\w+|staatsman) $"
)
_TITLES = (
    r"(?:(?:prof|dr|mr|drs|ir|ds|ing|mw|dhr|jhr)\.?\s|de heer\s|mevrouw\s"
    r"|[^\W\d_]*(?:schrijver|schrijfster|auteur|dichter|journaliste?|columniste?|hoogleraar)\s)*"
)
_MONTHS = (
    "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|geb"
)
_ARTICLE = regex.compile(
    r"(?r)(?i:\b(?:artikel|bijdrage|publicatie)\s(?:\S+\s){0,2}?"
    rf"(?:van|door)\s{_TITLES})$"
)
_IN_PERIODICAL = re.compile(
    r"\s(?:in|uit)\s(?:het\s|de\s|een\s)?(?:\w*(?:tijdschrift|blad|krant)\b|[‘“\"']?[A-Z])"
    r"|\s(?:onder de kop|getiteld|met de titel)\b"
)
"""An article by somebody is a published one where the paper or journal has a name."""
_CHAIN = r"(?:[\w.’' -]{2,40}\s?(?:,|&|/|\sen|\sin)\s?)?"


@cache
def _works() -> str:
    return patterns_of("works")


@cache
def _told_before() -> regex.Pattern[str]:
    """Return what stands before an author: "het boek van", "noot", "lezing over"."""
    works = _works()
    return regex.compile(
        rf"(?r)(?i:\b(?:{works})\s(?:\S+\s){{0,2}}?(?:van|door)\s{_TITLES})$"
        rf"|(?i:\b(?:{works}):?\s[‘“\"'«][^’”\"»\n]{{2,80}}[’”\"'»],?\s(?:van|door)\s{_TITLES})$"
        rf"|\b(?:[Nn]oot|[Aa]nnotatie|m\.nt\.|nt\.|[Aa]nn\.)\s(?:van\s)?{_TITLES}$"
        rf"|(?i:\b(?:lezing|tentoonstelling|film|biografie|documentaire)\sover\s){_TITLES}$"
        rf"|(?i:\b(?:{works}|studie)\s(?:van|door)\s){_TITLES}{_OTHERS}$"
        rf"|\b(?i:noot|annotatie)\b[^.\n]{{0,40}}\sschrijft\s{_TITLES}$"
        rf"|(?i:\b(?:kopie|artikel|hoofdstuk|passage|citaat|pagina\S*)\suit\s)[A-Z][^.\n]{{3,50}}\svan\s{_TITLES}$"
        r"|\b(?:paper|book|study|article|novel|poem)\sby\s$"
        r"|\b(?i:leest|las|lezen)\s(?:voor\s)?uit\s$|\bcite(?:ert|erde|erden)\s(?:graag|vaak)\s$"
        rf"|\bcite(?:ert|erde|erden)\s(?:graag|vaak)\s{_OTHERS}$"
        r"|\b(?:dichter|dichteres|romanschrijver|filosoof|componist)\s\(?$"
        r"|(?:Tekst & Commentaar|T&C|\b(?:AB|NJ|JB|Gst)\b)[^.\n]{0,30}\s"
        r"(?:verdedigt|betoogt|schrijft|meent|bepleit)\s$"
        rf"|(?i:\blezing\s[^\n.]{{3,60}},?\s(?:van|door)\s{_TITLES})$"
    )


_OTHERS = r"(?:(?:(?:van|de|der|den)\s){0,2}[A-Z][\w’-]+(?:,|\sen|\s&)\s){1,3}"
"""The authors before, in a row."""


_SEE = regex.compile(
    r"(?r)\b(?:[Zz]ie|[Vv]gl|[Vv]ergelijk|[Cc]f)\.?\s"
    rf"(?:ook\s|hierover\s|onder meer\s|o\.a\.\s|nader\s)?{_TITLES}{_CHAIN}$"
)
_PLACE = r"(?:p|pp|blz|par|nr|r\.o|rov|hst|noot)\.?\s?\d"
_SEEN = re.compile(
    rf"(?:\s?(?:[/&]|en)\s?[A-Z][\w’-]+)*(?:,\s[^,\n.]{{2,40}})?,?\s\(?(?:{_PLACE}|(?:19|20)\d\d)"
)
"""Behind "zie": the place in the work, after the other authors and a title."""


@cache
def _told_after() -> re.Pattern[str]:
    """Return what stands behind an author: "(bundel, p. 212)", "in zijn dissertatie"."""
    works = _works()
    no_date = rf"(?![^()\n]*\b(?:{_MONTHS})\b|[^()\n]*\d-\d)"
    year = r"(?:19|20)\d\d"
    journals = "Tijdschrift|Journal|Lancet|Nature|Science|Gemeentestem|Rechtspraak|Computerrecht"
    return re.compile(
        rf"(?:\sen\s[A-Z][\w’-]+)?\s\((?i:(?:\w+-)?(?:rapport|nota|notitie)\s\d{{2,}})"
        r"|\sin\shet\s(?:\w+\s)?(?:jaarboek|tijdschrift|gedenkboek|maandblad)\b"
        rf"|\s\((?i:{works}|diss\.?|red\.|oratie|reeks)\b[^)\n]{{0,60}}\)"
        rf"|\s\({no_date}[^()\n]{{0,70}}?\b{year}(?:[,/ ][^()\n]{{0,30}})?\)"
        rf"|(?:,?\s\(?|,\s[^()\n.]{{1,40}},\s|\s\([^()\n.]{{1,40}},\s){_PLACE}"
        r"|\sschreef\s(?:in\s\d{4}\s)?(?:het|een|zijn|haar)\s(?:\w+\s)?"
        rf"(?i:{works})\b"
        r"|(?:(?:,|\sen)\s[A-Z][\w’-]+){0,4}\s\([A-Z‘“'][^()\n]{8,80},\s(?:19|20)\d\d,\s(?:p|blz)\.\s?\d"
        r"|(?:/[A-Z][\w’-]+)?\s\d{1,2}-[IVX]+\b(?!-)"
        r"|,\s[A-Z‘“'][^()\n.;]{5,80}(?:,\s\w+\sdruk\b|\s\((?:19|20)\d\d\))"
        r"|(?:\sen\s\S+)?(?:\s\S+){0,3}?,?\s"
        rf"(?i:in\s(?:zijn|haar|hun|diens)\s(?:\w+\s){{0,2}}(?:{works}))\b"
        rf"|\s(?:[a-z]+\s)?in\s(?:het|de|een)?\s?(?:[A-Z][\w&.]*\s){{0,3}}(?:{journals})\b"
        r"|\sin\s[‘“\"']?[A-Z][^()\n.]{2,60}[’”\"']?\s"
        rf"\((?:jrg|nr|jaargang|[^()\n]{{0,20}}{year})[^()\n]{{0,30}}\)"
    )


_CO_AUTHORS = re.compile(
    r"(?:(?:,\s?(?:&|en|and)?|\sen|\s&|\sand)\s(?:[A-Z]\.\s?)*(?:(?:van|de|der|den|ten|ter)\s){0,2}"
    r"[A-Z][\w’-]+(?:,\s(?:[A-Z]\.\s?)+)?){1,6}"
)
"""Who wrote a work together with somebody: " en Bekkers", ", & Bekkers, V."."""
_YEAR_IN_BRACKETS = re.compile(r",?\s?\((?:19|20)\d\d[a-z]?[),]")
_TITLE_AND_YEAR = re.compile(
    r"(?:\s\(red\.\))?,\s(?P<open>[‘“\"'«])[^\n]{5,80}[’”\"'»],?\s[^\n]{0,60}?\b(?:19|20)\d\d\b"
)
"""An article between quotes, then the journal and the year."""
_ADDRESSED = re.compile(r"(?i)\b(?:de heer|dhr\.?|meneer|mevrouw|mevr\.?|mw\.?)\s$")
_QUOTED = regex.compile(r"(?r)\b(?:haalt|haalde)\s(?:\w+\s)?$")
_PERIODICAL = re.compile(r"\b(?:Tijdschrift|Journal|jaargang|jrg\.|ISBN|[Uu]itgeverij)\b")
_REFERS = re.compile(
    r"(?i)\b(?:zie|verwij\w+|vgl|aldus|volg(?:t|en|ens)|citeert|aangehaald|bij|achtergrond|literatuur)\b|\($|;\s$|&\s$"
)


def cited_role(tokens: Tokens, start: int, end: int) -> Role | None:
    """Return the role of the author of a cited work, or of a person of history."""
    text, first, last = tokens.text, tokens.starts[start], tokens.ends[end - 1]
    line = text.rfind("\n\n", 0, first) + 1
    before = " ".join(text[max(line, first - _BEFORE) : first].split(" ")).replace("\n", " ")
    after = text[last : last + _AFTER].replace("\n", " ")
    lived = _LIVED.match(after)
    if (
        (lived and int(lived["died"]) <= _LAST_DEATH)
        or _LONG_AGO.search(before)
        or (_NAMED.search(before))
    ):
        return Role.HISTORIC
    is_first = end - start == 1 and bool(tokens.traits[start] & FIRST)
    if is_first and not tokens.traits[start] & SURNAME:
        return None
    return Role.AUTHOR if _is_author(before, after) else None


def _is_author(before: str, after: str) -> bool:
    """Tell who wrote what the text cites by what stands before and after the name."""
    if _ADDRESSED.search(before) and _YEAR_IN_BRACKETS.match(after):
        return False  # "de heer Vos (1968)" was born then
    behind = _CO_AUTHORS.sub("", after, count=1)
    if behind != after and (_YEAR_IN_BRACKETS.match(behind) or _TITLE_AND_YEAR.match(behind)):
        return True
    if (
        _TITLE_AND_YEAR.match(after)
        or _is_yeared(before, after)
        or _told_before().search(before)
        or _is_told(before, after)
    ):
        return True
    is_cited = (
        (_SEE.search(before) and _SEEN.match(after))
        or (_ARTICLE.search(before) and _IN_PERIODICAL.match(after))
        or (_QUOTED.search(before) and after.startswith(" aan"))
    )
    if is_cited:
        return True
    opened = before.rpartition("(")[2] if before.count("(") > before.count(")") else ""
    is_listed = opened and ")" in after and _PERIODICAL.search(opened + after.partition(")")[0])
    return bool(is_listed)


def _is_told(before: str, after: str) -> bool:
    """Tell a place in a work behind a name; a year between brackets needs a reference before."""
    hit = _told_after().match(after)
    if hit is None:
        return False
    is_mere_year = hit[0].lstrip().startswith(("(", ",")) and not re.match(
        rf"\s\((?i:{_works()})", hit[0]
    )
    return not is_mere_year or bool(_REFERS.search(before[-60:]))


def _is_yeared(before: str, after: str) -> bool:
    """Tell "(Jansen, 2019)" and "Jansen et al." from a name with a date behind it."""
    hit = _YEARED.match(after)
    if hit is None:
        return False
    is_marked = "(" in hit[0] or "et al" in hit[0]
    return is_marked or before.rstrip().endswith(("(", ";", " en", "&"))
