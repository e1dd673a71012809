"""Initials by themselves behind their label on a form or a screen: "VOORLETTERS   R J"."""

import re
from collections.abc import Iterator

from redact.detect.names.claims import Claim
from redact.detect.names.tokens import Tokens

_FIELD = re.compile(
    r"\b(?:voorletters?|voorl\.|initialen)(?:\(s\))?(?:[^\S\n]*[:.|\t]|[^\S\n]{2})[\t .:]{0,30}"
    r"(?P<who>[A-Z](?:[. ]{0,2}[A-Z]){0,5}\.?)(?=[^\S\n]*(?:[\n\t|,;]|\Z)|[^\S\n]{2})",
    re.IGNORECASE,
)
_REASON = "Voorletters achter het veld dat daarnaar vraagt."


def field_initials(tokens: Tokens) -> Iterator[Claim]:
    """Yield the initials that fill a field for them."""
    for hit in _FIELD.finditer(tokens.text):
        start, end = tokens.at(hit.start("who")), tokens.at(hit.end("who"))
        if hit["who"].isupper() and start < end:
            yield Claim(start, end, 0.9, "name.label", _REASON)
