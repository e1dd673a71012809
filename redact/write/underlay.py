"""A layer of text that is not seen: what stays on a page that became a picture can be read."""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, NamedTuple

import numpy as np

from redact.document import Page
from redact.geometry import TURNS, Mask, Matrix, upright
from redact.write.addition import FONT
from redact.write.font import text_width
from redact.write.gaps import Gap
from redact.write.unseen import program

if TYPE_CHECKING:
    import pikepdf

HIDDEN = "/LakwerkUnseen"
_ASCENT, _DESCENT = 0.8, 0.2
"""How much of a letter's box lies above and below its foot line, as a share of its height."""

_LARGEST, _SIZE, _PAD = 9.0, 0.8, 0.15
"""Of a code: points, share of its gap's height, room on each side as a share of its size."""

_LEVEL = 0.02
_UNICODE = """/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <0000> <FFFF> endcodespacerange
{}
endcmap CMapName currentdict /CMap defineresource pop end end"""


class _Letter(NamedTuple):
    """A letter in its upright box; `place` is its index in the text of the page."""

    place: int
    turn: int
    x0: float
    y0: float
    x1: float
    y1: float


class Underlay:
    """The text of one page and the codes in its gaps, as instructions, and the font they need."""

    def __init__(self, page: Page, gone: Mask, gaps: tuple[Gap, ...]) -> None:
        self._page = page
        self._flip = Matrix(1, 0, 0, -1, 0, page.height)
        self._glyphs: dict[tuple[str, int], int] = {}
        letters = list(_letters(page, gone))
        pieces = [(run[0].place, self._shown(run)) for run in _runs(letters)]
        pieces += [(gap.span.start, self._code(gap)) for gap in gaps if gap.code]
        self.content = b"\n".join(content for _, content in sorted(pieces))

    def _shown(self, run: list[_Letter]) -> bytes:
        """Return the instructions that show letters of one line without ink."""
        first = run[0]
        size = max(first.y1 - first.y0, 0.1)
        foot = first.y1 - _DESCENT * size
        parts, pen = [], first.x0
        for letter in run:
            gap = letter.x0 - pen
            if abs(gap) > _LEVEL:
                parts.append(b"%.1f" % (-1000 * gap / size))
                pen += gap
            width = max(round(1000 * (letter.x1 - letter.x0) / size), 1)
            parts.append(b"<%04X>" % self._glyph(self._page.text[letter.place], width))
            pen += width * size / 1000
        line = self._line(first.turn, first.x0, foot)
        return b"BT 3 Tr %s %.4f Tf %s [%s] TJ ET" % (
            HIDDEN.encode(), size, line, b" ".join(parts),
        )  # fmt: skip

    def _glyph(self, letter: str, width: int) -> int:
        return self._glyphs.setdefault((letter, width), len(self._glyphs) + 1)

    def _line(self, turn: int, x: float, y: float) -> bytes:
        """Return the instruction that puts the pen at an upright place."""
        matrix = self._flip.after(TURNS[turn]).after(Matrix(1, 0, 0, -1, x, y))
        return b"%.4f %.4f %.4f %.4f %.4f %.4f Tm" % matrix

    def _code(self, gap: Gap) -> bytes:
        """Return the instructions that show a code, as large as its gap allows."""
        box = np.array([gap.box], dtype=np.float32)
        x0, y0, x1, y1 = upright(box, gap.turn)[0].tolist()
        fits = (x1 - x0) / (text_width(gap.code) + 2 * _PAD)
        size = min(_LARGEST, _SIZE * (y1 - y0), fits)
        start, foot = x0 + _PAD * size, (y0 + y1) / 2 + (_ASCENT - _DESCENT) / 2 * size
        return b"BT 0 Tr 0.1 g %s %.4f Tf %s (%s) Tj ET" % (
            FONT.encode(), size, self._line(gap.turn, start, foot), gap.code.encode(),
        )  # fmt: skip

    def font(self, pdf: "pikepdf.Pdf") -> "pikepdf.Object":
        """Return the font of the letters: it has widths and meanings, and boxes for shapes."""
        from pikepdf import Array, Dictionary, Name, Stream, String

        boxes = program([width for _, width in self._glyphs])

        system = Dictionary(Registry=String("Adobe"), Ordering=String("Identity"), Supplement=0)
        descriptor = Dictionary(
            Type=Name.FontDescriptor,
            FontName=Name.LakwerkUnseen,
            Flags=4,
            FontBBox=Array([0, -200, 1000, 800]),
            Ascent=800,
            Descent=-200,
            CapHeight=700,
            ItalicAngle=0,
            StemV=80,
            FontFile2=Stream(pdf, boxes, Length1=len(boxes)),
        )
        widths: list[Any] = []
        for (_, width), number in self._glyphs.items():
            widths += [number, Array([width])]
        inner = Dictionary(
            Type=Name.Font,
            Subtype=Name.CIDFontType2,
            BaseFont=Name.LakwerkUnseen,
            CIDSystemInfo=system,
            FontDescriptor=pdf.make_indirect(descriptor),
            CIDToGIDMap=Name.Identity,
            W=Array(widths),
        )
        return pdf.make_indirect(
            Dictionary(
                Type=Name.Font,
                Subtype=Name.Type0,
                BaseFont=Name.LakwerkUnseen,
                Encoding=Name("/Identity-H"),
                DescendantFonts=Array([pdf.make_indirect(inner)]),
                ToUnicode=pdf.make_stream(self._meanings()),
            )
        )

    def _meanings(self) -> bytes:
        """Return the table that tells which letter each code stands for."""
        rows = [
            f"<{number:04X}> <{letter.encode('utf-16-be').hex()}>"
            for (letter, _), number in self._glyphs.items()
        ]
        blocks = [rows[start : start + 100] for start in range(0, len(rows), 100)]
        written = [
            f"{len(some)} beginbfchar\n" + "\n".join(some) + "\nendbfchar" for some in blocks
        ]
        return _UNICODE.format("\n".join(written)).encode()


def _letters(page: Page, gone: Mask) -> Iterator[_Letter]:
    """Yield the letters that stay and have a place, in the order of the text."""
    for place in np.flatnonzero(~gone & ~np.isnan(page.boxes[:, 0])).tolist():
        turn = int(page.turns[place])
        box = upright(page.boxes[place : place + 1], turn)[0].tolist()
        yield _Letter(place, turn, *box)


def _runs(letters: list[_Letter]) -> Iterator[list[_Letter]]:
    """Yield letters that follow each other on one line at one height."""
    run: list[_Letter] = []
    for letter in letters:
        if run and not _follows(run[-1], letter):
            yield run
            run = []
        run.append(letter)
    if run:
        yield run


def _follows(one: _Letter, other: _Letter) -> bool:
    level = abs(one.y0 - other.y0) < _LEVEL and abs(one.y1 - other.y1) < _LEVEL
    near = one.x0 <= other.x0 and other.place - one.place <= 2  # noqa: PLR2004  a made-up space
    return level and near and one.turn == other.turn
