"""Numbers that are somebody's by the words around them rather than by what they are called."""

from collections.abc import Iterator

import regex

from redact.detect.context import is_amount
from redact.detect.match import Match
from redact.detect.number.idform import AFTER, ANY_NUMBER, DATE, SHORTEST, TIGHT, YEARS
from redact.finding import Kind

OWN = regex.compile(
    r"(?i)\b(?:zijn|haar|hun|mijn|diens)\s(?:eigen\s)?(?:dossier|zaak|aanvraag|registratie|"
    r"referentie|"
    rf"aanmeld|inschrijf|deelname)-?(?:nummer|nr\.?|id|"
    rf"code)\b(?:[^\d\n.,;]{{0,25}}?\b)?{TIGHT}(?P<value>(?:{ANY_NUMBER}){AFTER})"
)
"""A number of a case that is said to be somebody's own."""
BADGE = regex.compile(
    r"\p{Lu}\p{Ll}[\p{L}’'-]* \((?:\p{Lu}[\w&’'-]{1,20}, ?)?(?:nr\.?|nummer|no\.?|id) ?:? ?"
    rf"(?P<value>(?:{ANY_NUMBER}){AFTER})[,;)]"
)
"""A number between brackets behind a name: "Youssef Amhaouch (OD, nr. OA-0388)"."""
ASKED = regex.compile(
    r"(?i)(?:personeels|klant|cliënt|dienst|leerling|badge|polis|dossier)-?(?:nummer|nr)\b\.?"
    r"[^\d\n]{0,25}\n[^\n]{0,45}?[:\]>] ?"
    rf"(?-i:(?P<value>(?=[A-Z-]{{0,4}}\d{{3}})(?:{ANY_NUMBER}){AFTER}))"
)
"""A number that was asked for in one message and comes first in the next."""
OFFICER = regex.compile(
    r"(?i)\b(?:verbalisant|boa|opsporingsambtenaar|toezichthouder)\b[^\n]{0,60}?"
    rf"\bakte(?:-?(?:nummer|nr))?\b\.?:? (?P<value>(?-i:{ANY_NUMBER}){AFTER})"
)
"""The deed of an officer: "Verbalisant: R. Ouwens, boa domein I, aktenummer 7417003/02"."""
FILE = regex.compile(
    r"(?i)\b(?:dossier|zaak|casus|kaart|aanmeld|inschrijf)(?:-?(?:nummer|nr\.?))? (?:van )?"
    r"(?:de |het )?(?:aanvrag(?:er|ster)|"
    r"belanghebbende|cli[eë]nt|klant|jeugd\p{L}*|wmo|gezin|bewoner|leerling|pati[eë]nt|betrokkene|"
    rf"melder|huurder|kind)(?: \p{{Lu}}[\p{{L}}-]+)?:? (?P<value>(?-i:{ANY_NUMBER}){AFTER})"
    r"|\b\p{L}{0,20}(?:dossier|zaak|casus)(?:-?(?:nummer|nr\.?))? van (?:mevrouw|mevr\.?|mw\.?|"
    r"dhr\.?|de heer|familie|fam\.?|het gezin|(?-i:\p{Lu}\p{Ll}+(?=:)))"
    rf"[^\n\d.,;:]{{0,30}}[: ]{{1,2}}(?P<value>(?-i:{ANY_NUMBER}){AFTER})"
)
"""The file of one person: "Dossier aanvrager A-1188"."""
PASS_OF = regex.compile(
    r"(?i:\b(?:pas(?:je)?|badge|tag|sleutel(?:kaart)?|account|polis|paspoort)) van "
    r"\p{Lu}[\p{L}’'-]+(?: \p{Lu}[\p{L}’'-]+)?(?:, ?| ?[(:] ?| )(?:(?:nr|nummer)\b\.? ?)?"
    rf"(?P<value>(?=[A-Z-]{{0,4}}\d{{3}})(?:{ANY_NUMBER}){AFTER})"
)
POLICY = regex.compile(
    r"(?i)\b(?:polis|klantn(?:umme)?r|relatien(?:umme)?r)\b\.?:? ?(?:\n|\t| ?\| ?)"
    r"\p{L}[\p{L} &-]{2,25}[,:] ?"
    rf"(?P<value>(?=[\d. -]{{6}})(?:{ANY_NUMBER}){AFTER})"
)
"""The number behind the name of the company, in the field below the label."""


