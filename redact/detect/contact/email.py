"""E-mail addresses, and profile pages on social media.

The whole address goes, domain included: the domain of a small firm or a family names its owner.
General boxes of organisations (info@, griffie@) stay public.
"""

from collections.abc import Iterator

import regex

from redact.detect.contact.mailbox import is_general_box, is_named_general
from redact.detect.match import Match
from redact.finding import Kind, Role

LONGEST_LOCAL = 64
"""The most characters before the @ (RFC 5321, 4.5.3.1.1)."""
LONGEST_DOMAIN = 255
"""The most characters of a domain (RFC 1035, 2.3.4)."""
JOINT = regex.compile(
    r"(?i)@|(?<=\w)©(?=\w)|(?<= )at(?= [a-z\d-]+(?: ?\.| dot | punt ) ?(?:nl|com|eu|org|net|"
    r"be|de)\b)|[\[({<]\s?(?:at|apenstaart(?:je)?)\s?[\])}>]|\bapenstaart(?:je)?\b"
)
CHARACTER = r"\p{L}\p{M}\d.!#$%&'*+^_~-"
LOCAL = regex.compile(rf"(?r)(?<![\p{{L}}\p{{M}}\d])[\p{{L}}\p{{M}}\d][{CHARACTER}]*")
POINTED = regex.compile(r"\w+(?:\.|_|(?<=\p{L})\d).*\w")
TOP = r"(?:nl|com|eu|org|net|be|de|info)\b"
DOT = r"\s?(?:\.|,(?=(?:nl|com)\b)|(?<=\s)(?:dot|punt)(?=\s)|[\[({<]\s?(?:dot|punt)\s?[\])}>])\s?"
DOMAIN = regex.compile(
    r"(?:[\p{L}\d](?:[\p{L}\d-]*[\p{L}\d])?\.)+\p{L}{2,24}(?![\p{L}\d-]|\.[\p{L}\d])"
)
LOOSE_DOMAIN = regex.compile(rf"(?i)[\p{{L}}\d-]+(?:{DOT}[\p{{L}}\d-]+)*?{DOT}{TOP}")

HOST = regex.compile(
    r"(?i)(?:\b(?:linkedin\.com/(?:in|pub)/|tiktok\.com/|t\.me/|wa\.me/)"
    r"|\b(?:facebook|instagram|twitter|threads|snapchat|x)\.com/(?:add/|profile\.php\?id=)?)"
    r"@?(?P<handle>[\w.%-]*\w)/?"
)
SCHEME = regex.compile(r"(?ri)(?:https?://)?(?:[a-z-]{1,5}\.)?")
HANDLE = regex.compile(
    r"(?i)(?<![\w.@-])(?:twitter|instagram|insta|x|tiktok|snapchat|threads|facebook|linkedin|"
    r"telegram)"
    r"(?:-?account|-?naam)?(?:\s?[:(]\s?|\s)(?P<handle>@[\w.]*\w)"
)
PUBLIC_HANDLE = regex.compile(
    r"(?i)gemeente|provincie|ministerie|politie|waterschap|rijks|uwv|ggd|belasting|^@?min|raad"
)


def find_email(text: str) -> Iterator[Match]:
    """Yield the e-mail addresses and social media names of a text."""
    for joint in JOINT.finditer(text):
        match = _address(text, *joint.span())
        if match:
            yield match
    yield from _social(text)


def _address(text: str, start: int, end: int) -> Match | None:
    """Return the address around an @ (or a word that stands for it) at [start, end)."""
    blank_before, blank_after = text[start - 1 : start] == " ", text[end : end + 1] in tuple(" \n")
    local_end, domain_start = start - blank_before, end + blank_after
    local = LOCAL.match(text, max(0, local_end - LONGEST_LOCAL), local_end)
    reach = domain_start + LONGEST_DOMAIN
    domain = DOMAIN.match(text, domain_start, reach)
    whole = domain is not None
    domain = domain or LOOSE_DOMAIN.match(text, domain_start, reach)
    if local is None or domain is None:
        return None
    span = local.start(), domain.end()
    if _is_no_joint(text[start:end], local[0], blank_before=blank_before):
        return None
    if is_general_box(local[0], domain[0]) or is_named_general(text, span[0], local[0], domain[0]):
        reason = "Een algemene mailbox van een organisatie blijft openbaar."
        return Match(*span, Kind.EMAIL, 0.95, "email.general", reason, Role.ORGANISATION)
    if text[start:end].lower() == "at" and not POINTED.fullmatch(local[0]):
        return None  # "kijk at voorbeeld.nl"
    if text[start] != "@":
        reason = "Een e-mailadres waarin '@' als woord is geschreven."
        return Match(*span, Kind.EMAIL, 0.95, "email.disguised", reason)
    return _plain_address(span, local[0], tight=whole and not blank_before and not blank_after)


def _is_no_joint(joint: str, local: str, *, blank_before: bool) -> bool:
    """Tell whether "@" or "at" joins nothing: "mail naar @voorbeeld.nl", "kijk at voorbeeld.nl"."""
    loose = (joint == "@" and blank_before) or joint.lower() == "at"
    return loose and not POINTED.fullmatch(local)


def _plain_address(span: tuple[int, int], local: str, *, tight: bool) -> Match:
    if tight:
        return Match(*span, Kind.EMAIL, 0.99, "email.form", "Een e-mailadres.")
    score = 0.9 if POINTED.fullmatch(local) else 0.8
    reason = "Lijkt een e-mailadres met een spatie erin."
    return Match(*span, Kind.EMAIL, score, "email.spaced", reason)


def _social(text: str) -> Iterator[Match]:
    """Yield profile pages and names on social media; they name their owner as an address does."""
    for found in HOST.finditer(text):
        scheme = SCHEME.match(text, max(0, found.start() - 20), found.start())
        start = scheme.start() if scheme else found.start()
        yield _handle((start, found.end()), found["handle"])
    for found in HANDLE.finditer(text):
        yield _handle(found.span("handle"), found["handle"])


def _handle(span: tuple[int, int], name: str) -> Match:
    if PUBLIC_HANDLE.search(name):
        reason = "Een account op sociale media van een organisatie blijft openbaar."
        return Match(*span, Kind.EMAIL, 0.9, "email.social", reason, Role.ORGANISATION)
    reason = "Een persoonlijke pagina of naam op sociale media."
    return Match(*span, Kind.EMAIL, 0.9, "email.social", reason)
