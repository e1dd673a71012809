"""New metadata in the place of the source's: a title, this program's name, and nothing else."""

from importlib.resources import files
from typing import TYPE_CHECKING
from xml.sax.saxutils import escape

if TYPE_CHECKING:
    import pikepdf

TITLE = "Geredigeerd document"
PRODUCER = "lakwerk"


def set_metadata(pdf: "pikepdf.Pdf", title: str) -> None:
    """Give a PDF a title, in both places where readers look; no author and no dates."""
    import pikepdf

    template = files("redact.write").joinpath("xmp.txt").read_text("utf-8")
    filled = template.format(title=escape(title), producer=PRODUCER)
    packet = pikepdf.Stream(pdf, filled.encode("utf-8"))
    packet.Type, packet.Subtype = pikepdf.Name.Metadata, pikepdf.Name.XML
    pdf.Root.Metadata = pdf.make_indirect(packet)
    pdf.trailer.Info = pdf.make_indirect(
        pikepdf.Dictionary(Title=pikepdf.String(title), Producer=pikepdf.String(PRODUCER))
    )
    pdf.Root.ViewerPreferences = pikepdf.Dictionary(DisplayDocTitle=True)
