"""`lakwerk redact`: the main job for files and folders."""

import json
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from importlib.metadata import version
from pathlib import Path

import click

from pipeline.cli import arguments
from pipeline.engine import Failed, Result
from pipeline.engine.local import LocalEngine, processors
from pipeline.oneshot import Order, Outcome, redact_file
from pipeline.output import Layout
from pipeline.report.page import as_html
from pipeline.report.report import Entry, Report, as_json, totals, warnings_of
from pipeline.scratch import make_scratch
from pipeline.sources import collect, output_names, refuse_to_overwrite, shown
from redact.finding import Action
from redact.policy import Policy, load_policy, with_terms

_INTERRUPTED = Failed("Interrupted", "Afgebroken voordat dit bestand klaar was.")
_SUMMARIES = ("report.json", "report.html")


@click.command(short_help="Lak documenten, controleer ze en schrijf ze als PDF weg.")
@arguments.sources
@click.option(
    "-o",
    "--output",
    metavar="MAP",
    required=True,
    type=click.Path(file_okay=False, path_type=Path),
    help="Map voor de gelakte PDF's en het verslag; wordt gemaakt als zij er niet is.",
)
@click.option(
    "--policy",
    "policy_file",
    metavar="BESTAND",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Beleid van uw organisatie of zaak (TOML): wat gaat weg, op welke grond.",
)
@click.option(
    "--term",
    "terms",
    metavar="TEKST=GROND",
    multiple=True,
    help='Lak deze tekst overal, bijvoorbeeld --term "Project Merel=5.1.2.i".',
)
@click.option(
    "--keep", "keeps", metavar="TEKST", multiple=True, help="Laat deze naam of tekst overal staan."
)
@click.option(
    "--layout",
    type=click.Choice([layout.value for layout in Layout]),
    default=Layout.KEEP.value,
    show_default=True,
    help="Opmaak van het resultaat: die van de bron (keep), of opnieuw gezet uit koppen, lijsten, "
    "tabellen en alinea's, zonder de afbeeldingen (retypeset).",
)
@click.option(
    "--names",
    type=click.Choice(["keep", "number"]),
    default="keep",
    show_default=True,
    help="Namen van de resultaten: die van de bron (keep) of een nummer (number).",
)
@click.option("--force", is_flag=True, help="Vervang resultaten die er al staan.")
@click.option(
    "--jobs",
    metavar="AANTAL",
    type=click.IntRange(min=1),
    default=processors(),
    help="Hoeveel bestanden tegelijk; standaard zoveel als deze computer kernen heeft.",
)
@click.option("--json", "json_wanted", is_flag=True, help="Schrijf het verslag als JSON op scherm.")
def redact(
    sources: tuple[Path, ...],
    output: Path,
    policy_file: Path | None,
    terms: tuple[str, ...],
    keeps: tuple[str, ...],
    layout: str,
    names: str,
    force: bool,
    jobs: int,
    json_wanted: bool,
) -> int:
    """Lak bestanden en mappen, en schrijf het resultaat in een andere map.

    Persoonsnamen, persoonlijke nummers en contactgegevens gaan weg; in hun plaats komt de code
    van de grond, zoals 5.1.2.e. Passages waarover een mens moet oordelen worden in het verslag
    genoemd en blijven staan, tenzij het beleid anders zegt. Elk resultaat wordt nagekeken voordat
    het wordt weggeschreven. De bronnen blijven onaangeroerd.
    """
    policy = with_terms(load_policy(policy_file), terms, keeps)
    paths = collect(sources, output)
    if not paths:
        msg = "In de opgegeven mappen staan geen bestanden."
        raise click.UsageError(msg)
    targets = [output / name for name in output_names(paths, numbered=names == "number")]
    refuse_to_overwrite([*targets, *(output / name for name in _SUMMARIES)], paths, force=force)
    report = _run(paths, targets, policy, Layout(layout), jobs)
    _write(report, output)
    if json_wanted:
        click.echo(json.dumps(as_json(report), ensure_ascii=False, indent=2))
    else:
        _print(report, output)
    return report.exit_code


def _run(
    paths: Sequence[Path], targets: Sequence[Path], policy: Policy, layout: Layout, jobs: int
) -> Report:
    """Redact all files and return the report; Ctrl-C reports what was done until then."""
    when = datetime.now().astimezone()
    entries = [
        Entry(shown(path), target.name, _INTERRUPTED)
        for path, target in zip(paths, targets, strict=True)
    ]
    with _staging(targets[0].parent) as staging:
        orders = [
            Order(path, target, staging, policy, when, layout)
            for path, target in zip(paths, targets, strict=True)
        ]
        try:
            for number, result in enumerate(_progress(orders, jobs)):
                entries[number] = Entry(
                    entries[number].source, entries[number].output, result.value
                )
        except KeyboardInterrupt:
            click.echo("Afgebroken; het verslag noemt wat wel klaar is.", err=True)
    return Report(version("lakwerk"), when, policy.name, tuple(entries))


@contextmanager
def _staging(output: Path) -> Iterator[Path]:
    """Give a folder beside the targets that is gone afterwards, whatever happens."""
    scratch = make_scratch(output)
    try:
        yield scratch.path
    finally:
        scratch.close()


def _progress(orders: Sequence[Order], jobs: int) -> Iterator[Result[Order, Outcome]]:
    """Yield the results in the order of the input, with a bar where somebody watches."""
    results = LocalEngine(jobs).map(redact_file, orders)
    watched = sys.stderr.isatty()
    with click.progressbar(
        results, length=len(orders), label="Lakken", file=sys.stderr, hidden=not watched
    ) as bar:
        yield from bar


def _write(report: Report, output: Path) -> None:
    texts = (json.dumps(as_json(report), ensure_ascii=False, indent=2), as_html(report))
    for name, text in zip(_SUMMARIES, texts, strict=True):
        staged = output / f".{name}.part"
        try:
            staged.write_text(text, "utf-8")
            staged.replace(output / name)
        finally:
            staged.unlink(missing_ok=True)


def _print(report: Report, output: Path) -> None:
    for entry in report.entries:
        click.echo(_line(entry))
    figures = totals(report)
    click.echo(
        f"\n{figures['done']} van {figures['documents']} gereed, {figures['removed']} plaatsen "
        f"weggelakt, {figures['look']} om zelf te bekijken."
    )
    click.echo(f"Verslag: {shown(output / 'report.html')}")


def _line(entry: Entry) -> str:
    if isinstance(entry.result, Failed):
        return f"NIET GELUKT  {entry.source}: {entry.result.message}"
    removed, look = (len(entry.result.of(a)) for a in (Action.REDACT, Action.LOOK))
    line = f"gereed       {entry.source} -> {entry.output}: {removed} weggelakt, {look} bekijken"
    return line + "".join(f"\n             let op: {w}" for w in warnings_of(entry.result))
