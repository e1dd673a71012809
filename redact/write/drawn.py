"""What a page draws beside text, with MuPDF: the boxes of its pictures and of its lines."""

from functools import cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pymupdf


def drawn(page: "pymupdf.Page") -> list[tuple[str, tuple[float, ...]]]:
    """Return what is drawn and in which box, on the page as it is before it is turned.

    PyMuPDF's own log of boxes has each piece of text as well, which takes most of its time.
    """
    from pymupdf import mupdf

    rotation = page.rotation
    if rotation:
        page.set_rotation(0)
    device = _device()()
    mupdf.fz_run_page(page.this, device, mupdf.FzMatrix(), mupdf.FzCookie())
    mupdf.fz_close_device(device)
    if rotation:
        page.set_rotation(rotation)
    return list(device.result)


@cache
def _device() -> Any:  # noqa: ANN401  a class of MuPDF's, which is imported as late as can be
    import pymupdf

    class Device(pymupdf.mupdf.FzDevice2):  # type: ignore[misc]
        """Logs what is drawn, but for text."""

        fill_path = pymupdf.jm_bbox_fill_path
        stroke_path = pymupdf.jm_bbox_stroke_path
        fill_shade = pymupdf.jm_bbox_fill_shade
        fill_image = pymupdf.jm_bbox_fill_image
        fill_image_mask = pymupdf.jm_bbox_fill_image_mask

        def __init__(self) -> None:
            super().__init__()
            self.result: list[tuple[str, tuple[float, ...]]] = []
            self.layers = False
            self.use_virtual_fill_path()
            self.use_virtual_stroke_path()
            self.use_virtual_fill_shade()
            self.use_virtual_fill_image()
            self.use_virtual_fill_image_mask()

    return Device
