"""Shows a score: as a table, as lists of what went wrong, as JSON."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import asdict

from redact.finding import Kind
from samples.gold import Gold
from samples.score import Prediction, Score, total

HEADS = ("gold", "redacted", "shown", "touched", "recall", "+look", "precision", "+look", "kept")
RATES = ("recall", "recall_shown", "precision", "precision_shown", "kept")
CONTEXT = 30


def table(score: Score) -> str:
    """Return one line for each kind, in the order of the kinds, and what else would go."""
    lines = [f"{'kind':<12}" + "".join(f"{head:>10}" for head in HEADS)]
    for kind in (kind for kind in Kind if kind in score.kinds):
        tally = score.kinds[kind]
        counts = (tally.gold, tally.redacted, tally.shown, tally.touched)
        rates = [_rate(getattr(tally, rate)) for rate in RATES]
        cells = [*map(str, counts), *rates[:-1], _kept(tally.stayed, tally.stays)]
        lines.append(f"{kind:<12}" + "".join(f"{cell:>10}" for cell in cells))
    lines.append(f"other letters and digits that would go: {_percent(score.overreach)}")
    return "\n".join(lines)


def figures(scores: Sequence[Score], *, in_json: bool) -> str:
    """Return what all these texts give together: no text, and nothing about one of them.

    For documents that were set aside, whose errors nobody may read.
    """
    together = total(scores)
    if in_json:
        return json.dumps({"documents": len(scores), "total": as_json(together)}, indent=1)
    return f"{len(scores)} documents set aside: only figures\n\n{table(together)}"


def _rate(value: float | None) -> str:
    return "-" if value is None else f"{value:.3f}"


def _kept(stayed: int, stays: int) -> str:
    return f"{stayed}/{stays}" if stays else "-"


def _percent(value: float | None) -> str:
    return "-" if value is None else f"{value:.2%}"


def faults(text: str, score: Score) -> Iterator[str]:
    """Yield a line with some context for each mention missed, office holder lost, false alarm.

    These quote the text: only for texts that are our own.
    """
    for what, places in (
        ("missed", score.missed),
        ("must stay", score.lost),
        ("false alarm", score.alarms),
    ):
        yield from (f"{what:<12}{place.kind:<11}{_quoted(text, place)}" for place in places)


def _quoted(text: str, place: Gold | Prediction) -> str:
    before = text[max(0, place.start - CONTEXT) : place.start]
    after = text[place.end : place.end + CONTEXT]
    shown = f"{before}«{text[place.start : place.end]}»{after}"
    return " / ".join(" ".join(line.split()) for line in shown.split("\n") if line.strip())


def as_json(score: Score) -> dict[str, object]:
    """Return the figures of a score; no text."""
    kinds = {
        kind.value: asdict(tally) | {rate: getattr(tally, rate) for rate in RATES}
        for kind, tally in sorted(score.kinds.items())
    }
    return {"kinds": kinds, "other_redacted": score.overreach}
