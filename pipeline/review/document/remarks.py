"""What may be wrong in a document, each with the way out; and what could not be read."""

import re
from collections import Counter
from collections.abc import Iterator
from datetime import date
from typing import Any

from grounds.marks import Marks
from grounds.rules import check
from pipeline.case import acts
from pipeline.case.case import Case
from pipeline.case.standing import Stands, standings
from pipeline.case.state import State
from pipeline.errors import WrongUseError
from pipeline.review.document.rows import texts_of_run
from pipeline.review.document.search import pattern, read
from pipeline.review.document.sheets import sheet
from redact.document import Span
from redact.finding import PASSAGES, Kind
from redact.preflight.hidden import Hidden, Secret

_LONG = 8
"""Words; a name or a number is shorter."""
_SHORT = 3
"""Letters; a text with fewer stands in a document by chance."""
_LETTER = re.compile(r"\w")

Remark = dict[str, Any]


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
    """Return what may be wrong in a document; kept until something changes."""
    with case.lock:
        state = case.state()
        key = ("remarks", document)
        kept: tuple[int, list[Remark]] | None = case.cache.get(key)
        if kept and kept[0] == state.changed[document]:
            return kept[1]
        listed = [one for one in standings(state, document) if one.decision or one.is_open]
        found = [
            *_broken_rules(case, state, document, listed),
            *_cut_words(case, state, document, listed),
            *_too_much(case, state, document, listed),
            *_missed(case, state, document, listed),
        ]
        case.cache[key] = state.changed[document], found
    return found


def _broken_rules(
    case: Case, state: State, document: int, listed: list[Stands]
) -> Iterator[Remark]:
    """Yield each rule of the law that is broken, once, with the items it is broken in."""
    sets: dict[frozenset[str], list[str]] = {}
    for one in listed:
        if one.goes and one.grounds:
            sets.setdefault(frozenset(one.grounds), []).append(one.item.id)
    found: dict[tuple[str, tuple[str, ...]], Remark] = {}
    for codes, items in sets.items():
        for objection in check(_marks(case, state, document, codes)):
            key = objection.rule, objection.codes
            told = found.setdefault(
                key,
                {
                    "sort": "rule" if objection.binding else "advice",
                    "title": objection.message,
                    "way_out": objection.way_out,
                    "rule": objection.rule,
                    "items": [],
                },
            )
            told["items"] += items
    yield from found.values()


def _marks(case: Case, state: State, document: int, codes: frozenset[str]) -> Marks:
    described = state.latest(f"document:{document}", acts.Describe)
    known = described.deed if described and isinstance(described.deed, acts.Describe) else None
    motives = [state.latest(f"ground:{code}", acts.Motivate) for code in codes]
    given = [act.deed for act in motives if act and isinstance(act.deed, acts.Motivate)]
    return Marks(
        codes=codes,
        environmental=bool(known and known.environmental),
        emissions=bool(known and known.emissions),
        motivated=len(given) == len(codes),
        age_motivated=any(deed.age for deed in given),
        formal=bool(known and known.formal),
        release_date=_day(known.release_day if known else None),
        document_date=_day(known.day if known else None),
        request_date=case.settings.request_date,
        decision_date=case.settings.decision_date,
        provision="genoemd" if known and known.provision else "",
    )


def _day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None


def _cut_words(case: Case, state: State, document: int, listed: list[Stands]) -> Iterator[Remark]:
    """Yield the marks that begin or end inside a word."""
    key = _reading(state, document)
    for one in listed:
        for span in state.spans_of(one.item):
            text = sheet(case.vault, key, span.page).text
            if _cuts(text, span.start) or _cuts(text, span.end):
                yield {
                    "sort": "part",
                    "title": f"Pagina {span.page + 1}: een markering eindigt midden in een woord.",
                    "way_out": "Maak de markering een woord breder of smaller.",
                    "items": [one.item.id],
                }
                break


def _cuts(text: str, at: int) -> bool:
    return 0 < at < len(text) and text[at - 1].isalnum() and text[at].isalnum()


def _too_much(case: Case, state: State, document: int, listed: list[Stands]) -> Iterator[Remark]:
    """Yield the marks of a name or number that take more words than such a thing has."""
    key = _reading(state, document)
    for one in listed:
        spans = state.spans_of(one.item)
        if one.item.kind in PASSAGES or one.item.kind is Kind.ADDRESS:
            continue
        count = sum(
            len(sheet(case.vault, key, s.page).text[s.start : s.end].split()) for s in spans
        )
        if count > _LONG:
            yield {
                "sort": "much",
                "title": f"Pagina {spans[0].page + 1}: één markering beslaat {count} woorden.",
                "way_out": "Kijk of er niet te veel weggaat, of kies een andere soort.",
                "items": [one.item.id],
            }


def _missed(case: Case, state: State, document: int, listed: list[Stands]) -> Iterator[Remark]:
    """Yield texts that go in one place and stand unmarked in another."""
    told = read(case.vault, _reading(state, document))
    marked: dict[int, list[Span]] = {}
    wanted: dict[str, Stands] = {}
    texts = texts_of_run(case, state)
    for one in listed:
        for span in state.spans_of(one.item):
            marked.setdefault(span.page, []).append(span)
        text = " ".join(texts.get(one.item.id, "").split())
        if one.goes and one.item.kind not in PASSAGES and len(_LETTER.findall(text)) > _SHORT:
            wanted.setdefault(text.casefold(), one)
    for text, one in wanted.items():
        try:
            looked = pattern(text, whole=True)
        except WrongUseError:
            continue
        pages = Counter(
            spans[0].page
            for match in looked.finditer(told.folded)
            if (spans := told.flow.spans(*match.span()))
            and not any(o.meets(s) for s in spans for o in marked.get(s.page, ()))
        )
        if pages:
            yield {
                "sort": "missed",
                "title": f"Een tekst die weggaat, staat nog {pages.total()} keer ongemarkeerd: "
                f"pagina {', '.join(str(page + 1) for page in sorted(pages)[:8])}.",
                "way_out": "Zoek de tekst en lak ook die plaatsen, of laat ze staan.",
                "items": [one.item.id],
                "find": True,
            }


def _reading(state: State, document: int) -> Any:  # noqa: ANN401  a key; who asks knows it is there
    told = state.files[document].reading
    return told.reading if told else ""
