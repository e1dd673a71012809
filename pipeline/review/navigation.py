"""The entries of the navigation: add a line here to hang a page in the bar."""

from dataclasses import dataclass

from pipeline.review.access.account import Account, Right


@dataclass(frozen=True, slots=True)
class Entry:
    """A page in the bar, for who may see it. Paths below `path` belong to the same entry."""

    label: str
    path: str
    right: Right
    is_for_teams: bool = False
    """Of no use to somebody who works alone."""


ENTRIES = (
    Entry("Zaak", "/", Right.SEE),
    Entry("Personen", "/personen", Right.SEE),
    Entry("Soorten", "/soorten", Right.SEE),
    Entry("Motivering", "/motivering", Right.SEE),
    Entry("Goedkeuring", "/goedkeuring", Right.SEE),
    Entry("Geschiedenis", "/geschiedenis", Right.RECORD),
    Entry("Instellingen", "/beheer/zaak", Right.ACCOUNTS),
    Entry("Accounts", "/beheer/accounts", Right.ACCOUNTS, is_for_teams=True),
)


def entries_for(account: Account | None, *, is_team: bool) -> tuple[Entry, ...]:
    """Return the entries somebody may see."""
    shown = [entry for entry in ENTRIES if is_team or not entry.is_for_teams]
    return tuple(entry for entry in shown if account and account.may(entry.right))


def is_at(entry: Entry, path: str) -> bool:
    """Tell whether a path lies at or below an entry."""
    return path == entry.path or (entry.path != "/" and path.startswith(f"{entry.path}/"))
