"""Which codes of which font a PDF uses, over all its content streams."""

import struct
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias

from redact.write.font_reduction.errors import UnclearError
from redact.write.font_reduction.shown import Shown, recoded, shown_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    import pikepdf

Number: TypeAlias = tuple[int, int]
Recode: TypeAlias = dict[int, int]


@dataclass(slots=True)
class Use:
    """A font and the codes of it that are shown, each of `length` bytes.

    `fixed` tells that its codes cannot be changed, as not all places where they stand are known.
    """

    font: "pikepdf.Object"
    length: int
    codes: set[int] = field(default_factory=set)
    fixed: bool = False

    def split(self, string: bytes) -> Sequence[int]:
        """Return the codes of a string; half a code at its end is none."""
        if self.length == 1:
            return string
        return struct.unpack(f">{len(string) // 2}H", string[: len(string) & ~1])

    def recoded(self, string: bytes, recode: Recode) -> bytes:
        """Return a string with other codes."""
        codes = [recode[code] for code in self.split(string)]
        return bytes(codes) if self.length == 1 else struct.pack(f">{len(codes)}H", *codes)


@dataclass(frozen=True, slots=True)
class Stream:
    """A content stream: its holder, a page or a stream; what it shows, each with its font."""

    holder: Any
    content: bytes
    shown: tuple[tuple[Shown, Use], ...]


class Around(NamedTuple):
    """The resources of a stream, and the number of what has them if they have none."""

    resources: "pikepdf.Object"
    holder: Number

    @property
    def key(self) -> Number:
        """What tells these resources from others."""
        return self.resources.objgen if self.resources.is_indirect else self.holder


@dataclass(slots=True)
class Uses:
    """The fonts of a PDF by number, and the streams that show text in them."""

    pdf: "pikepdf.Pdf"
    fonts: dict[Number, Use] = field(default_factory=dict)
    streams: list[Stream] = field(default_factory=list)
    _resources: dict[Any, "pikepdf.Object"] = field(default_factory=dict)
    _names: dict[Any, set[str]] = field(default_factory=dict)
    _seen: dict[Number, Around] = field(default_factory=dict)
    _stray: list[bytes] = field(default_factory=list)

    @classmethod
    def of(cls, pdf: "pikepdf.Pdf") -> "Uses":
        """Read every content stream that a page leads to.

        Raises:
            UnclearError: one of them cannot be read.
        """
        uses = cls(pdf)
        for page in pdf.pages:
            around = Around(page.resources, page.obj.objgen)
            uses._read(page, around)
            for appearance in _appearances(page):
                uses._enter(appearance, around)
        uses._give_strays()
        return uses

    def _enter(self, stream: "pikepdf.Object", around: Around) -> None:
        """Read a stream within another, once; a form without resources has those around it."""
        own = stream.get("/Resources")
        before = self._seen.get(stream.objgen)
        if before is None:
            inside = around if own is None else Around(own, stream.objgen)
            self._seen[stream.objgen] = inside
            self._read(stream, inside)
        elif own is None and before.key != around.key:
            self._fix(around.resources)

    def _read(self, holder: Any, around: Around) -> None:  # noqa: ANN401
        resources = self._resources[around.key] = around.resources
        names = self._names.setdefault(around.key, set())
        settings = dict(resources.get("/ExtGState") or {})
        states = {name for name in settings if "/Font" in settings[name]}
        content, strings = _strings(holder, states)
        found: dict[tuple[str | None, bool], Use | None] = {}
        shown = []
        for string in strings:
            named = (string.font, string.state)
            if named not in found:
                found[named] = self._font(resources, *named)
            use = found[named]
            if use is not None:
                use.codes.update(use.split(string.codes))
                shown.append((string, use))
            elif string.font is None:
                self._stray.append(string.codes)
        names.update(name for name, state in found if name is not None and not state)
        self.streams.append(Stream(holder, content, tuple(shown)))
        for inner in _inner(resources):
            self._enter(inner, around)
        for font in _values(resources.get("/Font")):
            if font.get("/Subtype") == "/Type3":
                self._draw(font, around)

    def _draw(self, font: "pikepdf.Object", around: Around) -> None:
        """Read the streams that draw the glyphs of a font, with its own resources if it has any."""
        own = font.get("/Resources")
        inside = around if own is None else Around(own, font.objgen)
        for glyph in _values(font.get("/CharProcs")):
            self._enter(glyph, inside)

    def _font(self, resources: "pikepdf.Object", name: str | None, state: bool) -> Use | None:  # noqa: FBT001
        """Return the use of the font that a stream names, or nothing if there is none."""
        import pikepdf

        holder = resources.get("/ExtGState" if state else "/Font")
        if holder is None or name is None or name not in holder:
            return None
        font = holder[name]
        if state:
            font = font["/Font"][0]
        elif isinstance(font, pikepdf.Dictionary) and not font.is_indirect:
            font = holder[name] = self.pdf.make_indirect(font)
        if not isinstance(font, pikepdf.Dictionary):
            return None
        length = 2 if font.get("/Subtype") == pikepdf.Name.Type0 else 1
        return self.fonts.setdefault(font.objgen, Use(font, length))

    def _fix(self, resources: "pikepdf.Object") -> None:
        """Let the fonts of a form that is drawn with other resources too keep their codes."""
        for name in dict(resources.get("/Font") or {}):
            use = self._font(resources, name, False)  # noqa: FBT003
            if use is not None:
                use.fixed = True

    def _give_strays(self) -> None:
        """Let every font keep the codes of strings whose font is not known."""
        for use in self.fonts.values():
            for string in self._stray:
                use.codes.update(use.split(string))
                use.fixed = True

    def recode(self, recodes: dict[Number, Recode]) -> None:
        """Write new codes into every stream that shows a font that has them."""
        for stream in self.streams:
            changes = [
                (string, use.recoded(string.codes, recodes[use.font.objgen]))
                for string, use in stream.shown
                if use.font.objgen in recodes
            ]
            if changes:
                _write(self.pdf, stream.holder, recoded(stream.content, changes))

    def drop_unused(self) -> None:
        """Take out of the resources every font in which nothing is shown."""
        import pikepdf

        for key, resources in self._resources.items():
            fonts = resources.get("/Font")
            if fonts is not None:
                used = {n: fonts[n] for n in sorted(self._names[key]) if n in fonts}
                resources.Font = pikepdf.Dictionary(used)


