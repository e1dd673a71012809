import pytest

from redact.detect import detect
from redact.document import Document, Page
from redact.finding import Role
from redact.resolve import DOUBTS, Doubt, mentions, resolve_case


def people(*texts):
    """Return for each person of a case what is said of them, document by document."""
    documents = {str(n): Document("0" * 64, (Page.unplaced(0, t),)) for n, t in enumerate(texts)}
    told = [m for key, doc in documents.items() for m in mentions(doc, detect(doc), key)]
    return resolve_case(told), documents


def said(*texts):
    found, documents = people(*texts)
    return [
        [documents[m.document].text_of(m.finding.spans[0]) for m, _ in person.links]
        for person in found
    ]


def test_a_person_of_two_documents_is_one():
    found, _ = people("Jan Hoogendijk belde.", "Wij spraken J. Hoogendijk.")
    assert [person.documents for person in found] == [("0", "1")]


def test_a_rare_surname_alone_joins_the_one_person_who_bears_it():
    assert said("Karin Zwartbol belde.", "Mevrouw Zwartbol mailde.") == [
        ["Karin Zwartbol", "Zwartbol"]
    ]


def test_a_common_surname_alone_is_in_doubt():
    found, _ = people("Jan de Vries belde.", "De heer De Vries mailde.")
    assert [person.doubts for person in found] == [(), (0,)]


def test_a_first_name_joins_no_full_name_of_another_document():
    found, _ = people("Karin Hoogendijk belde.", "Groet, Karin")
    assert [len(person.links) for person in found] == [1, 1]
    assert found[1].doubts == (0,)


def test_the_same_first_name_in_two_documents_is_shown_once():
    found, _ = people("Groet, Karin", "Met dank aan Karin voor het verslag.")
    assert [person.documents for person in found] == [("0", "1")]


def test_initials_explained_in_one_document_are_known_in_the_others():
    texts = ("Aanwezig: Karin van Zwartbol (KvZ)", "Bellen (actie: KvZ)")
    assert said(*texts) == [["Karin van Zwartbol", "KvZ", "KvZ"]]


def test_two_people_of_one_name_who_meet_in_one_document_stay_two():
    found, _ = people(
        "Jan de Vries belde. Piet de Vries ook.", "Jan de Vries schreef.", "Piet de Vries schreef."
    )
    assert [person.documents for person in found] == [("0", "1"), ("0", "2")]


def test_an_office_holder_does_not_lend_the_office_to_a_surname_elsewhere():
    found, _ = people("Wethouder Karin Hoogendijk opent.", "Mevrouw Hoogendijk klaagt erover.")
    assert [person.role for person in found] == [Role.OFFICE_HOLDER, Role.UNKNOWN]
    assert found[1].doubts == (0,)


def test_a_full_name_carries_its_office_through_the_case():
    found, _ = people("Wethouder Karin Hoogendijk opent.", "Ingekomen: brief van Karin Hoogendijk.")
    assert [person.role for person in found] == [Role.OFFICE_HOLDER]


def test_no_mention_shows_a_name_in_its_repr():
    found, _ = people("Karin Hoogendijk belde.")
    assert "oogendijk" not in repr(found)


@pytest.mark.parametrize(
    ("first", "second", "why"),
    [
        ("Jan de Vries belde.", "De heer De Vries mailde.", Doubt.SURNAME),
        ("Karin Hoogendijk belde.", "Groet, Karin", Doubt.GIVEN),
        ("Groet, Karin", "Karin Hoogendijk belde.", Doubt.GIVEN),
        ("Wethouder Karin Hoogendijk opent.", "Mevrouw Hoogendijk klaagt erover.", Doubt.OFFICE),
        ("Jan de Vries belde. Piet de Vries ook.", "De heer De Vries mailde.", Doubt.SEVERAL),
    ],
)
def test_a_doubt_says_what_kept_two_persons_apart(first, second, why):
    found, _ = people(first, second)
    assert {one for person in found for one in person.why} == {why}
    assert all(len(person.why) == len(person.doubts) for person in found)


def test_every_doubt_can_be_said_in_dutch():
    assert DOUBTS.keys() == set(Doubt)
