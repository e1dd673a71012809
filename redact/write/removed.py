"""What no longer stands on the pages, and so may stand nowhere else in the file."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from redact.document import Document
from redact.finding import Redaction
from redact.geometry import Mask
from redact.write.gaps import Gaps

_WORD = re.compile(r"\w+")
_SHORTEST = 2
_TELLING = 5
"""Letters from which on a removed text is looked for inside longer words, such as addresses."""

_PHRASE = 8
"""Words up to which a removed text is looked for as a phrase, even if its words remain."""


def fold(text: str) -> str:
    """Return a text as it is compared: without case and diacritics."""
    letters = unicodedata.normalize("NFKD", text)
    return "".join(letter for letter in letters if not unicodedata.combining(letter)).casefold()


@dataclass(frozen=True)
class Removed:
    """The texts that were ordered out, each with the code that takes its place."""

    _texts: tuple[tuple[str, str], ...] = field(repr=False)
    _kept: str = field(repr=False)

    @classmethod
    def of(
        cls, document: Document, redactions: Iterable[Redaction], pages: Iterable[Gaps]
    ) -> "Removed":
        """Return what the redactions take out of a document."""
        texts = tuple((document.text_of(order.span), order.ground) for order in redactions)
        gone = {page.page.number: page.gone for page in pages}
        kept = (_without(page.text, gone.get(page.number)) for page in document)
        return cls(texts, "\n".join(kept))

    @cached_property
    def _kept_words(self) -> frozenset[str]:
        return frozenset(_WORD.findall(fold(self._kept)))

    @cached_property
    def _kept_letters(self) -> str:
        return "".join(_WORD.findall(fold(self._kept)))

    @cached_property
    def _words(self) -> dict[str, str]:
        """The words that stand on no page any more."""
        kept = self._kept_words
        return {
            word: code
            for text, code in self._texts
            for word in _WORD.findall(fold(text))
            if len(word) >= _SHORTEST and word not in kept
        }

    @cached_property
    def _phrases(self) -> dict[tuple[str, ...], str]:
        phrases = ((tuple(_WORD.findall(fold(text))), code) for text, code in self._texts)
        return {words: code for words, code in phrases if 0 < len(words) <= _PHRASE}

    @cached_property
    def _glued(self) -> tuple[str, ...]:
        glued = {"".join(words) for words in self._phrases} | set(self._words)
        return tuple(sorted(text for text in glued if len(text) >= _TELLING))

    def censored(self, text: str) -> str:
        """Return the text with the code in the place of what was removed."""
        found = list(_WORD.finditer(text))
        words = [fold(match.group()) for match in found]
        codes = self._codes(words)
        pieces, at = [], 0
        for match, code, before in zip(found, codes, [None, *codes], strict=False):
            if not code:
                continue
            if code != before or text[at : match.start()].strip(" .-/"):
                pieces += [text[at : match.start()], code]
            at = match.end()
        return "".join([*pieces, text[at:]])

    def _codes(self, words: Sequence[str]) -> list[str | None]:
        codes = [self._words.get(word) for word in words]
        longest = max(map(len, self._phrases), default=0)
        for start in range(len(words)):
            for length in range(1, min(longest, len(words) - start) + 1):
                code = self._phrases.get(tuple(words[start : start + length]))
                if code:
                    codes[start : start + length] = [code] * length
        return codes

    def leaves(self, text: str) -> bool:
        """Tell whether a text says only what a page still shows, so that people have read it."""
        letters = "".join(_WORD.findall(fold(text)))
        return letters in self._kept_letters and not self.is_in(text)

    def knows(self, text: str) -> bool:
        """Tell whether every word of a text stands, or stood, on a page."""
        words = _WORD.findall(fold(text))
        return all(word in self._kept_words or word in self._words for word in words)

    def is_in(self, text: str) -> bool:
        """Tell whether something that was removed stands in the text, glued or not."""
        glued = "".join(_WORD.findall(fold(text)))
        return self.censored(text) != text or any(part in glued for part in self._glued)


def _without(text: str, gone: Mask | None) -> str:
    """Return a page's text with blanks for what goes."""
    if gone is None:
        return text
    edges = np.flatnonzero(np.diff(gone, prepend=False, append=False)).tolist()
    pieces, at = [], 0
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        pieces += [text[at:start], " " * (end - start)]
        at = end
    return "".join([*pieces, text[at:]])
