"""A tokenizer that knows only the pieces Dutch office text needs: a sixth of the vocabulary."""

import json
import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain, islice
from pathlib import Path
from typing import TYPE_CHECKING

from training import corpora, corpus

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_SPECIAL = 4
"""Start, padding, end and unknown come first and stay first."""

_SCRIPTS = ("LATIN", "GREEK", "CYRILLIC", "ARABIC", "HEBREW", "DIGIT")
_BATCH = 10_000


def used(tokenizer: "Tokenizer", texts: Iterable[str], fewest: int = 1) -> set[int]:
    """Return the ids of the pieces that occur in the texts at least `fewest` times."""
    counts: Counter[int] = Counter()
    rest = iter(texts)
    while batch := list(islice(rest, _BATCH)):
        for code in tokenizer.encode_batch_fast(batch, add_special_tokens=False):
            counts.update(code.ids)
    return {piece for piece, count in counts.items() if count >= fewest}


def letters(tokenizer: "Tokenizer") -> Iterator[int]:
    """Yield the ids of all single characters of the scripts that are written around here."""
    for piece, number in tokenizer.get_vocab().items():
        letter = piece.removeprefix("▁")
        if len(letter) == 1 and (
            letter.isascii() or unicodedata.name(letter, "").startswith(_SCRIPTS)
        ):
            yield number


def chosen(tokenizer: "Tokenizer", data: Path) -> list[int]:
    """Return the ids of the pieces that the corpora, our texts and surnames need, in order."""
    ours = [piece.text for piece in chain(corpus.pieces(), corpus.lines())]
    names = [
        name for part in ("first", "last") for of in corpus.names(part).values() for name in of
    ]
    own = [
        case(text) for text in (*ours, *names) for case in (str, str.upper, str.lower, str.title)
    ]
    news = corpora.europeana(data / "ner/europeana_kb_nl/enp_NL.kb.bio")
    trees = corpora.treebank(data / "ner/ud_per_annotation/lassysmall_train.per.tsv")
    surnames = data / "ner/meertens_surnames/family_names_freq_5_or_more.lst"
    pieces = (
        used(tokenizer, (example.text for example in chain(news, trees)), 2)
        | used(tokenizer, own)
        | used(tokenizer, surnames.read_text("utf-8").splitlines())
        | used(tokenizer, corpora.woo_paragraphs(data / "woo-texts/woo-texts.tar.xz"), 3)
    )
    mask = tokenizer.get_vocab_size() - 1  # of the pre-training
    return sorted({*pieces, *letters(tokenizer), *range(_SPECIAL)} - {mask})


def trimmed(tokenizer: "Tokenizer", kept: list[int]) -> "Tokenizer":
    """Return a tokenizer with the kept pieces only, numbered from 0.

    Text in other pieces falls apart into smaller ones; a character without a piece is unknown.
    """
    from tokenizers import Tokenizer

    parts = json.loads(tokenizer.to_str())
    pieces = parts["model"]["vocab"]
    parts["model"]["vocab"] = [pieces[number] for number in kept]
    parts["added_tokens"] = [token for token in parts["added_tokens"] if token["id"] < _SPECIAL]
    parts["post_processor"] = parts["truncation"] = parts["padding"] = None
    return Tokenizer.from_str(json.dumps(parts, ensure_ascii=False))
