"""The pages of the record, its export, and the check that nobody tampered with it."""

from dataclasses import dataclass
from datetime import UTC, datetime
from urllib.parse import urlencode

from fastapi import APIRouter, HTTPException, Request
from starlette.responses import Response

from pipeline.case.audit import Fault, check_case
from pipeline.case.case import Case
from pipeline.case.export import as_csv, as_json_record
from pipeline.case.history import history
from pipeline.case.state import Recorded, State
from pipeline.review.opened import Historian, TheCase
from pipeline.review.pages import show
from pipeline.review.record.told import KINDS, Told, subject_of, told
from pipeline.store.store import first_broken

router = APIRouter(prefix="/geschiedenis")

_PIECE = 100


@dataclass(frozen=True, slots=True)
class Sieve:
    """Which acts to show: by whom, of which sort, after which act."""

    who: str = ""
    kind: str = ""
    since: int = 0

    def passes(self, act: Recorded) -> bool:
        """Tell whether an act is to be shown."""
        who = not self.who or act.who == self.who
        return who and (not self.kind or act.deed.name == self.kind) and act.seq > self.since

    def link(self, before: int) -> str:
        """Return where the acts before one stand."""
        asked = {"wie": self.who, "soort": self.kind, "sinds": self.since or "", "voor": before}
        return "?" + urlencode({name: value for name, value in asked.items() if value})


@dataclass(frozen=True, slots=True)
class RecordPage:
    """What a page of the record shows, the last act first. `older` is where it goes on."""

    title: str
    link: str
    acts: list[Told]
    found: int
    total: int
    sieve: Sieve
    people: list[str]
    kinds: dict[str, str]
    older: str
    is_whole: bool
    """The page is about the whole case, not about one thing in it."""
    broken: int | None
    faults: list[Fault] | None = None


@router.get("")
def record_page(
    request: Request,
    case: TheCase,
    _: Historian,
    wie: str = "",
    soort: str = "",
    sinds: int = 0,
    voor: int = 0,
) -> Response:
    """Show what was done in the case."""
    return show(request, "record.html", _of_case(case, Sieve(wie, soort, sinds), voor))


@router.post("/controle")
def check(request: Request, case: TheCase, _: Historian) -> Response:
    """Check the record and all that it names, and show what was found."""
    return show(request, "record.html", _of_case(case, Sieve(), 0, check_case(case)))


def _of_case(
    case: Case, sieve: Sieve, before: int, faults: list[Fault] | None = None
) -> RecordPage:
    with case.lock:
        state = case.state()
        found = [act for act in reversed(state.acts) if sieve.passes(act)]
        return _page(case, state, found, sieve, before=before, faults=faults)


@router.get("/personen/{key}")
def person_page(request: Request, key: str, case: TheCase, _: Historian, voor: int = 0) -> Response:
    """Show what was done with a person."""
    return _about(request, case, f"person:{key}", voor)


@router.get("/documenten/{key}")
def document_page(
    request: Request, key: int, case: TheCase, _: Historian, voor: int = 0
) -> Response:
    """Show what was done in a document."""
    return _about(request, case, f"document:{key}", voor)


@router.get("/onderdelen/{key}")
def item_page(request: Request, key: str, case: TheCase, _: Historian, voor: int = 0) -> Response:
    """Show what was done with one item."""
    return _about(request, case, f"item:{key}", voor)


def _about(request: Request, case: Case, subject: str, before: int) -> Response:
    with case.lock:
        state = case.state()
        if not _is_known(state, subject):
            raise HTTPException(404)
        found = list(reversed(history(case, subject)))
        return show(
            request, "record.html", _page(case, state, found, Sieve(), before=before, about=subject)
        )


def _is_known(state: State, subject: str) -> bool:
    sort, _, key = subject.partition(":")
    if sort == "document":
        return int(key) in state.files
    known = key in state.items if sort == "item" else key in state.persons()
    return known or subject in state.of_subject


def _page(  # noqa: PLR0913  what a page of the record is made of
    case: Case,
    state: State,
    found: list[Recorded],
    sieve: Sieve,
    *,
    before: int,
    about: str = "",
    faults: list[Fault] | None = None,
) -> RecordPage:
    rest = [act for act in found if not before or act.seq < before]
    title, link, _ = subject_of(case, state, about) if about else ("", "", "")
    return RecordPage(
        title=title,
        link=link,
        acts=[told(case, state, act) for act in rest[:_PIECE]],
        found=len(found),
        total=len(state.acts),
        sieve=sieve,
        people=sorted({act.who for act in state.acts}),
        kinds=KINDS,
        older=sieve.link(rest[_PIECE - 1].seq) if rest[_PIECE:] else "",
        is_whole=not about,
        broken=None if about else first_broken(case.store.acts()),
        faults=faults,
    )


@router.get("/bestand.csv")
def csv_file(case: TheCase, _: Historian, teksten: bool = False) -> Response:  # noqa: FBT001, FBT002
    """Return the record as CSV; with what people typed, if that is asked for."""
    return _file(as_csv(case, texts=teksten), "text/csv", "csv")


@router.get("/bestand.json")
def json_file(case: TheCase, _: Historian, teksten: bool = False) -> Response:  # noqa: FBT001, FBT002
    """Return the record as JSON; with what people typed, if that is asked for."""
    return _file(as_json_record(case, texts=teksten), "application/json", "json")


def _file(content: str, kind: str, suffix: str) -> Response:
    day = datetime.now(UTC).astimezone().strftime("%Y-%m-%d")
    named = f'attachment; filename="register-{day}.{suffix}"'
    return Response(
        content, media_type=f"{kind}; charset=utf-8", headers={"content-disposition": named}
    )
