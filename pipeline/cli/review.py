"""`lakwerk review`: the web application for one case."""

import getpass
import socket
from contextlib import closing
from dataclasses import replace
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

import click

from pipeline.errors import WrongUseError

if TYPE_CHECKING:
    from pipeline.case.case import Case
    from pipeline.review.settings import Settings

_PORT = 8765
_TRIES = 20


@click.command(short_help="Beoordeel een zaak in de browser.")
@click.argument(
    "folder", metavar="ZAAK", type=click.Path(exists=True, file_okay=False, path_type=Path)
)
@click.option("--port", type=click.IntRange(0, 65535), help=f"Poort; anders vanaf {_PORT}.")
@click.option("--host", default="127.0.0.1", help="Adres waarop wordt geluisterd: deze machine.")
@click.option(
    "--settings",
    "file",
    metavar="BESTAND",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Instellingen; anders review.toml in de zaak, als dat er is.",
)
def review(folder: Path, port: int | None, host: str, file: Path | None) -> None:
    """Open een zaak in de browser om haar te beoordelen.

    Alleen voor uzelf: deze machine luistert alleen naar zichzelf, en de link die hier verschijnt
    werkt één keer. Voor een team staan de accounts of de aanmelding via uw organisatie in
    review.toml; zie docs/reference/review-settings.md. Stoppen: Ctrl+C.
    """
    from pipeline.case.case import open_case  # noqa: PLC0415
    from pipeline.review.access.access import open_access  # noqa: PLC0415
    from pipeline.review.app import create_app  # noqa: PLC0415

    with closing(open_case(folder)) as case, _listen(host, port) as listening:
        settings = _settings(folder, file, host, listening.getsockname()[1])
        with closing(open_access(settings)) as access:
            app = create_app(settings, access, case)
            Thread(target=_count, args=(case,), daemon=True).start()
            _say_where(settings, app.state.review)
            _serve(app, listening)


def _settings(folder: Path, file: Path | None, host: str, port: int) -> "Settings":
    """Read the settings and see that they fit where is listened.

    Raises:
        WrongUseError: others could come in who have no account.
    """
    from pipeline.review.settings import Mode, default_settings, is_loopback  # noqa: PLC0415
    from pipeline.review.settings_file import case_settings  # noqa: PLC0415

    address = f"http://[{host}]:{port}" if ":" in host else f"http://{host}:{port}"
    start = replace(default_settings(folder), address=address, user=getpass.getuser())
    settings = case_settings(folder, file, start)
    if settings.mode is Mode.LINK and not is_loopback(host):
        msg = "Zonder accounts alleen op deze machine: zet eerst access.mode in review.toml."
        raise WrongUseError(msg)
    if not is_loopback(host) and settings.address == start.address:
        msg = "Zet in review.toml bij access.address het https-adres waarop mensen binnenkomen."
        raise WrongUseError(msg)
    return settings


def _count(case: "Case") -> None:
    """Count people and documents of a large case before somebody asks for them."""
    from pipeline.case.overview import overview  # noqa: PLC0415
    from pipeline.case.people import people  # noqa: PLC0415

    overview(case)
    people(case)


def _listen(host: str, port: int | None) -> socket.socket:
    """Take a port: the one that was asked for, or the first that is free."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    for tried in [port] if port is not None else range(_PORT, _PORT + _TRIES):
        listening = socket.socket(family)
        listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listening.bind((host, tried))
            listening.listen()  # who is quicker than the program waits instead of being refused
        except OSError:
            listening.close()
        else:
            return listening
    msg = "Deze poort is bezet of mag niet worden gebruikt. Kies een andere met --port."
    raise WrongUseError(msg)


def _say_where(settings: "Settings", running: object) -> None:
    from pipeline.review.access.entrance import link_address  # noqa: PLC0415
    from pipeline.review.review import Review  # noqa: PLC0415
    from pipeline.review.settings import Mode  # noqa: PLC0415

    if settings.mode is Mode.LINK and isinstance(running, Review):
        click.echo("Open deze link in de browser; hij werkt één keer:\n")
        click.echo(f"  {link_address(running)}\n")
    else:
        click.echo(f"De beoordeling staat klaar op {settings.address}")
    click.echo("Stoppen: Ctrl+C.")


def _serve(app: object, listening: socket.socket) -> None:
    """Serve until it is stopped. Nothing is logged of requests: paths are nobody's business."""
    import uvicorn  # noqa: PLC0415

    config = uvicorn.Config(
        app,  # type: ignore[arg-type]
        access_log=False,
        log_level="warning",
        server_header=False,
        timeout_graceful_shutdown=5,
    )
    uvicorn.Server(config).run(sockets=[listening])
