import pytest

from redact.detect.contact.desks import at_desk
from redact.detect.contact.email import find_email
from redact.detect.contact.phone import find_phone
from redact.detect.match import SURE, Match
from redact.finding import Kind, Role


def judged(text, *names):
    persons = [
        Match(
            text.index(name), text.index(name) + len(name), Kind.PERSON, 0.95, "name", "Een naam."
        )
        for name in names
    ]
    seen = [*find_phone(text), *find_email(text), *persons]
    return [
        "stays" if m.role is Role.ORGANISATION else "goes" if m.score >= SURE else "look"
        for m in at_desk(text, seen)
        if m.kind is Kind.PHONE
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Vragen: marktbureau, Grote Plein 1, 0294-550055",
        "Bakkerij Van Dungen, Marktveld 19, 0294-551010",
        "Storingen melden bij leverancier Dinaf, 0344 55 12 00.",
        "Steenhouwerij Kuipers\tRusthoflaan 4, 0592-550844",
        "huisarts Vos (praktijk De Brug 0299-554040)",
        "RIVM gebeld (030 274 91 11), casus 12",
        "Uitslagen inbellen op 0512-550015 en niet thuis.",
        "per fax, 0594 – 55 12 99",
        "De kliniek heeft als nummer +599 318 2211",
        "aanmelden via inburgering@dorp.example of 088 - 555 30 00",
        "Algemeen: (030) 655 50 00",
        "mevrouw Kok rijdt voor Makelaardij Oost (Kade 10, 078 – 555 12 12)",
    ],
)
def test_the_number_of_a_firm_a_body_or_a_desk_stays(text):
    names = [name for name in ("Kok", "Van Dungen", "Kuipers") if name in text]
    assert judged(text, *names) == ["stays"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("mr. T. Boonstra van Adviesbureau Bezwaar, 0182-551310", "T. Boonstra"),
        ("Archief, mw. Everdina 030 – 286 65 11", "Everdina"),
        ("bij de gemeente: Erwin Zerouali, haar man, 0594 – 86 30 12", "Erwin Zerouali"),
        ("Ria Post werkt op kantoor, thuis 0341-552047", "Ria Post"),
        ("kantoor Terborgseweg 9, doorkies 0314 – 55 90 17", None),
        ("Bakkerij Bos: 06-12345678", None),
    ],
)
def test_the_number_of_a_person_goes(text, name):
    assert judged(text, *([name] if name else [])) == ["goes"]


def test_the_desk_behind_a_general_number_goes_and_the_number_stays():
    assert judged("receptie 0546–55 40 00, tst. 4412") == ["stays", "goes"]


def test_the_desk_behind_a_name_in_a_telephone_guide_goes():
    guide = "Interne telefoongids\nsecretaris   D. Zuidema   5004\nBode Klaas\tanders 5600\n"
    assert judged(guide, "D. Zuidema", "Klaas") == ["goes", "goes"]
    assert judged("Verslag\nsecretaris   D. Zuidema   5004\n", "D. Zuidema") == []
