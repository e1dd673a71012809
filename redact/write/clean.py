"""Take out of a PDF what is no page: everything a reader does not see on paper."""

from typing import TYPE_CHECKING, Any
from urllib.parse import unquote

from redact.write.contents import clean_contents
from redact.write.crop import crop_pictures
from redact.write.destination import take_destination
from redact.write.images import clean_images
from redact.write.prune import is_language, prune
from redact.write.removed import Removed
from redact.write.structure import clean_structure
from redact.write.whitelist import keep

if TYPE_CHECKING:
    import pikepdf

_LINK = {"/Type", "/Subtype", "/Rect", "/Border", "/F", "/StructParent", "/Contents"}
_INHERITED = {"/Resources", "/MediaBox", "/CropBox", "/Rotate"}
_DEEPEST = 50
_ELSEWHERE = "Verwijzing in dit document"
_SAFE_LINK = ("https://", "http://")


def clean(pdf: "pikepdf.Pdf", removed: Removed) -> None:
    """Take out scripts, attachments, names, links and descriptions that no page shows."""
    _own_attributes(pdf)
    for page in pdf.pages:
        _clean_links(pdf, page, removed)
    clean_structure(pdf, removed)
    clean_contents(pdf, removed)
    _clean_language(pdf)
    prune(pdf)
    crop_pictures(pdf)
    clean_images(pdf)
    keep(pdf.trailer, {"/Root", "/Size"})


def _own_attributes(pdf: "pikepdf.Pdf") -> None:
    """Give each page itself what it inherits."""
    for page in pdf.pages:
        missing = _INHERITED - set(page.obj.keys())
        holder: pikepdf.Object = page.obj
        depth = 0
        while missing and "/Parent" in holder and depth < _DEEPEST:
            holder, depth = holder["/Parent"], depth + 1
            for key in missing & set(holder.keys()):
                page.obj[key] = holder[key]
            missing -= set(holder.keys())


def _clean_language(pdf: "pikepdf.Pdf") -> None:
    """Keep the language of the document, and nothing that is more than a language."""
    import pikepdf

    given = pdf.Root.get("/Lang")
    if given is not None and not is_language(given):
        first = str(given).partition("-")[0]
        pdf.Root.Lang = pikepdf.String(first)


def _clean_links(pdf: "pikepdf.Pdf", page: "pikepdf.Page", removed: Removed) -> None:
    """Keep links within the document and to the web, and nothing else that hangs on the page."""
    import pikepdf

    given: Any = page.obj.get("/Annots")
    if given is None:
        return
    annotations: list[Any] = list(given.as_list()) if isinstance(given, pikepdf.Array) else []
    links = [link for link in annotations if isinstance(link, pikepdf.Dictionary)]
    kept = [link for link in links if _clean_link(pdf, link, removed)]
    if kept:
        page.obj.Annots = kept
    else:
        del page.obj["/Annots"]


def _clean_link(pdf: "pikepdf.Pdf", link: "pikepdf.Object", removed: Removed) -> bool:
    """Strip a link of all but its target; tell whether it may stay."""
    import pikepdf

    if link.get("/Subtype") != pikepdf.Name.Link:
        return False
    place = take_destination(pdf, link)
    action = link.get("/A")
    address = str(action.get("/URI", "")) if isinstance(action, pikepdf.Dictionary) else ""
    keep(link, _LINK)
    if place is not None:
        link.Dest = place
    elif address.startswith(_SAFE_LINK) and not removed.is_in(unquote(address)):
        link.A = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String(address))
    else:
        return False
    words = str(link.get("/Contents", ""))
    if removed.is_in(words) or not removed.knows(words):
        link.Contents = pikepdf.String(address if "/A" in link else _ELSEWHERE)
    return True
