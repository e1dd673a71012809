"""Pictures: is there, in the pixels, what the name looks like?

The channels draw the name, so what it looks like is known to the dot: comparing is surer than
reading with OCR, and needs no program.
"""

from collections.abc import Iterator

import numpy as np
import pypdfium2

from tests.channels.probe.hung import hang_pictures

ALIKE = 0.6
"""The correlation of ink from which on a word is legible; other words stay under 0.5."""

_SCALE = 100 / 72


def in_pixels(data: bytes, ink: np.ndarray) -> bool:
    """Tell whether a page, a picture or a content stream shows what the name looks like."""
    looks = [np.rot90(side, turn) for side in (ink, ink[::-1]) for turn in range(4)]
    if any(_shows(picture, looks) for picture in _pictures(hang_pictures(data), 1.0)):
        return True
    return any(_shows(picture, looks[:4]) for picture in page_pictures(data))


def page_pictures(data: bytes) -> Iterator[np.ndarray]:
    """Yield the pages as pictures of 100 dots per inch, 0 for ink."""
    return _pictures(data, _SCALE)


def _pictures(data: bytes | None, scale: float) -> Iterator[np.ndarray]:
    if data is None:
        return
    with pypdfium2.PdfDocument(data) as document:
        for number in range(len(document)):
            page = document[number]
            yield page.render(scale=scale, grayscale=True).to_numpy().copy()
            page.close()


def _shows(picture: np.ndarray, looks: list[np.ndarray]) -> bool:
    trimmed = _trimmed(picture)
    if not trimmed.size:
        return False
    return any(likeness(trimmed, look) > ALIKE for look in looks)


def _trimmed(picture: np.ndarray) -> np.ndarray:
    """Cut away the margins of one colour."""
    other = picture != picture[0, 0]
    rows, columns = np.flatnonzero(other.any(axis=1)), np.flatnonzero(other.any(axis=0))
    if not rows.size:
        return picture[:0]
    return picture[rows[0] : rows[-1] + 1, columns[0] : columns[-1] + 1]


def likeness(picture: np.ndarray, look: np.ndarray) -> float:
    """Return the best normalised cross-correlation of a look with any place of a picture.

    J.P. Lewis, "Fast Normalized Cross-Correlation" (1995): the numerator by Fourier transform,
    the variance under the look by running sums. Ink turned inside out counts as well.
    """
    if picture.shape[0] < look.shape[0] or picture.shape[1] < look.shape[1]:
        return 0.0
    grey = picture.astype(np.float64) - picture.mean()
    mask = look.astype(np.float64) - look.mean()
    shape = picture.shape
    spectrum = np.fft.rfft2(grey) * np.conj(np.fft.rfft2(mask, shape))
    room = (shape[0] - look.shape[0] + 1, shape[1] - look.shape[1] + 1)
    fit = np.fft.irfft2(spectrum, shape)[: room[0], : room[1]]
    spread = _sums(grey**2, look.shape) - _sums(grey, look.shape) ** 2 / look.size
    scale = np.sqrt(np.maximum(spread, 1.0) * (mask**2).sum())
    return float(np.abs(np.where(spread > look.size, fit / scale, 0)).max())


def _sums(values: np.ndarray, shape: tuple[int, int]) -> np.ndarray:
    """Return the sum of the values under every window of a shape."""
    total = np.pad(values.cumsum(axis=0).cumsum(axis=1), ((1, 0), (1, 0)))
    high, wide = shape
    return total[high:, wide:] - total[:-high, wide:] - total[high:, :-wide] + total[:-high, :-wide]
