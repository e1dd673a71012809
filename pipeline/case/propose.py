"""Read the documents of a case and propose what may have to go: for all of them, as one run.

What was read stays read: a run that breaks off goes on where it was. What it proposes is written
in one transaction, so that there is never half a run.
"""

import fcntl
import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import version
from typing import NamedTuple

from pipeline.case.acts import Covered, Propose, ReadFailed, ReadFile
from pipeline.case.case import Case
from pipeline.case.errors import BusyError, NotAllowedError
from pipeline.case.linking import (
    Known,
    Linked,
    Told,
    case_persons,
    in_document,
    item_id,
    linked,
    names_of,
)
from pipeline.case.reading import Sweep, ToRead, WasRead, findings_of, read_one, sweep
from pipeline.case.record import Ask, record, record_run
from pipeline.case.state import File, Recorded, State
from pipeline.case.texts import text_of
from pipeline.engine import Engine, Failed
from pipeline.engine.local import LocalEngine, processors
from pipeline.store import DoubtRow, ProposalRow
from pipeline.vault import Key, reading
from redact.finding import Finding, Proposal, Role
from redact.policy import Policy, propose

MACHINE = "lakwerk"
"""Who acts, where it is the machine."""

_LOCK = "propose.lock"


@dataclass(frozen=True, slots=True)
class Step:
    """How far a run is: `document` was read, or failed with `failure`."""

    document: int
    done: int
    total: int
    failure: str = ""


class _Version(NamedTuple):
    """A document as the run reads it, whatever comes in meanwhile."""

    number: int
    original: Key
    read: ReadFile


Watch = Callable[[Step], None]


def propose_case(
    case: Case,
    *,
    jobs: int | None = None,
    engine: Engine | None = None,
    watch: Watch = lambda _: None,
) -> Recorded:
    """Read what is new, link the persons of the whole case, and propose for every document.

    `watch` is told of each file that was read. Decisions stay as they are.

    Raises:
        BusyError: another process or thread does this for the same case.
        PolicyError: the policy of the case says something without meaning.
        NotAllowedError: no document can be read.
    """
    with _alone(case):
        case.vault.tidy()
        policy, rules = case.policy(), rules_of(case)
        engine = engine or LocalEngine(jobs or processors(), place=case.vault.place)
        _read_all(case, engine, policy, rules, watch)
        versions = _versions(case.state())
        if not versions:
            msg = "Er is geen document dat gelezen kan worden. Voeg bestanden toe aan de zaak."
            raise NotAllowedError(msg)
        return _propose(case, engine, policy, rules, versions)


def rules_of(case: Case) -> str:
    """Return a name for what the machine goes by: the policy and this version of the program."""
    told = case.policy_file.read_bytes() + version("lakwerk").encode()
    return hashlib.sha256(told).hexdigest()


@contextmanager
def _alone(case: Case) -> Iterator[None]:
    """Let one run at a time work on a case; a run that was killed leaves no lock behind."""
    with (case.vault.root / _LOCK).open("w") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            raise BusyError from error
        yield


def _read_all(case: Case, engine: Engine, policy: Policy, rules: str, watch: Watch) -> None:
    """Read what was not read under these rules yet, several at once."""
    orders = [
        _order(case, file, policy)
        for file in case.state().files.values()
        if file.reading is None or file.reading.policy != rules
    ]
    for done, result in enumerate(engine.map(read_one, orders), start=1):
        order, value = result.item, result.value
        deed = _outcome(order, value, rules)
        record(case, Ask(MACHINE, f"document:{order.document}", deed))
        failure = value.message if isinstance(value, Failed) else ""
        watch(Step(order.document, done, len(orders), failure))


def _order(case: Case, file: File, policy: Policy) -> ToRead:
    before, added = file.reading, file.added
    return ToRead(
        case.vault,
        file.number,
        added.original,
        added.suffix,
        policy,
        before.pdf if before else None,
        before.reading if before else None,
    )


def _outcome(order: ToRead, value: WasRead | Failed, rules: str) -> ReadFile | ReadFailed:
    if isinstance(value, Failed):
        return ReadFailed(order.original, value.error, value.message)
    return ReadFile(
        order.original,
        value.pdf,
        value.reading,
        value.findings,
        rules,
        value.pages,
        value.unread,
    )


