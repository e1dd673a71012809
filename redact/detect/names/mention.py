"""What the strongest claims come to: mentions of persons, with the role their surroundings give."""

from collections.abc import Iterable, Iterator

from redact.detect.match import Match
from redact.detect.names.claims import Claim, strongest
from redact.detect.names.tokens import Tokens
from redact.detect.roles.roles import role_of
from redact.finding import Kind


def mentions(tokens: Tokens, claims: Iterable[Claim]) -> Iterator[Match]:
    """Yield a match for each claim that wins its place, in reading order."""
    for claim in strongest(claims):
        yield Match(
            start=tokens.starts[claim.start],
            end=tokens.ends[claim.end - 1],
            kind=Kind.PERSON,
            score=claim.score,
            source=claim.source,
            reason=claim.reason,
            role=role_of(tokens, claim.start, claim.end),
        )
