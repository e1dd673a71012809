"""Which strings a content stream shows, and in which font: read from its bytes, in one pass.

A parser of whole instructions makes an object of every number; this reads only what tells the
font and the codes, which is ten times as fast.
"""

import re
from collections.abc import Container, Iterable, Iterator
from typing import NamedTuple

from redact.write.font_reduction.errors import UnclearError

_TOKEN = re.compile(
    rb"""
    \((?P<literal>(?:[^()\\]|\\.|\((?:[^()\\]|\\.)*\))*)\)
    | (?P<dictionary><<)
    | <(?P<hex>[0-9A-Fa-f\s]*)>
    | /(?P<name>[^\x00\s()<>\[\]{}/%]*)(?:\s+[-+.\d]+\s+(?P<font>Tf)\b|\s+(?P<state>gs)\b)?
    | (?P<save>q) | (?P<restore>Q)
    | BI(?P<image>\s.*?\sID\s.*?\sEI(?![^\s\x00]))
    | %[^\r\n]*
    | (?P<close>>>)
    | (?P<odd>[()<>])
    """,
    re.VERBOSE | re.DOTALL,
)
_DEEPER = {"dictionary": 1, "close": -1}
_STRINGS = {"literal", "hex"}
_ESCAPE = re.compile(rb"\\([0-7]{1,3}|\r\n?|.)|\r\n?", re.DOTALL)
_NAME = re.compile(rb"#([0-9A-Fa-f]{2})")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}


class Shown(NamedTuple):
    """A string that is shown: where it stands in the stream, what sets its font, its codes.

    `font` is the resource's name, with `state` telling that it names a graphics state, or None
    where the stream takes the font of whoever draws it.
    """

    start: int
    end: int
    font: str | None
    state: bool
    codes: bytes


def shown_in(content: bytes, states: Container[str] = ()) -> Iterator[Shown]:
    """Yield the strings that a content stream shows, in order.

    `states` names the graphics states that set a font.

    Raises:
        UnclearError: its strings do not end.
    """
    font: tuple[str | None, bool] = (None, False)
    saved: list[tuple[str | None, bool]] = []
    depth = 0
    for token in _TOKEN.finditer(content):
        kind = token.lastgroup or ""
        depth += _DEEPER.get(kind, 0)
        if kind == "odd":
            raise UnclearError
        if kind == "font" or (kind == "state" and _name(token["name"]) in states):
            font = (_name(token["name"]), kind == "state")
        elif kind == "save":
            saved.append(font)
        elif kind == "restore" and saved:
            font = saved.pop()
        elif kind in _STRINGS and depth == 0:
            yield Shown(token.start(), token.end(), *font, _codes(token))


def recoded(content: bytes, shown: Iterable[tuple[Shown, bytes]]) -> bytes:
    """Return the stream with other codes in the place of these strings, in order."""
    pieces, at = [], 0
    for string, codes in shown:
        pieces += [content[at : string.start], b"<", codes.hex().encode(), b">"]
        at = string.end
    return b"".join([*pieces, content[at:]])


def _codes(token: "re.Match[bytes]") -> bytes:
    if token["hex"] is not None:
        digits = b"".join(token["hex"].split())
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode("ascii"))
    literal = token["literal"]
    return _ESCAPE.sub(_unescape, literal) if b"\\" in literal or b"\r" in literal else literal


def _unescape(match: "re.Match[bytes]") -> bytes:
    escaped = match[1]
    if escaped is None:
        return b"\n"
    if escaped[:1].isdigit() and escaped[0] < ord("8"):
        return bytes([int(escaped, 8) & 255])
    if escaped[:1] in b"\r\n":
        return b""
    return _ESCAPED.get(escaped, escaped)


def _name(raw: bytes) -> str:
    """Return a name as pikepdf gives it: with its slash, and escapes resolved."""
    return "/" + _NAME.sub(_byte, raw).decode("utf-8", "surrogateescape")


def _byte(match: "re.Match[bytes]") -> bytes:
    return bytes([int(match[1], 16)])
