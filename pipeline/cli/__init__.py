"""The command line: one small module for each command, imported when it is asked for."""

import sys
from importlib import import_module

import click

from pipeline.cli.dutch import speak_dutch

_COMMANDS = {
    "redact": ("pipeline.cli.redact", "Lak documenten, controleer ze en schrijf ze als PDF weg."),
    "detect": ("pipeline.cli.detect", "Toon wat het programma in een document vindt."),
    "verify": ("pipeline.cli.verify", "Controleer of een PDF veilig gepubliceerd kan worden."),
    "audit": ("pipeline.cli.audit", "Onderzoek een stuk dat al gelakt en gepubliceerd is."),
    "case": ("pipeline.cli.case", "Werk aan een zaak van veel documenten."),
    "review": ("pipeline.cli.review", "Beoordeel een zaak in de browser."),
    "account": ("pipeline.cli.account", "Beheer de accounts van een team."),
    "publish": ("pipeline.cli.publish", "Maak het publicatiepakket van een zaak."),
    "grounds": ("pipeline.cli.grounds", "Zoek een grond van de Woo op, of lees een notatie."),
}


class _LazyGroup(click.Group):
    """A group that knows its commands by name and imports one only to run it."""

    def list_commands(self, _: click.Context) -> list[str]:
        """Return the names of the commands, in the order of the work."""
        return list(_COMMANDS)

    def get_command(self, _: click.Context, name: str) -> click.Command | None:
        """Return a command, or nothing when there is none of that name."""
        if name not in _COMMANDS:
            return None
        command: click.Command = getattr(import_module(_COMMANDS[name][0]), name)
        command.options_metavar = "[OPTIES]"
        return command

    def format_commands(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing them."""
        with formatter.section("Opdrachten"):
            formatter.write_dl([(name, summary) for name, (_, summary) in _COMMANDS.items()])


@click.group(
    cls=_LazyGroup,
    context_settings={"help_option_names": ["-h", "--help"]},
    options_metavar="",
    subcommand_metavar="OPDRACHT ...",
)
@click.version_option(
    package_name="lakwerk", message="lakwerk %(version)s", help="Toon het versienummer."
)
def lakwerk() -> None:
    """Lak documenten voor openbaarmaking onder de Wet open overheid (Woo).

    Een eerste keer: "lakwerk redact verslag.docx -o openbaar". Het resultaat, met een verslag van
    wat is weggelakt en waarom, staat daarna in de map "openbaar". De bron blijft onaangeroerd.

    Uitleg van een opdracht: "lakwerk redact --help". Afloop: 0 gelukt, 1 iets kon niet (en wordt
    genoemd), 2 verkeerd gebruik, 3 de controle vond een lek en er is niets weggeschreven.
    """


def main(args: list[str] | None = None) -> None:
    """Run the command line; no error reaches the user as a traceback."""
    speak_dutch()
    try:
        status = lakwerk.main(args, prog_name="lakwerk", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        sys.exit(error.exit_code)
    except (click.Abort, KeyboardInterrupt):
        click.echo("Afgebroken. Er is niets half weggeschreven.", err=True)
        sys.exit(1)
    except Exception as error:  # noqa: BLE001  the last place: say it in one line
        sys.exit(_answer(error))
    sys.exit(status if isinstance(status, int) else 0)


def _answer(error: Exception) -> int:
    """Print what went wrong, as far as it is safe to print, and return the exit code."""
    from pipeline.engine import Failed, attempt  # noqa: PLC0415  only when something went wrong

    def again(_: None) -> None:
        raise error

    failed = attempt(again, None)
    if not isinstance(failed, Failed):  # pragma: no cover  `again` always raises
        return 1
    click.echo(failed.message, err=True)
    return failed.exit_code
