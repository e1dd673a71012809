"""What the law forbids or demands of the codes that stand on one passage.

Every rule is a function from `Marks` to the objections it has; `check` runs them all.
"""

from collections.abc import Callable, Iterator
from datetime import date
from typing import TypeAlias

from grounds.catalogue import CATALOGUE, GROUPS, succession
from grounds.ground import WOO_BEGINS, Environment, Force
from grounds.marks import Marks, Objection, Rule

_FIVE_YEARS = 5
_FIRST_TWO_LEDEN = ("5.1.1.", "5.1.2.")


Check: TypeAlias = Callable[[Marks], Iterator[Objection]]


def check(marks: Marks) -> list[Objection]:
    """Return every objection to a set of marks, in the order of the rules."""
    return [objection for rule in RULES for objection in rule(marks)]


def rest_ground_stands_alone(marks: Marks) -> Iterator[Objection]:
    """R1: 5.1.5 never beside 5.1.1 or 5.1.2 on the same information (5.1 lid 5)."""
    others = _starting(marks, *_FIRST_TWO_LEDEN)
    if "5.1.5" in marks.codes and others:
        yield Objection(
            Rule.R1,
            ("5.1.5", *others),
            "De restgrond 5.1.5 mag niet samen met een grond uit het eerste of tweede lid op "
            f"dezelfde informatie rusten; hier staat ook {_listed(others)}.",
            "Kies: laat 5.1.5 vervallen, of gebruik alleen 5.1.5.",
        )


def rest_ground_spares_the_environment(marks: Marks) -> Iterator[Objection]:
    """R2: 5.1.5 is not for environmental information (5.1 lid 5)."""
    for ground in marks.grounds:
        if ground.environment is Environment.NEVER and _is_environmental(marks):
            yield Objection(
                Rule.R2,
                (ground.code,),
                f"{ground.code} geldt niet voor milieu-informatie.",
                "Beoordeel of een grond uit het eerste, tweede of zesde lid past; anders wordt "
                "de informatie openbaar.",
            )


def environment_has_its_own_ground(marks: Marks) -> Iterator[Objection]:
    """R3: 5.1.6 only for environmental information, and there instead of 5.1.1.c (5.1 lid 6)."""
    for ground in marks.grounds:
        if ground.environment is Environment.ONLY and not _is_environmental(marks):
            yield Objection(
                Rule.R3,
                (ground.code,),
                f"{ground.code} geldt alleen voor milieu-informatie.",
                "Gebruik voor vertrouwelijke bedrijfsgegevens 5.1.1.c of 5.1.2.f, of geef aan dat "
                "dit milieu-informatie is.",
            )
    if "5.1.1.c" in marks.codes and _is_environmental(marks):
        yield Objection(
            Rule.R3,
            ("5.1.1.c",),
            "Voor milieu-informatie geldt 5.1.1.c niet.",
            "Gebruik 5.1.6: weeg het belang van openbaarheid af tegen ernstige schade aan het "
            "bedrijf.",
        )


def emissions_are_public(marks: Marks) -> Iterator[Objection]:
    """R4: no ground of 5.1.1 or 5.1.2 on information about emissions (5.1 lid 7)."""
    blocked = _starting(marks, *_FIRST_TWO_LEDEN)
    if marks.emissions and blocked:
        yield Objection(
            Rule.R4,
            blocked,
            "Informatie over emissies in het milieu mag niet worden geweigerd met "
            f"{_listed(blocked)}.",
            "Maak deze informatie openbaar (artikel 5.1, zevende lid, van de Woo).",
        )


def refusal_gives_reasons(marks: Marks) -> Iterator[Objection]:
    """R5: a ground of 5.1.2 needs an express motivation (5.1 lid 3); others need reasons too."""
    if marks.motivated:
        return
    for ground in marks.grounds:
        if ground.motivation:
            by_law = ground.code.startswith("5.1.2.")
            demand = "artikel 5.1, derde lid, van de Woo" if by_law else "artikel 3:46 van de Awb"
            yield Objection(
                Rule.R5,
                (ground.code,),
                f"Bij {ground.code} ontbreekt de motivering die {demand} vraagt.",
                "Leg in het besluit uit waarom dit belang hier zwaarder weegt dan openbaarheid."
                if ground.weighing
                else "Leg in het besluit uit waarom deze informatie onder de grond valt.",
                binding=by_law,
            )


def delay_has_an_end(marks: Marks) -> Iterator[Objection]:
    """R6: 5.1.4 needs the date of release (5.1 lid 4)."""
    for ground in marks.grounds:
        if ground.needs_date and marks.release_date is None:
            yield Objection(
                Rule.R6,
                (ground.code,),
                f"{ground.code} is tijdelijk, maar er is geen termijn genoemd.",
                "Noem de datum waarop de informatie alsnog openbaar wordt.",
            )