LOGIN_OF = regex.compile(
    r"(?i)\b(?:inlog(?:naam|code)?|gebruikersnaam|account(?:naam)?|login(?:naam)?) van "
    r"[^\d\n:]{1,30}: ?(?-i:(?P<value>(?=[a-z._-]*\d|[a-z]+[._])[a-z][a-z\d._-]{3,24}))(?![\w@])"
)
REFERENCE_OF = regex.compile(
    r"(?i)\b(?:aanmeld|aanvraag|zaak|klacht|inschrijf|registratie|referentie|contract|dossier|meld)-?"
    rf"(?:nummer|nr\.?|code) (?P<value>(?-i:{ANY_NUMBER}))"
    r"(?= van (?:mevrouw|mevr|mw|dhr|de heer|meneer|familie|cli[eë]nt)\b)"
)
"""The number of a file that the words behind it make one person's."""
REGISTERED = regex.compile(
    r"(?i)\b(?:mevrouw|mevr|mw|dhr|heer|hij|zij|betrokkene|cli[eë]nte?|gedetineerde|"
    r"bewoner|vreemdeling|kandidaat|student|leerling|pati[eë]nte?)\b"
    r"(?:(?!kvk|handelsregister|kamer van)[^;\n\d]){0,50}?"
    r"\b(?:(?:ingeschreven|geregistreerd|bekend|aangemeld|vermeld)\b[^.;\n\d]{0,25}?\bonder"
    r"(?: het)? (?:nr\.?|nummer)|(?<=[,(] ?)(?:registratie|inschrijf|aanmeld)-?(?:nummer|nr\.?)):? "
    rf"(?P<value>(?-i:{ANY_NUMBER}){AFTER})"
)
"""A number under which a person is known: "mw. Bos staat ingeschreven onder nummer RTR-0417"."""
SECTION = regex.compile(
    r"(?im)^(?:subject|cli[eë]nt|klant|debiteur|aanvrager|belanghebbende|betrokkene|persoon|"
    r"persoonsgegevens|pati[eë]nt|huurder|bewoner|deelnemer|leerling|student)[^\n\d]{0,15}\n"
    r"(?:[^\n]{0,60}\n){0,3}?[ \t]*(?:nummer|nr\.?|id)\b[ .:\t]{1,20}"
    rf"(?P<value>(?-i:{ANY_NUMBER}|\d\d(?: \d{{3,4}}){{2}}){AFTER})"
)
"""The bare "Nummer" in the part of a screen or a form that is headed by a word for a person."""
KENMERK = regex.compile(
    r"(?i)\b(?:zijn|haar|hun|mijn|diens) kenmerk(?: bij [^.\n\d]{2,25})?(?: is|:) "
    rf"(?P<value>(?-i:{ANY_NUMBER}){AFTER})"
)
_BY_WORDS = (
    *((OWN, 0.88), (BADGE, 0.86), (ASKED, 0.86), (OFFICER, 0.9), (FILE, 0.88)),
    *(
        (REGISTERED, 0.87),
        (SECTION, 0.88),
        (PASS_OF, 0.88),
        (POLICY, 0.88),
        (LOGIN_OF, 0.88),
        (REFERENCE_OF, 0.7),
        (KENMERK, 0.88),
    ),
)


def find_owned(text: str) -> Iterator[Match]:
    """Yield numbers that are somebody's by the words around them rather than by what they are."""
    for pattern, score in _BY_WORDS:
        for found in pattern.finditer(text):
            start, end = found.span("value")
            if DATE.fullmatch(text, start, end) or YEARS.fullmatch(text, start, end):
                continue
            if is_amount(text, start, end):
                continue
            if sum(map(str.isalnum, found["value"])) > SHORTEST:
                reason = "Een nummer dat volgens de woorden ernaast van een persoon is."
                yield Match(start, end, Kind.IDNUMBER, score, "idnumber.own", reason)
