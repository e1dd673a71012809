"""`lakwerk audit`: what a publication that was redacted before says about its gaps."""

import json
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, NamedTuple

import click

from grounds.catalogue import CATALOGUE
from pipeline.engine import Failed, Result
from pipeline.engine.local import LocalEngine, processors
from pipeline.sources import shown
from redact.audit import Audit, hints
from redact.audit import audit as audit_text
from redact.read import read_pdf, read_text
from redact.verify import Leak, Severity, inspect

_TEXT_FILES = (".txt", ".md")
_LEAK_FOUND = 3


class _Found(NamedTuple):
    """What one file showed: the figures of its text, and what its pages do not show."""

    audit: Audit
    leaks: tuple[Leak, ...] = ()


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

    Telt de codes en hun schrijfwijzen, noemt codes die geen grond zijn en plekken zonder grond, en
    zoekt in een PDF naar tekst die onder de vakken nog te lezen is en naar sporen in de
    eigenschappen. Er wordt niets gewijzigd.

    Afloop: 0 onderzocht, 1 een bestand kon niet worden gelezen, 3 een PDF lekt.
    """
    engine = LocalEngine(min(processors(), len(files)))  # in processes with limits
    results = [_audited(result) for result in engine.map(_read, files)]
    if json_wanted:
        listed = [_as_json(result) for result in results]
        click.echo(json.dumps({"files": listed}, ensure_ascii=False, indent=2))
    else:
        for result in results:
            _print(result)
    return _exit_code(results)


def _read(path: Path) -> tuple[str, tuple[Leak, ...]]:
    """Return the text of a file, and what its pages do not show."""
    data = path.read_bytes()
    if path.suffix.lower() in _TEXT_FILES:
        return read_text(data).text, ()
    return read_pdf(data).text, tuple(inspect(data))


def _audited(result: Result[Path, tuple[str, tuple[Leak, ...]]]) -> Result[Path, _Found]:
    if isinstance(result.value, Failed):
        return Result(result.item, result.value)
    text, leaks = result.value
    return Result(result.item, _Found(audit_text(text), leaks))


def _exit_code(results: list[Result[Path, _Found]]) -> int:
    found = [result.value for result in results if not isinstance(result.value, Failed)]
    if any(leak.severity is Severity.LEAK for one in found for leak in one.leaks):
        return _LEAK_FOUND
    return int(len(found) < len(results))


def _print(result: Result[Path, _Found]) -> None:
    name = shown(result.item)
    if isinstance(result.value, Failed):
        click.echo(f"{name}: {result.value.message}", err=True)
        return
    click.echo(f"{name}: {result.value.audit.total} codes")
    for line in (*_lines(result.value.audit), *_leak_lines(result.value.leaks)):
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


def _leak_lines(leaks: tuple[Leak, ...]) -> Iterator[str]:
    for leak in leaks:
        yield f"{'LEK' if leak.severity is Severity.LEAK else 'Let op'}: {leak}"


def _counts(title: str, counts: Mapping[str, int]) -> Iterator[str]:
    if counts:
        yield f"{title}: " + "; ".join(f"{name} ({count})" for name, count in counts.items())


def _as_json(result: Result[Path, _Found]) -> dict[str, Any]:
    name = shown(result.item)
    if isinstance(result.value, Failed):
        return {"file": name, "error": result.value.message}
    found = result.value.audit
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
        "leaks": [_leak(leak) for leak in result.value.leaks],
    }


def _leak(leak: Leak) -> dict[str, Any]:
    return {
        "severity": leak.severity.value,
        "channel": leak.channel,
        "page": None if leak.page is None else leak.page + 1,
        "message": leak.message,
    }
