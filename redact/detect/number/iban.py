"""Bank accounts: IBANs of all countries, and old account numbers by their label.

The check: ISO 7064 mod 97-10 over the number with its first four characters moved to the end
(ISO 13616). Old Dutch bank accounts: weights 10 (or 9) to 1, the sum a multiple of 11.
"""

from collections.abc import Iterator
from functools import cache
from itertools import chain

import regex

from redact.detect.columns import cells_under
from redact.detect.context import is_amount, last_label, line_after, line_before
from redact.detect.match import Match
from redact.detect.misread import with_digits
from redact.detect.starts import at_words
from redact.detect.wordlist import entries
from redact.finding import Kind, Role

BLANK = r"[ \xa0\u202f\n.–-]{0,2}"
ACCOUNT_LENGTHS = (9, 10)
HEAD = regex.compile(r"\b([A-Za-z]{2})[ \xa0]?[\dOoIlSB]{2}(?=[ \xa0.\n-]{0,2}\w)")
CLASSES = {"n": r"[\dOoIlSB]", "a": r"[A-Za-z0158]", "c": r"[A-Za-z\d]"}
TO_DIGIT = str.maketrans("OoIlSB", "001158")
TO_LETTER = str.maketrans("0158", "OISB")
DUTCH_TYPO = regex.compile(rf"(?i)NL{BLANK}\d\d{BLANK}[A-Z]{{4}}(?:{BLANK}\d){{6,12}}(?!\w)")

LABELS = regex.compile(r"(?i)(?P<iban>\biban|rekening|bank|giro)|(?P<other>\bbtw|\bvat\b|zaak)")
PUBLIC = (
    r"ge(?:m|rn)eente|ministerie|belastingdienst|provincie|waterschap|wetterskip|hoogheemraadschap|uwv|"
    r"svb|cjib|omgevingsdienst|veiligheidsregio|ggd|politie|rijkswaterstaat|rechtbank|"
    r"rijks\w+|gemeenschappelijke regeling|recreatieschap|werkplein|dienst|kadaster|"
    r"\w*belastingen|staat der|raad voor|college van|inspectie|universiteit|stadsdeel|"
    r"deelgemeente|openbaar lichaam|gbtwente|bsgw|bghu|sabewa|cocensus|svhw|gblt|munitax|bsob|rvo|"
    r"cjib|duo|bng bank|rijkskas"
)
PAYEE = r"t\.?\s?n\.?\s?v\.?|ten name van|op naam van|rekening(?:nummer)? van"
PUBLIC_PAYEE = regex.compile(rf"(?i)(?:{PAYEE})\s*:?\s*(?:de\s|het\s)?(?:{PUBLIC})\b")
PUBLIC_LABEL = regex.compile(
    rf"(?i)\b(?:{PUBLIC})\b[^.;]{{0,40}}\b(?:iban|rekening|bank)[^.,;]{{0,20}}$"
    rf"|\b(?:{PUBLIC})\b(?: \p{{Lu}}\p{{L}}+)?[,:]? $|\b(?:ons|onze)\b.{{0,12}}rekening\w*:? ?$"
)
PUBLIC_BANK = regex.compile(r"(?i)NL\W?\d\d\W?(?:BNGH|NWAB)")
"""Banks with public bodies and their like for customers only: BNG Bank and NWB Bank."""
LETTERHEAD = regex.compile(
    r"(?i)\bkvk\b|k\.v\.k|btw|bic\b|swift|www\.|postbus|bezoekadres|loonheffing|ons bankrekening"
)
"""What stands beside the account of a body or a firm at the foot of its letters."""
PERSONAL_PAYEE = regex.compile(rf"(?i)(?:{PAYEE})\s*:?\s*(?!(?:de |het )?(?:{PUBLIC}))")
BODY_AFTER = regex.compile(
    rf"(?i)[ ,;|(–-]{{1,4}}(?:van |t\.?n\.?v\.? )?(?:de |het )?"
    rf"(?:{PUBLIC}|stichting|vereniging|vve)\b"
)

OF_A_BODY = regex.compile(
    r"(?i)\b(?:(?:gemeentelijke|provinciale|centrale|algemene|zakelijke)\s(?:bank)?rekening"
    r"|\w*rekening(?:nummer)?\s(?:is\s)?(?:ten name\s)?van\s(?:de|het|onze|uw)\s(?:\w+\s)?"
    r"(?:stichting|vereniging|coöperatie|vve|gemeente|provincie|waterschap|organisatie|dienst|"
    r"school)|\w*rekening(?:nummer)? (?:stichting|vereniging|coöperatie|vve))"
    r"\b[^.\n]{0,40}$"
)
"""What an account is called that is a body's own; whose name it has, says no more."""

