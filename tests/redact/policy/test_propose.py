"""What a policy makes of a finding."""

from dataclasses import replace

import pytest

from redact.finding import Action, Entity, Finding, Kind, Role
from redact.policy import load_policy, propose, with_terms
from redact.policy.values import OfficeHolders, Organisation

DEFAULT = load_policy()


def person(*mentions, role=Role.UNKNOWN):
    return Entity("e1", Kind.PERSON, role, mentions)


def ruled(document, *findings, entities=(), policy=DEFAULT):
    proposals = propose(document, findings, entities, policy)
    return [(proposal.action, proposal.ground) for proposal in proposals]


def test_a_sure_name_goes_a_doubtful_one_is_looked_at_and_a_vague_one_stays(document, found):
    page = document("Piet, Bakker en Zon")
    findings = [
        found(page, "Piet", score=0.85),
        found(page, "Bakker", score=0.84),
        found(page, "Zon", score=0.39),
    ]
    assert ruled(page, *findings) == [
        (Action.REDACT, "5.1.2.e"),
        (Action.LOOK, "5.1.2.e"),
        (Action.KEEP, None),
    ]


@pytest.mark.parametrize(
    ("role", "action"),
    [
        (Role.OFFICE_HOLDER, Action.KEEP),
        (Role.AUTHOR, Action.KEEP),
        (Role.HISTORIC, Action.KEEP),
        (Role.ORGANISATION, Action.KEEP),
        (Role.CITIZEN, Action.REDACT),
        (Role.CIVIL_SERVANT, Action.REDACT),
        (Role.ADVISER, Action.REDACT),
        (Role.UNKNOWN, Action.REDACT),
    ],
)
def test_the_role_decides_whether_a_name_goes(document, found, role, action):
    page = document("Piet")
    assert ruled(page, found(page, "Piet", role=role))[0][0] is action


def test_a_person_once_introduced_as_alderman_is_kept_everywhere(document, found):
    pages = document("Wethouder De Wit opent.", "De Wit sluit.")
    first, again = found(pages, "De Wit"), found(pages, "De Wit", nth=1, score=0.6)
    entity = person(first, again, role=Role.OFFICE_HOLDER)
    assert ruled(pages, first, again, entities=[entity]) == [(Action.KEEP, None)] * 2


def test_a_person_surely_named_once_goes_everywhere(document, found):
    pages = document("Mevrouw J. Linde was er.", "Linde belde.")
    first, again = found(pages, "J. Linde"), found(pages, "Linde", nth=1, score=0.5)
    assert (
        ruled(pages, first, again, entities=[person(first, again)])
        == [
            (Action.REDACT, "5.1.2.e"),
        ]
        * 2
    )


def test_a_mail_address_of_a_public_person_still_goes(document, found):
    page = document("De Wit, dewit@stad.example")
    name, mail = found(page, "De Wit"), found(page, "dewit", Kind.EMAIL)
    entity = person(name, mail, role=Role.OFFICE_HOLDER)
    assert ruled(page, name, mail, entities=[entity]) == [
        (Action.KEEP, None),
        (Action.REDACT, "5.1.2.e"),
    ]


def test_a_general_mail_address_stays(document, found):
    page = document("info@stad.example")
    mail = found(page, "info@stad.example", Kind.EMAIL, role=Role.ORGANISATION)
    assert ruled(page, mail) == [(Action.KEEP, None)]


def test_a_passage_is_looked_at_under_its_ground(document, found):
    page = document("Wij adviseren dit niet te doen.")
    passage = found(page, "Wij adviseren dit niet te doen.", Kind.OPINION, score=0.84)
    assert ruled(page, passage) == [(Action.LOOK, "5.2.1")]


def test_a_passage_goes_when_the_policy_says_so(document, found):
    rule = replace(DEFAULT.kinds[Kind.OPINION], action=Action.REDACT)
    policy = replace(DEFAULT, kinds={**DEFAULT.kinds, Kind.OPINION: rule})
    page = document("Sterk. Zwak.")
    strong = found(page, "Sterk.", Kind.OPINION, score=0.7)
    weak = found(page, "Zwak.", Kind.OPINION, score=0.45)
    assert ruled(page, strong, weak, policy=policy) == [
        (Action.REDACT, "5.2.1"),
        (Action.LOOK, "5.2.1"),
    ]


