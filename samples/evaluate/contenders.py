"""Who reads the texts: lakwerk, and deduce where it is installed (scripts/install-judges)."""

import json
import subprocess
import time
from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from redact.finding import Action, Kind
from samples.evaluate.subjects import Subject, Text
from samples.predict import analysed, predictions
from samples.score import Prediction

JUDGE = Path(".judges/bin/python")
_WORKER = Path(__file__).with_name("deduce_worker.py")


class Reading(NamedTuple):
    """What a program proposes for each text of a subject, in how many CPU seconds."""

    who: str
    proposals: list[list[Prediction]]
    seconds: float


def lakwerk(subject: Subject) -> Reading:
    """Read with lakwerk; on a public set every person counts, whoever may stay."""
    began = time.process_time()
    read = _persons if subject.public else predictions
    proposals = [read(text) for text in subject.texts]
    return Reading("lakwerk", proposals, time.process_time() - began)


def _persons(text: Text) -> list[Prediction]:
    return [Prediction(start, end, Kind.PERSON, Action.REDACT) for start, end, _ in persons(text)]


class Found(NamedTuple):
    """Characters [start, end) of a text that are taken for a person, and how surely."""

    start: int
    end: int
    score: float


def persons(text: Text) -> list[Found]:
    """Return the persons found in a text, whether they may stay or not."""
    analysis, starts = analysed(text)
    return [
        Found(starts[span.page] + span.start, starts[span.page] + span.end, finding.score)
        for finding in analysis.findings
        if finding.kind is Kind.PERSON
        for span in finding.spans
    ]


def deduce(subjects: Sequence[Subject]) -> list[Reading]:
    """Read all subjects in one process of deduce; none where it is not installed."""
    if not JUDGE.exists():
        return []
    texts = [[text.text for text in subject.texts] for subject in subjects]
    told = subprocess.run(  # noqa: S603  our own worker
        [JUDGE, _WORKER], input=json.dumps(texts), capture_output=True, text=True, check=False
    )
    if told.returncode:
        return []
    return [
        Reading(
            "deduce", [[_proposal(*span) for span in spans] for spans in one["spans"]], one["s"]
        )
        for one in json.loads(told.stdout)
    ]


def _proposal(start: int, end: int, kind: str) -> Prediction:
    return Prediction(start, end, Kind(kind), Action.REDACT)
