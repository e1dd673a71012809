"""Circles in a PDF: a page tree or a form with itself under it. Readers stop there; writers do not.

What closes a circle is taken out. Nothing is lost with it: no program draws a form within itself,
or counts a page among its own leaves.
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pymupdf

_KID = re.compile(r"(\d+) 0 R")


def cut_circles(pdf: "pymupdf.Document") -> bool:
    """Open all circles of page trees and forms; tell whether there was one."""
    cut = _cut_tree(pdf)
    for number in range(len(pdf)):
        for form, name in _closing(pdf, number):
            _forget(pdf, form, name)
            cut = True
    return cut


def _cut_tree(pdf: "pymupdf.Document") -> bool:
    """Leave out of each node of the page tree the nodes that stand above it."""
    cut, seen = False, set[int]()
    kind, root = pdf.xref_get_key(pdf.pdf_catalog(), "Pages")
    waiting: list[tuple[int, ...]] = [(int(root.split()[0]),)] if kind == "xref" else []
    while waiting:
        path = waiting.pop()
        if path[-1] in seen:
            continue
        seen.add(path[-1])
        kind, given = pdf.xref_get_key(path[-1], "Kids")
        kids = [int(kid) for kid in _KID.findall(given)] if kind == "array" else []
        kept = [kid for kid in kids if kid not in path]
        if len(kept) < len(kids):
            pdf.xref_set_key(path[-1], "Kids", f"[{' '.join(f'{kid} 0 R' for kid in kept)}]")
            cut = True
        waiting += [(*path, kid) for kid in kept if pdf.xref_get_key(kid, "Kids")[0] != "null"]
    return cut


def _closing(pdf: "pymupdf.Document", number: int) -> Iterator[tuple[int, str]]:
    """Yield the forms of a page that draw what draws them, and the name they call it by."""
    drawn: defaultdict[int, set[int]] = defaultdict(set)
    for form, name, holder, _ in pdf.get_page_xobjects(number):
        if form and holder in _under(drawn, form):
            yield holder, name
        elif form:  # 0 is no stream, and so no form
            drawn[holder].add(form)


def _under(drawn: dict[int, set[int]], form: int) -> set[int]:
    """Return a form and all that is drawn in it."""
    found, waiting = set[int](), [form]
    while waiting:
        here = waiting.pop()
        if here not in found:
            found.add(here)
            waiting += drawn.get(here, ())
    return found


def _forget(pdf: "pymupdf.Document", form: int, name: str) -> None:
    """Take a form out of the resources of another."""
    from pymupdf import mupdf

    holder = mupdf.pdf_load_object(mupdf.pdf_document_from_fz_document(pdf.this), form)
    resources = mupdf.pdf_dict_gets(holder, "Resources")
    mupdf.pdf_dict_dels(mupdf.pdf_dict_gets(resources, "XObject"), name)
