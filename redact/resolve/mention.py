"""A mention: a finding that names a person, with the parts of the name."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from redact.detect.names.parts import Name, name_of
from redact.document import Document
from redact.finding import Finding, Kind
from redact.phrase import fold
from redact.resolve.namesakes import address_of, is_told_apart

DAMAGED = "name.damaged"
"""The source of a finding that only looks like a name that is known."""

_INTRODUCTION = re.compile(r"\s?[(\[][^()\[\]\n]{0,40}$")


_CODE = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]{0,2}[A-ZÀ-Þ][a-zß-ÿ]{0,2}")
"""Initials as some write them: "JHu", "MaV"."""


class Mention(NamedTuple):
    """A finding that names a person, its place in reading order, and the parts of the name.

    `document` is the key of its document within a case. `text` is folded and must not travel.
    `address` is "m" or "f" where the form of address tells; `is_apart` tells that the text says
    that somebody else is called so.
    """

    order: int
    finding: Finding
    name: Name
    text: str
    document: str = ""
    address: str = ""
    is_apart: bool = False

    def __repr__(self) -> str:
        """Hide the name."""
        return f"<mention {self.order} of {self.document!r}>"

    @property
    def is_person(self) -> bool:
        """Tell a name from a mail address."""
        return self.finding.kind is Kind.PERSON

    @property
    def told(self) -> int:
        """Rank the mention by how much it tells of the person: the lower the more."""
        if not self.is_person:
            return 6
        if self.finding.source == DAMAGED:
            return 5
        if self.name.surname:
            return 0 if self.name.given else 1 if self.name.initials else 2
        return 3 if self.name.given else 4


def mentions(document: Document, findings: Sequence[Finding], key: str = "") -> Iterator[Mention]:
    """Yield the names and mail addresses among the findings of a document, in their order."""
    before, codes = None, set[str]()
    for order, found in enumerate(findings):
        if found.kind not in (Kind.PERSON, Kind.EMAIL):
            continue
        text = " ".join(document.text_of(span) for span in found.spans)
        name = Name() if found.kind is Kind.EMAIL else name_of(text)
        name = Name(monogram=text) if text in codes else name
        is_code = name.monogram or _CODE.fullmatch(text)
        if before and is_code and _is_introduced(document, before.finding, found):
            codes.add(text)
            name = before.name._replace(monogram=name.monogram or text)
        mention = Mention(
            order,
            found,
            name,
            fold(text),
            key,
            address_of(document, found),
            is_told_apart(document, found),
        )
        before = mention if mention.is_person else before
        yield mention


def _is_introduced(document: Document, name: Finding, initials: Finding) -> bool:
    """Tell whether initials stand in brackets right behind a name."""
    end, start = name.spans[-1], initials.spans[0]
    if end.page != start.page or start.start < end.end:
        return False
    between = document.pages[end.page].text[end.end : start.start]
    return _INTRODUCTION.fullmatch(between) is not None
