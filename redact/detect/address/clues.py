"""What is said around an address, in its own sentence, that tells whether somebody lives there."""

import regex

SENTENCE_END = regex.compile(r"(?<!\b\p{L})[.?!;][ ]|\n")
_FARTHEST = 130
_HOME_BEHIND = regex.compile(
    r"(?i)[ ,]{0,2}\(?\*{0,2}(?:(?:tevens|ook|is|=|zijn|haar|hun|het|dit|nu) ){0,3}"
    r"(?:(?:huis|woon|thuis|priv[eé])-?adres|priv[eé]|bedrijfswoning|woonhuis|woning van|thuis)\b"
    r"|,? ?\(?(?:al)?waar (?!nu )(?:[\p{L}’'.-]+ ){0,5}(?:woont|woonde|wonen|verblijft|logeert)\b"
    r"|,? ?\(?(?:wordt )?(?:bewoond door|bewoners?:|bewoonster:|bewoner is|woonplaats van)"
    r"|\. (?:Hier|Daar|Er|Erboven|Op dit adres) woo?n(?:t|de|en)\b"
    r"|\. (?:Twee-?onder-?een-?kap|Tussen|Hoek|Boven|Beneden|Eengezins|Huur|Senioren)?"
    r"[Ww]oning\b[^.\n\d]{0,40}\b(?:van|met)\b"
)
"""What stands behind the address of a home: "(huisadres penningmeester)", "waar zij woont"."""
_LIVES = regex.compile(
    r"(?i)\b(?:woont|woonde|wonende|woonachtig|gewoond|verhuisd\p{L}*|ingeschreven|verblijft|"
    r"uitgeschreven|gaan wonen|logeert|is ingetrokken|huurt|bewoont)\b"
)
_OTHER_THING = regex.compile(
    r"(?i)\b(?:perceel|bouwplan|vergunning|object|pand|bedrijf|winkel|kantoor|school|praktijk|"
    r"locatie|gevestigd|werkt|werkzaam|parkeert|geparkeerd|speeltuin|vergader\p{L}*)\b"
)
_MEETING = regex.compile(
    r"(?i)\b(?:vergader(?:ing(?:en)?|t|en|locatie|plek)|bijeenkomst(?:en)?|zitting(?:en)?"
    r"|spreekuur|"
    r"inloop(?:avond|middag|bijeenkomst|spreekuur)?|bewonersavond|informatieavond|workshop"
    r"|training|"
    r"cursus|receptie|borrel|lunch|heidag|schouw|ledenvergadering|hoorzitting)\b"
    r"(?: (?:\d{1,2} \p{L}{3,9}(?: \d{4})?|is|zijn|was|vindt|vinden|plaats|wordt|worden|gehouden"
    r"|om|op|van|in|te|bij|aan|de|het)|"
    r" \d{1,2}[.:]\d\d(?: uur)?)*[:,]? (?:in |te )?(?:\p{Lu}[\p{L}’'-]+,? ){0,3}$"
)
"""Where people meet: "De vergaderingen zijn in Goesland, "."""
_PLACE_LABEL = regex.compile(
    r"(?i)(?<![\w-])(?:(?:hoofd|neven)?vestiging(?:sadres)?|"
    r"bedrijfsadres|kantoor(?:adres)?|"
    r"werk(?:adres|locatie|plek)|inrichting|praktijk(?:adres)?|winkel|vergader(?:adres|locatie)|"
    r"plaats (?:van )?(?:vergadering|overleg|bijeenkomst|zitting)|bezoek(?:adres|locatie))"
    r"[ ]*[:\t|][ ]*$"
)
"""The label of a field with the address of a firm or an office."""
_RANGE = regex.compile(r"\d[a-zA-Z]?[ \xa0](?:t/m|tot en met|tm)[ \xa0]\d")


def is_home_behind(text: str, end: int) -> bool:
    """Tell whether what follows an address says that it is a home."""
    return _HOME_BEHIND.match(text, end) is not None


def lives_in_sentence(text: str, start: int) -> bool:
    """Tell whether the sentence before an address says that somebody lives there."""
    begin = max(0, start - _FARTHEST)
    for end in SENTENCE_END.finditer(text, begin, start):
        begin = end.end()
    ends = [lives.end() for lives in _LIVES.finditer(text, begin, start)]
    return bool(ends) and not _OTHER_THING.search(text, ends[-1], start)


def is_place_of_work(text: str, start: int) -> bool:
    """Tell whether people meet or work at an address, by the words that lead to it."""
    before = text[max(0, start - 80) : start]
    return _PLACE_LABEL.search(before) is not None or _MEETING.search(before) is not None


def is_stretch(text: str, start: int, end: int) -> bool:
    """Tell whether an address is a row of houses: "Kerkstraat 2 t/m 8"."""
    return _RANGE.search(text, start, end) is not None
