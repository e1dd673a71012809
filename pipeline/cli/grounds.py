"""`lakwerk grounds`: the law, looked up; a notation, read."""

import textwrap
from collections.abc import Iterable, Iterator
from difflib import get_close_matches

import click

from grounds.catalogue import CATALOGUE, GROUPS, LETTERS, succession
from grounds.codes import find_codes, read_mark
from grounds.ground import Environment, Ground
from grounds.motivation import motivation

_WIDTH = 88
_NEAREST = 3
_GROUPS = (
    ("Artikel 5.1, eerste lid: absoluut, geen afweging", "5.1.1."),
    ("Artikel 5.1, tweede lid: relatief, belang afwegen en motiveren", "5.1.2."),
    ("Artikel 5.1, vierde, vijfde en zesde lid", ("5.1.4", "5.1.5", "5.1.6")),
    ("Artikel 5.2: persoonlijke beleidsopvattingen", "5.2."),
    ("Artikel 5.4 en 5.4a", "5.4"),
    ("Markeringen: geen weigeringsgrond", ("4.1.4", "dubbel", "reeds-openbaar", "8.8")),
    ("Vervallen met de Wob op 1 mei 2022", ("10.", "11.")),
)
_ENVIRONMENT = {
    Environment.ALLOWED: "",
    Environment.ONLY: "alleen milieu-informatie",
    Environment.NEVER: "niet voor milieu-informatie",
}


@click.command(short_help="Zoek een grond van de Woo op, of lees een notatie.")
@click.argument("code", metavar="[CODE]", required=False)
@click.option("--parse", "text", metavar="TEKST", help="Lees elke code in deze tekst.")
def grounds(code: str | None, text: str | None) -> int:
    """Zoek een grond op in de Woo, in elke schrijfwijze, of lees de codes in een tekst.

    Zonder CODE: een overzicht van alle gronden. Voorbeelden van een code: 5.1.2.e, "5.1 lid 2 sub
    e", dubbel. Een code van de Wob wordt nooit vanzelf omgezet; u leest waar zij is gebleven.
    """
    if code is not None and text is not None:
        msg = "Geef een code of --parse, niet allebei."
        raise click.UsageError(msg)
    if text is not None:
        return _parse(text)
    if code is not None:
        return _look_up(code)
    _say(_overview())
    return 0


def _overview() -> Iterator[str]:
    for title, prefixes in _GROUPS:
        yield title
        for ground in CATALOGUE.values():
            if ground.code.startswith(prefixes):
                yield f"  {ground.code:<15} {ground.force.dutch:<14} {ground.label}"
        yield ""
    yield 'Alles over een grond: "lakwerk grounds 5.1.2.e".'


def _look_up(raw: str) -> int:
    mark = read_mark(raw)
    if mark and mark.known:
        _say(_everything(CATALOGUE[mark.code]))
        return 0
    click.echo(_unknown(mark.code if mark else raw.strip()), err=True)
    return 1


def _unknown(code: str) -> str:
    if code in GROUPS:
        return f"{code} is een groep van gronden en geen grond: {GROUPS[code]}."
    near = get_close_matches(code.lower(), CATALOGUE, n=_NEAREST, cutoff=0.5)
    found = f"Lijkt op: {', '.join(near)}." if near else 'Alle codes: "lakwerk grounds".'
    return f"Deze grond bestaat niet. {found}"


def _everything(ground: Ground) -> Iterator[str]:
    yield f"{ground.code}  {ground.label}"
    yield from _facts(ground)
    if ground.text:
        yield ""
        yield from _folded(f"{ground.lead} {ground.text}".strip())
    if ground.is_retired:
        yield ""
        yield from _folded(_where_it_went(ground.code))
        return
    if ground.note:
        yield ""
        yield from _folded(ground.note)
    yield ""
    yield "Tekst voor het besluit (vul aan tussen de haken):"
    for paragraph in motivation(ground.code).split("\n\n"):
        yield from ("", *_folded(paragraph))


def _facts(ground: Ground) -> Iterator[str]:
    law = f"{ground.citation}, {_validity(ground)}" if ground.law else "staat niet in de wet"
    letters = [letter for letter, code in LETTERS.items() if code == ground.code]
    before = [code for code, old in CATALOGUE.items() if old.successor == ground.code]
    rows = {
        "Vindplaats": law,
        "Link": ground.link,
        "Soort": ground.force.dutch,
        "Vraagt": ", ".join(_demands(ground)),
        "Milieu": _ENVIRONMENT[ground.environment],
        "Ook wel": ", ".join(ground.synonyms),
        "Letter": "".join(letters) and f"{letters[0]} (in letterlegenda's zoals die van UWV)",
        "In de Wob": ", ".join(before),
    }
    return (f"  {name:<11} {value}" for name, value in rows.items() if value)


def _validity(ground: Ground) -> str:
    if ground.valid_until:
        return f"vervallen na {ground.valid_until:%d-%m-%Y}"
    return f"in werking sinds {ground.valid_from:%d-%m-%Y}"


def _demands(ground: Ground) -> Iterator[str]:
    if ground.weighing:
        yield "afweging tegen openbaarheid"
    if ground.motivation:
        yield "motivering in het besluit"
    if ground.five_years:
        yield "na vijf jaar extra motivering (5.3)"
    if ground.needs_date:
        yield "datum waarop het alsnog openbaar wordt"


def _where_it_went(code: str) -> str:
    went = succession(code)
    if went.successor is None:
        return f"Geen opvolger. {went.condition}"
    label = CATALOGUE[went.successor].label
    return f"Opvolger in de Woo: {went.successor} ({label}). {went.condition}".strip()


def _parse(text: str) -> int:
    marks = find_codes(text)
    for mark in marks:
        about = CATALOGUE[mark.code].label if mark.known else _unknown(mark.code)
        raw = text[mark.start : mark.end]
        click.echo(f"{mark.start}-{mark.end}\t{raw}\t{mark.code}\t{about}")
    if not marks:
        click.echo("Geen code gevonden.")
    return 0


def _folded(text: str) -> list[str]:
    return textwrap.wrap(
        text, _WIDTH, initial_indent="  ", subsequent_indent="  ", break_on_hyphens=False
    )


def _say(lines: Iterable[str]) -> None:
    for line in lines:
        click.echo(line)
