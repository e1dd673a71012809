"""The instructions of a content stream: which are known, and whether their operands are sound."""

import tomllib
from collections.abc import Callable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

_NUMBERS = frozenset({int, float, Decimal})
_ANY_COLOUR = "?"


class _Table(NamedTuple):
    """The operands that each instruction takes, those that draw, the keys of inline pictures."""

    takes: Mapping[str, str]
    showing: frozenset[str]
    inline: frozenset[str]


@cache
def table() -> _Table:
    """Return what is known of the instructions of a content stream."""
    given = tomllib.loads(files("redact.write").joinpath("operators.toml").read_text("utf-8"))
    takes = {name: takes for group in given["takes"].values() for name, takes in group.items()}
    inline = frozenset(f"/{key}" for key in given["inline"].split())
    return _Table(takes, frozenset(given["showing"].split()), inline)


def sound(name: str, operands: Sequence[Any]) -> Sequence[Any] | None:
    """Return the operands an instruction goes by, or None where it is unknown or makes no sense."""
    takes = table().takes.get(name)
    if takes is None:
        return None
    if takes == _ANY_COLOUR:
        return operands if _is_colour(operands) else None
    if len(operands) > len(takes):
        operands = list(operands)[len(operands) - len(takes) :]
    if len(operands) < len(takes):
        return None
    for kind, operand in zip(takes, operands, strict=True):
        if type(operand) not in _NUMBERS if kind == "n" else not _IS[kind](operand):
            return None
    return operands


def _is_colour(operands: Sequence[Any]) -> bool:
    """Tell whether operands are numbers, with perhaps the name of a pattern behind them."""
    if not operands:
        return False
    *numbers, last = operands
    return all(type(one) in _NUMBERS for one in numbers) and (
        type(last) in _NUMBERS or _is_name(last)
    )


def _is_name(operand: Any) -> bool:  # noqa: ANN401  operands are whatever the file holds
    import pikepdf

    return isinstance(operand, pikepdf.Name)


def _is_string(operand: Any) -> bool:  # noqa: ANN401
    import pikepdf

    return isinstance(operand, pikepdf.String)


def _is_dashes(operand: Any) -> bool:  # noqa: ANN401
    import pikepdf

    if not isinstance(operand, pikepdf.Array):
        return False
    return all(type(one) in _NUMBERS for one in operand.as_list())


def _is_shown(operand: Any) -> bool:  # noqa: ANN401
    import pikepdf

    if not isinstance(operand, pikepdf.Array):
        return False
    elements = operand.as_list()
    return all(type(one) in _NUMBERS or isinstance(one, pikepdf.String) for one in elements)


_IS: Mapping[str, Callable[[Any], bool]] = {
    "/": _is_name,
    "s": _is_string,
    "d": _is_dashes,
    "a": _is_shown,
}
