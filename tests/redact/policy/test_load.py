"""A policy file says what it means, or says which key is wrong."""

import pickle
from importlib import resources

import pytest

from grounds.catalogue import CATALOGUE
from redact.errors import PolicyError
from redact.finding import PASSAGES, Action, Kind, Role
from redact.policy import load_policy, with_terms

NAME = "Zwaantje Quist"


@pytest.fixture
def read(tmp_path):
    """Return a function that reads a policy from its text."""

    def read(text):
        file = tmp_path / "beleid.toml"
        file.write_text(text, "utf-8")
        return load_policy(file)

    return read


@pytest.fixture
def refusal(read):
    """Return a function that gives the message with which a policy is refused."""

    def refusal(text):
        with pytest.raises(PolicyError) as caught:
            read(text)
        assert caught.value.exit_code == 2
        return caught.value.message

    return refusal


def test_the_default_rules_on_every_kind_and_every_known_role():
    policy = load_policy()
    assert set(policy.kinds) == set(Kind)
    assert set(policy.roles) == set(Role) - {Role.UNKNOWN}


def test_by_default_names_and_numbers_go_and_passages_are_looked_at():
    kinds = load_policy().kinds
    looked_at = {kind for kind, rule in kinds.items() if rule.action is Action.LOOK}
    assert looked_at == PASSAGES - {Kind.SCOPE}
    assert kinds[Kind.BSN].ground == "5.1.1.e"
    assert kinds[Kind.PERSON].ground == "5.1.2.e"
    assert (kinds[Kind.PERSON].redact_from, kinds[Kind.PERSON].look_from) == (0.85, 0.40)


def test_the_default_cites_only_grounds_of_the_law_of_today():
    grounds = {rule.ground for rule in load_policy().kinds.values()}
    assert all(not CATALOGUE[ground].is_retired for ground in grounds)


def test_an_organisation_changes_one_thing_and_the_rest_stays(read):
    policy = read('[kinds.state]\naction = "redact"\n')
    assert policy.kinds[Kind.STATE].action is Action.REDACT
    assert policy.kinds[Kind.STATE].ground == "5.1.2.i"
    assert policy.kinds[Kind.PERSON] == load_policy().kinds[Kind.PERSON]


@pytest.mark.parametrize("written", ["5.1,2,f", "(5.1.2f)", "art. 5.1 lid 2 sub f"])
def test_a_ground_may_be_written_in_any_notation(read, written):
    policy = read(f'[kinds.company]\nground = "{written}"\n')
    assert policy.kinds[Kind.COMPANY].ground == "5.1.2.f"


def test_a_scope_has_its_ground_and_its_items(read):
    policy = read('[scope]\nitems = ["4", "Rondvraag"]\n')
    assert policy.scope.items == ("4", "Rondvraag")
    assert policy.kinds[Kind.SCOPE].ground == policy.scope.ground == "4.1.4"


def test_a_threshold_for_all_kinds_gives_way_to_one_for_a_kind(read):
    policy = read("redact_from = 0.5\n[kinds.bsn]\nredact_from = 0.9\n")
    assert policy.kinds[Kind.PERSON].redact_from == 0.5
    assert policy.kinds[Kind.BSN].redact_from == 0.9


def test_a_file_saved_with_a_byte_order_mark_is_read(tmp_path):
    file = tmp_path / "beleid.toml"
    file.write_bytes(b"\xef\xbb\xbfkeep = ['Piet']\n")
    assert load_policy(file).keep == ("Piet",)


