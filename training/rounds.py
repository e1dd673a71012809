"""What is learnt in each round: first the open corpora, then our own texts in ever new variants."""

import hashlib
import random
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from itertools import islice
from pathlib import Path
from typing import NamedTuple

from redact.detect.names import find_names
from redact.detect.recogniser.windows import Reader
from training import corpora, corpus
from training.corpus import Piece
from training.damage import harmed
from training.examples import NO_PERSON, Example, joined, named
from training.learn import Lesson, lessons
from training.stand_in import named_paragraph, speaks_of_somebody
from training.swap import Names, swapped

_TEST = 5
"""One in so many is never learnt from."""

_STRETCH = 50
"""Sentences of the newspapers that stay together on one side: neighbours are alike."""

_EMPTY_NEWS, _EMPTY_TREES = 0.3, 0.4
"""The share of sentences without a name that is learnt from."""

_REPLAYED = 0.12

_STAND_INS = 500
"""Paragraphs of public bodies with names put into them, in each round."""


class General(NamedTuple):
    """Examples of the open corpora; `somebody` are paragraphs in which names can stand."""

    news: list[Example]
    trees: list[Example]
    woo: list[Example]
    somebody: list[str]


class Own(NamedTuple):
    """Training texts of this folder: whole texts and single lines."""

    texts: list[Piece]
    lines: list[Piece]


def is_test(name: str) -> bool:
    """Tell whether a training text is held back to measure on: a fifth, by its name for ever."""
    return int(hashlib.sha256(name.encode()).hexdigest(), 16) % _TEST == 0


def own(*, test: bool) -> Own:
    """Return the training texts that are learnt from, or those held back."""
    texts, lines = (
        [piece for piece in found if is_test(piece.name) is test]
        for found in (corpus.pieces(), corpus.lines())
    )
    return Own(texts, lines)


def as_example(piece: Piece) -> Example:
    """Return a training text as it was written; only persons are marked completely in it."""
    return Example(piece.text, named(piece.spans), NO_PERSON)


def newspapers(data: Path, *, test: bool) -> list[Example]:
    """Return the sentences of Europeana to learn from, or those held back."""
    sentences = corpora.europeana(data / "ner/europeana_kb_nl/enp_NL.kb.bio")
    return [
        sentence
        for number, sentence in enumerate(sentences)
        if ((number // _STRETCH) % _TEST == 0) is test
    ]


def treebanks(data: Path, *, test: bool) -> list[Example]:
    """Return the sentences of LassySmall to learn from, or those of its test part."""
    parts = ("test",) if test else ("train", "dev")
    folder = data / "ner/ud_per_annotation"
    return [
        sentence
        for part in parts
        for sentence in corpora.treebank(folder / f"lassysmall_{part}.per.tsv")
    ]


def general(data: Path, papers: int, rng: random.Random) -> General:
    """Return what there is to learn of the open corpora, with so many paragraphs of each sort."""
    paragraphs = list(corpora.woo_paragraphs(data / "woo-texts/woo-texts.tar.xz"))
    rng.shuffle(paragraphs)
    somebody = filter(speaks_of_somebody, paragraphs)
    return General(
        newspapers(data, test=False),
        treebanks(data, test=False),
        [Example(one, (), NO_PERSON) for one in islice(_nameless(paragraphs), papers)],
        list(islice(_nameless(somebody), papers)),
    )


def _nameless(paragraphs: Iterable[str]) -> Iterator[str]:
    """Yield paragraphs in which our rules see no name: how public bodies write of other things."""
    return (one for one in paragraphs if not any(True for _ in find_names(one)))


def general_round(
    general: General, reader: Reader, rng: random.Random, share: float = 1.0
) -> list[Lesson]:
    """Return the lessons of one round, or of a share of it, through the open corpora."""
    news = [one for one in general.news if one.names or rng.random() < _EMPTY_NEWS]
    trees = [one for one in general.trees if one.names or rng.random() < _EMPTY_TREES]
    groups = [*_groups(news, rng), *_groups(trees, rng)]
    groups = rng.sample(groups, int(share * len(groups)))
    papers = rng.sample(general.woo, min(len(general.woo), int(700 * share)))
    return list(lessons(reader, [*groups, *papers], rng))


def _groups(examples: Sequence[Example], rng: random.Random) -> Iterator[Example]:
    """Put one to four sentences that follow each other in a text."""
    begin = 0
    while begin < len(examples):
        size = rng.choice((1, 1, 2, 3, 4))
        yield joined(examples[begin : begin + size], rng.choice((" ", "\n")))
        begin += size


def own_round(own: Own, general: General, reader: Reader, rng: random.Random) -> list[Lesson]:
    """Return the lessons of one round through our own texts, with some of the open corpora."""
    names = Names(corpus.names("first"), corpus.names("last"))
    vary = partial(_variant, names=names, rng=rng)
    texts = [vary(piece) for piece in own.texts]
    lines = [vary(piece) for piece in own.lines]
    rng.shuffle(lines)
    chosen = rng.sample(general.somebody, min(len(general.somebody), _STAND_INS))
    somebody = [harmed(named_paragraph(one, names, rng), rng) for one in chosen]
    mixed = [*texts, *somebody, *_groups(lines, rng), *_groups(lines[::_TEST], rng)]
    found = list(lessons(reader, mixed, rng))
    found += general_round(general, reader, rng, _REPLAYED)
    rng.shuffle(found)
    return found


def _variant(piece: Piece, names: Names, rng: random.Random) -> Example:
    text, spans = swapped(piece.text, piece.spans, names, rng)
    return harmed(Example(text, named(spans), NO_PERSON), rng)
