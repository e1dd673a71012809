"""Agenda items that lie outside what is published: all of it goes, but for the item's number."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from redact.detect.agenda import Item, items
from redact.detect.match import Detector, Match
from redact.finding import Kind
from redact.phrase import fold
from redact.policy.values import Policy

SCOPE = "scope"

_REASON = "Dit agendapunt valt volgens het beleid buiten het verzoek; het nummer blijft staan."

_NUMBER = re.compile(r"(?:agendapunt\s+|punt\s+)?(\d+(?:\.\d+)*)[.):]?", re.IGNORECASE)


class Name(NamedTuple):
    """How a policy names items: by number or by the first words of a title, under a heading."""

    section: str
    number: tuple[int, ...]
    title: str

    def fits(self, item: Item) -> bool:
        """Tell whether an item is meant; who names a section means every item in it."""
        if self.section and not _begins(item.section, self.section):
            return False
        if self.number:
            return item.number == self.number
        return _begins(item.words, self.title) or _begins(item.section, self.title)


def scope_detector(policy: Policy) -> Detector:
    """Return a detector for the agenda items that the policy puts outside the scope."""
    out, only = _names(policy.scope.items), _names(policy.scope.keep_only)

    def find_scope(text: str) -> Iterator[Match]:
        """Yield one match for every item that is out of scope, parts included."""
        if not out and not only:
            return
        agenda = items(text)
        chosen = _all_but(agenda, only) if only else [i for i in agenda if _named(i, out)]
        for item in _outermost(chosen):
            yield Match(item.start, item.end, Kind.SCOPE, 1.0, SCOPE, _REASON)

    return find_scope


def _names(written: Sequence[str]) -> list[Name]:
    return [_name(text) for text in written]


def _name(written: str) -> Name:
    section, _, own = written.rpartition("/")
    found = _NUMBER.fullmatch(own.strip())
    number = tuple(map(int, found[1].split("."))) if found else ()
    return Name(_plain(section), number, _plain(own))


def _plain(words: str) -> str:
    return " ".join(fold(words).split())


def _begins(title: str, words: str) -> bool:
    """Tell whether a title begins with these whole words."""
    return title == words or (title.startswith(words) and not title[len(words)].isalnum())


def _named(item: Item, names: Sequence[Name]) -> bool:
    return any(name.fits(item) for name in names)


def _all_but(agenda: Sequence[Item], only: Sequence[Name]) -> list[Item]:
    """Return the items that neither are named, nor lie in one that is, nor hold one."""
    kept = [item for item in agenda if _named(item, only)]
    return [
        item for item in agenda if item.number and not any(_share(item, other) for other in kept)
    ]


def _share(item: Item, other: Item) -> bool:
    return item.start < other.end and other.start < item.end


def _outermost(chosen: Sequence[Item]) -> Iterator[Item]:
    """Yield the items that do not lie in one yielded before."""
    end = -1
    for item in chosen:
        if item.start >= end:
            yield item
            end = item.end
