"""Pictures of pages: drawn once, in a process with limits, and kept in the vault."""

from pathlib import Path
from threading import Lock, Thread

from pipeline.case.case import Case
from pipeline.review.document.drawing import Order, draw, ready
from pipeline.sandbox import Limits, Sandbox
from pipeline.vault import Key
from pipeline.vault.vault import write_whole

_LIMITS = Limits(cpu_seconds=30, wall_seconds=40, memory=2 << 30, answer=64 << 20, file=1 << 20)
_KINDS = {b"\x89PNG": "image/png", b"RIFF": "image/webp"}


class Drawer:
    """One process that draws; it loads what it needs while the browser loads the page."""

    def __init__(self, place: Path) -> None:
        """Start it; `place` is the folder for its temporary files."""
        self._lock = Lock()
        self._sandbox = Sandbox(_LIMITS, place)
        Thread(target=self._warm, daemon=True).start()

    def draw(self, order: Order) -> bytes:
        """Return a picture of a page.

        Raises:
            TooHardError, CrashedError: the page cannot be drawn.
        """
        with self._lock:
            return self._sandbox.run(draw, order)

    def _warm(self) -> None:
        with self._lock:
            self._sandbox.run(ready, None)


def drawer_of(case: Case) -> Drawer:
    """Return the process that draws the pages of a case; started when it is first asked for."""
    with case.lock:
        found: Drawer | None = case.cache.get("drawer")
        if found is None:
            found = case.cache["drawer"] = Drawer(case.vault.place)
        return found


def picture(case: Case, pdf: Key, page: int, scale: int) -> bytes:
    """Return a picture of a page, from the vault if it was drawn before.

    Raises:
        TooHardError, CrashedError: the page cannot be drawn.
    """
    kept = case.vault.root / "pictures" / pdf / f"{page}-{scale}"
    if kept.exists():
        return kept.read_bytes()
    drawn = drawer_of(case).draw(Order(case.vault.path(pdf), page, scale))
    kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_whole(kept, drawn)
    return drawn


def kind_of(picture: bytes) -> str:
    """Return the media type of a picture that we drew."""
    return _KINDS[picture[:4]]
