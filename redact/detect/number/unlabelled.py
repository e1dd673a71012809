"""Numbers that show by their form what they are: payment cards, IP and MAC addresses.

A card number passes the Luhn test (ISO/IEC 7812-1). An address of a machine is worth a look: at
a home it leads to a person, in an office mostly to nobody.
"""

from collections.abc import Iterator

import regex

from redact.detect.context import last_label, line_after, line_before
from redact.detect.match import Match
from redact.detect.starts import at_words
from redact.finding import Kind

CARD = regex.compile(
    r"\b[3-6]\d{3}(?<!\d[ .,/-]\d{4})(?:(?:([ \xa0-]?)\d{4})(?:\1\d{4}){2}|[ -]?\d{6}[ -]?\d{5})"
    r"(?!\w)(?![ .,/-]\d)"
)
CARD_LABEL = regex.compile(
    r"(?i)(?P<card>credit|card|kaart|pas|visa|amex)|(?P<other>iban|rekening)"
)
OCTET = r"(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)"
IP = regex.compile(rf"(?<![\w.])(?:{OCTET}\.){{3}}{OCTET}(?!\w|\.\w)")
IP_LABEL = regex.compile(
    r"(?i)(?P<ip>\bip\b)|(?P<other>versie|version|release|rekening|giro|artikel|paragraaf|hoofdstuk|\bart\b)"
)
SMALLEST_IP = 8
"""With fewer digits it is rather the number of a section or a version."""
IPV6 = regex.compile(
    r"(?i)(?<![\w:.])(?:[\da-f]{1,4}:){7}[\da-f]{1,4}(?![\w:])"
    r"|(?<![\w:.])(?=[\da-f:]*\d)(?:[\da-f]{1,4}:){2,6}(?::[\da-f]{1,4}){1,5}(?![\w:])"
)
OF_A_PERSON = regex.compile(
    r"(?i)\b(?:woning|thuis|klager|melder|verdachte|aangever|afzender|laptop|telefoon|tablet|"
    r"mobiel|"
    r"ingelogd|gelogd|inlog|mevrouw|mw|dhr|heer|medewerker|bezoeker|abonnee)\b"
)
"""Words beside the address of a machine that make it somebody's."""
OF_A_NETWORK = regex.compile(r"10\.|127\.|192\.168\.|172\.(?:1[6-9]|2\d|3[01])\.")
"""Private addresses (RFC 1918): many machines have the same one."""
MAC = regex.compile(r"\b(?<![:-])[\dA-Fa-f]{2}([:-])[\dA-Fa-f]{2}(?:\1[\dA-Fa-f]{2}){4}(?![\w:-])")


def find_unlabelled(text: str) -> Iterator[Match]:
    """Yield the payment cards and machine addresses of a text."""
    for found in at_words(text, CARD):
        if passes_luhn("".join(filter(str.isdigit, found[0]))):
            yield _card(text, found)
    for found in at_words(text, IP):
        label = last_label(text, found.start(), IP_LABEL, 30)
        if label == "ip" or (label is None and len(found[0]) - 3 >= SMALLEST_IP):
            yield _machine(text, found, "ip", "Een IP-adres: kan naar een persoon leiden.")
    for found in at_words(text, IPV6):
        yield _machine(text, found, "ip", "Een IP-adres: kan naar een persoon leiden.")
    for found in at_words(text, MAC):
        reason = "Het adres (MAC) van een apparaat: kan naar een persoon leiden."
        yield _machine(text, found, "mac", reason)


def passes_luhn(digits: str) -> bool:
    """Tell whether digits pass the Luhn test."""
    doubled = (sum(divmod(2 * int(digit), 10)) for digit in digits[-2::-2])
    return (sum(doubled) + sum(map(int, digits[-1::-2]))) % 10 == 0


def _machine(text: str, found: regex.Match[str], sort: str, reason: str) -> Match:
    """Return the address of a machine: surer where a word beside it makes it somebody's."""
    beside = line_before(text, found.start()) + line_after(text, found.end())
    is_somebodys = OF_A_PERSON.search(beside) and not OF_A_NETWORK.match(found[0])
    score = 0.88 if is_somebodys else 0.6
    return Match(*found.span(), Kind.IDNUMBER, score, f"idnumber.{sort}", reason)


def _card(text: str, found: regex.Match[str]) -> Match:
    if last_label(text, found.start(), CARD_LABEL, 40) == "card":
        reason = "Een nummer van een betaalkaart dat aan de controle voldoet."
        return Match(*found.span(), Kind.IDNUMBER, 0.97, "idnumber.card", reason)
    reason = "Heeft de vorm van het nummer van een betaalkaart en voldoet aan de controle."
    return Match(*found.span(), Kind.IDNUMBER, 0.7, "idnumber.card", reason)
