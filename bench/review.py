"""How fast the document view answers for a document of 500 pages: `python -m bench.review`.

Medians of wall time at the server, of requests that pass all that a browser's requests pass.
Nothing is detected: a fixed rule says what is proposed, so that only the answering is timed.
"""

import json
import re
import statistics
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from uuid import uuid4

from httpx import Response
from starlette.testclient import TestClient

from bench.workload import make_pdf
from pipeline.case.acts import Covered, Propose, ReadFile
from pipeline.case.case import Case, new_case
from pipeline.case.files import add_file
from pipeline.case.linking import item_id
from pipeline.case.propose import MACHINE, digest_of
from pipeline.case.record import Ask, record, record_run
from pipeline.case.settings import Settings as CaseSettings
from pipeline.case.texts import text_of
from pipeline.review.access.access import open_access
from pipeline.review.access.sessions import form_token
from pipeline.review.app import create_app
from pipeline.review.settings import Settings
from pipeline.store import ProposalRow
from pipeline.vault import Sheet, keep_reading
from redact.document import Document, Span
from redact.finding import Finding, Kind, Role
from redact.read import read_pdf

PAGES = 500
_RUNS = 25
_PERSON = re.compile(r"van Dalen|Bouzidi|Hoekstra|Yilmaz|Groot-Visser|Mensah|06-\d{8}|\S+@\S+\w")


class Screen:
    """What a page in a browser does: it knows the last act, and asks."""

    def __init__(self, client: TestClient) -> None:
        self.client = client
        self.content = self.get("inhoud").json()
        self.seq = self.content["seq"]

    def get(self, what: str) -> Response:
        """Ask for a part of the document."""
        return self.client.get(f"/stukken/1/{what}")

    def opening(self) -> Response:
        """Ask for what the page shows first."""
        return self.get("inhoud")

    def news(self) -> Response:
        """Ask what others did."""
        return self.get(f"handelingen?since={self.seq}")

    def page(self, number: int) -> Response:
        """Ask for all that a page needs: its picture, its words and what is proposed on it."""
        picture = self.get(f"beelden/{self.content['picture']}/{number}-2")
        return picture if picture.is_error else self.get(f"paginas/{number}")

    def decide(self, item: str, scope: str) -> Response:
        """Decide on an item."""
        told = {"saw": self.seq, "item": item, "verdict": "redact", "scope": scope}
        headers = {"idempotency-key": str(uuid4())}
        answer = self.client.post("/stukken/1/besluit", json=told, headers=headers)
        self.seq = answer.json()["seq"]
        return answer


def review() -> None:
    """Print what the pages of a long document and acts on it cost."""
    with tempfile.TemporaryDirectory() as folder:
        case = _case(Path(folder))
        screen = Screen(_client(Path(folder), case))
        items = [row["id"] for row in screen.content["items"]]
        some = items[:: len(items) // _RUNS][:_RUNS]
        pages = range(9, PAGES, PAGES // _RUNS)
        print(f"Document view: {PAGES} pages, {len(items)} items; medians at the server")
        _say("opening: the items of the whole document", [screen.opening] * 5)
        _say("a page, never drawn: image and proposals", [partial(screen.page, p) for p in pages])
        _say("the same pages again", [partial(screen.page, p) for p in pages])
        _say("an act on an item", [partial(screen.decide, i, "here") for i in some])
        _say("an act on the document", [partial(screen.decide, i, "document") for i in some])
        _say("what do colleagues do? (nothing)", [screen.news] * _RUNS)
        case.close()


def _say(what: str, asked: list[Callable[[], Response]]) -> None:
    """Print the median of wall time, and of the processor time of the process that answers."""
    walls, cpus = [], []
    for ask in asked:
        wall, cpu = time.perf_counter(), time.process_time()
        ask().raise_for_status()
        walls.append(1000 * (time.perf_counter() - wall))
        cpus.append(1000 * (time.process_time() - cpu))
    wall, cpu = statistics.median(walls), statistics.median(cpus)
    print(f"  {what:<46}{wall:>8.1f} ms{cpu:>8.1f} ms CPU{max(walls):>8.0f} ms at worst")


def _client(folder: Path, case: Case) -> TestClient:
    settings = Settings(f"sqlite:///{folder / 'accounts.sqlite'}")
    access = open_access(settings)
    app = create_app(settings, access, case)
    token = access.sign_in_with_link(access.one_time_link("bench"))
    client = TestClient(app, base_url=settings.address)
    client.cookies.set(settings.cookie, token)
    client.headers["x-form-token"] = form_token(token)
    client.headers["accept"] = "application/json"
    return client


def _case(folder: Path) -> Case:
    """Return a case with the long document, read and proposed for."""
    case = new_case(folder / "zaak", CaseSettings("Meting"))
    content = make_pdf(PAGES)
    add_file(case, "lang.pdf", content, "bench")
    read = read_pdf(content)
    original = case.state().files[1].added.original
    sheets = tuple(Sheet(page.number, page.width, page.height, page.beyond) for page in read)
    kept = keep_reading(case.vault, read), case.vault.put_table([])
    deed = ReadFile(original, case.vault.put(content), *kept, "", sheets)
    record(case, Ask(MACHINE, "document:1", deed))
    rows, texts = [], {}
    for finding in _findings(read):
        item = item_id(1, read.sha256, finding)
        known = text_of(read, finding, case.secret())
        texts[item] = known.shown
        rows.append(_row(item, finding, known.same, known.context))
    key, covered = case.vault.put_table(texts), (Covered(1, original),)
    run = Propose("", key, digest_of(rows, []), len(rows), 0, covered)
    record_run(case, Ask(MACHINE, "case:", run), rows, [])
    return case


def _findings(document: Document) -> Iterator[Finding]:
    for page in document:
        for match in _PERSON.finditer(page.text):
            span = Span(page.number, *match.span())
            yield Finding((span,), Kind.PERSON, 1.0, "bench", "Een naam.")


def _row(item: str, finding: Finding, same: str, context: str) -> ProposalRow:
    spans = json.dumps(finding.spans)
    return ProposalRow(
        0, item, 1, spans, finding.kind, 1.0, "bench", Role.UNKNOWN, "redact", "5.1.2.e",
        finding.reason, None, "", same, context,
    )  # fmt: skip


if __name__ == "__main__":
    review()
