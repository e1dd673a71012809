"""Why an act is refused; the message is for the person who did it."""

from pipeline.case.state import Recorded
from pipeline.errors import PipelineError, WrongUseError


class ConflictError(PipelineError):
    """Somebody else decided on the same thing meanwhile; `stands` is what they did."""

    def __init__(self, stands: Recorded) -> None:
        super().__init__(
            f"{stands.who} heeft hier intussen iets veranderd. Bekijk wat er nu staat en beslis "
            "opnieuw."
        )
        self.stands = stands


class UnknownSubjectError(WrongUseError):
    """The act is about something that is not in the case."""

    def __init__(self) -> None:
        super().__init__("Dit onderdeel staat niet (meer) in de zaak. Ververs de pagina.")


class NotAllowedError(PipelineError):
    """The act must not be done now; `reasons` are Dutch sentences, each with the way out."""

    def __init__(self, *reasons: str) -> None:
        super().__init__(" ".join(reasons))
        self.reasons = reasons


class BusyError(PipelineError):
    """Another process is reading the documents of this case."""

    def __init__(self) -> None:
        super().__init__("Een ander proces is al bezig voorstellen te maken voor deze zaak.")
