"""The sets of texts that are evaluated: our own documents and public test sets."""

from collections.abc import Iterator
from itertools import groupby
from pathlib import Path
from typing import NamedTuple

from samples.gold import Gold, parse
from samples.sample import Sample, heldout, opened, practice, samples

PUBLIC = Path("..") / "shared" / "data" / "ner" / "ud_per_annotation"
_TREEBANKS = {"LassySmall test": "lassysmall_test", "Alpino dev+test": "alpino_devtest"}
_SENTENCES_A_TEXT = 40
_NO_SPACE_BEFORE = frozenset(".,;:!?)]}")
_NO_SPACE_AFTER = frozenset("([{")


class Text(NamedTuple):
    """A text, its gold, and the policy it is read under ("" for the default)."""

    name: str
    text: str
    golds: list[Gold]
    policy: str = ""

    def __repr__(self) -> str:
        """Hide the text."""
        return f"<text {self.name!r}>"


class Subject(NamedTuple):
    """A set of texts. `closed`: nobody may read what was missed; `public`: only persons count."""

    name: str
    texts: tuple[Text, ...]
    closed: bool = False
    public: bool = False

    @property
    def words(self) -> int:
        """The number of words, split at white space."""
        return sum(len(one.text.split()) for one in self.texts)


def subjects() -> Iterator[Subject]:
    """Yield the sets at hand; a public set that is not on this machine is left out."""
    yield Subject("samples", _own(samples()))
    yield Subject("opened", _own(opened()))
    yield Subject("practice", _own(practice()))
    yield Subject("set aside", _own(heldout()), closed=True)
    for name, stem in _TREEBANKS.items():
        path = PUBLIC / f"{stem}.per.tsv"
        if path.exists():
            yield Subject(name, tuple(treebank(path)), public=True)


def _own(documents: list[Sample]) -> tuple[Text, ...]:
    return tuple(Text(one.name, one.text, one.golds, one.policy) for one in documents)


def treebank(path: Path) -> Iterator[Text]:
    """Yield a CoNLL-like file (token, tab, BIO tag; an empty line ends a sentence) as texts.

    Some forty sentences make one text, one on a line, as they would stand in a document.
    """
    rows = [line.split("\t") for line in path.read_text("utf-8").splitlines()]
    sentences = [
        list(group) for is_row, group in groupby(rows, key=lambda row: len(row) > 1) if is_row
    ]
    for start in range(0, len(sentences), _SENTENCES_A_TEXT):
        marked = "\n".join(map(_sentence, sentences[start : start + _SENTENCES_A_TEXT]))
        yield Text(f"{path.stem}-{start}", *parse(marked + "\n"))


def _sentence(rows: list[list[str]]) -> str:
    """Write one sentence with its persons marked, with the spaces that a text has."""
    written, is_open, glue = "", False, True
    for token, tag in rows:
        if is_open and tag != "I-PER":
            written, is_open = written + "}}", False
        if not (glue or token in _NO_SPACE_BEFORE):
            written += " "
        if tag == "B-PER":
            written, is_open = written + "{{person|", True
        written += token.translate({ord("{"): "(", ord("}"): ")"})
        glue = token in _NO_SPACE_AFTER
    return written + ("}}" if is_open else "")
