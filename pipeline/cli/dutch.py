"""Make click say in Dutch what it says of itself: usage, options, wrong use."""

import gettext
import os
from importlib.resources import files


def speak_dutch() -> None:
    """Turn to our translation of click's own messages, whatever the user's locale."""
    os.environ["LANGUAGE"] = "nl"
    gettext.bindtextdomain("messages", str(files("pipeline.cli").joinpath("locale")))
    gettext.textdomain("messages")
