"""What every request passes: nobody comes in unseen, and no other site acts in somebody's name."""

import logging
import re
from dataclasses import replace

import pytest
from fastapi import APIRouter, FastAPI, Request
from starlette.testclient import TestClient

from pipeline.review import design
from pipeline.review.access.account import Role
from pipeline.review.access.gate import OPEN
from pipeline.review.access.sessions import form_token
from pipeline.review.app import ROUTERS, create_app
from tests.pipeline.review.serving import PASSWORD, add_account, make_settings

CANARY = "Zwaantje Bruinsmakanarie"
ACT = "/_ontwerp/handeling"
KEY = {"idempotency-key": "7e1b1d8e-3f57-4a28-9f8e-2d1c9d0f7a11"}


def paths():
    app = FastAPI(openapi_url=None, docs_url=None, redoc_url=None)
    for router in (*ROUTERS, design.router):
        app.include_router(router)
    return list(walk(app.router))


def walk(router, prefix=""):
    """Yield the path and method of every route; FastAPI keeps routers within routers."""
    for route in router.routes:
        if hasattr(route, "methods"):
            yield from ((prefix + route.path, method) for method in route.methods)
        else:
            yield from walk(route.original_router, prefix + route.include_context.prefix)


def test_every_page_is_shut_for_who_has_not_signed_in(client_for):
    client = client_for()
    shut = [(path, method) for path, method in paths() if not path.startswith(OPEN)]
    assert len(shut) > 8
    for path, method in shut:
        answer = client.request(method, re.sub(r"{\w+}", "x", path))
        assert answer.status_code == 401, (path, method)
        assert answer.json()["signed_out"]


def test_a_person_is_shown_the_door_and_led_back(client_for):
    client = client_for()
    answer = client.get("/beheer/accounts?x=1", headers={"accept": "text/html"})
    assert answer.status_code == 303
    assert answer.headers["location"] == "/aanmelden?naar=/beheer/accounts"


@pytest.mark.parametrize(
    "path", ["https://evil.example/", "//evil.example", "/\\evil.example", "javascript:alert(1)"]
)
def test_signing_in_never_leads_to_another_site(client_for, path):
    client = client_for(Role.OFFICER)
    answer = client.get("/aanmelden", params={"naar": path})
    assert answer.headers["location"] == "/"


def test_an_act_with_the_token_of_the_page_is_done(client_for):
    assert client_for(Role.OFFICER).post(ACT, json={"word": "ja"}, headers=KEY).status_code == 200


@pytest.mark.parametrize(
    "sent",
    [
        {"x-form-token": ""},
        {"x-form-token": "0" * 64},
        {"origin": "https://evil.example"},
        {"origin": "http://127.0.0.1:9999"},
        {"origin": "null", "sec-fetch-site": "cross-site"},
        {"origin": "null", "sec-fetch-site": "same-site"},
    ],
)
def test_an_act_from_elsewhere_is_refused(client_for, sent):
    client = client_for(Role.OFFICER)
    answer = client.post(ACT, json={"word": "nu"}, headers=KEY | sent)
    assert answer.status_code == 403


def test_the_token_of_somebody_else_is_no_use(client_for):
    one, other = client_for(Role.OFFICER), client_for(Role.REVIEWER)
    token = {"x-form-token": other.headers["x-form-token"]}
    assert one.post(ACT, json={"word": "nu"}, headers=KEY | token).status_code == 403


def test_a_form_carries_its_token_in_a_field(client_for):
    client = client_for(Role.OFFICER)
    token = client.headers.pop("x-form-token")
    assert client.post("/afmelden", data={"form_token": "0"}).status_code == 403
    assert client.post("/afmelden", data={"form_token": token}).status_code == 303


def test_a_form_too_long_to_look_into_is_refused(client_for):
    client = client_for(Role.OFFICER)
    token = client.headers.pop("x-form-token")
    answer = client.post("/afmelden", data={"x": "a" * 100_000, "form_token": token})
    assert answer.status_code == 403


def test_before_signing_in_a_form_follows_a_cookie_too(client_for, access):
    add_account(access, "anna", Role.OFFICER)
    client = client_for()
    fields = {"name": "anna", "password": PASSWORD}
    for token in ("", form_token(""), "0"):
        assert client.post("/aanmelden", data=fields | {"form_token": token}).status_code == 403


def test_signing_in_takes_over_no_session_that_was_planted(client_for, access):
    client = client_for(Role.OFFICER)
    add_account(access, "anna", Role.REVIEWER)
    planted = client.cookies[access.settings.cookie]
    fields = {"name": "anna", "password": PASSWORD}
    answer = client.post("/aanmelden", data=fields)
    assert answer.status_code == 200
    assert answer.cookies[access.settings.cookie] != planted
    assert access.visitor(planted) is None


def test_signing_in_too_often_says_when_to_come_back(client_for):
    client = client_for(Role.OFFICER)
    for _ in range(5):
        assert client.post("/aanmelden", data={"name": "x"}).status_code == 401
    answer = client.post("/aanmelden", data={"name": "x"})
    assert answer.status_code == 429
    assert int(answer.headers["retry-after"]) > 800


def test_signing_out_ends_the_session_at_the_server(client_for, access):
    client = client_for(Role.OFFICER)
    token = client.cookies[access.settings.cookie]
    client.post("/afmelden")
    assert access.visitor(token) is None


