"""The bytes of the file: every stream that lies in it, whether anything refers to it or not."""

import re
import zlib
from collections.abc import Iterator

from tests.channels.probe.fold import Secret

_STREAM = re.compile(rb"\bstream\r?\n(.*?)endstream", re.DOTALL)
_HEXADECIMAL = re.compile(rb"[0-9A-Fa-f\s]+>?\s*")
_LARGEST = 64 << 20


def in_bytes(data: bytes, secret: Secret) -> bool:
    """Tell whether the file as it is, or one of its streams unpacked, has the name."""
    return secret.in_bytes(data) or any(map(secret.in_bytes, unpacked_streams(data)))


def unpacked_streams(data: bytes) -> Iterator[bytes]:
    """Yield every stream that was packed, unpacked, and what lies in its tail."""
    for found in _STREAM.finditer(data):
        yield from _layers(found[1])


def plain_streams(data: bytes) -> Iterator[bytes]:
    """Yield every stream as it is, then unpacked."""
    for found in _STREAM.finditer(data):
        yield found[1]
        yield from _layers(found[1])


def _layers(raw: bytes) -> Iterator[bytes]:
    """Undo packing as often as there is any."""
    for _ in range(3):
        inner = _inflated(raw)
        if inner is None and len(raw) > 8 and _HEXADECIMAL.fullmatch(raw):
            digits = re.sub(rb"[^0-9A-Fa-f]", b"", raw)
            inner = bytes.fromhex(digits[: len(digits) // 2 * 2].decode())
        if not inner:
            return
        yield inner
        raw = inner


def _inflated(raw: bytes) -> bytes | None:
    unpack, out = zlib.decompressobj(), b""
    try:
        out = unpack.decompress(raw, _LARGEST)
    except zlib.error:
        return None
    return out or None
