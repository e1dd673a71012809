"""Say of a file that it is PDF/A and PDF/UA, and only what a validator confirms."""

import io
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from redact.standards import holds
from redact.write.archive import is_tagged, prepare
from redact.write.metadata import set_metadata
from redact.write.retypeset.finish import finished

if TYPE_CHECKING:
    import pikepdf


class Claim(NamedTuple):
    """What a file says of itself: its level of PDF/A-2, if any, and whether it is PDF/UA-1."""

    level: str
    accessible: bool

    @property
    def profiles(self) -> list[str]:
        """The names by which the validator knows what is claimed."""
        archive = [f"2{self.level.lower()}"] if self.level else []
        return ["ua1", *archive] if self.accessible else archive


_TAGGED = (Claim("A", accessible=True), Claim("", accessible=True), Claim("A", accessible=False))
_ANY = (Claim("U", accessible=False), Claim("B", accessible=False))
_NONE = Claim("", accessible=False)
_UNCLEAR_END = b"\r\nendstream"
"""How a stream ends whose length not all programs agree on."""


def conforming(pdf: "pikepdf.Pdf", title: str) -> bytes:
    """Return the bytes of a PDF, with the highest claim that holds.

    A tagged file may be PDF/UA-1 and PDF/A-2a, any other PDF/A-2u or PDF/A-2b.
    """
    prepare(pdf)
    output, broken = b"", set[str]()
    for claim in (*_candidates(pdf), _NONE):
        if broken & set(claim.profiles):
            continue
        set_metadata(pdf, title, level=claim.level, accessible=claim.accessible)
        output = _saved(pdf)
        failed = {profile for profile in claim.profiles if not holds(output, profile)}
        if not failed:
            break
        broken |= failed
    return output


def _candidates(pdf: "pikepdf.Pdf") -> Iterator[Claim]:
    if is_tagged(pdf):
        yield from _TAGGED
        yield from (Claim(claim.level, accessible=True) for claim in _ANY)
    yield from _ANY


def _saved(pdf: "pikepdf.Pdf") -> bytes:
    """Return the file in one revision, with nothing in it that no page leads to."""
    import pikepdf

    out = io.BytesIO()
    pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    output = out.getvalue()
    return finished(output) if _UNCLEAR_END in output else output
