"""The way out in a browser: refused while something is open, then a real package that verifies."""

import io
import zipfile
from datetime import date

import pytest
from playwright.sync_api import expect

from pipeline.case import doing
from pipeline.case.case import new_case
from pipeline.case.doing import By
from pipeline.case.files import add_file
from pipeline.case.propose import propose_case
from pipeline.case.settings import Settings
from pipeline.review.access.account import Role
from tests.pipeline.publish.conftest import LETTER, MINUTES, WHO, decide_all, describe
from tests.pipeline.review.serving import running

MADE = 120_000
"""Milliseconds that a small package may take on a machine with other work."""


@pytest.fixture
def letters(tmp_path, make_pdf):
    """Return a case of a letter and minutes, proposed for and not decided on."""
    case = new_case(tmp_path / "zaak", Settings("Kapvergunning"))
    for name, text in (("brief.pdf", LETTER), ("verslag.pdf", MINUTES)):
        add_file(case, name, make_pdf(text), WHO)
    propose_case(case, jobs=1)
    yield case
    case.close()


def approve_all(case):
    decide_all(case)
    describe(case, 1, "Brief over de kap", date(2026, 3, 1))
    for number in case.state().files:
        doing.approve(case, By(WHO), number)


def test_a_package_is_refused_first_and_made_when_all_is_approved(
    letters, tmp_path, browser, lakwerk
):
    with running(tmp_path, letters) as server:
        page = server.page_for(browser, Role.PUBLISHER, name="cor")
        page.goto("/goedkeuring")
        page.get_by_role("button", name="Maak publicatiepakket").click()
        expect(page.locator("main")).to_contain_text("nog niet goedgekeurd", timeout=MADE)
        approve_all(letters)
        page.goto("/goedkeuring")
        page.get_by_role("button", name="Maak publicatiepakket").click()
        link = page.get_by_role("link", name="Het nieuwe pakket ophalen")
        expect(link).to_be_visible(timeout=MADE)
        with page.expect_download() as waiting:
            link.click()
        package = zipfile.ZipFile(io.BytesIO(waiting.value.path().read_bytes()))
        package.extractall(tmp_path / "uit")
        assert server.unforgiven() == []
    secrets = tmp_path / "namen.txt"
    secrets.write_text("Karin Zwartbol\n06-12345678\n", "utf-8")
    for pdf in sorted((tmp_path / "uit").rglob("*.pdf")):
        assert lakwerk("verify", pdf, "--secrets", secrets).code == 0
    assert len(list((tmp_path / "uit").rglob("*.pdf"))) == 2
