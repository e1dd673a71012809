"""What the content streams of a file show: strings, shifts between them, and with which font."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from redact.verify.carve import Carving
from redact.verify.objects import TOKEN, Reference, Value, parse, plain

_HINT = re.compile(rb"/Type\s*/Page\b|/PaintType\b|/Subtype\s*/(?:Form|Type3)\b")
_SHOWING = {b"Tj", b"TJ", b"'", b'"'}
_SETTING = {b"Tf", b"Tz"}
_OPERANDS = {"name", "number", "string", "hex"}


class _State(NamedTuple):
    font: int = 0
    size: float = 0.0
    scale: float = 100.0


class Shows(NamedTuple):
    """One text-showing operator: its strings and shifts in order, and the state of the text.

    `font` is the number of the font's object, 0 where there is none. `on_page` tells that it
    stands in the content of a page itself.
    """

    font: int
    size: float
    scale: float
    parts: tuple[bytes | float, ...]
    on_page: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class Objects:
    """The objects of a file by number, as they are in its last revision."""

    heads: Mapping[int, bytes] = field(repr=False)
    streams: Mapping[int, bytes | None] = field(repr=False)

    @classmethod
    def of(cls, carving: Carving) -> "Objects":
        """Return those that were carved."""
        heads = {carved.number: carved.head for carved in carving.objects}
        return cls(heads, {carved.number: carved.stream for carved in carving.objects})

    def get(self, value: Value) -> Value:
        """Return what a value is or points to."""
        for _ in range(5):
            if not isinstance(value, Reference):
                return value
            value = parse(self.heads.get(value.number, b"null"))
        return None

    def dictionary(self, value: Value) -> dict[str, Value]:
        """Return a dictionary, empty where the value is none."""
        found = self.get(value)
        return found if isinstance(found, dict) else {}

    def array(self, value: Value) -> list[Value]:
        """Return an array; a single thing is one of its own, nothing is empty."""
        found = self.get(value)
        if isinstance(found, list):
            return found
        return [] if found is None else [value]

    def stream(self, value: Value) -> bytes:
        """Return the unpacked stream a value points to, empty where there is none."""
        return (self.streams.get(value.number) if isinstance(value, Reference) else None) or b""


def shown_text(objects: Objects) -> Iterator[Shows]:
    """Yield every text-showing operator of every page, form, pattern and drawn glyph."""
    for content, resources, on_page in _holders(objects):
        fonts = objects.dictionary(resources.get("Font"))
        numbers = {name: font.number for name, font in fonts.items() if isinstance(font, Reference)}
        for show in operators(content, numbers):
            yield show._replace(on_page=True) if on_page else show


def _holders(objects: Objects) -> Iterator[tuple[bytes, dict[str, Value], bool]]:
    """Yield the content of everything that draws, its resources, and whether it is a page."""
    for number, head in objects.heads.items():
        value = parse(head) if _HINT.search(head) else None
        if not isinstance(value, dict):
            continue
        if value.get("Type") == "Page":
            parts = objects.array(value.get("Contents"))
            content = b"\n".join(objects.stream(part) for part in parts)
            yield content, objects.dictionary(_inherited(objects, value, "Resources")), True
        elif "PaintType" in value or value.get("Subtype") == "Form":
            resources = objects.dictionary(value.get("Resources"))
            yield objects.stream(Reference(number)), resources, False
        elif value.get("Subtype") == "Type3":
            for glyph in objects.dictionary(value.get("CharProcs")).values():
                yield objects.stream(glyph), objects.dictionary(value.get("Resources")), False


def _inherited(objects: Objects, page: dict[str, Value], key: str) -> Value:
    for _ in range(50):
        if key in page:
            return page[key]
        page = objects.dictionary(page.get("Parent"))
    return None


def operators(content: bytes, fonts: Mapping[str, int]) -> Iterator[Shows]:
    """Yield the text-showing operators of one content stream."""
    state = _State()
    saved: list[_State] = []
    operands: list[tuple[str, bytes]] = []
    for found in TOKEN.finditer(content):
        kind, text = found.lastgroup or "", found[0]
        if kind in _OPERANDS:
            operands.append((kind, text))
        elif kind == "word":
            if text in _SHOWING:
                yield Shows(*state, tuple(_parts(operands)))
            elif text == b"q":
                saved.append(state)
            elif text == b"Q":
                state = saved.pop() if saved else state
            elif text in _SETTING and operands:
                state = _changed(state, text, [plain(*operand) for operand in operands], fonts)
            operands.clear()


def _parts(operands: Sequence[tuple[str, bytes]]) -> Iterator[bytes | float]:
    for operand in operands:
        part = plain(*operand)
        if isinstance(part, (bytes, float)):
            yield part


def _changed(
    state: _State, operator: bytes, operands: Sequence[Value], fonts: Mapping[str, int]
) -> _State:
    """Return the state of the text after an operator that sets its font or its scale."""
    last = operands[-1]
    if not isinstance(last, float):
        return state
    if operator == b"Tf" and len(operands) > 1:
        return _State(fonts.get(str(operands[-2]), 0), last, state.scale)
    return state._replace(scale=last) if operator == b"Tz" else state
