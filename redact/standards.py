"""Which standards for keeping and for accessibility a PDF meets, and why not the others."""

from functools import cache
from importlib.resources import files
from typing import NamedTuple

_ACCESSIBLE = "ua1"
_ARCHIVE = {"2a": "PDF/A-2a", "2u": "PDF/A-2u", "2b": "PDF/A-2b"}
"""By the validator's short name, the strictest first."""

_NAMING = ("-ID-", "-METADATA-")
"""Rules about what a file says of itself: it says nothing because of the other rules."""


class Standards(NamedTuple):
    """The standards that a file meets, and in Dutch what keeps it from PDF/UA-1 or from PDF/A."""

    met: tuple[str, ...]
    lacks: tuple[str, ...]


def standards_of(output: bytes) -> Standards:
    """Return which standards a PDF says it meets, as far as a validator confirms that."""
    accessible = holds(output, _ACCESSIBLE)
    archive = next((profile for profile in _ARCHIVE if holds(output, profile)), "")
    met = (*(["PDF/UA-1"] if accessible else []), *([_ARCHIVE[archive]] if archive else []))
    wanted = [*([] if accessible else [_ACCESSIBLE]), *([] if archive else ["2b"])]
    return Standards(
        met, tuple(dict.fromkeys(why for name in wanted for why in _why(output, name)))
    )


def holds(output: bytes, profile: str) -> bool:
    """Tell whether a file meets a standard that it claims: ua1, 2a, 2u or 2b."""
    import page

    try:
        return page.is_pdf_compliant_bytes(output, profile=profile)
    except page.PageError:
        return False


def _why(output: bytes, profile: str) -> list[str]:
    """Return in Dutch what a file lacks for a standard; the first cause hides what follows it."""
    import page

    try:
        failures = page.validate_pdf_bytes(output, profile=profile).failures
    except page.PageError:
        return [_reasons()[-1][1]]
    rules = {failure.rule_id for failure in failures}
    rules = {rule for rule in rules if not any(part in rule for part in _NAMING)}
    if any("STRUCT-TREE-ROOT" in rule for rule in rules):
        rules = {rule for rule in rules if "STRUCT-TREE-ROOT" in rule or "FONT" in rule}
    return list(dict.fromkeys(_reason(rule) for rule in sorted(rules)))


def _reason(rule: str) -> str:
    return next(reason for part, reason in _reasons() if part in rule or part == "*")


@cache
def _reasons() -> tuple[tuple[str, str], ...]:
    """Return parts of the names of rules, each with what it means; the last is for all others."""
    lines = files("redact").joinpath("standards.txt").read_text("utf-8").splitlines()
    pairs = (line.split(maxsplit=1) for line in lines if line and not line.startswith("#"))
    return tuple((part, reason) for part, reason in pairs)
