import pytest

from redact.analyse import analyse
from redact.detect.names.parts import name_of
from redact.finding import Action, Role
from redact.policy import load_policy
from redact.read import read_text
from redact.resolve.namesakes import contested, is_told_apart


def actions(text):
    document = read_text(text.encode())
    found = {}
    for proposal in analyse(document, load_policy(None)).proposals:
        found.setdefault(document.text_of(proposal.spans[0]), []).append(proposal.action)
    return found


def test_a_speaker_from_the_street_does_not_stay_for_the_alderman_who_is_called_so():
    text = (
        "De eerste inspreker is de heer Wim Vonk.\n\nDe heer VONK (inspreker): Dank u wel.\n\n"
        "Wethouder VONK: Voorzitter, dank u wel.\n"
    )
    assert actions(text)["Wim Vonk"] == [Action.REDACT]
    assert actions(text)["VONK"] == [Action.REDACT, Action.KEEP]


def test_who_of_two_namesakes_is_meant_is_for_a_person_to_see():
    text = "Wethouder Heijmink belde met bewoner F. Heijmink. Daarna vroeg Heijmink om een stuk."
    assert actions(text)["Heijmink"] == [Action.KEEP, Action.LOOK]


def test_mevrouw_is_not_de_heer():
    text = (
        "Raadslid de heer Terpstra kwam. De heer Terpstra sprak. Mevrouw Terpstra van de balie ook."
    )
    assert actions(text)["Terpstra"] == [Action.KEEP, Action.KEEP, Action.REDACT]


@pytest.mark.parametrize(
    "text",
    [
        "Petra Geurtsen is geen familie van Kamerlid Geurtsen, zei men.",
        "Lisa Geurtsen begint in maart. Haar broer is wethouder Geurtsen in Nijkerk.",
        "Wim Geurtsen belde. Mevrouw Geurtsen is de vrouw van oud-wethouder Geurtsen.",
    ],
)
def test_what_the_text_tells_apart_stays_apart(text):
    full = next(name for name in actions(text) if " " in name)
    assert actions(text)[full] == [Action.REDACT]


def test_half_a_double_name_makes_nobody_an_office_holder():
    text = "Raadslid Hoogstad (PvdA) stemt niet mee. Fenna Hoogstad-Ruiter schreef het advies."
    assert actions(text)["Fenna Hoogstad-Ruiter"] == [Action.REDACT]


def test_an_alderman_named_in_full_elsewhere_stays():
    text = "Wethouder Geurtsen belde. Petra Geurtsen wil dat het stuk in mei komt."
    assert actions(text)["Petra Geurtsen"] == [Action.KEEP]


def test_initials_with_points_are_those_of_the_mayor():
    text = "De burgemeester, Ruurd Alders, antwoordde. De brief is getekend ‘R.A.’ en verzonden."
    assert actions(text)["R.A."] == [Action.KEEP]


def test_initials_told_in_brackets_go_before_initials_that_would_fit():
    text = (
        "Met wethouder Jorrit Heidema (JH) en Jacqueline Hu (JHu), manager\n\nJHu: Ja.\nJH: Ja.\n"
    )
    found = actions(text)
    assert set(found["JH"]) == {Action.KEEP}
    assert Action.KEEP not in found["JHu"]


def test_a_surname_is_contested_where_one_has_an_office_and_another_none():
    told = [(name_of("Vonk"), Role.OFFICE_HOLDER, False), (name_of("Vonk"), Role.CITIZEN, False)]
    assert contested(told) == {("vonk",)}
    assert contested(told[:1]) == frozenset()


def test_the_line_tells_apart_and_not_the_next_paragraph():
    document = read_text(b"Wethouder Kok sprak.\n\nEr was geen familie.")
    finding = analyse(document, load_policy(None)).findings[0]
    assert not is_told_apart(document, finding)


def test_a_resident_with_the_name_of_a_writer_is_not_that_writer():
    text = "Voorstel: Carry van Bruggen. De heer Van Bruggen woont aan de Dreef."
    assert actions(text)["Van Bruggen"] == [Action.REDACT]


def test_a_first_name_is_not_that_of_a_person_of_history():
    text = "Aan tafel Jan Steen zaten Piet Smeets en Jan van de catering."
    assert Action.KEEP not in actions(text).get("Jan", [])
