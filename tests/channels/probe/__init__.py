"""Can a name be found in a PDF? By other means, and partly other libraries, than our verifier.

The probe reads the pages as readers do, then the file as somebody does who looks for what is
hidden: every string and name of every object, every stream that lies in the bytes, every content
stream hung in a page of its own, the letters that fonts know and do not use, and the pixels.
"""

from collections.abc import Callable, Iterable
from typing import NamedTuple

import numpy as np

from tests.channels.probe.carve import in_bytes
from tests.channels.probe.fold import Secret
from tests.channels.probe.fonts import in_fonts
from tests.channels.probe.hung import in_hung
from tests.channels.probe.objects import in_objects
from tests.channels.probe.pages import in_pages
from tests.channels.probe.pixels import in_pixels


class Means(NamedTuple):
    """A way to look for a name, and what it is called in tables."""

    name: str
    finds: Callable[[bytes, Secret], bool]


MEANS = (
    Means("text", in_pages),
    Means("object", in_objects),
    Means("bytes", in_bytes),
    Means("hidden", in_hung),
    Means("font", in_fonts),
)


def probe(data: bytes, name: str, inks: Iterable[np.ndarray] = ()) -> frozenset[str]:
    """Return by which means the name is found; `inks` are pictures of it to look for."""
    secret = Secret.of(name)
    found = {means.name for means in MEANS if means.finds(data, secret)}
    return frozenset(found | {"pixels" for ink in inks if in_pixels(data, ink)})
