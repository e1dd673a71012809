"""Accounts, sessions, links and the limit on guessing."""

import contextlib
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from pipeline.review.access import passwords
from pipeline.review.access.access import open_access
from pipeline.review.access.account import Right, Role, right_words, rights, role_words
from pipeline.review.access.attempts import PER_NAME_AND_PLACE, PER_PLACE, WINDOW_S
from pipeline.review.access.errors import (
    AccountError,
    LinkError,
    SignInError,
    TooManyAttemptsError,
)
from pipeline.review.access.sessions import LINK_S
from pipeline.review.access.tables import METADATA
from tests.pipeline.review.serving import PASSWORD, add_account, make_settings


@pytest.fixture
def access(tmp_path, clock, database):
    """Return accounts and sessions in a database of their own, of either sort."""
    settings = make_settings(tmp_path)
    opened = open_access(replace(settings, database=database or settings.database), clock)
    yield opened
    opened.close()


@pytest.fixture
def anna(access):
    return add_account(access, "anna", Role.REVIEWER)


def fail(access, times, name="anna", place="here"):
    for _ in range(times):
        with pytest.raises(SignInError):
            access.sign_in(name, "iets anders dan dat", place)


def test_the_right_password_opens_a_session(access, anna):
    assert access.visitor(access.sign_in(" Anna ", PASSWORD, "here")).id == anna


@pytest.mark.usefixtures("anna")
@pytest.mark.parametrize(
    ("name", "password"), [("anna", "fout"), ("niemand", PASSWORD), ("an\0na", PASSWORD)]
)
def test_a_wrong_name_and_a_wrong_password_are_told_alike(access, name, password):
    with pytest.raises(SignInError, match="horen niet bij elkaar"):
        access.sign_in(name, password, "here")


@pytest.mark.usefixtures("anna")
def test_a_session_is_in_the_database_as_a_hash_only(access):
    token = access.sign_in("anna", PASSWORD, "here")
    with access.act() as (connection, _):
        rows = [connection.execute(table.select()).all() for table in METADATA.sorted_tables]
    dump = str(rows)
    assert "anna" in dump
    assert token not in dump
    assert PASSWORD not in dump


@pytest.mark.usefixtures("anna")
def test_every_sign_in_has_a_session_of_its_own(access):
    one, other = (access.sign_in("anna", PASSWORD, "here") for _ in range(2))
    access.sign_out(one)
    assert access.visitor(one) is None
    assert access.visitor(other) is not None


@pytest.mark.usefixtures("anna")
def test_a_session_ends_when_nobody_uses_it(access, clock):
    token = access.sign_in("anna", PASSWORD, "here")
    clock.now += access.settings.idle_s - 1
    assert access.visitor(token)
    clock.now += access.settings.idle_s + 1
    assert access.visitor(token) is None
    clock.now -= access.settings.idle_s
    assert access.visitor(token) is None  # over is over


@pytest.mark.usefixtures("anna")
def test_looking_for_news_keeps_no_session_alive(access, clock):
    token = access.sign_in("anna", PASSWORD, "here")
    for _ in range(3):
        clock.now += access.settings.idle_s / 2 - 1
        background = access.visitor(token, in_person=False)
    assert background is None


@pytest.mark.usefixtures("anna")
def test_a_session_ends_however_much_it_is_used(access, clock):
    token = access.sign_in("anna", PASSWORD, "here")
    end = clock.now + access.settings.longest_s
    while clock.now + 600 < end:
        clock.now += 600
        assert access.visitor(token)
    clock.now += 1200
    assert access.visitor(token) is None


@pytest.mark.usefixtures("anna")
def test_somebody_who_guesses_has_to_wait(access, clock):
    fail(access, PER_NAME_AND_PLACE)
    with pytest.raises(TooManyAttemptsError, match="15 minuten"):
        access.sign_in("anna", PASSWORD, "here")
    clock.now += WINDOW_S + 1
    assert access.sign_in("anna", PASSWORD, "here")


@pytest.mark.usefixtures("anna")
def test_guessing_elsewhere_locks_nobody_out_here(access):
    fail(access, PER_NAME_AND_PLACE, place="elsewhere")
    assert access.sign_in("anna", PASSWORD, "here")


def test_guessing_at_many_names_from_one_place_is_stopped(access, monkeypatch):
    monkeypatch.setattr(passwords, "is_right", lambda *_: False)  # argon2 is slow on purpose
    for number in range(PER_PLACE):
        fail(access, 1, name=f"naam{number}")
    with pytest.raises(TooManyAttemptsError):
        access.sign_in("nog een", PASSWORD, "here")


@pytest.mark.usefixtures("anna")
def test_who_gets_in_starts_with_a_clean_slate(access):
    fail(access, PER_NAME_AND_PLACE - 1)
    access.sign_in("anna", PASSWORD, "here")
    fail(access, PER_NAME_AND_PLACE - 1)


def test_a_link_works_once(access):
    link = access.one_time_link("ik")
    assert access.visitor(access.sign_in_with_link(link)).roles == set(Role)
    with pytest.raises(LinkError):
        access.sign_in_with_link(link)


