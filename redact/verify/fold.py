"""Text reduced to what a name keeps through any extractor: its letters and digits, folded.

Extractors differ in spaces, line breaks, hyphens, ligatures and accents. Folded text has none of
these, but remembers where each word began, so that "ja nu" does not hold a "Jan".
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass, field

import numpy as np
import numpy.typing as npt

_MARKS = re.compile("[\u0300-\u036f\u00ad\u200b-\u200d\ufeff]")
_TOKEN = re.compile(r"[^\W_]+")
PAGE_END = "\0"
"""Closes each page in folded text; no word holds it."""


def tokens(text: str) -> list[str]:
    """Return the words of a text in lower case, without accents or punctuation."""
    if not text.isascii():
        text = _MARKS.sub("", unicodedata.normalize("NFKD", text))
    return _TOKEN.findall(text.casefold())


def fold(text: str) -> str:
    """Return the letters and digits of a text, folded and run together."""
    return "".join(tokens(text))


@dataclass(frozen=True, slots=True, eq=False)
class Folded:
    """The pages of a reading run together.

    `edges` has shape (len(text) + 1,): True where a word begins or ends. `page_starts` holds
    where each page begins.
    """

    text: str = field(repr=False)
    edges: npt.NDArray[np.bool_] = field(repr=False)
    page_starts: npt.NDArray[np.int64]


def fold_pages(pages: Iterable[str]) -> Folded:
    """Fold the texts of the pages of a document."""
    words: list[str] = []
    firsts = []
    for page in pages:
        firsts.append(len(words))
        words += tokens(page)
        words.append(PAGE_END)
    begins = np.zeros(len(words) + 1, dtype=np.int64)
    np.cumsum(np.fromiter(map(len, words), dtype=np.int64, count=len(words)), out=begins[1:])
    edges = np.zeros(begins[-1] + 1, dtype=np.bool_)
    edges[begins] = True
    return Folded("".join(words), edges, begins[firsts])
