"""`lakwerk account`: the accounts of a team, from the machine itself."""

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

import click

from pipeline.errors import WrongUseError

if TYPE_CHECKING:
    from pipeline.review.access.access import Access
    from pipeline.review.access.account import Account

_ROLES = ("officer", "reviewer", "publisher", "administrator")
_WHO = "opdrachtregel"


@click.group(
    short_help="Beheer de accounts van een team.",
    options_metavar="",
    subcommand_metavar="OPDRACHT ...",
)
def account() -> None:
    """Beheer wie een zaak in de browser mag openen, en met welke rol.

    Het eerste account maakt u hier, met de rol administrator; daarna kan dat ook in de browser.
    Rollen: officer (juridisch medewerker), reviewer (beoordelaar), publisher (publicist),
    administrator (beheerder).
    """


_CASE = click.argument(
    "folder", metavar="ZAAK", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
_SETTINGS = click.option(
    "--settings",
    "file",
    metavar="BESTAND",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Instellingen; anders review.toml in de zaak, als dat er is.",
)


@account.command("add", short_help="Voeg een account toe.", options_metavar="[OPTIES]")
@_CASE
@click.argument("name", metavar="NAAM")
@click.option("--display", metavar="NAAM", help="Naam zoals collega's haar lezen.")
@click.option("--role", "roles", type=click.Choice(_ROLES), multiple=True, help="Een of meer.")
@_SETTINGS
def add(
    folder: Path, file: Path | None, name: str, display: str | None, roles: tuple[str, ...]
) -> None:
    """Voeg een account toe en toon het wachtwoord voor de eerste keer."""
    from pipeline.review.access.account import Role  # noqa: PLC0415

    with closing(_open(folder, file)) as access:
        made, password = access.add(_WHO, name, display or name, map(Role, roles))
    _show(made.name, password)


@account.command("list", short_help="Toon de accounts.", options_metavar="[OPTIES]")
@_CASE
@_SETTINGS
def list_(folder: Path, file: Path | None) -> None:
    """Toon alle accounts met hun rollen."""
    with closing(_open(folder, file)) as access:
        listed = access.listed()
    for one in listed:
        state = "uitgeschakeld" if one.is_disabled else ", ".join(sorted(one.roles)) or "geen rol"
        click.echo(f"{one.name}: {state}")


@account.command(
    "reset", short_help="Geef een account een nieuw wachtwoord.", options_metavar="[OPTIES]"
)
@_CASE
@click.argument("name", metavar="NAAM")
@_SETTINGS
def reset(folder: Path, file: Path | None, name: str) -> None:
    """Geef een account een nieuw wachtwoord voor één keer; wie binnen was, gaat eruit."""
    with closing(_open(folder, file)) as access:
        found, password = access.reset(_WHO, _named(access, name).id)
    _show(found.name, password)


@account.command("disable", short_help="Sluit een account uit.", options_metavar="[OPTIES]")
@_CASE
@click.argument("name", metavar="NAAM")
@click.option("--undo", is_flag=True, help="Laat het account juist weer toe.")
@_SETTINGS
def disable(folder: Path, file: Path | None, name: str, undo: bool) -> None:
    """Sluit een account uit: wie binnen was, gaat eruit. Wat iemand deed, blijft staan."""
    with closing(_open(folder, file)) as access:
        found = access.disable(_WHO, _named(access, name).id, disabled=not undo)
    click.echo(f"{found.name} {'heeft weer toegang' if undo else 'heeft geen toegang meer'}.")


def _open(folder: Path, file: Path | None) -> "Access":
    from pipeline.review.access.access import open_access  # noqa: PLC0415
    from pipeline.review.settings import default_settings  # noqa: PLC0415
    from pipeline.review.settings_file import case_settings  # noqa: PLC0415

    return open_access(case_settings(folder, file, default_settings(folder)))


def _named(access: "Access", name: str) -> "Account":
    folded = name.strip().casefold()
    for one in access.listed():
        if one.name == folded:
            return one
    msg = "Dit account bestaat niet."
    raise WrongUseError(msg)


def _show(name: str, password: str) -> None:
    click.echo(f"Wachtwoord voor {name}, te vervangen bij het eerste gebruik: {password}")
