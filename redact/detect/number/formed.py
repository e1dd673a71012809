"""Numbers whose form says whose they are, with or without a word for them.

A Dutch passport or identity card has two letters, six letters or digits and a digit, never the
letter O; an alien's number is a V and ten digits; some registers put their letters before it.
"""

from collections.abc import Iterator

import regex

from redact.detect.match import Match
from redact.finding import Kind

_DOCUMENT = regex.compile(
    r"(?<![\w/.-])(?=[A-Z]{2,7}\d[A-Z\d]*\d)[A-NP-Z]{2}[A-NP-Z\d]{6}\d(?![\w/-]|\.\w)"
)
_MIXED = regex.compile(r"[A-Z]+\d+[A-Z]+\d+[A-Z\d]*")
_SHOWN = regex.compile(
    r"(?i)\b(?:pas|pasp\.?|paspoort\w*|id|id-?(?:kaart|bewijs)|ident\w+|legitim\w+|kopie|geldig|"
    r"reisdocument\w*|passport|verblijfs\w+|gelegitimeerd|w-document)\b"
)
_REACH = 60
_NUMBERED = regex.compile(
    r"(?<![\w/-])(?:V ?-? ?\d{3}[. ]?\d{3}[. ]?\d{4}|(?:GPK|BIG|AGB|SVH|UDN|SKJ|PGB|RBTV|WBTV)"
    r"[ -]?\d{5,11})(?![\w/-]|[.,]\d)"
)
_REGISTERED = "Een nummer waarvan de letters zeggen dat het van een persoon is."


def find_formed(text: str) -> Iterator[Match]:
    """Yield the numbers of identity papers, aliens and registers that their form gives away."""
    for found in _NUMBERED.finditer(text):
        yield Match(*found.span(), Kind.IDNUMBER, 0.88, "idnumber.formed", _REGISTERED)
    for found in _DOCUMENT.finditer(text):
        low = max(0, found.start() - _REACH, text.rfind("\n\n", 0, found.start()))
        is_shown = _SHOWN.search(text, low, found.end() + _REACH // 2)
        if is_shown or _MIXED.fullmatch(found[0]):
            reason = "Heeft de vorm van het nummer van een paspoort of identiteitskaart."
            score = 0.88 if is_shown else 0.6
            yield Match(*found.span(), Kind.IDNUMBER, score, "idnumber.document", reason)
