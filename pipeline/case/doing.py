"""Acts for who has texts, names and choices at hand instead of keys and values."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from uuid import uuid4

from pipeline.case import acts
from pipeline.case.acts import Place, Scope, Verdict
from pipeline.case.case import Case
from pipeline.case.record import Ask, record
from pipeline.case.standing import digest
from pipeline.case.state import Recorded
from pipeline.errors import WrongUseError
from redact.finding import Action, Kind, Role

_LONGEST_NOTE = 20_000


@dataclass(frozen=True, slots=True)
class By:
    """Who acts, what they had seen, and the id that makes asking twice harmless."""

    who: str
    saw: int | None = None
    id: str = field(default_factory=lambda: str(uuid4()))


def _do(case: Case, by: By, subject: str, deed: acts.Deed) -> Recorded:
    return record(case, Ask(by.who, subject, deed, by.saw, by.id))


def decide(  # noqa: PLR0913  what a decision consists of
    case: Case,
    by: By,
    subject: str,
    verdict: Verdict,
    grounds: Iterable[str] = (),
    *,
    scope: Scope = Scope.HERE,
    document: int | None = None,
) -> Recorded:
    """Redact or keep an item, a person, a kind, or what is proposed in a document."""
    return _do(case, by, subject, acts.Decide(verdict, tuple(grounds), scope, document))


def add(
    case: Case, by: By, places: Iterable[Place], kind: Kind, grounds: Iterable[str], term: str = ""
) -> Recorded:
    """Redact places by hand; with a term, those of its hits that were ticked."""
    key = case.vault.put_text(term) if term else None
    return _do(case, by, "case:", acts.Add(tuple(places), kind, tuple(grounds), key))


def join(case: Case, by: By, person: str, others: Iterable[str]) -> Recorded:
    """Let persons be one."""
    return _do(case, by, f"person:{person}", acts.Join(tuple(others)))


def split(case: Case, by: By, person: str, items: Iterable[str]) -> Recorded:
    """Give these mentions to a new person, whose id the act tells."""
    fresh = f"s{by.id.replace('-', '')[:12]}"
    return _do(case, by, f"person:{person}", acts.Split(tuple(items), fresh))


def distinguish(case: Case, by: By, person: str, others: Iterable[str]) -> Recorded:
    """Say that the machine's doubt is none: these are other persons."""
    return _do(case, by, f"person:{person}", acts.Distinguish(tuple(others)))


def set_role(case: Case, by: By, person: str, role: Role) -> Recorded:
    """Set the role of a person; what the policy says of that role is decided with it."""
    rule = case.policy().roles.get(role)
    if rule is None or rule.action is Action.LOOK or Kind.PERSON not in rule.kinds:
        return _do(case, by, f"person:{person}", acts.SetRole(role))
    if rule.action is Action.KEEP:
        return _do(case, by, f"person:{person}", acts.SetRole(role, Verdict.KEEP))
    grounds = (rule.ground or case.policy().kinds[Kind.PERSON].ground,)
    return _do(case, by, f"person:{person}", acts.SetRole(role, Verdict.REDACT, grounds))


def note(case: Case, by: By, subject: str, text: str) -> Recorded:
    """Leave a remark on an item, a document, a person or the case."""
    return _do(case, by, subject, acts.Note(case.vault.put_text(_checked(text))))


def motivate(case: Case, by: By, code: str, text: str, *, age: bool = False) -> Recorded:
    """Give the reasons for a ground in this case; with `age`, those of article 5.3."""
    key = case.vault.put_text(_checked(text))
    return _do(case, by, f"ground:{code}", acts.Motivate(key, age=age))


def acknowledge(case: Case, by: By, document: int, name: str, text: str = "") -> Recorded:
    """Say that a person looked at what the machine could not read."""
    key = case.vault.put_text(_checked(text)) if text else None
    return _do(case, by, f"unread:{document}:{name}", acts.Acknowledge(key))


def see_page(case: Case, by: By, document: int, page: int, *, seen: bool = True) -> Recorded:
    """Say that a person looked at a page, or take that back; pages count from 0."""
    return _do(case, by, f"page:{document}:{page}", acts.SeePage(seen=seen))


def approve(case: Case, by: By, document: int, *, second: bool = False) -> Recorded:
    """Approve a document as it stands.

    Raises:
        NotAllowedError: something is open, or this person cannot; the reasons say what to do.
    """
    with case.lock:
        stands = digest(case.state(), document)
        return _do(case, by, f"document:{document}", acts.Approve(stands, second=second))


def withdraw(case: Case, by: By, document: int) -> Recorded:
    """Take the approvals of a document back."""
    return _do(case, by, f"document:{document}", acts.Withdraw())


def _checked(text: str) -> str:
    if not text.strip():
        msg = "De tekst is leeg."
        raise WrongUseError(msg)
    if len(text) > _LONGEST_NOTE:
        msg = f"De tekst is langer dan {_LONGEST_NOTE} tekens. Maak hem korter."
        raise WrongUseError(msg)
    return text
