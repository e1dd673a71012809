"""One table of a policy file, read key by key; every fault names the key and what is allowed."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar

from redact.errors import PolicyError
from redact.policy.citable import advice, citable

Choice = TypeVar("Choice", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Table:
    """The values of a table and where it stands in the file, as `kinds.person`."""

    values: Mapping[str, Any] = field(repr=False)
    path: str = ""

    def key(self, name: str) -> str:
        """Return a key as the reader of the file knows it."""
        return f"{self.path}.{name}" if self.path else name

    def __contains__(self, name: str) -> bool:
        return name in self.values

    def allow(self, names: Collection[str]) -> None:
        """Raise a PolicyError where the table holds a key that means nothing."""
        for name in self.values:
            if name not in names:
                allowed = ", ".join(names)
                msg = f"'{self.key(name)}' is geen bekende sleutel; hier kan: {allowed}."
                raise PolicyError(msg)

    def text(self, name: str) -> str:
        """Return a text that is not empty."""
        value = self.values.get(name)
        if not isinstance(value, str) or not value.strip():
            raise self._wrong(name, "een tekst tussen aanhalingstekens die niet leeg is")
        return value.strip()

    def texts(self, name: str) -> tuple[str, ...]:
        """Return a list of texts, each of which holds a letter or a digit."""
        value = self.values.get(name, [])
        if not isinstance(value, list) or not all(_is_phrase(item) for item in value):
            raise self._wrong(name, 'een lijst van teksten, zoals ["een", "twee"]')
        return tuple(item.strip() for item in value)

    def flag(self, name: str) -> bool:
        """Return true or false."""
        value = self.values.get(name)
        if not isinstance(value, bool):
            raise self._wrong(name, "true of false")
        return value

    def share(self, name: str, fallback: float | None = None) -> float:
        """Return a number from 0 to 1."""
        value = self.values.get(name, fallback)
        if isinstance(value, bool) or not isinstance(value, int | float) or not 0 <= value <= 1:
            raise self._wrong(name, "een getal van 0 tot en met 1")
        return float(value)

    def choice(self, name: str, options: type[Choice]) -> Choice:
        """Return one of the members of an enumeration."""
        value = self.values.get(name)
        if not isinstance(value, str) or value not in list(options):
            raise self._wrong(name, "een van: " + ", ".join(options))
        return options(value)

    def ground(self, name: str) -> str:
        """Return a ground in canonical notation, whatever notation the file uses."""
        written = self.text(name)
        code = citable(written)
        if code is None:
            raise self._wrong(name, advice(written))
        return code

    def table(self, name: str) -> "Table":
        """Return a table inside this one; empty where it is absent."""
        value = self.values.get(name, {})
        if not isinstance(value, dict):
            raise self._wrong(name, f"een tabel, die begint met [{self.key(name)}]")
        return Table(value, self.key(name))

    def tables(self, name: str) -> Iterator["Table"]:
        """Yield the tables of a list, counted from 1 as a reader does."""
        value = self.values.get(name, [])
        if not isinstance(value, list) or not all(isinstance(item, dict) for item in value):
            raise self._wrong(
                name, f"een of meer tabellen, die elk beginnen met [[{self.key(name)}]]"
            )
        for number, item in enumerate(value, start=1):
            yield Table(item, f"{self.key(name)} nummer {number}")

    def _wrong(self, name: str, allowed: str) -> PolicyError:
        """Return the error for a value; the value itself may be somebody's name: never shown."""
        fault = "heeft een waarde die niet kan" if name in self.values else "ontbreekt"
        return PolicyError(f"'{self.key(name)}' {fault}; nodig is {allowed}.")


def _is_phrase(value: object) -> bool:
    return isinstance(value, str) and any(character.isalnum() for character in value)
