"""Numbers known by their form: of identity papers, aliens and registers."""

import pytest

from redact.detect.number.formed import find_formed


def found(text):
    return {text[match.start : match.end]: match.score for match in find_formed(text)}


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("kopie pasp. mijn man (NR4C6T0P2), 5 foto's", "NR4C6T0P2"),
        ("ID gezien: IW7P04CR2, geldig tot 2029", "IW7P04CR2"),
        ("Ruzie met Yousef Al Hamwi (V-2914406612).", "V-2914406612"),
        ("Oude kaart (GPK0255570) gestolen", "GPK0255570"),
    ],
)
def test_a_number_in_the_form_of_a_persons_goes(text, number):
    assert found(text)[number] >= 0.85


@pytest.mark.parametrize(
    "text",
    [
        "De wegen A12, N237 en het product XR2000 blijven.",
        "Zie kenmerk 2021/NR4C6T0P2-x en de norm ISO9001.",
        "Perceel HVB01 F 3316, motor VW1234567",
        "Zaak V-2021-0417, ordernummer AB1234567",
    ],
)
def test_a_code_of_another_form_stays(text):
    assert not found(text)
