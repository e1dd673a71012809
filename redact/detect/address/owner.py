"""Whose an address is: a home, a public body, a facility where nobody lives, or an object."""

from functools import cache

import regex

from redact.detect.address.clues import (
    SENTENCE_END,
    is_home_behind,
    is_place_of_work,
    is_stretch,
    lives_in_sentence,
)
from redact.detect.context import last_label, line_after, line_before
from redact.detect.match import SURE, Match
from redact.detect.names.lexicon import line_set, patterns_of
from redact.finding import Kind, Role

Span = tuple[int, int]

KIN = (
    r"(?:(?:groot|schoon|stief|pleeg)?(?:vader|moeder|ouders|dochters?|zoons?|zonen|zus(?:ter)?"
    r"|broer|"
    r"zwager|kinderen)|oom|tante|opa|oma|neef|nicht|vriend(?:in)?|partner|ex(?:-?(?:man|vrouw"
    r"|partner|"
    r"vriend|vriendin))?|echtgenote?|man|vrouw|schoonzus|familie|buurman|buurvrouw|buren|kleinkind|"
    r"kleinzoon|kleindochter|verloofde|mantelzorger|pa|ma|mama|papa)"
)
"""Who somebody may live with or belong to."""

LABELS = regex.compile(
    r"(?i)(?P<home>\b(?:woont|woonde|wonend?|slaapt) boven\b[^.\n\d]{0,40}$|woonadres|"
    r"gehuisvest|\b(?:onze|mijn) woning|\bhuurt\b|laatst(?:elijk)? bekend|bezorgadres|"
    r"\b(?:in|uit|vanuit|van|naar|bij|voor) (?:de|een|zijn|haar|hun|diens) (?:\p{L}+ )?"
    r"(?:woning|flat|huis|appartement|woonboot|huurwoning|studio)\b|verhuiz|"
    r"\bbedrijfswoning\b|\bdienstwoning\b|\bthuisbezoek|\bouderlijk huis|"
    r"(?:lives?|living|resid\p{L}+) (?:at|in|on)\b|home address|wohnhaft|wohnt|demeurant|domicili|"
    r"\b(?:komt|komen|kwam|kwamen|afkomstig) (?:van|uit|vanaf)\b|kamerbewon|flatbewon|"
    r"\b(?:bewon(?:er|ers|ster|end)|buur(?:man|vrouw)|buren|omwonenden?|huurders?|"
    r"huisgenoot|insprekers?|bezwaarmakers?|klagers?|klaagster|melders?|verzoekers?|"
    r"aanvragers?|cliënte?|patiënte?|gezin|fam(?:ilie|\.)|echtpaar|wed(?:uwe|\.)|opvarenden?)\b|"
    r"opkomst|is gaan wonen|logeer\w*|trok\w* in bij|huisbezoek|slaapt|"
    r"\bwonende?\b|\bwoont?\b|\bwoonde|woonachtig|\bwonen\b|\bthuis|huisadres|"
    r"priv[eé]|briefadres|verblijf|ingeschreven|domicilie|correspondentieadres|\badres|woonplaats|"
    r"verhuis|\b(?:mijn|zijn|haar|hun|ons|diens) (?:erf|huis|tuin|flat|appartement|kamer|boot)\b|"
    r"\blogeer|\bslaap|\bbivakkeert|\bgezin\b|"
    rf"\b{KIN}[:,] ?$|\btrof\b[^.\n]{{0,20}}\baan\b|\baangebeld\b|\bbelde aan\b|"
    rf"\b(?:zijn|haar|hun|mijn|m['’]?n|z['’]?n|bij) {KIN}\b|"
    r"\bzijn woning|\bhaar woning|\bhun woning|\bde woning van)"
    r"|(?P<object>perceel|bouwplan|vergunning|kadast|locatie|\bpand|object|sloop|nieuwbouw|"
    r"bestemmingsplan|omgevingsplan|bedrijf|winkel|herinrichting|werkzaamheden|bouwen|verbouw|"
    r"zorgcentrum|verpleeghuis|ziekenhuis|kliniek|huisarts|apotheek|kerk\b|moskee|sporthal|"
    r"buurthuis|wijkcentrum|bibliotheek|museum|theater|zaal\b|dakkapel|monument|terrein|"
    r"gevestigd|vestiging|kantoor|school|stichting|vereniging|\bb\.?v\.?\b|\bn\.?v\.?\b|horeca|"
    r"caf[eé]\b|restaurant|hotel|kruising|hoek van)"
)
BODY_PLACE = regex.compile(
    r"(?i)(?:bezoekadres|stadhuis|gemeentehuis|raadhuis|provinciehuis|gemeentekantoor|stadskantoor|"
    r"kantooradres|hoofdkantoor)[^.;\d]{0,40}$"
)
LETTERHEAD = regex.compile(
    r"(?i)(?:^|\n)[^\p{L}\n]{0,3}(?:gemeente|ministerie|provincie|waterschap|hoogheemraadschap|"
    r"college van|belastingdienst|uwv|rechtbank|gerechtshof|raad van state|omgevingsdienst|ggd|"
    r"politie|veiligheidsregio|rijkswaterstaat|inspectie|autoriteit|afdeling|stadhuis|svb|"
    r"cjib|de voorzitter van de|tweede kamer|eerste kamer|provinciale staten|raad voor|dienst)\b"
    r"[^,;\n\d]{0,60}[,\n] ?$"
)
REACH = 60
_LIVED_IN = "address.home"
PUBLIC = "address.public"
"""The source of an address where nobody lives."""
_PEOPLE = regex.compile(
    r"(?i)\b(?:heer|mevrouw|dhr|mevr|mw|fam|familie|bewon\w+|won(?:en\w*|ing)|woon\w*|buurman"
    r"|buurvrouw|"
    r"boven|naast|tegenover|achter|privé|eigena\w+|uitbater|juf|meester|cliënte?|leerling"
    r"|patiënte?|"
    r"ophalen|halen|brengen|bezorgen|afzetten|p/a|c/o|"
    r"per adres|huisgeno\w+|vader|moeder|ouders|opa|oma|zoon|dochter|broer|zus|oom|tante)\b"
)
_BODIES = regex.compile(
    r"(?i)gemeente|ministerie|provincie|waterschap|dienst|rechtbank|stichting|vereniging"
    r"|b\.?v\.?\b|"
    r"college|directie|afdeling|bureau|commissie|kantoor|advoca|bezwaar|raad\b"
)
_PERSON = regex.compile(r"(?i)\b(?:heer|mevrouw|dhr|mevr|mw|fam|familie|privé|cliënte?)\b")

