"""The tags every program knows; a file's own tags are led back to them."""

import tomllib
from collections.abc import Mapping
from importlib.resources import files


def _read() -> tuple[frozenset[str], Mapping[str, str]]:
    table = tomllib.loads(files("redact.write").joinpath("roles.toml").read_text("utf-8"))
    return frozenset(table["standard"].split()), table["since"]


STANDARD, _SINCE = _read()
_UNKNOWN = "Span"


def standard_role(tag: str, roles: Mapping[str, str]) -> str:
    """Return the standard tag that a tag stands for, by the roles that a file gives its own."""
    seen = set()
    while tag not in seen:
        if tag in STANDARD:
            return tag
        seen.add(tag)
        tag = roles.get(tag, _SINCE.get(tag, tag))
    return _UNKNOWN