def test_a_kept_name_stays_wherever_its_person_is_mentioned(document, found):
    pages = document("ANNA DE BOER spreekt.", "De Boer zwijgt.")
    policy = with_terms(DEFAULT, [], ["Anna de Boer"])
    full, short = found(pages, "ANNA DE BOER"), found(pages, "De Boer")
    assert (
        ruled(pages, full, short, entities=[person(full, short)], policy=policy)
        == [
            (Action.KEEP, None),
        ]
        * 2
    )


def test_a_kept_first_name_does_not_keep_the_person_who_bears_it(document, found):
    pages = document("Anna de Boer spreekt.", "Anna zwijgt.")
    policy = with_terms(DEFAULT, [], ["Anna"])
    full, short = found(pages, "Anna de Boer"), found(pages, "Anna", nth=1)
    assert ruled(pages, full, short, entities=[person(full, short)], policy=policy) == [
        (Action.REDACT, "5.1.2.e"),
        (Action.KEEP, None),
    ]


def test_a_name_inside_a_kept_text_stays_even_over_a_line_break(document, found):
    page = document("De Jan Mulder\nStichting en Jan Mulder.")
    policy = with_terms(DEFAULT, [], ["Jan Mulder Stichting"])
    findings = found(page, "Jan Mulder"), found(page, "Jan Mulder", nth=1)
    assert ruled(page, *findings, policy=policy) == [
        (Action.KEEP, None),
        (Action.REDACT, "5.1.2.e"),
    ]


def test_a_name_inside_the_organisations_own_name_stays(document, found):
    page = document("Stichting Jan Mulder")
    policy = replace(DEFAULT, organisation=Organisation(name="Stichting Jan Mulder"))
    assert ruled(page, found(page, "Jan Mulder"), policy=policy) == [(Action.KEEP, None)]


def test_a_kept_text_does_not_keep_a_passage_around_or_equal_to_it(document, found):
    page = document("Zeg het niet.")
    policy = with_terms(DEFAULT, [], ["Zeg het niet."])
    assert ruled(page, found(page, "Zeg het niet.", Kind.STATE, score=0.6), policy=policy) == [
        (Action.LOOK, "5.1.2.i")
    ]


def test_a_term_goes_before_the_list_of_what_stays(document, found):
    page = document("Anna")
    policy = with_terms(DEFAULT, ["Anna=5.1.2.h"], ["Anna"])
    term = replace(found(page, "Anna", Kind.STATE, score=1.0), source="term:0")
    assert ruled(page, term, policy=policy) == [(Action.REDACT, "5.1.2.h")]


def test_each_term_has_its_own_ground(document, found):
    page = document("Anna en Piet")
    policy = with_terms(DEFAULT, ["Anna=5.1.2.h", "Piet=5.1.2.f"], [])
    findings = (
        replace(found(page, name), source=f"term:{number}")
        for number, name in enumerate(["Anna", "Piet"])
    )
    grounds = [ground for _, ground in ruled(page, *findings, policy=policy)]
    assert grounds == ["5.1.2.h", "5.1.2.f"]


@pytest.mark.parametrize(
    "line",
    [
        "programmadirecteur Anna Vos",
        "Programmadirecteur mevrouw Anna Vos",
        "Anna Vos, programmadirecteur",
        "Anna Vos (programmadirecteur)",
        "Anna Vos is de programmadirecteur",
    ],
)
def test_the_holder_of_an_own_public_function_stays(document, found, line):
    pages = document(line, "Anna Vos gaat.")
    organisation = Organisation(public_functions=("programmadirecteur",))
    policy = replace(DEFAULT, organisation=organisation)
    both = found(pages, "Anna Vos"), found(pages, "Anna Vos", nth=1)
    assert (
        ruled(pages, *both, entities=[person(*both)], policy=policy)
        == [
            (Action.KEEP, None),
        ]
        * 2
    )


@pytest.mark.parametrize("written", ["Anna de Vos", "A. de Vos", "Vos, A. de"])
def test_a_listed_office_holder_stays_at_every_mention(document, found, written):
    page = document(f"Volgens {written} gaat het goed.", "De Vos gaat.")
    policy = replace(DEFAULT, office_holders=OfficeHolders(names=("Anna de Vos",)))
    both = found(page, written), found(page, "De Vos")
    assert ruled(page, *both, entities=[person(*both)], policy=policy) == [(Action.KEEP, None)] * 2


