"""What stands at an item: the text itself for the vault, keyed hashes of it for the database."""

import hashlib
import hmac
import re
from typing import NamedTuple

from redact.document import Document, Span
from redact.finding import Finding
from redact.phrase import fold

_DIGITS = 24
_LONGEST = 300
"""Characters kept of a passage: enough for a person to know which one it is."""
_NEIGHBOUR = 60
_WORD = re.compile(r"\w+")


class Text(NamedTuple):
    """What stands at a finding; `same` and `context` are equal where texts are."""

    shown: str
    same: str
    context: str


def text_of(document: Document, finding: Finding, secret: bytes) -> Text:
    """Return what stands at a finding, and hashes of it that only this case can make."""
    text = " ".join(" ".join(document.text_of(span) for span in finding.spans).split())
    plain = fold(text)
    before, after = _before(document, finding.spans[0]), _after(document, finding.spans[-1])
    return Text(
        text if len(text) <= _LONGEST else text[:_LONGEST] + " …",
        _hashed(plain, secret),
        _hashed(f"{before}|{plain}|{after}", secret),
    )


def _before(document: Document, span: Span) -> str:
    """Return the word before a span, on its page."""
    near = document.pages[span.page].text[max(0, span.start - _NEIGHBOUR) : span.start]
    words = _WORD.findall(fold(near))
    return words[-1] if words else ""


def _after(document: Document, span: Span) -> str:
    near = document.pages[span.page].text[span.end : span.end + _NEIGHBOUR]
    word = _WORD.search(fold(near))
    return word[0] if word else ""


def _hashed(text: str, secret: bytes) -> str:
    return hmac.new(secret, text.encode("utf-8", "surrogatepass"), hashlib.sha256).hexdigest()[
        :_DIGITS
    ]
