"""Whose an address is: a home, a public body, a facility where nobody lives, or an object."""

import regex

from redact.detect.context import last_label, line_after, line_before
from redact.detect.match import Match
from redact.finding import Kind, Role

Span = tuple[int, int]

LABELS = regex.compile(
    r"(?i)(?P<home>woonadres|\b(?:bewon(?:er|ers|ster|end)|buur(?:man|vrouw)|buren|omwonenden?|huurders?|"
    r"huisgenoot|inwoners?|insprekers?|bezwaarmakers?|klagers?|klaagster|melders?|verzoekers?|"
    r"aanvragers?|cliënte?|patiënte?|gezin|fam(?:ilie|\.)|echtpaar|wed(?:uwe|\.)|opvarenden?)\b|"
    r"opkomst|is gaan wonen|logeer\w*|trok\w* in bij|huisbezoek|slaapt|"
    r"\bwonende?\b|\bwoont?\b|\bwoonde|woonachtig|\bwonen\b|thuis|huisadres|"
    r"priv[eé]|briefadres|verblijf|ingeschreven|domicilie|correspondentieadres|\badres|woonplaats|"
    r"verhuis|\b(?:mijn|zijn|haar|hun|ons|diens) (?:erf|huis|tuin|flat|appartement|kamer|boot)\b|"
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
_FACILITY = (
    r"(?:supermarkt|(?:basis|middelbare )?school|apotheek|bibliotheek|gymzaal|sporthal|sportpark|"
    r"sportcomplex|zwembad|(?:bus)?halte|tankstation|buurthuis|wijkcentrum|dorpshuis|huisartsenpost|"
    r"huisartsenpraktijk|ziekenhuis|\p{L}*zorgcentrum|verpleeghuis|museum|theater|kerkgebouw|postkantoor|politiebureau|"
    r"brandweerkazerne|hotel|restaurant|caf[eé]|kringloop\w*|adviesbureau|vestigingsadres|kruising|"
    r"hoorzitting|bijeenkomst|inloopavond|milieustraat|sportzaal|kinderdagverblijf|kinderopvang)"
)
_AT_FACILITY = regex.compile(rf"(?i)\b{_FACILITY}\b[^.;\n\d]{{0,35}}$")
_IS_FACILITY = regex.compile(rf"(?i){_FACILITY}\b")
_PEOPLE = regex.compile(
    r"(?i)\b(?:heer|mevrouw|dhr|mevr|mw|fam|familie|bewon\w+|won\w*|woon\w*|buurman|buurvrouw|boven|naast|"
    r"tegenover|achter|privé|eigena\w+|uitbater|juf|meester|cliënte?|leerling|patiënte?)\b"
)
_BODIES = regex.compile(
    r"(?i)gemeente|ministerie|provincie|waterschap|dienst|rechtbank|stichting|vereniging|b\.?v\.?\b|"
    r"college|directie|afdeling|bureau|commissie|kantoor|advoca|bezwaar|raad\b"
)
_PERSON = regex.compile(r"(?i)\b(?:heer|mevrouw|dhr|mevr|mw|fam|familie|privé|cliënte?)\b")


def judged(text: str, span: Span, score: float, reason: str) -> Match:
    """Return an address with what the words before it say: of a body, of a home, of an object."""
    start, end = span
    before = text[max(0, start - REACH) : start]
    if BODY_PLACE.search(before) or LETTERHEAD.search(before):
        reason = "Het adres van een overheidsorganisatie blijft openbaar."
        return Match(start, end, Kind.ADDRESS, 0.9, "address.body", reason, Role.ORGANISATION)
    label = last_label(text, start, LABELS, REACH)
    if label != "home" and is_public(text, start, end):
        reason = "Een adres van een winkel, school of ander gebouw waar niemand woont."
        return Match(start, end, Kind.ADDRESS, 0.35, "address.public", reason)
    if label == "home":
        reason = "Een adres met 'woont', 'adres' of een ander woord voor thuis ervoor."
        return Match(start, end, Kind.ADDRESS, 0.95, "address.home", reason)
    if label == "object":
        reason = "Een adres bij een pand, perceel of bedrijf: woont daar iemand?"
        return Match(start, end, Kind.ADDRESS, min(score, 0.65), "address.object", reason)
    return Match(start, end, Kind.ADDRESS, score, "address.form", reason)


def is_home(text: str, start: int) -> bool:
    """Tell whether the words before an address say that somebody lives there."""
    return last_label(text, start, LABELS, REACH) == "home"


def is_public(text: str, start: int, end: int) -> bool:
    """Tell whether an address is that of a shop, a school or the like, and no person is near."""
    before = text[max(0, start - 60) : start]
    is_facility = _AT_FACILITY.search(before) or _IS_FACILITY.match(text, start, end)
    return bool(is_facility) and not _PEOPLE.search(before)


def of_person(text: str, start: int, end: int) -> bool:
    """Tell whether a post box stands with a person and no organisation on its line."""
    line = line_before(text, start) + line_after(text, end, 40)
    return bool(_PERSON.search(line)) and not _BODIES.search(line)
