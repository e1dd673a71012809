"""A run of proposals behind the pages: one at a time for a case, how far it is, how it ended."""

import logging
from dataclasses import dataclass, field
from enum import StrEnum
from threading import Lock, Thread

from pipeline.case.case import Case
from pipeline.case.propose import Step, propose_case
from pipeline.engine import whereabouts
from pipeline.errors import PipelineError
from redact.errors import RedactError

_LOG = logging.getLogger(__name__)
_BEGIN = Lock()


class Phase(StrEnum):
    """How far a run is."""

    IDLE = "idle"
    READING = "reading"
    LINKING = "linking"
    DONE = "done"
    FAILED = "failed"


@dataclass(slots=True)
class Run:
    """The last run that was started here. `message` is Dutch and our own."""

    phase: Phase = Phase.IDLE
    done: int = 0
    total: int = 0
    message: str = ""
    again: bool = False
    """Files came in while it ran: another run follows."""
    lock: Lock = field(default_factory=Lock, repr=False)

    @property
    def is_busy(self) -> bool:
        """Tell whether it goes on."""
        return self.phase in (Phase.READING, Phase.LINKING)


def run_of(case: Case) -> Run:
    """Return the run of a case."""
    with _BEGIN:
        run: Run = case.cache.setdefault("run", Run())
        return run


def start(case: Case) -> Run:
    """Start a run; while one goes on, another follows it."""
    run = run_of(case)
    with run.lock:
        if run.is_busy:
            run.again = True
            return run
        _begin(case, run)
    Thread(target=_work, args=(case, run), name="proposals", daemon=True).start()
    return run


def _begin(case: Case, run: Run) -> None:
    files = case.state().files.values()
    run.phase, run.done, run.message, run.again = Phase.READING, 0, "", False
    run.total = sum(file.reading is None for file in files)
    if not run.total:
        run.phase = Phase.LINKING


def _work(case: Case, run: Run) -> None:
    while True:
        outcome = _attempt(case, run)
        with run.lock:
            if not (run.again and outcome is None):
                run.message = outcome or ""
                run.phase = Phase.FAILED if outcome else Phase.DONE
                return
            _begin(case, run)


def _attempt(case: Case, run: Run) -> str | None:
    """Run; return what went wrong, without a word of any document."""

    def watch(step: Step) -> None:
        run.done, run.total = step.done, step.total
        run.phase = Phase.LINKING if step.done == step.total else Phase.READING

    try:
        propose_case(case, watch=watch)
    except (PipelineError, RedactError) as error:
        return str(error)
    except Exception as error:  # noqa: BLE001  the last place: foreign messages stop here
        _LOG.error("proposals stopped: %s", whereabouts(error))
        return (
            "Het maken van voorstellen is gestopt door een onverwachte fout. Probeer het opnieuw."
        )
    return None
