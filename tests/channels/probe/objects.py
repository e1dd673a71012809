"""Every string, name and key of every object, and of the instructions of content streams."""

import io
import re
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pikepdf

from tests.channels.probe.fold import Secret

_LARGEST = 32 << 20


@contextmanager
def opened(data: bytes) -> Iterator[pikepdf.Pdf | None]:
    """Open a PDF, or give None where it cannot be opened."""
    try:
        pdf = pikepdf.open(io.BytesIO(data), suppress_warnings=True)
    except (pikepdf.PdfError, RuntimeError):
        yield None
        return
    with pdf:
        yield pdf


def in_objects(data: bytes, secret: Secret) -> bool:
    """Tell whether something in the objects or among the operands of instructions has the name."""
    with opened(data) as pdf:
        if pdf is None:
            return False
        if any(secret.in_bytes(found) or secret.in_text(text) for found, text in _said(pdf)):
            return True
        return any(secret.in_bytes(content) for content in streams(pdf))


def _said(pdf: pikepdf.Pdf) -> Iterator[tuple[bytes, str]]:
    for thing in (*objects(pdf), pdf.trailer):
        yield from _strings(thing)
    for content in map(_instructions, drawing_streams(pdf)):
        for instruction in content:
            for operand in getattr(instruction, "operands", ()):
                yield from _strings(operand)


def objects(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Yield the indirect objects, those that cannot be read left out."""
    for number in range(len(pdf.objects)):
        try:
            yield pdf.objects[number]
        except (pikepdf.PdfError, RuntimeError, IndexError):
            continue


def streams(pdf: pikepdf.Pdf) -> Iterator[bytes]:
    """Yield the contents of all streams, unpacked where that can be done."""
    for thing in objects(pdf):
        if isinstance(thing, pikepdf.Stream):
            yield content_of(thing)


def content_of(stream: Any) -> bytes:
    """Return what is in a stream, unpacked where that can be done."""
    try:
        return bytes(stream.read_bytes())
    except (pikepdf.PdfError, RuntimeError):
        try:
            return bytes(stream.read_raw_bytes())
        except (pikepdf.PdfError, RuntimeError):
            return b""


def drawing_streams(pdf: pikepdf.Pdf) -> Iterator[Any]:
    """Yield the pages, forms and patterns: what has instructions."""
    yield from pdf.pages
    for thing in objects(pdf):
        if isinstance(thing, pikepdf.Stream) and ("/BBox" in thing or "/PaintType" in thing):
            yield thing


def _instructions(holder: Any) -> list[Any]:
    try:
        return list(pikepdf.parse_content_stream(holder))
    except (pikepdf.PdfError, RuntimeError, TypeError, ValueError):
        return []


def written_as(thing: Any) -> str:
    """Return what a string or a name says, byte for byte where it is in no encoding of text."""
    try:
        return str(thing)
    except UnicodeDecodeError:
        raw = thing.unparse() if isinstance(thing, pikepdf.Name) else bytes(thing)
        escaped = re.sub(rb"#([0-9A-Fa-f]{2})", lambda found: bytes([int(found[1], 16)]), raw)
        return escaped.decode("latin-1")


def _strings(thing: Any, depth: int = 0) -> Iterator[tuple[bytes, str]]:
    """Yield the strings, names and keys within an object, but not of the objects it refers to."""
    if isinstance(thing, pikepdf.String | pikepdf.Name):
        written = written_as(thing)
        yield (
            bytes(thing)
            if isinstance(thing, pikepdf.String)
            else written.encode("utf-8", "surrogateescape"),
            written,
        )
    elif isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
        for key, value in thing.items():
            yield key.encode("utf-8", "surrogateescape"), key
            if not getattr(value, "is_indirect", False):
                yield from _strings(value, depth + 1)
    elif isinstance(thing, pikepdf.Array) and depth < 60:
        for value in thing.as_list():
            if not getattr(value, "is_indirect", False):
                yield from _strings(value, depth + 1)
