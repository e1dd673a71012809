"""Engines: run one task for many items, here or on other machines."""

import traceback
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from pipeline.errors import PipelineError
from redact.errors import LeakError, RedactError

Item = TypeVar("Item")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Failed:
    """Why one item of a batch has no result.

    `message` is Dutch and comes from our own errors only: those of libraries may quote a
    document. Of a foreign error only its type and the place in our code are kept.
    """

    error: str
    message: str
    exit_code: int = 1
    leaks: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Result(Generic[Item, Value]):
    """An item of a batch and what came of it."""

    item: Item
    value: Value | Failed


class Engine(Protocol):
    """Something that runs a task for many items."""

    def map(
        self, task: Callable[[Item], Value], items: Iterable[Item]
    ) -> Iterator[Result[Item, Value]]:
        """Yield a result for every item, in the order of the items."""
        ...


def attempt(task: Callable[[Item], Value], item: Item) -> Value | Failed:
    """Run a task; one bad file must not stop a batch."""
    try:
        return task(item)
    except LeakError as error:
        return Failed(type(error).__name__, str(error), error.exit_code, error.leaks)
    except (RedactError, PipelineError) as error:
        return Failed(type(error).__name__, str(error), error.exit_code)
    except OSError as error:
        return Failed(type(error).__name__, _of_the_system(error))
    except Exception as error:  # noqa: BLE001  any error of any library becomes a result
        return Failed(type(error).__name__, f"Onverwachte fout ({whereabouts(error)}).")


def whereabouts(error: BaseException) -> str:
    """Return the type of an error and where it arose: all of it that is safe to show."""
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"{type(error).__name__}, {Path(frame.filename).name}:{frame.lineno}"


def _of_the_system(error: OSError) -> str:
    """Say what the system refused, without the path: the caller knows which file it was."""
    return {
        "ENOSPC": "De schijf is vol. Maak ruimte en probeer het opnieuw.",
        "EACCES": "Geen toegang tot dit bestand of deze map. Vraag uw beheerder om rechten.",
        "ENOENT": "Het bestand bestaat niet meer. Controleer de map.",
    }.get(_name_of(error), f"Het besturingssysteem gaf een fout ({_name_of(error)}).")


def _name_of(error: OSError) -> str:
    import errno  # noqa: PLC0415  only when something went wrong

    return errno.errorcode.get(error.errno or 0, type(error).__name__)
