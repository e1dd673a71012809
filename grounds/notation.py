"""The notations in which people write a ground: what each looks like, as patterns.

They were counted in 1,490 published texts and in minutes of several bodies. A pattern is tried
only where `START` finds the first digit of an article, and every gap in it is bounded, so a text
is read in linear time. Each pattern names its groups `article`, `lid` and `letter`.
"""

import re
from enum import StrEnum


class Notation(StrEnum):
    """The families of notations; the value is how 5.1.2.e looks in it."""

    DOTTED = "5.1.2.e"
    COMPACT = "5.1.2e"
    COMMA = "5.1.2,e"
    SPACED = "5. 1. 2. e"
    LID = "5.1 lid 2 e"
    SUB = "5.1 lid 2 sub e"
    ONDER = "5.1 lid 2 onder e"
    ORDINAL = "5.1, tweede lid, onder e"
    GLUED = "5.1lid2sube"
    ZYLAB = "(5.1)(2e)"
    WORDS = "in woorden"


_GAP = r"[ \t\u00a0]?"
_SEP = rf"{_GAP}[.,]{_GAP}"
_FLAGS = re.IGNORECASE | re.VERBOSE

# A letter stands alone. No code: 5.1.2 een, 5.1.2 i.v.m., 5.1.2 e-mail, 5.1.2e lid, lid 2 t/m 4.
_ALONE = r"(?![\w£])(?!\.[a-z](?![a-z]))(?![-'’][a-z])(?!/m\b)(?!\s{1,2}lid\b)"
# A number ends. No code: a date, an amount, a version, a deeper section number, a share.
_ENDS = rf"(?![\w/])(?!{_GAP}[.,]{_GAP}\d)(?![:-]\d)(?!{_GAP}[%€])"

_WORD = r"(?P<word>sub|onder(?:deel|delen)?|letter|ad)(?:\s{1,2}(?:de\s)?(?:letter|sub))?"
_LETTER = rf"""["'‘’(]?(?P<letter>[a-z£])(?:["'’]|(?<=\(.)\))?{_ALONE}"""
_AFTER_LID = (
    rf"""[\s,.:]{{0,3}}(?:aanhef\s{{0,2}}(?:en)?\s{{0,2}})?(?:{_WORD})?[\s.:]{{0,3}}{_LETTER}"""
)
_LID = r"""(?:lid\s{0,3}(?P<lid>[1-7])(?!\d)
             |(?P<ordinal>eerste|tweede|vierde|vijfde|zesde|zevende|[124567](?:e|de|ste))\s{0,3}lid)"""

START = re.compile(
    rf"(?:5(?={_SEP}[124])|4(?={_SEP}1)|8(?={_SEP}8)|1(?=[01](?!\d)))(?<!\w.)(?<!\d[.,:/-].)"
)
"""The first digit of an article that holds grounds, unless a number or word runs into it."""

BY_LID = re.compile(rf"(?P<article>5{_SEP}1|10)[.,]{{0,2}}\s{{0,3}}{_LID}{_AFTER_LID}", _FLAGS)
"""5.1 lid 2 sub e; 5.1, tweede lid, aanhef en onder e; 5.1lid2sube."""

DOTTED = re.compile(rf"(?P<article>5{_SEP}1){_SEP}(?P<lid>[12])(?:{_SEP}|{_GAP}){_LETTER}", _FLAGS)
"""5.1.2.e; 5.1.2e; 5.1,2,e; 5. 1. 2e."""

DOTTED_WOB = re.compile(
    rf"(?P<article>10)(?=\.[127][a-z]|{_SEP}[127]{_SEP}[a-z]){_SEP}(?P<lid>[127])(?:{_SEP})?{_LETTER}",
    _FLAGS,
)
"""10.2.e; 10.2e. Not 10,2 g, an amount, nor 10. 2e, a numbered line."""

WORDED = re.compile(
    rf"(?P<article>5{_SEP}1|10){_SEP}(?P<lid>[127])[.,]?\s{{1,2}}{_WORD}\s{{1,2}}{_LETTER}", _FLAGS
)
"""5.1.2 sub e; 10.2 onder e."""

