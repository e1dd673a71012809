import pytest

from redact.detect.address.address import find_address


def found(text):
    return {text[match.start : match.end] for match in find_address(text) if match.score >= 0.4}


@pytest.mark.parametrize(
    ("text", "piece"),
    [
        ("Hij woont in Antwerpen-Berchem (Statiestraat 44 bus 2).", "Antwerpen-Berchem"),
        ("ingeschreven in Almere, Literatuurwijk, Bordewijkstraat 17", "Literatuurwijk"),
        ("geb. 1921, klooster Sint-Agatha, Lange Nieuwstraat 2.", "klooster Sint-Agatha"),
        ("Mevrouw A.\n9, rue des Tanneurs\nF-59000 Lille\nFrankrijk\n", "Frankrijk"),
        ("Adres\tRue Haute 251, bte 3\nen verder\t1000 Bruxelles\nKenteken\tx", "1000 Bruxelles"),
        ("Hij verhuist van Zierikzee, Poststraat 7, naar Goes.", "Zierikzee"),
    ],
)
def test_the_town_the_home_and_the_country_beside_an_address_go_with_it(text, piece):
    assert piece in found(text)


@pytest.mark.parametrize(
    "text", ["Zijn broer woont in Emmen.", "De heer Bos uit Duitsland (Kerkstraat 4) belde."]
)
def test_a_town_or_country_by_itself_stays(text):
    assert not found(text) & {"Emmen", "Duitsland"}