@pytest.mark.parametrize(
    ("text", "key", "allowed"),
    [
        ("colour = 1", "colour", "keep"),
        ('[kinds.persoon]\nground = "5.1.2.e"', "kinds.persoon", "person"),
        ('[kinds.person]\ngrond = "5.1.2.e"', "kinds.person.grond", "ground"),
        ('[kinds.person]\nground = "5.1.2"', "kinds.person.ground", "noem het onderdeel"),
        ('[kinds.person]\nground = "5.1.1.f"', "kinds.person.ground", "5.1.2.e"),
        ('[kinds.person]\nground = "10.2.e"', "kinds.person.ground", "Wob"),
        ("[kinds.person]\nground = 5", "kinds.person.ground", "tekst"),
        ('[kinds.person]\naction = "weg"', "kinds.person.action", "redact, keep, look"),
        ('[kinds.person]\npasses = "ja"', "kinds.person.passes", "true of false"),
        ("[kinds.person]\nredact_from = 85", "kinds.person.redact_from", "van 0 tot en met 1"),
        ("[kinds.person]\nredact_from = true", "kinds.person.redact_from", "van 0 tot en met 1"),
        ("[kinds.person]\nlook_from = 0.9", "kinds.person.look_from", "redact_from"),
        ("redact_from = 2", "redact_from", "van 0 tot en met 1"),
        ("kinds = 1", "kinds", "[kinds]"),
        ("kinds.person = 1", "kinds.person", "[kinds.person]"),
        ('[kinds.scope]\nground = "4.1.4"', "kinds.scope", "[scope]"),
        ('[roles.baas]\naction = "keep"', "roles.baas", "office_holder"),
        ('[roles.citizen]\nkinds = ["mens"]', "roles.citizen.kinds", "person"),
        ("[roles.citizen]\nkinds = []", "roles.citizen.kinds", "person"),
        ('keep = "Piet"', "keep", "lijst"),
        ('keep = ["", "Piet"]', "keep", "lijst"),
        ('[scope]\nitems = ["4"]\nkeep_only = ["5"]', "scope.items", "een van beide"),
        ("[scope]\nitems = [4]", "scope.items", "lijst"),
        ('[organisation]\nnaam = "X"', "organisation.naam", "public_functions"),
        ("[organisation]\nname = 3", "organisation.name", "tekst"),
        ('terms = ["x"]', "terms", "[[terms]]"),
        ('[[terms]]\ntext = "Piet"', "terms nummer 1.ground", "tekst"),
        ('[[terms]]\ntext = "--"\nground = "5.1.2.e"', "terms nummer 1.text", "letter of cijfer"),
        ('[[passages]]\nphrase = "*"\nkind = "state"\nweight = 1', "passages nummer 1", "woord"),
        ('[[passages]]\nphrase = "ab*"\nkind = "state"\nweight = 1', "passages nummer 1", "vier"),
    ],
)
def test_a_fault_names_the_key_and_what_is_allowed(refusal, text, key, allowed):
    message = refusal(text)
    assert f"'{key}" in message
    assert allowed in message


def test_a_syntax_error_names_the_line_and_quotes_nothing(refusal):
    message = refusal(f'keep = ["{NAME}"]\nkeep = [{NAME}\n')
    assert "regel 2" in message
    assert "Zwaantje" not in message


def test_a_file_that_is_absent_is_refused_in_plain_words(tmp_path):
    with pytest.raises(PolicyError, match="kan niet worden gelezen"):
        load_policy(tmp_path / "weg.toml")


def test_a_file_that_is_no_text_is_refused(tmp_path):
    file = tmp_path / "beleid.toml"
    file.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(PolicyError, match="UTF-8"):
        load_policy(file)


def test_no_message_and_no_repr_shows_a_name_of_the_policy(read, refusal):
    swapped = f'[[terms]]\ntext = "5.1.2.e"\nground = "{NAME}"\n'
    assert "Zwaantje" not in refusal(swapped)
    policy = read(f'keep = ["{NAME}"]\n[[terms]]\ntext = "{NAME}"\nground = "5.1.2.e"\n')
    assert "Zwaantje" not in repr(policy)


def test_terms_of_the_command_come_after_those_of_the_file(read):
    policy = read('keep = ["Jan"]\n[[terms]]\ntext = "Piet"\nground = "5.1.2.e"\n')
    policy = with_terms(policy, ["Project A=B=5.1,2,i"], ["Klaas"])
    assert [(term.text, term.ground) for term in policy.terms] == [
        ("Piet", "5.1.2.e"),
        ("Project A=B", "5.1.2.i"),
    ]
    assert policy.keep == ("Jan", "Klaas")


@pytest.mark.parametrize("term", [NAME, f"{NAME}=5.1.2", f"{NAME}=", "=5.1.2.e", f"5.1.2.e={NAME}"])
def test_a_term_without_text_or_ground_is_refused_and_not_quoted(term):
    with pytest.raises(PolicyError) as caught:
        with_terms(load_policy(), ["Jan=5.1.2.e", term], [])
    assert "--term nummer 2" in caught.value.message
    assert "Zwaantje" not in caught.value.message


def test_the_kind_of_a_term_follows_from_its_ground_unless_given(read):
    policy = read(
        '[[terms]]\ntext = "a"\nground = "5.1.1.d"\n'
        '[[terms]]\ntext = "b"\nground = "5.1.2.e"\nkind = "address"\n'
    )
    assert [term.kind for term in policy.terms] == [Kind.HEALTH, Kind.ADDRESS]


def test_every_ground_of_today_gives_a_term_its_kind():
    for code, ground in CATALOGUE.items():
        if not ground.is_retired:
            added = with_terms(load_policy(), [f"tekst={code}"], [])
            assert added.terms[-1].ground == code


def test_a_policy_can_travel_to_a_worker(read):
    policy = read('keep = ["Jan"]\n')
    assert pickle.loads(pickle.dumps(policy)) == policy  # noqa: S301  our own bytes


def test_the_default_explains_itself_in_dutch():
    text = (resources.files("redact.policy") / "default.toml").read_text("utf-8")
    assert text.count("#") > 30
