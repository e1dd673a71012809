"""Sentences that may have to go, found by cues whose weights add up."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from redact.detect.match import Match
from redact.detect.passages.cues import WORDS, Group, Lexicon, Phrase, Where, questions
from redact.detect.passages.people import named
from redact.detect.passages.sentences import Sentence, sentences
from redact.finding import Kind
from redact.phrase import fold

CUES = "cues"

_ENOUGH = 0.40
"""From this weight on a sentence is shown to a person."""

_MOST = 0.84
"""However many cues, a rule is never sure: only a person weighs."""

_FEWEST_WORDS = 3
"""Less is a heading or a label, not a sentence."""

_OPENING = 1500
"""Characters from the start of a text that tell what sort of document it is."""

_RUNS_ON = 0.15
"""What a hit in the sentence before adds: a passage seldom stops after one sentence."""


_WIDEST_STEP = 2
"""From one hit to the next of the same passage, in sentences."""

_BACK = frozenset(
    {
        "hij",
        "zij",
        "ze",
        "dat",
        "dit",
        "die",
        "deze",
        "daar",
        "daarom",
        "daarbij",
        "ook",
        "haar",
    }
    | {
        "zijn",
        "er",
        "ik",
        "wij",
        "we",
        "maar",
        "want",
        "hun",
        "bovendien",
        "thuis",
        "het",
        "dan",
    }
)
"""First words of a sentence that goes on about what was said."""


class Hit(NamedTuple):
    """A sentence that weighs enough for one kind, and the phrases that made it so."""

    sentence: Sentence
    kind: Kind
    score: float
    phrases: tuple[Phrase, ...]


def find_by_cues(text: str, lexicon: Lexicon) -> Iterator[Match]:
    """Yield every passage that weighs enough, never as more than something to look at."""
    passage: list[Hit] = []
    for hit in _hits(text, lexicon):
        if passage and not _runs_on(passage[-1], hit):
            yield _match(passage)
            passage = []
        passage.append(hit)
    if passage:
        yield _match(passage)


def _runs_on(before: Hit, hit: Hit) -> bool:
    """Tell whether a hit goes on about the same, at once or after one sentence in between."""
    steps = hit.sentence.place - before.sentence.place
    is_near = hit.sentence.block == before.sentence.block and 0 < steps <= _WIDEST_STEP
    return is_near and hit.kind is before.kind


def _match(passage: Sequence[Hit]) -> Match:
    start, end = passage[0].sentence.start, passage[-1].sentence.end
    surest = max(passage, key=lambda hit: hit.score)
    return Match(start, end, surest.kind, surest.score, CUES, _reason(surest))


def _reason(hit: Hit) -> str:
    """Say what sort of cues were seen; a cue itself, such as a disease, would be a quotation."""
    told = " en ".join(dict.fromkeys(phrase.group.name for phrase in hit.phrases[:2]))
    return f"Zin met {told}; {questions()[hit.kind]}."


def _hits(text: str, lexicon: Lexicon) -> Iterator[Hit]:
    """Yield the sentences that weigh enough, each under the kind it weighs most for."""
    folded = fold(text)
    opening = _in_opening(folded, lexicon)
    before: dict[Group, Phrase] = {}
    last: Hit | None = None
    for sentence in sentences(text):
        words = WORDS.findall(folded, sentence.start, sentence.end)
        seen, hit = lexicon.seen(words), None
        if len(words) >= _FEWEST_WORDS and seen:
            near = before if sentence.place else {}
            context = opening | near | named(text[sentence.start : sentence.end])
            hit = _heaviest(sentence, seen, context, last)
        hit = hit or _refers_back(sentence, words, seen, last)
        if hit:
            yield hit
            last = hit
        before = {group: phrase for group, phrase in seen.items() if group.where is Where.NEAR}


def _refers_back(
    sentence: Sentence,
    words: Sequence[str],
    seen: Mapping[Group, Phrase],
    last: Hit | None,
) -> Hit | None:
    """Return a hit for a sentence that goes on about the one before: "Zij slikt er iets voor"."""
    if not last or not sentence.follows(last.sentence) or last.score <= _ENOUGH:
        return None
    is_other = any(group.weight < 0 for group in seen)
    goes_on = len(words) < _FEWEST_WORDS or words[0] in _BACK
    if not words or not goes_on or is_other:
        return None
    return Hit(sentence, last.kind, _ENOUGH, last.phrases)


def _in_opening(folded: str, lexicon: Lexicon) -> dict[Group, Phrase]:
    seen = lexicon.seen(WORDS.findall(folded, 0, _OPENING))
    return {group: phrase for group, phrase in seen.items() if group.where is Where.OPENING}


def _heaviest(
    sentence: Sentence,
    seen: Mapping[Group, Phrase],
    context: Mapping[Group, Phrase],
    last: Hit | None,
) -> Hit | None:
    """Return the hit of the kind that weighs most, if that is enough."""
    weights: dict[Kind, float] = defaultdict(float)
    told: dict[Kind, list[Phrase]] = defaultdict(list)
    for group, phrase in {**context, **seen}.items():
        weights[group.kind] += group.weight
        if group.weight > 0:
            told[group.kind].append(phrase)
    own = {group.kind for group in seen if group.weight > 0 and group.where is Where.SENTENCE}
    if last and sentence.follows(last.sentence):
        weights[last.kind] += _RUNS_ON
    kind = max(own, key=lambda kind: (weights[kind], kind), default=None)
    if kind is None or weights[kind] < _ENOUGH:
        return None
    told[kind].sort(key=lambda phrase: -phrase.group.weight)
    return Hit(sentence, kind, min(_MOST, round(weights[kind], 2)), tuple(told[kind]))
