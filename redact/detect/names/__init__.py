"""Names of persons found by rules: their form, the words beside them, where they stand."""

from collections.abc import Iterator

from redact.detect.match import Match
from redact.detect.names.claims import Claim
from redact.detect.names.couples import couples
from redact.detect.names.cues import cued_names
from redact.detect.names.forms import free_names
from redact.detect.names.handles import handles
from redact.detect.names.historic import historic_names
from redact.detect.names.initials_field import field_initials
from redact.detect.names.logged import entry_authors
from redact.detect.names.mention import mentions
from redact.detect.names.monograms import monograms
from redact.detect.names.refusals import is_refused
from redact.detect.names.regions import listed_names
from redact.detect.names.register import lone_initials, signed_initials
from redact.detect.names.small import small_initials
from redact.detect.names.split import split_names
from redact.detect.names.tokens import Tokens, tokenise

_LOOK = 0.4
"""What scores lower is not worth a person's time."""

_FORM = "name.form"
_SURE = 0.86
_CHAT = 3
"""From so many messages on a text is a chat, where names lose their capitals."""

_OPENING, _FEWEST_LETTERS, _CAPITALS = 3000, 200, 0.012
"""Fewer capitals than this share of the letters: the writer leaves them out."""

_RULES = (
    free_names,
    cued_names,
    listed_names,
    couples,
    handles,
    monograms,
    small_initials,
    split_names,
    lone_initials,
    signed_initials,
    entry_authors,
    field_initials,
    historic_names,
)


def find_names(text: str) -> Iterator[Match]:
    """Yield the names of persons in a text, each with the role its surroundings give."""
    tokens = tokenise(text)
    claims = _without_things(tokens, [claim for rule in _RULES for claim in rule(tokens)])
    is_chat = sum(claim.source == "name.chat" for claim in claims) >= _CHAT
    if is_chat or _is_small(text):
        claims = [_as_in_chat(claim) for claim in claims]
    yield from mentions(tokens, (claim for claim in claims if claim.score >= _LOOK))


def _is_small(text: str) -> bool:
    """Tell a text typed without capitals, in which no name has one."""
    opening = text[:_OPENING]
    letters = sum(map(str.isalpha, opening))
    return letters >= _FEWEST_LETTERS and sum(map(str.isupper, opening)) < _CAPITALS * letters


def _without_things(tokens: Tokens, claims: list[Claim]) -> list[Claim]:
    """Leave out what names a thing, and a surname that elsewhere in the text names a firm."""
    refused = {claim for claim in claims if is_refused(tokens, claim)}
    firms = {_said(tokens, claim) for claim in refused if claim.source == _FORM}
    return [
        claim
        for claim in claims
        if claim not in refused and not (claim.source == _FORM and _said(tokens, claim) in firms)
    ]


def _said(tokens: Tokens, claim: Claim) -> str:
    return tokens.text[tokens.starts[claim.start] : tokens.ends[claim.end - 1]]


def _as_in_chat(claim: Claim) -> Claim:
    """Trust a first name without a capital."""
    return claim._replace(score=_SURE) if claim.source == "name.small" else claim
