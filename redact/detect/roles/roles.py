"""In which role a named person stands, by the words beside the name."""

from redact.detect.names.historic import is_historic, politicians
from redact.detect.names.tokens import Tokens
from redact.detect.roles.addressed import addressed_role
from redact.detect.roles.after import role_after
from redact.detect.roles.apposition import (
    apposed_role,
)
from redact.detect.roles.before import role_before
from redact.detect.roles.boards import board_role, college_secretary
from redact.detect.roles.cited import cited_role
from redact.detect.roles.enumeration import enumerated_role, role_behind_row
from redact.detect.roles.factions import faction_role
from redact.detect.roles.headed import headed_role
from redact.detect.roles.motions import motion_role
from redact.detect.roles.rows import role_in_row
from redact.detect.roles.seated import seated_role
from redact.detect.roles.signing import signed_role, signs_as_secretary
from redact.detect.roles.told import told_role
from redact.finding import Role


def role_of(tokens: Tokens, start: int, end: int) -> Role:
    """Return the role that the words around tokens [start, end), a name, give the person."""
    if is_historic(tokens, start, end):
        return Role.HISTORIC
    if _is_politician(tokens, start, end):
        return Role.OFFICE_HOLDER
    return (
        cited_role(tokens, start, end)
        or college_secretary(tokens, start, end)
        or (Role.OFFICE_HOLDER if signs_as_secretary(tokens, start, end) else None)
        or _told_beside(tokens, start, end)
        or faction_role(tokens, start)
        or enumerated_role(tokens, start)
        or role_behind_row(tokens, end)
        or board_role(tokens, start, end)
        or told_role(tokens, start, end)
        or role_in_row(tokens, start)
        or headed_role(tokens, start)
        or motion_role(tokens, start, end)
        or addressed_role(tokens, start, end)
        or seated_role(tokens, start, end)
        or apposed_role(tokens, start, end)
        or Role.UNKNOWN
    )


def _is_politician(tokens: Tokens, start: int, end: int) -> bool:
    """Tell a well-known office holder by the full name, or "MP Rutte"."""
    words = tuple(word.casefold() for word in tokens.words[start:end])
    if tokens.word(start - 1) == "MP":
        return any(name[-len(words) :] == words for name in politicians())
    return words in politicians()


def _told_beside(tokens: Tokens, start: int, end: int) -> Role | None:
    """Read the titles beside a name: "prof. dr. Vos (rector magnificus)" has an office."""
    before = role_before(tokens, start)
    if before is Role.ADVISER and role_after(tokens, start, end) is Role.OFFICE_HOLDER:
        return Role.OFFICE_HOLDER
    return before or signed_role(tokens, start, end) or role_after(tokens, start, end)
