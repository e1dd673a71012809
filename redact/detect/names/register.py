"""Initials in papers where everybody goes by initials: who does something, whom one asks.

Two capitals may be short for a body or a thing. In a text that names at least four people by
initials, they are a person's where a person stands: before a verb, after "met" and "aan", alone
in a cell, beside the initials of others.
"""

import re
from collections.abc import Iterator, Sequence

from redact.detect.match import Match
from redact.detect.names.claims import Claim
from redact.detect.names.lexicon import (
    ABBREVIATION,
    FIRST,
    INITIALS,
    MONOGRAM,
    NOT_A_NAME,
    ORDINARY,
    PARTICLE,
    SHAPED,
    STOP,
    UPPER,
    word_set,
)
from redact.detect.names.particles import skip_particles
from redact.detect.names.tokens import TAB, Tokens

_ENOUGH = 4
_LONGEST, _PAIR = 4, 2
_REASON = "Initialen in een stuk waarin personen met initialen worden aangeduid."
_DOUBLE = re.compile(r"\b([A-Z])[a-zà-ÿ]+-([A-Z])[a-zà-ÿ]+")
_DOUBLED = "De initialen van een dubbele voornaam die elders in dit document staat."
_CUT = "Voorletters met de eerste letter van een achternaam."
_SIGNED = "Initialen waarmee een bericht of kenmerk is ondertekend."
_SHORT = re.compile(r"[A-Z]{2,4}|[A-Z]{1,3}[a-z]{1,3}[A-Z]{1,2}")
_TOWARDS = frozenset(
    {"met", "door", "bij", "aan", "naar", "voor", "namens", "langs", "en", "van", "via", "vraagt"}
    | {
        "belt",
        "mailt",
        "bellen",
        "vragen",
        "t.a.v",
        "lijst",
        "of",
        "voor",
        "dat",
        "tussen",
        "zonder",
    }
)
_OF = frozenset({"van", "in", "op", "bij", "aan", "voor", "uit"})
_BESIDE = frozenset({",", "/", "+", "&", "en", "("})
_LINE = re.compile(
    r"^[^\S\n]*(?P<who>[A-Za-z]{2,4}|[A-Z]\.)[^\S\n]*$"
    r"(?=\n\s*(?:van|from|onderwerp|subject|datum|verzonden|aan|to|op\s\w+[^\n]{4,60}schreef)\b|\n\s*[->=_*]{1}|\s*\Z)",
    re.IGNORECASE | re.MULTILINE,
)
_SIGNATURE = re.compile(
    r"(?:^|(?<=[.!?\]][^\S\n])|(?<=\s)(?=[a-z]{2}/[a-z]{2}\s*\Z))(?P<label>(?i:paraaf|notulen|verslag):[^\S\n])?"
    r"(?P<one>[A-Z]{2,3}|[a-z]{2}(?=[^\S\n]?/)|(?:[A-Za-z]\.){2,4})"
    r"(?:[^\S\n]?/[^\S\n]?(?P<two>[A-Z]{2,3}|[a-z]{2}))?(?:,[^\S\n]\d\d?[^\S\n][a-z]{3,9}[^\S\n]\d{4})?[^\S\n]*(?=\n|\Z)",
    re.MULTILINE,
)
_MARK = re.compile(
    r"^[^\S\n]*(?:ons\s|uw\s)?(?:kenmerk|referentie|ref\.?)[^\S\n]*:?[^\S\n]*[^\n]{3,40}?"
    r"[/-](?P<who>[A-Za-z]{2,4})[^\S\n]*$",
    re.IGNORECASE | re.MULTILINE,
)


def registered(tokens: Tokens, sure: Sequence[Match], monograms: frozenset[str]) -> Iterator[Claim]:
    """Yield initials that nothing introduces, in a text full of them, and below a message."""
    yield from _signed(tokens, monograms)
    said = {tokens.text[match.start : match.end] for match in sure}
    yield from _double(tokens, said)
    known = {word for word in said if _SHORT.fullmatch(word)}
    if len(known) < _ENOUGH:
        return
    for index, traits in enumerate(tokens.traits):
        if traits & (UPPER | MONOGRAM) and len(tokens.words[index]) <= _LONGEST:
            score = _score(tokens, index, known, fits=tokens.words[index] in monograms)
            if score:
                yield Claim(index, index + 1, score, "name.registered", _REASON)


def _double(tokens: Tokens, said: set[str]) -> Iterator[Claim]:
    """Yield the initials of double first names: "AJ" where there is an Arend-Jan."""
    pairs = {hit[1] + hit[2] for name in said for hit in _DOUBLE.finditer(name)}
    for index, word in enumerate(tokens.words):
        if word in pairs and not tokens.traits[index] & ABBREVIATION:
            is_person = (
                tokens.opens(index) or _does(tokens, index + 1) or "," in _beside(tokens, index)
            )
            yield Claim(index, index + 1, 0.86 if is_person else 0.6, "name.registered", _DOUBLED)


