"""Readers of the open corpora: newspapers of the KB, treebanks with persons, Woo texts."""

import re
import tarfile
from collections.abc import Iterable, Iterator
from itertools import groupby
from pathlib import Path

from training.examples import NO_PERSON, Example, Named

Tagged = tuple[str, str]
"""A token and its tag: O, B-PER, I-PER and so on."""

_ENTITY = {"PER": "PERSON", "LOC": "LOC", "ORG": "ORG"}
_ENDS = re.compile(r"[.?!]|.*[a-z]{3,}[.?!]")
_LONGEST = 60
_NOT_AFTER = frozenset("([{«“‘")
_NOT_BEFORE = frozenset(".,;:!?)]}%»”’'")


def europeana(path: Path) -> Iterator[Example]:
    """Yield the sentences of Europeana's newspapers; it knows persons, places and bodies."""
    sentence: list[Tagged] = []
    for line in path.read_text("utf-8").splitlines():
        token, _, tag = line.rpartition(" ")
        if not token:
            continue
        token = token.partition(" ")[0]
        tag = tag if tag[2:] in _ENTITY else "O"
        sentence.append((token, tag))
        if (tag == "O" and _ENDS.fullmatch(token)) or len(sentence) >= _LONGEST:
            yield example(sentence, frozenset({"MISC"}))
            sentence = []
    if sentence:
        yield example(sentence, frozenset({"MISC"}))


def treebank(path: Path) -> Iterator[Example]:
    """Yield the sentences of a file with a token, a tab and a tag a line; it knows persons."""
    lines = path.read_text("utf-8").splitlines()
    for is_sentence, rows in groupby(lines, key=bool):
        if is_sentence:
            tokens = (row.partition("\t") for row in rows)
            yield example([(token, tag) for token, _, tag in tokens], NO_PERSON)


def example(sentence: Iterable[Tagged], unmarked: frozenset[str]) -> Example:
    """Return tokens set as a text, with their names."""
    text, before, in_quotes = "", "", False
    names: list[Named] = []
    for word, tag in sentence:
        is_quote = word == '"'
        opened = before in _NOT_AFTER or (before == '"' and in_quotes)
        is_glued = not text or opened or (is_quote and in_quotes) or word in _NOT_BEFORE
        in_quotes ^= is_quote
        text += "" if is_glued else " "
        start, text, before = len(text), text + word, word
        if entity := _ENTITY.get(tag[2:]):
            _add(names, Named(start, len(text), entity))
    return Example(text, tuple(_bare(text, name) for name in names), unmarked)


def _add(names: list[Named], name: Named) -> None:
    """Add a token of a name; the tags often begin a name anew at each of its words."""
    if names and names[-1].end >= name.start - 1 and names[-1].entity == name.entity:
        name = name._replace(start=names.pop().start)
    names.append(name)


def _bare(text: str, name: Named) -> Named:
    """Leave out the points and brackets around a name."""
    said = text[name.start : name.end]
    start = name.end - len(said.lstrip("(,;:'\""))
    return name._replace(
        start=start, end=start + len(said[start - name.start :].rstrip(").,;:'\""))
    )


def woo_paragraphs(archive: Path) -> Iterator[str]:
    """Yield the paragraphs of the Woo texts, each once, without what was taken out of them."""
    seen = set()
    with tarfile.open(archive) as files:
        for member in files:
            file = files.extractfile(member) if member.name.endswith(".md") else None
            if file is None:
                continue
            body = file.read().decode("utf-8", "replace").split("\n---\n", 1)[-1]
            for paragraph in _paragraphs(body):
                if paragraph not in seen:
                    seen.add(paragraph)
                    yield paragraph


_SHORTEST, _MOST = 200, 900


def _paragraphs(body: str) -> Iterator[str]:
    """Join lines, which stand apart in these texts, until a sentence ends late enough."""
    lines: list[str] = []
    for line in body.split("\n"):
        if not line.strip() or line.startswith("#"):
            continue
        lines.append(line.strip())
        size = sum(map(len, lines))
        if size >= _SHORTEST and (line.rstrip().endswith((".", ":")) or size > _MOST):
            yield "\n".join(lines)
            lines = []
