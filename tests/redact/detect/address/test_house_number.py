import pytest

from redact.detect.address.house_number import numbers_alone


def texts(finder, text):
    return list(dict.fromkeys(text[match.start : match.end] for match in finder(text)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ik woon Kerkstraat 18. Op nr. 20 woont een man.", ["nr. 20"]),
        ("Kerkstraat 18. De buurman op 3a, de heer Kuiper, zei niets.", ["3a"]),
        ("Kerkstraat 18. Hij belde aan op nummer 3b, en wachtte.", ["nummer 3b"]),
        (
            "Kerkstraat 18. Hij woont om de hoek, op nr. 186, driehoog, al jaren.",
            ["nr. 186, driehoog"],
        ),
        ("Kerkstraat 18. Mijn buurvrouw van nummer 20 stond achter mij.", ["nummer 20"]),
        ("Kerkstraat 18. mw de groot, bovenbuurvrouw 166 c  23.1.1938", ["166 c"]),
        ("Kerkstraat 18. Zij woont zelfde straat als 3, nr 9   06-20550743", ["nr 9"]),
        ("Kerkstraat 18a. Brieven graag niet meer aan 18b.", ["18b"]),
        ("Kerkstraat 18. De man van nr 8 (wie?) rijdt te hard.", ["nr 8"]),
        ("Kerkstraat 18.\n5. Nummer 52. Hier woont een gezin.", ["Nummer 52"]),
        ("Op nr. 20 woont een man.", []),
        ("Kerkstraat 18. Er waren 20 mensen.", []),
        ("Kerkstraat 18. De buren hebben 3 keer gebeld, op 4 mei nog.", []),
        ("Kerkstraat 18. Naar aanleiding van nummer 3. Zie akte (nr. 44).", []),
        ("Kerkstraat 18. Zij staat op nummer 3 van de lijst.", []),
        ("Kerkstraat 18. De familie heeft kinderen van 3 en 5 jaar.", []),
    ],
)
def test_a_number_alone_counts_after_a_street(text, expected):
    assert texts(numbers_alone, text) == expected