def _versions(state: State) -> list[_Version]:
    return [
        _Version(file.number, file.added.original, file.reading)
        for _, file in sorted(state.files.items())
        if file.reading is not None
    ]


def _propose(
    case: Case, engine: Engine, policy: Policy, rules: str, versions: Sequence[_Version]
) -> Recorded:
    found = _found(case, engine, versions)
    state = case.state()
    hashes = {one.number: str(one.read.pdf) for one in versions}
    persons = linked(case_persons(_told(case, versions, found)), hashes, _known(state))
    rows, texts = _rows(case, policy, persons, _told(case, versions, found))
    doubts = [
        DoubtRow(0, one.id, other, reason)
        for one in persons
        for other, reason in one.doubts.items()
    ]
    deed = Propose(
        policy=rules,
        texts=case.vault.put_table(texts),
        digest=digest_of(rows, doubts),
        items=len(rows),
        persons=len(persons),
        documents=tuple(Covered(one.number, one.original) for one in versions),
    )
    return record_run(case, Ask(MACHINE, "case:", deed), rows, doubts)


def _found(
    case: Case, engine: Engine, versions: Sequence[_Version]
) -> dict[int, tuple[Finding, ...]]:
    """Return what was found in each document, with the persons that only others name in full."""
    found = {one.number: tuple(findings_of(case.vault, one.read.findings)) for one in versions}
    names = names_of(case_persons(_told(case, versions, found)))
    orders = [
        Sweep(case.vault, one.number, one.read.reading, found[one.number], names)
        for one in versions
    ]
    for result in engine.map(sweep, orders):
        if not isinstance(result.value, Failed):
            found[result.item.document] = result.value
    return found


def _told(
    case: Case, versions: Sequence[_Version], found: dict[int, tuple[Finding, ...]]
) -> Iterator[Told]:
    """Yield the documents one by one: a case of a thousand does not fit in memory at once."""
    for one in versions:
        yield Told(one.number, reading(case.vault, one.read.reading), found[one.number])


def _known(state: State) -> Known:
    owners = {
        item.id: item.person
        for item in state.items.values()
        if item.person and item.run == state.run and not item.by_hand
    }
    return Known(owners, state.highest)


def _rows(
    case: Case, policy: Policy, persons: Sequence[Linked], told: Iterator[Told]
) -> tuple[list[ProposalRow], dict[str, str]]:
    """Return a row for every proposal, and what stands at each."""
    secret, rows, texts = case.secret(), list[ProposalRow](), dict[str, str]()
    reasons = {item: reason for person in persons for item, reason in person.reasons.items()}
    for one in told:
        entities = in_document(persons, one.number)
        roles = {entity.id: entity.role for entity in entities}
        for proposal in propose(one.document, one.findings, entities, policy):
            item = item_id(one.number, one.document.sha256, proposal.finding)
            text = text_of(one.document, proposal.finding, secret)
            texts[item] = text.shown
            row = _row(one.number, item, proposal, roles)
            rows.append(
                row._replace(
                    link_reason=reasons.get(item, ""), same=text.same, context=text.context
                )
            )
    return rows, texts


def _row(document: int, item: str, proposal: Proposal, roles: Mapping[str, Role]) -> ProposalRow:
    finding = proposal.finding
    return ProposalRow(
        run=0,
        item=item,
        document=document,
        spans=json.dumps(finding.spans),
        kind=finding.kind,
        score=finding.score,
        source=finding.source,
        role=roles.get(proposal.entity or "", finding.role),
        action=proposal.action,
        ground=proposal.ground,
        reason=proposal.reason,
        person=proposal.entity,
        link_reason="",
        same="",
        context="",
    )


def digest_of(rows: Sequence[ProposalRow], doubts: Sequence[DoubtRow]) -> str:
    """Return a hash of the rows of a run, in any order, so that a changed row is seen."""
    told = sorted(json.dumps(row[1:], ensure_ascii=False) for row in (*rows, *doubts))
    return hashlib.sha256("\n".join(told).encode()).hexdigest()
