"""The grounds that a case uses, with the reasons given, and what the law still asks."""

from collections import Counter
from typing import NamedTuple

from grounds.catalogue import CATALOGUE
from grounds.ground import Ground
from grounds.marks import Rule
from grounds.motivation import SKELETONS, blanks, motivation
from pipeline.case import acts
from pipeline.case.case import Case
from pipeline.case.rules import Broken, broken_rules
from pipeline.case.shown import title_of
from pipeline.case.standing import standings
from pipeline.case.state import State


class Used(NamedTuple):
    """A ground in use. `text` is what was written, or else the skeleton; `blanks` are in it.

    `is_old`: it rests on information older than five years, so article 5.3 asks for more.
    """

    ground: Ground
    places: int
    documents: tuple[int, ...]
    text: str
    blanks: tuple[str, ...]
    is_written: bool
    has_age: bool
    is_old: bool
    who: str
    seq: int

    @property
    def is_done(self) -> bool:
        """Tell whether nothing is left to write."""
        return self.is_written and not self.blanks and (self.has_age or not self.is_old)


class Objected(NamedTuple):
    """A rule that is broken, where, and what it is called there."""

    broken: Broken
    title: str
    link: str


def used(case: Case) -> list[Used]:
    """Return the grounds by which something goes, in the order of the law."""
    with case.lock:
        state = case.state()
        places, documents = _places(state)
        old = {
            code
            for one in broken_rules(case)
            if one.objection.rule is Rule.R7
            for code in one.objection.codes
        }
        return [
            _used(case, state, ground, places[code], documents[code], is_old=code in old)
            for code, ground in CATALOGUE.items()
            if places[code] and code in SKELETONS
        ]


def _places(state: State) -> tuple[Counter[str], dict[str, list[int]]]:
    places: Counter[str] = Counter()
    documents: dict[str, list[int]] = {}
    for number in sorted(state.files):
        here = Counter(code for one in standings(state, number) if one.goes for code in one.grounds)
        places += here
        for code in here:
            documents.setdefault(code, []).append(number)
    return places, documents


def _used(
    case: Case, state: State, ground: Ground, places: int, documents: list[int], *, is_old: bool
) -> Used:
    act = state.latest(f"ground:{ground.code}", acts.Motivate)
    deed = act.deed if act and isinstance(act.deed, acts.Motivate) else None
    has_age = bool(deed and deed.age)
    needs_age = is_old or has_age
    text = (
        case.vault.text(deed.text)
        if deed
        else motivation(ground.code, older_than_five_years=needs_age)
    )
    return Used(
        ground=ground,
        places=places,
        documents=tuple(documents),
        text=text,
        blanks=tuple(dict.fromkeys(blanks(text))),
        is_written=deed is not None,
        has_age=has_age,
        is_old=needs_age,
        who=act.who if act else "",
        seq=state.last_seq(f"ground:{ground.code}"),
    )


def objections(case: Case) -> list[Objected]:
    """Return the rules that are broken, apart from reasons that are still to be written here."""
    with case.lock:
        state = case.state()
        return [
            Objected(one, *_where(case, state, one))
            for one in broken_rules(case)
            if one.document is not None
        ]


def _where(case: Case, state: State, one: Broken) -> tuple[str, str]:
    number = one.document or 0
    link = f"/stukken/{number}" + (f"#item={one.items[0]}" if one.items else "")
    return f"{number}. {title_of(case, state, number)}", link
