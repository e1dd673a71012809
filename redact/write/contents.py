"""Rewrite every content stream: known instructions only, neutral names, no remarks.

A page, form, pattern, soft mask or letter keeps of its resources only what it uses.
"""

from collections.abc import Callable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from redact.write.names import Names
from redact.write.operators import sound, table
from redact.write.properties import opening
from redact.write.removed import Removed

if TYPE_CHECKING:
    import pikepdf

_MARKS = frozenset({"BMC", "BDC"})
_SHOWING_TEXT = frozenset({"Tj", "TJ", "'", '"'})
_INLINE = "INLINE IMAGE"
"""What pikepdf calls a picture within the stream."""

_CALLS = {
    "Do": "/XObject",
    "gs": "/ExtGState",
    "sh": "/Shading",
    "cs": "/ColorSpace",
    "CS": "/ColorSpace",
    "scn": "/Pattern",
    "SCN": "/Pattern",
    "sc": "/Pattern",
    "SC": "/Pattern",
    "Tf": "/Font",
}
"""The instructions that call a resource, and of which kind."""

_STANDARD = {
    "/ColorSpace": {"/DeviceGray", "/DeviceRGB", "/DeviceCMYK", "/Pattern", "/G", "/RGB", "/CMYK"}
}
_INTENTS = {"/AbsoluteColorimetric", "/RelativeColorimetric", "/Saturation", "/Perceptual"}
_DEEPEST = 20


def clean_contents(pdf: "pikepdf.Pdf", removed: Removed) -> None:
    """Rewrite the content of all pages, and of all that they draw."""
    work = _Contents(removed)
    for page in pdf.pages:
        names = Names(page.resources)
        page.obj.Contents = pdf.make_stream(work.rewritten(page, names))
        page.obj.Resources = names.used()


class _Contents:
    """Rewrites streams; each once, however many pages draw it."""

    def __init__(self, removed: Removed) -> None:
        self._removed = removed
        self._seen: set[tuple[int, int]] = set()

    def rewritten(self, holder: Any, names: Names, depth: int = 0, *, read: bool = True) -> bytes:  # noqa: ANN401
        """Return the clean content of a page or a stream, when all that it draws is clean.

        `read` tells whether the reader sees text there. Where it does not, text goes: nobody
        could have looked for anything in it.
        """
        import pikepdf

        try:
            instructions = list(pikepdf.parse_content_stream(holder))
        except pikepdf.PdfError:
            return b""  # what cannot be read cannot be vouched for
        cleaned = list(self._cleaned(instructions, names, read=read))
        for kind, thing in names.fresh():
            follow = _FOLLOW.get(kind)
            is_sound = isinstance(thing, pikepdf.Dictionary | pikepdf.Stream)
            if follow is not None and is_sound and depth < _DEEPEST:
                follow(self, thing, names, depth + 1, read=read)
        return bytes(pikepdf.unparse_content_stream(cleaned))

    def _cleaned(self, instructions: Sequence[Any], names: Names, *, read: bool) -> Iterator[Any]:
        """Yield the instructions that may stay."""
        operators = [str(instruction.operator) for instruction in instructions]
        shows = _shows(operators) if not _MARKS.isdisjoint(operators) else {}
        kept: list[bool] = []
        for number, (name, instruction) in enumerate(zip(operators, instructions, strict=True)):
            if name in _MARKS:
                operands = list(instruction.operands)
                mark = opening(name, operands, names, self._removed, shows=shows[number])
                kept.append(mark is not None)
                if mark is not None:
                    yield mark
            elif name == "EMC":
                if not kept or kept.pop():
                    yield instruction
            elif read or name not in _SHOWING_TEXT:
                clean = _clean(name, instruction, names)
                if clean is not None:
                    yield clean

    def draw(self, thing: Any, names: Names, depth: int, *, read: bool) -> None:  # noqa: ANN401
        """Rewrite a form; a picture has no instructions."""
        import pikepdf

        if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == pikepdf.Name.Form:
            self._stream(thing, names, depth, read=read)

    def paint(self, thing: Any, names: Names, depth: int, **_: bool) -> None:  # noqa: ANN401
        """Rewrite a pattern, of tiles or of shades."""
        import pikepdf

        if isinstance(thing, pikepdf.Stream):
            self._stream(thing, names, depth, read=False)
        elif isinstance(thing, pikepdf.Dictionary) and "/ExtGState" in thing:
            self.set(thing.ExtGState, names, depth)

    def set(self, thing: Any, names: Names, depth: int, **_: bool) -> None:  # noqa: ANN401
        """Rewrite what a graphics state draws: its soft mask, the letters of its font."""
        import pikepdf

        mask, font = thing.get("/SMask"), thing.get("/Font")
        if isinstance(mask, pikepdf.Dictionary) and isinstance(mask.get("/G"), pikepdf.Stream):
            self._stream(mask.G, names, depth, read=False)
        if isinstance(font, pikepdf.Array) and len(font):
            self.write(font[0], names, depth)

    def write(self, thing: Any, names: Names, depth: int, **_: bool) -> None:  # noqa: ANN401
        """Rewrite the letters of a font that draws them."""
        import pikepdf

        letters = thing.get("/CharProcs")
        if not isinstance(letters, pikepdf.Dictionary) or not self._first(thing):
            return
        own = Names(thing.get("/Resources", names.given))
        for key in sorted(letters.keys()):
            if isinstance(letters[key], pikepdf.Stream):
                letters[key].write(self.rewritten(letters[key], own, depth, read=False))
        thing.Resources = own.used()

    def _stream(self, stream: Any, names: Names, depth: int, *, read: bool) -> None:  # noqa: ANN401
        if not self._first(stream):
            return
        own = Names(stream.get("/Resources", names.given))
        stream.write(self.rewritten(stream, own, depth, read=read))
        stream.Resources = own.used()

    def _first(self, thing: Any) -> bool:  # noqa: ANN401
        """Tell whether a thing is met for the first time."""
        if not thing.is_indirect:
            return True
        if thing.objgen in self._seen:
            return False
        self._seen.add(thing.objgen)
        return True


