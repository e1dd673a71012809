"""Drawing one page, in the process with limits: it loads nothing else of the program."""

import io
from functools import lru_cache
from pathlib import Path
from typing import Any, NamedTuple

SCALES = {1: 1.0, 2: 1.6, 3: 2.4, 4: 3.6}
"""Pixels per point, by the number that stands in the path of a picture."""
_MOST = 24_000_000
"""Pixels of one picture; a poster is drawn smaller."""


class Order(NamedTuple):
    """A page of a PDF to draw."""

    path: Path
    page: int
    scale: int


def ready(_: None) -> None:
    """Load what drawing needs, before the first page is asked for."""
    import pymupdf  # noqa: F401
    from PIL import Image, ImageChops, PngImagePlugin, WebPImagePlugin  # noqa: F401, PLC0415


def draw(order: Order) -> bytes:
    """Draw a page: what is grey as a small PNG, what has colours as WebP."""
    import pymupdf
    from PIL import Image  # noqa: PLC0415

    page = _opened(order.path)[order.page]
    pixels = SCALES[order.scale]
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
    import pymupdf

    return pymupdf.open(path, filetype="pdf")


def _is_grey(image: Any) -> bool:  # noqa: ANN401  a picture of Pillow
    from PIL import ImageChops  # noqa: PLC0415

    red, green, blue = image.split()
    return not (
        ImageChops.difference(red, green).getbbox() or ImageChops.difference(red, blue).getbbox()
    )