_OWN_POST = regex.compile(
    r"(?i)\b(?:(?:zijn|haar|hun|mijn|diens|ons|eigen) (?:\p{L}+ )?(?:post|brief)?adres|"
    r"postadres is|(?:post|brieven|brief|stukken|poststukken)\b.*\b(?:naar|aan|op)\b|woont|"
    r"verhuisd|bereikbaar (?:via|op))"
)


def judged(text: str, span: Span, score: float, reason: str) -> Match:
    """Return an address with what the words around it say: of a body, a home or an object."""
    start, end = span
    before = text[max(0, start - REACH) : start]
    if BODY_PLACE.search(before) or LETTERHEAD.search(before) or _offices().match(text, start):
        reason = "Het adres van een overheidsorganisatie blijft openbaar."
        return Match(start, end, Kind.ADDRESS, 0.9, "address.body", reason, Role.ORGANISATION)
    source, score, reason = _verdict(text, span, score) or ("address.form", score, reason)
    return Match(start, end, Kind.ADDRESS, score, source, reason)


def _verdict(text: str, span: Span, score: float) -> tuple[str, float, str] | None:
    """Return source, score and reason for an address of which the words around it say enough."""
    start, end = span
    if is_home_behind(text, end):
        return _LIVED_IN, 0.95, "Achter het adres staat dat er iemand woont."
    if is_public(text, start, end) or is_place_of_work(text, start):
        return PUBLIC, 0.35, "Een adres van een winkel, school of ander gebouw waar niemand woont."
    label = last_label(text, start, LABELS, REACH)
    if label == "home" or (label is None and lives_in_sentence(text, start)):
        reason = "Een adres met 'woont', 'adres' of een ander woord voor thuis ervoor."
        return _LIVED_IN, 0.95, reason
    if score < SURE and is_stretch(text, start, end):
        return PUBLIC, 0.35, "Een rij huizen: een stuk van een straat."
    if label == "object":
        reason = "Een adres bij een pand, perceel of bedrijf: woont daar iemand?"
        return "address.object", min(score, 0.65), reason
    return None


