"""Texts that the policy always takes out, wherever and however they are typed."""

from collections.abc import Iterator

from redact.detect.match import Detector, Match
from redact.phrase import fold, pattern_of
from redact.policy.values import TERM, Policy

_REASON = "Deze tekst staat in het beleid bij wat altijd weg moet."


def term_detector(policy: Policy) -> Detector:
    """Return a detector for the policy's terms.

    Letter case, accents, line breaks and hyphens at a line's end make no difference; a term is
    only found as whole words. The source of a match tells the policy which term it is.
    """
    patterns = [pattern_of(term.text) for term in policy.terms]

    def find_terms(text: str) -> Iterator[Match]:
        """Yield every place of every term."""
        folded = fold(text)
        for index, (term, pattern) in enumerate(zip(policy.terms, patterns, strict=True)):
            for found in pattern.finditer(folded):
                source = f"{TERM}:{index}"
                yield Match(*found.span(), term.kind, 1.0, source, _REASON)

    return find_terms
