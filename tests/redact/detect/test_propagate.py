import pytest

from redact.detect import detect
from redact.detect.names import find_names
from redact.detect.propagate import propagate
from redact.read import read_text


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


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("De heer Hendrickx kwam. Later sprak Sjraar Hendrickx met ons.", "Sjraar Hendrickx"),
        ("De heer Potter kwam. Mijn medewerker, de heer Pot ter, sprak u.", "Pot ter"),
        ("mr. Ten Hoor zat voor. daarna vroeg ten hoor nog iets", "ten hoor"),
        ("Lea Roos, ook 'Leetje', belde. Vandaag was Leetje er weer.", "Leetje"),
        ("Jacqueline Hu (JHu) was er.\n\nDat doet JHu wel.", "JHu"),
        ("Bep Visser (bv, verslag) was er.\n\nDat doet bv wel.", "bv"),
        ("Juf J. Hendriks kwam. Ook vraagt m. Hendriks iets.", "m. Hendriks"),
    ],
)
def test_a_person_is_known_again_in_odd_writing(text, name):
    document = read_text(text.encode())
    found = [document.text_of(f.spans[0]) for f in detect(document) if f.score >= 0.85]
    assert name in found[1:]


def test_initials_without_capitals_in_a_cell_are_those_of_a_person_who_is_known():
    text = "Fatima Mulder en Kees Drent waren er.\n\nbellen\tfm\t3 mei\nmailen\tkd/fm\t4 mei\n"
    assert [name for name, sure in again(text) if sure] == ["fm", "kd", "fm"]


def test_a_word_without_capitals_that_looks_like_initials_is_left():
    assert again("Bep Visser was er. De firma is een bv en dat blijft zo.") == []
