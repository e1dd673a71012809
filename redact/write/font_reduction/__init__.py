"""Fonts that tell nothing: only what the pages show, in an order of their own."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from redact.write.font import is_label_font
from redact.write.font_reduction.composite import reduce_composite
from redact.write.font_reduction.descriptor import rename
from redact.write.font_reduction.errors import UnclearError
from redact.write.font_reduction.simple import reduce_simple
from redact.write.font_reduction.unicode_map import meanings, written
from redact.write.font_reduction.use import Number, Recode, Use, Uses

if TYPE_CHECKING:
    import pikepdf

__all__ = ["reduce_fonts"]


def reduce_fonts(pdf: "pikepdf.Pdf", is_secret: Callable[[str], bool] = lambda _: False) -> int:
    """Reduce all fonts to the codes that are shown; return how many could not be.

    `is_secret` tells of the name of a font whether it holds what was removed; it then goes too.
    Removes the glyphs, widths, names and meanings of all other codes, and renumbers those codes
    whose numbers tell in which order a document used them.
    """
    try:
        uses = Uses.of(pdf)
    except UnclearError:
        return 1
    recodes: dict[Number, Recode] = {}
    kept = 0
    for number, (key, use) in enumerate(uses.fonts.items()):
        if is_label_font(use.font):
            continue
        rename(use.font, is_secret)
        recode = _reduced(pdf, use, number)
        kept += recode is None
        if recode and any(old != new for old, new in recode.items()):
            recodes[key] = recode
    uses.recode(recodes)
    uses.drop_unused()
    return kept


def _reduced(pdf: "pikepdf.Pdf", use: Use, number: int) -> Recode | None:
    """Reduce one font; return its new codes, or nothing where it had to stay as it is."""
    composite = use.length > 1
    try:
        return reduce_composite(pdf, use, number) if composite else reduce_simple(pdf, use, number)
    except Exception:  # noqa: BLE001  whatever a damaged program makes a library raise
        _forget(pdf, use)
        return None


def _forget(pdf: "pikepdf.Pdf", use: Use) -> None:
    """Take out of a font whose program stays what it says of codes that are not shown."""
    import pikepdf

    font = use.font
    if isinstance(font.get("/ToUnicode"), pikepdf.Stream):
        texts = meanings(font.ToUnicode, use.codes)
        font.ToUnicode = pikepdf.Stream(pdf, written(texts, use.length))
