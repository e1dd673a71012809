"""Signing in at an OpenID provider."""

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit, urlunsplit

import pytest
from httpx2 import get
from starlette.testclient import TestClient

from pipeline.review.access.access import open_access
from pipeline.review.access.account import Role
from pipeline.review.app import create_app
from pipeline.review.settings import Mode, Provider
from tests.pipeline.review.openid import CLIENT, OTHER_KEY, provider
from tests.pipeline.review.serving import make_settings, running

ANNA = {"sub": "42", "preferred_username": "Anna", "name": "Anna Jansen", "groups": ["woo-lezers"]}
ROLES = (("woo-lezers", Role.REVIEWER), ("woo-juristen", Role.OFFICER))


@pytest.fixture
def openid(clock):
    with provider(clock.now) as running_provider:
        running_provider.claims = dict(ANNA)
        yield running_provider


@pytest.fixture
def oidc_access(tmp_path, clock, openid, database):
    known = Provider(openid.issuer, CLIENT, roles=ROLES, name="de gemeente")
    settings = make_settings(tmp_path, mode=Mode.OIDC, provider=known)
    access = open_access(replace(settings, database=database or settings.database), clock)
    yield access
    access.engine.dispose()


@pytest.fixture
def make_client(oidc_access):
    app = create_app(oidc_access.settings, oidc_access)

    def make():
        client = TestClient(app, base_url=oidc_access.settings.address, follow_redirects=False)
        client.headers["accept"] = "text/html"
        return client

    return make


def fly(client, onward="/wachtwoord"):
    """Go to the provider and come back; return where the browser comes back to."""
    off = client.get("/aanmelden/oidc", params={"naar": onward})
    assert off.status_code == 303
    there = get(off.headers["location"])
    return urlunsplit(("", "", *urlsplit(there.headers["location"])[2:]))


def test_somebody_with_a_role_gets_in_where_they_were_going(make_client, oidc_access):
    client = make_client()
    answer = client.get(fly(client))
    assert answer.headers["location"] == "/wachtwoord"
    account = oidc_access.visitor(client.cookies[oidc_access.settings.cookie])
    assert (account.name, account.display, account.roles) == (
        "anna",
        "Anna Jansen",
        {Role.REVIEWER},
    )
    assert account.is_elsewhere


def test_the_way_to_where_somebody_was_going_may_be_long(make_client):
    onward = "/stukken/1?soort=" + "x" * 600
    client = make_client()
    assert client.get(fly(client, onward)).headers["location"] == onward


def test_roles_follow_the_provider_at_every_sign_in(make_client, oidc_access, openid):
    client = make_client()
    client.get(fly(client))
    openid.claims["groups"] = "woo-juristen"
    client.get(fly(client))
    assert [(one.name, one.roles) for one in oidc_access.listed()] == [("anna", {Role.OFFICER})]


def test_somebody_without_a_role_stays_outside_and_gets_no_account(
    make_client, oidc_access, openid
):
    openid.claims["groups"] = ["iets anders"]
    client = make_client()
    answer = client.get(fly(client))
    assert answer.status_code == 401
    assert "nog geen rol" in answer.text
    assert oidc_access.listed() == []


def test_claims_that_the_token_lacks_are_asked_for(make_client, oidc_access, openid):
    del openid.claims["groups"]
    openid.userinfo = {"sub": "42", "groups": ["woo-lezers"]}
    client = make_client()
    client.get(fly(client))
    assert oidc_access.listed()[0].roles == {Role.REVIEWER}


def test_claims_about_somebody_else_count_for_nothing(make_client, oidc_access, openid):
    del openid.claims["groups"]
    openid.userinfo = {"sub": "43", "groups": ["woo-lezers"]}
    client = make_client()
    assert client.get(fly(client)).status_code == 401
    assert oidc_access.listed() == []


