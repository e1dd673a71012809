"""Type 1 programs, as TeX embeds them: only the glyphs that are used."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from redact.write.font_reduction.errors import KeptError

_OUTER, _INNER = 55665, 4330
"""Keys of the encryption that Type 1 has for its private part and for each glyph."""

_SUBR = re.compile(rb"dup\s+(\d+)\s+(\d+)\s+(\S+) ")
_GLYPH = re.compile(rb"/(\S+)\s+(\d+)\s+(\S+) ")
_CODE = re.compile(rb"dup\s+(\d+)\s*/(\S+)\s+put")
_MATRIX = re.compile(rb"/FontMatrix\s*\[([^\]]*)\]")
_LEN_IV = re.compile(rb"/lenIV\s+(-?\d+)")
_END = b"currentfile closefile"
_FIXED_SUBRS = 4
"""Subroutines that every program has, for flex and hints."""

_RETURN = b"\x0b"
_FORM = """%!PS-AdobeFont-1.0: Embedded
11 dict begin
/FontType 1 def
/PaintType 0 def
/FontName /Embedded def
/FontMatrix [{matrix}] readonly def
/FontBBox {{0 0 0 0}} readonly def
/Encoding 256 array
0 1 255 {{1 index exch /.notdef put}} for
{codes}
readonly def
currentdict end
currentfile eexec
"""
_TRAILER = (b"0" * 64 + b"\n") * 8 + b"cleartomark\n"


class Type1:
    """A Type 1 program, its glyphs by number in the order of their names."""

    scale = 1.0

    def __init__(self, program: bytes) -> None:
        from fontTools.misc.eexec import decrypt

        self._clear, found, rest = program.partition(b"eexec")
        if not found or b"/CharStrings" in self._clear:
            raise KeptError
        plain = decrypt(rest.lstrip(b" \t\r\n"), _OUTER)[0][4:]
        self._private = plain[: plain.rindex(_END)]
        given = _LEN_IV.search(self._private)
        self._len_iv = int(given[1]) if given else 4
        start = self._private.index(b"/CharStrings")
        self._subrs = {int(m[1]): m for m in _items(_SUBR, self._private[:start], 0)}
        self._glyphs = {
            m[1].decode("latin-1"): m for m in _items(_GLYPH, self._private, start + 12)
        }
        self.names = list(self._glyphs)
        self.lengths: dict[str, int] = {}

    def encoding(self) -> dict[int, str]:
        """Return the name of the glyph of each code, as the program itself has it."""
        from fontTools.encodings.StandardEncoding import StandardEncoding

        if re.search(rb"/Encoding\s+StandardEncoding", self._clear):
            return {code: name for code, name in enumerate(StandardEncoding) if name != ".notdef"}
        return {int(code): name.decode("latin-1") for code, name in _CODE.findall(self._clear)}

    def outline(self, glyph: int) -> bytes:
        """Return what tells a glyph from others."""
        return self._body(self._glyphs[self.names[glyph]]) if glyph >= 0 else b""

    def reduced(
        self, order: Sequence[int | None], names: Sequence[str], encoding: Mapping[int, str]
    ) -> tuple[bytes, None]:
        """Return a program with these glyphs under these names; the box of the font stays."""
        from fontTools.misc.eexec import encrypt

        old = [self.names[number] for number in order if number is not None]
        labels = dict(zip(old, names, strict=True))
        wanted = self._with_parts(labels)
        private = self._subroutines(wanted) + self._charstrings(wanted, labels)
        secret = encrypt(b"\0\0\0\0" + private + b"mark " + _END + b"\n", _OUTER)[0]
        codes = "\n".join(f"dup {code} /{name} put" for code, name in sorted(encoding.items()))
        matrix = _MATRIX.search(self._clear)
        numbers = matrix[1].decode("latin-1") if matrix else "0.001 0 0 0.001 0 0"
        clear = _FORM.format(matrix=numbers, codes=codes).encode("latin-1")
        self.lengths = {"Length1": len(clear), "Length2": len(secret), "Length3": len(_TRAILER)}
        return clear + secret + _TRAILER, None

    def _with_parts(self, names: Iterable[str]) -> list[str]:
        """Add the letters and accents that composite glyphs are drawn with."""
        from fontTools.encodings.StandardEncoding import StandardEncoding

        found = list(names)
        for name in found:
            program = self._steps(self._glyphs[name])
            for at, step in enumerate(program):
                if step == "seac":
                    parts = [StandardEncoding[code] for code in program[at - 2 : at]]
                    found += [part for part in parts if part in self._glyphs and part not in found]
        return found

    def _steps(self, item: "re.Match[bytes]") -> list[Any]:
        from fontTools.misc.eexec import decrypt
        from fontTools.misc.psCharStrings import T1CharString

        body = self._body(item)
        plain = decrypt(body, _INNER)[0][self._len_iv :] if self._len_iv >= 0 else body
        charstring = T1CharString(bytecode=plain)
        charstring.decompile()
        return list(charstring.program)

    def _body(self, item: "re.Match[bytes]") -> bytes:
        private: bytes = self._private
        return private[item.end() : item.end() + int(item[2])]

    def _subroutines(self, names: Iterable[str]) -> bytes:
        """Return the private part up to the glyphs, with unused subroutines emptied."""
        from fontTools.misc.eexec import encrypt

        used = self._subrs_of(names)
        text = self._private[: self._private.index(b"/CharStrings")]
        pieces, at = [], 0
        pad = max(self._len_iv, 0)
        empty = encrypt(b"\0" * pad + _RETURN, _INNER)[0] if self._len_iv >= 0 else _RETURN
        for number, item in self._subrs.items():
            if number not in used:
                call = b"dup %d %d %b " % (number, len(empty), item[3])
                pieces += [text[at : item.start()], call, empty]
                at = item.end() + int(item[2])
        return b"".join([*pieces, text[at:]])

    def _subrs_of(self, names: Iterable[str]) -> set[int]:
        used = set(range(_FIXED_SUBRS))
        waiting = [self._glyphs[name] for name in names]
        waiting += [self._subrs[number] for number in used if number in self._subrs]
        while waiting:
            for number in _called(self._steps(waiting.pop())):
                if number not in used and number in self._subrs:
                    used.add(number)
                    waiting.append(self._subrs[number])
        return used

    def _charstrings(self, names: Sequence[str], labels: Mapping[str, str]) -> bytes:
        items = list(self._glyphs.values())
        first, last = items[0], items[-1]
        start = self._private.index(b"/CharStrings")
        head = re.sub(rb"\d+", b"%d" % len(names), self._private[start : first.start()], count=1)
        after = self._private[last.end() + int(last[2]) :]
        ends = re.match(rb"\s*\S+(\s+put)?\s", after)  # ND, |- or `noaccess def`
        end = re.match(rb"\s*(ND|\|-|noaccess\s+def|readonly\s+def)\s*", after)
        close = end[0] if end else ends[0] if ends else b" ND\n"
        drawn = [
            b"/%b %b %b %b%b"
            % (labels.get(name, name).encode("latin-1"), item[2], item[3], self._body(item), close)
            for name, item in ((name, self._glyphs[name]) for name in names)
        ]
        rest = after[len(close) :]
        rest = rest[: rest.rfind(b"mark")] if b"mark" in rest else rest
        return b"".join([head, *drawn, rest])


def _items(form: "re.Pattern[bytes]", text: bytes, at: int) -> "Iterator[re.Match[bytes]]":
    """Yield entries that are followed by so many bytes as they say."""
    while item := form.search(text, at):
        at = item.end() + int(item[2])
        yield item


def _called(program: Sequence[Any]) -> Iterator[int]:
    """Yield the subroutines that a glyph calls, directly or to change hints.

    A subroutine may call one that its caller named: that is the number before its own.
    """
    for at, step in enumerate(program):
        if step == "callsubr":
            back = 5 if program[at - 1] == "pop" else 1  # n 1 3 callothersubr pop callsubr
            yield from (n for n in program[max(at - back - 1, 0) : at] if isinstance(n, int))
