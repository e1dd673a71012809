"""Read pixels with tesseract, where that is installed: what a page shows, what an image holds."""

import shutil
import subprocess
from collections.abc import Iterator
from functools import cache
from typing import Any

import numpy as np

from redact.errors import TooHardError
from redact.verify.images import Pixels, bitmaps, drawn
from redact.verify.readings import Reading
from redact.verify.shown import load, opened

_SECONDS = 120
_SCALE = 200 / 72
_SMALLEST = 20
"""Pixels: no text is lower or narrower."""
_LANGUAGES = ("nld", "eng")


def has_tesseract() -> bool:
    """Tell whether there is a tesseract that reads our letters."""
    return language() is not None


@cache
def language() -> str | None:
    """Return the language to read with, nothing where tesseract or its languages are missing."""
    program = shutil.which("tesseract")
    if program is None:
        return None
    asked = subprocess.run(  # noqa: S603  a fixed program
        [program, "--list-langs"], capture_output=True, timeout=_SECONDS, check=False
    )
    there = asked.stdout.decode("ascii", "replace").split()
    return next((name for name in _LANGUAGES if name in there), None)


def read_pictures(data: bytes) -> tuple[Reading, Reading]:
    """Return what can be read on every page as it is drawn, and in its images themselves.

    Raises:
        DamagedError: pdfium cannot open the file.
        EncryptedError: it asks for a password.
        TooHardError: a picture takes tesseract longer than two minutes.
    """
    pages: dict[int, str] = {}
    images: dict[int, str] = {}
    with opened(data) as document:
        for number in range(len(document)):
            page = load(document, number)
            pages[number] = read_pixels(_rendered(page))
            texts = [read_pixels(pixels) for pixels in _images(document, page)]
            images[number] = "\n".join(texts)
            page.close()
    return Reading("OCR van de pagina", pages), Reading("OCR van de afbeeldingen", images)


def _rendered(page: Any) -> Pixels:  # noqa: ANN401  pypdfium2 has no types
    bitmap = page.render(scale=_SCALE, grayscale=True, may_draw_forms=False)
    pixels = np.array(bitmap.to_numpy())
    bitmap.close()
    return pixels.reshape(pixels.shape[0], pixels.shape[1], -1)


def _images(document: Any, page: Any) -> Iterator[Pixels]:  # noqa: ANN401
    from pypdfium2 import raw

    (images,) = drawn(page, raw.FPDF_PAGEOBJ_IMAGE)
    for image in images:
        yield from bitmaps(document, page, image.handle)


def read_pixels(pixels: Pixels) -> str:
    """Return the text in pixels of shape (height, width, channels), empty where there is none.

    Raises:
        TooHardError: it takes too long.
    """
    high, wide = pixels.shape[:2]
    program, read_as = shutil.which("tesseract"), language()
    if min(high, wide) < _SMALLEST or program is None or read_as is None:
        return ""
    grey = pixels[:, :, :3].mean(axis=2).astype(np.uint8)
    picture = b"P5 %d %d 255\n" % (wide, high) + grey.tobytes()
    try:
        done = subprocess.run(  # noqa: S603  a fixed program; the picture goes through a pipe
            [program, "-", "-", "-l", read_as, "--psm", "11"],
            input=picture,
            capture_output=True,
            timeout=_SECONDS,
            check=False,
        )
    except subprocess.TimeoutExpired:
        raise TooHardError from None
    return str(done.stdout, "utf-8", "replace")
