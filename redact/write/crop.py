"""Blank the pixels of pictures that no page shows."""

from typing import TYPE_CHECKING

from redact.write.blank import Parts, blank, layers_of
from redact.write.sight import look

if TYPE_CHECKING:
    import pikepdf


def crop_pictures(pdf: "pikepdf.Pdf") -> None:
    """Blank what sticks out of a page, of a clip or of a form, in every picture that is drawn."""
    for image, parts in look(pdf).hidden():
        for layer in layers_of(image):
            blank(layer, Parts(parts, is_kept=True))
