import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.detect.contact.email import find_email
from redact.finding import Role


def found(text):
    return [(text[m.start : m.end], m.score, m.role) for m in find_email(text)]


@pytest.mark.parametrize(
    "address",
    [
        "jan.jansen@voorbeeld.nl",
        "j.a.m.de-boer+woo@ons-dorp.voorbeeld.nl",
        "F.Yılmaz@voorbeeld.nl",
        "josé.núñez@voorbeeld.eu",
        "o'brien@voorbeeld.ie",
        "JAN@VOORBEELD.NL",
        "jan_1980@hotmail.com",
        "info@gmail.com",
        "jan@a.b.c.voorbeeld.museum",
        "ab.j@minvoorbeeld.nl",
    ],
)
@pytest.mark.parametrize(
    "sentence",
    ["{}", "Mail {}.", "<{}>", "mailto:{}", "Van: J. Jansen [{}]", "'{}'", "({}),", "E:{};a@b.nl"],
)
def test_an_address_goes_as_a_whole(address, sentence):
    assert (address, 0.99, Role.UNKNOWN) in found(sentence.format(address))


@pytest.mark.parametrize(
    "address",
    [
        "jan.jansen [at] voorbeeld.nl",
        "jan.jansen(at)voorbeeld.nl",
        "jan [at] voorbeeld [punt] nl",
        "jan.jansen apenstaartje voorbeeld.nl",
        "jan {at} voorbeeld {dot} com",
    ],
)
def test_an_address_in_disguise_goes(address):
    assert found(f"Mail naar {address} voor vrijdag") == [(address, 0.95, Role.UNKNOWN)]


@pytest.mark.parametrize(
    "address",
    [
        "jan.jansen@ voorbeeld.nl",
        "jan.jansen @voorbeeld.nl",
        "jan.jansen @ voorbeeld.nl",
        "jan.jansen@voorbeeld. nl",
        "jan.jansen@voorbeeld .nl",
    ],
)
def test_an_address_with_a_blank_in_it_goes_if_its_local_part_is_two_names(address):
    assert found(f"Mail naar {address} voor vrijdag") == [(address, 0.9, Role.UNKNOWN)]


def test_an_address_with_a_blank_in_it_is_worth_a_look():
    assert found("Mail naar jansen@ voorbeeld.nl") == [("jansen@ voorbeeld.nl", 0.8, Role.UNKNOWN)]


@pytest.mark.parametrize(
    "address",
    [
        "info@onsdorp.voorbeeld.nl",
        "GRIFFIE@voorbeeld.nl",
        "no-reply@voorbeeld.nl",
        "woo-verzoeken@voorbeeld.nl",
        "secretariaat.burgemeester@voorbeeld.nl",
        "team_handhaving@voorbeeld.nl",
        "bezwaar@ voorbeeld.nl",
        "contactpersoonwoo@voorbeeld.nl",
        "postbusWoo@voorbeeld.nl",
    ],
)
def test_a_general_mailbox_stays(address):
    assert [(a, role) for a, _, role in found(f"Mail {address}!")] == [(address, Role.ORGANISATION)]


@pytest.mark.parametrize("address", ["info.jansen@voorbeeld.nl", "woonbos@voorbeeld.nl"])
def test_a_box_with_a_word_that_is_no_subject_goes(address):
    assert [role for _, _, role in found(address)] == [Role.UNKNOWN]


@pytest.mark.parametrize(
    "text",
    [
        "E @uwv.nl",
        "E-mailadres @uwv.nl",
        "en @uwv.nl",
        "mail naar @voorbeeld.nl",
        "3 stuks @ 4 euro",
        "we zien elkaar (at) kantoor",
        "@Jan kun jij dit oppakken?",
        "zie www.voorbeeld.nl",
        "jan@voorbeeld",
        "@",
        "a@",
    ],
)
def test_what_has_no_local_part_or_no_domain_is_no_address(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "page"),
    [
        ("zie https://www.linkedin.com/in/jan-jansen-1a2b/ en", None),
        ("linkedin.com/in/jan-jansen", None),
        ("op facebook.com/jan.jansen.", "facebook.com/jan.jansen"),
        ("Instagram: @jan_jansen", "@jan_jansen"),
        ("X: @janjansen80", "@janjansen80"),
    ],
)
def test_a_personal_page_goes(text, page):
    page = page or text.removeprefix("zie ").removesuffix(" en")
    assert found(text) == [(page, 0.9, Role.UNKNOWN)]


def test_the_page_of_a_public_body_stays():
    assert [role for _, _, role in found("twitter.com/gemeenteonsdorp")] == [Role.ORGANISATION]


letters = st.text("abcdefghijklmnopqrstuvwxyz0123456789", min_size=1, max_size=8)
locals_ = st.lists(letters, min_size=1, max_size=3).map(".".join)


@given(locals_, letters, st.sampled_from(["nl", "com", "amsterdam"]))
def test_every_address_is_found_whole(local, domain, top):
    address = f"zq{local}@{domain}.{top}"
    assert [a for a, _, _ in found(f"Reactie van {address}, ontvangen.")] == [address]


def test_a_long_run_of_letters_takes_no_time():
    assert found("a" * 200_000 + "@") == []
    assert found("a.a-" * 50_000 + "@" + "a." * 50_000) == []
