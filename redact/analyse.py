"""From a document to proposals: everything the machine has to say before a person decides."""

from collections.abc import Collection
from dataclasses import dataclass

from redact.detect import DETECTORS, detect
from redact.detect.names.parts import Name
from redact.detect.passages import passage_detector
from redact.detect.recall import case_detector
from redact.detect.recogniser import recogniser
from redact.detect.scope import scope_detector
from redact.detect.terms import term_detector
from redact.document import Document
from redact.finding import Entity, Finding, Proposal
from redact.policy import Policy, propose
from redact.resolve import resolve


@dataclass(frozen=True, slots=True)
class Analysis:
    """What was found in one document, who the persons are, and what is proposed."""

    findings: tuple[Finding, ...]
    entities: tuple[Entity, ...]
    proposals: tuple[Proposal, ...]


def analyse(document: Document, policy: Policy, names: Collection[Name] = ()) -> Analysis:
    """Find, link and propose, under one policy; `names` are those of the rest of the case."""
    findings = find(document, policy, names)
    entities = resolve(document, findings)
    proposals = propose(document, findings, entities, policy)
    return Analysis(tuple(findings), tuple(entities), tuple(proposals))


def find(document: Document, policy: Policy, names: Collection[Name] = ()) -> list[Finding]:
    """Return what may have to go, with what the policy asks to look for."""
    own = (
        term_detector(policy),
        scope_detector(policy),
        passage_detector(policy),
        case_detector(names),
    )
    return detect(document, (*DETECTORS, *own), recogniser(policy))
