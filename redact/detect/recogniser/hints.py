"""Which words of a text can be part of a name; sentences without one are not shown to the model."""

import numpy as np

from redact.detect.names.lexicon import (
    CAPITAL,
    FIRST,
    FIRST_MAYBE,
    INITIALS,
    KNOWN,
    LETTER,
    MONOGRAM,
    NOT_A_NAME,
    PARTICLE,
    STOP,
    UPPER,
)
from redact.detect.names.tokens import TAB, Tokens
from redact.detect.recogniser.windows import Mask, Numbers

_LIKE_NAMES = CAPITAL | UPPER | INITIALS | LETTER | MONOGRAM
_FIRSTS = FIRST | FIRST_MAYBE
_ENDS = frozenset(".?!")


def hints(tokens: Tokens) -> Numbers:
    """Return where the words begin that may be part of a name.

    Those are words with a capital, but for words of the language that nobody is called or that
    open a sentence, and what is no word of the language, however it is written.
    """
    traits = np.array(tokens.traits, dtype=np.int64)
    is_word = (traits & NOT_A_NAME) > 0
    may_be = ~is_word | ((traits & KNOWN) > 0) & ((traits & STOP) == 0)
    opens = _opens(tokens) & is_word & ((traits & _FIRSTS) == 0)
    looks = ((traits & _LIKE_NAMES) > 0) & may_be & ~opens
    unknown = _has_letters(tokens) & ~is_word & ((traits & PARTICLE) == 0)
    return np.array(tokens.starts, dtype=np.int64)[np.flatnonzero(looks | unknown)]


def _has_letters(tokens: Tokens) -> Mask:
    return np.array([len(word) > 1 and word[0].isalpha() for word in tokens.words], dtype=np.bool_)


def _opens(tokens: Tokens) -> Mask:
    """Tell which words stand at the beginning of a line, a cell or a sentence."""
    after = [False, *(word in _ENDS for word in tokens.words[:-1])][: len(tokens)]
    return (np.array(tokens.gaps, dtype=np.int64) >= TAB) | np.array(after, dtype=np.bool_)
