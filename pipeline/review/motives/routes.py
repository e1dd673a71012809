"""The pages on which a case is motivated, noted on and set."""

from dataclasses import dataclass, replace
from datetime import date
from typing import Annotated
from uuid import UUID, uuid4, uuid5

from fastapi import APIRouter, Form, Request
from starlette.responses import Response

from pipeline.case import doing
from pipeline.case.case import Case, change_settings
from pipeline.case.doing import By
from pipeline.case.errors import ConflictError
from pipeline.case.settings import Settings
from pipeline.errors import WrongUseError
from pipeline.review.access.account import Account, Right
from pipeline.review.motives.grounds import Objected, Used, objections, used
from pipeline.review.motives.notes import Noted, notes
from pipeline.review.opened import Administrator, Decider, Noter, TheCase, Viewer
from pipeline.review.pages import go, show

router = APIRouter()


@dataclass(frozen=True, slots=True)
class MotivesPage:
    """What the page of reasons shows. `refused` is what somebody wrote that was not kept."""

    used: list[Used]
    objections: list[Objected]
    may_write: bool
    seq: int
    key: UUID
    error: str = ""
    refused: str = ""
    about: str = ""

    @property
    def done(self) -> int:
        """How many grounds have their reasons."""
        return sum(one.is_done for one in self.used)


@router.get("/motivering")
def motives_page(request: Request, case: TheCase, account: Viewer) -> Response:
    """Show the reasons of the case and the rules that are broken."""
    return show(request, "motives.html", _motives(case, account))


def _motives(case: Case, account: Account) -> MotivesPage:
    return MotivesPage(
        used(case), objections(case), account.may(Right.DECIDE), case.state().seq, uuid4()
    )


@router.post("/motivering/{code}")
def motivate(  # noqa: PLR0913, PLR0917  the fields of the form
    request: Request,
    code: str,
    case: TheCase,
    who: Decider,
    key: Annotated[UUID, Form()],
    saw: Annotated[int, Form()],
    text: Annotated[str, Form()] = "",
    age: Annotated[bool, Form()] = False,  # noqa: FBT002  a box of a form
) -> Response:
    """Keep the reasons for a ground."""
    by = By(who.name, saw, str(uuid5(key, code)))
    try:
        doing.motivate(case, by, code, text.replace("\r\n", "\n"), age=age)
    except (ConflictError, WrongUseError) as error:
        view = replace(_motives(case, who), error=str(error), refused=text, about=code)
        return show(request, "motives.html", view, 409)
    return go("/motivering", f"De motivering van {code} is bewaard.")


@dataclass(frozen=True, slots=True)
class NotesPage:
    """What the page of notes shows."""

    notes: list[Noted]
    may_note: bool
    key: UUID
    error: str = ""


@router.get("/notities")
def notes_page(request: Request, case: TheCase, account: Viewer) -> Response:
    """Show all notes."""
    return show(request, "notes.html", NotesPage(notes(case), account.may(Right.NOTE), uuid4()))


@router.post("/notities")
def note(
    request: Request,
    case: TheCase,
    who: Noter,
    key: Annotated[UUID, Form()],
    text: Annotated[str, Form()] = "",
) -> Response:
    """Leave a note on the case."""
    try:
        doing.note(case, By(who.name, None, str(key)), "case:", text)
    except WrongUseError as error:
        return show(
            request,
            "notes.html",
            NotesPage(notes(case), may_note=True, key=key, error=str(error)),
            422,
        )
    return go("/notities", "De notitie is bewaard.")


@dataclass(frozen=True, slots=True)
class SettingsPage:
    """What the page of settings shows."""

    settings: Settings
    error: str = ""


@router.get("/beheer/zaak")
def settings_page(request: Request, case: TheCase, _: Administrator) -> Response:
    """Show the settings of the case."""
    return show(request, "settings.html", SettingsPage(case.settings))


@router.post("/beheer/zaak")
def change(  # noqa: PLR0913, PLR0917  the fields of the form
    request: Request,
    case: TheCase,
    who: Administrator,
    name: Annotated[str, Form()] = "",
    about: Annotated[str, Form()] = "",
    organisation: Annotated[str, Form()] = "",
    request_date: Annotated[str, Form()] = "",
    decision_date: Annotated[str, Form()] = "",
    four_eyes: Annotated[bool, Form()] = False,  # noqa: FBT002
    every_page_seen: Annotated[bool, Form()] = False,  # noqa: FBT002
) -> Response:
    """Change the settings of the case; the record tells who changed which."""
    try:
        wanted = replace(
            case.settings,
            name=_named(name),
            request=about.strip(),
            organisation=organisation.strip(),
            request_date=_day(request_date),
            decision_date=_day(decision_date),
            four_eyes=four_eyes,
            every_page_seen=every_page_seen,
        )
    except (ValueError, WrongUseError) as error:
        message = str(error) if isinstance(error, WrongUseError) else "Deze datum bestaat niet."
        return show(request, "settings.html", SettingsPage(case.settings, message), 422)
    _change(case, who, wanted)
    return go("/beheer/zaak", "De instellingen zijn bewaard.")


def _named(name: str) -> str:
    if not name.strip():
        msg = "Geef de zaak een naam."
        raise WrongUseError(msg)
    return name.strip()


def _day(told: str) -> date | None:
    return date.fromisoformat(told) if told else None


_WORDS = {
    "name": "naam",
    "request": "verzoek",
    "organisation": "organisatie",
    "request_date": "datum van het verzoek",
    "decision_date": "datum van het besluit",
    "four_eyes": "vier ogen",
    "every_page_seen": "elke pagina gezien",
}


def _change(case: Case, who: Account, wanted: Settings) -> None:
    """Change the settings, and say so in the record first: as a note of the administrator."""
    before = case.settings
    told = [
        f"{words}: {_said(getattr(before, name))} → {_said(getattr(wanted, name))}"
        for name, words in _WORDS.items()
        if getattr(before, name) != getattr(wanted, name)
    ]
    if told:
        text = "Instellingen gewijzigd. " + "; ".join(told)
        doing.note(case, By(who.name), "case:", text)
        change_settings(case, wanted)


def _said(value: object) -> str:
    if isinstance(value, bool):
        return "aan" if value else "uit"
    return str(value) if value else "leeg"
