"""Passages: whole sentences that may have to go because of what they say.

The rules here go by cues and can say why. A finder that has learned from decisions can stand
beside them: it yields matches of the same kinds under a source of its own.
"""

from collections.abc import Iterator
from functools import cache

from redact.detect.match import Detector, Match
from redact.detect.passages.cues import Lexicon, own_phrases, phrases
from redact.detect.passages.rules import find_by_cues
from redact.policy.values import Policy


def find_passages(text: str) -> Iterator[Match]:
    """Yield the sentences that our own cues point at, scored so that a person looks."""
    return find_by_cues(text, _lexicon())


def passage_detector(policy: Policy) -> Detector:
    """Return a detector that counts the cues of a policy with ours; without any it sees nothing."""
    if not policy.cues:
        return lambda _: ()
    lexicon = Lexicon([*phrases(), *own_phrases(policy.cues)])
    return lambda text: find_by_cues(text, lexicon)


@cache
def _lexicon() -> Lexicon:
    return Lexicon(phrases())
