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
        ("Van: Ouled Haddad, M.\n", ["Ouled Haddad, M."]),
        ("Aan: Smeets, Klaas-Jan; Wit, J. de\n", ["Smeets, Klaas-Jan", "Wit, J. de"]),
        ("[09:26] Bakker, Klaas-Jan\nja, prima\n", ["Bakker, Klaas-Jan"]),
        ("Cc: Karin v.d. Z.\n", ["Karin v.d. Z."]),
        ("From: Karin vdK\n", ["Karin vdK"]),
        ("Members: Berthe Hoogeveen, Karin Smeets\n", ["Berthe Hoogeveen", "Karin Smeets"]),
        ("Bakker Karin\t06-12345678\nK. Deen\t06-12345679\n", ["Bakker Karin", "K. Deen"]),
    ],
)
def test_names_stand_in_headers_labels_chats_and_tables(names, text, expected):
    assert names(text) == expected


def test_initials_with_a_particle_are_a_person_and_a_body_is_not(names):
    text = "Actie JdV: bellen met RvdK.\nMvE: dat klopt, zegt de KvK."
    assert names(text) == ["JdV", "MvE"]


def test_initials_among_attendees_are_persons_where_no_body_is_named(names):
    assert names("Present: HvdM (vz), SB, Loes, RK\n") == ["HvdM", "SB", "Loes", "RK"]


def test_the_column_of_initials_names_persons(names):
    text = "Naam\tFunctie\tAfk.\nKarin Smeets\tjurist\tKS\nBart Oosterhof\tplanner\tL\n"
    assert names(text) == ["Karin Smeets", "KS", "Bart Oosterhof", "L"]


def test_a_label_in_a_column_of_names_is_none(names):
    text = "Portefeuillehouder\twethouder Smeets\nSteller\tA. Oosterhof\n"
    assert names(text) == ["Smeets", "A. Oosterhof"]


def test_in_a_chat_first_names_need_no_capital(names):
    lines = ["[03/11/2021 19:02:11] Ilse: hee", "[03/11/2021 19:03:40] Joop: waar is fatih"]
    text = "\n".join([*lines, "[03/11/2021 19:03:52] Ilse: bel karin"])
    assert names(text) == ["Ilse", "Joop", "fatih", "Ilse", "karin"]
    assert names("waar is fatih") == []


def test_short_signatures_count(names):
    assert names("Tot morgen.\n\nGr,\nKB\n") == ["KB"]
    assert names("> grt, Sas\n") == ["Sas"]
