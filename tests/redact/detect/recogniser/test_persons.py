from redact.detect.names.tokens import tokenise
from redact.detect.recogniser.decode import Name
from redact.detect.recogniser.persons import persons
from redact.finding import Kind, Role


def name(text, said, entity="PERSON", chance=0.9, run=None):
    """Return the name that a model would see in a text; `run` is the whole it is a part of."""
    begin, whole = text.index(said), run or said
    place = text.index(whole), text.index(whole) + len(whole)
    return Name(begin, begin + len(said), entity, chance, place)


def seen(text, *said, entity="PERSON"):
    names = [name(text, one, entity) for one in said]
    matches = persons(tokenise(text), names, lambda chance: chance, "name.model", "Een persoon.")
    return [(text[match.start : match.end], match.role) for match in matches]


def test_a_name_becomes_a_person():
    text = "Gisteren belde Noor Haddad over de brief."
    assert seen(text, "Noor Haddad") == [("Noor Haddad", Role.UNKNOWN)]


def test_other_entities_are_no_persons():
    assert seen("Wij werken in Utrecht.", "Utrecht", entity="LOC") == []


def test_marks_at_the_edges_are_left_out():
    assert seen("Aanwezig: (Noor Haddad),", "(Noor Haddad),") == [("Noor Haddad", Role.UNKNOWN)]


def test_initials_keep_their_points():
    assert seen("Ondertekend: J.P. Haddad", "J.P. Haddad")[0][0] == "J.P. Haddad"


def test_a_street_is_refused_though_the_model_calls_it_a_person():
    assert seen("De stichting Noor Haddad vroeg subsidie.", "Noor Haddad") == []


def test_a_part_of_an_address_is_refused():
    assert seen("Mail naar noor@voorbeeld.nl svp.", "noor") == []


def test_marks_alone_are_nobody():
    assert seen("Hij zei: ... 12 ...", "... 12 ...") == []


def test_the_role_comes_from_the_words_around():
    assert seen("Wethouder Noor Haddad opent.", "Noor Haddad")[0][1] is Role.OFFICE_HOLDER


def test_a_match_is_a_person():
    text = "Noor"
    (match,) = persons(tokenise(text), [name(text, "Noor")], lambda _: 0.5, "s", "Reden.")
    assert (match.kind, match.score) == (Kind.PERSON, 0.5)


def score(text, said, **more):
    (match,) = persons(tokenise(text), [name(text, said, **more)], lambda chance: chance, "s", "R.")
    return match.score


def test_a_word_of_the_language_alone_is_shown_if_the_model_is_certain_and_else_left():
    assert score("Daarna belt Vergadering terug.", "Vergadering", chance=0.95) == 0.5
    assert score("Daarna belt Vergadering terug.", "Vergadering", chance=0.8) == 0.0


def test_a_doubtful_part_is_judged_by_the_whole_name():
    text = "Daarna belt Vergadering Haddad terug."
    assert score(text, "Vergadering", chance=0.7, run="Vergadering Haddad") == 0.7


def test_the_letter_of_an_item_a_body_and_a_mere_title_are_nobody():
    assert seen("B. Bestuur en directie", "B.") == []
    assert seen("Dat vroeg de ING ook.", "ING") == []
    assert seen("Toen kwam Wethouder binnen.", "Wethouder") == []
