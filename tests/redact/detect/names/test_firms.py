import pytest


@pytest.mark.parametrize(
    "text",
    [
        "De aannemer, Firma Gebr. Koster & Zn., was te laat.",
        "Vishandel Gebr. Koelewijn BV heeft de plaats.",
        "Scheepswerf Gebroeders Van Dijk ligt aan de haven.",
        "De offerte van Jansen en Zonen is binnen.",
        "Toen reed Van Dijk Limousines voor.",
        "Ook Peeters Touringcars en De Haan Vleeswaren doen mee.",
        "De boot is de ‘Marie Curie’, niet de *Niels Bohr*.",
        "Op de foto ligt de Johanna Hendrika.",
        "Wij vergaderen in Huis van Asperen en in Kamers Westerdijk.",
        "De taxi Blok rijdt voor en de camping Smeets is vol.",
        "Zie het pad: Gerrit van der Veenpad.",
        "schip\tschipper\nVrouwe Alida\tonbekend\nJohanna Hendrika\tonbekend",
        "Leerling\tKlas\tReden\n1\t3\tziek",
        "Wij kozen De Goede Hoop en het Willem Lodewijk Gymnasium.",
        "De stukken van bureau Vander Velde & Rosenthal zijn binnen.",
        "Hoogachtend,\ngedeputeerde staten\nvan Zuiderland",
        "Het schip 'De Ruyter' heet nu \"De Vos\".",
        "a. de boer zaait\nb. de bakker bakt",
    ],
)
def test_a_firm_a_ship_or_a_room_with_a_name_is_nobody(names, text):
    assert names(text) == []


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("De gebroeders Koelewijn hebben bezwaar.", ["Koelewijn"]),
        ("Wij spraken Jan Peeters Dinsdag nog.", ["Jan Peeters"]),
        ("Toen kwam mevrouw Jansen Dat was laat.", ["Jansen"]),
        ("schip\tschipper\nVrouwe Alida\tB. den Ouden", ["B. den Ouden"]),
        ("Het huis van Karin Jansen staat te koop.", ["Karin Jansen"]),
        ("Gisteren stond Van der Weg buiten.", ["Van der Weg"]),
    ],
)
def test_a_person_beside_such_words_is_found(names, text, found):
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Ad 8: zie boven. Ad 3. Dat is alles.",
        "Namen in het rapport: mevrouw X en de heer Y niet.",
        "Ten minutes with Permanent Secretary or State Secretary before lunch.",
        "Voorzitter. Laat ik beginnen. Rustig, mevrouw. U krijgt het woord.",
        "De BAC adviseert unaniem. Ook de IG belt hen.",
        "A delegation from St. Kitts came along.",
    ],
)
def test_words_that_only_stand_like_a_name_are_left(names, text):
    assert names(text) == []
