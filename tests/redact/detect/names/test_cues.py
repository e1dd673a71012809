import pytest


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Dhr. Bakker komt morgen.", ["Bakker"]),
        ("Ik sprak met mevrouw Groen over de tuin.", ["Groen"]),
        ("De heren Kok en Visser zijn verhinderd.", ["Kok", "Visser"]),
        ("de heer mr. dr. P. Zwart", ["P. Zwart"]),
        ("Beste Joeri,\nDank je.", ["Joeri"]),
        ("Hoi Karin & Joost,\nDank.", ["Karin", "Joost"]),
        ("Geachte mevrouw Al Hamdani,\nU schreef ons.", ["Al Hamdani"]),
        ("Hallo allemaal,\nTot morgen.", []),
        ("Geachte raad,\nHierbij ons voorstel.", []),
        ("Haar zoon Rayvano zit op school.", ["Rayvano"]),
        ("Zijn partner Daan en dochter Fenna gingen mee.", ["Daan", "Fenna"]),
        ("Een man genaamd Grzelak deed open.", ["Grzelak"]),
        ("Hoogendijk geeft aan dat het klopt.", ["Hoogendijk"]),
        ("- Bakker meldt dat de brug open is.", ["Bakker"]),
        ("Communicatie meldt dat het bericht klaar is.", []),
        ("Politie geeft aan dat het rustig is.", []),
        ("Actie Karin: stukken nazenden.", ["Karin"]),
        ("Dit is besproken (via Fatima) en akkoord.", ["Fatima"]),
        ("hoi sas,\nkun jij kijken?", ["sas"]),
        ("Hij is bij meneer van vliet geweest.", ["van vliet"]),
        ("Casus van mevrouw S. is besproken.", ["S."]),
        ("Zijn buurman, Kok, deed open.", ["Kok"]),
        ("De raad sprak wethouder Groen aan.", ["Groen"]),
        ("Dat ligt bij Jhr. Van Lawick.", ["Van Lawick"]),
        ("Er is gesproken met Karin, Joost en Fatima.", ["Karin", "Joost", "Fatima"]),
    ],
)
def test_a_name_stands_beside_a_cue(names, text, expected):
    assert names(text) == expected
