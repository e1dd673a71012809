"""Is what had to go really gone: from every reading, from strings off the page, from the bytes."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from redact.verify.carve import Carving
from redact.verify.evidence import Evidence
from redact.verify.fold import Folded, fold_pages
from redact.verify.leak import Leak
from redact.verify.needles import Needles
from redact.verify.walk import Words

Texts: TypeAlias = Mapping[int, str]

_WHOLE_WORD = 5  # a key shorter than this must stand alone
_ANYWHERE = 8  # a key this long may begin and end inside words: chance does not make it
_BINARY_SHORTEST = 6
_READS = "tekst die weg moest is nog te lezen"

_HEX_DIGIT = re.compile(rb"[0-9a-f]")
_KERN = re.compile(rb"\)\s*-?[\d.]*\s*\(|>\s*-?[\d.]*\s*<(?!<)")
_ESCAPE = re.compile(rb"\\(?:([0-7]{1,3})|(\r\n|[\s\S]))")
_ESCAPED = {b"n": b"\n", b"r": b"\r", b"t": b"\t", b"\n": b"", b"\r": b"", b"\r\n": b""}
_NAME_ESCAPE = re.compile(rb"#([0-9A-Fa-f]{2})")
_HEX = re.compile(rb"<([0-9A-Fa-f\s]{6,})>")


def check_readings(evidence: Evidence) -> Iterator[Leak]:
    """No removed text stands on a page more often than was meant to stay there."""
    known = len(evidence.original.pages)
    secrets = evidence.secrets
    meant = count_keys(evidence.kept, secrets.everywhere)
    for reading in evidence.readings:
        before = {number: text for number, text in reading.texts.items() if number < known}
        added = {number: text for number, text in reading.texts.items() if number >= known}
        pages = _with_excess(before, secrets.everywhere, meant)
        # an added page explains the grounds in ordinary words, some of which were removed too
        pages |= _with_any(added, secrets.distinct)
        for page in sorted(pages):
            yield Leak(f"tekst volgens {reading.extractor}", _READS, page)


def _with_excess(texts: Texts, keys: Sequence[str], meant: Counter[tuple[int, int]]) -> set[int]:
    """Return the pages on which a key stands more often than was meant."""
    numbers = sorted(texts)
    counts = count_keys(fold_pages(texts[number] for number in numbers), keys)
    return {
        numbers[page] for (page, key), count in counts.items() if count > meant[numbers[page], key]
    }


def _with_any(texts: Texts, keys: Sequence[str]) -> set[int]:
    """Return the pages on which a key stands as a word of its own."""
    numbers = sorted(texts)
    folded = fold_pages(texts[number] for number in numbers)
    return {numbers[page] for page, _, is_whole in find_keys(folded, keys) if is_whole}


def count_keys(folded: Folded, keys: Sequence[str]) -> Counter[tuple[int, int]]:
    """Count the keys in folded text, by page and by number of the key."""
    return Counter((page, key) for page, key, _ in find_keys(folded, keys))


def find_keys(folded: Folded, keys: Sequence[str]) -> Iterator[tuple[int, int, bool]]:
    """Yield the page and the number of every key that stands in folded text.

    A key counts inside one word, or, which the last value tells, from the beginning of a word to
    the end of one; a short key only the second way.
    """
    edges = folded.edges
    for key, start, end in Needles(keys).find(folded.text):
        is_whole = bool(edges[start] and edges[end])
        is_inside = end - start >= _WHOLE_WORD and not edges[start + 1 : end].any()
        if is_whole or is_inside or end - start >= _ANYWHERE:
            page = int(folded.page_starts.searchsorted(start, side="right")) - 1
            yield page, key, is_whole


def check_own_reading(evidence: Evidence) -> Iterator[Leak]:
    """No removed text is drawn by anything, also where no extractor looks: patterns, masks."""
    folded, keys = fold_pages([evidence.own_reading]), evidence.secrets.distinct
    # ordinary words of the explanation may hold a short name
    if any(whole or len(keys[key]) >= _ANYWHERE for _, key, whole in find_keys(folded, keys)):
        yield Leak("getekende tekst", _READS)


def check_words_off_page(evidence: Evidence) -> Iterator[Leak]:
    """No removed text stands in properties, bookmarks, comments, fields, names or attachments."""
    yield from find_in_words(evidence.words_off_page, evidence.secrets.distinct)


def find_in_words(words: Sequence[Words], keys: Sequence[str]) -> Iterator[Leak]:
    """Report each channel in which a key stands."""
    folded = fold_pages(word.text for word in words)
    places = {(words[at].channel, words[at].page) for at, _ in count_keys(folded, keys)}
    for channel, page in sorted(places, key=str):
        yield Leak(channel, _READS, page)


def check_bytes(evidence: Evidence) -> Iterator[Leak]:
    """No removed text stands in the bytes of the file, packed or unpacked, in any notation."""
    yield from find_in_bytes(evidence.carving, evidence.secrets.literal)


def find_in_bytes(carving: Carving, literal: Iterable[str]) -> Iterator[Leak]:
    """Report whether one of the strings stands in the objects or the bytes between them."""
    written = sorted({form for text in literal for form in _written(text)})
    long = [form for form in written if len(form) >= _BINARY_SHORTEST]
    streams = [carved for carved in carving.objects if carved.stream]
    open_ = [carved.stream or b"" for carved in streams if not carved.is_binary]
    pictures = [carved.stream or b"" for carved in streams if carved.has(b"/Image")]
    if _stands_in((form for raw in [carving.rest, *open_] for form in notations(raw)), written):
        yield Leak("bytes van het bestand", _READS)
    if _stands_in(pictures, long):
        yield Leak("afbeeldingen", _READS)


def _stands_in(texts: Iterable[bytes], forms: Sequence[bytes]) -> bool:
    needles = Needles(forms)
    return any(
        _is_no_chance(text, hit.start, hit.end)
        for text in map(bytes.lower, texts)
        for hit in needles.find(text)
    )


def _is_no_chance(text: bytes, start: int, end: int) -> bool:
    """Tell whether what stands there is hardly a part of something else.

    Strings in hexadecimal and tables of numbers hold every row of digits sooner or later: in a
    file of a thousand pages they do hold removed telephone numbers.
    """
    if text[start:end].isdigit():
        return not _HEX_DIGIT.search(text[start - 1 : start] + text[end : end + 1])
    return end - start >= _BINARY_SHORTEST or _alone(text, start, end)


def _alone(text: bytes, start: int, end: int) -> bool:
    """Tell whether no letter or digit touches [start, end)."""
    return not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum())


def _written(text: str) -> Iterator[bytes]:
    """Yield the bytes a text may be stored as, ASCII in lower case."""
    text = text.casefold()
    yield text.encode("utf-8").lower()
    yield text.encode("cp1252", "ignore").lower()
    # both byte orders hold the text from its first significant byte to its last
    yield text.encode("utf-16-be", "surrogatepass").lower().strip(b"\0")


def notations(raw: bytes) -> Iterator[bytes]:
    """Yield the bytes of a stream as they are, and with every way of writing a string undone."""
    yield raw
    glued = _KERN.sub(b"", raw)
    if len(glued) != len(raw):
        yield glued
    if b"\\" in glued:
        yield _ESCAPE.sub(_unescaped, glued)
    if b"#" in glued:
        yield _NAME_ESCAPE.sub(lambda found: bytes([int(found[1], 16)]), glued)
    yield b"\0".join(_unhexed(found[1]) for found in _HEX.finditer(glued))


def _unescaped(found: re.Match[bytes]) -> bytes:
    if found[1]:
        return bytes([int(found[1], 8) & 0xFF])
    return _ESCAPED.get(found[2], found[2])


def _unhexed(digits: bytes) -> bytes:
    digits = b"".join(digits.split())
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
