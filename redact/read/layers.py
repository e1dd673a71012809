"""Make layers part of the page: what is off by default goes, what is on loses its switch."""

import io
from typing import TYPE_CHECKING, Any

from redact.errors import DamagedError

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pikepdf
    import pymupdf

_DRAWN = {"Do", "sh", "INLINE IMAGE", "Tj", "TJ"}
_PAINTED = {"S", "s", "f", "F", "f*", "B", "B*", "b", "b*"}
_DEEPEST = 30
_NEXT_LINE = {"'", '"'}


def has_layers(pdf: "pymupdf.Document") -> bool:
    """Tell whether a PDF has layers."""
    return pdf.xref_get_key(pdf.pdf_catalog(), "OCProperties")[0] not in {"null", "undefined"}


def without_layers(data: bytes) -> bytes:
    """Return a PDF without what hangs in layers that are off, and without switches for others.

    We decide what is on, by ISO 32000-1, 8.11: MuPDF 1.27 turns the condition AllOn around.

    Raises:
        DamagedError: the file is not what it says it is.
    """
    import pikepdf

    try:
        return _flattened(data)
    except (pikepdf.PdfError, AttributeError, TypeError, ValueError) as error:
        raise DamagedError from error


def _flattened(data: bytes) -> bytes:
    import pikepdf

    with pikepdf.open(io.BytesIO(data)) as pdf:
        switches = Switches(pdf.Root.get("/OCProperties"))
        for page in pdf.pages:
            _drop_notes(page, switches)
            page.obj.Contents = pdf.make_stream(_shown(page, page.resources, switches))
        for thing in list(_drawings(pdf)):
            _flatten(thing, switches)
        if "/OCProperties" in pdf.Root:
            del pdf.Root["/OCProperties"]
        out = io.BytesIO()
        pdf.save(out, compress_streams=False)
        return out.getvalue()


class Switches:
    """Which layers are off when a document is opened."""

    def __init__(self, properties: Any) -> None:  # noqa: ANN401  /OCProperties of a file
        import pikepdf

        default = _at(properties, "/D")
        layers = _list(_at(properties, "/OCGs"))
        off = layers if _at(default, "/BaseState") == pikepdf.Name.OFF else []
        self._off = {layer.objgen for layer in off}
        self._off -= {layer.objgen for layer in _list(_at(default, "/ON"))}
        self._off |= {layer.objgen for layer in _list(_at(default, "/OFF"))}
        for usage in _list(_at(default, "/AS")):
            if usage.get("/Event") == pikepdf.Name.View:
                self._apply(_list(usage.get("/OCGs")))

    def _apply(self, layers: list[Any]) -> None:
        """Switch layers as they say themselves that they are to be viewed."""
        import pikepdf

        for layer in layers:
            state = _at(_at(_at(layer, "/Usage"), "/View"), "/ViewState")
            if state == pikepdf.Name.OFF:
                self._off.add(layer.objgen)
            elif state == pikepdf.Name.ON:
                self._off.discard(layer.objgen)

    @property
    def off(self) -> int:
        """How many layers are off."""
        return len(self._off)

    def hide(self, layer: Any) -> bool:  # noqa: ANN401  whatever hangs at /OC
        """Tell whether a layer, or a condition on layers, hides what it holds."""
        import pikepdf

        if not isinstance(layer, pikepdf.Dictionary):
            return False
        if layer.get("/Type") != pikepdf.Name.OCMD:
            return layer.objgen in self._off
        if isinstance(layer.get("/VE"), pikepdf.Array):
            return not self._holds(layer.VE)
        hidden = [self.hide(one) for one in _list(layer.get("/OCGs"))]
        if not hidden:
            return False
        policy = str(layer.get("/P", "/AnyOn"))
        shown = {
            "/AllOn": not any(hidden),
            "/AnyOff": any(hidden),
            "/AllOff": all(hidden),
        }
        return not shown.get(policy, not all(hidden))

    def _holds(self, condition: Any, depth: int = 0) -> bool:  # noqa: ANN401
        """Work out a condition written as [/And ...], [/Or ...] or [/Not ...]."""
        import pikepdf

        if not isinstance(condition, pikepdf.Array):
            return not self.hide(condition)
        if not len(condition) or depth > _DEEPEST:
            return True
        name, *terms = condition.as_list()
        values = [self._holds(term, depth + 1) for term in terms]
        if name == pikepdf.Name.Not:
            return not all(values)
        return any(values) if name == pikepdf.Name.Or else all(values)


