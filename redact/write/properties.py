"""Marked content: the tag and the properties that may stay with what is shown."""

from typing import TYPE_CHECKING, Any

from redact.write.names import Names
from redact.write.prune import is_language
from redact.write.removed import Removed
from redact.write.roles import STANDARD

if TYPE_CHECKING:
    import pikepdf

_TEXTS = ("/ActualText", "/Alt", "/E")
_ARTIFACTS = {
    "/Type": {"/Pagination", "/Layout", "/Page", "/Background"},
    "/Subtype": {"/Header", "/Footer", "/Watermark"},
}


def opening(
    operator: str, operands: list[Any], names: Names, removed: Removed, *, shows: bool
) -> "pikepdf.ContentStreamInstruction | None":
    """Return the instruction that begins marked content, with only what is harmless.

    None where the mark says nothing that counts. `shows` tells whether anything is shown in it.
    """
    import pikepdf

    if not operands or not isinstance(operands[0], pikepdf.Name):
        return None
    tag = str(operands[0])[1:]
    given = operands[1] if operator == "BDC" and len(operands) > 1 else None
    if isinstance(given, pikepdf.Name):
        given = names.properties(str(given))
    kept = _kept(given, removed, shows=shows) if isinstance(given, pikepdf.Dictionary) else {}
    if tag not in STANDARD:
        if not kept.keys() & {"/MCID", "/ActualText"}:
            return None
        tag = "Span"
    mark = pikepdf.Name(f"/{tag}")
    if not kept:
        return pikepdf.ContentStreamInstruction([mark], pikepdf.Operator("BMC"))
    return pikepdf.ContentStreamInstruction(
        [mark, pikepdf.Dictionary(kept)], pikepdf.Operator("BDC")
    )


def _kept(given: "pikepdf.Object", removed: Removed, *, shows: bool) -> dict[str, Any]:
    """Return of a property list the number, the language, and texts that a page shows as well."""
    import pikepdf

    kept: dict[str, Any] = {}
    if isinstance(given.get("/MCID"), int):
        kept["/MCID"] = given.MCID
    if is_language(given.get("/Lang")):
        kept["/Lang"] = given.Lang
    for key in _TEXTS if shows else ():
        text = given.get(key)
        if isinstance(text, pikepdf.String) and removed.leaves(str(text)):
            kept[key] = text
    for key, known in _ARTIFACTS.items():
        if str(given.get(key)) in known:
            kept[key] = given[key]
    return kept
