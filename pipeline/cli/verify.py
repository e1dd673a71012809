"""`lakwerk verify`: is a PDF safe to publish, whoever made it."""

import json
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

import click

from pipeline.engine import Failed, Result, attempt
from pipeline.sources import shown
from redact.errors import LeakError
from redact.verify import Leak, Severity, inspect, is_searchable

Inspected: TypeAlias = Result[Path, list[Leak]]

_LOOKED = (
    "tekst onder vlakken, strepen en opmerkingen; lakmarkeringen; oude paginatekst en eerdere "
    "versies; bijlagen, programma's en verborgen lagen; auteur en maker"
)
_WITH_SECRETS = "; de opgegeven teksten in pagina's, eigenschappen, opmerkingen en bytes"
_LIMIT = "Dit bewijst niets over wat niet is onderzocht, zoals tekst in afbeeldingen."


@click.command(short_help="Controleer of een PDF veilig gepubliceerd kan worden.")
@click.argument(
    "files",
    metavar="PDF...",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
)
@click.option(
    "--secrets",
    "secrets_file",
    metavar="BESTAND",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Teksten die nergens meer mogen staan: een per regel, UTF-8.",
)
@click.option("--json", "json_wanted", is_flag=True, help="Schrijf de uitkomst als JSON.")
def verify(files: tuple[Path, ...], secrets_file: Path | None, json_wanted: bool) -> int:
    """Controleer of in een PDF meer zit dan u ziet; ook als een ander programma hem maakte.

    De uitkomst noemt het kanaal en de pagina, nooit de tekst. Met --secrets wordt ook gezocht naar
    wat is weggelakt. Afloop: 0 niets gevonden, 3 een lek, 1 onleesbaar.
    """
    secrets = _read_secrets(secrets_file)
    results = [Result(file, attempt(partial(_inspect, secrets), file)) for file in files]
    if json_wanted:
        listed = [_as_json(result) for result in results]
        click.echo(json.dumps({"files": listed}, ensure_ascii=False, indent=2))
    else:
        for result in results:
            _print(result, with_secrets=bool(secrets))
    return max(map(_exit_code, results))


def _read_secrets(file: Path | None) -> list[str]:
    """Read what must be nowhere; a list with nothing in it must not pass for a clean result."""
    if file is None:
        return []
    try:
        lines = file.read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        msg = "Het bestand met teksten is geen UTF-8. Sla het op als UTF-8."
        raise click.UsageError(msg) from None
    secrets = [line.strip() for line in lines if line.strip()]
    if not secrets:
        msg = "Het bestand met teksten is leeg: er zou niets worden gezocht."
        raise click.UsageError(msg)
    if short := sum(not is_searchable(secret) for secret in secrets):
        msg = f"{short} van de teksten zijn te kort om te zoeken: neem er minstens drie tekens van."
        raise click.UsageError(msg)
    return secrets


def _inspect(secrets: Sequence[str], file: Path) -> list[Leak]:
    return inspect(file.read_bytes(), secrets)


def _exit_code(result: Inspected) -> int:
    if isinstance(result.value, Failed):
        return result.value.exit_code
    return LeakError.exit_code if _leaks(result.value) else 0


def _leaks(found: Sequence[Leak]) -> list[Leak]:
    return [leak for leak in found if leak.severity is Severity.LEAK]


def _print(result: Inspected, *, with_secrets: bool) -> None:
    if isinstance(result.value, Failed):
        click.echo(f"{shown(result.item)}: {result.value.message}", err=True)
        return
    for line in _lines(result.value, with_secrets=with_secrets):
        click.echo(f"{shown(result.item)}: {line}" if not line.startswith(" ") else line)


def _lines(found: Sequence[Leak], *, with_secrets: bool) -> Iterator[str]:
    leaks = _leaks(found)
    yield f"NIET PUBLICEREN, {len(leaks)} gevonden" if leaks else "geen lek gevonden"
    for leak in found:
        yield f"  {'LEK   ' if leak.severity is Severity.LEAK else 'let op'}  {leak}"
    if not leaks:
        yield f"  Gezocht naar: {_LOOKED}{_WITH_SECRETS if with_secrets else ''}."
        yield f"  {_LIMIT}"


def _as_json(result: Inspected) -> dict[str, Any]:
    if isinstance(result.value, Failed):
        return {"file": shown(result.item), "error": result.value.message}
    return {
        "file": shown(result.item),
        "leak": bool(_leaks(result.value)),
        "found": [
            {
                "channel": leak.channel,
                "page": None if leak.page is None else leak.page + 1,
                "severity": leak.severity.value,
                "message": leak.message,
            }
            for leak in result.value
        ],
    }
