"""The titles of roles.toml: which role a title tells."""

import tomllib
from functools import cache
from importlib import resources

from redact.detect.names.tokens import tokenise
from redact.finding import Role


@cache
def role_titles() -> dict[tuple[str, ...], Role]:
    """Return the roles by the words of their titles, in lower case."""
    text = (resources.files("redact.detect") / "roles.toml").read_text("utf-8")
    return {
        tuple(word.casefold() for word in tokenise(title).words): Role(role)
        for role, titles in tomllib.loads(text).items()
        for title in titles
    }