def _score(tokens: Tokens, index: int, known: set[str], *, fits: bool) -> float:
    word, traits = tokens.words[index], tokens.traits[index]
    is_other = bool(traits & NOT_A_NAME) and len(word) > _PAIR
    if is_other or (traits & ABBREVIATION and not fits) or "-" in _beside(tokens, index):
        return 0.0
    if len(word) > _PAIR and not (traits & MONOGRAM or fits):
        return 0.0
    if _does(tokens, index + 1) or _is_among(tokens, index, known):
        return 0.86
    return 0.86 if tokens.word(index - 1).casefold().rstrip(".") in _TOWARDS else 0.5


def _beside(tokens: Tokens, index: int) -> tuple[str, str]:
    return tokens.word(index - 1), tokens.word(index + 1)


def _does(tokens: Tokens, index: int) -> bool:
    """Tell whether the next word is a verb with a person before it: "doet", "is", "zoekt"."""
    word = tokens.word(index)
    is_third = word.endswith("t") and word.islower() and word not in word_set("no_deeds")
    return tokens.joined(index) and (is_third or word in ("is", "was", "zal", "gaat", "had", "wil"))


def _is_among(tokens: Tokens, index: int, known: set[str]) -> bool:
    """Tell whether initials stand in a row with others, or alone in their cell or line."""
    before, after = _beside(tokens, index)
    if tokens.gap(index) >= TAB and tokens.gap(index + 1) >= TAB:
        return True
    is_after = before in _BESIDE and tokens.word(index - 2) in known
    return is_after or (after in _BESIDE and tokens.word(index + 2) in known)


def _signed(tokens: Tokens, monograms: frozenset[str]) -> Iterator[Claim]:
    """Yield the initials below a message or at the end of a reference, if they fit somebody."""
    for pattern in (_LINE, _MARK):
        for hit in pattern.finditer(tokens.text):
            index = tokens.at(hit.start("who"))
            plain = hit["who"].upper().rstrip(".")
            is_letter = len(plain) == 1 and any(name[0] == plain for name in monograms)
            if is_letter or plain in {name.upper() for name in monograms}:
                yield Claim(index, index + 1, 0.87, "name.signature", _SIGNED)


def lone_initials(tokens: Tokens) -> Iterator[Claim]:
    """Yield initials with points and no surname: "presentatie door A.K. van TNO"."""
    for index, traits in enumerate(tokens.traits):
        word = tokens.words[index]
        if not traits & INITIALS or word.count(".") < _PAIR or word in word_set("pointed"):
            continue
        if _is_cut_off(tokens, index):
            yield Claim(index, index + 2, 0.86, "name.initials", _CUT)
            continue
        if _is_part(tokens, index):
            continue
        towards = tokens.word(index - 1).casefold() in _TOWARDS or _does(tokens, index + 1)
        yield Claim(index, index + 1, 0.86 if towards else 0.5, "name.initials", _REASON)


def _is_cut_off(tokens: Tokens, index: int) -> bool:
    """Tell "J.R.P. S.": initials with only the first letter of the surname."""
    follows = (
        tokens.traits[index + 1] if index + 1 < len(tokens) and tokens.joined(index + 1) else 0
    )
    is_letter = follows & INITIALS and tokens.words[index + 1].count(".") == 1
    base = skip_particles(tokens, index + 2)
    goes_on = base < len(tokens) and tokens.joined(index + 2) and tokens.traits[base] & SHAPED
    return bool(is_letter) and not goes_on


def signed_initials(tokens: Tokens) -> Iterator[Claim]:
    """Yield the initials that fill the last line of a message or a paper, or sign it."""
    for hit in _SIGNATURE.finditer(tokens.text):
        is_last = not tokens.text[hit.end() :].strip()
        is_paraph = bool(hit["two"]) and is_last
        barred = (
            0
            if is_paraph and hit["label"]
            else STOP
            if is_paraph
            else FIRST | ORDINARY | ABBREVIATION
        )
        for name in ("one", "two"):
            index, end = (tokens.at(place) for place in hit.span(name))
            is_firm = (hit[name] or "").casefold() in word_set("things_after") | word_set("pointed")
            if not hit[name] or is_firm or tokens.traits[index] & barred:
                continue
            is_pair = bool(hit["two"]) or "." in hit["one"].rstrip(".")
            score = (
                0.86
                if is_pair and (is_last or hit["label"])
                else 0.6
                if is_last or is_pair
                else 0.0
            )
            if score:
                yield Claim(index, end, score, "name.signature", _SIGNED)


def _is_part(tokens: Tokens, index: int) -> bool:
    """Tell whether initials belong to a name before or behind them."""
    if tokens.joined(index) and index and tokens.traits[index - 1] & (SHAPED | PARTICLE):
        return True
    base = skip_particles(tokens, index + 1)
    is_of = base == index + 2 and tokens.words[index + 1] in _OF
    if base >= len(tokens) or not tokens.joined(index + 1) or is_of:
        return False
    return bool(tokens.traits[base] & (SHAPED | INITIALS) and tokens.joined(base))
