"""An order of glyphs that tells nothing: not that in which a document first used them."""

from collections.abc import Callable, Collection, Iterable, Mapping

_SPACE = 32
_FIRST = 33


def ordered(
    codes: Iterable[int], texts: Mapping[int, str], looks: Callable[[int], bytes]
) -> list[int]:
    """Return codes by what they mean, and by how they look where that is the same or unknown.

    Many programs number the letters of a font as they meet them. The numbers that stay then spell
    the start of the text, with holes for letters that only occurred in what was removed.
    """
    return sorted(codes, key=lambda code: (texts.get(code, "\uffff"), looks(code)))


def single_bytes(codes: Iterable[int]) -> dict[int, int]:
    """Return new codes of one byte, in this order; a space stays 32, as word spacing needs it."""
    free = [*range(_FIRST, 256), *range(_SPACE)]
    new: dict[int, int] = {}
    for code in codes:
        new[code] = _SPACE if code == _SPACE else free.pop(0)
    return new


def may_move(codes: Collection[int], texts: Mapping[int, str]) -> bool:
    """Tell whether codes may get new numbers: not where readers guess a meaning from the old ones.

    That is so where the font says of most codes what they mean.
    """
    return 2 * sum(code in texts for code in codes) > len(codes)
