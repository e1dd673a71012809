"""Marks of a training text: which characters name what, written inside the text.

    {{organisation|Stichting De Brug}}   a label
    {{person:first|Noor}}                a person, and in what form the name is written
    {{person#2:first|Noor}}              the same, and all mentions numbered 2 are one person

Marks do not nest and braces mean nothing else: a text that holds another brace is refused.
"""

import re
from collections.abc import Iterable
from enum import StrEnum
from typing import NamedTuple

MARK = re.compile(
    r"\{\{(?P<label>[a-z]+)(?:#(?P<number>[1-9][0-9]*))?(?::(?P<form>[a-z]+))?"
    r"\|(?P<text>[^{}|]*)\}\}|[{}]"
)


class Label(StrEnum):
    """What a marked piece of text names."""

    PERSON = "person"
    ORGANISATION = "organisation"
    PLACE = "place"
    STREET = "street"
    FUNCTION = "function"
    PRODUCT = "product"
    LAW = "law"
    THING = "thing"


class Form(StrEnum):
    """How a person's name is written, so that another name can take its place."""

    FULL = "full"
    FORMAL = "formal"
    LISTED = "listed"
    FIRST = "first"
    LAST = "last"
    INITIALS = "initials"
    MAIL = "mail"
    DAMAGED = "damaged"


class Span(NamedTuple):
    """Characters [start, end) of a plain text and what they name.

    `number` ties the mentions of one person within one text together. Only persons have a
    number or a form.
    """

    start: int
    end: int
    label: Label
    number: int | None = None
    form: Form | None = None


class MarkError(ValueError):
    """A marked text is not well formed; the message names the line."""


def parse(marked: str) -> tuple[str, list[Span]]:
    """Return the plain text and its spans in order.

    Raises:
        MarkError: a mark is empty, unknown or not closed, or a brace stands alone.
    """
    pieces: list[str] = []
    spans: list[Span] = []
    length = read = 0
    for mark in MARK.finditer(marked):
        pieces += [marked[read : mark.start()], mark["text"] or ""]
        start = length + len(pieces[-2])
        length = start + len(pieces[-1])
        read = mark.end()
        try:
            spans.append(_span(mark, start, length))
        except ValueError as error:
            line = marked.count("\n", 0, mark.start()) + 1
            msg = f"line {line}: {error}"
            raise MarkError(msg) from error
    return "".join([*pieces, marked[read:]]), spans


def _span(mark: re.Match[str], start: int, end: int) -> Span:
    if mark["label"] is None:
        msg = "a brace that belongs to no mark"
        raise ValueError(msg)
    label = Label(mark["label"])
    number = None if mark["number"] is None else int(mark["number"])
    form = None if mark["form"] is None else Form(mark["form"])
    _check(mark["text"], label, is_tied=number is not None or form is not None)
    return Span(start, end, label, number, form)


def _check(text: str, label: Label, *, is_tied: bool) -> None:
    if not text or text != text.strip():
        msg = "a mark that is empty or begins or ends with white space"
        raise ValueError(msg)
    if "\t" in text:
        msg = "a mark that runs from one cell into the next"
        raise ValueError(msg)
    if is_tied and label is not Label.PERSON:
        msg = f"a {label} with a number or a form"
        raise ValueError(msg)


def write(text: str, spans: Iterable[Span]) -> str:
    """Write spans into their text; the inverse of `parse`. The spans come in order.

    Raises:
        MarkError: two spans overlap or a span cannot be read back.
    """
    pieces: list[str] = []
    written = 0
    for span in spans:
        if span.start < written:
            msg = f"two spans overlap at character {span.start}"
            raise MarkError(msg)
        pieces += [text[written : span.start], _written(text, span)]
        written = span.end
    marked = "".join([*pieces, text[written:]])
    parse(marked)
    return marked


def _written(text: str, span: Span) -> str:
    number = "" if span.number is None else f"#{span.number}"
    form = "" if span.form is None else f":{span.form}"
    return f"{{{{{span.label}{number}{form}|{text[span.start : span.end]}}}}}"
