import pytest


@pytest.mark.parametrize(
    ("text", "initials"),
    [
        ("VOORLETTERS     R J\nGEBOREN         15 SEP 1960", "R J"),
        ("Voorletter(s): A.B.\nAchternaam: Vos", "A.B."),
        ("Voorletters\tK\tGeslacht\tv", "K"),
        ("voorletters ..... P.M.\n", "P.M."),
    ],
)
def test_initials_that_fill_their_field_are_found(names, text, initials):
    assert initials in names(text)


@pytest.mark.parametrize(
    "text",
    ["Voorletters invullen A en B", "Voorletters: onbekend\n", "Voorletters\nA. Algemeen\n"],
)
def test_a_field_without_initials_holds_none(names, text):
    assert names(text) == []
