"""What changed in a case since somebody last looked."""

from typing import NamedTuple

from pipeline.case import acts
from pipeline.case.case import Case
from pipeline.case.state import Recorded, State


class News(NamedTuple):
    """What changed: ids of items that are new, that are proposed otherwise, that went.

    `documents` are new or have a new version; `lost` are items that somebody had decided on, in
    a version that is no longer there; `others` are the acts of other people.
    """

    since: int
    new: tuple[str, ...]
    altered: tuple[str, ...]
    gone: tuple[str, ...]
    lost: tuple[str, ...]
    documents: tuple[int, ...]
    others: tuple[Recorded, ...]

    @property
    def is_empty(self) -> bool:
        """Tell whether nothing changed."""
        return not any(self[1:])


def news(case: Case, since: int, who: str = "") -> News:
    """Return what changed after an act; `who` looks, so what they did themselves is no news."""
    with case.lock:
        state = case.state()
        here = [item for number in state.files for item in state.items_of(number)]
        void = [item for number in state.files for item in state.void_items(number)]
        files = state.files.values()
        return News(
            since=since,
            new=tuple(i.id for i in here if i.first > since and not i.by_hand),
            altered=tuple(i.id for i in here if i.first <= since < i.altered),
            gone=tuple(_gone(state, since)),
            lost=tuple(i.id for i in void if state.files[i.document].added_seq > since),
            documents=tuple(file.number for file in files if file.added_seq > since),
            others=tuple(a for a in state.acts[since:] if a.who != who and _is_human(a)),
        )


def _gone(state: State, since: int) -> list[str]:
    """Return the items that the last run somebody saw did propose, and the last one does not."""
    runs = [act.seq for act in state.acts[:since] if isinstance(act.deed, acts.Propose)]
    if not runs or runs[-1] == state.run:
        return []
    return [
        item.id
        for item in state.items.values()
        if runs[-1] <= item.run < state.run and not item.by_hand and not state.is_there(item)
    ]


def _is_human(act: Recorded) -> bool:
    return not isinstance(act.deed, acts.ReadFile | acts.ReadFailed | acts.Propose)
