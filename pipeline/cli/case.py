"""`lakwerk case`: a case of many documents, kept in a folder."""

import getpass
import json
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import click

from pipeline.case.approval import DocumentState
from pipeline.case.case import Case, new_case, open_case
from pipeline.case.overview import DocumentRow, Overview, overview
from pipeline.case.settings import Settings
from pipeline.cli import arguments
from pipeline.engine.local import processors
from pipeline.sources import collect, shown

_STATES = {
    DocumentState.UNREAD: "nog niet gelezen",
    DocumentState.FAILED: "niet te lezen",
    DocumentState.OPEN: "open",
    DocumentState.LOOKED_AT: "bekeken",
    DocumentState.APPROVED_ONCE: "eerste goedkeuring",
    DocumentState.APPROVED: "goedgekeurd",
}

_FOLDER = click.argument(
    "folder", metavar="MAP", type=click.Path(exists=True, file_okay=False, path_type=Path)
)


@click.group(
    short_help="Werk aan een zaak van veel documenten.",
    options_metavar="",
    subcommand_metavar="OPDRACHT ...",
)
def case() -> None:
    """Werk aan een zaak: een map met documenten, voorstellen en besluiten.

    Een zaak bewaart de stukken zelf, wat het programma voorstelt en alles wat mensen beslissen.
    Niets gaat verloren: wie halverwege stopt, gaat later verder waar hij was. Beslissen gaat in de
    browser: "lakwerk review MAP".
    """


def _day(_: click.Context, __: click.Parameter, told: str | None) -> datetime | None:
    try:
        return datetime.fromisoformat(told) if told else None
    except ValueError as error:
        msg = "schrijf een datum als 2026-11-24."
        raise click.BadParameter(msg) from error


@case.command(short_help="Maak een zaak.", options_metavar="[OPTIES]")
@click.argument("folder", metavar="MAP", type=click.Path(path_type=Path))
@click.option("--name", metavar="NAAM", help="Naam van de zaak; standaard die van de map.")
@click.option("--request", metavar="TEKST", default="", help="Nummer of onderwerp van het verzoek.")
@click.option("--organisation", metavar="NAAM", default="", help="De organisatie.")
@click.option(
    "--request-date",
    metavar="DATUM",
    callback=_day,
    help="Dag van het verzoek; weglaten bij actieve openbaarmaking.",
)
@click.option(
    "--policy",
    metavar="BESTAND",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Beleid van uw organisatie of zaak (TOML); het wordt in de zaak gekopieerd.",
)
@click.option("--four-eyes", is_flag=True, help="Een tweede persoon moet elk document goedkeuren.")
@click.option(
    "--database", metavar="URL", default="", help="PostgreSQL in plaats van een bestand in de map."
)
def new(
    folder: Path,
    name: str | None,
    request: str,
    organisation: str,
    request_date: datetime | None,
    policy: Path | None,
    four_eyes: bool,
    database: str,
) -> None:
    """Maak een zaak in een nieuwe of lege map."""
    settings = Settings(
        name=name or shown(folder.resolve().name),
        request=request,
        organisation=organisation,
        request_date=request_date.date() if request_date else None,
        four_eyes=four_eyes,
        database=database,
    )
    new_case(folder, settings, policy).close()
    click.echo(f"De zaak staat in {shown(folder)}. Nu stukken erbij:")
    click.echo(f"  lakwerk case add {shown(folder)} BESTAND...")


@case.command(short_help="Voeg bestanden en mappen toe.", options_metavar="[OPTIES]")
@_FOLDER
@arguments.sources
def add(folder: Path, sources: tuple[Path, ...]) -> int:
    """Voeg bestanden en mappen toe aan een zaak.

    Een bestand met een naam die al in de zaak staat, vervangt de oude versie. Wat daarin beslist
    was, vervalt zichtbaar: het blijft in het register staan.
    """
    from pipeline.case.files import add_files  # noqa: PLC0415  brings the converters along
    from redact.errors import RedactError  # noqa: PLC0415

    failed = 0
    with _opened(folder) as opened:
        for path in collect(sources, folder):
            try:
                (told,) = add_files(opened, [path], _who())
            except RedactError as error:
                failed += 1
                click.echo(f"NIET TOEGEVOEGD  {shown(path)}: {error}", err=True)
                continue
            what = "nieuw" if told.is_new else "nieuwe versie" if told.replaced else "was er al"
            twin = f" (zelfde inhoud als document {told.twin})" if told.twin else ""
            click.echo(f"document {told.document}: {shown(path)}, {what}{twin}")
    return min(failed, 1)