def is_home(text: str, start: int) -> bool:
    """Tell whether the words before an address say that somebody lives there."""
    return last_label(text, start, LABELS, REACH) == "home"


def is_public(text: str, start: int, end: int) -> bool:
    """Tell whether an address is that of a shop, a school or the like.

    The word for it stands close before or behind, in the same sentence, and no person is named
    with a title, and nobody is said to live there.
    """
    if _facility_behind().match(text, end):
        return not is_home(text, start) or text.startswith((" (", ", waar nu"), end)
    before = SENTENCE_END.split(text[max(0, start - REACH) : start])[-1]
    if _PEOPLE.search(before):
        return False
    at = _at_facility().search(before)
    if at and last_label(text, start, LABELS, len(before) - at.start()) != "home":
        return True
    return bool(_is_facility().match(text, start, end))


def of_firm(text: str, start: int) -> bool:
    """Tell whether a name that begins here is that of a firm or a school: "Bakkerij Jansen"."""
    return _firm_before().search(text, max(0, start - 30), start) is not None


def has_firm(words: str) -> bool:
    """Tell whether a firm, a shop or the like is named in some words."""
    return _firm_in().search(words) is not None


def is_firm(cell: str) -> bool:
    """Tell whether a cell of a table begins with the name of an organisation."""
    return _is_facility().match(cell) is not None or _BODIES.match(cell) is not None


def of_person(text: str, start: int, end: int) -> float:
    """Return how sure it is that a post box is a person's, 0 with an organisation on its line."""
    line = line_before(text, start) + line_after(text, end, 40)
    before = SENTENCE_END.split(line_before(text, start))[-1]
    if _BODIES.search(line):
        return 0
    return 0.86 if _OWN_POST.search(before) else 0.6 if _PERSON.search(line) else 0


@cache
def _at_facility() -> regex.Pattern[str]:
    """Return the pattern of a facility before an address, with its name and little more."""
    facility = patterns_of("facility_patterns")
    return regex.compile(rf"(?i)(?<![\w-])(?:{facility})(?!\w)(?:[^.;\n\d]|\.(?=,)){{0,35}}$")


@cache
def _firm_in() -> regex.Pattern[str]:
    return regex.compile(rf"(?i)(?<![\w-])(?:{patterns_of('facility_patterns')})(?!\w)")


@cache
def _firm_before() -> regex.Pattern[str]:
    return regex.compile(rf"(?i)(?<![\w-])(?:{patterns_of('facility_patterns')}) ['’‘]?$")


@cache
def _is_facility() -> regex.Pattern[str]:
    return regex.compile(rf"(?i)(?:{patterns_of('facility_patterns')})(?!\w)")


@cache
def _facility_behind() -> regex.Pattern[str]:
    """Return the pattern of "(tandarts)", ", waar nu de apotheek zit" and "is een kantoor"."""
    facility = patterns_of("facility_patterns")
    of = r"(?:(?:de|het|een|van|voormalige|oude|nu|thans|nog|ons|een klein) )*"
    return regex.compile(
        rf"(?i)(?:[ ]\((?:{of})|,? "
        rf"(?:(?:want |en )?(?:dat|dit|het|die) (?:is|was)|is|was|zit|waar|bevat|staat"
        rf"|hoort)\b[^.\n\d]{{0,30}}?\b{of})"
        rf"(?:{facility})(?!\w)"
    )


@cache
def _offices() -> regex.Pattern[str]:
    """Return the pattern of addresses at which national bodies receive people."""
    offices = "|".join(map(regex.escape, line_set("offices")))
    return regex.compile(rf"(?i)(?:{offices})(?![\w-])")
