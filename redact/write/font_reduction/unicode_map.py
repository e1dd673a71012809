"""ToUnicode: what each code of a font means, for copying, searching and reading aloud."""

import re
from collections.abc import Collection, Iterator, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import pikepdf

_BLOCK = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_CHAR = re.compile(rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]*)>")
_RANGE = re.compile(
    rb"<([0-9A-Fa-f\s]+)>\s*<([0-9A-Fa-f\s]+)>\s*(?:<([0-9A-Fa-f\s]*)>|\[([^\]]*)\])"
)
_MEMBER = re.compile(rb"<([0-9A-Fa-f\s]*)>")
_WIDEST = 0xFFFF
_BATCH = 100
"""Entries in one block of a CMap, at most."""

_SYMBOLS = {
    "\uf0b7": "\u2022",
    "\uf0a7": "\u25aa",
    "\uf0d8": "\u27a2",
    "\uf0fc": "\u2713",
    "\uf06e": "\u25a0",
    "\uf06c": "\u25cf",
    "\uf076": "\u2756",
}
"""What the usual bullets of word processors are, whose fonts only say: a sign of our own."""

_FORM = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<{low}> <{high}>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end"""


def meanings(given: "pikepdf.Object | None", codes: Collection[int]) -> dict[int, str]:
    """Return the text that each of these codes stands for, as far as the font tells."""
    import pikepdf

    if isinstance(given, pikepdf.Name):  # Identity: codes are Unicode
        return {code: chr(code) for code in codes}
    if not isinstance(given, pikepdf.Stream):
        return {}
    return {code: text for code, text in _entries(given.read_bytes()) if code in codes}


def _entries(cmap: bytes) -> Iterator[tuple[int, str]]:
    for kind, block in _BLOCK.findall(cmap):
        if kind == b"char":
            for code, text in _CHAR.findall(block):
                yield _number(code), _text(text)
            continue
        for low, high, text, listed in _RANGE.findall(block):
            first, last = _number(low), min(_number(high), _number(low) + _WIDEST)
            if listed:
                members = map(_text, _MEMBER.findall(listed))
                yield from zip(range(first, last + 1), members, strict=False)
            elif text := _text(text):
                head, end = text[:-1], ord(text[-1])
                for step in range(min(last - first, 0x10FFFF - end) + 1):
                    yield first + step, head + chr(end + step)


def _number(digits: bytes) -> int:
    return int(b"".join(digits.split()), 16)


def _text(digits: bytes) -> str:
    whole = b"".join(digits.split())
    raw = bytes.fromhex((whole + b"0" * (len(whole) % 2)).decode("ascii"))
    text = raw.rjust(2, b"\0").decode("utf-16-be", "replace")
    return _SYMBOLS.get(text, text)


def written(texts: Mapping[int, str], length: int) -> bytes:
    """Return a CMap that says what codes of this many bytes stand for."""
    entries = [
        f"<{code:0{2 * length}x}> <{text.encode('utf-16-be', 'replace').hex()}>"
        for code, text in sorted(texts.items())
    ]
    batches = (entries[at : at + _BATCH] for at in range(0, len(entries), _BATCH))
    blocks = ("\n".join([f"{len(batch)} beginbfchar", *batch, "endbfchar"]) for batch in batches)
    low, high = "00" * length, "ff" * length
    return _FORM.format(low=low, high=high, blocks="\n".join(blocks)).encode("ascii")
