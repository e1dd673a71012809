"""Persons among the names that a trained model sees, under the same refusals as the rules."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

from redact.detect.match import Match
from redact.detect.names.claims import Claim
from redact.detect.names.mention import mentions
from redact.detect.names.refusals import is_refused
from redact.detect.names.tokens import Tokens
from redact.detect.recogniser.decode import Name

_PERSON = "PERSON"


def persons(
    tokens: Tokens,
    names: Iterable[Name],
    score: Callable[[float], float],
    source: str,
    reason: str,
) -> Iterator[Match]:
    """Yield the persons among names, each with the role its surroundings give.

    `score` turns a name's chance into a score. What stands in an address or a web address, or
    beside the word for a street, body or law, is left out as it is for the rules.
    """
    places = ((_place(tokens, name), name) for name in names if name.entity == _PERSON)
    claims = (Claim(*place, score(name.chance), source, reason) for place, name in places if place)
    yield from mentions(tokens, (claim for claim in claims if not is_refused(tokens, claim)))


def _place(tokens: Tokens, name: Name) -> tuple[int, int] | None:
    """Return the tokens that a name touches, without marks at its edges."""
    start = max(0, bisect_right(tokens.starts, name.start) - 1)
    end = tokens.at(name.end)
    start += start < end and tokens.ends[start] <= name.start
    while start < end and not tokens.words[start][0].isalnum():
        start += 1
    while start < end and not tokens.words[end - 1][0].isalnum():
        end -= 1
    has_letter = any(word[0].isalpha() for word in tokens.words[start:end])
    return (start, end) if has_letter else None
