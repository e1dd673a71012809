"""What happens to a text before it reaches us: scanned, typed in haste, wrapped, flattened."""

import random
from collections.abc import Callable

from training.examples import Example, Named

_LOOKS_LIKE = {
    "m": ("rn", "nn"), "n": ("ri", "u"), "u": ("ii", "n"), "d": ("cl",), "h": ("li", "b"),
    "l": ("1", "I", "i"), "i": ("l", "1", "í"), "o": ("0", "c"), "e": ("c", "o"), "c": ("e",),
    "a": ("o", "ä"), "s": ("5",), "g": ("q", "9"), "b": ("h", "6"), "t": ("f", "r"), "f": ("t",),
    "I": ("l", "1"), "O": ("0", "Q"), "S": ("5", "8"), "B": ("8", "R"), "G": ("6", "C"),
    "D": ("O", "0"), "E": ("F",), "Z": ("2",), "M": ("N", "lVl"), "K": ("IK", "X"), "V": ("Y",),
    ".": (",", ""), ",": (".", ""), " ": ("", "  "), "-": (" ", "~"),
}  # fmt: skip
_NEAR = ("qwertyuiop", "asdfghjkl", "zxcvbnm")


def rewritten(example: Example, change: Callable[[int, str], str]) -> Example:
    """Return an example in which each character became what `change` says of it."""
    parts = [change(place, letter) for place, letter in enumerate(example.text)]
    places = [0]
    for part in parts:
        places.append(places[-1] + len(part))
    text = "".join(parts)
    names = [Named(places[start], places[end], what) for start, end, what in example.names]
    names = [_bare(text, name) for name in names]
    return Example(text, tuple(name for name in names if name.start < name.end), example.unmarked)


def _bare(text: str, name: Named) -> Named:
    """Leave out a blank that came to stand at a name's edge."""
    start, end = name.start, name.end
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return name._replace(start=start, end=end)


def misread(text: str, rng: random.Random) -> str:
    """Return a word or name with one letter or two misread or mistyped."""
    places = set(rng.sample(range(len(text)), min(len(text), rng.choice((1, 1, 2)))))
    return (
        "".join(
            _slip(letter, rng) if place in places else letter for place, letter in enumerate(text)
        ).strip()
        or text
    )


def _slip(letter: str, rng: random.Random) -> str:
    if letter in _LOOKS_LIKE and rng.random() < 0.8:  # noqa: PLR2004  mostly scanned
        return rng.choice(_LOOKS_LIKE[letter])
    row = next((row for row in _NEAR if letter.lower() in row), "")
    if not row:
        return letter
    place = row.index(letter.lower())
    return rng.choice((row[max(0, place - 1)], row[min(len(row) - 1, place + 1)], letter * 2, ""))


def scanned(example: Example, rng: random.Random) -> Example:
    """Return a text as a poor scan is read: about one letter in fifty is wrong."""
    share = rng.choice((0.01, 0.02, 0.04))
    return rewritten(
        example,
        lambda _, letter: (
            rng.choice(_LOOKS_LIKE[letter])
            if letter in _LOOKS_LIKE and rng.random() < share
            else letter
        ),
    )


def small(example: Example, _: random.Random) -> Example:
    """Return a text as it is typed without capitals; any word may then be an unmarked name."""
    return rewritten(example, lambda _, letter: letter.lower())


def capital(example: Example, _: random.Random) -> Example:
    """Return a text in capitals."""
    return rewritten(example, lambda _, letter: letter.upper())


def wrapped(example: Example, rng: random.Random) -> Example:
    """Return a text with hard line ends at some width."""
    width = rng.randint(35, 90)
    column = 0

    def change(_: int, letter: str) -> str:
        nonlocal column
        column = 0 if letter == "\n" else column + 1
        if letter != " " or column < width:
            return letter
        column = 0
        return "\n"

    return rewritten(example, change)


def flattened(example: Example, rng: random.Random) -> Example:
    """Return a text whose table lost its cells: something else stands for the tabs."""
    between = rng.choice((" ", "  ", " | ", "\n", "; "))
    return rewritten(example, lambda _, letter: between if letter == "\t" else letter)


def unbroken(example: Example, _: random.Random) -> Example:
    """Return a text whose lines run on."""
    return rewritten(example, lambda _, letter: " " if letter == "\n" else letter)


def bare(example: Example, _: random.Random) -> Example:
    """Return a text without accents' company: no points, commas or colons."""
    return rewritten(example, lambda _, letter: "" if letter in ".,:;" else letter)


_HARMS = (
    (0.10, scanned),
    (0.10, small),
    (0.04, capital),
    (0.12, wrapped),
    (0.20, flattened),
    (0.03, unbroken),
    (0.02, bare),
)


def harmed(example: Example, rng: random.Random) -> Example:
    """Return an example with some of the harms, most often with none."""
    for share, harm in _HARMS:
        if rng.random() < share:
            example = harm(example, rng)
    return example
