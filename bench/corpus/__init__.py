"""Take one word out of every PDF of a corpus of odd files.

Of each file that can be read, a word that stands in it is removed as the product does. A table
says what became of the files: none may crash or hang, none may be published with the word in it.
"""

import re
import tarfile
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import NamedTuple, TypeVar

from pipeline.engine import Failed, attempt
from pipeline.engine.local import processors
from pipeline.sandbox import Limits, Sandbox
from redact.document import Document
from redact.read import read_pdf
from redact.verify.secret import vocabulary
from tests.channels.outcome import ours
from tests.channels.probe import probe
from tests.channels.probe.fold import fold

LIMITS = Limits(cpu_seconds=90, wall_seconds=300)
GROUND = "5.1.2.e"

PUBLISHED, WORDLESS = "published", "published, it holds no word to remove"
BLOCKED, REFUSED = "blocked by the check", "refused by the reader"
LETTERS = "published, a font still has its letters"
LEAK, CRASH, HANG = "LEAK", "CRASH", "HANG"
UNPROBED = "published, but the probe broke off"

_WORD = re.compile(r"[^\W\d_]{5,14}")
_UNREADABLE = {
    "EncryptedError",
    "DamagedError",
    "EmptyFileError",
    "NoTextError",
    "UnmappedTextError",
}

Item = TypeVar("Item")
Value = TypeVar("Value")


class Row(NamedTuple):
    """What became of a file; `detail` says why, or by which means the word was found."""

    file: str
    verdict: str
    detail: str = ""


class _Pair(NamedTuple):
    """A process that redacts, and one that looks at what came of it."""

    product: Sandbox
    prober: Sandbox


def run(archive: Path, every: int = 1) -> Iterator[Row]:
    """Yield what becomes of every n-th PDF in an archive, in the order of their names."""
    pairs: SimpleQueue[_Pair] = SimpleQueue()
    for _ in range(processors()):
        pairs.put(_Pair(Sandbox(LIMITS), Sandbox(LIMITS)))
    with (
        tempfile.TemporaryDirectory() as folder,
        tarfile.open(archive) as tar,
        ThreadPoolExecutor(pairs.qsize()) as pool,  # each thread only waits for its processes
    ):
        tar.extractall(folder, filter="data")
        sources = sorted(Path(folder).rglob("*.pdf"))[::every]
        for source, judged in zip(sources, pool.map(partial(_judged, pairs), sources), strict=True):
            yield Row(str(source.relative_to(folder)), *judged)


def _judged(pairs: "SimpleQueue[_Pair]", source: Path) -> tuple[str, str]:
    pair = pairs.get()
    try:
        return _verdict(source, pair)
    finally:
        pairs.put(pair)


def _verdict(source: Path, pair: _Pair) -> tuple[str, str]:
    redacted = _within(pair.product, redact, source)
    if isinstance(redacted, Failed):
        return _verdict_of(redacted), f"{redacted.error}: {redacted.message}"
    word, output = redacted
    if not word:
        return WORDLESS, ""
    found = _within(pair.prober, look, (output, word))
    if isinstance(found, Failed):
        return UNPROBED, found.error
    if found == {"font"}:
        return LETTERS, ""
    return (LEAK, " ".join(sorted(found))) if found else (PUBLISHED, "")


def _within(sandbox: Sandbox, task: Callable[[Item], Value], item: Item) -> Value | Failed:
    return attempt(partial(sandbox.run, partial(attempt, task)), item)


def _verdict_of(failed: Failed) -> str:
    if failed.error in _UNREADABLE:
        return REFUSED
    return {"LeakError": BLOCKED, "TooHardError": HANG}.get(failed.error, CRASH)


def redact(source: Path) -> tuple[str, bytes]:
    """Take a word out of a file; return the word, empty where there is none, and the result.

    Raises:
        RedactError: nothing is published.
    """
    data = source.read_bytes()
    word = choose(read_pdf(data))
    return word, ours(data, f"{word or 'onvindbaar'}={GROUND}")


def choose(document: Document) -> str:
    """Return the longest word that stands in a document as a word only, empty if there is none.

    Parts of other words stay in the output, as do the words of the PDF language and of the law.
    """
    text = document.text
    spoken, folded = Counter(fold(word) for word in re.findall(r"\w+", text)), fold(text)
    known = " ".join(vocabulary())
    for word in sorted(set(_WORD.findall(text)), key=lambda word: (-len(word), word)):
        key = fold(word)
        if key not in known and folded.count(key) == spoken[key]:
            return word
    return ""


def look(item: tuple[bytes, str]) -> frozenset[str]:
    """Return by which means a word is found in an output."""
    return probe(*item)


def table(rows: list[Row]) -> str:
    """Return how many files there are of each verdict, and of each reason to refuse."""
    verdicts = Counter(row.verdict for row in rows)
    lines = [f"{count:>6}  {verdict}" for verdict, count in verdicts.most_common()]
    reasons = Counter(row.detail.partition(":")[0] for row in rows if row.verdict == REFUSED)
    lines += [f"{count:>14}  {reason}" for reason, count in reasons.most_common()]
    read = len(rows) - verdicts[REFUSED]
    published = verdicts[PUBLISHED] + verdicts[WORDLESS]
    share = published / read if read else 0.0
    lines.append(f"{len(rows):>6}  files, {read} readable, {share:.1%} of those published clean")
    return "\n".join(lines)
