import pytest

from redact.detect import detect
from redact.finding import Kind
from redact.read import read_text

WHO = "Mevrouw Heijmink, de heer Sarikaya en Coen van Laar waren er, en ook mevrouw Bos.\n\n"


def filed(text):
    document = read_text((WHO + text).encode())
    found = [each for each in detect(document) if each.kind is Kind.PERSON]
    places = [span for each in found for span in each.spans if span.start >= len(WHO) - 2]
    return [document.text_of(span) for span in places]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Zie 20240522_brief_FHeijmink_aan.pdf in de map.", "FHeijmink"),
        ("Zie Feitenrelaas_vs2_opmSarikaya.docx in de map.", "Sarikaya"),
        ("Op het scherm stond extern_sarikaya en dat blijft zo.", "sarikaya"),
        (r"Het staat in Z:\zaken\2026\UK147_Heijmink_toekenning.xlsx nu.", "Heijmink"),
        ("Het bericht ging naar C.vLaar op maandag.", "C.vLaar"),
    ],
)
def test_a_known_person_is_found_in_the_name_of_a_file_or_a_login(text, name):
    assert filed(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Het staat in nota_bosbeheer_v2.docx en bos_kaart.pdf nu.",
        "Zie www.voorbeeld.nl/heijminklaan_3.",
    ],
)
def test_words_in_a_file_name_that_are_no_name_stay(text):
    assert filed(text) == []
