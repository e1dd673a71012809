"""Is a PDF safe to publish, whoever made it: what lies in it that its pages do not show."""

import re
from collections.abc import Callable, Iterator, Sequence

from redact.errors import EmptyFileError, UnknownFormatError
from redact.verify.covers import find_covered
from redact.verify.evidence import Examined
from redact.verify.fold import fold_pages
from redact.verify.gone import count_keys, find_in_bytes, find_in_words
from redact.verify.leak import Leak, Severity, warning
from redact.verify.secret import Secrets, given_secrets
from redact.verify.structure import has_attachments, revisions

_HEADER_WITHIN = 1024


def inspect(data: bytes, secrets: Sequence[str] = ()) -> list[Leak]:
    """Return everything in a PDF that may give away more than its pages show.

    `secrets` are texts that may be nowhere in it. An empty result says what was looked for was
    not found; it proves nothing about what was not looked for.

    Raises:
        EmptyFileError, UnknownFormatError, DamagedError, EncryptedError: it cannot be read.
    """
    if not data:
        raise EmptyFileError
    if b"%PDF-" not in data[:_HEADER_WITHIN]:
        raise UnknownFormatError
    file = Examined(data)
    found = [leak for look in LOOKS for leak in look(file)]
    found += _look_for(file, given_secrets(secrets)) if secrets else ()
    return sorted(dict.fromkeys(found), key=_order)


def _order(leak: Leak) -> tuple[bool, int, str, str]:
    page = -1 if leak.page is None else leak.page
    return leak.severity is Severity.WARNING, page, leak.channel, leak.message


def _covered(file: Examined) -> Iterator[Leak]:
    """Text under a box, a remark or a picture, and marks that were never carried out."""
    yield from find_covered(file.output)


def _left_over(file: Examined) -> Iterator[Leak]:
    """Content that no page uses, and earlier versions."""
    if any(carved.shows_text for carved in file.carving.unused()):
        yield Leak(
            "losse objecten", "er zit oude paginatekst in het bestand, die terug te halen is"
        )
    if revisions(file.carving) > 1:
        yield warning("opbouw", "het bestand is aangevuld; een eerdere versie is terug te halen")


def _makers(file: Examined) -> Iterator[Leak]:
    """Who made it and with what."""
    rest = [
        file.carving.rest,
        *(c.stream or b"" for c in file.carving.objects if c.has(b"/ObjStm")),
    ]
    if any(re.search(rb"/Author\s*[(<](?![)>])", part) for part in rest):
        yield warning("documenteigenschappen", "er staat een auteur in de eigenschappen")
    if any(b"<dc:creator" in (carved.stream or b"") for carved in file.carving.objects):
        yield warning("XMP-metagegevens", "er staat een maker in de metagegevens")


def _company(file: Examined) -> Iterator[Leak]:
    """Files, programs and layers that travel with it."""
    objects = file.carving.objects
    if has_attachments(file.carving):
        yield warning("bijlagen", "er zit een ander bestand in de PDF; bekijk dat apart")
    if any(carved.has(b"/JavaScript") or carved.has(b"/JS") for carved in objects):
        yield warning("programma's", "er zit een programma (JavaScript) in de PDF")
    if any(re.search(rb"/OFF\s*\[\s*\d", carved.head) for carved in objects):
        yield warning("lagen", "er is een laag die niet getoond wordt")


LOOKS: tuple[Callable[[Examined], Iterator[Leak]], ...] = (
    _covered,
    _left_over,
    _makers,
    _company,
)
"""What is looked for in any PDF, in order."""


def _look_for(file: Examined, secrets: Secrets) -> Iterator[Leak]:
    """Report every place where a secret stands."""
    for reading in file.readings:
        numbers = sorted(reading.texts)
        folded = fold_pages(reading.texts[number] for number in numbers)
        pages = {numbers[page] for page, _ in count_keys(folded, secrets.everywhere)}
        for page in sorted(pages):
            yield Leak("tekst", "een van de opgegeven teksten is te lezen", page)
    yield from find_in_words(file.words_off_page, secrets.distinct)
    yield from find_in_bytes(file.carving, secrets.literal)
