"""The legend of a package: what each code means, in the words of the law, and why it was used."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from grounds.catalogue import CATALOGUE
from grounds.ground import Force, Ground
from pipeline.pages import templates


class Entry(NamedTuple):
    """One code of the legend; `motivation` is what was written for this case, may be empty."""

    ground: Ground
    documents: int
    motivation: Sequence[str]

    @property
    def citation(self) -> str:
        """The article, as a sentence begins."""
        return self.ground.citation[:1].upper() + self.ground.citation[1:]

    @property
    def words(self) -> str:
        """The words of the law; nothing for a marker, which is no ground for refusal."""
        told = f"{self.ground.lead} {self.ground.text}".strip().rstrip(".;")
        return "" if self.ground.is_marker or not told else f"{told}."


def entries(used: Mapping[str, int], motivations: Mapping[str, str]) -> list[Entry]:
    """Return the codes that were used, each in how many documents, in the order of the law."""
    order = {code: rank for rank, code in enumerate(CATALOGUE)}
    return [
        Entry(
            CATALOGUE.get(code, Ground(code, Force.MARKER, "")),
            used[code],
            [part for part in motivations.get(code, "").split("\n\n") if part],
        )
        for code in sorted(used, key=lambda code: (order.get(code, len(order)), code))
    ]


def as_html(case: str, told: Sequence[Entry]) -> bytes:
    """Return the legend as one HTML page that needs nothing else."""
    page = templates("pipeline.publish").get_template("legend.html")
    return page.render(case=case, entries=told).encode()
