"""What an organisation has already made known: names that stay, functions held in public."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from redact.document import Document
from redact.finding import PASSAGES, Finding, Kind, Role
from redact.phrase import fold, pattern_of
from redact.policy.values import Policy

_NEAR = 80
"""Characters beside a name in which its function may stand."""

_BEFORE_NAME = (
    r"(?:\s*[,:(–-])?\s*(?:(?:de heer|dhr\.?|mevrouw|mw\.?|mevr\.?|drs\.?|mr\.?|ir\.?|dr\.?)\s+)*$"
)
_AFTER_NAME = r"^\s*(?:[,(–-]\s*|is\s+|als\s+)?(?:de\s+|onze\s+)?"


@dataclass(frozen=True, slots=True)
class Known:
    """What the policy says stays, found in one document.

    `kept` holds [start, end) in the document's text of every place of a text to keep.
    """

    document: Document
    text: str = field(repr=False)
    starts: tuple[int, ...]
    kept: tuple[tuple[int, int], ...]
    names: frozenset[str] = field(repr=False)
    holders: frozenset[str] = field(repr=False)
    before: re.Pattern[str] | None
    after: re.Pattern[str] | None
    domains: tuple[str, ...]

    @classmethod
    def of(cls, document: Document, policy: Policy) -> "Known":
        """Look up in a document what the policy keeps."""
        text = fold(document.text)
        names = [name for name in (*policy.keep, policy.organisation.name) if name]
        titles = (*policy.organisation.public_functions, *policy.office_holders.titles)
        return cls(
            document=document,
            text=text,
            starts=document.page_starts,
            kept=tuple(_places(names, text)),
            names=frozenset(_plain(name) for name in policy.keep),
            holders=frozenset(
                form for name in policy.office_holders.names for form in _forms(_plain(name))
            ),
            before=_beside(titles, "", _BEFORE_NAME),
            after=_beside(titles, _AFTER_NAME, ""),
            domains=policy.organisation.domains,
        )

    def keeps(self, finding: Finding, mentions: Sequence[Finding]) -> bool:
        """Tell whether a finding stays: it lies in a kept text, or its person is one.

        A person is one when the longest mention is the kept text; a kept first name alone does
        not keep everybody who bears it. A passage is more than a name and never stays this way.
        """
        if finding.kind in PASSAGES:
            return False
        if self._lies_in_kept(finding):
            return True
        if not self.names:
            return False
        fullest = max(mentions, key=lambda mention: len(self._text_of(mention)))
        return self._text_of(fullest) in self.names

    def role(self, finding: Finding, mentions: Iterable[Finding], role: Role) -> Role:
        """Return a finding's role, given what the organisation says about itself."""
        if finding.kind is Kind.PERSON and any(map(self._holds_office, mentions)):
            return Role.OFFICE_HOLDER
        if finding.kind is Kind.EMAIL and role is Role.UNKNOWN and self._is_own_mail(finding):
            return Role.CIVIL_SERVANT
        return role

    def _lies_in_kept(self, finding: Finding) -> bool:
        start, end = self._place(finding)
        return any(first <= start and end <= last for first, last in self.kept)

    def _holds_office(self, mention: Finding) -> bool:
        """Tell whether a mention is a listed holder's full name, or stands beside a function."""
        is_listed = bool(self.holders) and self._text_of(mention) in self.holders
        return is_listed or self._in_public_function(mention)

    def _in_public_function(self, mention: Finding) -> bool:
        if self.before is None or self.after is None:
            return False
        start, end = self._place(mention)
        lead, tail = self.text[max(0, start - _NEAR) : start], self.text[end : end + _NEAR]
        return bool(self.before.search(lead) or self.after.search(tail))

    def _is_own_mail(self, finding: Finding) -> bool:
        """Tell whether a mail address, or the part before its @, is at an own domain."""
        start, end = self._place(finding)
        whole = re.match(r"\S*", self.text[start : end + _NEAR])
        domain = whole[0].rpartition("@")[2].rstrip(".,;:>)") if whole else ""
        return any(domain == own or domain.endswith("." + own) for own in self.domains)

    def _place(self, finding: Finding) -> tuple[int, int]:
        first, last = finding.spans[0], finding.spans[-1]
        return self.starts[first.page] + first.start, self.starts[last.page] + last.end

    def _text_of(self, finding: Finding) -> str:
        return _plain(" ".join(self.document.text_of(span) for span in finding.spans))


def _places(names: Iterable[str], folded: str) -> Iterator[tuple[int, int]]:
    for name in names:
        for match in pattern_of(name).finditer(folded):
            yield match.span()


def _forms(name: str) -> Iterator[str]:
    """Yield a full name as it may be written: "anna de vos", "a. de vos", "vos, a. de"."""
    yield name
    given, _, surname = name.partition(" ")
    if not surname or "." in given:
        return
    *particles, last = surname.split()
    tail = " ".join(particles)
    yield f"{given[0]}. {surname}"
    yield f"{given[0]}.{surname}"
    for first in (f"{given[0]}.", given):
        yield f"{last}, {first} {tail}".rstrip()


def _plain(name: str) -> str:
    return " ".join(fold(name).split())


def _beside(functions: Sequence[str], before: str, after: str) -> re.Pattern[str] | None:
    """Return a pattern for any of the functions at one side of a name."""
    if not functions:
        return None
    any_of = "|".join(pattern_of(function).pattern for function in functions)
    return re.compile(f"{before}(?:{any_of}){after}")
