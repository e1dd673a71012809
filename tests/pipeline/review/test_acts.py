"""Acts are never lost silently: not without a connection, not when the session is over."""

import pytest
from playwright.sync_api import expect

from pipeline.review import design
from pipeline.review.access.account import Role
from pipeline.review.access.accounts import close_sessions
from pipeline.review.access.entrance import link_address
from pipeline.review.settings import Mode
from tests.pipeline.review.serving import PASSWORD, add_account, running

OFFLINE = "ERR_INTERNET_DISCONNECTED"


@pytest.fixture(autouse=True)
def nothing_done(monkeypatch):
    done = {}
    monkeypatch.setattr(design, "_done", done)
    return done


@pytest.fixture
def page(server, browser):
    page = server.page_for(browser, Role.OFFICER)
    page.goto("/_ontwerp")
    return page


def press(page, times=1):
    for _ in range(times):
        page.keyboard.press("g")


def unsaved(page):
    return page.locator("[data-unsaved]")


def test_an_act_is_saved_and_said(page, nothing_done):
    press(page)
    expect(page.locator(".toast")).to_contain_text("De handeling is opgeslagen.")
    assert list(nothing_done.values()) == ["ja"]
    expect(unsaved(page)).to_be_hidden()


def test_acts_without_a_connection_wait_and_are_saved_once_in_order(page, server, nothing_done):
    server.ignored.append(OFFLINE)
    page.context.set_offline(True)
    press(page, 3)
    expect(unsaved(page)).to_have_text("Nog niet opgeslagen: 3")
    unsaved(page).click()
    dialog = page.get_by_role("dialog", name="Nog niet opgeslagen")
    expect(dialog).to_contain_text("De server is niet te bereiken")
    expect(dialog.get_by_role("listitem")).to_have_count(3)
    page.context.set_offline(False)
    dialog.get_by_role("button", name="Nu opnieuw proberen").click()
    expect(unsaved(page)).to_be_hidden()
    expect(dialog).to_contain_text("Alles is opgeslagen.")
    assert len(nothing_done) == 3


def test_an_answer_that_got_lost_does_not_do_the_act_twice(page, server, nothing_done):
    server.ignored.append("ERR_FAILED|ERR_CONNECTION")
    lost = []

    def lose_the_first(route):
        if lost:
            route.continue_()
        else:
            lost.append(route.fetch().status)
            route.abort()

    page.route("**/_ontwerp/handeling", lose_the_first)
    press(page)
    expect(page.locator(".toast").first).to_contain_text("De handeling is opgeslagen.")
    assert lost == [200]
    assert list(nothing_done.values()) == ["ja"]


def test_what_a_gateway_answers_in_place_of_the_server_is_no_answer(page, server, nothing_done):
    server.ignored.append("502")
    page.route("**/_ontwerp/handeling", lambda route: route.fulfill(status=502), times=1)
    press(page)
    expect(page.locator(".toast").first).to_contain_text("De handeling is opgeslagen.")
    assert len(nothing_done) == 1


def test_what_the_server_refuses_is_said_and_does_not_stop_the_rest(page, server, nothing_done):
    server.ignored.append("409")
    page.get_by_role("button", name="Geweigerde handeling").click()
    press(page)
    bad = page.locator(".toast.bad")
    expect(bad).to_contain_text("Dit kan niet, want het stuk is al goedgekeurd.")
    expect(page.get_by_role("alert").filter(has_text="Dit kan niet")).to_have_count(1)
    expect(page.locator(".toast.good")).to_have_count(1)
    assert list(nothing_done.values()) == ["ja"]
    bad.get_by_role("button", name="Bericht sluiten").click()
    expect(bad).to_have_count(0)


def test_the_page_does_not_close_on_unsaved_acts(page, server):
    server.ignored.append(OFFLINE)
    page.mouse.click(5, 400)  # browsers ask only where somebody has been at work
    page.context.set_offline(True)
    press(page)
    expect(unsaved(page)).to_be_visible()
    asked = []
    page.on("dialog", lambda dialog: (asked.append(dialog.type), dialog.dismiss()))
    page.evaluate("setTimeout(() => location.assign('/'), 0)")
    page.wait_for_timeout(500)
    assert asked == ["beforeunload"]
    page.context.set_offline(False)  # a page that hears of it tries at once
    expect(unsaved(page)).to_be_hidden()


