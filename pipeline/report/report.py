"""The report of one run: what was removed, why, and what a person should look at.

It says kind, ground, page and reason, never the text, so it can be kept with the case.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from grounds.catalogue import CATALOGUE
from pipeline.engine import Failed
from pipeline.oneshot import Mark, Outcome
from pipeline.words import KINDS
from redact.finding import Action
from redact.preflight import Hidden, Secret
from redact.write import How

NAME_WARNING = (
    "De bestandsnaam bevat mogelijk de naam van een persoon. Hernoem het bestand voor "
    "publicatie, of gebruik --names number."
)

_SCANNED_WARNING = (
    "Pagina {pages} was niet anders schoon te maken en staat als afbeelding in het resultaat, met "
    "de tekst onzichtbaar eronder. De breedte van wat is weggelakt is daar nog te meten."
)
_PICTURES_WARNING = (
    "Bij het opnieuw zetten zijn {count} afbeelding(en) niet overgenomen; op hun plaats staat "
    "'[afbeelding niet overgenomen]'."
)

_FONTS_WARNING = (
    "Van {count} lettertype(n) is niet vast te stellen welke letters de pagina's gebruiken; die "
    "staan er nog helemaal in. Daaruit is hoogstens af te leiden welke letters er eerst stonden."
)

_OPEN_WARNING = (
    "Bij {count} weglating(en) is de lege plek even breed als de tekst die er stond, omdat de "
    "regel niet te verschuiven is (bijvoorbeeld een uitgevulde regel in een scan). Wie een lijst "
    "met namen heeft, kan daaruit soms een naam afleiden. Kijk of dat erg is, of laat het document "
    "opnieuw zetten."
)

_SIGNATURE_WARNING = (
    "De bron was digitaal ondertekend. De handtekening geldt niet voor een gelakt document en is "
    "vervallen; bewaar de bron als bewijs."
)
_UNMAPPED_WARNING = (
    "{count} lettertype(n) in de bron zeggen niet welke letters ze tekenen. Laat iemand het "
    "resultaat naast de bron leggen: namen in zo'n lettertype kunnen zijn gemist."
)


@dataclass(frozen=True, slots=True)
class Entry:
    """One source of the run, where it went and what came of it."""

    source: str
    output: str
    result: Outcome | Failed


@dataclass(frozen=True, slots=True)
class Report:
    """All that a run has to say."""

    version: str
    when: datetime
    policy: str
    entries: tuple[Entry, ...]

    @property
    def exit_code(self) -> int:
        """0 when all was done; 3 when a leak was found, otherwise 1, when something was not."""
        codes = [e.result.exit_code for e in self.entries if isinstance(e.result, Failed)]
        return 3 if 3 in codes else int(bool(codes))  # noqa: PLR2004  the design's exit code


def as_json(report: Report) -> dict[str, Any]:
    """Return the report as the plain values of JSON."""
    return {
        "version": report.version,
        "when": report.when.isoformat(timespec="seconds"),
        "policy": report.policy,
        "documents": [_entry(entry) for entry in report.entries],
    }


def _entry(entry: Entry) -> dict[str, Any]:
    if isinstance(entry.result, Failed):
        return {
            "source": entry.source,
            "output": None,
            "error": {"kind": entry.result.error, "message": entry.result.message},
            "leaks": list(entry.result.leaks),
        }
    outcome = entry.result
    return {
        "source": entry.source,
        "output": entry.output,
        "pages": outcome.pages,
        "labels": dict(outcome.labels),
        "removed": [_mark(mark) for mark in outcome.of(Action.REDACT)],
        "look": [_mark(mark) for mark in outcome.of(Action.LOOK)],
        "kept": [_mark(mark) for mark in outcome.of(Action.KEEP)],
        "width": {
            "mean_bits": round(outcome.told.mean, 2),
            "most_bits": round(outcome.told.most, 2),
            **{how.value: count for how, count in outcome.told.counts},
        },
        "scanned": [page + 1 for page in outcome.scanned],
        "hidden": [_hidden(thing) for thing in outcome.hidden],
        "whole_fonts": outcome.whole_fonts,
        "warnings": warnings_of(outcome),
        "standards": list(outcome.standards),
        "lacks": list(outcome.lacks),
        "verified": {
            "sha256": outcome.verified.sha256,
            "checks": list(outcome.verified.checks),
            "versions": dict(outcome.verified.versions),
        },
    }


def _mark(mark: Mark) -> dict[str, Any]:
    return {
        "page": mark.page + 1,
        "kind": mark.kind.value,
        "ground": mark.ground,
        "reason": mark.reason,
    }


def _hidden(thing: Hidden) -> dict[str, Any]:
    return {
        "kind": thing.kind.value,
        "page": None if thing.page is None else thing.page + 1,
        "count": thing.count,
        "explanation": thing.explanation,
    }


@dataclass(frozen=True, slots=True)
class Sort:
    """Hidden things of one sort in one document, for a line that sums them up."""

    explanation: str
    count: int
    pages: str


def sorts(hidden: tuple[Hidden, ...]) -> list[Sort]:
    """Return hidden things summed up by their sort."""
    heaps: dict[str, list[Hidden]] = {}
    for thing in hidden:
        heaps.setdefault(thing.explanation, []).append(thing)
    return [
        Sort(
            explanation,
            sum(thing.count for thing in heap),
            page_ranges(thing.page for thing in heap if thing.page is not None),
        )
        for explanation, heap in heaps.items()
    ]


def warnings_of(outcome: Outcome) -> list[str]:
    """Return in Dutch what the officer must know of a file before publishing it."""
    warnings = [NAME_WARNING] if outcome.name_holds_person else []
    if outcome.told.count(How.OPEN):
        warnings.append(_OPEN_WARNING.format(count=outcome.told.count(How.OPEN)))
    if outcome.scanned:
        warnings.append(_SCANNED_WARNING.format(pages=page_ranges(outcome.scanned)))
    if outcome.whole_fonts:
        warnings.append(_FONTS_WARNING.format(count=outcome.whole_fonts))
    if _count(outcome, Secret.SIGNATURE):
        warnings.append(_SIGNATURE_WARNING)
    if unmapped := _count(outcome, Secret.UNMAPPED):
        warnings.append(_UNMAPPED_WARNING.format(count=unmapped))
    if outcome.pictures:
        warnings.append(_PICTURES_WARNING.format(count=outcome.pictures))
    return warnings


def _count(outcome: Outcome, kind: Secret) -> int:
    """Return how many hidden things of one sort the source holds."""
    return sum(thing.count for thing in outcome.hidden if thing.kind is kind)


@dataclass(frozen=True, slots=True)
class Group:
    """Marks of one kind and one ground in one document, for a line that sums them up."""

    kind: str
    ground: str
    meaning: str
    count: int
    pages: str


def grouped(marks: tuple[Mark, ...]) -> list[Group]:
    """Return marks summed up by ground and kind, the most frequent first."""
    heaps: dict[tuple[str, str], list[Mark]] = {}
    for mark in marks:
        heaps.setdefault((mark.ground or "", KINDS[mark.kind]), []).append(mark)
    groups = [
        Group(kind, ground, meaning(ground), len(heap), page_ranges(mark.page for mark in heap))
        for (ground, kind), heap in heaps.items()
    ]
    return sorted(groups, key=lambda group: (-group.count, group.ground, group.kind))


def meaning(ground: str) -> str:
    """Return the short name of a ground."""
    return CATALOGUE[ground].label if ground in CATALOGUE else ""


def page_ranges(pages: Iterable[int]) -> str:
    """Return page numbers, which count from 0, as people write them: 1–3, 5."""
    numbers = sorted({page + 1 for page in pages})
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{r[0]}–{r[-1]}" if len(r) > 1 else str(r[0]) for r in runs)


def totals(report: Report) -> Mapping[str, int]:
    """Return the figures for the head of the report."""
    done = [entry.result for entry in report.entries if isinstance(entry.result, Outcome)]
    return {
        "documents": len(report.entries),
        "done": len(done),
        "failed": len(report.entries) - len(done),
        "pages": sum(outcome.pages for outcome in done),
        "removed": sum(len(outcome.of(Action.REDACT)) for outcome in done),
        "look": sum(len(outcome.of(Action.LOOK)) for outcome in done),
        "kept": sum(len(outcome.of(Action.KEEP)) for outcome in done),
    }
