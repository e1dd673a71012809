"""What the form of a name is worth, within a sentence and where one opens."""

import re
from typing import NamedTuple

_INITIALS = "Voorletters gevolgd door een achternaam."
_FULL = "Een voornaam gevolgd door een achternaam."
_FIRST = "Een bekende voornaam."
SURNAME_ALONE = "Een bekende achternaam met voorvoegsel."


class Grade(NamedTuple):
    """The scores of a form within a sentence and at its opening, and what to tell a reviewer."""

    inside: float
    opening: float
    reason: str


_GRADES = tuple(
    (re.compile(form), Grade(inside, opening, reason))
    for form, inside, opening, reason in (
        (r"i+n?[pP]?s.*", 0.95, 0.95, _INITIALS),
        (r"i+n?f.*", 0.93, 0.93, _INITIALS),
        (r"i+n?[pP][ou].*", 0.93, 0.93, _INITIALS),
        (r"i+n?u.*", 0.87, 0.86, _INITIALS),
        (r"i{2,}n?o.*", 0.9, 0.87, _INITIALS),
        (r"in?o.*", 0.86, 0.5, _INITIALS),
        (r"i+n?[mw].*", 0.87, 0.5, _INITIALS),
        (r"f[fmwi]*n?[pP]?[sou].*", 0.93, 0.92, _FULL),
        (r"f[fmw]*i+", 0.9, 0.9, _FULL),
        (r"f[fmw]+", 0.9, 0.88, _FULL),
        (r"f", 0.87, 0.86, _FIRST),
        (r"m[fmwi]*n?[pP]?s.*", 0.87, 0.86, _FULL),
        (r"m[fmwi]*[pP][ou].*", 0.87, 0.86, _FULL),
        (r"m[fmwi]+", 0.7, 0.5, _FULL),
        (r"m+i*u+", 0.86, 0.7, _FULL),
        (r"[mw]pi", 0.86, 0.86, _FULL),
        (r"m[ou]", 0.6, 0.45, _FULL),
        (r"m", 0.5, 0.0, _FIRST),
        (r"w[fmwi]*P[sou].*", 0.87, 0.7, _FULL),
        (r"w[fmwi]*p?s", 0.86, 0.5, _FULL),
        (r"w[fmwi]*o", 0.6, 0.0, _FULL),
        (r"wf", 0.7, 0.0, _FULL),
        (r"Ps+", 0.88, 0.87, SURNAME_ALONE),
        (r"Po", 0.86, 0.86, SURNAME_ALONE),
        (r"ps+", 0.6, 0.45, SURNAME_ALONE),
    )
)


def grade_of(form: str) -> Grade | None:
    """Return the grade of a `Reading`'s form; None for one that names nobody by itself."""
    return next((grade for pattern, grade in _GRADES if pattern.fullmatch(form)), None)
