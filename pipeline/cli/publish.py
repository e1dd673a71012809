"""`lakwerk publish`: the publication package of an approved case."""

from datetime import UTC, datetime
from pathlib import Path

import click

from pipeline.output import Layout
from pipeline.sources import shown

_LAYOUTS = {"keep": Layout.KEEP, "retypeset": Layout.RETYPESET}


@click.command(short_help="Maak het publicatiepakket van een zaak.")
@click.argument(
    "folder", metavar="ZAAK", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@click.option(
    "-o",
    "--output",
    metavar="MAP",
    required=True,
    type=click.Path(path_type=Path),
    help="Nieuwe of lege map voor het pakket.",
)
@click.option(
    "--layout",
    type=click.Choice(tuple(_LAYOUTS)),
    default="keep",
    help="keep: zoals de bron; retypeset: opnieuw gezet.",
)
def publish(folder: Path, output: Path, layout: str) -> None:
    """Maak het publicatiepakket van een zaak waarin alles is goedgekeurd.

    Elk document wordt gelakt, nog eens gecontroleerd en onder zijn nummer weggeschreven, met een
    inventarislijst, een legenda en controlegetallen. Staat er nog iets open, dan wordt niets
    geschreven en ziet u wat.
    """
    from pipeline.case.case import open_case  # noqa: PLC0415  the database only where it is used
    from pipeline.publish import publish as make  # noqa: PLC0415

    opened = open_case(folder)
    try:
        package = make(opened, output, datetime.now(UTC).date(), layout=_LAYOUTS[layout])
    finally:
        opened.close()
    count = len(package.rows)
    what = "1 document" if count == 1 else f"{count} documenten"
    click.echo(f"Het pakket met {what} staat in {shown(output)}.")
    click.echo("Kijk eerst in inventarislijst.xlsx; deel de map daarna in haar geheel.")
