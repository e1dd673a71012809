"""Cases made by hand: documents of a few lines, and runs that propose what a test says."""

import hashlib
import json
from importlib.metadata import version

import numpy as np

from pipeline.case.acts import Covered, Propose, ReadFile, Unread
from pipeline.case.case import new_case
from pipeline.case.files import add_file
from pipeline.case.linking import item_id
from pipeline.case.propose import MACHINE, digest_of
from pipeline.case.record import Ask, record, record_run
from pipeline.case.settings import Settings
from pipeline.case.texts import text_of
from pipeline.store import DoubtRow, ProposalRow
from pipeline.vault import Sheet, keep_reading, reading
from redact.document import Document, Page, Span
from redact.finding import Action, Finding, Kind, Role

assert version("lakwerk")

PAGE = "Aanwezig: Anna Vermeulen en B. Smit.\nAnna Vermeulen opent. Bel 06 12345678."
"""A page with two persons, one of them twice, and a number."""


def make_case(folder, url="", **settings):
    return new_case(folder / "zaak", Settings("Proef", database=url, **settings))


def put(case, *pages, name="verslag.txt", unread=()):
    """Add a document and read it, without the machine."""
    content = "\f".join(pages).encode()
    number = add_file(case, name, content, "officer").document
    document = Document(
        hashlib.sha256(content).hexdigest(), tuple(page(n, text) for n, text in enumerate(pages))
    )
    deed = ReadFile(
        original=case.state().files[number].added.original,
        pdf=case.vault.put(content),
        reading=keep_reading(case.vault, document),
        findings=case.vault.put_table([]),
        policy="",
        pages=tuple(Sheet(p.number, p.width, p.height, 0) for p in document),
        unread=tuple(Unread(one, "image", 0, 1) for one in unread),
    )
    record(case, Ask(MACHINE, f"document:{number}", deed))
    return number


def page(number, text):
    """Return a page of monospaced text: every character 6 points wide, lines of 12 points."""
    boxes, line, column = np.full((len(text), 4), np.nan, dtype=np.float32), 0, 0
    for place, letter in enumerate(text):
        if letter == "\n":
            line, column = line + 1, 0
            continue
        boxes[place] = (50 + 6 * column, 50 + 12 * line, 56 + 6 * column, 62 + 12 * line)
        column += 1
    return Page(number, text, boxes, np.zeros(len(text), dtype=np.uint8), 595.0, 842.0)


def says(text, kind=Kind.PERSON, action=Action.REDACT, ground="5.1.2.e", person=None):
    return text, kind, action, ground, person


USUAL = (
    says("Anna Vermeulen", person="p1"),
    says("B. Smit", person="p2"),
    says("06 12345678", Kind.PHONE),
)


def propose(case, *told, doubts=(), only=None):
    """Let the machine propose these texts wherever they stand; return the act of the run."""
    rows, texts, covered = [], {}, []
    for number, file in sorted(case.state().files.items()):
        if file.reading is None or (only is not None and number not in only):
            continue
        covered.append(Covered(number, file.added.original))
        document = reading(case.vault, file.reading.reading)
        for text, kind, action, ground, person in told or USUAL:
            for spans in places(document, text):
                finding = Finding(spans, kind, 1.0, "test", "Een naam.")
                item = item_id(number, document.sha256, finding)
                known = text_of(document, finding, case.secret())
                texts[item] = known.shown
                rows.append(
                    ProposalRow(
                        0, item, number, json.dumps(spans), kind, 1.0, "test", Role.UNKNOWN,
                        action, ground if action is not Action.KEEP else None, "Een naam.",
                        person, "Dezelfde naam." if person else "", known.same, known.context,
                    )
                )  # fmt: skip
    found = [DoubtRow(0, one, other, "Een achternaam alleen.") for one, other in doubts]
    deed = Propose(
        "", case.vault.put_table(texts), digest_of(rows, found), len(rows), 0, tuple(covered)
    )
    return record_run(case, Ask(MACHINE, "case:", deed), rows, found)


def places(document, text):
    for one in document:
        start = one.text.find(text)
        while start >= 0:
            yield (Span(one.number, start, start + len(text)),)
            start = one.text.find(text, start + 1)


def item_at(case, document, text, nth=0):
    """Return the id of the nth item of a document that stands at a text."""
    state = case.state()
    file = state.files[document]
    spans = list(places(reading(case.vault, file.reading.reading), text))[nth]
    found = [i for i in state.items_of(document) if state.spans_of(i) == spans]
    assert len(found) == 1
    return found[0].id
