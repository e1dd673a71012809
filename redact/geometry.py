"""Boxes on a page, in points, origin at the top left: the only place that knows coordinates."""

from typing import NamedTuple

import numpy as np

from redact.document import Boxes, Span


class Box(NamedTuple):
    """A rectangle; the right and bottom edges are exclusive."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def width(self) -> float:
        """From left to right."""
        return self.x1 - self.x0

    @property
    def height(self) -> float:
        """From top to bottom."""
        return self.y1 - self.y0

    def meets(self, other: "Box") -> bool:
        """Tell whether the two rectangles share any area."""
        return (
            self.x0 < other.x1 and other.x0 < self.x1 and self.y0 < other.y1 and other.y0 < self.y1
        )


def hull(boxes: Boxes) -> Box:
    """Return the smallest box around all boxes that have a place."""
    return Box(
        float(np.nanmin(boxes[:, 0])),
        float(np.nanmin(boxes[:, 1])),
        float(np.nanmax(boxes[:, 2])),
        float(np.nanmax(boxes[:, 3])),
    )


class Stretch(NamedTuple):
    """Characters of a span that stand side by side on one line of a page."""

    span: Span
    box: Box
    turn: int