def test_undo_and_redo_are_acts_of_their_own(page, nothing_done):
    press(page)
    expect(page.locator(".toast")).to_have_count(1)
    page.keyboard.press("Control+z")
    expect(page.locator(".toast", has_text="Ongedaan gemaakt: Voorbeeld")).to_have_count(1)
    page.keyboard.press("Control+Shift+Z")
    expect(page.locator(".toast", has_text="Opnieuw gedaan: Voorbeeld")).to_have_count(1)
    assert list(nothing_done.values()) == ["ja", "terug", "ja"]


def end_sessions(server, name):
    account = next(one for one in server.access.listed() if one.name == name)
    with server.access.act() as (connection, _):
        close_sessions(connection, account.id)


def test_an_act_after_the_session_is_saved_once_signed_in_again(
    page, server, nothing_done, assert_accessible
):
    server.ignored.append("401")
    end_sessions(server, "officer")
    page.evaluate("for (const _ of [1, 2]) document.querySelector('[data-act=ja]').click()")
    dialog = page.get_by_role("dialog", name="Meld u opnieuw aan")
    expect(dialog).to_be_visible()
    assert_accessible(page)
    page.keyboard.press("Escape")
    press(page)  # a hand that was still on the keys does nothing here
    expect(dialog).to_be_visible()
    dialog.get_by_label("Wachtwoord").fill("fout")
    page.keyboard.press("Enter")
    expect(dialog.get_by_role("alert")).to_contain_text("horen niet bij elkaar")
    dialog.get_by_label("Wachtwoord").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(dialog).to_be_hidden()
    expect(page.locator(".toast.good")).to_have_count(2)
    assert list(nothing_done.values()) == ["ja", "ja"]


def test_acts_are_not_saved_in_the_name_of_somebody_else(page, server, nothing_done):
    server.ignored.append("40[13]")
    add_account(server.access, "ander", Role.REVIEWER)
    end_sessions(server, "officer")
    press(page)
    dialog = page.get_by_role("dialog", name="Meld u opnieuw aan")
    dialog.get_by_label("Gebruikersnaam").fill("ander")
    dialog.get_by_label("Wachtwoord").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(unsaved(page)).to_have_text("Nog niet opgeslagen: 1")
    unsaved(page).click()
    told = page.get_by_role("dialog", name="Nog niet opgeslagen")
    expect(told).to_contain_text("niet onder diens naam opgeslagen")
    assert nothing_done == {}
    page.keyboard.press("Escape")
    # The way out the dialog tells of: one's own name again, in another tab.
    other = page.context.new_page()
    other.goto("/")
    other.locator(".menu summary").click()
    other.get_by_role("button", name="Afmelden").click()
    other.get_by_label("Gebruikersnaam").fill("officer")
    other.get_by_label("Wachtwoord").fill(PASSWORD)
    other.keyboard.press("Enter")
    expect(other.get_by_role("heading", level=1)).to_contain_text("Welkom")
    unsaved(page).click()
    told.get_by_role("button", name="Nu opnieuw proberen").click()
    expect(unsaved(page)).to_be_hidden()
    assert list(nothing_done.values()) == ["ja"]


def sign_in_elsewhere(page):
    other = page.context.new_page()
    other.goto("/")
    other.get_by_label("Gebruikersnaam").fill("officer")
    other.get_by_label("Wachtwoord").fill(PASSWORD)
    other.keyboard.press("Enter")
    expect(other.get_by_role("heading", level=1)).to_contain_text("Welkom")


def test_a_tab_goes_on_when_another_signed_in_again(page, server, nothing_done):
    server.ignored.append("403")
    end_sessions(server, "officer")
    sign_in_elsewhere(page)
    press(page)
    expect(page.locator(".toast.good")).to_have_count(1)
    assert list(nothing_done.values()) == ["ja"]


