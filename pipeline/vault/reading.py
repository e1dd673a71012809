"""A document as it was read, kept so that one page can be had without the others."""

import io
import json
import zipfile
from typing import Any, NamedTuple

import numpy as np
import numpy.typing as npt

from pipeline.vault.vault import Key, Vault
from redact.document import Document, Page

_TABLE = "document.json"


class Sheet(NamedTuple):
    """A page without its text: number, size in points, characters outside its edges."""

    number: int
    width: float
    height: float
    beyond: int


def keep_reading(vault: Vault, document: Document) -> Key:
    """Keep a document that was read; the same document always gets the same key."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as archive:
        _put(archive, _TABLE, json.dumps(_table(document)).encode())
        for page in document:
            _put(archive, f"{page.number}.txt", page.text.encode("utf-8", "surrogatepass"))
            _put(archive, f"{page.number}.boxes.npy", _bytes(page.boxes))
            _put(archive, f"{page.number}.turns.npy", _bytes(page.turns))
    return vault.put(made.getvalue())


def reading(vault: Vault, key: Key) -> Document:
    """Return a document that was kept.

    Raises:
        MissingError: the vault does not hold it.
    """
    with zipfile.ZipFile(io.BytesIO(vault.get(key))) as archive:
        table = json.loads(archive.read(_TABLE))
        return Document(table["sha256"], tuple(_page(archive, row) for row in table["pages"]))


def read_sheet(vault: Vault, key: Key, number: int) -> Page:
    """Return one page of a document that was kept; the rest is not read.

    Raises:
        IndexError: it has no page of that number, from 0.
    """
    with zipfile.ZipFile(vault.path(key)) as archive:
        rows = json.loads(archive.read(_TABLE))["pages"]
        if not 0 <= number < len(rows):
            raise IndexError(number)
        return _page(archive, rows[number])


def _table(document: Document) -> dict[str, Any]:
    rows = [Sheet(p.number, p.width, p.height, p.beyond) for p in document]
    return {"sha256": document.sha256, "pages": rows}


def _page(archive: zipfile.ZipFile, row: list[Any]) -> Page:
    sheet = Sheet(*row)
    return Page(
        number=sheet.number,
        text=archive.read(f"{sheet.number}.txt").decode("utf-8", "surrogatepass"),
        boxes=_array(archive, f"{sheet.number}.boxes.npy"),
        turns=_array(archive, f"{sheet.number}.turns.npy"),
        width=sheet.width,
        height=sheet.height,
        beyond=sheet.beyond,
    )


def _put(archive: zipfile.ZipFile, name: str, content: bytes) -> None:
    """Add an entry without the time of day, so that equal documents are equal bytes."""
    entry = zipfile.ZipInfo(name)
    entry.compress_type = zipfile.ZIP_DEFLATED
    archive.writestr(entry, content, compresslevel=1)


def _bytes(array: npt.NDArray[Any]) -> bytes:
    made = io.BytesIO()
    np.save(made, array, allow_pickle=False)
    return made.getvalue()


def _array(archive: zipfile.ZipFile, name: str) -> npt.NDArray[Any]:
    loaded: npt.NDArray[Any] = np.load(io.BytesIO(archive.read(name)), allow_pickle=False)
    return loaded
