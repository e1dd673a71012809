"""The program of a font whose letters are boxes: nobody sees them, but all programs find them.

Some programs look for a letter's box in the font, and overlook letters that have none.
"""

import io
from collections.abc import Sequence

_HIGH, _LOW = 800, -200
_WIDEST = 0x7FFF


def program(widths: Sequence[int]) -> bytes:
    """Return a TrueType program with a box of each width, in thousandths; glyph 0 is empty.

    A letter that is wider than a program can say has the widest box.
    """
    from fontTools.fontBuilder import FontBuilder

    names = [".notdef", *(f"box{number}" for number in range(1, len(widths) + 1))]
    boxes = (0, *(min(width, _WIDEST) for width in widths))
    advances = dict(zip(names, boxes, strict=True))
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupGlyf({name: _box(width) for name, width in advances.items()})
    builder.setupHorizontalMetrics({name: (width, 0) for name, width in advances.items()})
    builder.setupHorizontalHeader(ascent=_HIGH, descent=_LOW)
    builder.updateHead(created=0, modified=0)  # when it was made is nobody's business
    out = io.BytesIO()
    builder.save(out)
    return out.getvalue()


def _box(width: int) -> object:
    from fontTools.pens.ttGlyphPen import TTGlyphPen

    pen = TTGlyphPen(None)
    if width:
        pen.moveTo((0, _LOW))
        for corner in ((0, _HIGH), (width, _HIGH), (width, _LOW)):
            pen.lineTo(corner)
        pen.closePath()
    return pen.glyph()