def _list(things: Any) -> list[Any]:  # noqa: ANN401  absent, one thing or an array
    """Return the dictionaries among things; a damaged file may have anything there."""
    import pikepdf

    found = things.as_list() if isinstance(things, pikepdf.Array) else [things]
    return [thing for thing in found if isinstance(thing, pikepdf.Dictionary)]


def _at(thing: Any, key: str) -> Any:  # noqa: ANN401
    """Return what hangs at a key, None where a thing is no dictionary."""
    import pikepdf

    return thing.get(key) if isinstance(thing, pikepdf.Dictionary) else None


def _drawings(pdf: "pikepdf.Pdf") -> "Iterator[Any]":
    """Yield every form, pattern and picture."""
    import pikepdf

    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream):
            is_pattern = thing.get("/PatternType") == 1
            if is_pattern or thing.get("/Subtype") in (pikepdf.Name.Form, pikepdf.Name.Image):
                yield thing


def _flatten(thing: Any, switches: Switches) -> None:  # noqa: ANN401
    """Empty a drawing that is off; of others, drop what is off inside."""
    import pikepdf

    if switches.hide(thing.get("/OC")):
        for key in list(thing.keys()):
            if key != "/Length":
                del thing[key]
        thing.write(b"")
        thing.Type, thing.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
        thing.BBox = pikepdf.Array([0, 0, 0, 0])
    elif thing.get("/Subtype") != pikepdf.Name.Image:
        thing.write(_shown(thing, thing.get("/Resources"), switches))
    if "/OC" in thing:
        del thing["/OC"]


def _drop_notes(page: "pikepdf.Page", switches: Switches) -> None:
    import pikepdf

    notes = page.obj.get("/Annots")
    if isinstance(notes, pikepdf.Array):
        kept = [note for note in _list(notes) if not switches.hide(note.get("/OC"))]
        for note in kept:
            if "/OC" in note:
                del note["/OC"]
        page.obj.Annots = pikepdf.Array(kept)


def _shown(holder: Any, resources: Any, switches: Switches) -> bytes:  # noqa: ANN401
    """Return the content of a page or a stream without what is drawn in a layer that is off.

    What sets the pen there stays, as it also counts for what follows.
    """
    import pikepdf

    try:
        instructions = list(pikepdf.parse_content_stream(holder))
    except pikepdf.PdfError:
        return b""
    properties = _at(resources, "/Properties")
    kept: list[Any] = []
    hidden: list[bool] = []
    for instruction in instructions:
        name = str(instruction.operator)
        if name in {"BMC", "BDC"}:
            hidden.append(any(hidden[-1:]) or _opens_hidden(instruction, properties, switches))
        elif name == "EMC" and hidden:
            hidden.pop()
        kept += _without_ink(name, instruction) if any(hidden[-1:]) else [instruction]
    return bytes(pikepdf.unparse_content_stream(kept))


def _opens_hidden(instruction: Any, properties: Any, switches: Switches) -> bool:  # noqa: ANN401
    import pikepdf

    operands = list(instruction.operands)
    if len(operands) < 2 or operands[0] != pikepdf.Name.OC:  # noqa: PLR2004  a tag and a layer
        return False
    layer = operands[1]
    if isinstance(layer, pikepdf.Name):
        layer = _at(properties, str(layer))
    return switches.hide(layer)


def _without_ink(name: str, instruction: Any) -> list[Any]:  # noqa: ANN401
    """Return what is left of an instruction that may not draw."""
    import pikepdf

    if name in _DRAWN:
        return []
    if name in _PAINTED:
        return [([], pikepdf.Operator("n"))]
    if name in _NEXT_LINE:
        return [([], pikepdf.Operator("T*"))]
    return [instruction]
