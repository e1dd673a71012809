"""The case at a glance: how far each document is, and what is open."""

from typing import NamedTuple

from pipeline.case.approval import DocumentState, Progress, document_state, lapsed, progress
from pipeline.case.case import Case
from pipeline.case.people import people
from pipeline.case.rules import Broken, broken_in_case
from pipeline.case.shown import title_of
from pipeline.case.state import State


class DocumentRow(NamedTuple):
    """One document. `void` counts decisions of older versions; `twin` has the same bytes.

    `failure` is Dutch: why it could not be read.
    """

    number: int
    title: str
    state: DocumentState
    progress: Progress
    versions: int
    void: int
    lapsed: bool
    failure: str
    twin: int | None
    size: int
    changed: int


class Overview(NamedTuple):
    """A case; `seq` is the number of the last act, `run` that of the last proposals."""

    name: str
    request: str
    organisation: str
    seq: int
    run: int
    documents: tuple[DocumentRow, ...]
    persons: int
    open_persons: int
    broken: tuple[Broken, ...]

    def count(self, state: DocumentState) -> int:
        """Return how many documents are in a state."""
        return sum(row.state is state for row in self.documents)

    @property
    def open(self) -> int:
        """How many items wait for a person."""
        return sum(row.progress.open for row in self.documents)


def overview(case: Case) -> Overview:
    """Return the case and its documents, in the order they came in."""
    with case.lock:
        state = case.state()
        kept: tuple[object, Overview] | None = case.cache.get("overview")
        if kept is None or kept[0] != (state.seq, case.settings):
            kept = (state.seq, case.settings), _overview(case, state)
            case.cache["overview"] = kept
        return kept[1]


def _overview(case: Case, state: State) -> Overview:
    twins, persons = _twins(state), people(case)
    return Overview(
        name=case.settings.name,
        request=case.settings.request,
        organisation=case.settings.organisation,
        seq=state.seq,
        run=state.run,
        documents=tuple(_row(case, state, number, twins) for number in sorted(state.files)),
        persons=len(persons),
        open_persons=sum(not person.is_decided for person in persons),
        broken=tuple(broken_in_case(case, state)),
    )


def _row(case: Case, state: State, number: int, twins: dict[int, int]) -> DocumentRow:
    """Return how a document stands; kept until something in it changes."""
    stamp = state.changed[number], case.settings
    kept: tuple[object, DocumentRow] | None = case.cache.get(("row", number))
    if kept is None or kept[0] != stamp:
        kept = stamp, _made(case, state, number)
        case.cache["row", number] = kept
    return kept[1]._replace(twin=twins.get(number))


def _made(case: Case, state: State, number: int) -> DocumentRow:
    file, counted = state.files[number], progress(state, number)
    return DocumentRow(
        number=number,
        title=title_of(case, state, number),
        state=document_state(case, state, number, counted),
        progress=counted,
        versions=file.versions,
        void=len(state.void_items(number)) if file.versions > 1 else 0,
        lapsed=lapsed(state, number),
        failure=file.failure.message if file.failure else "",
        twin=None,
        size=file.added.size,
        changed=state.changed[number],
    )


def _twins(state: State) -> dict[int, int]:
    """Return the documents that have the same bytes as an earlier one."""
    first: dict[str, int] = {}
    found = {}
    for number, file in sorted(state.files.items()):
        earlier = first.setdefault(file.added.original, number)
        if earlier != number:
            found[number] = earlier
    return found
