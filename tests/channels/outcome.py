"""What becomes of a channel: with the plain recipe, and with ours."""

import tempfile
from collections.abc import Iterable, Iterator
from dataclasses import astuple, dataclass
from datetime import UTC, datetime
from pathlib import Path

import pymupdf

from pipeline.engine import Failed, whereabouts
from pipeline.engine.local import LocalEngine, processors
from pipeline.oneshot import Order, redact_file
from redact.errors import CrashedError, RedactError, TooHardError
from redact.policy import load_policy, with_terms
from tests.channels.channel import CHANNELS, Channel
from tests.channels.probe import probe
from tests.channels.sheet import NAME, TERM

WHEN = datetime(2026, 1, 1, tzinfo=UTC)
CLEAN, BLOCKED, LEAK, CRASH = "clean", "blocked", "leak", "crash"


@dataclass(frozen=True)
class Outcome:
    """By which means the name is found, in the source and after each recipe.

    `reason` is why ours published nothing, empty where it did; `plain` is None where the plain
    recipe broke off.
    """

    channel: str
    source: frozenset[str]
    plain: frozenset[str] | None
    ours: frozenset[str]
    reason: str

    @property
    def verdict(self) -> str:
        """What became of the channel with ours."""
        if self.reason:
            return CRASH if self.reason.startswith(CRASH) else BLOCKED
        return LEAK if self.ours else CLEAN


def outcomes(names: Iterable[str]) -> Iterator[Outcome]:
    """Yield what becomes of each channel, on all processors, each in a process with limits."""
    for result in LocalEngine(processors()).map(_facts, names):
        assert not isinstance(result.value, Failed), (result.item, result.value)
        yield Outcome(*result.value)


def _facts(name: str) -> tuple[object, ...]:
    """Return an outcome as plain values: those alone may leave the process with limits."""
    return astuple(outcome(name))


def outcome(name: str) -> Outcome:
    """Build a channel, redact it both ways, and look for the name in what comes of it."""
    import tests.channels.builders  # noqa: F401  registers the channels, also in a child process

    channel = CHANNELS[name]
    source = channel.pdf()
    published, reason = _attempt(source)
    return Outcome(
        channel=name,
        source=_found(channel, source, source),
        plain=_found_after_plain(channel, source),
        ours=_found(channel, source, published) if published else frozenset(),
        reason=reason,
    )


def _found(channel: Channel, source: bytes, data: bytes) -> frozenset[str]:
    found = probe(data, NAME, channel.inks())
    if channel.tells is not None and channel.tells(source, data):
        found |= {"gap"}
    return found


def _found_after_plain(channel: Channel, source: bytes) -> frozenset[str] | None:
    try:
        return _found(channel, source, plain(source))
    except (RuntimeError, pymupdf.mupdf.FzErrorBase):
        return None


def _attempt(source: bytes) -> tuple[bytes, str]:
    try:
        return ours(source, TERM), ""
    except (CrashedError, TooHardError) as error:
        return b"", f"{CRASH}: {type(error).__name__}"
    except RedactError as error:
        return b"", f"{type(error).__name__}: {error.message}"
    except Exception as error:  # noqa: BLE001  whatever it is, the product would stop at this file
        return b"", f"{CRASH}: {whereabouts(error)}"


def plain(data: bytes) -> bytes:
    """Redact as most programs do: search, mark, apply, save."""
    with pymupdf.open(stream=data, filetype="pdf") as pdf:
        for page in pdf:
            for place in page.search_for(NAME, quads=True):
                page.add_redact_annot(place, fill=(0, 0, 0))
            page.apply_redactions()
        return pdf.tobytes()


def ours(data: bytes, term: str) -> bytes:
    """Redact a term as the product does.

    Raises:
        RedactError: nothing is published.
    """
    policy = with_terms(load_policy(None), [term], [])
    with tempfile.TemporaryDirectory() as folder:
        source, target = Path(folder, "source.pdf"), Path(folder, "target.pdf")
        source.write_bytes(data)
        redact_file(Order(source, target, Path(folder), policy, WHEN))
        return target.read_bytes()
