import pytest

from redact.detect.names import find_names
from redact.finding import Role

COURT = "RECHTBANK MIDDEN-HOLLAND\nproces-verbaal van de zitting\n\n"
COUNCIL = "Woordelijk verslag van de raad\n\n"


def roles(text):
    return {text[match.start : match.end]: match.role for match in find_names(text)}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Verantwoordelijk wethouder is Karin Jansen; zij komt.", "Karin Jansen"),
        ("Burgemeester was K. Jansen, nu met pensioen.", "K. Jansen"),
        ("Ik belde mijn ambtgenoot Karin Jansen van Heiloo.", "Karin Jansen"),
        ("Niet over minister Smeets of haar voorganger Karin Jansen spreken.", "Karin Jansen"),
        ("Karin Jansen was 31 jaar in dienst, waarvan 14 als gemeentesecretaris.", "Karin Jansen"),
        ("Karin Jansen zat acht jaar als raadslid in de zaal.", "Karin Jansen"),
        ("Gesproken met Karin Jansen (KJ), wethouder, over zorg.", "Karin Jansen"),
        (COURT + "Aanwezig: mr. K. Jansen en mr. A. Smeets, leden.", "K. Jansen"),
        (COURT + "Aanwezig: mr. K. Jansen, voorzitter, en anderen.", "K. Jansen"),
        ("Gewezen door mr. K. Jansen en mr. A. Smeets, rechters.", "A. Smeets"),
        (COUNCIL + "Voor: de fracties van VVD en CDA, behalve mevrouw Jansen.", "Jansen"),
        (COUNCIL + "Aangemeld zijn de leden Smeets en Jansen.", "Jansen"),
        (COUNCIL + "Onder voorbehoud: lid Jansen.", "Jansen"),
        ("PvdA’er Karin Jansen dient een motie in.", "Karin Jansen"),
        ("SP-er Karin Jansen dient een motie in.", "Karin Jansen"),
        ("Het bestuur: prof. dr. Karin Jansen (rector magnificus) en anderen.", "Karin Jansen"),
        ("De dijkgraaf van Rijnland, w.g. K. Jansen", "K. Jansen"),
        ("Wethouder Financiën, Karin Jansen, was akkoord.", "Karin Jansen"),
        ("Afschrift aan de griffier aldaar, mw. Jansen.", "Jansen"),
        ("Aan: college van bestuur (voorzitter K. Smeets, vice-voorzitter K. Jansen)", "K. Jansen"),
        ("De faculteit belde met rector Karin Jansen.", "Karin Jansen"),
        ("Het college, bij wethouder Ad Smeets en secretaris K. Jansen, stelt voor.", "K. Jansen"),
        ("Secretaris K. Jansen en burgemeester Smeets tekenden.", "K. Jansen"),
        ("AANWEZIG: K. SMEETS EN A. JANSEN (EILANDGEDEPUTEERDEN)", "A. JANSEN"),
        ("Export van groep B&W\n\n[11-01-2021 07:58] Karin Jansen: goedemorgen", "Karin Jansen"),
        (
            "De gemeente had drie burgemeesters sinds de oorlog: Smeets, Karin Jansen.",
            "Karin Jansen",
        ),
    ],
)
def test_an_office_told_in_a_sentence_makes_an_office_holder(text, name):
    assert roles(text)[name] is Role.OFFICE_HOLDER


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("De broer van de wethouder is Karin Jansen.", "Karin Jansen"),
        ("Woordvoerder van de minister is Karin Jansen.", "Karin Jansen"),
        ("Mijn voorganger Karin Jansen heeft het archief opgeruimd.", "Karin Jansen"),
        ("Karin Jansen was erbij als gast van de burgemeester.", "Karin Jansen"),
        ("De leden Karin Jansen en Piet Smeets van de club kwamen.", "Karin Jansen"),
        ("De voetbalclub: K. Jansen en A. Smeets, leden.", "K. Jansen"),
        ("Vergadering van de club, Karin Jansen, voorzitter.", "Karin Jansen"),
        ("Uit het secretariaat van de minister, mevrouw K. Jansen, kwam een mail.", "K. Jansen"),
        ("PA minister Karin Jansen plant het in.", "Karin Jansen"),
        ("Pastoor Jansen en wethouder Kok.", "Jansen"),
        ("Lokaal van Karin Jansen (groep 6).", "Karin Jansen"),
        ("Leden: leerlingenraad-voorzitter Karin Jansen", "Karin Jansen"),
        ("De school belde met rector Karin Jansen.", "Karin Jansen"),
        ("NS'er Karin Jansen kwam met de trein.", "Karin Jansen"),
        ("Wethouder Financiën, Karin Jansen, Piet Smeets", "Karin Jansen"),
        ("Prof. dr. Karin Jansen (onderzoeker) kwam.", "Karin Jansen"),
        ("fractie\tnaam\tfunctie\nVVD\tKarin Jansen\tbeleidsmedewerker", "Karin Jansen"),
        ("Ambtelijk secretaris K. Jansen en wethouder Smeets.", "K. Jansen"),
        ("Karin Jansen (ambtelijk, niet het raadslid) zit op rij 2.", "Karin Jansen"),
        ("Karin Jansen (voorzitter Dorpsbelang) zit op rij 2.", "Karin Jansen"),
        ("Vraag\tWie\nvoorkruipende wethouder\tKarin Jansen", "Karin Jansen"),
        ("Karin Jansen\toud-burg. Smeets", "Karin Jansen"),
        ("Export van groep Collega's\n\n[11-01-2021 07:58] Karin Jansen: hoi", "Karin Jansen"),
        ("w.g. K. Jansen, ambtelijk secretaris\n\nDe burgemeester was er.", "K. Jansen"),
    ],
)
def test_what_sounds_alike_makes_none(text, name):
    assert roles(text)[name] is not Role.OFFICE_HOLDER


@pytest.mark.parametrize(
    "text",
    ["Deputy Jansen-Hassell agreed.", "Lord Mayor Karin Jansen came.", "MEP Karin Jansen wrote.",
     "Permanent Secretary Karin Jansen came.", "Rijksvertegenwoordiger Karin Jansen belde."],
)  # fmt: skip
def test_offices_abroad_and_in_the_caribbean_are_offices(text):
    assert Role.OFFICE_HOLDER in roles(text).values()


def test_initials_are_no_title():
    assert roles("Tel\tnaam\n5113\tKarin Jansen\tPdG")["Karin Jansen"] is not Role.OFFICE_HOLDER
