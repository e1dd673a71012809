"""Arguments that more than one command takes."""

from pathlib import Path

import click

sources = click.argument(
    "sources",
    metavar="BRON...",
    nargs=-1,
    required=True,
    type=click.Path(exists=True, path_type=Path),
)
"""Files and folders of the user, at least one."""
