"""`lakwerk audit`: what a publication that was redacted before says about its gaps."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import click

from grounds.catalogue import CATALOGUE
from pipeline.engine import Failed, Result, attempt
from pipeline.sources import shown
from redact.audit import Audit, hints
from redact.audit import audit as audit_text
from redact.document import Document
from redact.read import read_pdf, read_text

_TEXT_FILES = (".txt", ".md")


@click.command(short_help="Onderzoek een stuk dat al gelakt en gepubliceerd is.")
@click.argument(
    "files",
    metavar="BESTAND...",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option("--json", "json_wanted", is_flag=True, help="Schrijf de uitkomst als JSON.")
def audit(files: tuple[Path, ...], json_wanted: bool) -> int:
    """Onderzoek stukken die al gelakt zijn: welke codes staan er, en wat klopt er niet?

    Telt de codes en hun schrijfwijzen en noemt codes die niet bestaan en plekken zonder grond.
    Er wordt niets gewijzigd.
    """
    results = [Result(path, attempt(_look, path)) for path in files]
    if json_wanted:
        listed = [_as_json(result) for result in results]
        click.echo(json.dumps({"files": listed}, ensure_ascii=False, indent=2))
    else:
        for result in results:
            _print(result)
    return int(any(isinstance(result.value, Failed) for result in results))


def _look(path: Path) -> Audit:
    return audit_text(_read(path).text)


def _read(path: Path) -> Document:
    data = path.read_bytes()
    return read_text(data) if path.suffix.lower() in _TEXT_FILES else read_pdf(data)


def _print(result: Result[Path, Audit]) -> None:
    name = shown(result.item)
    if isinstance(result.value, Failed):
        click.echo(f"{name}: {result.value.message}", err=True)
        return
    click.echo(f"{name}: {result.value.total} codes")
    for line in _lines(result.value):
        click.echo(f"  {line}")
    click.echo()


def _lines(found: Audit) -> Iterator[str]:
    for code, count in found.codes.items():
        yield f"{count:>6}  {code:<10} {CATALOGUE[code].label}"
    yield from _counts("Letters in plaats van codes", found.letters)
    yield from _counts("Markeringen in woorden", found.markers)
    yield from _counts("Codes die geen grond zijn", found.unknown)
    yield from _counts("Schrijfwijzen", found.notations)
    yield from _counts("Weggelaten zonder grond", found.groundless)
    yield f"Toelichting op de codes: {'ja' if found.has_legend else 'niet gevonden'}"
    for hint in hints(found):
        yield f"Let op: {hint}"


def _counts(title: str, counts: Mapping[str, int]) -> Iterator[str]:
    if counts:
        yield f"{title}: " + "; ".join(f"{name} ({count})" for name, count in counts.items())


def _as_json(result: Result[Path, Audit]) -> dict[str, Any]:
    name = shown(result.item)
    if isinstance(result.value, Failed):
        return {"file": name, "error": result.value.message}
    found = result.value
    return {
        "file": name,
        "total": found.total,
        "codes": dict(found.codes),
        "notations": dict(found.notations),
        "unknown": dict(found.unknown),
        "markers": dict(found.markers),
        "letters": dict(found.letters),
        "without_ground": dict(found.groundless),
        "legend": found.has_legend,
        "hints": hints(found),
    }
