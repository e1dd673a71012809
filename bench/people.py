"""How fast the people of a large case are shown, and how many acts a case takes.

    python -m bench.people           1,000 documents with 5,000 persons: medians at the server
    python -m bench.people acts      the sample documents: acts per person against per mention

Nothing is detected in the first: documents of a few lines, and a run that proposes by a rule.
"""

import hashlib
import json
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from uuid import uuid4

import numpy as np
from httpx import Response
from starlette.testclient import TestClient

from bench.review import _client, _say
from pipeline.case.acts import Covered, Propose, ReadFile
from pipeline.case.case import Case, new_case
from pipeline.case.files import add_file
from pipeline.case.linking import item_id
from pipeline.case.propose import MACHINE, digest_of, propose_case
from pipeline.case.record import Ask, record, record_run
from pipeline.case.settings import Settings
from pipeline.case.texts import text_of
from pipeline.store import DoubtRow, ProposalRow
from pipeline.vault import Sheet, keep_reading
from redact.document import Document, Page, Span
from redact.finding import Action, Finding, Kind, Role

DOCUMENTS, PERSONS, MENTIONS = 1_000, 5_000, 8
_RUNS = 15


def shown() -> None:
    """Print what the pages of a large case cost."""
    with tempfile.TemporaryDirectory() as folder:
        case = _large(Path(folder))
        client = _client(Path(folder), case)
        items = PERSONS * MENTIONS
        print(f"People view: {DOCUMENTS} documents, {PERSONS} persons, {items} mentions")
        _say("the first time: persons counted from nothing", [partial(_list, client)])
        _say("the page itself", [partial(client.get, "/personen")] * _RUNS)
        _say("the first hundred", [partial(_list, client)] * _RUNS)
        _say("by name, from 4,000 on", [partial(_list, client, order="name", start=4000)] * _RUNS)
        _say("searching", [partial(_list, client, search="bak 12")] * _RUNS)
        _say("one person with mentions in context", list(_details(client)))
        _say("a decision on a person", list(_decisions(client, case)))
        _say("joining two persons", list(_joins(client)))
        _say("undoing that", [partial(_post, client, "ongedaan", count=1)] * 5)
        _say("the overview of the case", [partial(client.get, "/")] * 5)
        case.close()


def _list(client: TestClient, **wanted: object) -> Response:
    return client.post("/personen/lijst", json=wanted)


def _details(client: TestClient) -> Iterator[Callable[[], Response]]:
    for number in range(1, 40 * _RUNS, 40):
        yield partial(client.get, f"/personen/p{number}/gegevens")


def _post(client: TestClient, what: str, **told: object) -> Response:
    return client.post(f"/personen/{what}", json=told, headers={"idempotency-key": str(uuid4())})


def _decisions(client: TestClient, case: Case) -> Iterator[Callable[[], Response]]:
    for number in range(1, 40 * _RUNS, 40):
        told = {"persons": [f"p{number}"], "verdict": "redact", "saw": case.state().seq + number}
        yield partial(_post, client, "besluit", **told)


def _joins(client: TestClient) -> Iterator[Callable[[], Response]]:
    for number in range(2, 12, 2):
        told = {"person": f"p{number}", "others": [f"p{number + 1}"], "saw": 10**6}
        yield partial(_post, client, "samenvoegen", **told)


def _large(folder: Path) -> Case:
    """Return a case of many small documents, each of which names forty mentions of persons."""
    case = new_case(folder / "zaak", Settings("Meting"))
    rows: list[ProposalRow] = []
    texts: dict[str, str] = {}
    covered = []
    for number in range(1, DOCUMENTS + 1):
        document = _read(case, number)
        covered.append(Covered(number, case.state().files[number].added.original))
        for item, row, text in _proposals(case, number, document):
            rows.append(row)
            texts[item] = text
    doubts = [DoubtRow(0, f"p{n}", f"p{n + 1}", "") for n in range(1, PERSONS, 50)]
    deed = Propose(
        "", case.vault.put_table(texts), digest_of(rows, doubts), len(rows), PERSONS, tuple(covered)
    )
    record_run(case, Ask(MACHINE, "case:", deed), rows, doubts)
    return case


