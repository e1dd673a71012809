"""What hangs in a file beside its pages."""

import io
from collections import Counter
from typing import TYPE_CHECKING, Any

from redact.errors import DamagedError
from redact.preflight.hidden import Secret
from redact.read.layers import Switches

if TYPE_CHECKING:
    import pikepdf

_SHOWS_TEXT = ("Tj", "TJ", "'", '"')
_SCRIPTS = ("/JS", "/AA", "/OpenAction")
_TEXTS = ("/Alt", "/ActualText", "/E")
_END, _LINEARISED = b"%%EOF", b"/Linearized"


def look_at_file(data: bytes) -> "Counter[tuple[Secret, int | None]]":
    """Count what a file holds beside its pages.

    Raises:
        DamagedError: it cannot be opened.
    """
    import pikepdf

    found: Counter[Secret] = Counter()
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            _look_at_root(pdf, found)
            for thing in pdf.objects:
                if isinstance(thing, pikepdf.Dictionary | pikepdf.Stream):
                    _look_at(thing, found)
    except (pikepdf.PdfError, AttributeError, TypeError, ValueError) as error:
        raise DamagedError from error
    found[Secret.REVISION] = _revisions(data)
    return Counter({(kind, None): count for kind, count in found.items()})


def _revisions(data: bytes) -> int:
    """Return how often the file was added to; one made for the web has two ends."""
    ends = data.count(_END) - (_LINEARISED in data[:2048])
    return max(ends - 1, 0)


def _look_at_root(pdf: "pikepdf.Pdf", found: "Counter[Secret]") -> None:
    found[Secret.LAYER] = Switches(pdf.Root.get("/OCProperties")).off
    found[Secret.METADATA] = len(pdf.docinfo) + ("/Metadata" in pdf.Root)
    found[Secret.SCRIPT] += any(key in pdf.Root for key in _SCRIPTS)
    found[Secret.SCRIPT] += "/JavaScript" in (pdf.Root.get("/Names") or {})


def _look_at(thing: Any, found: "Counter[Secret]") -> None:  # noqa: ANN401
    import pikepdf

    keys = set(thing.keys())
    found[Secret.ATTACHMENT] += "/EF" in keys
    action = thing.get("/A")
    found[Secret.SCRIPT] += "/JS" in keys or (
        isinstance(action, pikepdf.Dictionary) and not action.is_indirect and "/JS" in action
    )
    found[Secret.SIGNATURE] += thing.get("/FT") == pikepdf.Name.Sig and "/V" in keys
    if "/S" in keys and "/P" in keys:
        found[Secret.DESCRIPTION] += any(key in keys for key in _TEXTS)
    if thing.get("/Type") == pikepdf.Name.Font:
        found[Secret.UNMAPPED] += _is_unmapped(thing, keys)
        found[Secret.UNREAD] += _draws_words(thing)
    if thing.get("/PatternType") == 1 and isinstance(thing, pikepdf.Stream):
        found[Secret.UNREAD] += _shows_text(thing)
    mask = thing.get("/SMask")
    if isinstance(mask, pikepdf.Dictionary) and isinstance(mask.get("/G"), pikepdf.Stream):
        found[Secret.UNREAD] += _shows_text(mask.G)


def _is_unmapped(font: Any, keys: set[str]) -> bool:  # noqa: ANN401
    """Tell whether a font does not say which letters its codes stand for."""
    import pikepdf

    kind, encoding = font.get("/Subtype"), font.get("/Encoding")
    if "/ToUnicode" in keys:
        return False
    if kind == pikepdf.Name.Type0:
        return str(encoding) in {"/Identity-H", "/Identity-V"}
    return str(kind) == "/Type3"


def _draws_words(font: Any) -> bool:  # noqa: ANN401
    """Tell whether letters of a font are drawn with text of another."""
    import pikepdf

    letters = font.get("/CharProcs")
    if not isinstance(letters, pikepdf.Dictionary):
        return False
    drawn = (letters[key] for key in letters.keys())  # noqa: SIM118  no mapping
    return any(isinstance(one, pikepdf.Stream) and _shows_text(one) for one in drawn)


def _shows_text(stream: Any) -> bool:  # noqa: ANN401
    import pikepdf

    try:
        instructions = pikepdf.parse_content_stream(stream)
    except pikepdf.PdfError:
        return True
    return any(str(one.operator) in _SHOWS_TEXT for one in instructions)
