"""Everything that is checked about an output, in order. Add a check by adding its function."""

from collections.abc import Callable, Iterable
from typing import NamedTuple, TypeAlias

from redact.verify.evidence import Evidence
from redact.verify.gone import check_bytes, check_readings, check_words_off_page
from redact.verify.leak import Leak
from redact.verify.place import check_place
from redact.verify.structure import check_attachments, check_pages, check_structure, check_unused

Looks: TypeAlias = Callable[[Evidence], Iterable[Leak]]


class Check(NamedTuple):
    """A question about an output, and the function that answers it with what is wrong."""

    name: str
    looks: Looks


CHECKS = (
    Check("opbouw", check_structure),
    Check("losse objecten", check_unused),
    Check("bijlagen", check_attachments),
    Check("pagina's", check_pages),
    Check("leesbare tekst", check_readings),
    Check("plaats", check_place),
    Check("tekst buiten de pagina's", check_words_off_page),
    Check("bytes van het bestand", check_bytes),
)
