"""From findings to proposals: what the policy makes of what was seen."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from redact.document import Document
from redact.finding import Action, Entity, Finding, Kind, Proposal, Role
from redact.policy.public import Known
from redact.policy.values import KindRule, Policy

_ID_DIGITS = 16

_HOLDERS = {
    Role.OFFICE_HOLDER: "een bestuurder of ambtsdrager",
    Role.AUTHOR: "de schrijver van een aangehaalde publicatie",
    Role.HISTORIC: "een historisch persoon",
    Role.ORGANISATION: "een organisatie",
    Role.CITIZEN: "een burger",
    Role.CIVIL_SERVANT: "een ambtenaar",
    Role.ADVISER: "een extern adviseur",
}


class Ruling(NamedTuple):
    """What should happen, under which ground, and the sentence that says why."""

    action: Action
    ground: str | None
    reason: str


@dataclass(frozen=True, slots=True)
class _Subject:
    """A finding with all that the case says about it."""

    finding: Finding
    role: Role
    score: float
    kept: bool
    may_hold: bool
    """Whether an office holder in the document may be meant by the same name."""


def propose(
    document: Document, findings: Iterable[Finding], entities: Iterable[Entity], policy: Policy
) -> list[Proposal]:
    """Return one proposal for each finding, in reading order.

    A term always goes; what the policy keeps stays; then the role decides, then the kind and
    the score. What holds for one mention of a person holds for all.
    """
    people = {entity.id: entity for entity in entities}
    owners = {mention: entity for entity in people.values() for mention in entity.mentions}
    known = Known.of(document, policy)
    proposals = []
    for finding in _distinct(findings):
        owner = owners.get(finding)
        others = [people[doubt].role for doubt in owner.doubts if doubt in people] if owner else []
        ruling = _rule(_subject(finding, owner, known, others), policy)
        proposals.append(
            Proposal(
                id=proposal_id(document, finding),
                finding=finding,
                action=ruling.action,
                ground=ruling.ground,
                reason=f"{finding.reason} {ruling.reason}",
                entity=owner.id if owner else None,
            )
        )
    return proposals


def proposal_id(document: Document, finding: Finding) -> str:
    """Return a name for a finding that is the same in every run over the same bytes."""
    places = ";".join(f"{span.page},{span.start},{span.end}" for span in finding.spans)
    told = f"{document.sha256}|{finding.kind}|{places}"
    return hashlib.sha256(told.encode()).hexdigest()[:_ID_DIGITS]


def _distinct(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings in reading order, the surest one where two say the same."""
    best: dict[tuple[object, Kind], Finding] = {}
    for finding in sorted(findings, key=lambda found: found.score):
        best[finding.spans, finding.kind] = finding
    return sorted(best.values(), key=_reading_order)


def _reading_order(finding: Finding) -> tuple[int, int, int, str]:
    first = finding.spans[0]
    return first.page, first.start, -first.end, finding.kind


def _subject(
    finding: Finding, owner: Entity | None, known: Known, others: Sequence[Role]
) -> _Subject:
    """Gather what is known; all mentions of one person share a role and the best score."""
    mentions: Sequence[Finding] = (finding,)
    role = finding.role
    if owner and finding.kind is Kind.PERSON:
        mentions = [mention for mention in owner.mentions if mention.kind is Kind.PERSON]
    if owner and owner.role is not Role.UNKNOWN:
        role = owner.role
    return _Subject(
        finding,
        role=known.role(finding, mentions, role),
        score=max(finding.score, *(mention.score for mention in mentions)),
        kept=known.keeps(finding, mentions),
        may_hold=role is Role.UNKNOWN and Role.OFFICE_HOLDER in others,
    )


def _rule(subject: _Subject, policy: Policy) -> Ruling:
    term = policy.term(subject.finding.source)
    if term:
        return Ruling(Action.REDACT, term.ground, "Het beleid laat deze tekst altijd weg.")
    if subject.kept:
        return Ruling(Action.KEEP, None, "Het beleid laat deze tekst altijd staan.")
    ruling = _by_role(subject, policy) or _by_kind(subject, policy.kinds[subject.finding.kind])
    if subject.may_hold and ruling.action is Action.REDACT and subject.finding.kind is Kind.PERSON:
        reason = f"Een bestuurder in dit stuk heet ook zo ({ruling.ground}); kijk wie het is."
        return Ruling(Action.LOOK, ruling.ground, reason)
    return ruling


def _by_role(subject: _Subject, policy: Policy) -> Ruling | None:
    rule = policy.roles.get(subject.role)
    if rule is None or subject.finding.kind not in rule.kinds:
        return None
    kind = policy.kinds[subject.finding.kind]
    holder = _HOLDERS[subject.role]
    if rule.action is Action.KEEP:
        return Ruling(
            Action.KEEP, None, f"Het hoort bij {holder} en blijft volgens het beleid staan."
        )
    ground = rule.ground or kind.ground
    if rule.action is Action.LOOK:
        return Ruling(
            Action.LOOK, ground, f"Het hoort bij {holder}; het beleid vraagt u te kijken."
        )
    return _by_score(
        subject.score,
        kind,
        Ruling(
            Action.REDACT,
            ground,
            f"Het hoort bij {holder} en gaat volgens het beleid weg ({ground}).",
        ),
    )


def _by_kind(subject: _Subject, rule: KindRule) -> Ruling:
    if rule.action is Action.KEEP:
        return Ruling(Action.KEEP, None, "Het beleid laat deze soort staan.")
    if rule.action is Action.REDACT:
        reason = f"Het beleid laat deze soort weg ({rule.ground})."
    else:
        reason = f"Het beleid vraagt u te beslissen of dit weg moet ({rule.ground})."
    return _by_score(subject.score, rule, Ruling(rule.action, rule.ground, reason))


def _by_score(score: float, rule: KindRule, sure: Ruling) -> Ruling:
    """Return the ruling itself where the score bears it, a milder one where it does not."""
    if score < rule.look_from:
        return Ruling(Action.KEEP, None, "Het is te onzeker om voor te leggen en blijft staan.")
    if sure.action is Action.REDACT and score < rule.redact_from:
        reason = f"Het is niet zeker genoeg om zonder meer weg te laten ({sure.ground}); kijk zelf."
        return Ruling(Action.LOOK, sure.ground, reason)
    return sure
