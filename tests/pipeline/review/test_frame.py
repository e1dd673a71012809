"""The frame around every page, in a browser."""

import pytest

from pipeline.review.access.account import Role

EVERYTHING = (Role.OFFICER, Role.ADMINISTRATOR)


@pytest.mark.parametrize("path", ["/", "/_ontwerp", "/beheer/accounts", "/wachtwoord", "/niets"])
def test_every_page_is_accessible_in_light_and_dark(server, browser, assert_accessible, path):
    server.ignored.append("404")
    page = server.page_for(browser, *EVERYTHING)
    page.goto(path)
    assert_accessible(page)


def test_the_door_is_accessible_in_light_and_dark(server, browser, assert_accessible):
    page = server.page(browser)
    page.goto("/aanmelden")
    assert_accessible(page)


def test_the_overlay_lists_the_keys_of_the_page(server, browser, assert_accessible):
    page = server.page_for(browser, *EVERYTHING)
    page.goto("/_ontwerp")
    page.keyboard.press("?")
    overlay = page.get_by_role("dialog", name="Toetsen")
    assert overlay.get_by_text("Voorbeeldhandeling").is_visible()
    assert_accessible(page)
    page.keyboard.press("Escape")
    assert not overlay.is_visible()


def test_keys_rest_while_somebody_types(server, browser):
    page = server.page_for(browser, *EVERYTHING)
    page.goto("/_ontwerp")
    page.get_by_label("Omschrijving").press("?")
    assert not page.get_by_role("dialog", name="Toetsen").is_visible()
    assert page.get_by_label("Omschrijving").input_value().count("?") == 1
