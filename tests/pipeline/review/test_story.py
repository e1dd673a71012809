"""Whole stories in a browser: decide on people by key, undo, motivate, approve with two."""

import re

import pytest
from playwright.sync_api import expect

from pipeline.case.doing import By, decide, see_page
from pipeline.review.access.account import Role
from pipeline.review.overview import running
from tests.pipeline.review.document.papers import TOLD, pdf_of, propose
from tests.pipeline.review.reviewed import DECIDERS


@pytest.fixture
def people(reviewed, browser):
    page = reviewed.page_for(browser, *DECIDERS, name="anna")
    page.goto("/personen")
    expect(page.locator(".person h2")).to_have_text("Anna Vermeulen")
    return page


def counter(page):
    return page.locator("[data-counter=open]")


def listed(page):
    return page.locator("[data-list] [role=option]")


def row(page, name):
    return listed(page).filter(has_text=re.compile(name))


def test_people_are_decided_on_by_key_and_undone_and_done_again(people):
    expect(counter(people)).to_have_text("2")
    people.keyboard.press("w")
    expect(row(people, "Anna Vermeulen")).to_contain_text("weglakken")
    expect(counter(people)).to_have_text("1")
    expect(people.locator(".person h2")).to_have_text("B. Smit")
    people.keyboard.press("l")
    expect(counter(people)).to_have_text("0")
    people.keyboard.press("Control+z")
    expect(counter(people)).to_have_text("1")
    people.keyboard.press("Control+z")
    expect(counter(people)).to_have_text("2")
    people.keyboard.press("Control+y")
    expect(counter(people)).to_have_text("1")
    people.keyboard.press("n")
    people.keyboard.press("2")
    expect(row(people, "B. Smit")).to_contain_text("5.1.2.i")


def test_several_are_ticked_and_decided_on_at_once_and_undone_at_once(people):
    people.keyboard.press(" ")
    people.keyboard.press("ArrowDown")
    people.keyboard.press(" ")
    expect(people.locator("[data-bulk]")).to_contain_text("2 aangevinkt")
    people.keyboard.press("l")
    expect(counter(people)).to_have_text("0")
    people.keyboard.press("Control+z")
    expect(counter(people)).to_have_text("2")


def test_a_doubt_is_settled_and_mentions_are_split_off(people):
    people.keyboard.press("d")
    expect(listed(people)).to_have_count(1)
    people.keyboard.press("Control+z")
    expect(listed(people)).to_have_count(2)
    people.keyboard.press("a")
    expect(people.locator(".doubt-card")).to_have_count(0)
    people.locator(".mention input").first.check()
    people.get_by_role("button", name="Aangevinkt is een ander persoon").click()
    expect(listed(people)).to_have_count(3)


def test_grounds_are_chosen_in_a_dialog_and_roles_too(people):
    people.keyboard.press("0")
    dialog = people.get_by_role("dialog", name="Weglakken met een of meer gronden")
    dialog.get_by_role("checkbox", name="5.1.2.i").check()
    dialog.get_by_role("button", name="Weglakken").click()
    expect(row(people, "Anna Vermeulen")).to_contain_text("5.1.2.e")
    expect(row(people, "Anna Vermeulen")).to_contain_text("5.1.2.i")
    people.keyboard.press("ArrowUp")
    people.keyboard.press("b")
    expect(row(people, "Anna Vermeulen")).to_contain_text("blijft staan")


def test_a_search_leaves_no_name_in_the_address(people):
    people.keyboard.press("/")
    people.keyboard.type("smit")
    expect(listed(people)).to_have_count(1)
    assert "smit" not in people.url.lower()
    people.get_by_label("Zoek een persoon").fill("niemand")
    people.get_by_role("button", name="Wis de zoekvraag en de filters").click()
    expect(listed(people)).to_have_count(2)


def test_two_people_see_each_others_decisions_within_seconds(people, reviewed, browser):
    other = reviewed.page_for(browser, *DECIDERS, name="bilal")
    other.goto("/personen")
    expect(other.locator(".person h2")).to_have_text("Anna Vermeulen")
    other.keyboard.press("w")
    expect(counter(other)).to_have_text("1")
    expect(counter(people)).to_have_text("1", timeout=8_000)


def test_every_page_of_the_case_is_accessible(reviewed, browser, full_case, assert_accessible):
    decide(full_case, By("cor"), "person:p1", "redact", ("5.1.5", "5.1.2.e"))
    page = reviewed.page_for(browser, *Role, name="dana", reduced_motion="reduce")
    for path in (
        "/",
        "/personen",
        "/soorten",
        "/motivering",
        "/goedkeuring",
        "/geschiedenis",
        "/geschiedenis/personen/p1",
        "/notities",
        "/gegevens/1",
        "/beheer/zaak",
    ):
        page.goto(path)
        if path == "/personen":
            expect(page.locator(".person h2")).to_be_visible()
        assert_accessible(page)


def test_an_officer_adds_files_and_hears_which_are_refused(
    reviewed, browser, full_case, monkeypatch
):
    monkeypatch.setattr(running, "propose_case", lambda case, watch: propose(case, *TOLD))  # noqa: ARG005
    reviewed.ignored.append("422")
    page = reviewed.page_for(browser, Role.OFFICER)
    page.goto("/")
    page.locator("[data-files]").set_input_files(
        [
            {"name": "brief.pdf", "mimeType": "application/pdf", "buffer": pdf_of(("Een brief.",))},
            {"name": "foto.png", "mimeType": "image/png", "buffer": b"\x89PNG\r\n\x1a\n"},
        ]
    )
    refused = page.locator("[data-upload-list] li", has_text="foto.png")
    expect(refused).to_contain_text("Dit is een afbeelding.")
    expect(page.locator("[data-uploads-words]")).to_have_text("1 bestand toegevoegd, 1 niet.")
    assert len(full_case.state().files) == 3


def test_two_people_approve_a_case_one_after_the_other(reviewed, browser, full_case):
    for number, file in full_case.state().files.items():
        decide(full_case, By("officer"), f"document:{number}", "as_proposed")
        for item in full_case.state().items_of(number):
            if full_case.state().is_open(item):
                decide(full_case, By("officer"), f"item:{item.id}", "keep")
        for page in range(len(file.reading.pages)):
            see_page(full_case, By("officer"), number, page)
    for name, said in (("anna", "Elk document"), ("bilal", "tweede keer")):
        page = reviewed.page_for(browser, Role.REVIEWER, name=name)
        page.goto("/goedkeuring")
        page.keyboard.press("a")
        page.keyboard.press("Control+Enter")
        expect(page.locator(".page-notice")).to_contain_text("2 documenten zijn goedgekeurd.")
        expect(page.locator("main")).to_contain_text(said)
    expect(page.locator("main")).to_contain_text("2 van 2 documenten goedgekeurd")
