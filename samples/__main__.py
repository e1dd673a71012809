"""`python -m samples`: make the sample documents, score detection on them, demonstrate."""

import json
import sys
from pathlib import Path

import click

from samples.demo import demonstrate, guide
from samples.evaluate import story
from samples.make import FORMATS, write
from samples.predict import predictions
from samples.sample import Sample, heldout, opened, practice, samples
from samples.score import Score, total
from samples.score import score as scored
from samples.table import as_json, faults, figures, table


@click.group()
def main() -> None:
    """Our own documents, with gold marks that say what must go."""


@main.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
@click.option("--format", "kind", type=click.Choice([*FORMATS, "all"]), default="all")
@click.option("--only", "names", multiple=True, metavar="DOCUMENT", help="Only this document.")
def make(folder: Path, kind: str, names: tuple[str, ...]) -> None:
    """Write the samples into FOLDER as PDF, DOCX and text."""
    for sample in _chosen(names):
        for each in FORMATS if kind == "all" else (kind,):
            click.echo(write(sample, folder, each))


@main.command()
@click.argument("names", nargs=-1, metavar="[DOCUMENT]...")
@click.option("--json", "json_wanted", is_flag=True, help="Print the figures as JSON.")
@click.option("--heldout", "kept", flag_value="heldout", help="Only figures, of those set aside.")
@click.option("--opened", "kept", flag_value="opened", help="Those that were set aside once.")
@click.option("--practice", "kept", flag_value="practice", help="Those full of what is hard.")
def score(names: tuple[str, ...], json_wanted: bool, kept: str | None) -> None:  # noqa: FBT001  click passes options
    """Score detection against the gold, and list what was missed and what went too far."""
    if kept and names:
        msg = "Documents set aside, once or still, are scored together; leave out the names."
        raise click.UsageError(msg)
    chosen = _kept(kept) if kept else _chosen(names)
    scores = [scored(sample.text, sample.golds, predictions(sample)) for sample in chosen]
    if kept == "heldout":
        click.echo(figures(scores, in_json=json_wanted))
    elif json_wanted:
        each = {sample.name: as_json(one) for sample, one in zip(chosen, scores, strict=True)}
        click.echo(json.dumps({"total": as_json(total(scores)), "documents": each}, indent=1))
    else:
        _show(chosen, scores)


def _show(chosen: list[Sample], scores: list[Score]) -> None:
    """Print what went wrong in each sample and a table of all."""
    for sample, one in zip(chosen, scores, strict=True):
        click.echo(f"\n{sample.name} ({sample.genre})")
        for line in faults(sample.text, one):
            click.echo(f"  {line}")
    click.echo(f"\n{len(chosen)} documents, development data: no evidence for unseen documents\n")
    click.echo(table(total(scores)))


@main.command()
@click.option(
    "--faults/--no-faults",
    "faults_wanted",
    default=True,
    help="List what went wrong in open texts.",
)
def evaluate(faults_wanted: bool) -> None:  # noqa: FBT001  click passes options
    """Measure detection on all sets of texts, beside deduce where it is installed."""
    story.evaluate(click.echo, with_faults=faults_wanted)


@main.command()
@click.argument("folder", type=click.Path(file_okay=False, path_type=Path))
def demo(folder: Path) -> None:
    """Redact the sample case into FOLDER and say what to open."""
    code = demonstrate(folder, samples())
    click.echo(guide(folder))
    sys.exit(code)


def _kept(name: str) -> list[Sample]:
    return {"heldout": heldout, "opened": opened, "practice": practice}[name]()


def _chosen(names: tuple[str, ...]) -> list[Sample]:
    try:
        return samples(names)
    except KeyError as error:
        msg = f"There is no sample {error}."
        raise click.UsageError(msg) from error


if __name__ == "__main__":
    main(prog_name="python -m samples")
