"""One channel: a way in which a PDF tells a name, and the list of all of them."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

import numpy as np
import pikepdf

from tests.channels.sheet import report, saved

Look = Callable[[bytes], bool]

CHANNELS: dict[str, "Channel"] = {}


@dataclass(frozen=True)
class Channel:
    """A way in which a PDF tells the name.

    `by` is the means of the probe that finds it. `inks` are pictures of the name as
    it is drawn, grey levels with dark ink, for those that show it as pixels. `tells` is a look of
    the channel's own at an output. `survives` tells whether the plain recipe leaves it readable.
    """

    name: str
    group: str
    by: str
    build: Callable[[pikepdf.Pdf], bytes | None] = field(repr=False)
    inks: Callable[[], tuple[np.ndarray, ...]] = tuple
    tells: Look | None = None
    survives: bool = True

    def pdf(self) -> bytes:
        """Return the bytes of the PDF: a report of three lines, with the channel in it."""
        with report() as pdf:
            built = self.build(pdf)
            return saved(pdf) if built is None else built


def channel(group: str, by: str, **more: Any) -> Callable[[Any], Any]:
    """Register a builder: it changes the report in place, or returns the bytes of a file."""

    def register(build: Any) -> Any:
        add(Channel(build.__name__, group, by, build, **more))
        return build

    return register


def add(new: Channel) -> None:
    """Put a channel on the list; two of one name are a mistake."""
    assert new.name not in CHANNELS, new.name
    CHANNELS[new.name] = new