def _read(case: Case, number: int) -> Document:
    """Add a document of one page and read it."""
    names = [f"{_name(person)} was er." for person in _persons(number)]
    text = "\n".join(names)
    content = text.encode()
    add_file(case, f"stuk {number}.txt", content, "bench")
    boxes = np.full((len(text), 4), np.nan, dtype=np.float32)
    page = Page(0, text, boxes, np.zeros(len(text), dtype=np.uint8), 595.0, 842.0)
    document = Document(hashlib.sha256(content).hexdigest(), (page,))
    original = case.state().files[number].added.original
    kept = keep_reading(case.vault, document), case.vault.put_table([])
    deed = ReadFile(original, original, *kept, "", (Sheet(0, 595.0, 842.0, 0),))
    record(case, Ask(MACHINE, f"document:{number}", deed))
    return document


def _persons(number: int) -> list[int]:
    """Return the persons in a document: those of forty documents in a row overlap."""
    each = PERSONS * MENTIONS // DOCUMENTS
    start = (number - 1) * PERSONS // DOCUMENTS
    return [(start + 7 * one) % PERSONS + 1 for one in range(each)]


def _name(person: int) -> str:
    first = ("Anna", "Bilal", "Cor", "Dana", "Emre", "Fenna", "Gijs")[person % 7]
    family = ("Bakker", "Smit", "Yilmaz", "Visser", "Mensah")[person % 5]
    return f"{first} {family} {person}"


def _proposals(
    case: Case, number: int, document: Document
) -> Iterator[tuple[str, ProposalRow, str]]:
    text, start, secret = document.pages[0].text, 0, case.secret()
    for person in _persons(number):
        name = _name(person)
        start = text.index(f"{name} was", start)
        spans = (Span(0, start, start + len(name)),)
        finding = Finding(spans, Kind.PERSON, 1.0, "bench", "Een naam.")
        item = item_id(number, document.sha256, finding)
        known = text_of(document, finding, secret)
        row = ProposalRow(
            0, item, number, json.dumps(spans), Kind.PERSON, 1.0, "bench", Role.CIVIL_SERVANT,
            Action.REDACT, "5.1.2.e", "Een naam.", f"p{person}", "Dezelfde naam.",
            known.same, known.context,
        )  # fmt: skip
        yield item, row, known.shown
        start += len(name)


def acts() -> None:
    """Print how many acts the sample documents take, per person and per mention."""
    from samples.make import make_pdf  # noqa: PLC0415  the samples are for this only
    from samples.sample import samples  # noqa: PLC0415

    with tempfile.TemporaryDirectory() as folder:
        case = new_case(Path(folder) / "zaak", Settings("Voorbeelden"))
        for sample in samples()[:12]:
            add_file(case, f"{sample.name}.pdf", make_pdf(sample), "bench")
        started = time.perf_counter()
        propose_case(case)
        seconds = time.perf_counter() - started
        print(f"Twelve sample documents, proposed for in {seconds:.0f} s")
        _count(case)
        case.close()


def _count(case: Case) -> None:
    state = case.state()
    items = [item for number in state.files for item in state.items_of(number)]
    left = [item for item in items if state.is_open(item)]
    persons = {state.person_of(item) for item in left} - {None}
    others = [item for item in left if state.person_of(item) is None]
    texts = {(item.kind, item.same) for item in others}
    print(f"  {len(items)} places, of which {len(left)} wait for a person: that many acts singly")
    _say_acts(f"each of {len(persons)} persons and {len(texts)} other texts by itself",
              len(persons) + len(texts), len(left))  # fmt: skip
    unsure = {person for person in persons if Action.LOOK in _actions(case, str(person))}
    looks = {(item.kind, item.same) for item in others if item.action is Action.LOOK}
    kinds = {item.kind for item in others if item.action is Action.REDACT}
    sorts = {_proposed(case, str(person)) for person in persons - unsure}
    _say_acts(
        f"ticked together: {len(sorts)} sorts of sure proposals on persons, {len(kinds)} kinds; "
        f"by itself: {len(unsure)} unsure persons, {len(looks)} texts to look at",
        len(sorts) + len(kinds) + len(unsure) + len(looks),
        len(left),
    )


def _say_acts(how: str, count: int, singly: int) -> None:
    print(f"  {count:>4} acts, 1/{singly / count:.1f}: {how}")


def _actions(case: Case, person: str) -> set[Action]:
    state = case.state()
    return {state.items[name].action for name in state.persons()[person]}


def _proposed(case: Case, person: str) -> tuple[object, ...]:
    """Return what is proposed for a person: those with the same can be ticked together."""
    state = case.state()
    items = [state.items[name] for name in state.persons()[person]]
    return tuple(sorted({(item.action, item.grounds) for item in items}))


if __name__ == "__main__":
    acts() if sys.argv[1:] == ["acts"] else shown()