@pytest.mark.parametrize(
    "lies",
    [
        {"iss": "http://127.0.0.1:1"},
        {"aud": "another"},
        {"aud": [CLIENT, "another"], "azp": "another"},
        {"nonce": "another"},
        {"nonce": None},
        {"exp": 1},
        {"sub": None},
    ],
)
def test_an_identity_that_is_not_for_us_is_refused(make_client, oidc_access, openid, lies):
    openid.lies = lies
    client = make_client()
    answer = client.get(fly(client))
    assert answer.status_code == 401
    assert "Anna" not in answer.text
    assert oidc_access.listed() == []


def test_an_identity_that_another_signed_is_refused(make_client, oidc_access, openid):
    openid.key = OTHER_KEY
    client = make_client()
    assert client.get(fly(client)).status_code == 401
    assert oidc_access.listed() == []


def test_a_way_back_works_once(make_client):
    client = make_client()
    back = fly(client)
    assert client.get(back).status_code == 303
    assert client.get(back).status_code == 401


def test_a_way_back_works_in_the_browser_that_began_only(make_client, oidc_access):
    one, other = make_client(), make_client()
    back = fly(one)
    fly(other)
    assert other.get(back).status_code == 401
    assert oidc_access.listed() == []


def test_a_state_that_is_not_ours_is_refused(make_client):
    client = make_client()
    code = parse_qs(urlsplit(fly(client)).query)["code"][0]
    answer = client.get("/aanmelden/oidc/terug", params={"code": code, "state": "another"})
    assert answer.status_code == 401


def test_a_sign_in_that_takes_too_long_begins_anew(make_client, clock):
    client = make_client()
    back = fly(client)
    clock.now += 601
    assert client.get(back).status_code == 401


def test_who_turns_round_at_the_provider_is_told(make_client, openid):
    openid.refuses = True
    client = make_client()
    assert "daar afgebroken" in client.get(fly(client)).text


def test_who_is_shut_out_here_stays_out(make_client, oidc_access):
    client = make_client()
    client.get(fly(client))
    account = oidc_access.listed()[0]
    with oidc_access.act() as (connection, now):
        from pipeline.review.access.accounts import disable

        disable(connection, account.id, now)
    assert client.get(fly(client)).status_code == 401


def test_a_name_that_somebody_has_already_is_told_apart(make_client, oidc_access, openid):
    client = make_client()
    client.get(fly(client))
    openid.claims["sub"] = "43"
    client.get(fly(client))
    names = [one.name for one in oidc_access.listed()]
    assert len(names) == len(set(names)) == 2


def test_a_provider_that_is_not_there_is_told(oidc_access):
    gone = replace(oidc_access.settings.provider, issuer="http://127.0.0.1:1")
    access = replace(oidc_access, settings=replace(oidc_access.settings, provider=gone))
    client = TestClient(create_app(access.settings, access), base_url=access.settings.address)
    answer = client.get("/aanmelden/oidc", headers={"accept": "text/html"})
    assert answer.status_code == 502
    assert "niet te bereiken" in answer.text


def test_a_password_opens_nothing_where_people_sign_in_elsewhere(make_client):
    client = make_client()
    page = client.get("/aanmelden").text
    token = page.partition('name="form-token" content="')[2].partition('"')[0]
    fields = {"name": "anna", "password": "x", "form_token": token}
    assert client.post("/aanmelden", data=fields).status_code == 404


def test_the_whole_way_in_a_browser(tmp_path, browser, openid, clock):
    known = Provider(openid.issuer, CLIENT, roles=ROLES, name="de gemeente")
    with running(tmp_path, clock=clock, mode=Mode.OIDC, provider=known) as server:
        page = server.page(browser)
        page.goto("/_ontwerp")
        page.get_by_role("link", name="Aanmelden bij de gemeente").click()
        page.wait_for_url("**/_ontwerp")
        assert page.get_by_text("Anna Jansen").first.is_visible()
        assert server.unforgiven() == []
