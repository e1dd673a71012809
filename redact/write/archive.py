"""What PDF/A and PDF/UA ask of a file beside its text: colours, language, order, links."""

from importlib.resources import files
from typing import TYPE_CHECKING

from redact.write.headings import level_headings

if TYPE_CHECKING:
    import pikepdf

_LANGUAGE = "nl-NL"
_PRINTED = 4
"""The flag of an annotation that is shown and printed."""

_FORBIDDEN = ("/TR", "/TR2", "/HTP", "/HTO")
"""Keys of a graphics state with which a page looks otherwise on each printer."""


def prepare(pdf: "pikepdf.Pdf") -> None:
    """Give a PDF what the standards ask and its source may not have."""
    import pikepdf

    pdf.Root.OutputIntents = pikepdf.Array([_colours(pdf)])
    if not str(pdf.Root.get("/Lang", "")).strip():
        pdf.Root.Lang = pikepdf.String(_LANGUAGE)
    if is_tagged(pdf):
        pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)
        level_headings(pdf.Root.StructTreeRoot)
    for page in pdf.pages:
        _prepare_page(pdf, page)
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            for key in (*_FORBIDDEN, "/Interpolate"):
                if key in thing:
                    del thing[key]


def is_tagged(pdf: "pikepdf.Pdf") -> bool:
    """Tell whether a PDF has tags."""
    return "/StructTreeRoot" in pdf.Root


def _colours(pdf: "pikepdf.Pdf") -> "pikepdf.Object":
    """Return what says that colours are those of sRGB, with its profile."""
    from pikepdf import Dictionary, Name, Stream, String

    data = files("redact.write").joinpath("srgb.icc").read_bytes()
    return Dictionary(
        Type=Name.OutputIntent,
        S=Name.GTS_PDFA1,
        OutputConditionIdentifier=String("sRGB"),
        Info=String("sRGB"),
        DestOutputProfile=pdf.make_indirect(Stream(pdf, data, N=3)),
    )


def _prepare_page(pdf: "pikepdf.Pdf", page: "pikepdf.Page") -> None:
    import pikepdf

    links = page.obj.get("/Annots")
    if links is None:
        return
    if is_tagged(pdf):
        page.obj.Tabs = pikepdf.Name.S
    for link in links:
        link.F = _PRINTED
        if not str(link.get("/Contents", "")).strip():
            link.Contents = pikepdf.String(_describe(pdf, link))


def _describe(pdf: "pikepdf.Pdf", link: "pikepdf.Object") -> str:
    """Return what a screen reader says of a link."""
    action = link.get("/A")
    if action is not None and "/URI" in action:
        return f"Link naar {action.URI}"
    place = link.get("/Dest")
    numbers = {page.obj.objgen: number for number, page in enumerate(pdf.pages, 1)}
    target = place[0].objgen if place is not None else None
    return f"Link naar pagina {numbers[target]}" if target in numbers else "Link in dit document"
