"""Numbers that stand beside a person rather than behind a word for a number.

"Cliënt 204417", "verbalisant PL07-11820"; and numbers of a firm that is one person.
"""

from collections.abc import Iterator

import regex

from redact.detect.columns import cells_under, rows_of_cells
from redact.detect.context import is_amount, line_after, line_before
from redact.detect.match import Match
from redact.detect.starts import at_words
from redact.finding import Kind

WORD = (
    r"(?P<word>collega|gedupeerde|toeslagenouder|gedetineerde|cli[eë]nte?|klant|werknemer|"
    r"medewerker|relatie|zorgvrager|kandidaat|huurder|melder|"
    r"deelnemer|verbalisant|donateur|woningzoekende|getuige|pati[eë]nte?|leerling|student|cursist|"
    r"debiteur|lener|sollicitant|aangever|respondent|abonnee|verzekerde|tolk|vreemdeling|"
    r"belanghebbende|uitkeringsgerechtigde|inspecteur|toezichthouder|bewoner|betrokkene|"
    r"proefpersoon)"
)
BESIDE = regex.compile(
    rf"(?i:\b{WORD})(?i::?[ \xa0]\(?(?:(?:met|onder)[ ])?(?:(?:nummer|nr|id)\b[.:]{{0,2}}[ ])?\(?)"
    r"(?P<value>[a-z]\d{5,8}|[A-Z]{1,4}[-. ]?\d{2,4}(?:[-. ]?\d{2,6}){0,3}|[A-Z]{2}\d{2}-\d{4,6}|"
    r"[A-Z]{2}-\d{2,6}"
    r"|\d{4,10}(?:-\d{1,4})?|\d{1,3}\.\d{3}(?:\.\d{3})?)"
    r"(?![\w@%]|-\w|[ ]?[A-Z]{2}\b|[.,/:-]\d| (?:euro|uur|keer|stuks|jaar|maanden|dagen|weken|"
    r"m2|januari|"
    r"februari|maart|"
    r"april|mei|juni|juli|augustus|september|oktober|november|december)\b)"
)
YEARS = regex.compile(r"(?:19|20)\d\d(?:-(?:19|20)?\d\d)?|[A-Z]{1,4} (?:19|20)\d\d")
DATE = regex.compile(r"\d{1,2}[-.]\d{1,2}[-.]\d{2,4}")
FIRM_COLUMN = regex.compile(
    r"(?i)(?:kvk|k\.v\.k\.?|handelsregister|btw(?:-?id)?)(?:-?(?:nummer|nr))?\.?"
)
FIRM_CELL = regex.compile(r"(?:NL)?\d(?:[ .]?\d){7,8}(?:B\d\d)?")

SOLE_TRADER = regex.compile(
    r"(?i)\b(?:eenmanszaak|zzp(?:['’-]?er)?(?!['’]?e?rs|-)|zelfstandige(?: zonder personeel)?|"
    r"freelancer|h\.?o\.?d\.?n|handelend onder de naam|own company|sole trader|"
    r"eigen (?:bedrijf(?:je)?|zaak|praktijk|onderneming))\b"
)
COMPANY = regex.compile(r"\b(?:B\.?V\b|N\.?V\b|VOF\b|[Ss]tichting|[Vv]ereniging)")
FIRM = regex.compile(
    r"(?i)\b(?:kvk|k\.v\.k\.?|kamer van koophandel|handelsregister|rsin|(?:btw|vat)(?:-?id)?|"
    r"vestigings)(?:-?(?:nummer|nr))?\b\.?"
    r"(?:(?: als(?: een)?)? \(?(?:eenmanszaak|zzp(?:['’]?er)?)\)?)?(?: onder)?"
    r"(?: (?:nummer|nr\.?))?(?: is)?[ :]{0,2}"
    r"(?P<value>(?-i:NL)?\d(?:[ .]?\d){7,8}(?-i:B\d\d)?)(?!\w)"
)
POLICE = regex.compile(
    r"(?i)\b(?:proces-?verbaal|pv|bvh|registratie|aangifte|mutatie)-?(?:nummer|nr)?\b\.?[ :]{0,2}"
    r"(?P<value>(?-i:PL)\d{4}-\d{10}(?:-\d)?|(?<=bvh.{0,12})20\d{8})(?!\w)"
)


CALLED_SO = regex.compile(rf"(?i){WORD}(?:-?(?:nummer|nr|id))?\.?")
BARE = regex.compile(r"(?i)(?:nr|nummer|id(?:-?(?:nr|nummer))?)\b\.?")
CELL = regex.compile(r"(?=(?:\D?\d){4})[A-Z]{0,4}[-. ]?\d{2,8}(?:[-.]\d{2,6}){0,2}")


def find_numbered(text: str) -> Iterator[Match]:
    """Yield the numbers that are a person's by what stands beside them."""
    for found in at_words(text, BESIDE):
        start, end = found.span("value")
        value = found["value"]
        if YEARS.fullmatch(value) or DATE.fullmatch(value) or is_amount(text, start, end):
            continue
        reason = "Een nummer direct achter een woord voor een persoon."
        yield Match(start, end, Kind.IDNUMBER, 0.87, "idnumber.beside", reason)
    yield from _in_columns(text)
    yield from _of_traders(text)
    for found in at_words(text, POLICE):
        reason = "Het nummer van een aangifte of proces-verbaal: kan naar een persoon leiden."
        yield Match(*found.span("value"), Kind.IDNUMBER, 0.7, "idnumber.police", reason)


def _of_traders(text: str) -> Iterator[Match]:
    """Yield the numbers of firms that are one person: by a word in the line or the row.

    They stand in a public register: whether they tell of somebody is for a person to say.
    """
    firms = [found.span("value") for found in at_words(text, FIRM)]
    cells = [cell for cell in cells_under(text, FIRM_COLUMN) if FIRM_CELL.fullmatch(text, *cell)]
    for start, end in firms + cells:
        beside = line_before(text, start) + " " + line_after(text, end)
        if SOLE_TRADER.search(beside) and not COMPANY.search(beside):
            reason = "Het nummer van een onderneming die één persoon is."
            yield Match(start, end, Kind.IDNUMBER, 0.7, "idnumber.trader", reason)


def _in_columns(text: str) -> Iterator[Match]:
    """Yield the numbers below "Cliënt" or "Klant", and below "Nr." beside such a column."""
    for table in rows_of_cells(text):
        heads = [text[start:end] for start, end in table[0]]
        persons = [bool(CALLED_SO.fullmatch(head)) for head in heads]
        for column, head in enumerate(heads):
            if persons[column] or (any(persons) and BARE.fullmatch(head)):
                yield from _numbers(text, [row[column] for row in table[1:] if column < len(row)])


def _numbers(text: str, cells: list[tuple[int, int]]) -> Iterator[Match]:
    for start, end in cells:
        value = text[start:end]
        if CELL.fullmatch(value) and not (YEARS.fullmatch(value) or DATE.fullmatch(value)):
            reason = "Een nummer in een kolom die over personen gaat."
            yield Match(start, end, Kind.IDNUMBER, 0.87, "idnumber.column", reason)
