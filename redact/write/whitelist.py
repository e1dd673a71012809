"""Keep in a dictionary only what is known to be harmless."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection

    import pikepdf


def keep(dictionary: "pikepdf.Object", keys: "Collection[str]") -> None:
    """Delete all keys but these."""
    for key in set(dictionary.keys()).difference(keys):
        del dictionary[key]
