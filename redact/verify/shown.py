"""The output as pdfium shows it: each character with its box, in the shown page's own points."""

import ctypes
import re
from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import repeat
from typing import Any

import numpy as np
import numpy.typing as npt

from redact.document import Boxes
from redact.errors import DamagedError, EncryptedError
from redact.geometry import Box

Codes = npt.NDArray[np.uint32]

_PAIR = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_NOTHING = "\u200b"


@dataclass(frozen=True, slots=True, eq=False)
class Shown:
    """One page: text, one box per character (as `redact.document.Page` has them), and size."""

    text: str = field(repr=False)
    boxes: Boxes = field(repr=False)
    width: float
    height: float

    def scaled(self, unit: float) -> "Shown":
        """Return the page with a unit of its own (/UserUnit), which pdfium leaves out."""
        return Shown(self.text, self.boxes * unit, self.width * unit, self.height * unit)


def shown_pages(data: bytes) -> list[Shown]:
    """Read all pages of a PDF with pdfium.

    Raises:
        DamagedError: pdfium cannot open the file or one of its pages.
        EncryptedError: it asks for a password.
    """
    with opened(data) as document:
        return [_shown(document, number) for number in range(len(document))]


def opened(data: bytes) -> Any:  # noqa: ANN401  pypdfium2 has no types
    """Open a PDF with pdfium; a context manager.

    Raises:
        DamagedError: pdfium cannot open the file.
        EncryptedError: it asks for a password.
    """
    import pypdfium2
    from pypdfium2.raw import FPDF_ERR_PASSWORD

    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if error.err_code == FPDF_ERR_PASSWORD:
            raise EncryptedError from None
        raise DamagedError from None


def load(document: Any, number: int) -> Any:  # noqa: ANN401
    """Load one page.

    Raises:
        DamagedError: pdfium cannot.
    """
    import pypdfium2

    try:
        return document[number]
    except pypdfium2.PdfiumError:
        raise DamagedError from None


def _shown(document: Any, number: int) -> Shown:  # noqa: ANN401
    page = load(document, number)
    textpage = page.get_textpage()
    count = max(textpage.count_chars(), 0)
    text, boxes = read_text(textpage, count), read_boxes(textpage, count)
    shown = Shown(text, laid(page, boxes), *page.get_size())
    textpage.close()
    page.close()
    return shown


def read_text(textpage: Any, count: int) -> str:  # noqa: ANN401
    """Return the page's characters, exactly `count`, one for each box."""
    from pypdfium2 import raw

    units = ctypes.create_string_buffer(2 * (count + 1))
    written = raw.FPDFText_GetText(
        textpage, 0, count, ctypes.cast(units, ctypes.POINTER(ctypes.c_ushort))
    )
    text = units.raw[: 2 * max(written - 1, 0)].decode("utf-16-le", "replace")
    if len(text) == count:
        return text
    # pdfium left some out (they have no place in its running text), or a sign takes two of its
    # units: ask for each of them
    codes = [raw.FPDFText_GetUnicode(textpage, index) for index in range(count)]
    return _PAIR.sub(_joined, "".join(map(chr, codes)))


def _joined(pair: re.Match[str]) -> str:
    """Return the sign that two units make up, and nothing to read in the place of the second."""
    return pair[0].encode("utf-16-le", "surrogatepass").decode("utf-16-le") + _NOTHING


def read_boxes(textpage: Any, count: int) -> Boxes:  # noqa: ANN401
    """Return left, top, right, bottom of each character as the PDF's own axes have them.

    The call is made through a bare function type: ctypes' checks would cost half the time.
    """
    from pypdfium2 import raw

    boxes = np.zeros((count, 4), dtype=np.float32)
    pointer, plain = ctypes.c_void_p, ctypes.CFUNCTYPE
    address = ctypes.cast(raw.FPDFText_GetLooseCharBox, pointer).value or 0
    call = plain(ctypes.c_int, pointer, ctypes.c_int, pointer)(address)
    handle = ctypes.cast(textpage.raw, pointer).value
    start = boxes.ctypes.data
    rows = range(start, start + 16 * count, 16)
    deque(map(call, repeat(handle), range(count), rows), maxlen=0)
    return boxes


def laid(page: Any, boxes: Boxes) -> Boxes:  # noqa: ANN401
    """Turn boxes from the PDF's axes into the shown page's: origin top left, rotation applied."""
    left, bottom, right, top = page.get_bbox()
    x0, y1, x1, y0 = boxes.T
    across, down = (x0 - left, x1 - left), (top - y1, top - y0)
    turned = {
        0: (across, down),
        90: ((y0 - bottom, y1 - bottom), across),
        180: ((right - x1, right - x0), (y0 - bottom, y1 - bottom)),
        270: (down, (right - x1, right - x0)),
    }[page.get_rotation()]
    (a0, a1), (b0, b1) = turned
    return np.stack([a0, b0, a1, b1], axis=1).astype(np.float32)


def on_pdf_axes(page: Any, boxes: Sequence[Box], width: float) -> list[Box]:  # noqa: ANN401
    """Return boxes of the page as shown on the PDF's own axes, upwards; the inverse of `laid`.

    `width` is that of the page in points, which a unit of its own may make other than pdfium's.
    """
    left, bottom, right, top = page.get_bbox()
    unit = width / page.get_width() if width and page.get_width() else 1.0
    found = []
    for a0, b0, a1, b1 in (tuple(edge / unit for edge in box) for box in boxes):
        x0, y0, x1, y1 = {
            0: (left + a0, top - b1, left + a1, top - b0),
            90: (left + b0, bottom + a0, left + b1, bottom + a1),
            180: (right - a1, bottom + b0, right - a0, bottom + b1),
            270: (right - b1, top - a1, right - b0, top - a0),
        }[page.get_rotation()]
        found.append(Box(x0, y0, x1, y1))
    return found
