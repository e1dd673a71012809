import pytest


def test_attendees_are_names_and_bodies_are_not(names):
    text = (
        "Aanwezig: OOV, OM, Politie, J. Bakker (GGD), Kok, mw. De Wit, Fatima (RvdK)\nAfwezig: Wpi"
    )
    assert names(text) == ["J. Bakker", "Kok", "De Wit", "Fatima"]


def test_attendees_may_stand_below_each_other(names):
    text = "Aanwezigen:\n- Karin Zwart (voorzitter)\n- Smeets, P.\n- T. Yilmaz\n\nDe agenda volgt."
    assert names(text) == ["Karin Zwart", "Smeets, P.", "T. Yilmaz"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Van: Vries, J. de (Jan) <x@y.nl>\n", ["Vries, J. de (Jan)"]),
        ("Aan: Bakker, Karin; Smit, Piet\n", ["Bakker, Karin", "Smit, Piet"]),
        ("Cc: Griffie; Communicatie\n", []),
        ("Op 3 mei 2021 om 12:03 schreef Noor Haddad <n@x.nl>:\n", ["Noor Haddad"]),
        ("Notulist: Tjitske Hoekstra\n", ["Tjitske Hoekstra"]),
        ("Behandeld door: A. Smeets\nKenmerk: 2021-33", ["A. Smeets"]),
        ("[12-03-21 14:05] Fatima: ik bel zo\n", ["Fatima"]),
        ("12/03/2021, 14:05 - Joost B: prima\n", ["Joost B"]),
        ("Met vriendelijke groet,\n\nHenk Oosterhof\nBeleidsmedewerker", ["Henk Oosterhof"]),
        ("Groetjes, Saar\n", ["Saar"]),
        ("Actie\tWie\tWanneer\nBellen\tBakker\tmei\nMailen\tOOV\tjuni\n", ["Bakker"]),
        ("Onderwerp: verkeer\nDatum: 3 mei\nLocatie: Bergen\n", []),
    ],
)
def test_names_stand_in_headers_labels_chats_and_tables(names, text, expected):
    assert names(text) == expected


def test_initials_with_a_particle_are_a_person_and_a_body_is_not(names):
    text = "Actie JdV: bellen met RvdK.\nMvE: dat klopt, zegt de KvK."
    assert names(text) == ["JdV", "MvE"]
