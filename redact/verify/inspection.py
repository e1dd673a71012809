"""Is a PDF safe to publish, whoever made it: what lies in it that its pages do not show."""

import re
from collections.abc import Callable, Iterator
from contextlib import suppress
from typing import NamedTuple

from redact.errors import DamagedError, EmptyFileError, EncryptedError, UnknownFormatError
from redact.verify.claims import find_broken
from redact.verify.covers import find_covered
from redact.verify.evidence import Examined
from redact.verify.fold import fold, fold_pages, tokens
from redact.verify.fonts import find_left_over
from redact.verify.gone import count_keys, find_in_bytes, find_in_words
from redact.verify.leak import Leak, Severity, warning
from redact.verify.outline import find_strange
from redact.verify.readings import Reading
from redact.verify.secret import Secrets, given_secrets
from redact.verify.structure import has_attachments, revisions
from redact.verify.widths import find_gaps

_HEADER_WITHIN = 1024
_WORD, _OCR_WORD = 3, 5
"""Letters of the shortest word that says something; OCR makes short ones up."""


class Asked(NamedTuple):
    """What a person wants looked for: texts, a list of names, text in pixels as well."""

    secrets: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    ocr: bool = False


_PLAIN = Asked()


def inspect(data: bytes, asked: Asked = _PLAIN) -> list[Leak]:
    """Return everything in a PDF that may give away more than its pages show.

    An empty result says what was looked for was not found; it proves nothing about what was not
    looked for.

    Raises:
        EmptyFileError, UnknownFormatError, DamagedError, EncryptedError: it cannot be read.
        TooHardError: OCR takes too long.
    """
    if not data:
        raise EmptyFileError
    if b"%PDF-" not in data[:_HEADER_WITHIN]:
        raise UnknownFormatError
    file = Examined(data)
    found = [leak for look in LOOKS for leak in look(file)]
    found += find_gaps(data, asked.names)
    found += _more_in_pictures(file) if asked.ocr else ()
    found += _look_for(file, given_secrets(asked.secrets), asked) if asked.secrets else ()
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
        yield _of_loose_content(file)
    if revisions(file.carving) > 1:
        yield warning("opbouw", "het bestand is aangevuld; een eerdere versie is terug te halen")


def _of_loose_content(file: Examined) -> Leak:
    """Hang it in a page again: it is a leak where that shows words which no page has."""
    try:
        hung = file.rehung.texts.values()
    except (DamagedError, EncryptedError):
        hung = None
    shown = {word for page in file.shown for word in tokens(page.text)}
    hidden = {word for text in hung or () for word in tokens(text) if len(word) >= _WORD}
    if hung and hidden <= shown:
        return warning(
            "losse objecten", "er zit oude paginatekst in; alles staat ook op een pagina"
        )
    return Leak("losse objecten", "er zit oude paginatekst in het bestand, die terug te halen is")


def _fonts(file: Examined) -> Iterator[Leak]:
    """Letters that fonts know and no page uses."""
    yield from find_left_over(file.objects, file.shows)


def _norms(file: Examined) -> Iterator[Leak]:
    """Standards that the file claims."""
    yield from find_broken(file.output, file.carving, Severity.WARNING)


def _bookmarks(file: Examined) -> Iterator[Leak]:
    """Bookmarks that say something else than the pages."""
    if find_strange(file):
        yield warning("bladwijzers", "een bladwijzer zegt iets dat op geen pagina staat")


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
    _bookmarks,
    _makers,
    _company,
    _fonts,
    _norms,
)
"""What is looked for in any PDF, in order."""


def _more_in_pictures(file: Examined) -> Iterator[Leak]:
    """Report images in which OCR reads words that the drawn page does not show."""
    pages, images = file.pictures
    for number, text in sorted(images.texts.items()):
        seen = fold(pages.texts[number]) + fold(file.shown[number].text)
        hidden = [word for word in tokens(text) if len(word) >= _OCR_WORD and word not in seen]
        if hidden:
            yield warning(
                "afbeeldingen", "een afbeelding bevat tekst die de pagina niet toont", number
            )


def _look_for(file: Examined, secrets: Secrets, asked: Asked) -> Iterator[Leak]:
    """Report every place where a secret stands."""
    pictures = file.pictures if asked.ocr else ()
    for reading in (*file.readings, *pictures):
        channel = reading.extractor if reading in pictures else "tekst"
        for page in sorted(_pages_with(reading, secrets)):
            yield Leak(channel, "een van de opgegeven teksten is te lezen", page)
    with suppress(DamagedError, EncryptedError):
        if _pages_with(file.rehung, secrets):
            yield Leak("losse objecten", "een van de opgegeven teksten is terug te halen")
    if count_keys(fold_pages([file.own_reading]), secrets.distinct):
        yield Leak("getekende tekst", "een van de opgegeven teksten wordt getekend")
    yield from find_in_words(file.words_off_page, secrets.distinct)
    yield from find_in_bytes(file.carving, secrets.literal)


def _pages_with(reading: Reading, secrets: Secrets) -> set[int]:
    numbers = sorted(reading.texts)
    folded = fold_pages(reading.texts[number] for number in numbers)
    return {numbers[page] for page, _ in count_keys(folded, secrets.everywhere)}
