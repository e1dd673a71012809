"""`lakwerk verify`: is a PDF safe to publish, whoever made it."""

import json
from collections.abc import Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, TypeAlias

import click

from pipeline.engine import Failed, Result
from pipeline.engine.local import LocalEngine, processors
from pipeline.sources import shown
from redact.errors import LeakError
from redact.verify import Asked, Leak, Severity, has_tesseract, inspect, is_searchable

Inspected: TypeAlias = Result[Path, list[Leak]]

_LOOKED = (
    "tekst en beeld onder vlakken, strepen en opmerkingen; lakmarkeringen; oude paginatekst en "
    "eerdere versies; bijlagen, programma's en verborgen lagen; auteur en maker; gaten met de "
    "breedte van een naam; letters in lettertypen die nergens staan"
)
_WITH_SECRETS = "de opgegeven teksten in pagina's, eigenschappen, opmerkingen en bytes"
_WITH_NAMES = "namen van de lijst die in een gat passen"
_WITH_OCR = "tekst in afbeeldingen, voor zover leesbaar"
_LIMIT = "Dit bewijst niets over wat niet is onderzocht{}."
_NO_OCR = ", zoals tekst in afbeeldingen (gebruik --ocr)"


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
@click.option(
    "--names",
    "names_file",
    metavar="BESTAND",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Namen die weggelakt kunnen zijn, een per regel: hoeveel ervan passen in elk gat?",
)
@click.option("--ocr", is_flag=True, help="Lees ook de tekst in afbeeldingen (met tesseract).")
@click.option("--json", "json_wanted", is_flag=True, help="Schrijf de uitkomst als JSON.")
def verify(
    files: tuple[Path, ...],
    secrets_file: Path | None,
    names_file: Path | None,
    ocr: bool,
    json_wanted: bool,
) -> int:
    """Controleer of in een PDF meer zit dan u ziet; ook als een ander programma hem maakte.

    De uitkomst noemt het kanaal en de pagina, nooit de tekst. Met --secrets wordt ook gezocht naar
    wat is weggelakt. Met --names wordt geteld hoeveel namen van een lijst zo breed zijn als een
    gat; past hoogstens de helft, dan verraadt dat gat te veel en is het een lek.
    Afloop: 0 niets gevonden, 3 een lek, 1 onleesbaar.
    """
    if ocr and not has_tesseract():
        msg = "Voor --ocr is tesseract met Nederlands nodig: installeer tesseract-ocr-nld."
        raise click.UsageError(msg)
    asked = Asked(tuple(_read_secrets(secrets_file)), tuple(_read_names(names_file)), ocr)
    engine = LocalEngine(min(processors(), len(files)))
    results = list(engine.map(partial(_inspect, asked), files))
    if json_wanted:
        listed = [_as_json(result) for result in results]
        click.echo(json.dumps({"files": listed}, ensure_ascii=False, indent=2))
    else:
        for result in results:
            _print(result, asked)
    return max(map(_exit_code, results))


def _read_secrets(file: Path | None) -> list[str]:
    """Read what must be nowhere; a list with nothing in it must not pass for a clean result."""
    secrets = _read_lines(file)
    if short := sum(not is_searchable(secret) for secret in secrets):
        msg = f"{short} van de teksten zijn te kort om te zoeken: neem er minstens drie tekens van."
        raise click.UsageError(msg)
    return secrets


def _read_names(file: Path | None) -> list[str]:
    """Read the names that may fit a gap, each once."""
    return list(dict.fromkeys(_read_lines(file)))


def _read_lines(file: Path | None) -> list[str]:
    if file is None:
        return []
    try:
        lines = file.read_text("utf-8-sig").splitlines()
    except UnicodeDecodeError:
        msg = "Het bestand met teksten is geen UTF-8. Sla het op als UTF-8."
        raise click.UsageError(msg) from None
    found = [line.strip() for line in lines if line.strip()]
    if not found:
        msg = "Het bestand met teksten is leeg: er zou niets worden gezocht."
        raise click.UsageError(msg)
    return found


def _inspect(asked: Asked, file: Path) -> list[Leak]:
    return inspect(file.read_bytes(), asked)


def _exit_code(result: Inspected) -> int:
    if isinstance(result.value, Failed):
        return result.value.exit_code
    return LeakError.exit_code if _leaks(result.value) else 0


def _leaks(found: Sequence[Leak]) -> list[Leak]:
    return [leak for leak in found if leak.severity is Severity.LEAK]


def _print(result: Inspected, asked: Asked) -> None:
    if isinstance(result.value, Failed):
        click.echo(f"{shown(result.item)}: {result.value.message}", err=True)
        return
    for line in _lines(result.value, asked):
        click.echo(f"{shown(result.item)}: {line}" if not line.startswith(" ") else line)


def _lines(found: Sequence[Leak], asked: Asked) -> Iterator[str]:
    leaks = _leaks(found)
    yield f"NIET PUBLICEREN, {len(leaks)} gevonden" if leaks else "geen lek gevonden"
    for leak in found:
        yield f"  {'LEK   ' if leak.severity is Severity.LEAK else 'let op'}  {leak}"
    if not leaks:
        more = ((asked.secrets, _WITH_SECRETS), (asked.names, _WITH_NAMES), (asked.ocr, _WITH_OCR))
        looked = "; ".join([_LOOKED, *(what for wanted, what in more if wanted)])
        yield f"  Gezocht naar: {looked}."
        yield f"  {_LIMIT.format('' if asked.ocr else _NO_OCR)}"


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
