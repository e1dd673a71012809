"""The lists beside the detectors: one entry a line, `#` begins a remark."""

from functools import cache
from importlib.resources import files


@cache
def entries(name: str) -> tuple[str, ...]:
    """Return the entries of `lists/<name>.txt` in their order."""
    text = files("redact.detect").joinpath("lists", f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return tuple(line for line in lines if line)


@cache
def entry_set(name: str) -> frozenset[str]:
    """Return the entries of a list to look one up."""
    return frozenset(entries(name))
