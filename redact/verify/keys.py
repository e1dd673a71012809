"""Does an output hold only what is known to be harmless: every key from the trailer down."""

import tomllib
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files

from redact.verify.carve import Carving
from redact.verify.evidence import Evidence
from redact.verify.leak import Leak, Severity
from redact.verify.objects import Reference, Value, parse

PENDING: frozenset[str] = frozenset()
"""Kinds that the writer does not clean yet: they would only give a warning."""

_DUTCH = {
    "trailer": "bestand",
    "information": "documenteigenschappen",
    "catalog": "catalogus",
    "pages": "pagina",
    "link": "link",
    "bookmark": "bladwijzer",
    "drawing": "afbeelding of formulier",
    "font": "lettertype",
    "descriptor": "lettertype",
    "tags": "tags",
    "tag": "tags",
    "attribute": "tags",
}
_HOLDING = (Reference, list, dict)


def check_keys(evidence: Evidence) -> Iterator[Leak]:
    """Nothing hangs in the file that a published page does not need."""
    kinds = set(unknown(evidence.carving))
    names = {kind: _DUTCH.get(kind, "hulpgegevens") for kind in sorted(kinds)}
    for kind, name in names.items():
        severity = Severity.WARNING if kind in PENDING else Severity.LEAK
        yield Leak("onderdelen", f"er hangt iets onbekends aan: {name}", severity=severity)


def unknown(carving: Carving) -> Iterator[str]:
    """Yield the kind of every dictionary that holds a key, or a thing, that it may not hold."""
    heads = {carved.number: carved.head for carved in carving.objects}
    seen: set[tuple[int, str]] = set()
    ahead: list[tuple[Value, str, str]] = [(trailer, "trailer", "") for trailer in carving.trailers]
    while ahead:
        value, kind, holder = ahead.pop()
        if isinstance(value, Reference):
            if (value.number, kind) in seen or value.number not in heads:
                continue
            seen.add((value.number, kind))
            value = parse(heads[value.number])
        if isinstance(value, list):
            ahead += [(item, kind, holder) for item in value if isinstance(item, _HOLDING)]
        elif isinstance(value, dict):
            may = _allowed(kind, value)
            if may is None:
                yield holder
                continue
            if not value.keys() <= may.keys() and "*" not in may:
                yield kind
            ahead += [
                (under, may.get(key, may.get("*", "")), kind)
                for key, under in value.items()
                if isinstance(under, _HOLDING)
            ]


def _allowed(kind: str, value: Mapping[str, Value]) -> Mapping[str, str] | None:
    """Return what a dictionary of a kind may hold; nothing where none may be."""
    if kind == "destination":
        return _table()["pages"] if value.get("Type") == "Page" else None
    if kind == "tags" and value.get("Type") != "StructTreeRoot":
        kind = "tag"
    return _table().get(kind)


@cache
def _table() -> dict[str, dict[str, str]]:
    text = files("redact.verify").joinpath("keys.toml").read_text("utf-8")
    return tomllib.loads(text)
