"""The font of the labels: the same bytes in every output, so that it tells nothing of the text."""

from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf

_NAME = "LakwerkLabel"
_FIRST, _LAST = 0x20, 0x7E
_BOUNDS = (-24, -212, 941, 741)
_NONSYMBOLIC = 32

_UNICODE = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def /CMapType 2 def
1 begincodespacerange <00> <FF> endcodespacerange
1 beginbfrange <20> <7E> <0020> endbfrange
endcmap CMapName currentdict /CMap defineresource pop end end"""


@cache
def _program() -> bytes:
    return files("redact.write").joinpath("fonts", f"{_NAME}.ttf").read_bytes()


@cache
def _widths() -> tuple[float, ...]:
    """Return the width of each character from space to tilde, as a share of the size."""
    import pymupdf

    font = pymupdf.Font(fontbuffer=_program())
    return tuple(font.glyph_advance(code) for code in range(_FIRST, _LAST + 1))


def text_width(text: str) -> float:
    """Return the width of a text of ASCII characters, as a share of the size."""
    return sum(_widths()[ord(letter) - _FIRST] for letter in text)


def is_label_font(font: "pikepdf.Object") -> bool:
    """Tell whether a font is ours, whole, under whatever name."""
    descriptor = font.get("/FontDescriptor")
    stream = descriptor.get("/FontFile2") if descriptor is not None else None
    return (
        stream is not None
        and int(stream.get("/Length1", 0)) == len(_program())
        and (stream.read_bytes() == _program())
    )


def embed(pdf: "pikepdf.Pdf") -> "pikepdf.Object":
    """Put the font in a PDF and return it."""
    from pikepdf import Array, Dictionary, Name, Stream

    program = Stream(pdf, _program(), Length1=len(_program()))
    descriptor = Dictionary(
        Type=Name.FontDescriptor,
        FontName=Name(f"/{_NAME}"),
        Flags=_NONSYMBOLIC,
        FontBBox=Array(_BOUNDS),
        FontFile2=program,
        Ascent=905,
        Descent=-212,
        CapHeight=688,
        ItalicAngle=0,
        StemV=80,
    )
    return pdf.make_indirect(
        Dictionary(
            Type=Name.Font,
            Subtype=Name.TrueType,
            BaseFont=Name(f"/{_NAME}"),
            FirstChar=_FIRST,
            LastChar=_LAST,
            Widths=Array([round(1000 * width) for width in _widths()]),
            Encoding=Name.WinAnsiEncoding,
            FontDescriptor=pdf.make_indirect(descriptor),
            ToUnicode=Stream(pdf, _UNICODE),
        )
    )
