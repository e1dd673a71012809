"""The last pages: what the codes mean, in the words that the other layout's legend has too."""

from collections.abc import Iterable
from typing import Any

from redact.write.legend import OPENING, TITLE, row

_RESET = (
    "De tekst is opnieuw gezet. De opmaak, de paginering en de afbeeldingen van het "
    "oorspronkelijke document zijn niet overgenomen."
)


def contents(codes: Iterable[str]) -> dict[str, Any]:
    """Return what the legend says about some codes, as plain values."""
    opening = f"{OPENING} {_RESET}"
    return {"title": TITLE, "opening": opening, "grounds": [row(code) for code in codes]}
