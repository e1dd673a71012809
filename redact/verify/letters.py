"""Which letters the codes of a font stand for, as the file itself says."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import TypeAlias

from redact.verify.contents import Objects, Shows
from redact.verify.objects import Reference

Letters: TypeAlias = dict[int, str]

MOST = 0x10000
"""Codes: a damaged range must not fill the memory."""

_SINGLE = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]+)>\s*(<[0-9A-Fa-f\s]*>|\[[^\]]*\])")
_BLOCK = re.compile(rb"begin(bfchar|bfrange)(.*?)end\1", re.DOTALL)


def read(objects: Objects, shows: Iterable[Shows]) -> Iterator[str]:
    """Yield the text of each text-showing operator, as far as its font tells."""
    readers: dict[int, Callable[[bytes], str]] = {}
    for show in shows:
        if show.font not in readers:
            readers[show.font] = reader(objects, show.font)
        string = b"".join(part for part in show.parts if isinstance(part, bytes))
        yield readers[show.font](string)


def reader(objects: Objects, number: int) -> Callable[[bytes], str]:
    """Return what reads the strings of a font, given by the number of its object."""
    font = objects.dictionary(Reference(number))
    if "ToUnicode" not in font:
        return lambda string: string.decode("cp1252", "replace")
    letters, wide = unicodes(objects.stream(font["ToUnicode"])), font.get("Subtype") == "Type0"
    return lambda string: "".join([letters.get(code, "") for code in codes(string, wide=wide)])


def codes(string: bytes, *, wide: bool) -> Iterable[int]:
    """Return the character codes of a string; two bytes make up a wide one."""
    if not wide:
        return string
    return (high << 8 | low for high, low in zip(string[::2], string[1::2], strict=False))


def unicodes(cmap: bytes) -> Letters:
    """Return the text of each code that a /ToUnicode stream tells."""
    found: Letters = {}
    for block in _BLOCK.finditer(cmap):
        if block[1] == b"bfchar":
            pairs = _SINGLE.findall(block[2])
            found |= {_number(code): _text(_hex(text)) for code, text in pairs}
            continue
        for first, last, texts in _RANGE.findall(block[2]):
            span = range(_number(first), min(_number(last), _number(first) + MOST) + 1)
            found |= dict(zip(span, _texts(texts, len(span)), strict=False))
    return found


def _texts(written: bytes, count: int) -> Iterator[str]:
    """Yield the texts of a range: an array of them, or the first, counted on from there."""
    if written.startswith(b"["):
        yield from (_text(_hex(text)) for text in re.findall(rb"<([0-9A-Fa-f\s]*)>", written))
        return
    first = _hex(written.strip(b"<>"))
    number = int.from_bytes(first, "big")
    for step in range(count):
        yield _text((number + step).to_bytes(len(first) + 1, "big")[1:])


def _number(digits: bytes) -> int:
    return int.from_bytes(_hex(digits), "big")


def _hex(digits: bytes) -> bytes:
    digits = b"".join(digits.split())
    return bytes.fromhex((b"0" * (len(digits) % 2) + digits).decode())


def _text(raw: bytes) -> str:
    return raw.decode("utf-16-be", "replace") if len(raw) > 1 else raw.decode("latin-1")