OF_SOMEBODY = regex.compile(
    r"(?i)\b(?:mw|mevr|mevrouw|dhr|heer|klager|klaagster|betrokkene|cli[eë]nte?|zijn|haar|mijn|"
    r"aanvrager|aanvraagster|belanghebbende|honorarium|eenmanszaak|zzp(?:['’]?er)?|"
    r"own company)\b\.?[^.;]{0,60}$"
)
"""Words before an account that make it a person's."""

REACH = 60

OLD = regex.compile(
    r"(?i)\b(?:bankrekening|(?:post)?giro(?:rekening)?|postbank|rekening(?=n(?:umme)?r))"
    r"(?:-?n(?:umme)?r)?\b\.?[^\d\n;.]{0,25}?\b(?P<number>(?:P\s?)?\d(?:[ .]?\d){4,9})(?![\w,])"
)

BARE = regex.compile(
    r"(?i)\b(?:(?:bank|giro|priv[eé]|spaar|betaal|post|kwaliteits|derden(?:gelden)?|bouw|g-|depot)?-?"
    r"rekening|(?:bank|betaal|spaar)?-?rek\.?(?: ?nr\.?)?)(?: (?-i:[A-Z]{2,5}))?(?: is| was)?"
    r"[ :.\xa0\t]{1,14}"
    r"(?P<number>(?:P\s?)?\d(?:[ .]?\d){6,9})(?!\w|[.,]\d)"
    r"|\b(?:rabo(?:bank)?|abn(?:[ -]?amro)?|sns|asn|ing|fortis|triodos):? "
    r"(?P<number>\d\d[. ]\d\d[. ]\d\d[. ]\d{3})(?!\w|[.,]\d)"
    r"|(?<![\w.,/€-])(?P<number>\d{1,3}(?:[ .]\d{2,3}){2,3}|P ?\d{5,7})"
    r"(?=,? (?:t\.?\s?n\.?\s?v\b|ten name van|op naam van))"
)
"""An account without 'nummer': "afkomstig van rekening 49.22.14.581", "22.71.864 t.n.v. Bos"."""
COLUMN = regex.compile(
    r"(?i)(?:(?:bank|giro|post)?-?rekening(?:-?(?:n(?:umme)?r))?\.?|rek\.? ?(?:nr\.?)?|"
    r"giro(?:nr|nummer)?\.?|"
    r"bank(?:nr|nummer)?\.?|iban(?:[ /-]\w+)?)"
)
IN_CELL = regex.compile(r"(?:(?:giro|postbank|P) ?)?(?P<number>\d(?:[ .]?\d){5,9})")
HELD = regex.compile(r"(?i)\b(?:kwaliteits|derden(?:gelden)?|bouw|g-|depot|escrow)-?rekening:? $")
"""The account of a notary or a lawyer for the money of others: a firm's."""

GROUPED = regex.compile(r"\d\d[. ]\d\d[. ]\d\d[. ]\d{3}")
"""How banks parted the nine digits of an account; a letter may have been misread."""
GIRO = regex.compile(r"(?i)(?:giro|postbank)\D+(?:\d[ .]?){4,8}$")


def find_iban(text: str) -> Iterator[Match]:
    """Yield the bank accounts of a text."""
    done = 0
    for head in HEAD.finditer(text, overlapped=True):
        if head.start() < done:
            continue
        match = _read(text, head)
        if match:
            done = match.end
            yield match
    yield from _old_accounts(text)


def passes_mod_97(iban: str) -> bool:
    """Tell whether an IBAN in capitals, without blanks, has the right check digits."""
    moved = iban[4:] + iban[:4]
    return int("".join(str(int(character, 36)) for character in moved)) % 97 == 1


@cache
def _bban(country: str) -> str | None:
    """Return the national part of a country's IBAN as one letter (n, a, c) per character."""
    for line in entries("iban"):
        code, _, groups = line.partition(" ")
        if code == country:
            return "".join(int(n) * kind for n, kind in regex.findall(r"(\d+)([nac])", groups))
    return None


@cache
def _pattern(country: str) -> regex.Pattern[str] | None:
    """Return the pattern of a country's IBAN, blanks and misread characters allowed."""
    bban = _bban(country)
    if bban is None:
        return None
    characters = [CLASSES[kind] for kind in "nn" + bban]
    return regex.compile(f"(?i:{country})" + "".join(BLANK + c for c in characters) + r"(?!\w)")


def _read(text: str, head: regex.Match[str]) -> Match | None:
    """Judge what begins like an IBAN."""
    country = head[1].upper()
    pattern = _pattern(country)
    if pattern is None or not (head[1].isupper() or head[0].isalnum()):
        return None
    found = pattern.match(text, head.start())
    if not found:
        return _typo(text, head.start()) if country == "NL" else None
    return _judge(text, country, *found.span())


