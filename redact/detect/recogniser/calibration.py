"""From the model's chance that words name a person to how often it is right."""

import math
import tomllib
from functools import cache
from importlib import resources
from typing import NamedTuple

from redact.detect.recogniser.decode import Levels

_EDGE = 1e-6


class Calibration(NamedTuple):
    """A line through the log odds, measured on texts that were held back.

    `look` and `sure` are the scores from which a word is shown, and from which it surely belongs
    to a name.
    """

    slope: float
    shift: float
    look: float
    sure: float

    def score(self, chance: float) -> float:
        """Return how often a name that the model gives this chance is one."""
        chance = min(max(chance, _EDGE), 1 - _EDGE)
        odds = math.log(chance / (1 - chance))
        return 1 / (1 + math.exp(-self.slope * odds - self.shift))

    def chance(self, score: float) -> float:
        """Return the chance that gets a score; the inverse of `score`."""
        odds = math.log(score / (1 - score))
        return 1 / (1 + math.exp((self.shift - odds) / self.slope))

    def levels(self) -> Levels:
        """Return the two levels as chances of the model."""
        return Levels(self.chance(self.look), self.chance(self.sure))


@cache
def measured() -> Calibration:
    """Return what was measured for the model that comes with the package."""
    text = (resources.files("redact.detect.recogniser") / "calibration.toml").read_text("utf-8")
    return Calibration(**tomllib.loads(text))
