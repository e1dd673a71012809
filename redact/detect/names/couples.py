"""Two people with one surname: "P. en M. Sluis", "C.W. & T. van Kleef"."""

from collections.abc import Iterator

from redact.detect.names.claims import Claim
from redact.detect.names.grammar import read_name
from redact.detect.names.letters import SURNAME_PARTS, Trust
from redact.detect.names.lexicon import FIRST, INITIALS
from redact.detect.names.tokens import Tokens

_LINKS = frozenset({"en", "&", "+", "/"})
_REASON = "Voorletters van iemand die met een ander een achternaam deelt."


def couples(tokens: Tokens) -> Iterator[Claim]:
    """Yield the initials or first name that share the surname of the name behind "en"."""
    for index, word in enumerate(tokens.words):
        if word not in _LINKS or not 0 < index < len(tokens) - 1:
            continue
        before, after = tokens.traits[index - 1], tokens.traits[index + 1]
        sort = INITIALS if before & INITIALS else FIRST
        if not (before & after & sort and tokens.joined(index) and tokens.joined(index + 1)):
            continue
        reading = read_name(tokens, index + 1, Trust.SLOT)
        if reading and not SURNAME_PARTS.isdisjoint(reading.form) and sort == INITIALS:
            yield Claim(index - 1, index, 0.88, "name.couple", _REASON)
