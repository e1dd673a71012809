"""What a font says of itself beside its glyphs."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf

_KEPT = (
    "/Type",
    "/Flags",
    "/ItalicAngle",
    "/Ascent",
    "/Descent",
    "/Leading",
    "/CapHeight",
    "/XHeight",
    "/StemV",
    "/StemH",
    "/MissingWidth",
    "/FontStretch",
    "/FontWeight",
    "/FontBBox",
)
_TAG = 6


def descriptor(
    pdf: "pikepdf.Pdf",
    given: "pikepdf.Object",
    name: str,
    program: "tuple[str, pikepdf.Stream] | None",
    box: Sequence[float] | None,
) -> "pikepdf.Object":
    """Return a new descriptor: measures of the whole font, and this program under its key."""
    from pikepdf import Array, Dictionary, Name

    new = Dictionary({key: given[key] for key in _KEPT if key in given})
    new.Type, new.FontName = Name.FontDescriptor, Name(name)
    if program is not None:
        new[program[0]] = program[1]
    if box is not None:
        new.FontBBox = Array([round(edge) for edge in box])
    return pdf.make_indirect(new)


def base_name(font: "pikepdf.Object") -> str:
    """Return the name of the font without the tag of a subset, and without a slash."""
    try:
        name = str(font.get("/BaseFont", "")).lstrip("/")
    except UnicodeDecodeError:
        return "Font"
    tag, plus, rest = name.partition("+")
    return rest if plus and len(tag) == _TAG and tag.isalpha() and tag.isupper() else name


def rename(font: "pikepdf.Object", is_secret: Callable[[str], bool]) -> None:
    """Give a font a plain name where its own holds what was removed, as that of a signature may."""
    from pikepdf import Dictionary, Name

    for one in (font, *(font.get("/DescendantFonts") or ())):
        if isinstance(one, Dictionary) and is_secret(base_name(one)):
            one.BaseFont = Name("/Font")


def tagged(name: str, number: int) -> str:
    """Return the name of a subset: its tag counts the fonts, and so tells nothing of this one."""
    letters = ""
    for _ in range(_TAG):
        number, digit = divmod(number, 26)
        letters = chr(ord("A") + digit) + letters
    return f"/{letters}+{name}"