@case.command(short_help="Lees de documenten en maak voorstellen.", options_metavar="[OPTIES]")
@_FOLDER
@click.option(
    "--jobs",
    metavar="AANTAL",
    type=click.IntRange(min=1),
    default=processors(),
    help="Hoeveel bestanden tegelijk; standaard zoveel als deze computer kernen heeft.",
)
def propose(folder: Path, jobs: int) -> int:
    """Lees de documenten van een zaak en maak voorstellen.

    Wat al gelezen is, wordt niet opnieuw gelezen. Besluiten blijven staan.
    """
    from pipeline.case.propose import Step, propose_case  # noqa: PLC0415  brings detectors along

    def told(step: Step) -> None:
        line = f"[{step.done}/{step.total}] document {step.document}"
        click.echo(f"{line}: {step.failure or 'gelezen'}", err=bool(step.failure))

    with _opened(folder) as opened:
        propose_case(opened, jobs=jobs, watch=told)
        seen = overview(opened)
    click.echo(_summary(seen))
    return int(seen.count(DocumentState.FAILED) > 0)


@case.command(short_help="Toon hoe ver een zaak is.", options_metavar="[OPTIES]")
@_FOLDER
@click.option("--json", "json_wanted", is_flag=True, help="Schrijf de stand als JSON.")
def status(folder: Path, json_wanted: bool) -> None:
    """Toon hoe ver een zaak is: per document wat open staat en wat is goedgekeurd."""
    with _opened(folder) as opened:
        seen = overview(opened)
    if json_wanted:
        click.echo(json.dumps(_as_json(seen), ensure_ascii=False, indent=2))
        return
    click.echo(_titled(seen))
    for row in seen.documents:
        click.echo(_line(row))
    for broken in seen.broken:
        click.echo(f"let op: {broken.objection.message} {broken.objection.way_out}")
    click.echo(_summary(seen))


@case.command(short_help="Controleer het register en de kluis.", options_metavar="[OPTIES]")
@_FOLDER
def check(folder: Path) -> int:
    """Controleer of het register en de kluis van een zaak ongeschonden zijn."""
    from pipeline.case.audit import check_case  # noqa: PLC0415

    with _opened(folder) as opened:
        faults = check_case(opened)
        seq = opened.state().seq if not faults else 0
    for fault in faults:
        click.echo(fault.message, err=True)
    if not faults:
        click.echo(f"In orde: {seq} handelingen, elk zoals zij is vastgelegd.")
    return int(bool(faults))


@case.command(short_help="Schrijf het register uit.", options_metavar="[OPTIES]")
@_FOLDER
@click.option(
    "--format", "form", type=click.Choice(["csv", "json"]), default="csv", show_default=True,
    help="Vorm van het register.",
)  # fmt: skip
@click.option("--texts", is_flag=True, help="Ook notities, motiveringen en bestandsnamen.")
@click.option(
    "-o",
    "--output",
    metavar="BESTAND",
    type=click.Path(dir_okay=False, path_type=Path),
    help="Schrijf naar een bestand in plaats van naar het scherm.",
)
def export(folder: Path, form: str, texts: bool, output: Path | None) -> None:
    """Schrijf het register uit: wie wanneer wat deed, oud en nieuw."""
    from pipeline.case.export import as_csv, as_json_record  # noqa: PLC0415
    from pipeline.vault.vault import write_whole  # noqa: PLC0415

    write: Callable[..., str] = as_csv if form == "csv" else as_json_record
    with _opened(folder) as opened:
        told = write(opened, texts=texts)
    if output:
        write_whole(output, told.encode())
    else:
        sys.stdout.write(told)


@contextmanager
def _opened(folder: Path) -> Iterator[Case]:
    opened = open_case(folder)
    try:
        yield opened
    finally:
        opened.close()


def _who() -> str:
    """Return who works at this machine."""
    return getpass.getuser()


def _titled(seen: Overview) -> str:
    parts = [part for part in (seen.name, seen.request, seen.organisation) if part]
    return " · ".join(parts)


def _line(row: DocumentRow) -> str:
    done = row.progress
    line = f"{row.number:4}  {_STATES[row.state]:18}  {row.title}"
    if row.failure:
        return f"{line}: {row.failure}"
    line += f": {done.open} van {done.items} open, {done.seen} van {done.pages} pagina's gezien"
    if done.unread > done.acknowledged:
        line += f", {done.unread - done.acknowledged} onleesbaar"
    if row.void:
        line += f", {row.void} besluiten vervallen"
    return line + (", gewijzigd sinds goedkeuring" if row.lapsed else "")


def _summary(seen: Overview) -> str:
    return (
        f"Documenten: {len(seen.documents)}, goedgekeurd: {seen.count(DocumentState.APPROVED)}. "
        f"Open: {seen.open} voorstellen, {seen.open_persons} van {seen.persons} personen."
    )


def _as_json(seen: Overview) -> dict[str, object]:
    return {
        "name": seen.name,
        "request": seen.request,
        "organisation": seen.organisation,
        "persons": seen.persons,
        "open_persons": seen.open_persons,
        "open": seen.open,
        "documents": [
            {**row._asdict(), "progress": row.progress._asdict()} for row in seen.documents
        ],
        "broken_rules": [one.objection._asdict() for one in seen.broken],
    }
