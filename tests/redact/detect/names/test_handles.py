import pytest


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Onder de foto vraagt @lotje.fietst of het mag.", ["lotje.fietst"]),
        ("2. @TruusjeVaals. Dat is een vaste klant.", ["TruusjeVaals"]),
        ("Dat schreef @boze_buur_van_8 gisteren.", ["boze_buur_van_8"]),
        ("Zijn bijnaam daar was Tobi_wan.", ["Tobi_wan"]),
        ("Stuur het maar aan g.hoefnagel. Dat mag.", ["g.hoefnagel"]),
        ("meldkamer; A.Biharie; J.Jansen", ["A.Biharie", "J.Jansen"]),
    ],
)
def test_a_handle_or_a_login_of_a_person_is_found(names, text, found):
    assert names(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "Zie @gemeente_vaals, @all, @MinBZK en @NOS_Nieuws.",
        "Mail naar post_kamer@voorbeeld.nl of kijk op e.voorbeeld.nl.",
        "De kop luidde @home en de eenheid is m.meter.",
        "Dit is plan B.Het andere is plan C.Dat kan ook.",
    ],
)
def test_an_account_of_a_body_or_a_word_behind_the_sign_stays(names, text):
    assert names(text) == []
