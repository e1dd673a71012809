"""Take one word out of every PDF of a corpus of odd files.

Of each file that can be read, a word that stands in it is removed as the product does. A table
says what became of the files: none may crash or hang, none may be published with the word in it.
"""

import re
import tarfile
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from queue import SimpleQueue
from typing import NamedTuple, TypeVar

from pipeline.engine import Failed, attempt
from pipeline.engine.local import processors
from pipeline.sandbox import Limits, Sandbox
from redact.convert import to_pdf
from redact.document import Document
from redact.errors import CrashedError, LeakError
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

_HYPHEN = re.compile(r"-\n\s*")
_OWN = ("digitized", "google", "corporation", "license", "lakwerk", "liberation", "copyright")
"""Words that every output has: those of the makers of our fonts, in the fonts themselves."""

_WORD = re.compile(r"[^\W\d_]{5,14}")
_REFUSALS = ("Encrypted", "Damaged", "EmptyFile", "NoText", "UnmappedText")
_UNREADABLE = {f"{name}Error": REFUSED for name in _REFUSALS}
_BLOCKED = {"LeakError": BLOCKED, "DamagedError": BLOCKED}
"""What a file that was read may still come to: the product says so, and publishes nothing."""

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
    word = _within(pair.product, chosen, source)
    if isinstance(word, Failed):
        return _verdict_of(word, _UNREADABLE), _why(word)
    output = _within(pair.product, redact, (source, word))
    if isinstance(output, Failed):
        return _verdict_of(output, _BLOCKED), _why(output)
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


def _verdict_of(failed: Failed, known: Mapping[str, str]) -> str:
    return {**known, "TooHardError": HANG}.get(failed.error, CRASH)


def _why(failed: Failed) -> str:
    return f"{failed.error}: {failed.message}"


def chosen(source: Path) -> str:
    """Return the word to take out of a file, empty where there is none.

    Raises:
        RedactError: the reader refuses the file.
    """
    return choose(read_pdf(to_pdf(source)))


def redact(item: tuple[Path, str]) -> bytes:
    """Take a word out of a file, if there is one, and return what would be published.

    Raises:
        RedactError: nothing is published.
    """
    source, word = item
    try:
        return ours(source.read_bytes(), f"{word or 'onvindbaar'}={GROUND}")
    except CrashedError:  # the process that checks, not this one
        raise LeakError(("de controle brak af",)) from None


def choose(document: Document) -> str:
    """Return the longest word that stands in a document as a word only, empty if there is none.

    Parts of other words stay in the output, as do the words of the PDF language and of the law.
    """
    text = _HYPHEN.sub("", document.text)
    spoken, folded = Counter(fold(word) for word in re.findall(r"\w+", text)), fold(text)
    known = " ".join((*vocabulary(), *_OWN))
    for word in sorted(set(_WORD.findall(text)), key=lambda word: (-len(word), word)):
        key = fold(word)
        stays = 2 * fold(text.replace(word, ""))  # a page may be read twice in a row
        if key not in known and key not in stays and folded.count(key) == spoken[key]:
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
