"""Set blocks as pages with typst. Text goes in as data: none of it is ever read as markup."""

import json
import re
import unicodedata
from collections.abc import Iterable, Sequence
from importlib.resources import as_file, files
from itertools import groupby
from typing import Any

from redact.errors import UndrawableError
from redact.write.retypeset.blocks import (
    Block,
    Heading,
    ListItem,
    Paragraph,
    Picture,
    Running,
    Runs,
    Table,
)
from redact.write.retypeset.finish import finished
from redact.write.retypeset.legend import contents

_PLACEHOLDER = "□"
"""Stands for a sign that our fonts do not draw, such as a pictogram."""

_INVISIBLE = re.compile(
    "[\0-\x08\x0b-\x1f\x7f-\x9f\u00ad\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufe00-\ufe0f]"
)
_FORMULA = re.compile("[\U0001d400-\U0001d7ff]")
"""Letters and digits that are italic, bold or script by themselves."""

_SAFE = re.compile("[\t\n -~\u00a0-\u017f\u2010-\u2015\u2018-\u201f\u2022\u2026\u20ac\u2192□]")
"""What our own font draws."""

PICTURE = "[afbeelding niet overgenomen]"


def set_pages(blocks: Sequence[Block], title: str, codes: Sequence[str]) -> bytes:
    """Return a PDF of the blocks that is PDF/A-2a and PDF/UA-1, with a legend of the codes.

    Raises:
        UndrawableError: the blocks have letters that our fonts do not draw.
    """
    given: dict[str, Any] = {
        "title": title,
        "picture": PICTURE,
        "blocks": [plain for group in _grouped(blocks) for plain in group],
        "legend": contents(codes) if codes else None,
    }
    text = json.dumps(given, ensure_ascii=False)
    return finished(_compiled(text) or _compiled(_drawable(text)) or _refuse())


def _refuse() -> bytes:
    raise UndrawableError


def _compiled(text: str) -> bytes | None:
    """Return the PDF, or nothing when a character of it cannot be drawn."""
    return _set("document.typ", text)


def _set(template: str, text: str) -> bytes | None:
    import typst

    with as_file(files("redact.write")) as here:
        try:
            pdf: bytes = typst.compile(
                str(here / "retypeset" / template),
                format="pdf",
                sys_inputs={"document": text},
                pdf_standards=["a-2a", "ua-1"],
                font_paths=[str(here / "fonts")],
                ignore_system_fonts=True,
            )
        except typst.TypstError:  # its message quotes the text
            return None
    return pdf


def _drawable(text: str) -> str:
    """Return a text with a white square for each sign that our fonts do not draw.

    Raises:
        UndrawableError: one of these is a letter or a digit.
    """
    undrawn = set(_undrawn(sorted(set(_SAFE.sub("", text)))))
    if any(unicodedata.normalize("NFKD", sign)[0].isalnum() for sign in undrawn):
        raise UndrawableError
    return text.translate({ord(sign): _PLACEHOLDER for sign in undrawn})


def _undrawn(signs: Sequence[str]) -> Iterable[str]:
    """Return those signs that cannot be drawn, by halving."""
    if not signs or _set("sign.typ", json.dumps("".join(signs))):
        return []
    if len(signs) == 1:
        return signs
    half = len(signs) // 2
    return [*_undrawn(signs[:half]), *_undrawn(signs[half:])]


def _grouped(blocks: Iterable[Block]) -> Iterable[list[dict[str, Any]]]:
    """Yield the blocks as plain values, the items of a list nested in one."""
    for is_list, group in groupby(blocks, key=lambda block: isinstance(block, ListItem)):
        if is_list:
            items = [block for block in group if isinstance(block, ListItem)]
            yield [{"shape": "list", "items": _nested(items)}]
        else:
            yield [_plain(block) for block in group]


def _nested(items: Sequence[ListItem]) -> list[dict[str, Any]]:
    """Return items as plain values, each with the deeper ones that follow it under it."""
    nested: list[dict[str, Any]] = []
    at = 0
    while at < len(items):
        item, end = items[at], at + 1
        while end < len(items) and items[end].level > item.level:
            end += 1
        below = _nested(items[at + 1 : end])
        nested.append({"marker": item.marker, "runs": _plain_runs(item.runs), "below": below})
        at = end
    return nested


def _plain(block: Block) -> dict[str, Any]:
    match block:
        case Heading(level, runs):
            return {"shape": "heading", "level": level, "runs": _plain_runs(runs)}
        case Paragraph(runs):
            return {"shape": "paragraph", "runs": _plain_runs(runs)}
        case Running(runs):
            return {"shape": "running", "runs": _plain_runs(runs)}
        case Table(rows, titled):
            cells = [[_plain_runs(cell) for cell in row] for row in rows]
            return {"shape": "table", "titled": titled, "rows": cells}
        case ListItem() | Picture():
            return {"shape": "picture"}


def _plain_text(text: str) -> str:
    """Return a text without what is never seen, and letters of formulas as ordinary letters."""
    seen = _INVISIBLE.sub("", text)
    return _FORMULA.sub(lambda found: unicodedata.normalize("NFKD", found[0]), seen)


def _plain_runs(runs: Runs) -> list[dict[str, Any]]:
    return [
        {
            "text": _plain_text(run.text),
            "bold": run.bold,
            "italic": run.italic,
            "label": run.is_label,
        }
        for run in runs
    ]
