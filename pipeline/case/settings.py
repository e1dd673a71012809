"""What `case.toml` says: which request this is about, and the rules of the house."""

import json
import tomllib
from dataclasses import asdict, dataclass, fields
from datetime import date
from pathlib import Path
from typing import Any, get_args

from pipeline.errors import WrongUseError
from pipeline.vault.vault import write_whole

FILE = "case.toml"


@dataclass(frozen=True, slots=True)
class Settings:
    """One case.

    `request` is the number or subject of the request; without a `request_date` it is active
    publication. `four_eyes`: a second person approves who changed nothing. `every_page_seen`: a
    document can be approved only then. `database` is empty for the SQLite file in the folder.
    """

    name: str
    request: str = ""
    organisation: str = ""
    request_date: date | None = None
    decision_date: date | None = None
    four_eyes: bool = False
    every_page_seen: bool = True
    database: str = ""


def read_settings(folder: Path) -> Settings:
    """Read the settings of a case.

    Raises:
        WrongUseError: the folder is no case, or its settings say something without meaning.
    """
    try:
        told = tomllib.loads((folder / FILE).read_text("utf-8"))
    except FileNotFoundError as error:
        msg = "Deze map is geen zaak. Maak er een met: lakwerk case new MAP"
        raise WrongUseError(msg) from error
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        msg = f"Het bestand {FILE} van deze zaak is geen geldige TOML."
        raise WrongUseError(msg) from error
    return _settings(told)


def _settings(told: dict[str, Any]) -> Settings:
    wanted = {field.name: _kind(field.type) for field in fields(Settings)}
    for name, value in told.items():
        if type(value) is not wanted.get(name):
            msg = f"In {FILE} staat '{name}' met een waarde die daar niet kan."
            raise WrongUseError(msg)
    if "name" not in told:
        msg = f"In {FILE} ontbreekt 'name', de naam van de zaak."
        raise WrongUseError(msg)
    return Settings(**told)


def _kind(declared: object) -> object:
    """Return the type that a setting has when it is there."""
    return get_args(declared)[0] if get_args(declared) else declared


def write_settings(folder: Path, settings: Settings) -> None:
    """Write the settings of a case, whole or not at all."""
    lines = [f"{name} = {_toml(value)}" for name, value in asdict(settings).items() if value != ""]
    text = "\n".join(line for line in lines if not line.endswith("= None"))
    write_whole(folder / FILE, (text + "\n").encode())


def _toml(value: object) -> str:
    """Return a value as TOML writes it: its strings are those of JSON."""
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if value is None else json.dumps(value, ensure_ascii=False)