def _judge(text: str, country: str, start: int, end: int) -> Match | None:
    """Judge what has the form of a country's IBAN by its check digits."""
    raw = "".join(filter(str.isalnum, text[start:end]))
    if passes_mod_97(raw.upper()):
        return _sound(text, start, end)
    if passes_mod_97(_reread(country, raw)):
        reason = "Een IBAN als een letter O of I als cijfer wordt gelezen (of andersom): leesfout?"
        return Match(start, end, Kind.IBAN, 0.75, "iban.ocr", reason)
    if country == "NL" or last_label(text, start, LABELS, 40) == "iban":
        return _wrong_check(start, end)
    return None


def _sound(text: str, start: int, end: int) -> Match:
    """Return an IBAN that passes; that of a public body stays public."""
    if _is_public(text, start, end):
        reason = "Een IBAN ten name van een overheidsorganisatie blijft openbaar."
        return Match(start, end, Kind.IBAN, 0.95, "iban.public", reason, Role.ORGANISATION)
    reason = "Een bankrekening (IBAN) waarvan het controlegetal klopt."
    return Match(start, end, Kind.IBAN, 0.98, "iban.check", reason)


def _is_public(text: str, start: int, end: int) -> bool:
    """Tell whether an account is a public body's or a firm's, by its bank or the words beside it.

    A person named before it makes it that person's, unless it is said to be in a body's name.
    """
    before, after = line_before(text, start), text[end : end + REACH]
    paid_to = (
        PUBLIC_PAYEE.search(before)
        or PUBLIC_PAYEE.match(after.lstrip(" \n,;()"))
        or PUBLIC_PAYEE.search(after.partition("\n")[0])
        or PUBLIC_BANK.match(text, start)
    )
    if paid_to or OF_A_BODY.search(before):
        return True
    if OF_SOMEBODY.search(before):
        return False
    is_foot = LETTERHEAD.search(before + line_after(text, end)) and not PERSONAL_PAYEE.search(
        before + after
    )
    return bool(is_foot or PUBLIC_LABEL.search(before) or BODY_AFTER.match(after))


def _reread(country: str, raw: str) -> str:
    """Return an IBAN in capitals with each character read as its place demands."""
    kinds = "aann" + (_bban(country) or "")
    tables = {"n": TO_DIGIT, "a": TO_LETTER, "c": {}}
    pairs = zip(raw, kinds, strict=True)
    return "".join(character.translate(tables[kind]) for character, kind in pairs).upper()


def _typo(text: str, start: int) -> Match | None:
    """Return what is written like a Dutch IBAN but does not pass."""
    found = DUTCH_TYPO.match(text, start)
    return _wrong_check(start, found.end()) if found else None


def _wrong_check(start: int, end: int) -> Match:
    reason = "Lijkt een IBAN, maar het controlegetal of de lengte klopt niet: mogelijk een tikfout."
    return Match(start, end, Kind.IBAN, 0.7, "iban.typo", reason)


def _old_accounts(text: str) -> Iterator[Match]:
    """Yield account numbers from before the IBAN, known by their label."""
    seen: set[int] = set()
    text = with_digits(text)
    for found in chain(at_words(text, OLD), at_words(text, BARE)):
        start, end = found.span("number")
        if start not in seen and not is_amount(text, start, end):
            seen.add(start)
            yield _old(text, start, end, is_giro=bool(GIRO.search(found[0])))
    for start, end in cells_under(text, COLUMN):
        cell = IN_CELL.fullmatch(text, start, end)
        if cell and cell.start("number") not in seen and not is_amount(text, start, end):
            yield _old(text, *cell.span("number"), is_giro=not cell[0][0].isdigit())


def _old(text: str, start: int, end: int, *, is_giro: bool) -> Match:
    """Judge an old account number by its test and by whose it is."""
    digits = "".join(filter(str.isdigit, text[start:end]))
    if HELD.search(line_before(text, start)) or _is_public(text, start, end):
        reason = "Een rekening van een organisatie of een notaris blijft openbaar."
        return Match(start, end, Kind.IBAN, 0.9, "iban.public", reason, Role.ORGANISATION)
    is_giro = is_giro or "postbank" in line_after(text, end).casefold()
    if _passes_account_test(digits) or is_giro or GROUPED.fullmatch(text, start, end):
        reason = "Een rekeningnummer in de oude schrijfwijze, met 'rekening' of 'giro' erbij."
        return Match(start, end, Kind.IBAN, 0.9, "iban.account", reason)
    reason = "Een nummer bij 'rekening' of 'giro' dat geen geldig rekeningnummer is."
    return Match(start, end, Kind.IBAN, 0.6, "iban.account", reason)


def _passes_account_test(digits: str) -> bool:
    weights = range(len(digits), 0, -1)
    total = sum(weight * int(digit) for weight, digit in zip(weights, digits, strict=True))
    return len(digits) in ACCOUNT_LENGTHS and total % 11 == 0