def _strings(holder: Any, states: set[str]) -> tuple[bytes, list[Shown]]:  # noqa: ANN401
    """Return the bytes of a stream and what it shows, put in order first if need be."""
    import pikepdf

    try:
        content = _content(holder)
        with suppress(UnclearError):
            return content, list(shown_in(content, states))
        content = pikepdf.unparse_content_stream(pikepdf.parse_content_stream(holder))
    except (pikepdf.PdfError, RuntimeError) as error:
        raise UnclearError from error
    return content, list(shown_in(content, states))


def _content(holder: Any) -> bytes:  # noqa: ANN401
    import pikepdf

    if not isinstance(holder, pikepdf.Page):
        return bytes(holder.read_bytes())
    contents = holder.obj.get("/Contents")
    if contents is None:
        return b""
    parts = contents.as_list() if isinstance(contents, pikepdf.Array) else [contents]
    return b"\n".join(part.read_bytes() for part in parts if isinstance(part, pikepdf.Stream))


def _write(pdf: "pikepdf.Pdf", holder: Any, content: bytes) -> None:  # noqa: ANN401
    import pikepdf

    if isinstance(holder, pikepdf.Page):
        holder.obj.Contents = pdf.make_stream(content)
    else:
        holder.write(content)


def _inner(resources: "pikepdf.Object") -> "Iterator[pikepdf.Object]":
    """Yield the streams that what is in these resources may draw."""
    import pikepdf

    for kind in ("/XObject", "/Pattern"):
        for thing in _values(resources.get(kind)):
            form = kind == "/Pattern" or thing.get("/Subtype") == pikepdf.Name.Form
            if isinstance(thing, pikepdf.Stream) and form:
                yield thing
    for state in _values(resources.get("/ExtGState")):
        mask = state.get("/SMask")
        if isinstance(mask, pikepdf.Dictionary) and isinstance(mask.get("/G"), pikepdf.Stream):
            yield mask.G


def _appearances(page: "pikepdf.Page") -> "Iterator[pikepdf.Object]":
    import pikepdf

    for annotation in page.obj.get("/Annots") or ():
        if not isinstance(annotation, pikepdf.Dictionary):
            continue
        for looks in _values(annotation.get("/AP")):
            yield from [looks] if isinstance(looks, pikepdf.Stream) else _values(looks)


def _values(dictionary: "pikepdf.Object | None") -> "Iterator[pikepdf.Object]":
    """Yield what a dictionary holds, but for what a damaged file has in the place of objects."""
    import pikepdf

    if isinstance(dictionary, pikepdf.Dictionary | pikepdf.Stream):
        values = (dictionary[key] for key in sorted(dictionary.keys()))  # pikepdf gives a set
        yield from (v for v in values if isinstance(v, pikepdf.Dictionary | pikepdf.Stream))
