"""Everything that is checked about an output, in order. Add a check by adding its function."""

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeAlias

from redact.verify.claims import check_claims
from redact.verify.evidence import Evidence
from redact.verify.fonts import check_fonts
from redact.verify.gone import (
    check_bytes,
    check_own_reading,
    check_readings,
    check_words_off_page,
)
from redact.verify.keys import check_keys
from redact.verify.labels import check_labels
from redact.verify.leak import Leak
from redact.verify.outline import check_outline
from redact.verify.pixels import check_pixels
from redact.verify.place import check_place
from redact.verify.structure import check_attachments, check_pages, check_structure, check_unused

Looks: TypeAlias = Callable[[Evidence], Iterable[Leak]]


class Check(NamedTuple):
    """A question about an output, and the function that answers it with what is wrong."""

    name: str
    looks: Looks


FILE_CHECKS = (
    Check("opbouw", check_structure),
    Check("losse objecten", check_unused),
    Check("bijlagen", check_attachments),
    Check("onderdelen", check_keys),
    Check("lettertypen", check_fonts),
    Check("norm", check_claims),
    Check("getekende tekst", check_own_reading),
    Check("tekst buiten de pagina's", check_words_off_page),
    Check("bladwijzers", check_outline),
    Check("bytes van het bestand", check_bytes),
)
"""What must hold of any output, also of one that was set anew."""

CHECKS = (
    *FILE_CHECKS,
    Check("pagina's", check_pages),
    Check("leesbare tekst", check_readings),
    Check("plaats", check_place),
    Check("beeldpunten en tekeningen", check_pixels),
    Check("breedte", check_labels),
)
"""What must hold of an output whose pages are those of the source."""
