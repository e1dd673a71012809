"""From files to decided people with the real machine: an officer and one sample document."""

import pytest
from playwright.sync_api import expect

from pipeline.case.case import change_settings
from pipeline.case.settings import Settings
from pipeline.review.access.account import Role
from samples.make import make_pdf
from samples.sample import samples
from tests.pipeline.case.made import make_case
from tests.pipeline.review.serving import running

SAMPLE = "06-klachtbrief-bewoner"


@pytest.fixture
def case(tmp_path):
    made = make_case(tmp_path)
    change_settings(made, Settings("Proef", every_page_seen=False))
    yield made
    made.close()


def test_an_officer_makes_a_case_and_decides_on_all_people_in_three_acts(tmp_path, browser, case):
    folder = tmp_path / "access"
    folder.mkdir()
    sample = next(one for one in samples() if one.name == SAMPLE)
    file = {"name": f"{SAMPLE}.pdf", "mimeType": "application/pdf", "buffer": make_pdf(sample)}
    with running(folder, case) as server:
        page = server.page_for(browser, Role.OFFICER)
        page.goto("/")
        expect(page.get_by_role("heading", name="Nog geen documenten")).to_be_visible()
        page.locator("[data-files]").set_input_files([file])
        next_step = page.get_by_role("link", name="Personen beoordelen")
        expect(next_step).to_be_visible(timeout=90_000)
        next_step.click()
        expect(page.locator(".person h2")).to_be_visible()
        page.keyboard.press("Control+a")
        page.keyboard.press("w")
        expect(page.locator("[data-counter=open]")).to_have_text("0")
        page.keyboard.press("Control+z")
        expect(page.locator("[data-counter=open]")).not_to_have_text("0")
        page.keyboard.press("Control+y")
        expect(page.locator("[data-counter=open]")).to_have_text("0")
        assert server.unforgiven() == []
