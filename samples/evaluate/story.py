"""Runs the evaluation and prints it."""

from collections.abc import Callable, Iterator, Sequence
from itertools import chain

from redact.finding import Kind
from samples.evaluate.calibration import calibration, error
from samples.evaluate.contenders import Reading, deduce, lakwerk
from samples.evaluate.subjects import Subject, subjects
from samples.score import Score, Tally, score, total
from samples.table import faults, table

_HEADS = ("persons", "recall", "+look", "precision", "+look", "kept", "other", "words/s")


def evaluate(tell: Callable[[str], None], *, with_faults: bool) -> None:
    """Evaluate all subjects, and tell the figures line by line."""
    chosen = list(subjects())
    ours = [lakwerk(subject) for subject in chosen]
    parts = [
        _persons(chosen, [ours, deduce(chosen)]),
        _kinds(chosen, ours),
        _calibrated(chosen),
        _faults(chosen, ours) if with_faults else (),
    ]
    for line in chain.from_iterable(parts):
        tell(line)


def _persons(chosen: Sequence[Subject], read: Sequence[Sequence[Reading]]) -> Iterator[str]:
    """Yield a line for each subject and program."""
    yield f"{'persons':<18}{'by':<9}" + "".join(f"{head:>10}" for head in _HEADS)
    for number, subject in enumerate(chosen):
        yield from (_row(subject, readings[number]) for readings in read if readings)
    if not all(read):
        yield "deduce is not measured: scripts/install-judges has not run, or deduce failed"


def _kinds(chosen: Sequence[Subject], ours: Sequence[Reading]) -> Iterator[str]:
    """Yield a table of every kind for our own texts."""
    for subject, reading in zip(chosen, ours, strict=True):
        if not subject.public:
            yield f"\nlakwerk on {subject.name}, every kind\n"
            yield table(total(_scores(subject, reading)))


def _scores(subject: Subject, reading: Reading) -> list[Score]:
    return [
        score(text.text, text.golds, proposals)
        for text, proposals in zip(subject.texts, reading.proposals, strict=True)
    ]


def _row(subject: Subject, reading: Reading) -> str:
    """Return one line: how a program did on the persons of a subject."""
    together = total(_scores(subject, reading))
    person = together.kinds.get(Kind.PERSON, Tally())
    rates = (person.recall, person.recall_shown, person.precision, person.precision_shown)
    cells = [
        str(person.gold),
        *(f"{rate or 0:.3f}" for rate in rates),
        f"{person.stayed}/{person.stays}" if person.stays else "-",
        f"{together.overreach or 0:.2%}",
        f"{subject.words / max(reading.seconds, 1e-6):,.0f}",
    ]
    return f"{subject.name:<18}{reading.who:<9}" + "".join(f"{cell:>10}" for cell in cells)


def _calibrated(chosen: Sequence[Subject]) -> Iterator[str]:
    """Yield how often a score is right, on the texts that are open."""
    bands = calibration(
        text for one in chosen if not (one.public or one.closed) for text in one.texts
    )
    yield "\nhow often a score of a person is right\n"
    yield f"{'score':<14}{'found':>8}{'persons':>9}"
    for band in bands:
        shown = f"{band.low:.2f} - {min(band.high, 1):.2f}"
        yield f"{shown:<14}{band.found:>8}{band.right / band.found:>9.3f}"
    yield f"expected calibration error: {error(bands):.3f}"


def _faults(chosen: Sequence[Subject], ours: Sequence[Reading]) -> Iterator[str]:
    """Yield what went wrong, where it may be read: our own open texts."""
    for subject, reading in zip(chosen, ours, strict=True):
        if subject.closed or subject.public:
            continue
        for text, one in zip(subject.texts, _scores(subject, reading), strict=True):
            yield f"\n{text.name}"
            yield from (f"  {line}" for line in faults(text.text, one))
