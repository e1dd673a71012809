"""Read the objects of a PDF from their bytes: dictionaries, arrays, names, numbers, strings.

Written again here, like `carve`, so that no library decides what there is to see.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

Value: TypeAlias = "Name | Reference | bytes | float | bool | list[Value] | dict[str, Value] | None"

TOKEN = re.compile(
    rb"(?P<name>/[^\s\0/<>\[\](){}%]*)"
    rb"|(?P<number>[-+]?(?:\d+\.?\d*|\.\d+))(?![A-Za-z*'\"])"
    rb"|(?P<string>\((?:[^()\\]|\\[\s\S]|\((?:[^()\\]|\\[\s\S]|\([^()]*\))*\))*\))"
    rb"|(?P<open><<|\[)|(?P<close>>>|\])"
    rb"|(?P<hex><[0-9A-Fa-f\s\0]*>)"
    rb"|(?P<comment>%[^\r\n]*)"
    rb"|(?P<word>[^\s\0/<>\[\](){}%]+)"
)
_REFERENCE = re.compile(rb"[\s\0]+\d+[\s\0]+R(?![\w])")
_ESCAPED = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|[\s\S]))")
_ESCAPES = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"b": b"\b", b"f": b"\f"}
_BREAKS = {b"\n", b"\r", b"\r\n"}
_NAME_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_WORDS = {b"true": True, b"false": False, b"null": None}


class Name(str):
    """A name of a PDF, without its slash."""

    __slots__ = ()


class Reference(NamedTuple):
    """A pointer to an object by its number."""

    number: int


def parse(raw: bytes) -> Value:
    """Return the first object in the bytes; what is broken is left out."""
    return next(_values(raw), None)


def _values(raw: bytes) -> Iterator[Value]:
    """Yield the objects that stand side by side."""
    stack: list[list[Value]] = []
    for kind, text in _tokens(raw):
        if kind == "open":
            stack.append([])
            continue
        if kind != "close":
            value: Value = Reference(int(text)) if kind == "reference" else plain(kind, text)
        elif stack:
            inside = stack.pop()
            value = _dictionary(inside) if text == b">>" else inside
        else:
            continue
        if stack:
            stack[-1].append(value)
        else:
            yield value


def _tokens(raw: bytes) -> Iterator[tuple[str, bytes]]:
    """Yield kind and text of each token; a reference is one, by its number."""
    at = 0
    while found := TOKEN.search(raw, at):
        at, kind, text = found.end(), found.lastgroup or "", found[0]
        if kind == "number" and text.isdigit() and (end := _REFERENCE.match(raw, at)):
            at, kind = end.end(), "reference"
        if kind != "comment":
            yield kind, text


def _dictionary(inside: list[Value]) -> dict[str, Value]:
    keys, values = inside[::2], inside[1::2]
    return {key: value for key, value in zip(keys, values, strict=False) if isinstance(key, Name)}


def plain(kind: str, text: bytes) -> Value:
    """Return what a token that is no bracket stands for; `kind` is its group in `TOKEN`."""
    if kind == "name":
        return Name(_NAME_ESCAPE.sub(_byte, text[1:]).decode("latin-1"))
    if kind == "number":
        return float(text)
    if kind == "string":
        return _ESCAPED.sub(_unescaped, text[1:-1]) if b"\\" in text else text[1:-1]
    if kind == "hex":
        digits = re.sub(rb"[^0-9A-Fa-f]", b"", text)
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    return _WORDS.get(text)


def _byte(found: re.Match[bytes]) -> bytes:
    return bytes([int(found[1], 16)])


def _unescaped(found: re.Match[bytes]) -> bytes:
    if found[1]:
        return bytes([int(found[1], 8) & 0xFF])
    return b"" if found[2] in _BREAKS else _ESCAPES.get(found[2], found[2])
