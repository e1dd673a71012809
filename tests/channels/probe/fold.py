"""A name in the forms in which text and bytes can have it."""

import unicodedata
from contextlib import suppress
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes


def fold(text: str) -> str:
    """Return only the letters and digits, without case, accents and ligatures."""
    letters = unicodedata.normalize("NFKD", text).casefold()
    return "".join(letter for letter in letters if letter.isalnum())


@dataclass(frozen=True)
class Secret:
    """A name to look for: `key` in folded text, `forms` in lower-case bytes."""

    name: str
    key: str
    forms: tuple[bytes, ...]

    @classmethod
    def of(cls, name: str) -> "Secret":
        """Return the forms of a name."""
        low = name.lower()
        plain = [low.encode(code) for code in ("utf-8", "utf-16-be", "utf-16-le")]
        with suppress(UnicodeEncodeError):
            plain.append(low.encode("latin-1"))
        return cls(
            name, fold(name), tuple({*plain, *(form.hex().encode() for form in _cased(name))})
        )

    def in_text(self, text: str) -> bool:
        """Tell whether a text has the name, spaced out, hyphenated or backwards too."""
        folded = fold(text)
        return self.key in folded or self.key[::-1] in folded

    def in_bytes(self, data: bytes) -> bool:
        """Tell whether bytes have the name in one of the encodings of text."""
        low = data.lower()
        if any(form in low for form in self.forms):
            return True
        return b"%" in data and any(form in unquote_to_bytes(low) for form in self.forms)


def _cased(name: str) -> set[bytes]:
    """Return the bytes that a hexadecimal string of the name may stand for."""
    written = {name, name.lower(), name.upper()}
    return {text.encode(code) for text in written for code in ("utf-8", "utf-16-be")}
