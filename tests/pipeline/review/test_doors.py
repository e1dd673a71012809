"""Coming in and going out in a browser, by keyboard alone."""

import re

import pytest
from playwright.sync_api import expect

from pipeline.review.access.account import Role
from pipeline.review.access.entrance import link_address
from pipeline.review.settings import Mode
from tests.pipeline.review.serving import PASSWORD, add_account, running


def tab_to(page, locator):
    """Press Tab until something has the focus; a keyboard must be able to reach it."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if locator.evaluate("one => one === document.activeElement"):
            return
    pytest.fail("cannot be reached with Tab")


def test_an_administrator_adds_somebody_who_comes_in_by_keyboard_alone(server, browser):
    add_account(server.access, "beheer", Role.ADMINISTRATOR)
    page = server.page(browser)
    page.goto("/beheer/accounts")
    come_in(page, "beheer", PASSWORD)
    page.wait_for_url("**/beheer/accounts")
    first = add_fatima(page)
    go_out(page)
    come_in(page, "fatima", first)
    page.wait_for_url("**/wachtwoord")
    page.get_by_label("Huidige wachtwoord").fill(first)
    for label in ("Nieuw wachtwoord", "Nog een keer het nieuwe wachtwoord"):
        page.get_by_label(label, exact=True).fill("regen op het dak vandaag")
    page.keyboard.press("Enter")
    expect(page.get_by_role("status")).to_have_text("Uw wachtwoord is gewijzigd.")
    expect(page.get_by_role("heading", level=1)).to_have_text("Welkom, Fatima el Amrani")
    expect(page.get_by_role("link", name="Accounts")).to_have_count(0)


def come_in(page, name, password):
    page.get_by_label("Gebruikersnaam").focus()
    page.keyboard.type(name)
    page.keyboard.press("Tab")
    page.keyboard.type(password)
    page.keyboard.press("Enter")


def add_fatima(page):
    tab_to(page, page.get_by_label("Naam", exact=True))
    page.keyboard.type("Fatima el Amrani")
    page.keyboard.press("Tab")
    page.keyboard.type("fatima")
    tab_to(page, page.get_by_role("checkbox", name="beoordelaar").last)
    page.keyboard.press("Space")
    tab_to(page, page.get_by_role("button", name="Account toevoegen"))
    page.keyboard.press("Enter")
    return page.locator("[data-test=password]").inner_text()


def go_out(page):
    tab_to(page, page.locator(".menu summary"))
    page.keyboard.press("Enter")
    tab_to(page, page.get_by_role("button", name="Afmelden"))
    page.keyboard.press("Enter")
    page.wait_for_url("**/aanmelden")
    expect(page.get_by_role("status")).to_have_text("U bent afgemeld.")


def test_a_wrong_password_is_told_where_it_is_seen_and_heard(server, browser, assert_accessible):
    server.ignored.append("401")
    page = server.page(browser)
    page.goto("/aanmelden")
    page.get_by_label("Gebruikersnaam").fill("anna")
    page.get_by_label("Wachtwoord").fill("fout")
    page.keyboard.press("Enter")
    expect(page.get_by_text("Aanmelden is niet gelukt")).to_be_visible()
    assert page.title().startswith("Fout: ")
    assert page.get_by_label("Gebruikersnaam").input_value() == "anna"
    assert_accessible(page)


def test_after_signing_out_the_back_button_shows_nothing(server, browser):
    page = server.page_for(browser, Role.ADMINISTRATOR)
    page.goto("/beheer/accounts")
    page.locator(".menu summary").click()
    page.get_by_role("button", name="Afmelden").click()
    page.wait_for_url("**/aanmelden")
    page.go_back()
    expect(page.get_by_role("heading", level=1)).to_have_text("Aanmelden")


@pytest.fixture
def alone(tmp_path):
    with running(tmp_path, mode=Mode.LINK) as server:
        yield server
        assert server.unforgiven() == []


def test_who_works_alone_comes_in_with_a_link_that_works_once(alone, browser, assert_accessible):
    alone.ignored.append("401")
    link = link_address(alone.app.state.review)
    page = alone.page(browser)
    page.goto(link)
    expect(page.get_by_role("heading", level=1)).to_contain_text("Welkom")
    assert "link=" not in page.url
    expect(page.get_by_role("link", name="Accounts")).to_have_count(0)
    another = alone.page(browser)
    another.goto(link)
    expect(another.get_by_text("Deze link is al gebruikt of verlopen.")).to_be_visible()
    assert_accessible(another)


def test_a_new_link_is_shown_where_the_program_runs(alone, browser, capsys):
    page = alone.page(browser)
    page.goto("/aanmelden")
    page.get_by_role("button", name="Toon daar een nieuwe link").click()
    expect(page.get_by_role("status")).to_contain_text("Er staat een nieuwe link")
    link = re.search(r"http\S+", capsys.readouterr().out).group()
    page.get_by_label("Of plak de link hier").fill(link)
    page.keyboard.press("Enter")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Welkom")


def test_the_page_holds_at_200_percent_and_on_a_tablet(server, browser):
    for width, height in ((640, 360), (768, 1024), (320, 640)):
        page = server.page_for(
            browser,
            Role.OFFICER,
            Role.ADMINISTRATOR,
            name=f"wie{width}",
            viewport={"width": width, "height": height},
        )
        for path in ("/", "/_ontwerp", "/beheer/accounts", "/wachtwoord"):
            page.goto(path)
            wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
            assert wide <= 0, (path, width, wide)


def test_the_theme_is_what_the_system_says_until_somebody_chooses(server, browser):
    page = server.page_for(browser, Role.OFFICER, color_scheme="dark")
    page.goto("/")
    theme = "document.documentElement.dataset.theme"
    assert page.evaluate(theme) == "dark"
    page.get_by_role("button", name="Licht of donker").click()
    page.reload()
    assert page.evaluate(theme) == "light"


def test_the_skip_link_is_first_and_leads_to_the_content(server, browser):
    page = server.page_for(browser, Role.OFFICER)
    page.goto("/")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Naar de inhoud")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("main")).to_be_focused()
