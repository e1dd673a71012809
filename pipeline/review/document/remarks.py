"""What may be wrong in a document, each with the way out; and what could not be read."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from pipeline.case import acts
from pipeline.case.case import Case
from pipeline.case.rules import Broken, broken_in, broken_in_case
from pipeline.case.shown import shown, text_of_item
from pipeline.case.standing import Stands, standings
from pipeline.case.state import State
from pipeline.case.warnings import Sort, Warned, warnings
from redact.finding import PASSAGES, Kind
from redact.preflight.hidden import Hidden, Secret

_LONG = 8
"""Words; a name or a number is shorter."""

_LONG_KINDS = PASSAGES | {Kind.ADDRESS}
"""What may well take many words."""

Remark = dict[str, Any]

_WAYS_OUT = {
    Sort.MISSED: "Zoek de tekst en lak ook deze plaatsen, of laat ze staan.",
    Sort.PART: "Maak de markering een woord breder of smaller.",
    Sort.MUCH: "Kijk of er niet te veel weggaat. Valt de hele pagina weg, kies dan een passage.",
}


def unread(told: acts.ReadFile) -> list[dict[str, Any]]:
    """Return what the machine could not read or does not show, in Dutch."""
    return [
        {
            "id": one.id,
            "page": one.page,
            "count": one.count,
            "words": Hidden(Secret(one.kind), one.page, one.count).explanation,
        }
        for one in told.unread
    ]


def remarks(case: Case, document: int) -> list[Remark]:
    """Return what may be wrong in a document: what the law forbids first."""
    with case.lock:
        state = case.state()
        rules = [*broken_in(case, state, document), *broken_in_case(case, state)]
        long = list(_too_long(case, state, document))
    return [*map(_rule, rules), *_warned(warnings(case, document)), *long]


def _rule(one: Broken) -> Remark:
    return {
        "sort": "rule" if one.objection.binding else "advice",
        "rule": one.objection.rule,
        "title": one.objection.message,
        "way_out": one.objection.way_out,
        "items": one.items,
        "page": None,
        "motivate": not one.items,
    }


def _warned(told: list[Warned]) -> Iterator[Remark]:
    """Yield one remark for all places of the same sort and item."""
    groups: defaultdict[tuple[Sort, str], list[Warned]] = defaultdict(list)
    for one in told:
        groups[one.sort, one.item].append(one)
    for (sort, item), listed in groups.items():
        pages = sorted({one.spans[0].page + 1 for one in listed})
        where = f" Pagina {', '.join(map(str, pages[:8]))}{' …' if len(pages) > 8 else ''}."  # noqa: PLR2004
        yield {
            "sort": sort,
            "title": listed[0].message + where,
            "way_out": _WAYS_OUT[sort],
            "items": [item] if item else [],
            "page": pages[0] - 1,
            "find": sort is Sort.MISSED,
        }


def _too_long(case: Case, state: State, document: int) -> Iterator[Remark]:
    """Yield the marks of a name or number that take more words than such a thing has."""
    texts = shown(case, state)
    for one in standings(state, document):
        spans = state.spans_of(one.item)
        if one.goes and spans and one.item.kind not in _LONG_KINDS:
            resized = spans != one.item.spans
            text = text_of_item(case, state, one.item) if resized else texts.get(one.item.id, "")
            count = len(text.split())
            if count > _LONG:
                yield _long(one, spans[0].page, count)


def _long(one: Stands, page: int, count: int) -> Remark:
    return {
        "sort": "much",
        "title": f"Pagina {page + 1}: één naam of nummer beslaat {count} woorden.",
        "way_out": "Kijk of er niet te veel weggaat, of kies een andere soort.",
        "items": [one.item.id],
        "page": page,
    }
