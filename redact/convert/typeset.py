"""Set a text file as a PDF with typst: accessible, in fonts that typst brings along."""

import re
from importlib import resources

from redact.errors import ConversionError, EmptyFileError
from redact.read.plain import decode

_PICTURES = re.compile("[\u2190-\u2bff\ufe0f\u200d\U0001f000-\U0001faff]")
"""Pictograms, as in chats, and what joins them: our fonts do not draw them."""


def typeset(data: bytes) -> bytes:
    """Return a text file as a PDF: its own lines and characters, in a readable letter.

    A pictogram that our fonts do not draw becomes a white square.

    Raises:
        EmptyFileError: it has no characters.
        ConversionError: it has letters that our fonts do not draw.
        UnknownFormatError: it is no text.
    """
    text = "\n".join(decode(data).splitlines())
    if not text.strip():
        raise EmptyFileError
    return _compiled(text) or _compiled(_PICTURES.sub("\u25a1", text)) or _refuse()


def _compiled(text: str) -> bytes | None:
    """Return the PDF, or nothing when a character of it cannot be drawn."""
    import typst

    template = resources.files("redact.convert").joinpath("text.typ").read_bytes()
    try:
        pdf: bytes = typst.compile(
            template,
            sys_inputs={"text": text},
            pdf_standards=["a-2a", "ua-1"],
            ignore_system_fonts=True,
        )
    except typst.TypstError:  # its message quotes the text
        return None
    return pdf


def _refuse() -> bytes:
    raise ConversionError
