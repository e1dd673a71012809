"""JPEG files without what is said in them beside the picture."""

_START, _END, _SCAN = 0xD8, 0xD9, 0xDA
_JFIF, _ADOBE, _REMARK = 0xE0, 0xEE, 0xFE
_ADOBE_SIZE = 12
"""Bytes of the segment that tells how colours are to be taken."""

_BOXES = {b"jP  ", b"ftyp", b"jp2h", b"jp2c"}
"""The parts of a JPEG 2000 file that draw it; others hold descriptions of any kind."""


def bare_jpeg(data: bytes) -> bytes:
    """Return a JPEG without remarks, descriptions, previews, profiles and a tail."""
    if data[:2] != b"\xff\xd8":
        return data
    out, at = bytearray(data[:2]), 2
    while at + 4 <= len(data) and data[at] == 0xFF:  # noqa: PLR2004  every marker begins so
        marker = data[at + 1]
        if marker == 0xFF:  # noqa: PLR2004  filling
            at += 1
            continue
        if marker == _END:
            break
        size = 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        out += _segment(marker, data[at : at + size])
        at += size
        if marker == _SCAN:
            end = _scan_end(data, at)
            out += data[at:end]
            at = end
    return bytes(out + b"\xff\xd9")


def _segment(marker: int, segment: bytes) -> bytes:
    """Return a segment as it may stay."""
    if marker == _JFIF:
        if segment[4:9] != b"JFIF\0":
            return b""
        return b"\xff\xe0\0\x10" + segment[4:16] + b"\0\0"
    if marker == _ADOBE:
        own = segment[4 : 4 + _ADOBE_SIZE]
        return b"\xff\xee\0\x0e" + own if own[:5] == b"Adobe" else b""
    is_other = _JFIF < marker <= 0xEF or marker == _REMARK  # noqa: PLR2004  the last of its kind
    return b"" if is_other else segment


def _scan_end(data: bytes, at: int) -> int:
    """Return where the packed pixels end that begin at a place."""
    while True:
        at = data.find(b"\xff", at)
        if at < 0 or at + 1 >= len(data):
            return len(data)
        after = data[at + 1]
        if after and not 0xD0 <= after <= 0xD7 and after != 0xFF:  # noqa: PLR2004  restarts
            return at
        at += 1 if after == 0xFF else 2  # noqa: PLR2004


def bare_jpeg2000(data: bytes) -> bytes:
    """Return a JPEG 2000 file without descriptions and remarks."""
    if data[4:8] != b"jP  ":
        return _bare_codestream(data)
    out, at = bytearray(), 0
    while at + 8 <= len(data):
        size, kind, head = int.from_bytes(data[at : at + 4], "big"), data[at + 4 : at + 8], 8
        if size == 1:
            size, head = int.from_bytes(data[at + 8 : at + 16], "big"), 16
        size = size or len(data) - at
        body = data[at + head : at + size]
        if kind == b"jp2c":
            body = _bare_codestream(body)
        if kind in _BOXES and size >= head:
            out += (len(body) + 8).to_bytes(4, "big") + kind + body
        at += max(size, head)
    return bytes(out)


def _bare_codestream(data: bytes) -> bytes:
    """Return packed pixels without the remarks in their header, and without a tail."""
    if data[:2] != b"\xff\x4f":
        return data
    out, at = bytearray(data[:2]), 2
    while at + 4 <= len(data) and data[at : at + 2] != b"\xff\x90":
        size = 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        if data[at : at + 2] != b"\xff\x64":
            out += data[at : at + size]
        at += size
    end = data.rfind(b"\xff\xd9")
    return bytes(out + (data[at : end + 2] if end >= at else data[at:]))
