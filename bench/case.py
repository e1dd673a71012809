"""A case of 1,000 documents and 5,000 persons: how long each screen waits, how long an act takes.

`python -m bench.case` prints medians of seven, in milliseconds of processor time, and the figure
to stay under.
"""

import argparse
import hashlib
import json
import random
import statistics
import tempfile
import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from pathlib import Path
from uuid import uuid4

import numpy as np

from pipeline.case import acts
from pipeline.case.acts import Verdict
from pipeline.case.case import Case, new_case, open_case
from pipeline.case.doing import By, decide, join
from pipeline.case.news import news
from pipeline.case.overview import overview
from pipeline.case.people import people
from pipeline.case.propose import MACHINE, digest_of
from pipeline.case.record import redo, undo
from pipeline.case.rules import broken_rules
from pipeline.case.settings import Settings
from pipeline.case.standing import standings
from pipeline.store import Link, ProposalRow
from pipeline.vault import Sheet, keep_reading
from redact.document import Document, Page

MENTIONS = 50
"""In each document."""
TIMES = 7


def main() -> None:
    """Make a case, measure, print."""
    asked = argparse.ArgumentParser(description=__doc__)
    asked.add_argument("--documents", type=int, default=1000)
    asked.add_argument("--persons", type=int, default=5000)
    asked.add_argument("--database", default="")
    told = asked.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        case = new_case(Path(folder) / "case", Settings("Bench", database=told.database))
        fill(case, told.documents, told.persons)
        case.close()
        measure(case.folder)


def measure(folder: Path) -> None:
    """Print how long each question and act takes."""
    start = time.process_time()
    case = open_case(folder)
    people(case)
    took = (time.process_time() - start) * 1000
    print(f"{'open the case, first time':34}{took:9.1f} ms")
    persons = iter(sorted(case.state().persons()))
    touch = lambda: decide(case, By("ann"), f"person:{next(persons)}", Verdict.REDACT)  # noqa: E731
    document = case.state().files[1].number
    for name, limit, before, question in (
        ("decide on a person", 50, None, touch),
        ("undo", 50, touch, lambda: undo(case, "ann")),
        ("redo", 50, lambda: undo(case, "ann"), lambda: redo(case, "ann")),
        ("join two persons", 50, None, lambda: _join(case, persons)),
        ("persons of the case", 500, touch, lambda: people(case)),
        ("overview of the case", 500, touch, lambda: overview(case)),
        ("items of a document", 50, touch, lambda: standings(case.state(), document)),
        ("what changed", 500, touch, lambda: news(case, 2000)),
        ("broken rules", 500, touch, lambda: broken_rules(case)),
    ):
        took = _median(before, question)
        mark = "" if took < limit else "   OVER"
        print(f"{name:34}{took:9.1f} ms   under {limit}{mark}")
    case.close()


def _join(case: Case, persons: "object") -> None:
    one, other = next(persons), next(persons)  # type: ignore[call-overload]
    join(case, By("ann"), one, [other])


def _median(before: Callable[[], object] | None, question: Callable[[], object]) -> float:
    took = []
    for _ in range(TIMES):
        if before:
            before()
        start = time.process_time()
        question()
        took.append((time.process_time() - start) * 1000)
    return statistics.median(took)


def fill(case: Case, documents: int, persons: int) -> None:
    """Put documents and one run of proposals on record, as facts: nothing is read."""
    chance = random.Random(1)  # noqa: S311  the same case every time
    names = [f"Persoon {number:05}" for number in range(persons)]
    rows, texts, covered = list[ProposalRow](), dict[str, str](), list[acts.Covered]()
    with case.store.writing() as writing:
        for number in range(1, documents + 1):
            told = chance.choices(range(persons), k=MENTIONS)
            key = hashlib.sha256(str(number).encode()).hexdigest()
            added = acts.AddFile(key, case.vault.put_text(f"stuk {number}.pdf"), ".pdf", 1)
            writing.append(_link(f"document:{number}", added))
            writing.append(_link(f"document:{number}", _read(case, key, [names[p] for p in told])))
            covered.append(acts.Covered(number, key))
            for place, person in enumerate(told):
                item = f"{number}.{hashlib.sha256(f'{number} {place}'.encode()).hexdigest()[:16]}"
                texts[item] = names[person]
                rows.append(_row(number, item, place, person))
        deed = acts.Propose(
            "", case.vault.put_table(texts), digest_of(rows, []), len(rows), persons, tuple(covered)
        )
        run = writing.append(_link("case:", deed))
        writing.add_run([row._replace(run=run.seq) for row in rows], [])


def _link(subject: str, deed: acts.Deed) -> Link:
    at = datetime.now(UTC)
    return Link(str(uuid4()), at, MACHINE, deed.name, subject, "", acts.as_json(deed))


def _read(case: Case, key: str, names: Sequence[str]) -> acts.ReadFile:
    text = "\n".join(names)
    boxes = np.zeros((len(text), 4), dtype=np.float32)
    page = Page(0, text, boxes, np.zeros(len(text), dtype=np.uint8), 595, 842)
    reading = keep_reading(case.vault, Document(key, (page,)))
    return acts.ReadFile(key, key, reading, key, "", (Sheet(0, 595, 842, 0),))  # type: ignore[arg-type]


def _row(document: int, item: str, place: int, person: int) -> ProposalRow:
    start = 14 * place
    return ProposalRow(
        run=0,
        item=item,
        document=document,
        spans=json.dumps([[0, start, start + 13]]),
        kind="person",
        score=1.0,
        source="bench",
        role="unknown",
        action="redact",
        ground="5.1.2.e",
        reason="Een naam. Het beleid laat deze soort weg (5.1.2.e).",
        person=f"p{person + 1}",
        link_reason="Dezelfde naam.",
        same=f"{person:024}",
        context=f"{document:012}{place:012}",
    )


if __name__ == "__main__":
    main()
