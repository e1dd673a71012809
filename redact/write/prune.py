"""Keep in a PDF only what its pages need: every key from the catalog down that is known."""

import re
import tomllib
from collections.abc import Callable, Mapping
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any, TypeAlias

from redact.write.colours import Inks

if TYPE_CHECKING:
    import pikepdf

Rules: TypeAlias = Mapping[str, str]

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z]{2})?\Z")
_VIEWS = ["XYZ", "Fit", "FitH", "FitV", "FitR", "FitB", "FitBH", "FitBV"]
_REMARK = re.compile(rb"%[^\r\n]*")


def prune(pdf: "pikepdf.Pdf") -> None:
    """Delete every key of every dictionary that the table of kinds does not know."""
    _Pruner().walk(pdf.Root, "Catalog")


@cache
def _table() -> dict[str, Rules]:
    text = files("redact.write").joinpath("schema.toml").read_text("utf-8")
    return tomllib.loads(text)


class _Pruner:
    """Walks over dictionaries by their kinds; each is met once."""

    def __init__(self) -> None:
        self._ahead: list[tuple[Any, str]] = []
        self._seen: set[tuple[tuple[int, int], str]] = set()
        self._inks = Inks(self._expect)

    def walk(self, root: "pikepdf.Object", kind: str) -> None:
        """Prune what hangs under a dictionary."""
        self._expect(root, kind)
        while self._ahead:
            self._prune(*self._ahead.pop())

    def _expect(self, thing: Any, kind: str) -> None:  # noqa: ANN401  a dictionary or a stream
        if thing.is_indirect:
            if (thing.objgen, kind) in self._seen:
                return
            self._seen.add((thing.objgen, kind))
        self._ahead.append((thing, kind))

    def _prune(self, thing: Any, kind: str) -> None:  # noqa: ANN401
        import pikepdf

        if kind == "Drawn":
            kind = "Image" if thing.get("/Subtype") == pikepdf.Name.Image else "Form"
        elif kind == "Page" and "/Kids" in thing:
            kind = "Pages"
        rules: Rules = _table()[kind]
        if isinstance(thing, pikepdf.Stream):
            rules = {**rules, **_table()["Stream"]}
        for key in sorted(thing.keys()):  # a set: inks are numbered in the order they are met
            rule = rules.get(key[1:], rules.get("*"))
            if rule is None or not self._fits(thing[key], rule):
                del thing[key]
        if kind == "Function" and isinstance(thing, pikepdf.Stream):
            _clean_program(thing)

    def _fits(self, value: Any, rule: str) -> bool:  # noqa: ANN401
        """Tell whether a value is what a rule asks for; what hangs under it is pruned later."""
        if rule.startswith("="):
            return _is_one_of(value, rule[1:].split())
        plain = _PLAIN.get(rule)
        if plain is not None:
            return plain(value)
        if rule[0] == "{":
            return self._fits_all(value, rule[1:-1])
        if rule[0] == "[":
            return self._fit_each(value, rule[1:-1])
        return self._fits_other(value, rule)

    def _fits_other(self, value: Any, rule: str) -> bool:  # noqa: ANN401
        import pikepdf

        if rule == "space":
            return self._inks.clean(value)
        if rule == "functions" and isinstance(value, pikepdf.Array):
            return self._fit_each(value, "Function")
        if rule in {"softmask", "mask", "function"} and not _holds(value):
            return _is_plain_choice(value, rule)
        kind = {"softmask": "SoftMask", "mask": "Image"}.get(rule, rule.capitalize())
        if not _holds(value):
            return False
        self._expect(value, "Function" if kind.startswith("Function") else kind)
        return True

    def _fits_all(self, value: Any, rule: str) -> bool:  # noqa: ANN401
        import pikepdf

        if not isinstance(value, pikepdf.Dictionary):
            return False
        for key in sorted(value.keys()):
            if not self._fits(value[key], rule):
                del value[key]
        return True

    def _fit_each(self, value: Any, kind: str) -> bool:  # noqa: ANN401
        import pikepdf

        things = value.as_list() if isinstance(value, pikepdf.Array) else [value]
        for thing in things:
            if _holds(thing):
                self._expect(thing, kind)
            elif thing is not None:
                return False
        return True


def _holds(value: Any) -> bool:  # noqa: ANN401
    """Tell whether a value is a dictionary or a stream."""
    import pikepdf

    return isinstance(value, pikepdf.Dictionary | pikepdf.Stream)


def _is_plain_choice(value: Any, rule: str) -> bool:  # noqa: ANN401
    """Tell whether a value says by a name, or a row of numbers, what a dictionary could say."""
    if rule == "mask":
        return _are_numbers(value)
    return _is_one_of(value, ["None"] if rule == "softmask" else ["Identity", "Default"])


def _is_one_of(value: Any, names: list[str]) -> bool:  # noqa: ANN401
    import pikepdf

    if isinstance(value, pikepdf.Array):
        return all(_is_one_of(one, names) for one in value.as_list())
    return isinstance(value, pikepdf.Name) and str(value)[1:] in names


def _is_number(value: Any) -> bool:  # noqa: ANN401
    return isinstance(value, int | float | Decimal)


def _are_numbers(value: Any) -> bool:  # noqa: ANN401
    import pikepdf

    if not isinstance(value, pikepdf.Array):
        return False
    return all(_is_number(one) or _are_numbers(one) for one in value.as_list())


def _is_place(value: Any) -> bool:  # noqa: ANN401
    """Tell whether a value leads to a place on a page of this document."""
    import pikepdf

    if not isinstance(value, pikepdf.Array) or not len(value):
        return False
    given: list[Any] = list(value.as_list())
    page, *where = given
    if not isinstance(page, pikepdf.Dictionary) or page.get("/Type") != pikepdf.Name.Page:
        return False
    return all(one is None or _is_number(one) or _is_one_of(one, _VIEWS) for one in where)


def is_language(value: Any) -> bool:  # noqa: ANN401
    """Tell whether a value is a language tag that can say nothing but a language."""
    import pikepdf

    return isinstance(value, pikepdf.String) and bool(_LANGUAGE.match(str(value)))


def _is_text(value: Any) -> bool:  # noqa: ANN401
    import pikepdf

    return isinstance(value, pikepdf.String)


_PLAIN: Mapping[str, Callable[[Any], bool]] = {
    "any": lambda _: True,
    "number": _is_number,
    "numbers": _are_numbers,
    "boolean": lambda value: isinstance(value, bool),
    "booleans": _are_numbers,
    "text": _is_text,
    "language": is_language,
    "place": _is_place,
    "up": _holds,
}


def _clean_program(function: "pikepdf.Stream") -> None:
    """Take the remarks out of a function that is written as a program."""
    if function.get("/FunctionType") != 4:  # noqa: PLR2004  PDF's number for such
        return
    program = function.read_bytes()
    if b"%" in program:
        function.write(_REMARK.sub(b"", program))
