"""Texts that a content stream holds beside what it shows: /ActualText and its like."""

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from redact.write.removed import Removed

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pikepdf

_HINT = re.compile(rb"/ActualText|/Alt\b|/E\b|\b[DM]P\b")
_TEXTS = ("/ActualText", "/Alt", "/E")
_SHOWING = {"Tj", "TJ", "'", '"', "Do", "INLINE IMAGE", "f", "F", "f*", "S", "s", "B", "b", "sh"}


def clean_marked(pdf: "pikepdf.Pdf", removed: Removed) -> None:
    """Drop the texts that stand for nothing any more, and those that hold what was removed."""
    import pikepdf

    for holder, resources in _streams(pdf):
        named = dict(resources.get("/Properties") or {}) if resources is not None else {}
        texts = {name: value for name, value in named.items() if _texts(value)}
        if not texts and not _HINT.search(_content(holder)):
            continue
        instructions = list(pikepdf.parse_content_stream(holder))
        written = pikepdf.unparse_content_stream(_cleaned(instructions, texts, removed))
        if isinstance(holder, pikepdf.Page):
            holder.obj.Contents = pdf.make_stream(written)
        else:
            holder.write(written)
        for value in texts.values():
            for key in _texts(value):
                del value[key]


def _streams(pdf: "pikepdf.Pdf") -> "Iterator[tuple[Any, pikepdf.Object | None]]":
    """Yield each page and form that draws, with its resources."""
    import pikepdf

    for page in pdf.pages:
        yield page, page.resources
    for thing in pdf.objects:
        if isinstance(thing, pikepdf.Stream) and thing.get("/Subtype") == pikepdf.Name.Form:
            yield thing, thing.get("/Resources")


def _content(holder: Any) -> bytes:  # noqa: ANN401  a page or a form
    import pikepdf

    if not isinstance(holder, pikepdf.Page):
        return bytes(holder.read_bytes())
    contents = holder.obj.get("/Contents")
    if contents is None:
        return b""
    parts = contents.as_list() if isinstance(contents, pikepdf.Array) else [contents]
    return b"\n".join(part.read_bytes() for part in parts)


def _texts(properties: Any) -> list[str]:  # noqa: ANN401  a dictionary, or a name for one
    import pikepdf

    if not isinstance(properties, pikepdf.Dictionary):
        return []
    return [key for key in _TEXTS if key in properties]


def _cleaned(instructions: Sequence[Any], named: dict[str, Any], removed: Removed) -> list[Any]:
    """Return the instructions with only such texts as stand for something that is shown."""
    shows = _shows(instructions)
    cleaned: list[Any] = []
    for number, instruction in enumerate(instructions):
        operator = str(instruction.operator)
        if operator in {"MP", "DP"}:
            continue
        if operator != "BDC":
            cleaned.append(instruction)
            continue
        tag, properties = instruction.operands
        properties = named.get(str(properties), properties)
        cleaned.append(_opening(tag, properties, removed, shown=shows[number]))
    return cleaned


def _opening(tag: Any, properties: Any, removed: Removed, *, shown: bool) -> Any:  # noqa: ANN401
    """Return the instruction that begins marked content, without what it may not say."""
    import pikepdf

    drop = [key for key in _texts(properties) if not shown or removed.is_in(str(properties[key]))]
    if _texts(properties):
        kept = {key: value for key, value in dict(properties).items() if key not in drop}
        properties = pikepdf.Dictionary(kept)
    return pikepdf.ContentStreamInstruction([tag, properties], pikepdf.Operator("BDC"))


def _shows(instructions: Sequence[Any]) -> dict[int, bool]:
    """Tell for each instruction that begins marked content whether anything is shown in it."""
    shows: dict[int, bool] = {}
    open_: list[int] = []
    for number, instruction in enumerate(instructions):
        operator = str(instruction.operator)
        if operator in {"BMC", "BDC"}:
            open_.append(number)
            shows[number] = False
        elif operator == "EMC" and open_:
            open_.pop()
        elif operator in _SHOWING:
            shows.update(dict.fromkeys(open_, True))
    return shows
