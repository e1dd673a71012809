"""Can the width of what was removed be measured beside or from its label."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import chain

from redact.verify.contents import Shows
from redact.verify.evidence import Evidence
from redact.verify.fold import fold
from redact.verify.leak import Leak, Severity
from redact.verify.letters import read

FIXED = True
"""Whether this check blocks an output; if the writer set labels otherwise, it would only warn."""

_SHIFT = 0.4
"""Of the size: the widest shift beside a label that is no more than a space."""

_MEASURABLE = "naast een grond staat een verschuiving waaruit de breedte van de tekst volgt"
_UNEQUAL = "gelijke gronden zijn niet even breed getekend"


def check_labels(evidence: Evidence) -> Iterator[Leak]:
    """No shift beside a label, and no label, is as wide as the text was."""
    severity = Severity.LEAK if FIXED else Severity.WARNING
    shows = evidence.shows
    labels = _labels(evidence)
    if any(_is_beside_shift(shows, place) for place in labels):
        yield Leak("breedte", _MEASURABLE, severity=severity)
    scales: defaultdict[tuple[str, float], set[float]] = defaultdict(set)
    for place, code in labels.items():
        scales[code, round(shows[place].size, 2)].add(round(shows[place].scale, 1))
    if any(len(found) > 1 for found in scales.values()):
        yield Leak("breedte", _UNEQUAL, severity=severity)


def _labels(evidence: Evidence) -> dict[int, str]:
    """Return the code of each label, by its place among the text-showing operators."""
    wanted = {fold(redaction.ground) for redaction in evidence.redactions}
    texts = read(evidence.objects, evidence.shows)
    longest = 2 * max(map(len, wanted), default=0)
    return {
        place: code
        for place, text in enumerate(texts)
        if len(text) <= longest and (code := fold(text)) in wanted
    }


def _is_beside_shift(shows: Sequence[Shows], place: int) -> bool:
    """Tell whether a wide shift stands in a label's operator, or touches it from a neighbour's."""
    around: list[tuple[bytes | float, ...]] = [shows[place].parts]
    if place:
        around.append(shows[place - 1].parts[-1:])
    if place + 1 < len(shows):
        around.append(shows[place + 1].parts[:1])
    shifts = (part for part in chain(*around) if isinstance(part, float))
    return any(abs(shift) > _SHIFT * 1000 for shift in shifts)
