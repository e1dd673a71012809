"""Which part of a mail address goes: what stands before the @, and a domain that names somebody.

The domain of a body or a large provider tells nothing of a person and stays, as in practice. That
of a family or a firm called after its owner goes with the rest.
"""

from collections.abc import Iterable, Iterator
from functools import lru_cache

import regex

from redact.detect.match import Match
from redact.detect.names.lexicon import COMMON, FIRST, ORDINARY, PLACE, SURNAME, UNUSUAL, traits_of
from redact.detect.wordlist import entry_set
from redact.finding import Kind, Role

_SHORTEST, _SHORTEST_PART = 3, 5
_SHORTEST_SHARED = 4
_LONGEST = 40
"""Letters of a domain's word that are looked through; the rest of a longer one is left."""
_WORDS = regex.compile(r"[^\W\d_]+")
_PARTICLES = ("van", "vande", "vander", "vanden", "vd", "de", "den", "der", "te", "ter", "ten")


def without_domains(text: str, matches: Iterable[Match]) -> Iterator[Match]:
    """Yield the matches; of a plain mail address whose domain names nobody only the local part."""
    for match in matches:
        local, mark, domain = text[match.start : match.end].rpartition("@")
        is_plain = match.kind is Kind.EMAIL and match.source == "email.form" and bool(mark)
        if is_plain and match.role is not Role.ORGANISATION and not names_somebody(local, domain):
            yield match._replace(end=match.start + len(local))
        else:
            yield match


def names_somebody(local: str, domain: str) -> bool:
    """Tell whether a domain holds a name: a known one, or one that stands before the @ too."""
    lower = domain.casefold()
    if lower in entry_set("private_mail_domains"):
        return False
    shared = [word for word in _WORDS.findall(local.casefold()) if len(word) >= _SHORTEST_SHARED]
    for word in _WORDS.findall(lower.rpartition(".")[0]):
        is_shared = any(part in word for part in shared)
        is_held = len(word) >= _SHORTEST_SHARED and any(word in part for part in shared)
        if is_shared or is_held or _is_name(word[:_LONGEST]):
            return True
    return False


@lru_cache(maxsize=1024)
def _is_name(word: str) -> bool:
    """Tell "jansen", "debruin" and "annavandermeer" from "gemeente" and "waterstad"."""
    if len(word) < _SHORTEST:
        return False
    traits = traits_of(word)
    is_word = traits & (ORDINARY | UNUSUAL | PLACE)
    if traits & (SURNAME | FIRST) and not is_word:
        return True
    if "vande" in word[1:]:
        return True
    bare = (word.removeprefix(particle) for particle in _PARTICLES if word.startswith(particle))
    if any(traits_of(rest) & (COMMON | SURNAME) and len(rest) >= _SHORTEST_PART for rest in bare):
        return True
    cuts = range(_SHORTEST_PART, len(word))
    parts = [*(word[:cut] for cut in cuts), *(word[-cut:] for cut in cuts)]
    return not is_word and any(traits_of(part) & COMMON for part in parts)