_FOLLOW: dict[str, Callable[..., None]] = {
    "/XObject": _Contents.draw,
    "/Pattern": _Contents.paint,
    "/ExtGState": _Contents.set,
    "/Font": _Contents.write,
}


def _clean(name: str, instruction: Any, names: Names) -> Any:  # noqa: ANN401
    """Return an instruction as it may stay, or None."""
    import pikepdf

    if name == _INLINE:
        return _inline(instruction, names)
    given = instruction.operands
    operands = sound(name, given)
    if operands is None or (name == "ri" and str(operands[0]) not in _INTENTS):
        return None
    kind = _CALLS.get(name)
    if kind is None or (kind == "/Pattern" and not isinstance(operands[-1], pikepdf.Name)):
        return instruction if operands is given else (operands, instruction.operator)
    at = -1 if kind == "/Pattern" else 0
    called = str(operands[at])
    if called in _STANDARD.get(kind, ()):
        return instruction
    new = names.renamed(kind, called)
    if new is None:
        return None
    operands = list(operands)
    operands[at] = pikepdf.Name(new)
    return pikepdf.ContentStreamInstruction(operands, instruction.operator)


def _inline(instruction: Any, names: Names) -> Any:  # noqa: ANN401
    """Return a picture within the stream with only the keys that tell how to draw it."""
    import pikepdf

    try:
        image = instruction.iimage
    except pikepdf.PdfError:
        return None  # programs differ in what they make of it
    given = list(image._image_object)  # noqa: SLF001  there is no other way to its keys
    kept: list[Any] = []
    for key, value in zip(given[::2], given[1::2], strict=True):
        if str(key) not in table().inline:
            continue
        called = str(value) if isinstance(value, pikepdf.Name) else ""
        new = names.renamed("/ColorSpace", called) if str(key) in {"/CS", "/ColorSpace"} else None
        kept += [key, pikepdf.Name(new) if new else value]
    clean = pikepdf.PdfInlineImage(image_data=image._data, image_object=tuple(kept))  # noqa: SLF001
    return [clean], instruction.operator


def _shows(operators: Sequence[str]) -> dict[int, bool]:
    """Tell for each instruction that begins marked content whether anything is shown in it."""
    shows: dict[int, bool] = {}
    showing = table().showing
    open_: list[int] = []
    for number, operator in enumerate(operators):
        if operator in _MARKS:
            open_.append(number)
            shows[number] = False
        elif operator == "EMC" and open_:
            open_.pop()
        elif operator in showing or operator == _INLINE:
            shows.update(dict.fromkeys(open_, True))
    return shows
