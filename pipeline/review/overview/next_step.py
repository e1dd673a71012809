"""What to do next in a case, in plain words, for who looks."""

from typing import NamedTuple

from pipeline.case.approval import DocumentState
from pipeline.case.overview import Overview
from pipeline.review.access.account import Account, Right


class NextStep(NamedTuple):
    """One thing to do, where to do it, and what the button says. Without a path: wait."""

    words: str
    path: str = ""
    button: str = ""


def next_step(seen: Overview, account: Account, *, busy: bool, four_eyes: bool) -> NextStep:
    """Return the first thing that is left to do and that this person may do."""
    steps = (
        _to_add(seen, account),
        NextStep("De documenten worden gelezen. U kunt intussen al verder kijken.")
        if busy
        else None,
        _to_read(seen, account),
        _to_decide(seen, account),
        _to_approve(seen, account, four_eyes=four_eyes),
        _to_publish(seen, account),
    )
    return next((step for step in steps if step), NextStep("Er is voor u nu niets te doen."))


def _to_add(seen: Overview, account: Account) -> NextStep | None:
    if seen.documents:
        return None
    if account.may(Right.ADD):
        return NextStep("Voeg de documenten van deze zaak toe: sleep ze hierheen of kies ze.")
    return NextStep("Er staan nog geen documenten in deze zaak. Een collega voegt ze toe.")


def _to_read(seen: Overview, account: Account) -> NextStep | None:
    if not seen.count(DocumentState.UNREAD) or not account.may(Right.PROPOSE):
        return None
    count = seen.count(DocumentState.UNREAD)
    what = "1 document is" if count == 1 else f"{count} documenten zijn"
    return NextStep(f"{what} nog niet gelezen. Laat voorstellen maken.")


def _to_decide(seen: Overview, account: Account) -> NextStep | None:
    if not account.may(Right.DECIDE):
        return None
    if seen.open_persons:
        who = "1 persoon" if seen.open_persons == 1 else f"{seen.open_persons} personen"
        return NextStep(
            f"Beslis over {who}: één besluit geldt voor alle vermeldingen.",
            "/personen",
            "Personen beoordelen",
        )
    work = [row for row in seen.documents if row.state is DocumentState.OPEN]
    if not work:
        return None
    row = work[0]
    left = row.progress.open
    what = f"Er staan nog {left} voorstellen open" if left > 1 else "Er staat nog 1 voorstel open"
    if not left:
        what = "Er zijn pagina’s die nog niemand heeft bekeken"
    return NextStep(f"{what} in document {row.number}.", f"/stukken/{row.number}", "Verder lezen")


def _to_approve(seen: Overview, account: Account, *, four_eyes: bool) -> NextStep | None:
    if not account.may(Right.APPROVE):
        return None
    if seen.count(DocumentState.LOOKED_AT):
        return NextStep(
            "Alles is beslist. Keur de documenten goed.", "/goedkeuring", "Naar de goedkeuring"
        )
    if four_eyes and seen.count(DocumentState.APPROVED_ONCE):
        return NextStep(
            "Documenten wachten op de goedkeuring van een tweede persoon.",
            "/goedkeuring",
            "Naar de goedkeuring",
        )
    return None


def _to_publish(seen: Overview, account: Account) -> NextStep | None:
    approved = seen.count(DocumentState.APPROVED)
    if not seen.documents or approved < len(seen.documents):
        return None
    if not account.may(Right.PUBLISH):
        return NextStep("Alles is goedgekeurd. Een publicist kan het publicatiepakket maken.")
    return NextStep(
        "Alles is goedgekeurd. Maak het publicatiepakket.", "/goedkeuring", "Naar het pakket"
    )
