"""The record of a case, for an archive or an auditor: every act, as CSV and as JSON."""

import csv
import io
import json
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from pipeline.case import acts
from pipeline.case.acts import DEEDS, as_json
from pipeline.case.case import Case
from pipeline.case.state import Recorded, State

_HEADS = ("seq", "id", "at", "who", "kind", "subject", "old", "new", "undone", "text", "hash")
_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula."""


def as_csv(case: Case, *, texts: bool = False) -> str:
    """Return the record as CSV; with `texts`, what people typed and the names of files too."""
    made = io.StringIO()
    writer = csv.DictWriter(made, _HEADS, lineterminator="\r\n")
    writer.writeheader()
    for row in _rows(case, texts=texts):
        writer.writerow({name: _harmless(value) for name, value in row.items()})
    return made.getvalue()


def as_json_record(case: Case, *, texts: bool = False) -> str:
    """Return the record as JSON, with the settings of the case."""
    settings = json.loads(json.dumps(asdict(case.settings), default=str))
    settings.pop("database")  # it may hold a password
    rows = [
        {**row, "old": json.loads(row["old"] or "null"), "new": json.loads(row["new"])}
        for row in _rows(case, texts=texts)
    ]
    return json.dumps({"case": settings, "acts": rows}, ensure_ascii=False, indent=2)


def _rows(case: Case, *, texts: bool) -> Iterator[dict[str, Any]]:
    with case.lock:
        state = case.state()
        done = list(state.acts)
    for act in done:
        yield _row(case, state, act, texts=texts)


def _row(case: Case, state: State, act: Recorded, *, texts: bool) -> dict[str, Any]:
    return {
        "seq": act.seq,
        "id": act.id,
        "at": act.at.isoformat(timespec="milliseconds"),
        "who": act.who,
        "kind": act.deed.name,
        "subject": act.subject,
        "old": act.old,
        "new": as_json(act.deed),
        "undone": not state.counts(act.seq),
        "text": _typed(case, act) if texts else "",
        "hash": act.hash,
    }


def _typed(case: Case, act: Recorded) -> str:
    """Return what a person typed with an act, or the name of the file that came in."""
    deed = act.deed
    if isinstance(deed, acts.Note | acts.Motivate):
        return case.vault.text(deed.text)
    if isinstance(deed, acts.AddFile):
        return case.vault.text(deed.title)
    keys = {
        acts.Add: getattr(deed, "term", None),
        acts.Describe: getattr(deed, "title", None),
        acts.Acknowledge: getattr(deed, "note", None),
    }
    key = keys.get(DEEDS[deed.name])
    return case.vault.text(key) if key else ""


def _harmless(value: object) -> object:
    """Return a value that a spreadsheet shows and does not run."""
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
