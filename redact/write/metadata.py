"""New metadata in the place of the source's: a title, this program's name, and nothing else."""

from importlib.resources import files
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    import pikepdf

TITLE = "Geredigeerd document"
PRODUCER = "lakwerk"


def set_metadata(
    pdf: "pikepdf.Pdf", title: str, *, level: str = "", accessible: bool = False
) -> None:
    """Give a PDF a title, in both places where readers look; no author and no dates.

    `level` is the level of PDF/A-2 that the file claims, A, U or B; `accessible` claims PDF/UA-1.
    """
    import pikepdf

    claims = _text("xmp_archive.txt").format(level=level) if level else ""
    claims += _text("xmp_accessible.txt") if accessible else ""
    filled = _text("xmp.txt").format(title=escape(title), producer=PRODUCER, claims=claims)
    packet = pikepdf.Stream(pdf, filled.encode("utf-8"))
    packet.Type, packet.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
    pdf.Root.Metadata = pdf.make_indirect(packet)
    pdf.trailer.Info = pdf.make_indirect(
        pikepdf.Dictionary(Title=pikepdf.String(title), Producer=pikepdf.String(PRODUCER))
    )
    pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)


def _text(name: str) -> str:
    return files("redact.write").joinpath(name).read_text("utf-8")