@pytest.mark.parametrize("role", [Role.OFFICER, Role.REVIEWER, Role.PUBLISHER])
@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("get", ""),
        ("post", ""),
        ("post", "/x/rollen"),
        ("post", "/x/wachtwoord"),
        ("post", "/x/toegang"),
    ],
)
def test_only_an_administrator_manages_accounts(client_for, role, method, path):
    fields = {"data": {"disabled": "true"}} if method == "post" else {}
    answer = client_for(role).request(method, f"/beheer/accounts{path}", **fields)
    assert answer.status_code == 403
    assert "Uw rol staat dit niet toe" in answer.json()["message"]


def test_who_has_a_first_password_can_only_replace_it(client_for, access):
    _, first = access.add("bob", "dirk", "Dirk", [Role.ADMINISTRATOR])
    client = client_for()
    client.cookies.set(access.settings.cookie, access.sign_in("dirk", first, "here"))
    assert client.get("/beheer/accounts").status_code == 403
    page = client.get("/beheer/accounts", headers={"accept": "text/html"})
    assert page.headers["location"] == "/wachtwoord"
    assert client.get("/wachtwoord").status_code == 200


@pytest.mark.parametrize("path", ["/", "/aanmelden", "/niets", "/gezond", "/beheer/accounts"])
def test_every_answer_shuts_the_doors(client_for, path):
    headers = client_for(Role.ADMINISTRATOR).get(path, headers={"accept": "text/html"}).headers
    policy = headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["cross-origin-opener-policy"] == "same-origin"
    assert headers["cross-origin-resource-policy"] == "same-origin"
    assert headers["cache-control"] == "no-store"


def test_files_that_never_change_are_kept(app, client_for):
    answer = client_for().get(f"{app.state.review.static}/frame.css")
    assert "immutable" in answer.headers["cache-control"]


def test_cookies_are_out_of_reach_and_over_tls_bound_to_the_host(tmp_path, access):
    settings = make_settings(tmp_path, "https://lakwerk.voorbeeld.nl")
    client = TestClient(create_app(settings, access), base_url=settings.address)
    answer = client.get("/aanmelden")
    cookie = answer.headers["set-cookie"].lower()
    assert cookie.startswith("__host-lakwerk-form=")
    for mark in ("httponly", "samesite=lax", "secure", "path=/"):
        assert mark in cookie
    assert "max-age=31536000" in answer.headers["strict-transport-security"]


def test_a_host_that_is_not_ours_gets_nothing(client_for):
    client = client_for(Role.OFFICER)
    assert client.get("/", headers={"host": "evil.example"}).status_code == 400
    assert client.get("/", headers={"host": "localhost:8765"}).status_code == 200


@pytest.fixture
def odd_client(access):
    """Return a client of an application with pages that do odd things, and a low limit."""
    router = APIRouter(prefix="/gezond")

    @router.get("/fout")
    def fault():
        raise ValueError(CANARY)

    @router.get("/getal/{number}")
    def number(number: int):
        return number

    @router.post("/lang")
    async def long(request: Request):
        return len(await request.body())

    app = create_app(replace(access.settings, upload_limit=10_000), access)
    app.include_router(router)
    add_account(access, "anna", Role.OFFICER)
    token = access.sign_in("anna", PASSWORD, "here")
    client = TestClient(app, base_url=access.settings.address)
    client.cookies.set(access.settings.cookie, token)
    client.headers |= {"x-form-token": form_token(token), "accept": "application/json"}
    return client


def test_what_is_sent_has_a_limit_that_is_said(odd_client):
    assert odd_client.post("/gezond/lang", content=b"x" * 10_000).json() == 10_000
    answer = odd_client.post("/gezond/lang", content=b"x" * 10_001)
    assert answer.status_code == 413
    assert "hoogstens 0 MB" in answer.json()["message"]


def test_the_limit_holds_for_what_comes_without_a_length(odd_client):
    chunks = (b"x" * 1000 for _ in range(11))
    assert odd_client.post("/gezond/lang", content=chunks).status_code == 413


def test_the_usual_limit_is_far_below_two_gigabytes(client_for):
    sent = {"content-length": str(2_000_000_000)}
    answer = client_for(Role.OFFICER).post(ACT, headers=KEY | sent, content=b"")
    assert answer.status_code == 413
    assert "hoogstens 500 MB" in answer.json()["message"]


def test_an_error_tells_neither_the_screen_nor_the_log_what_it_says(odd_client, caplog):
    caplog.set_level(logging.DEBUG)
    answer = odd_client.get("/gezond/fout")
    assert answer.status_code == 500
    assert CANARY not in answer.text
    assert CANARY not in caplog.text
    assert "ValueError at fault" in caplog.text


def test_a_wrong_value_is_not_repeated(odd_client, caplog):
    answer = odd_client.get(f"/gezond/getal/{CANARY}")
    assert answer.status_code == 422
    assert CANARY not in answer.text + caplog.text


def test_a_name_with_a_script_in_it_is_text(client_for, access):
    client = client_for(Role.ADMINISTRATOR)
    access.add("bob", "evil", "<script>alert(1)</script>", [])
    page = client.get("/beheer/accounts", headers={"accept": "text/html"}).text
    assert "&lt;script&gt;alert(1)" in page
    assert "<script>alert" not in page
