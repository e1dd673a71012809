"""Colour spaces: which ones a file may have, and inks that bear no names of their own."""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pikepdf

_PLAIN = frozenset(
    {"DeviceGray", "DeviceRGB", "DeviceCMYK", "Pattern", "G", "RGB", "CMYK", "CalGray", "CalRGB"}
)
_PROCESS = frozenset({"All", "None", "Black", "Cyan", "Magenta", "Yellow", "Red", "Green", "Blue"})
"""Inks that a printer knows; any other name can be anything."""

_COLOURS = {
    **dict.fromkeys(("/DeviceGray", "/CalGray", "/Indexed", "/Separation"), 1),
    **dict.fromkeys(("/DeviceRGB", "/CalRGB", "/Lab"), 3),
    "/DeviceCMYK": 4,
}
_HEADER = 128
_TEXTS = {b"desc", b"text", b"mluc", b"dict"}
"""The types of the parts of a colour profile that hold text (ICC.1:2022, 10)."""


class Inks:
    """Cleans colour spaces; gives every ink that is not a process colour a number.

    `expect` is called with each dictionary or stream that hangs in a space, and its kind in the
    table of kinds.
    """

    def __init__(self, expect: Callable[[Any, str], None]) -> None:
        self._expect = expect
        self._names: dict[str, str] = {}

    def clean(self, space: Any) -> bool:  # noqa: ANN401  a name or an array
        """Clean a colour space in its place; tell whether it may stay."""
        import pikepdf

        if isinstance(space, pikepdf.Name):
            return str(space)[1:] in _PLAIN
        if not isinstance(space, pikepdf.Array) or not len(space):
            return False
        kind = str(space[0])
        if len(space) == 1:
            return kind[1:] in _PLAIN
        clean = _KINDS.get(kind)
        try:
            return clean is not None and clean(self, space)
        except (AttributeError, IndexError, TypeError, ValueError, pikepdf.PdfError):
            return False  # it is not what its name says

    def profile(self, space: "pikepdf.Object") -> bool:
        """Clean a space by a colour profile."""
        self._expect(space[1], "Profile")
        cut_profile(space[1])
        return _has(space, 2)

    def calibrated(self, space: "pikepdf.Object") -> bool:
        """Clean a space by measured colours."""
        self._expect(space[1], "Calibrated")
        return _has(space, 2)

    def base(self, space: "pikepdf.Object") -> bool:
        """Clean the space of patterns that take a colour."""
        return self.clean(space[1]) and _has(space, 2)

    def indexed(self, space: "pikepdf.Object") -> bool:
        """Clean a space of a palette."""
        import pikepdf

        if isinstance(space[3], pikepdf.Stream):
            self._expect(space[3], "Content")
        return self.clean(space[1]) and _has(space, 4)

    def separation(self, space: "pikepdf.Object") -> bool:
        """Rename the ink of a space."""
        space[1] = self._renamed(space[1])
        self._tint(space[3])
        return self.clean(space[2]) and _has(space, 4)

    def inks(self, space: "pikepdf.Object") -> bool:
        """Rename a row of inks; what else is told of them (a fifth element) goes."""
        import pikepdf

        space[1] = pikepdf.Array([self._renamed(name) for name in space[1].as_list()])
        self._tint(space[3])
        return self.clean(space[2]) and _has(space, 4)

    def _tint(self, function: "pikepdf.Object") -> None:
        self._expect(function, "Function")

    def _renamed(self, name: Any) -> "pikepdf.Name":  # noqa: ANN401
        import pikepdf

        ink = str(name)[1:]
        if ink in _PROCESS:
            return pikepdf.Name(f"/{ink}")
        return pikepdf.Name(self._names.setdefault(ink, f"/Ink{len(self._names) + 1}"))


_KINDS: dict[str, Callable[[Inks, Any], bool]] = {
    "/ICCBased": Inks.profile,
    "/CalGray": Inks.calibrated,
    "/CalRGB": Inks.calibrated,
    "/Lab": Inks.calibrated,
    "/Pattern": Inks.base,
    "/Indexed": Inks.indexed,
    "/Separation": Inks.separation,
    "/DeviceN": Inks.inks,
}


def _has(space: "pikepdf.Object", length: int) -> bool:
    """Cut an array to a length; tell whether it is that long."""
    while len(space) > length:
        del space[length]
    return len(space) == length


def colours_of(image: "pikepdf.Object") -> int:
    """Return how many numbers make up a pixel of a picture, 0 where that is unknown."""
    import pikepdf

    if image.get("/ImageMask"):
        return 1
    space: Any = image.get("/ColorSpace")
    kind = space[0] if isinstance(space, pikepdf.Array) and len(space) else space
    if kind == pikepdf.Name.ICCBased:
        return int(space[1].get("/N", 0))
    if kind == pikepdf.Name.DeviceN:
        return len(space[1])
    return _COLOURS.get(str(kind), 0)


def cut_profile(profile: "pikepdf.Object") -> None:
    """Cut a colour profile at the end that it gives itself, and take out its texts."""
    data = profile.read_bytes()
    size = int.from_bytes(data[:4], "big")
    if data[36:40] != b"acsp" or not _HEADER < size <= len(data):
        return
    bare = _without_texts(data[:size])
    if bare != data:
        profile.write(bare)


def _without_texts(data: bytes) -> bytes:
    """Return a profile with noughts for its texts: what it is called, and who made it."""
    bare = bytearray(data)
    count = min(int.from_bytes(data[_HEADER : _HEADER + 4], "big"), (len(data) - _HEADER) // 12)
    for at in range(_HEADER + 4, _HEADER + 4 + 12 * count, 12):
        start, size = (int.from_bytes(data[at + part : at + part + 4], "big") for part in (4, 8))
        if data[start : start + 4] in _TEXTS:
            bare[start + 8 : start + size] = bytes(len(data[start + 8 : start + size]))
    return bytes(bare)