def age_asks_for_more_reasons(marks: Marks) -> Iterator[Objection]:
    """R7: information older than five years needs extra reasons, on request only (5.3)."""
    if marks.document_date is None or marks.request_date is None or marks.age_motivated:
        return
    codes = tuple(ground.code for ground in marks.grounds if ground.five_years)
    if codes and marks.document_date < five_years_before(marks.request_date):
        yield Objection(
            Rule.R7,
            codes,
            f"De informatie was bij het verzoek ouder dan vijf jaar; bij {_listed(codes)} "
            "ontbreekt de extra motivering van artikel 5.3 van de Woo.",
            "Leg uit waarom dit belang ondanks het tijdsverloop zwaarder weegt dan openbaarheid, "
            "of maak de informatie openbaar.",
        )


def code_can_be_cited(marks: Marks) -> Iterator[Objection]:
    """A group such as 5.1.2 is no ground, and neither is a letter the law does not have."""
    for code in sorted(marks.codes - set(CATALOGUE)):
        message = f"{code} is een groep van gronden en geen grond."
        yield Objection(
            Rule.CITABLE,
            (code,),
            message if code in GROUPS else f"{code} bestaat niet.",
            f"Kies een grond: {GROUPS[code]}."
            if code in GROUPS
            else "Zoek de juiste code op met `lakwerk grounds`.",
        )


def marker_is_no_refusal(marks: Marks) -> Iterator[Objection]:
    """4.1.4 says that nobody asked for it; then there is nothing to refuse."""
    refusals = tuple(ground.code for ground in marks.grounds if ground.force is not Force.MARKER)
    if "4.1.4" in marks.codes and refusals:
        yield Objection(
            Rule.SCOPE,
            ("4.1.4", *refusals),
            "4.1.4 is geen weigeringsgrond: wat buiten het verzoek valt, wordt niet geweigerd. "
            f"Hier staat ook {_listed(refusals)}.",
            "Kies: de passage valt buiten het verzoek (4.1.4), of zij valt erbinnen en wordt "
            "geweigerd.",
        )


def ground_is_in_force(marks: Marks) -> Iterator[Objection]:
    """A decision rests on the law of its day: the Woo from 1 May 2022, before that the Wob."""
    is_wob = marks.decision_date is not None and marks.decision_date < WOO_BEGINS
    for ground in marks.grounds:
        if ground.is_retired and not is_wob:
            went = succession(ground.code)
            now = f"Nu geldt {went.successor}." if went.successor else ""
            yield Objection(
                Rule.LAW,
                (ground.code,),
                f"{ground.code} is een grond van de Wob, die op 1 mei 2022 is vervallen.",
                " ".join(part for part in (now, went.condition) if part),
            )
        if ground.law and not ground.is_retired and is_wob:
            yield Objection(
                Rule.LAW,
                (ground.code,),
                f"{ground.code} staat in de Woo, die op de dag van het besluit nog niet gold.",
                "Noem de grond van de Wob, of controleer de datum van het besluit.",
            )


def formal_advice_is_shown_without_names(marks: Marks) -> Iterator[Objection]:
    """Advice for formal decision-making is given without names (5.2 lid 3): advice."""
    if "5.2.1" in marks.codes and marks.formal:
        yield Objection(
            Rule.FORMAL,
            ("5.2.1",),
            "Dit document is gemaakt voor formele bestuurlijke besluitvorming: persoonlijke "
            "beleidsopvattingen daarin worden verstrekt in een vorm die niet tot personen "
            "herleidbaar is.",
            "Laat de opvatting staan en lak alleen wie haar heeft, tenzij het intern beraad "
            "onevenredig wordt geschaad (artikel 5.2, derde lid, van de Woo).",
            binding=False,
        )


def special_law_is_named(marks: Marks) -> Iterator[Objection]:
    """8.8 only refers: the refusal rests on a provision in the annex, which must be named."""
    if "8.8" in marks.codes and not marks.provision:
        yield Objection(
            Rule.SPECIAL,
            ("8.8",),
            "Artikel 8.8 verwijst alleen; de bepaling waarop de weigering rust, ontbreekt.",
            "Noem de bijzondere bepaling, bijvoorbeeld artikel 67 AWR.",
        )


RULES: tuple[Check, ...] = (
    rest_ground_stands_alone,
    rest_ground_spares_the_environment,
    environment_has_its_own_ground,
    emissions_are_public,
    refusal_gives_reasons,
    delay_has_an_end,
    age_asks_for_more_reasons,
    code_can_be_cited,
    marker_is_no_refusal,
    ground_is_in_force,
    formal_advice_is_shown_without_names,
    special_law_is_named,
)
"""Every rule, R1 to R7 first."""


def five_years_before(day: date) -> date:
    """Return the day five years earlier; 1 March for a 29 February that year did not have."""
    try:
        return day.replace(year=day.year - _FIVE_YEARS)
    except ValueError:
        return date(day.year - _FIVE_YEARS, 3, 1)


def _is_environmental(marks: Marks) -> bool:
    return marks.environmental or marks.emissions


def _starting(marks: Marks, *prefixes: str) -> tuple[str, ...]:
    return tuple(ground.code for ground in marks.grounds if ground.code.startswith(prefixes))


def _listed(codes: tuple[str, ...]) -> str:
    return " en ".join([", ".join(codes[:-1]), codes[-1]] if codes[1:] else codes)