def test_a_tab_that_waits_goes_on_when_another_signs_in(page, server, nothing_done):
    server.ignored.append("401")
    end_sessions(server, "officer")
    press(page)
    dialog = page.get_by_role("dialog", name="Meld u opnieuw aan")
    expect(dialog).to_be_visible()
    sign_in_elsewhere(page)
    expect(dialog).to_be_hidden()
    expect(page.locator(".toast.good")).to_have_count(1)
    assert list(nothing_done.values()) == ["ja"]


def test_who_works_alone_signs_in_again_with_a_new_link(tmp_path, browser, nothing_done):
    with running(tmp_path, mode=Mode.LINK) as server:
        server.ignored.append("401")
        page = server.page(browser)
        page.goto(link_address(server.app.state.review))
        page.goto("/_ontwerp")
        end_sessions(server, "ik")
        press(page)
        dialog = page.get_by_role("dialog", name="Meld u opnieuw aan")
        dialog.get_by_label("Link").fill(link_address(server.app.state.review))
        page.keyboard.press("Enter")
        expect(page.locator(".toast.good")).to_have_count(1)
        assert list(nothing_done.values()) == ["ja"]
        assert server.unforgiven() == []


def test_what_colleagues_do_is_seen_within_seconds(page, nothing_done):
    page.evaluate(
        """async () => {
            const script = document.querySelector("script[src$='design.js']");
            const path = script.src.replace("design.js", "live.js");
            const { follow } = await import(path);
            follow("/_ontwerp/handelingen", 0, (acts) => { document.body.dataset.seen = acts; });
        }"""
    )
    nothing_done["x"] = "ander"
    expect(page.locator("body")).to_have_attribute("data-seen", "ander", timeout=8000)


def test_tables_sort_by_number_and_by_word(page):
    table = page.get_by_role("region", name="Voorbeeld van een tabel")
    first = table.locator("tbody tr").first
    table.get_by_role("button", name="Pagina’s").click()
    expect(first).to_contain_text("Brief")
    head = table.get_by_role("columnheader", name="Pagina’s")
    expect(head).to_have_attribute("aria-sort", "ascending")
    table.get_by_role("button", name="Pagina’s").click()
    expect(first).to_contain_text("Nota")
    expect(head).to_have_attribute("aria-sort", "descending")


def test_who_does_nothing_is_warned_in_time_and_can_stay(tmp_path, browser):
    with running(tmp_path, idle_s=121.0) as server:
        page = server.page_for(browser, Role.OFFICER)
        page.clock.install()
        page.goto("/_ontwerp")
        page.clock.fast_forward("00:10")
        warning = page.locator(".toast.look")
        expect(warning).to_contain_text("wordt u afgemeld")
        with page.expect_response("**/ik") as answer:
            warning.get_by_role("button", name="Aangemeld blijven").click()
        assert answer.value.ok
        expect(warning).to_have_count(0)
        assert server.unforgiven() == []


def test_a_form_filled_in_after_the_session_is_sent_once_signed_in_again(server, browser):
    server.ignored.append("401")
    page = server.page_for(browser, Role.ADMINISTRATOR)
    page.goto("/beheer/accounts")
    page.get_by_label("Naam", exact=True).fill("Eva de Boer")
    page.get_by_label("Gebruikersnaam").fill("eva")
    end_sessions(server, "administrator")
    page.get_by_role("button", name="Account toevoegen").click()
    dialog = page.get_by_role("dialog", name="Meld u opnieuw aan")
    dialog.get_by_label("Wachtwoord").fill(PASSWORD)
    page.keyboard.press("Enter")
    expect(page.locator("[data-test=password]")).to_be_visible()
    assert "eva" in [one.name for one in server.access.listed()]


def test_a_form_without_a_connection_keeps_what_was_typed(server, browser):
    server.ignored.append(OFFLINE)
    page = server.page_for(browser, Role.ADMINISTRATOR)
    page.goto("/beheer/accounts")
    page.get_by_label("Naam", exact=True).fill("Eva de Boer")
    page.get_by_label("Gebruikersnaam").fill("eva")
    page.context.set_offline(True)
    page.get_by_role("button", name="Account toevoegen").click()
    expect(page.locator(".toast.bad")).to_contain_text("staat er nog")
    page.context.set_offline(False)
    page.get_by_role("button", name="Account toevoegen").click()
    expect(page.locator("[data-test=password]")).to_be_visible()
