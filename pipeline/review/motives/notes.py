"""All notes of a case, by what they are about."""

from datetime import datetime
from typing import NamedTuple

from pipeline.case import acts
from pipeline.case.case import Case
from pipeline.review.record.told import subject_of


class Noted(NamedTuple):
    """One note. `about` and `text` are for the page only."""

    seq: int
    at: datetime
    who: str
    about: str
    link: str
    anchor: str
    text: str


def notes(case: Case) -> list[Noted]:
    """Return the notes that were not taken back, the last one first."""
    with case.lock:
        state = case.state()
        found, seen = [], set()
        for act in reversed(state.acts):
            if not isinstance(act.deed, acts.Note) or not state.counts(act.seq):
                continue
            about, link, _ = subject_of(case, state, act.subject)
            anchor = "" if act.subject in seen else act.subject.replace(":", "-")
            seen.add(act.subject)
            text = case.vault.text(act.deed.text)
            found.append(Noted(act.seq, act.at.astimezone(), act.who, about, link, anchor, text))
        return found