ZYLAB = re.compile(r"(?P<article>5\.1|10)\)\s?\((?P<lid>[127])\s?(?P<letter>[a-z])(?=\))", _FLAGS)
"""(10)(2e), as ZyLAB prints it; only where a parenthesis stands before it."""

ZYLAB_SHORT = re.compile(r"(?P<article>5\.[12]|11)\)\s?\((?P<lid>[12456])(?=\))", _FLAGS)
"""(11)(1), as ZyLAB prints it."""

LID_ONLY = re.compile(
    rf"(?P<article>5{_SEP}4{_GAP}a|5{_SEP}[12]|4{_SEP}1|11)[.,]{{0,2}}\s{{0,3}}{_LID}{_ENDS}"
    r"(?![\s,]{0,3}(?:aanhef|sub|onder|onderdeel)\s[a-z]\b)",
    _FLAGS,
)
"""5.1 lid 5; artikel 5.2, eerste lid; 4.1 lid 4."""

SHORT = re.compile(
    rf"""(?P<article>5{_SEP}1(?={_SEP}[12456])|5{_SEP}4{_GAP}a|5{_SEP}[24]|4{_SEP}1(?={_SEP}4)
          |8{_SEP}8|11(?={_SEP}[12]))(?:{_SEP}(?P<lid>[12456]))?{_ENDS}""",
    _FLAGS,
)
"""5.1.5; 4.1,4; 5.2.1; 5.4; 8.8: numbers that are a code only where they stand as one."""

MORE_LETTERS = re.compile(
    rf"\s{{0,2}}(?:[,/+&]|en\b|of\b|,\s?en\b)\s{{0,2}}(?P<begin>(?:{_WORD}\s{{1,2}})?(?P<letter>[a-i]))"
    + _ALONE,
    _FLAGS,
)
"""A next letter of the same paragraph: 5.1 lid 2 onder e *en i*, 5.1.2.e*/i*."""

MORE_LIDS = re.compile(
    rf"[\s,;]{{0,3}}(?:en\b|of\b|/)?\s{{0,3}}(?P<begin>{_LID}{_AFTER_LID})", _FLAGS
)
"""A next paragraph of the same article: 5.1 lid 1 sub c *en lid 2 sub e*."""

ARTICLE = re.compile(r"(?:\bart(?:ikel)?\.?\s{0,3})$", re.IGNORECASE)
"""The word that leads a code in, in the few characters before it."""

LAW = re.compile(
    r"[\s,.]{0,3}(?:van\s{1,2})?(?:de\s{1,2})?"
    r"(?:Woo|Wob|Wet\s{1,2}open\s?(?:overheid|baarheid\s{1,2}van\s{1,2}bestuur))\b",
    re.IGNORECASE,
)
"""The law that a code names after itself."""

OTHER_LAW = re.compile(
    r"[\s,.]{0,3}(?:(?:van\s{1,2}(?:de|het)|de|het)\s{1,2}(?:[Bb]esluit|[Rr]egeling|[Cc]ao|CAO|[Rr]ichtlijn"
    r"|[Vv]erordening|[Rr]eglement|[Ss]tatuten)\b"
    r"|(?:van\s{1,2}(?:de|het)\s{1,2}|de\s{1,2}|het\s{1,2})?(?:Wet\s{1,2}(?!open)\w"
    r"|[A-Z]\w+(?:wet|besluit|regeling|verordening|wetboek|code)\b"
    r"|(?:U?AVG|Awb|AWB|Awr|AWR|BW|Sr|Sv|WIA|WAO|WW|ZW|Wfsv|SUWI|Suwi|WAZO|Wazo|Wbp|Wnra|Gw|EVRM)\b))"
)
"""Another law than the Woo or the Wob: then 5.1 lid 2 is not ours."""

NUMBERED = re.compile(
    r"(?:paragraaf|par\.|§|hoofdstuk|bijlage|tabel|figuur|sectie|stap|punt|versie|version|release)\s{0,2}$|\bv\.?$",
    re.IGNORECASE,
)
"""What stands before the number of a section, a table or a program."""
