"""What stands at the items of a case, from the vault: for people to read, never for the record."""

from collections.abc import Mapping

from pipeline.case.case import Case
from pipeline.case.state import Item, State
from pipeline.vault import Key, read_sheet


def shown(case: Case, state: State) -> Mapping[str, str]:
    """Return what stands at each item of the last run, and at each that was added by hand."""
    key = state.proposal.texts if state.proposal else None
    kept: tuple[Key | None, dict[str, str]] | None = case.cache.get("shown")
    if kept is None or kept[0] != key:
        kept = key, dict(case.vault.table(key)) if key else {}
        case.cache["shown"] = kept
    for name in state.by_hand:
        if name not in kept[1]:
            kept[1][name] = text_of_item(case, state, state.items[name])
    return kept[1]


def text_of_item(case: Case, state: State, item: Item) -> str:
    """Return what stands at an item as it stands now; nothing for an area or an old version."""
    reading = state.files[item.document].reading
    if reading is None or reading.original != item.original:
        return ""
    pages = {span.page for span in state.spans_of(item)}
    texts = {page: read_sheet(case.vault, reading.reading, page).text for page in pages}
    parts = (texts[span.page][span.start : span.end] for span in state.spans_of(item))
    return " ".join(" ".join(parts).split())


def title_of(case: Case, state: State, document: int) -> str:
    """Return what a document is called: by a person, or else by its file."""
    file = state.files[document]
    described = state.described(document)
    key = described.title if described and described.title else file.added.title
    return case.vault.text(key)
