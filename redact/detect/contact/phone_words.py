"""What telephone numbers are called, and what stands between their digits."""

import regex

from redact.detect.context import REFERENCE

S = r"(?:\s?[-–‑_\xad/]\s?|\.|[ \xa0]{1,2})?"
END = r"(?![\w@])(?![.,:-]\d)"
LABELS = regex.compile(
    r"(?i)(?P<general>algemeen:?\s(?:tel|nummer|nr)|algemene? (?:telefoon)?nummer|centrale\b|"
    r"(?:nummer|telefoon|tel\.?)\s(?:algemeen|centrale)|pers(?:telefoon|nummer|lijn)|"
    r"\w*service(?:punt|centrum)|"
    r"storings(?:dienst|nummer|lijn)|noodnummer|alarmnummer|hulplijn|klachtenlijn|infolijn|"
    r"publieksvoorlichting|"
    r"contact ?cent|\bkcc\b|receptie|helpdesk|servicedesk|klantenservice|servicenummer|meldkamer|"
    r"persvoorlichting|persvragen|pers(?:contact|dienst)|griffie|bestuurssecretariaat|"
    r"secretariaat|huisartsenpost|loket\b|"
    r"(?:nummer|tel(?:efoon)?|fax)\.?\s(?:van\s)?(?:de\s|het\s)?(?:gemeente|provincie|"
    r"waterschap|ministerie)\b|"
    r"informatienummer|meldpunt|meldnummer|publieksnummer|balie\b)"
    r"|(?P<phone>\btel|\bmob|telefo|gsm|\bbel|doorkies|direct|fax)|(?P<number>\d(?:[ -]?\d){5,})"
    rf"|(?P<other>\b(?:{REFERENCE}|iban|rekening|bsn|burgerservice))"
)


def is_scattered(number: str) -> bool:
    """Tell whether digits stand apart, as the cells of a table of figures do: 06 0 00 2 00."""
    groups = regex.findall(r"\d+", number.partition("(0)")[2] or number)[1:]
    single = sum(len(group) == 1 for group in groups)
    return 1 < single < len(groups)
