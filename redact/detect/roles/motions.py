"""Members who sign a motion, an amendment or questions, also for a party that no list knows."""

import re
from functools import lru_cache

from redact.detect.context import line_end
from redact.detect.names.tokens import LINE, Tokens
from redact.detect.roles.apposition import skip_titles_back
from redact.detect.roles.elected import is_of_elected
from redact.finding import Role

_OPENING = 400
_MOTION = re.compile(
    r"(?i)(?:^|\n)\W*(?:motie|amendement|subamendement|initiatiefvoorstel)\b"
    r"|\b(?:raad|staten|algemeen bestuur)\b[^.\n]{0,60}\bin vergadering bijeen\b"
)
_REQUEST = re.compile(
    r"(?i)\b(?:verzoekt|verzoeken|draagt|roept|spreekt|besluit|besluiten|stelt voor)\b[^\n]{0,80}"
    r"|\borde van de dag\b|\boverwegende\b|\bconstaterende\b"
)
_QUESTIONS = re.compile(
    r"(?i)\b(?:schriftelijke|technische|mondelinge|artikel \d+|raads|staten|kamer|politieke)"
    r"-?\s?vragen\b"
)
_LABEL = re.compile(
    r"(?i)\b(?:(?:mede-?)?indieners?|(?:mede )?ingediend door|(?:eerste )?ondertekenaars?"
    r"|(?:vragen|vraag)stellers?|steller van de vragen|gesteld door)\s?:?[^\n:;]{0,120}$"
)
_LONGEST_LINE = 90


def motion_role(tokens: Tokens, start: int, end: int) -> Role | None:
    """Return the role of who signs a motion, or asks questions in an elected body."""
    text, place = tokens.text, tokens.starts[start]
    line = text.rfind("\n", 0, place) + 1
    is_labelled = place - line <= 2 * _LONGEST_LINE and _LABEL.search(text, line, place) is not None
    if is_labelled and (_is_motion(text) or _asks(text)):
        return Role.OFFICE_HOLDER
    if not _is_motion(text) or tokens.gap(skip_titles_back(tokens, start)) < LINE:
        return None
    is_short = line_end(text, place) - line <= _LONGEST_LINE
    is_signed = tokens.gap(end) >= LINE or tokens.word(end) in (",", "(", "-", "–")
    return Role.OFFICE_HOLDER if is_short and is_signed else None


def _is_motion(text: str) -> bool:
    return _is_motion_in(text[:_OPENING]) and _is_requested(text[: 8 * _OPENING])


@lru_cache(maxsize=4)
def _is_motion_in(opening: str) -> bool:
    return _MOTION.search(opening) is not None


@lru_cache(maxsize=4)
def _is_requested(text: str) -> bool:
    return _REQUEST.search(text) is not None


def _asks(text: str) -> bool:
    return _has_questions(text[:_OPENING]) or is_of_elected(text)


@lru_cache(maxsize=4)
def _has_questions(opening: str) -> bool:
    return _QUESTIONS.search(opening) is not None
