"""Read acts from the database: JSON there, values of `acts` here."""

import json
import types
from enum import StrEnum
from functools import cache
from typing import Any, ClassVar, Union, get_args, get_origin, get_type_hints

from pipeline.case.acts import DEEDS, Deed
from pipeline.case.state import Recorded
from pipeline.store import ActRow
from redact.document import Span


def from_json(kind: str, told: str) -> Deed:
    """Return the deed that was written as JSON.

    Raises:
        KeyError, TypeError, ValueError: it is none.
    """
    deed: Deed = _read(DEEDS[kind], json.loads(told))
    return deed


def _read(wanted: Any, told: Any) -> Any:  # noqa: ANN401  a small reader of types
    """Make a value of the wanted type of what JSON gave."""
    origin = get_origin(wanted)
    if origin in (Union, types.UnionType):
        options = [option for option in get_args(wanted) if option is not types.NoneType]
        return None if told is None else _read(options[0], told)
    if origin is tuple:
        return tuple(_read(get_args(wanted)[0], part) for part in told)
    if hasattr(wanted, "__dataclass_fields__"):
        hints = _hints(wanted)
        return wanted(**{name: _read(hints[name], part) for name, part in told.items()})
    if hasattr(wanted, "_fields"):
        hints = _hints(wanted)
        return wanted(*(_read(hint, part) for hint, part in zip(hints.values(), told, strict=True)))
    return wanted(told) if isinstance(wanted, type) and issubclass(wanted, StrEnum) else told


@cache
def _hints(wanted: type[Any]) -> dict[str, Any]:
    hints = get_type_hints(wanted)
    return {
        name: hint
        for name, hint in hints.items()
        if get_origin(hint) is not ClassVar and hint is not ClassVar
    }


def recorded(row: ActRow) -> Recorded:
    """Read an act from its row."""
    deed = from_json(row.kind, row.new)
    return Recorded(row.seq, row.id, row.at, row.who, row.subject, deed, row.old, row.hash)


def spans_from(told: str) -> tuple[Span, ...]:
    """Read spans from JSON."""
    return tuple(Span(*span) for span in json.loads(told))
