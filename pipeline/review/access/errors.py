"""What can go wrong with signing in. Messages tell little: anybody may stand at the door."""

from pipeline.errors import PipelineError, WrongUseError


class AccessError(PipelineError):
    """Base of what is refused here."""


class SignInError(AccessError):
    """Name and password do not fit, whichever of the two it is."""

    def __init__(self) -> None:
        super().__init__("Deze naam en dit wachtwoord horen niet bij elkaar.")


class TooManyAttemptsError(AccessError):
    """Too many failures in a short time."""

    def __init__(self, wait: float) -> None:
        minutes = max(1, round(wait / 60))
        shown = "een minuut" if minutes == 1 else f"{minutes} minuten"
        super().__init__(f"Te vaak geprobeerd. Wacht {shown} en probeer het opnieuw.")
        self.wait = wait


class LinkError(AccessError):
    """A one-time link that was used before, is too old, or never was."""

    def __init__(self) -> None:
        super().__init__("Deze link is al gebruikt of verlopen.")


class ProviderError(AccessError):
    """The OpenID provider did not answer as it should; nothing of its answer is repeated."""

    def __init__(self, why: str) -> None:
        super().__init__(f"Aanmelden bij uw organisatie is niet gelukt: {why}.")


class NoRoleError(AccessError):
    """The provider knows this person, but none of its claims gives a role here."""

    def __init__(self) -> None:
        super().__init__("U bent bekend, maar hebt hier nog geen rol. Vraag dat aan uw beheerder.")


class AccountError(WrongUseError):
    """An account cannot be made or changed as asked."""


class SettingsError(WrongUseError):
    """The file with settings is not what the reference says; the message names the key only."""
