from redact.detect import detect
from redact.document import Document, Page
from redact.finding import Role
from redact.resolve import DOUBTS, TIES, Doubt, Tie, resolve


def people(text):
    document = Document("0" * 64, (Page.unplaced(0, text),))
    entities = resolve(document, detect(document))
    return {
        entity.id: (entity.role, [document.text_of(m.spans[0]) for m in entity.mentions])
        for entity in entities
    }


def mentions(text):
    return [found for _, found in people(text).values()]


def test_mentions_of_one_person_come_together():
    text = "Jan Hoogendijk belde. Later mailde J. Hoogendijk. Toen ging Hoogendijk. Jan bleef."
    assert mentions(text) == [["Jan Hoogendijk", "J. Hoogendijk", "Hoogendijk", "Jan"]]


def test_two_people_of_one_surname_stay_apart():
    text = "Jan de Vries belde. Piet de Vries ook. Toen ging De Vries weg."
    assert mentions(text) == [["Jan de Vries"], ["Piet de Vries"], ["De Vries"]]


def test_a_first_name_that_two_people_share_joins_neither():
    text = "Karin Smeets belde. Karin Oosterhof ook. Toen ging Karin weg."
    assert mentions(text) == [["Karin Smeets"], ["Karin Oosterhof"], ["Karin"]]


def test_initials_from_the_attendee_list_are_the_same_person():
    text = "Aanwezig: Jan de Vries (JdV), Karin Smeets\n\nActie JdV: bellen."
    assert mentions(text) == [["Jan de Vries", "JdV", "JdV"], ["Karin Smeets"]]


def test_an_email_address_belongs_to_the_person_it_is_made_of():
    text = "Jan de Vries is te bereiken op jan.devries@voorbeeld.nl of elders."
    assert mentions(text) == [["Jan de Vries", "jan.devries"]]


def test_who_is_an_office_holder_once_is_one_everywhere():
    text = "Wethouder Karin Smeets opent. Later zegt Smeets iets. Ook Joost Oosterhof sprak."
    assert [role for role, _ in people(text).values()] == [Role.OFFICE_HOLDER, Role.UNKNOWN]


def test_a_clerk_with_the_mayors_surname_is_not_the_mayor():
    text = "Burgemeester Terpstra belde. Jurist Sybren Terpstra (team Zorg) ook."
    assert mentions(text) == [["Terpstra"], ["Sybren Terpstra"]]


def test_a_title_tells_which_of_two_is_meant():
    text = "Wethouder Jan de Vries belde. Ook klerk Piet de Vries. Toen kwam wethouder De Vries."
    assert mentions(text)[0] == ["Jan de Vries", "De Vries"]


def test_persons_are_numbered_by_appearance():
    assert list(people("Joost Smeets belde. Karin Oosterhof ook.")) == ["p1", "p2"]


def test_no_entity_shows_a_name_in_its_repr():
    document = Document("0" * 64, (Page.unplaced(0, "Karin Hoogendijk belde."),))
    entities = resolve(document, detect(document))
    assert "Hoogendijk" not in repr(entities)


def entities(text):
    document = Document("0" * 64, (Page.unplaced(0, text),))
    return resolve(document, detect(document))


def test_every_mention_says_why_it_belongs_to_its_person():
    text = "Jan Hoogendijk (JH) belde. Later mailde J. Hoogendijk. Toen ging Hoogendijk. Jan bleef."
    ties = [Tie.FIRST, Tie.INTRODUCED, Tie.INITIALS, Tie.SURNAME, Tie.GIVEN]
    assert entities(text)[0].ties == tuple(TIES[tie] for tie in ties)


def test_a_surname_that_two_people_bear_is_in_doubt_between_them():
    found = entities("Jan de Vries belde. Piet de Vries ook. Toen ging De Vries weg.")
    assert [entity.doubts for entity in found] == [(), (), ("p1", "p2")]
    assert found[2].why == (DOUBTS[Doubt.SEVERAL],) * 2


def test_a_married_name_joins_both_its_halves():
    text = "Karin Smeets-de Groot belde. Daarna mailde Karin de Groot. Karin Smeets bleef."
    assert mentions(text) == [["Karin Smeets-de Groot", "Karin de Groot", "Karin Smeets"]]


def test_a_letter_misread_joins_the_person_it_looks_like():
    text = "Jan Hoogendijk belde. Later mailde J. Hoogendljk nog."
    assert mentions(text) == [["Jan Hoogendijk", "J. Hoogendljk"]]


def test_a_surname_of_its_own_is_no_damage():
    text = "Mevrouw Karin Visser belde. De heer Joost Vissers ook."
    assert mentions(text) == [["Karin Visser"], ["Joost Vissers"]]


def test_the_initial_d_or_v_is_no_particle_and_parts_two_of_one_surname():
    found = mentions("Wethouder V. Smit belde. D. Smit schreef mee.")
    assert found == [["V. Smit"], ["D. Smit"]]


def test_an_arabic_surname_is_one_with_a_hyphen_or_without():
    text = "Wethouder Ahmed El Hamdaoui belde. Later tekende A. El-Hamdaoui."
    assert people(text) == {"p1": (Role.OFFICE_HOLDER, ["Ahmed El Hamdaoui", "A. El-Hamdaoui"])}


def test_a_surname_that_is_a_first_name_as_well_belongs_to_who_is_called_so():
    text = "Wethouder Willem Otto sprak. Otto was tevreden."
    assert people(text) == {"p1": (Role.OFFICE_HOLDER, ["Willem Otto", "Otto"])}


def test_a_first_name_that_somebody_bears_is_no_surname():
    text = "Wethouder Joost Marijn sprak. Marijn de Boer noteerde. Marijn belde."
    assert mentions(text) == [["Joost Marijn"], ["Marijn de Boer", "Marijn"]]
