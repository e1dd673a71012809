"""A limit on guessing: failed sign-ins are counted per name, per place, and per both.

Counted in the database, so a restart or a second process forgets nothing. A name is locked for a
while only for the place that guesses; the far higher limits stop guessing from many places.
"""

import hashlib
import uuid
from collections.abc import Iterator

from sqlalchemy import Connection, delete, func, insert, select

from pipeline.review.access.errors import TooManyAttemptsError
from pipeline.review.access.tables import ATTEMPTS

WINDOW_S = 15 * 60
PER_NAME_AND_PLACE = 5
PER_PLACE = 50
PER_NAME = 100


def refuse_guessing(connection: Connection, name: str, place: str, now: float) -> None:
    """Let a sign-in be tried.

    Raises:
        TooManyAttemptsError: a limit was reached within the last quarter of an hour.
    """
    connection.execute(delete(ATTEMPTS).where(ATTEMPTS.c.at < now - WINDOW_S))
    for key, most in _keys(name, place):
        query = select(func.count(), func.min(ATTEMPTS.c.at)).where(ATTEMPTS.c.key == key)
        count, first = connection.execute(query).one()
        if count >= most:
            raise TooManyAttemptsError(first + WINDOW_S - now)


def count_failure(connection: Connection, name: str, place: str, now: float) -> None:
    """Write down that a sign-in failed."""
    rows = [{"id": str(uuid.uuid4()), "key": key, "at": now} for key, _ in _keys(name, place)]
    connection.execute(insert(ATTEMPTS), rows)


def forget_failures(connection: Connection, name: str, place: str) -> None:
    """Forget the failures of somebody who got in."""
    key = next(_keys(name, place))[0]
    connection.execute(delete(ATTEMPTS).where(ATTEMPTS.c.key == key))


def _keys(name: str, place: str) -> Iterator[tuple[str, int]]:
    for parts, most in (
        (("both", name, place), PER_NAME_AND_PLACE),
        (("place", place), PER_PLACE),
        (("name", name), PER_NAME),
    ):
        yield hashlib.sha256("\0".join(parts).encode()).hexdigest(), most
