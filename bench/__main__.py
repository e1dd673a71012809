"""`make bench`: prints one table. Figures are CPU seconds of this process or of a child."""

import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from bench.exchange import exchanged
from bench.review import review
from bench.width import REDACTORS, table
from bench.workload import make_pdf, plain_pymupdf
from redact.analyse import analyse
from redact.decide import passed, redactions
from redact.detect import DETECTORS, detect
from redact.flow import flow
from redact.policy import load_policy
from redact.read import read_pdf
from redact.verify import verify
from redact.write import write_pdf

Value = TypeVar("Value")
_RUNS = 3
_WHEN = datetime(2026, 1, 1, tzinfo=UTC)


def timed(work: Callable[[], Value]) -> tuple[float, Value]:
    """Return the least CPU seconds of a few runs, and the value of the last."""
    best, value = float("inf"), work()
    for _ in range(_RUNS):
        start = time.process_time()
        value = work()
        best = min(best, time.process_time() - start)
    return best, value


def row(name: str, seconds: float, base: float) -> None:
    """Print one line of the table."""
    print(f"{name:<52}{seconds:>9.2f} s{seconds / base:>9.2f} x")


def whole_job() -> None:
    """Time each step on 100 pages, beside plain PyMuPDF removing the same words."""
    policy = load_policy(None)
    source = make_pdf(pages=100)
    reading, document = timed(lambda: read_pdf(source))
    finding, analysis = timed(lambda: analyse(document, policy))
    proposals = analysis.proposals
    ordered = redactions(proposals, passed(proposals, policy, _WHEN))
    writing, output = timed(lambda: write_pdf(source, document, ordered))
    verifying, _ = timed(lambda: verify(output, document, ordered))
    base, _ = timed(lambda: plain_pymupdf(source, document, ordered))
    words = len(document.text.split())
    print(f"100 pages, {words} words, {len(ordered)} removals: CPU, and against plain PyMuPDF")
    row("plain PyMuPDF: words out, same words removed, saved", base, base)
    row("reading", reading, base)
    row("finding by rules, linking, proposing", finding, base)
    row("writing", writing, base)
    row("verifying", verifying, base)
    row("all of it", reading + finding + writing + verifying, base)
    text = flow(document).text
    for find in DETECTORS:
        seconds, _ = timed(lambda find=find: list(find(text)))  # type: ignore[misc]
        row(f"  of finding: {find.__name__}", seconds, base)
    detecting, _ = timed(lambda: detect(document))
    print(f"detect: {words / detecting:,.0f} words per CPU second")


def memory(pages: int) -> None:
    """Print the peak memory of a child that does the whole job on many pages."""
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "long.pdf"
        source.write_bytes(make_pdf(pages=pages))
        code = (
            "from bench.__main__ import one_file; import sys; one_file(sys.argv[1])",
            str(source),
        )
        before = time.perf_counter()
        subprocess.run([sys.executable, "-c", *code], check=True)  # noqa: S603  our own code
        seconds = time.perf_counter() - before
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{pages} pages: peak memory {peak:.0f} MB, {seconds:.0f} s of wall time")


def one_file(path: str) -> None:
    """Do the whole job on one file, as a worker does."""
    from pipeline.oneshot import Order, redact_file  # noqa: PLC0415  in the child only

    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "out.pdf"
        redact_file(Order(Path(path), target, Path(folder), load_policy(None), _WHEN))


def start_up() -> None:
    """Print the CPU that `lakwerk --help` takes beside an empty Python."""
    code = "from pipeline.cli import main; main(['--help'])"
    for name, program in (("python -c pass", "pass"), ("lakwerk --help", code)):
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        for _ in range(_RUNS):
            subprocess.run([sys.executable, "-c", program], check=True, capture_output=True)  # noqa: S603
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        print(f"{name:<52}{used / _RUNS:>9.2f} s")


if __name__ == "__main__":
    start_up()
    whole_job()
    table(REDACTORS)
    exchanged()
    review()
    memory(1000)
