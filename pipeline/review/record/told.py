"""One act in words: what it was about, what stood before, and what stands since."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from pipeline.case import acts
from pipeline.case.acts import Verdict
from pipeline.case.case import Case
from pipeline.case.shown import title_of
from pipeline.case.state import Recorded, State
from pipeline.review.document.history import words
from pipeline.review.people.persons import persons
from pipeline.words import ROLES
from redact.finding import Role

_VERDICTS = {
    Verdict.REDACT: "weglakken",
    Verdict.KEEP: "laten staan",
    Verdict.AS_PROPOSED: "zoals voorgesteld",
}


@dataclass(frozen=True, slots=True)
class Told:
    """An act in words. `about` and `text` may quote a document or a person: for the page only."""

    seq: int
    at: datetime
    who: str
    kind: str
    what: str
    about: str
    link: str
    past: str
    """Where the history of the subject stands; empty for the case as a whole."""
    old: str
    new: str
    text: str
    undone: bool


def told(case: Case, state: State, act: Recorded) -> Told:
    """Return an act in words."""
    about, link, past = subject_of(case, state, act.subject)
    deed = act.deed
    return Told(
        seq=act.seq,
        at=act.at.astimezone(),
        who=act.who,
        kind=deed.name,
        what=words(state, act),
        about=about,
        link=link,
        past=past,
        old=_old(act),
        new=_new(deed),
        text=case.vault.text(deed.text) if isinstance(deed, acts.Note | acts.Motivate) else "",
        undone=not state.counts(act.seq),
    )


def subject_of(case: Case, state: State, subject: str) -> tuple[str, str, str]:
    """Return what a subject is called, where it can be seen, and where its history stands."""
    sort, _, key = subject.partition(":")
    document, _, rest = key.partition(":")
    if sort == "person":
        row = persons(case).get(state.joined(key))
        name = row.label if row else "Persoon die er niet meer is"
        return name, f"/personen#{key}" if row else "", f"/geschiedenis/personen/{key}"
    if sort == "item" and key in state.items:
        item = state.items[key]
        spans = state.spans_of(item)
        page = (spans[0].page if spans else item.page) + 1
        name = f"Document {item.document}, pagina {page}"
        return name, f"/stukken/{item.document}#item={key}", f"/geschiedenis/onderdelen/{key}"
    if sort in ("document", "page", "unread"):
        return _in_document(case, state, sort, int(document), rest)
    named = {"ground": f"Grond {key}", "kind": f"Soort {key}"}.get(sort, "De zaak")
    return named, {"ground": f"/motivering#{key}", "case": "/"}.get(sort, ""), ""


def _in_document(
    case: Case, state: State, sort: str, document: int, rest: str
) -> tuple[str, str, str]:
    name = f"{document}. {title_of(case, state, document)}"
    link = f"/stukken/{document}"
    if sort == "page":
        name, link = f"{name}, pagina {int(rest) + 1}", f"{link}#pagina={int(rest) + 1}"
    return name, link, f"/geschiedenis/documenten/{document}"


def _old(act: Recorded) -> str:
    """Say what stood before."""
    if not act.old:
        return ""
    kept = json.loads(act.old)
    return _said(kept.get("new", kept))


def _new(deed: acts.Deed) -> str:
    return "" if isinstance(deed, acts.Revert) else _said(json.loads(acts.as_json(deed)))


def _said(told: dict[str, Any]) -> str:
    """Say what a deed, as JSON, comes down to."""
    parts = []
    if told.get("verdict"):
        parts.append(_VERDICTS[Verdict(told["verdict"])])
    if told.get("role"):
        parts.append(ROLES[Role(told["role"])])
    parts += told.get("grounds") or []
    parts += _counted(told)
    if isinstance(told.get("document"), int):
        parts.append(f"alleen in document {told['document']}")
    if "seen" in told:
        parts.append("gezien" if told["seen"] else "niet gezien")
    return ", ".join(parts)


def _counted(told: dict[str, Any]) -> list[str]:
    """Say how much an act was about."""
    counted = []
    for name, one, many in (
        ("places", "plaats", "plaatsen"),
        ("others", "andere persoon", "andere personen"),
        ("items", "vermelding", "vermeldingen"),
    ):
        count = told.get(name)
        count = len(count) if isinstance(count, list) else count
        if isinstance(count, int):
            counted.append(f"{count} {one if count == 1 else many}")
    if isinstance(told.get("persons"), int):
        counted.append(f"{told['persons']} personen")
    return counted


KINDS: dict[str, str] = {
    "decide": "Besluit",
    "add": "Toevoeging",
    "resize": "Grens verlegd",
    "join": "Samenvoeging",
    "split": "Splitsing",
    "distinguish": "Uit elkaar gehouden",
    "set_role": "Rol",
    "acknowledge": "Onleesbaar bekeken",
    "see_page": "Pagina gezien",
    "note": "Notitie",
    "motivate": "Motivering",
    "describe": "Gegevens van een document",
    "approve": "Goedkeuring",
    "withdraw": "Goedkeuring ingetrokken",
    "revert": "Ongedaan gemaakt of opnieuw gedaan",
    "add_file": "Bestand toegevoegd",
    "read_file": "Gelezen",
    "read_failed": "Niet te lezen",
    "propose": "Voorstellen gemaakt",
}
"""What each sort of act is called in the filter."""
