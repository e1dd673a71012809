"""What may be done now: the subject is there, the places exist, the grounds can be cited."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from grounds.catalogue import CATALOGUE
from pipeline.case import acts
from pipeline.case.acts import Deed, Verdict
from pipeline.case.approval import refusals
from pipeline.case.case import Case
from pipeline.case.errors import NotAllowedError, UnknownSubjectError
from pipeline.case.state import Item, State
from pipeline.errors import WrongUseError
from pipeline.vault import read_sheet
from redact.document import Span
from redact.errors import GroundMissingError
from redact.finding import Action, Kind
from redact.geometry import Box

_SORTS: dict[type[Any], frozenset[str]] = {
    acts.Decide: frozenset({"item", "person", "document", "kind"}),
    acts.Add: frozenset({"case"}),
    acts.Resize: frozenset({"item"}),
    acts.Join: frozenset({"person"}),
    acts.Split: frozenset({"person"}),
    acts.Distinguish: frozenset({"person"}),
    acts.SetRole: frozenset({"person"}),
    acts.Acknowledge: frozenset({"unread"}),
    acts.SeePage: frozenset({"page"}),
    acts.Note: frozenset({"item", "document", "person", "case"}),
    acts.Motivate: frozenset({"ground"}),
    acts.Describe: frozenset({"document"}),
    acts.Approve: frozenset({"document"}),
    acts.Withdraw: frozenset({"document"}),
    acts.ReadFile: frozenset({"document"}),
    acts.ReadFailed: frozenset({"document"}),
}
"""What each sort of act can be about."""


def allowed(case: Case, state: State, who: str, subject: str, deed: Deed) -> Deed:
    """Return a deed as it is to be recorded, with the grounds it stands on filled in.

    Raises:
        UnknownSubjectError, NotAllowedError, GroundMissingError, WrongUseError: it must not be.
    """
    sorts = _SORTS.get(type(deed))
    if sorts is not None:
        if subject.partition(":")[0] not in sorts:
            raise UnknownSubjectError
        _check_subject(state, subject)
    check = _CHECKS.get(type(deed))
    if check:
        check(case, state, subject, deed)
    if isinstance(deed, acts.Approve):
        _check_approval(state, case, who, subject, deed)
    return _with_grounds(state, subject, deed)


def _check_subject(state: State, subject: str) -> None:
    sort, _, key = subject.partition(":")
    document, _, rest = key.partition(":")
    known = {
        "item": lambda: key in state.items and _is_live(state, state.items[key]),
        "person": lambda: key in state.persons(),
        "document": lambda: key.isdecimal() and int(key) in state.files,
        "page": lambda: _has_page(state, document, rest),
        "unread": lambda: _has_unread(state, document, rest),
        "kind": lambda: key in set(Kind),
        "ground": lambda: key in CATALOGUE,
        "case": lambda: not key,
    }
    if not known[sort]():
        raise UnknownSubjectError


def _is_live(state: State, item: Item) -> bool:
    return state.is_current(item) and state.is_there(item)


def _has_page(state: State, document: str, page: str) -> bool:
    file = state.files.get(int(document)) if document.isdecimal() else None
    return bool(file and file.reading and page.isdecimal() and int(page) < len(file.reading.pages))


def _has_unread(state: State, document: str, name: str) -> bool:
    file = state.files.get(int(document)) if document.isdecimal() else None
    return bool(file and file.reading and any(name == one.id for one in file.reading.unread))


def _check_grounds(grounds: Iterable[str]) -> None:
    if any(code not in CATALOGUE for code in grounds):
        msg = "Deze grond bestaat niet. Kies een grond uit de lijst."
        raise WrongUseError(msg)


def _check_decision(_: Case, state: State, subject: str, deed: acts.Decide) -> None:
    _check_grounds(deed.grounds)
    item = state.items.get(subject.removeprefix("item:"))
    if item and deed.verdict is Verdict.AS_PROPOSED and item.action is Action.LOOK:
        msg = "Het programma stelt hier niets voor. Kies weglakken of laten staan."
        raise WrongUseError(msg)


def _check_addition(case: Case, state: State, _: str, deed: acts.Add) -> None:
    _check_grounds(deed.grounds)
    if not deed.places:
        msg = "Er is niets gekozen om weg te lakken."
        raise WrongUseError(msg)
    if not deed.grounds:
        raise GroundMissingError
    for place in deed.places:
        _check_place(case, state, place.document, place.spans, place.page, place.box)


def _check_size(case: Case, state: State, subject: str, deed: acts.Resize) -> None:
    item = state.items[subject.partition(":")[2]]
    page = deed.spans[0].page if deed.spans else item.page
    _check_place(case, state, item.document, deed.spans, page, deed.box)


def _check_place(
    case: Case, state: State, document: int, spans: Sequence[Span], page: int, box: Box | None
) -> None:
    """Check that a place lies on pages that exist."""
    file = state.files.get(document)
    if file is None or file.reading is None or bool(spans) == (box is not None):
        raise UnknownSubjectError
    pages = file.reading.pages
    if any(not 0 <= span.page < len(pages) for span in spans) or not 0 <= page < len(pages):
        raise UnknownSubjectError
    for span in spans:
        length = len(read_sheet(case.vault, file.reading.reading, span.page).text)
        if not 0 <= span.start < span.end <= length:
            raise UnknownSubjectError
    if box is not None and not _lies_on(box, pages[page].width, pages[page].height):
        raise UnknownSubjectError


def _lies_on(box: Box, width: float, height: float) -> bool:
    return 0 <= box.x0 < box.x1 <= width + 1 and 0 <= box.y0 < box.y1 <= height + 1


def _check_joining(_: Case, state: State, subject: str, deed: acts.Join | acts.Distinguish) -> None:
    persons, into = state.persons(), subject.partition(":")[2]
    if not deed.others or into in deed.others or any(p not in persons for p in deed.others):
        raise UnknownSubjectError


def _check_splitting(_: Case, state: State, subject: str, deed: acts.Split) -> None:
    mentions = set(state.persons()[subject.partition(":")[2]])
    if not deed.items or not mentions.issuperset(deed.items):
        raise UnknownSubjectError
    if mentions == set(deed.items):
        msg = "Kies niet alle vermeldingen: dan blijft er niemand over om van te splitsen."
        raise WrongUseError(msg)


def _check_approval(state: State, case: Case, who: str, subject: str, deed: acts.Approve) -> None:
    reasons = refusals(case, state, int(subject.partition(":")[2]), who, second=deed.second)
    if reasons:
        raise NotAllowedError(*reasons)


_CHECKS: dict[type[Any], Callable[[Case, State, str, Any], None]] = {
    acts.Decide: _check_decision,
    acts.Add: _check_addition,
    acts.Resize: _check_size,
    acts.Join: _check_joining,
    acts.Distinguish: _check_joining,
    acts.Split: _check_splitting,
}


def _with_grounds(state: State, subject: str, deed: Deed) -> Deed:
    """Fill in the grounds of what is proposed, so that a later policy changes no decision."""
    if not isinstance(deed, acts.Decide) or deed.verdict is not Verdict.REDACT or deed.grounds:
        return deed
    sort, _, key = subject.partition(":")
    names = [key] if sort == "item" else state.persons().get(key, []) if sort == "person" else []
    told = Counter(state.items[name].grounds for name in names if state.items[name].grounds)
    if not told:
        raise GroundMissingError
    return replace(deed, grounds=told.most_common(1)[0][0])
