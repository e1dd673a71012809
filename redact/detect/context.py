"""The words around a number: what its writer called it."""

import regex

REFERENCE = (
    r"(?:zaak|dossier|kenmerk|referentie|ref|factuur|facturen|bestelling|bestel|order|offerte|project|"
    r"artikel|btw|b\.t\.w|vat|kvk|k\.v\.k|handelsregister|rsin|kadaster|kadastraal|perceel|contract|"
    r"inkoop|besluit|vestigings?|loonheffingen|grootboek|verplichting|document|stuk|registratie|"
    r"meldings?|klacht|isbn|doi|ecli|serie|versie|uitspraak|barcode)"
    r"(?:s?[- ]?(?:nummers?|nrs?|code|id))?\b"
)
"""What numbers are called that are no one's own; case-insensitive."""

AMOUNT_BEFORE = regex.compile(r"(?:€|\$|£|EUR|euro)\s?$")
AMOUNT_AFTER = regex.compile(r",-|,\d\d(?!\d)|\s?(?:%|euro|EUR|mln|miljoen|miljard|stuks)")


def line_end(text: str, position: int) -> int:
    """Return where the line that a position is in ends."""
    end = text.find("\n", position)
    return end if end >= 0 else len(text)


def last_label(text: str, start: int, labels: regex.Pattern[str], reach: int) -> str | None:
    """Return the group name of the last label in the paragraph within `reach` before a place.

    The nearest label wins: in "BSN onbekend, zaaknummer 1" the number belongs to the case.
    """
    begin = max(0, start - reach)
    begin = max(begin, text.rfind("\n\n", begin, start))
    last = None
    for last in labels.finditer(text, begin, start):  # noqa: B007  only the last one counts
        pass
    return last.lastgroup if last else None


def line_before(text: str, start: int, reach: int = 80) -> str:
    """Return what stands before a place on its own line, at most `reach` characters."""
    begin = max(0, start - reach)
    return text[max(begin, text.rfind("\n", begin, start) + 1) : start]


def line_after(text: str, end: int, reach: int = 60) -> str:
    """Return what stands after a place on its own line, at most `reach` characters."""
    return text[end : end + reach].partition("\n")[0]


def is_amount(text: str, start: int, end: int) -> bool:
    """Tell whether [start, end) is a sum of money or a share."""
    return bool(
        AMOUNT_BEFORE.search(text, max(0, start - 5), start) or AMOUNT_AFTER.match(text, end)
    )
