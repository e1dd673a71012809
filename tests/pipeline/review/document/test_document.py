"""The document view in a browser, worked by key and by mouse."""

import re

import pytest
from playwright.sync_api import expect

from pipeline.review.access.account import Role
from tests.pipeline.case.made import item_at

BOTH = (Role.OFFICER, Role.REVIEWER)


@pytest.fixture
def page(server, browser):
    """Return a page with the first document, ready to work on."""
    return opened(server, browser, "anna")


def opened(server, browser, name, **options):
    page = server.page_for(browser, *BOTH, name=name, **options)
    page.goto("/stukken/1")
    expect(page.locator(".public-face button.mark").first).to_be_visible()
    return page


def row(page, text, nth=0):
    return page.locator("[data-row]", has_text=text).nth(nth)


def word_at(page, text):
    """Return the middle of a word on the first page, in pixels."""
    box = page.evaluate(
        """async (text) => {
          const part = await (await fetch('/stukken/1/paginas/0')).json();
          const face = document.querySelector('[data-page="0"] .public-face');
          const box = face.getBoundingClientRect();
          const [start, end] = text;
          const word = part.words.find(([s, e]) => s <= start && start < e);
          return [box.left + (word[2] + word[4]) / 2 / 595 * box.width,
                  box.top + (word[3] + word[5]) / 2 / 842 * box.height];
        }""",
        text,
    )
    return tuple(box)


def place_of(case, word, nth=0):
    from pipeline.vault import read_sheet

    text = read_sheet(case.vault, case.state().files[1].reading.reading, 0).text
    found = [match.span() for match in re.finditer(re.escape(word), text)]
    return list(found[nth])


def test_the_document_view_is_accessible_in_light_and_dark(page, assert_accessible):
    page.keyboard.press("a")
    assert_accessible(page)
    for name in ("Let op", "Notities", "Goedkeuren"):
        page.get_by_role("tab", name=name).click()
        assert_accessible(page)
    page.keyboard.press("g")
    assert_accessible(page)
    page.keyboard.press("Escape")
    page.keyboard.press("f")
    page.get_by_label("Tekst", exact=True).fill("Smit")
    page.keyboard.press("Enter")
    expect(page.locator("[data-hit]")).to_have_count(3)
    assert_accessible(page)


def test_items_are_decided_on_without_a_mouse(page, case):
    expect(row(page, "Anna Vermeulen")).to_have_attribute("aria-current", "true")
    page.keyboard.press("a")
    expect(row(page, "Anna Vermeulen")).to_have_accessible_name(
        re.compile("naam van een persoon, goedgekeurd, 5.1.2.e, pagina 1")
    )
    expect(row(page, "B. Smit")).to_be_focused()
    page.keyboard.press("x")
    expect(row(page, "B. Smit")).to_contain_text("afgewezen")
    page.keyboard.press("g")
    page.keyboard.type("11e")
    page.keyboard.press("Enter")
    page.keyboard.press("Control+z")
    expect(row(page, "Anna Vermeulen", 1)).to_contain_text("voorgesteld")
    page.keyboard.press("Control+y")
    expect(row(page, "Anna Vermeulen", 1)).to_contain_text("5.1.1.e")
    item = item_at(case, 1, "Anna Vermeulen", 1)
    assert case.state().decision(case.state().items[item]).grounds == ("5.1.1.e",)


def test_keys_go_from_the_list_to_the_page_and_back(page):
    page.keyboard.press("ArrowDown")
    expect(row(page, "B. Smit")).to_be_focused()
    page.keyboard.press("ArrowRight")
    mark = page.get_by_role("button", name="naam van een persoon, voorgesteld, 5.1.2.e, pagina 1")
    expect(mark.and_(page.locator(".public-face .mark.now"))).to_be_focused()
    page.keyboard.press("ArrowLeft")
    expect(row(page, "B. Smit")).to_be_focused()
    page.keyboard.down("k")
    expect(page.locator(".doc")).to_have_class(re.compile("peek-one"))
    page.keyboard.up("k")
    expect(page.locator(".doc")).not_to_have_class(re.compile("peek-one"))


