"""What every check looks at, each thing read once."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import cached_property
from typing import TypeAlias

import numpy as np
import numpy.typing as npt

from redact.document import Document
from redact.finding import Redaction
from redact.verify.carve import Carving, carve
from redact.verify.contents import Objects, Shows, shown_text
from redact.verify.fold import Folded, fold_pages
from redact.verify.letters import read
from redact.verify.ocr import read_pictures
from redact.verify.readings import Reading, readings
from redact.verify.secret import Secrets, removed_secrets
from redact.verify.shown import Shown, shown_pages
from redact.verify.variant import is_partly_hidden, laid_open, rehung
from redact.verify.walk import Words, reading, words_off_page

Mask: TypeAlias = npt.NDArray[np.bool_]

PYPDF_PAGES = 5
"""pypdf costs 12 ms a page, four times all else together: it reads the pages with most gaps."""
_GAP = "\n"
_BULLET = re.compile(r"^[ \t]*o[ \t\xa0]+(?=\S)", re.MULTILINE)
"""A list mark that looks like a letter: it may stay in a list that goes, and says nothing."""


class Examined:
    """A PDF that is looked at; each look is taken once."""

    def __init__(self, output: bytes) -> None:
        self.output = output

    def __repr__(self) -> str:
        """Show no text."""
        return f"<{type(self).__name__} of {len(self.output)} bytes>"

    @cached_property
    def shown(self) -> list[Shown]:
        """The pages, as pdfium shows them."""
        pages = shown_pages(self.output)
        if any(carved.has(b"/UserUnit") for carved in self.carving.objects):
            with reading(self.output) as document:
                units = [float(page.user_unit) for page in document.pages]
            return [page.scaled(unit) for page, unit in zip(pages, units, strict=False)]
        return pages

    @cached_property
    def carving(self) -> Carving:
        """The objects in the bytes."""
        return carve(self.output)

    @cached_property
    def objects(self) -> Objects:
        """The objects by number."""
        return Objects.of(self.carving)

    @cached_property
    def shows(self) -> list[Shows]:
        """Every text-showing operator, by our own parser."""
        return list(shown_text(self.objects))

    @cached_property
    def words_off_page(self) -> list[Words]:
        """Every string that is not on a page, as pypdf finds them."""
        with reading(self.output) as document:
            return list(words_off_page(document))

    @cached_property
    def readings(self) -> list[Reading]:
        """The text by every extractor we have."""
        texts = [page.text for page in self.shown]
        found = list(readings(self.output, texts, self.busiest))
        if is_partly_hidden(self.carving):
            open_ = laid_open(self.output)
            texts = [page.text for page in shown_pages(open_)]
            found += [other.named("verborgen deel") for other in readings(open_, texts, ())]
        return found

    @cached_property
    def pictures(self) -> tuple[Reading, Reading]:
        """What OCR reads on the pages, and in the images themselves."""
        return read_pictures(self.output)

    @cached_property
    def rehung(self) -> Reading:
        """What content that no page uses would show, once it is hung in a page again."""
        loose = [carved for carved in self.carving.unused() if carved.shows_text]
        pages = shown_pages(rehung(self.output, loose)) if loose else []
        return Reading("losse inhoud", {number: page.text for number, page in enumerate(pages)})

    @cached_property
    def own_reading(self) -> str:
        """What our own parser reads beside the pages: in forms, patterns, masks, drawn glyphs."""
        return " ".join(read(self.objects, (show for show in self.shows if not show.on_page)))

    @property
    def busiest(self) -> list[int]:
        """The pages that deserve the slowest extractor."""
        return list(range(min(len(self.shown), PYPDF_PAGES)))


class Evidence(Examined):
    """An output, with what the reader saw before and what had to go.

    `source` is what was read, where that is known.
    """

    def __init__(
        self,
        output: bytes,
        original: Document,
        redactions: Sequence[Redaction],
        source: bytes = b"",
    ) -> None:
        super().__init__(output)
        self.source = source
        self.original = original
        self.redactions = tuple(sorted(redactions))

    @property
    def busiest(self) -> list[int]:
        """The pages that lose most."""
        gaps = Counter(redaction.span.page for redaction in self.redactions)
        return [page for page, _ in gaps.most_common(PYPDF_PAGES) if page < len(self.shown)]

    @cached_property
    def removed(self) -> list[Mask]:
        """For each page of the original, which of its characters had to go."""
        masks = [np.zeros(len(page.text), dtype=np.bool_) for page in self.original]
        for redaction in self.redactions:
            masks[redaction.span.page][redaction.span.start : redaction.span.end] = True
        for page, mask in zip(self.original, masks, strict=True):
            for bullet in _BULLET.finditer(page.text):
                mask[bullet.start() : bullet.end()] = False
        return masks

    @cached_property
    def kept(self) -> Folded:
        """The text that was meant to stay; what stood beside a gap is not joined over it."""
        pairs = zip(self.original, self.removed, strict=True)
        return fold_pages(_without(page.text, gone) for page, gone in pairs)

    @cached_property
    def secrets(self) -> Secrets:
        """What must be nowhere."""
        return removed_secrets(self.original, self.redactions, self.kept.text)


def _without(text: str, gone: Mask) -> str:
    """Return a text with a break for each stretch that goes."""
    edges = np.flatnonzero(np.diff(gone, prepend=False, append=False)).tolist()
    starts, ends = [0, *edges[1::2]], [*edges[0::2], len(text)]
    return _GAP.join(text[start:end] for start, end in zip(starts, ends, strict=True))
