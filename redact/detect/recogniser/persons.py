"""Persons among the names that a trained model sees, under the same refusals as the rules."""

from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator

from redact.detect.match import Match
from redact.detect.names.claims import Claim
from redact.detect.names.grammar import is_title
from redact.detect.names.lexicon import (
    ABBREVIATION,
    FIRST,
    FIRST_MAYBE,
    INITIALS,
    KNOWN,
    NOT_A_NAME,
    PARTICLE,
)
from redact.detect.names.mention import mentions
from redact.detect.names.refusals import is_refused
from redact.detect.names.titles import role_titles
from redact.detect.names.tokens import Tokens
from redact.detect.recogniser.decode import Name
from redact.detect.recogniser.words_here import is_word_here

_PERSON = "PERSON"

_DOUBTFUL = 0.7
"""What a surname that is an ordinary word as well scores at most."""

_UNKNOWN, _CERTAIN = 0.5, 0.9
"""What words that nobody is called score at most, if the model is so certain of a name."""


def persons(
    tokens: Tokens,
    names: Iterable[Name],
    score: Callable[[float], float],
    source: str,
    reason: str,
) -> Iterator[Match]:
    """Yield the persons among names, each with the role its surroundings give.

    `score` turns a name's chance into a score. What stands in an address or a web address, or
    beside the word for a street, body or law, is left out as it is for the rules. A person must
    look at words of the language that are a surname too; where they are none they name nobody.
    """
    claims = (
        Claim(*place, min(score(name.chance), _most(tokens, name)), source, reason)
        for name in names
        if name.entity == _PERSON and (place := _place(tokens, name.start, name.end))
        if not (place[1] == place[0] + 1 and _is_mark(tokens, place[0]))
    )
    claims = (claim for claim in claims if not is_word_here(tokens, claim))
    yield from mentions(tokens, (claim for claim in claims if not is_refused(tokens, claim)))


def _place(tokens: Tokens, begin: int, stop: int) -> tuple[int, int] | None:
    """Return the tokens that characters [begin, stop) touch, without marks at the edges."""
    start = max(0, bisect_right(tokens.starts, begin) - 1)
    end = tokens.at(stop)
    start += start < end and tokens.ends[start] <= begin
    while start < end and not tokens.words[start][0].isalnum():
        start += 1
    while start < end and not tokens.words[end - 1][0].isalnum():
        end -= 1
    has_letter = any(word[0].isalpha() for word in tokens.words[start:end])
    return (start, end) if has_letter else None


def _most(tokens: Tokens, name: Name) -> float:
    """Return what a name can score at most: words of the language alone are a doubtful name."""
    start, end = _place(tokens, *name.run) or (0, 0)
    traits = [tokens.traits[index] for index in range(start, end) if _is_word(tokens, index)]
    if any(not trait & NOT_A_NAME or trait & (FIRST | FIRST_MAYBE) for trait in traits):
        return 1.0
    if any(trait & KNOWN for trait in traits):
        return _DOUBTFUL
    return _UNKNOWN if name.chance >= _CERTAIN else 0.0


def _is_mark(tokens: Tokens, index: int) -> bool:
    """Tell the letter of an item, "B. Bestuur", short for a body, "ING", and a mere title."""
    word, traits = tokens.words[index], tokens.traits[index]
    is_letter = traits & INITIALS and word.count(".") == 1 and tokens.opens(index)
    goes_on = is_letter and tokens.joined(index + 1) and tokens.word(index + 1)[:1].isupper()
    is_role = is_title(word) or (word.casefold(),) in role_titles()
    return bool(goes_on) or bool(traits & ABBREVIATION) or is_role


def _is_word(tokens: Tokens, index: int) -> bool:
    return tokens.words[index][0].isalpha() and not tokens.traits[index] & PARTICLE