def test_a_missed_name_is_dragged_over_and_redacted_with_one_key(page, case):
    page.mouse.move(*word_at(page, place_of(case, "Pietersen")))
    page.mouse.down()
    page.mouse.move(*word_at(page, place_of(case, "meldt")), steps=4)
    page.mouse.move(*word_at(page, place_of(case, "Pietersen")), steps=2)
    page.mouse.up()
    page.keyboard.press("Enter")
    added = row(page, "Pietersen")
    expect(added).to_contain_text("zelf toegevoegd")
    page.mouse.dblclick(*word_at(page, place_of(case, "Pietersen", 1)))
    page.keyboard.press("Enter")
    expect(page.locator("[data-row]", has_text="Pietersen")).to_have_count(2)
    assert sum(item.by_hand for item in case.state().items.values()) == 2


def test_a_term_is_redacted_everywhere_but_where_it_was_unticked(page, case):
    page.keyboard.press("f")
    page.get_by_label("Tekst", exact=True).fill("pietersen")
    page.keyboard.press("Enter")
    hits = page.locator("[data-hit]")
    expect(hits).to_have_count(4)
    hits.nth(1).uncheck()
    page.get_by_role("button", name="3 plaatsen weglakken").click()
    expect(row(page, "Pietersen")).to_contain_text("zelf toegevoegd")
    added = [item for item in case.state().items.values() if item.by_hand]
    assert sorted(item.document for item in added) == [1, 2, 2]


def test_text_and_boxes_are_chosen_by_key_too(page, case):
    row(page, "06 12345678").click()
    page.keyboard.press("w")
    page.keyboard.press("ArrowRight")
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Enter")
    expect(page.locator(".item.added")).to_have_count(1)
    page.keyboard.press("d")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".item.added")).to_have_count(2)
    assert sum(item.box is not None for item in case.state().items.values()) == 1


def test_an_agenda_item_is_chosen_as_a_whole(page):
    page.keyboard.press("u")
    expect(page.get_by_role("toolbar", name=re.compile("Met"))).to_be_visible()
    page.keyboard.press("1")
    expect(page.locator(".item.added")).to_have_count(1)


def test_an_item_is_made_wider_by_a_word(page):
    page.keyboard.press("Shift+ArrowRight")
    expect(row(page, "Anna Vermeulen opent")).to_be_visible()
    page.keyboard.press("Shift+ArrowLeft")
    expect(row(page, "Anna Vermeulen opent")).to_have_count(0)


def test_two_reviewers_see_each_other_and_the_second_is_told(server, browser, page):
    other = opened(server, browser, "bea")
    other.keyboard.press("x")
    expect(row(other, "Anna Vermeulen")).to_contain_text("afgewezen")
    expect(row(page, "Anna Vermeulen")).to_contain_text("afgewezen")
    expect(page.get_by_text("bea heeft hier iets veranderd.").first).to_be_visible()


def test_an_act_without_a_connection_waits_and_is_said(server, page, case):
    server.ignored.append("ERR_INTERNET_DISCONNECTED")
    page.context.set_offline(True)
    page.keyboard.press("a")
    expect(page.get_by_role("button", name="Nog niet opgeslagen: 1")).to_be_visible()
    page.context.set_offline(False)
    expect(page.get_by_role("button", name="Nog niet opgeslagen: 1")).to_be_hidden()
    assert any(act.deed.name == "decide" for act in case.state().acts)


def test_a_document_is_walked_through_and_approved(page):
    for key in ("a", "a", "a", "a", "x", "a", "a"):
        page.keyboard.press(key)
    page.keyboard.press("b")
    page.keyboard.press("b")
    page.get_by_role("tab", name="Let op").click()
    page.get_by_role("button", name="Ik heb dit bekeken").click()
    page.get_by_role("tab", name="Goedkeuren").click()
    page.get_by_role("button", name="Document goedkeuren").click()
    expect(page.locator("[data-doc-state]")).to_have_text("Eerste goedkeuring gegeven")
