"""The file as bytes: every object that lies in it, also those that no page refers to any more.

An independent parser on purpose. Libraries follow the references; a forensic reader does not.
"""

import base64
import re
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field

from redact.verify.objects import Value, parse

LARGEST = 256 << 20
"""Bytes one stream may unpack to; more is a bomb."""

_OBJECT = re.compile(rb"(\d{1,10})[ \t\r\n\0\f]+(\d{1,5})[ \t\r\n\0\f]+obj\b")
_BODY_END = re.compile(rb"\bstream(?:\r\n|\n|\r)|\bendobj\b")
_LENGTH = re.compile(rb"/Length\s+(\d+)\b(?!\s+\d+\s+R)")
_FILTER = re.compile(rb"/(?:Filter|F)\s*(\[[^\]]*\]|/\w+)")
_REFERENCE = re.compile(rb"(\d{1,10})\s+(\d{1,5})\s+R\b")
_BINARY = re.compile(
    rb"/Subtype\s*/(Image|Type1C|CIDFontType0C|OpenType)\b|/Length1\b|/FunctionType\b"
)
_TEXT_SHOWN = re.compile(rb"[\])>]\s*(?:TJ|Tj|'|\")(?=[\s\[(</%]|$)")


@dataclass(frozen=True, slots=True, eq=False)
class Carved:
    """One object: its number, the bytes before its stream, and the stream unpacked, if any."""

    number: int
    head: bytes = field(repr=False)
    stream: bytes | None = field(repr=False, default=None)

    @property
    def references(self) -> Iterator[int]:
        """The numbers of the objects it points to."""
        return (int(found[1]) for found in _REFERENCE.finditer(self.head))

    @property
    def is_binary(self) -> bool:
        """Whether the stream is pixels, a font program or a function: chance finds words there."""
        return _BINARY.search(self.head) is not None

    @property
    def shows_text(self) -> bool:
        """Whether the stream, hung in a page, would draw text."""
        return (
            self.stream is not None
            and not self.is_binary
            and b"/CMapName" not in self.stream
            and _TEXT_SHOWN.search(self.stream) is not None
        )

    def has(self, name: bytes) -> bool:
        """Tell whether a name, such as b"/ObjStm", stands in the head."""
        return re.search(re.escape(name) + rb"(?![\w.#-])", self.head) is not None


@dataclass(frozen=True, slots=True, eq=False)
class Carving:
    """All objects in the order of the file, and the bytes that are in none of their streams."""

    objects: tuple[Carved, ...]
    rest: bytes = field(repr=False)

    @property
    def trailers(self) -> list[Value]:
        """The trailers of the file, old and new."""
        parts = [part.split(b"startxref")[0] for part in self.rest.split(b"trailer")[1:]]
        parts += [carved.head for carved in self.objects if carved.has(b"/XRef")]
        return [parse(part) for part in parts]

    def roots(self) -> set[int]:
        """Return the objects the file's trailers point to."""
        trailers = (part.split(b"startxref")[0] for part in self.rest.split(b"trailer")[1:])
        found = {int(match[1]) for part in trailers for match in _REFERENCE.finditer(part)}
        for carved in self.objects:
            if carved.has(b"/XRef"):
                found.update(carved.references)
        return found

    def unused(self) -> tuple[Carved, ...]:
        """Return what no trailer leads to: left-overs, and older versions of an object."""
        latest = {carved.number: carved for carved in self.objects}
        seen: set[int] = set()
        ahead = self.roots()
        while ahead:
            number = ahead.pop()
            seen.add(number)
            if number in latest:
                ahead.update(set(latest[number].references) - seen)
        return tuple(
            carved
            for carved in self.objects
            if carved.number not in seen or latest[carved.number] is not carved
            if not carved.has(b"/XRef") and not carved.has(b"/ObjStm")
        )


def carve(data: bytes) -> Carving:
    """Find every object in the bytes of a PDF and unpack its stream."""
    objects: list[Carved] = []
    rest: list[bytes] = []
    at = 0
    while found := _OBJECT.search(data, at):
        end = _BODY_END.search(data, found.end())
        if end is None:
            break
        head = data[found.end() : end.start()]
        rest.append(data[at : end.end()])
        at, stream = end.end(), None
        if end[0].startswith(b"stream"):
            at = _stream_end(data, end.end(), head)
            stream = _unpacked(data[end.end() : at], head)
        carved = Carved(int(found[1]), head, stream)
        objects.append(carved)
        if stream is not None and carved.has(b"/ObjStm"):
            objects += _packed_objects(carved, stream)
    rest.append(data[at:])
    return Carving(tuple(objects), b"".join(rest))


def _stream_end(data: bytes, start: int, head: bytes) -> int:
    """Return where a stream ends: by its length when that is true, else at `endstream`."""
    length = _LENGTH.search(head)
    if length is not None:
        end = start + int(length[1])
        if data[end : end + 12].lstrip().startswith(b"endstream"):
            return end
    end = data.find(b"endstream", start)
    return len(data) if end < 0 else end


def _packed_objects(carved: Carved, stream: bytes) -> Iterator[Carved]:
    """Yield the objects inside an object stream."""
    first = re.search(rb"/First\s+(\d+)", carved.head)
    if first is None:
        return
    body = int(first[1])
    numbers = [int(number) for number in re.findall(rb"\d+", stream[:body])]
    starts = [body + offset for offset in numbers[1::2]] + [len(stream)]
    for number, start, end in zip(numbers[::2], starts, starts[1:], strict=False):
        yield Carved(number, stream[start:end])


def _unpacked(raw: bytes, head: bytes) -> bytes:
    """Undo the filters of a stream as far as they hide text; pixels stay as they are."""
    filters = _FILTER.search(head)
    for name in re.findall(rb"/(\w+)", filters[1]) if filters else ():
        undo = _FILTERS.get(name)
        if undo is None:
            return raw
        raw = undo(raw)
    return raw


def _inflate(raw: bytes) -> bytes:
    """Inflate as much as can be; a damaged tail must not hide what comes before it."""
    unpack = zlib.decompressobj()
    try:
        return unpack.decompress(raw, LARGEST)
    except zlib.error:
        return _inflate_bytewise(raw)


def _inflate_bytewise(raw: bytes) -> bytes:
    unpack, out = zlib.decompressobj(), bytearray()
    try:
        for start in range(0, len(raw), 64):
            out += unpack.decompress(raw[start : start + 64], LARGEST)
    except zlib.error:
        pass
    return bytes(out)


def _hexadecimal(raw: bytes) -> bytes:
    digits = re.sub(rb"[^0-9A-Fa-f]", b"", raw.split(b">")[0])
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


def _ascii85(raw: bytes) -> bytes:
    try:
        return base64.a85decode(raw.strip().removeprefix(b"<~").split(b"~>")[0])
    except ValueError:
        return raw


def _lzw(raw: bytes) -> bytes:
    from pypdf.errors import PyPdfError
    from pypdf.filters import LZWDecode

    try:
        return LZWDecode.decode(raw)
    except (PyPdfError, ValueError, IndexError):
        return raw


_FILTERS = {
    b"FlateDecode": _inflate,
    b"Fl": _inflate,
    b"ASCIIHexDecode": _hexadecimal,
    b"AHx": _hexadecimal,
    b"ASCII85Decode": _ascii85,
    b"A85": _ascii85,
    b"LZWDecode": _lzw,
    b"LZW": _lzw,
}
