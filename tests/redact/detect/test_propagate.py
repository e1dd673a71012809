import pytest

from redact.detect.names import find_names
from redact.detect.propagate import propagate


def again(text):
    seen = list(find_names(text))
    sure = {(match.start, match.end) for match in seen if match.score >= 0.85}
    found = propagate(text, seen)
    return [(text[m.start : m.end], m.score >= 0.85) for m in found if (m.start, m.end) not in sure]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Karin Grzelak kwam. Later ging Grzelak weg.", [("Grzelak", True)]),
        ("Mevrouw De Wit kwam. Later ging de Wit weg.", [("de Wit", True)]),
        ("Dhr. Bakker kwam. Later ging Bakker naar de bakker.", [("Bakker", True)]),
        ("Joeri Smeets kwam. Is joeri al weg?", [("joeri", True)]),
        ("Karin Bakker kwam. Actie\tWie\nBellen\tKB\n", [("KB", True)]),
        ("Karin Hoogendijk kwam. Later ging Hoogendjik weg.", [("Hoogendjik", False)]),
        ("Karin Hoogendijk kwam. Later ging Hoogendik weg.", [("Hoogendik", False)]),
        ("Karin Hoogendijk kwam. De Hoogendijkschool is dicht.", []),
        ("Peter Licht kwam. is peter licht ziek?", [("peter licht", True)]),
        ("Margriet Smeets kwam. Mooi werk Margri.", [("Margri", True)]),
        ("Dhr. Post kwam. Post ontkent. Post wordt gescand.", [("Post", True), ("Post", False)]),
        ("R. Boxtel kwam. Boxtel verhuist. Hij woont in Boxtel.", [("Boxtel", True)]),
        ("Marloes Bouman-Sietsma kwam.\nMBS: akkoord.", [("MBS", True)]),
        ("Rik Zomer kwam. Akkoord R.Z. gegeven.", [("R.Z.", True)]),
        ("De politie kwam. Later ging de politie weg.", []),
    ],
)
def test_a_person_once_named_is_found_again(text, expected):
    assert again(text) == expected


def test_initials_introduced_behind_a_name_are_found_again():
    text = "Aanwezig: Piet Vlaming (PV), Karin Zwart\n\nPV vraagt naar de stand van zaken."
    assert ("PV", True) in again(text)
