"""What the check sees on a page is tried once more, with the page as a picture."""

from datetime import UTC, datetime

import pymupdf
import pytest

from pipeline import output
from pipeline.oneshot import Order, redact_file
from pipeline.report.report import Entry, Report, as_json
from redact.errors import CrashedError, LeakError
from redact.policy import load_policy, with_terms

NAME = "Zonderlingius"


@pytest.fixture
def order(tmp_path, make_pdf):
    source = tmp_path / "bron.pdf"
    source.write_bytes(make_pdf(f"Afspraak met {NAME} over de zaak.", "Verder niets.", per_page=1))
    policy = with_terms(load_policy(None), [f"{NAME}=5.1.2.e"], [])
    return Order(source, tmp_path / "uit.pdf", tmp_path, policy, datetime(2026, 1, 1, tzinfo=UTC))


class Checker:
    """Finds a leak on a page so many times, and nothing after that."""

    def __init__(self, times, pages):
        self.times, self.pages, self.real = times, pages, output.verifier()

    def run(self, task, item):
        self.times -= 1
        if self.times >= 0:
            raise LeakError(("tekst: nog te lezen",), frozenset(self.pages))
        return self.real.run(task, item)


def test_a_page_with_a_leak_becomes_a_picture_and_the_report_says_so(order, monkeypatch):
    checker = Checker(1, {0})
    monkeypatch.setattr(output, "verifier", lambda: checker)
    outcome = redact_file(order)
    assert outcome.scanned == (0,)
    with pymupdf.open(order.target) as pdf:
        assert [bool(page.get_images()) for page in pdf][:2] == [True, False]
        assert NAME not in pdf[0].get_text()
        assert "Afspraak met" in pdf[0].get_text()
    report = Report("1", order.when, "standaard", (Entry("bron.pdf", "uit.pdf", outcome),))
    (document,) = as_json(report)["documents"]
    assert document["scanned"] == [1]
    assert any("als afbeelding" in warning for warning in document["warnings"])


@pytest.mark.parametrize(("times", "pages"), [(2, {0}), (1, set())])
def test_where_that_does_not_help_nothing_of_the_source_comes_along(
    order, monkeypatch, times, pages
):
    checker = Checker(times, pages)
    monkeypatch.setattr(output, "verifier", lambda: checker)
    assert redact_file(order).scanned == (0, 1)
    with pymupdf.open(order.target) as pdf:
        assert [bool(page.get_images()) for page in pdf][:2] == [True, True]
        fonts = {font[3] for page in list(pdf)[:2] for font in page.get_fonts()}
        assert all("Lakwerk" in font for font in fonts)
        assert "Verder niets" in pdf[1].get_text()


@pytest.mark.parametrize(("times", "pages"), [(3, {0}), (2, set())])
def test_what_no_picture_helps_is_not_written(order, monkeypatch, times, pages):
    checker = Checker(times, pages)
    monkeypatch.setattr(output, "verifier", lambda: checker)
    with pytest.raises(LeakError):
        redact_file(order)
    assert not order.target.exists()


def test_a_check_that_breaks_off_is_tried_again_with_pictures(order, monkeypatch):
    real = output.verifier()

    class Breaking:
        def __init__(self):
            self.broken = False

        def run(self, task, item):
            if not self.broken:
                self.broken = True
                raise CrashedError
            return real.run(task, item)

    checker = Breaking()
    monkeypatch.setattr(output, "verifier", lambda: checker)
    assert redact_file(order).scanned == (0, 1)