def test_another_of_the_same_surname_is_no_listed_office_holder(document, found):
    page = document("Volgens Piet de Vos gaat het goed.")
    policy = replace(DEFAULT, office_holders=OfficeHolders(names=("Anna de Vos",)))
    assert ruled(page, found(page, "Piet de Vos"), policy=policy) == [(Action.REDACT, "5.1.2.e")]


def test_an_office_that_has_another_name_here_keeps_its_holder(document, found):
    page = document("De wijkburgemeester, Anna Vos, opent.")
    policy = replace(DEFAULT, office_holders=OfficeHolders(titles=("wijkburgemeester",)))
    assert ruled(page, found(page, "Anna Vos"), policy=policy) == [(Action.KEEP, None)]


@pytest.mark.parametrize(
    "line",
    ["Anna Vos sprak met de programmadirecteur", "de programmadirecteur belde Anna Vos"],
)
def test_who_only_meets_a_public_function_does_not_stay(document, found, line):
    page = document(line)
    organisation = Organisation(public_functions=("programmadirecteur",))
    policy = replace(DEFAULT, organisation=organisation)
    assert ruled(page, found(page, "Anna Vos"), policy=policy) == [(Action.REDACT, "5.1.2.e")]


def test_mail_at_an_own_domain_is_told_to_be_a_civil_servants(document, found):
    page = document("a.vos@post.stad.example en a.vos@elders.example")
    rule = replace(DEFAULT.roles[Role.CIVIL_SERVANT], kinds=frozenset({Kind.EMAIL}))
    policy = replace(
        DEFAULT,
        organisation=Organisation(domains=("stad.example",)),
        roles={Role.CIVIL_SERVANT: rule},
    )
    own, other = (found(page, "a.vos", Kind.EMAIL, nth=nth) for nth in (0, 1))
    reasons = [proposal.reason for proposal in propose(page, [own, other], [], policy)]
    assert ["ambtenaar" in reason for reason in reasons] == [True, False]


def test_the_reason_holds_the_findings_own_and_the_policys(document, found):
    page = document("Piet")
    reason = propose(page, [found(page, "Piet")], [], DEFAULT)[0].reason
    assert reason == "Zo gezien. Het beleid laat deze soort weg (5.1.2.e)."


def test_proposals_come_in_reading_order_with_stable_ids_and_their_entity(document, found):
    pages = document("Piet en Anna", "Piet")
    findings = [found(pages, "Piet", nth=1), found(pages, "Anna"), found(pages, "Piet")]
    entity = person(findings[0], findings[2])
    once = propose(pages, findings, [entity], DEFAULT)
    again = propose(pages, reversed(findings), [entity], DEFAULT)
    assert once == again
    assert [proposal.spans[0][:2] for proposal in once] == [(0, 0), (0, 8), (1, 0)]
    assert [proposal.entity for proposal in once] == ["e1", None, "e1"]
    assert len({proposal.id for proposal in once}) == 3


def test_the_id_depends_on_the_bytes_the_place_and_the_kind_only(document, found):
    page = document("Piet Piet")
    first = found(page, "Piet")
    (proposal,) = propose(page, [first], [], DEFAULT)
    surer = replace(first, score=1.0, source="other", reason="Anders.")
    assert propose(page, [surer], [], DEFAULT)[0].id == proposal.id
    elsewhere = [
        propose(replace(page, sha256="0ther"), [first], [], DEFAULT),
        propose(page, [found(page, "Piet", nth=1)], [], DEFAULT),
        propose(page, [replace(first, kind=Kind.CASE)], [], DEFAULT),
    ]
    assert proposal.id not in {other.id for (other,) in elsewhere}


def test_of_two_findings_of_the_same_the_surest_is_proposed(document, found):
    page = document("Piet")
    weak, strong = found(page, "Piet", score=0.5), found(page, "Piet", score=0.9)
    assert ruled(page, weak, strong) == [(Action.REDACT, "5.1.2.e")]


def test_a_finding_over_a_page_break_is_kept_as_one(document):
    pages = document("met Anna", "Vos erbij")
    from redact.document import Span

    finding = Finding((Span(0, 4, 8), Span(1, 0, 3)), Kind.PERSON, 0.9, "test", "Zo.")
    policy = with_terms(DEFAULT, [], ["Anna Vos"])
    assert ruled(pages, finding, policy=policy) == [(Action.KEEP, None)]