def test_of_many_who_use_a_link_at_once_one_gets_in(access):
    link = access.one_time_link("ik")

    def come_in(_):
        with contextlib.suppress(LinkError):
            return access.sign_in_with_link(link)

    with ThreadPoolExecutor(8) as pool:
        tokens = [token for token in pool.map(come_in, range(8)) if token]
    assert len(tokens) == 1


def test_the_database_of_accounts_is_its_owners_only(tmp_path):
    open_access(make_settings(tmp_path)).close()
    assert {file.stat().st_mode & 0o777 for file in tmp_path.glob("access.db*")} == {0o600}


def test_a_link_is_void_when_there_is_a_newer_one(access):
    old, new = access.one_time_link("ik"), access.one_time_link("ik")
    with pytest.raises(LinkError):
        access.sign_in_with_link(old)
    assert access.sign_in_with_link(new)


def test_a_link_that_nobody_used_is_void_after_a_while(access, clock):
    link = access.one_time_link("ik")
    clock.now += LINK_S + 1
    with pytest.raises(LinkError):
        access.sign_in_with_link(link)


def test_who_is_shut_out_is_out_at_once_and_cannot_come_back(access, anna):
    add_account(access, "bob", Role.ADMINISTRATOR)
    token = access.sign_in("anna", PASSWORD, "here")
    access.disable("bob", anna, disabled=True)
    assert access.visitor(token) is None
    with pytest.raises(SignInError):
        access.sign_in("anna", PASSWORD, "here")
    access.disable("bob", anna, disabled=False)
    assert access.sign_in("anna", PASSWORD, "here")


def test_a_new_password_ends_the_old_one_and_its_sessions(access, anna):
    token = access.sign_in("anna", PASSWORD, "here")
    account, first = access.reset("bob", anna)
    assert access.visitor(token) is None
    assert access.visitor(access.sign_in(account.name, first, "here")).must_change


@pytest.mark.usefixtures("anna")
def test_an_own_password_is_asked_for_before_it_changes(access):
    account = access.visitor(access.sign_in("anna", PASSWORD, "here"))
    for old, new, again in (
        ("fout", "een heel nieuwe zin", "een heel nieuwe zin"),
        (PASSWORD, "een heel nieuwe zin", "een andere zin"),
        (PASSWORD, "kort", "kort"),
        (PASSWORD, "ik ben anna zelf hoor", "ik ben anna zelf hoor"),
        (PASSWORD, "aaaaaaaaaaaaaaaa", "aaaaaaaaaaaaaaaa"),
        (PASSWORD, "a-b" * 100, "a-b" * 100),
    ):
        with pytest.raises(AccountError):
            access.change_password(account, old, new, again)
    token = access.change_password(account, PASSWORD, "een heel nieuwe zin", "een heel nieuwe zin")
    assert not access.visitor(token).must_change


def test_there_is_always_an_administrator(access, anna):
    boss = add_account(access, "bob", Role.ADMINISTRATOR)
    with pytest.raises(AccountError, match="beheerder overblijven"):
        access.disable("bob", boss, disabled=True)
    with pytest.raises(AccountError, match="beheerder overblijven"):
        access.give_roles("bob", boss, [Role.OFFICER])
    access.give_roles("bob", anna, [Role.ADMINISTRATOR])
    access.disable("anna", boss, disabled=True)


@pytest.mark.usefixtures("anna")
@pytest.mark.parametrize("name", ["anna", " ANNA ", "", " ", "x" * 101, "an\0na", "an\nna"])
def test_a_name_is_somebody_alone(access, name):
    with pytest.raises(AccountError):
        access.add("bob", name, "Anna", [])


def test_of_two_administrators_who_shut_each_other_out_at_once_one_stays(access):
    names = ("ans", "bas")
    ids = [add_account(access, name, Role.ADMINISTRATOR) for name in names]

    def shut_out(number):
        with contextlib.suppress(AccountError):
            access.disable(names[number], ids[1 - number], disabled=True)

    with ThreadPoolExecutor(2) as pool:
        list(pool.map(shut_out, range(2)))
    assert [one.is_disabled for one in access.listed()].count(False) == 1


def test_an_account_that_nobody_can_have_does_not_exist(access):
    with pytest.raises(AccountError, match="bestaat niet"):
        access.reset("bob", "geen\0account")


def test_what_happened_with_accounts_is_kept(access):
    made, _ = access.add("bob", "carla", "Carla", [Role.OFFICER])
    access.reset("bob", made.id)
    from pipeline.review.access.accounts import acts_of

    with access.act() as (connection, _):
        told = {(row["who"], row["act"], row["account"]) for row in acts_of(connection)}
    assert told == {
        ("bob", "account toegevoegd", "carla"),
        ("bob", "wachtwoord vernieuwd", "carla"),
    }


def test_the_table_of_rights_knows_every_role_and_every_right():
    assert set(rights()) == set(role_words()) == set(Role)
    assert set(right_words()) == set(Right) == set().union(*rights().values())


def test_who_approves_nothing_manages_accounts():
    assert Right.APPROVE not in rights()[Role.ADMINISTRATOR]
    assert [role for role in Role if Right.PUBLISH in rights()[role]] == [Role.PUBLISHER]
