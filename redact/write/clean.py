"""Take out of a PDF what is no page: everything a reader does not see on paper."""

from typing import TYPE_CHECKING

from redact.write.marked import clean_marked
from redact.write.outline import clean_outline, destination
from redact.write.removed import Removed
from redact.write.structure import clean_structure
from redact.write.whitelist import keep

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pikepdf

_CATALOG = {
    "/Type",
    "/Pages",
    "/Lang",
    "/MarkInfo",
    "/StructTreeRoot",
    "/ViewerPreferences",
    "/PageLayout",
    "/OCProperties",
    "/Outlines",
}
_PAGE = {
    "/Type",
    "/Parent",
    "/MediaBox",
    "/CropBox",
    "/Rotate",
    "/Resources",
    "/Contents",
    "/Group",
    "/UserUnit",
    "/StructParents",
    "/Tabs",
    "/Annots",
}
_LINK = {"/Type", "/Subtype", "/Rect", "/Border", "/F", "/StructParent", "/Contents"}
_NOWHERE = (
    "/PieceInfo",
    "/Metadata",
    "/LastModified",
    "/Thumb",
    "/AF",
    "/AA",
    "/OPI",
    "/Alternates",
    "/Measure",
    "/PtData",
)
_SAFE_LINK = ("https://", "http://")


def clean(pdf: "pikepdf.Pdf", removed: Removed) -> None:
    """Take out scripts, attachments, names, links and descriptions that no page shows."""
    clean_outline(pdf, removed)
    for page in pdf.pages:
        _clean_links(pdf, page, removed)
    clean_structure(pdf, removed)
    clean_marked(pdf, removed)
    keep(pdf.Root, _CATALOG)
    for page in pdf.pages:
        keep(page.obj, _PAGE)
    for thing in _dictionaries(pdf):
        for key in _NOWHERE:
            if key in thing:
                del thing[key]
    keep(pdf.trailer, {"/Root", "/Size"})


def _dictionaries(pdf: "pikepdf.Pdf") -> "Iterator[pikepdf.Object]":
    import pikepdf

    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
            yield thing


def _clean_links(pdf: "pikepdf.Pdf", page: "pikepdf.Page", removed: Removed) -> None:
    """Keep links within the document and to the web, and nothing else that hangs on the page."""
    annotations = page.obj.get("/Annots")
    if annotations is None:
        return
    kept = [link for link in annotations if _clean_link(pdf, link, removed)]
    if kept:
        page.obj.Annots = kept
    else:
        del page.obj["/Annots"]


def _clean_link(pdf: "pikepdf.Pdf", link: "pikepdf.Object", removed: Removed) -> bool:
    """Strip a link of all but its target; tell whether it may stay."""
    import pikepdf

    if link.get("/Subtype") != pikepdf.Name.Link:
        return False
    place = destination(pdf, link)
    action = link.get("/A")
    address = str(action.get("/URI", "")) if isinstance(action, pikepdf.Dictionary) else ""
    keep(link, _LINK)
    if place is not None:
        link.Dest = place
    elif address.startswith(_SAFE_LINK) and not removed.is_in(address):
        link.A = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(address))
    else:
        return False
    if removed.is_in(str(link.get("/Contents", ""))):
        del link["/Contents"]
    return True
