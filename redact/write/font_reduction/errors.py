"""Why fonts are left as they are."""


class UnclearError(ValueError):
    """The bytes are not those of a content stream that a reader would understand."""


class KeptError(ValueError):
    """A font is built in a way that cannot be reduced here."""
