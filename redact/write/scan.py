"""The pictures of a page that is a scan: where they lie, and a strip of them put anew."""

import math
from collections import Counter
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeAlias

from redact.geometry import TURNS, Box, Matrix
from redact.write.addition import Step, numbers
from redact.write.blank import Parts, blank, layers_of
from redact.write.content import Content
from redact.write.decoration import outlines
from redact.write.picture import Strip
from redact.write.places import NOTHING, Place, places

if TYPE_CHECKING:
    import pikepdf

Number: TypeAlias = tuple[int, int]
"""Of an object of the file."""

_PICTURES = {"Do", "INLINE IMAGE"}

_MOST, _LEAST = 300 / 72, 100 / 72
"""Pixels a point of a strip: as many as the pictures have, within bounds."""

_CUT = {"/FlateDecode", "/DCTDecode", "/CCITTFaxDecode"}
"""Packings of pictures of which a part can be blanked."""


@dataclass
class Scan:
    """The pictures of one page, and the boxes of what is drawn over them, in its own coordinates.

    `last` is the instruction of the page's stream that draws the last picture; `shared` are the
    pictures that are drawn elsewhere too.
    """

    places: Sequence[Place]
    drawings: Sequence[Box]
    shared: AbstractSet[Number]
    last: int
    _taken: list[Box] = field(default_factory=list)

    @classmethod
    def of(cls, page: "pikepdf.Page", content: Content, elsewhere: AbstractSet[Number]) -> "Scan":
        """Look at a page; `elsewhere` are the pictures that other pages draw."""
        found = places(page) if "/XObject" in page.resources else []
        used = Counter(place.image.objgen for place in found)
        twice = {number for number, count in used.items() if count > 1}
        last = max(
            (n for n, name in enumerate(content.streams[0].names) if name in _PICTURES), default=-1
        )
        drawn = outlines(content.tracker, content.at, last)
        return cls(found, drawn, twice | elsewhere, last)

    @property
    def scale(self) -> float:
        """Pixels a point: those of the finest picture."""
        return min(max([_LEAST, *map(_fineness, self.places)]), _MOST)

    def meets(self, box: Box) -> bool:
        """Tell whether a picture lies under a box."""
        return any(place.under(box) != NOTHING for place in self.places)

    def take(self, box: Box) -> bool:
        """Note that a box goes from all pictures under it; tell whether that harms nothing else."""
        under = [place for place in self.places if place.under(box) != NOTHING]
        layers = [layer for place in under for layer in layers_of(place.image)]
        is_safe = (
            bool(under)
            and all(map(_is_cut, layers))
            and not any(place.image.objgen in self.shared for place in under)
            and not any(drawing.meets(box) for drawing in self.drawings)
        )
        self._taken += [box] if is_safe else []
        return is_safe

    def blank(self) -> None:
        """Blank what was taken."""
        for place in self.places:
            parts = [part for part in map(place.under, self._taken) if part != NOTHING]
            for layer in layers_of(place.image) if parts else ():
                blank(layer, Parts(parts, is_kept=False))


def shared(pdf: "pikepdf.Pdf") -> AbstractSet[Number]:
    """Return the pictures that more pages than one may draw."""
    pages = (
        {thing.objgen for thing in dict(page.resources.get("/XObject") or {}).values()}
        for page in pdf.pages
    )
    counted = Counter(number for drawn in pages for number in drawn)
    return {number for number, count in counted.items() if count > 1}


def _fineness(place: Place) -> float:
    across = math.hypot(place.ctm.a, place.ctm.b)
    return int(place.image.get("/Width", 0)) / across if across else 0.0


def _is_cut(image: Any) -> bool:  # noqa: ANN401  pikepdf's
    import pikepdf

    packing = image.get("/Filter")
    every = packing.as_list() if isinstance(packing, pikepdf.Array) else [packing]
    return all(one is None or str(one) in _CUT for one in every)


def image_of(pdf: "pikepdf.Pdf", strip: Strip) -> Any:  # noqa: ANN401
    """Return a strip as a picture of a file, grey where it has no colours."""
    from pikepdf import Name

    pixels, high, wide = strip.pixels, *strip.pixels.shape[:2]
    is_grey = bool((pixels == pixels[:, :, :1]).all())
    image = pdf.make_stream((pixels[:, :, :1] if is_grey else pixels).tobytes())
    image.Type, image.Subtype = Name.XObject, Name.Image
    image.Width, image.Height, image.BitsPerComponent = wide, high, 8
    image.ColorSpace = Name.DeviceGray if is_grey else Name.DeviceRGB
    return image


def laid_strip(strip: Strip, laid: Matrix, *, marked: bool) -> list[Step]:
    """Return the instructions that draw a strip; `laid` maps the page as shown to here."""
    import pikepdf

    x0, y0, x1, y1 = strip.box
    square = Matrix(x1 - x0, 0, 0, y0 - y1, x0, y1)
    matrix = laid.after(TURNS[strip.turn]).after(square)
    drawn = ([pikepdf.Name(strip.name)], "Do")
    steps: list[Step] = [([], "q"), (numbers(matrix), "cm"), drawn, ([], "Q")]
    if marked:
        return steps
    return [([pikepdf.Name("/Artifact")], "BMC"), *steps, ([], "EMC")]
