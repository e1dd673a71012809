"""Pictures of pages: drawn once, in a process with limits, and kept in the vault."""

import io
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Any, NamedTuple

from pipeline.case.case import Case
from pipeline.sandbox import Limits, Sandbox
from pipeline.vault import Key
from pipeline.vault.vault import write_whole

SCALES = (1, 2, 3, 4)
"""Halves of pixels per point, doubled: 1 is for the smallest zoom, 4 for the largest."""
_PIXELS = {1: 1.0, 2: 1.6, 3: 2.4, 4: 3.6}
_MOST = 24_000_000
"""Pixels of one picture; a poster is drawn smaller."""
_LIMITS = Limits(cpu_seconds=30, wall_seconds=40, memory=2 << 30, answer=64 << 20, file=1 << 20)
_KINDS = {b"\x89PNG": "image/png", b"RIFF": "image/webp"}


class Order(NamedTuple):
    """A page of a PDF to draw."""

    path: Path
    page: int
    scale: int


class Drawer:
    """One process that draws; it is started at the first page, and waits for the next."""

    def __init__(self) -> None:
        self._lock = Lock()
        self._sandbox: Sandbox | None = None

    def draw(self, order: Order) -> bytes:
        """Return a picture of a page.

        Raises:
            TooHardError, CrashedError: the page cannot be drawn.
        """
        with self._lock:
            self._sandbox = self._sandbox or Sandbox(_LIMITS)
            return self._sandbox.run(draw, order)


def picture(case: Case, pdf: Key, page: int, scale: int) -> bytes:
    """Return a picture of a page, from the vault if it was drawn before.

    Raises:
        TooHardError, CrashedError: the page cannot be drawn.
    """
    kept = case.vault.root / "pictures" / pdf / f"{page}-{scale}"
    if kept.exists():
        return kept.read_bytes()
    with case.lock:
        drawer: Drawer = case.cache.setdefault("drawer", Drawer())
    drawn = drawer.draw(Order(case.vault.path(pdf), page, scale))
    kept.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    write_whole(kept, drawn)
    return drawn


def kind_of(picture: bytes) -> str:
    """Return the media type of a picture that we drew."""
    return _KINDS[picture[:4]]


def draw(order: Order) -> bytes:
    """Draw a page: what is grey as a small PNG, what has colours as WebP."""
    import pymupdf  # noqa: PLC0415
    from PIL import Image  # noqa: PLC0415

    page = _opened(order.path)[order.page]
    pixels = _PIXELS[order.scale]
    area = page.rect.width * page.rect.height * pixels**2
    pixels *= min(1.0, (_MOST / max(area, 1)) ** 0.5)
    drawn = page.get_pixmap(matrix=pymupdf.Matrix(pixels, pixels), alpha=False)
    image = Image.frombytes("RGB", (drawn.width, drawn.height), drawn.samples)
    made = io.BytesIO()
    if _is_grey(image):
        image.convert("L").save(made, "PNG", compress_level=1)
    else:
        image.save(made, "WEBP", quality=82, method=0)
    return made.getvalue()


@lru_cache(maxsize=2)
def _opened(path: Path) -> Any:  # noqa: ANN401  a document of PyMuPDF
    """Open a PDF; the last ones stay open, for their next page."""
    import pymupdf  # noqa: PLC0415

    return pymupdf.open(path, filetype="pdf")


def _is_grey(image: Any) -> bool:  # noqa: ANN401  a picture of Pillow
    from PIL import ImageChops  # noqa: PLC0415

    red, green, blue = image.split()
    return not (
        ImageChops.difference(red, green).getbbox() or ImageChops.difference(red, blue).getbbox()
    )
