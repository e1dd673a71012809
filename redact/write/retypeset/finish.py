"""The last touch to what typst writes."""

import base64
import io
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pikepdf


def finished(data: bytes) -> bytes:
    """Return a PDF in which no stream ends with a carriage return.

    The line end before "endstream" is no part of a stream. Some programs, page-validation among
    them, count a carriage return before it to that line end and find the stream too short. Such a
    stream is written in ASCII 85.
    """
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream) and thing.read_raw_bytes().endswith(b"\r"):
                _pack(thing)
        pdf.save(
            out,
            deterministic_id=True,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            compress_streams=False,
            stream_decode_level=pikepdf.StreamDecodeLevel.none,
        )
    return out.getvalue()


def _pack(stream: "pikepdf.Stream") -> None:
    from pikepdf import Array, Name

    filters, settings = _list(stream.get("/Filter")), _list(stream.get("/DecodeParms"))
    settings += [None] * (len(filters) - len(settings))
    stream.write(
        base64.a85encode(stream.read_raw_bytes(), wrapcol=72) + b"~>",
        filter=Array([Name.ASCII85Decode, *filters]),
        decode_parms=Array([None, *settings]),
    )


def _list(given: Any) -> list[Any]:  # noqa: ANN401  absent, one thing or an array
    import pikepdf

    if given is None:
        return []
    return list(given.as_list()) if isinstance(given, pikepdf.Array) else [given]
