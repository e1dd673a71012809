"""Which grounds a policy may name: those of the law as it is now, in any notation."""

from grounds.catalogue import CATALOGUE, GROUPS
from grounds.codes import read_mark


def citable(text: str) -> str | None:
    """Return the canonical code of a ground or marker that a decision of today may cite."""
    mark = read_mark(text)
    if mark is None or not mark.known or CATALOGUE[mark.code].is_retired:
        return None
    return mark.code


def advice(text: str) -> str:
    """Return in Dutch what to write instead of something that may not be cited."""
    mark = read_mark(text)
    if mark and mark.code in GROUPS:
        return f"geen hele bepaling maar een grond: {GROUPS[mark.code]}"
    if mark and mark.known:
        return "een grond van de Woo; de Wob geldt sinds 1 mei 2022 niet meer"
    return "de code van een grond, zoals 5.1.2.e (zie 'lakwerk grounds')"
