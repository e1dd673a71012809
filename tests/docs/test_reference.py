"""The reference is tested against the code, so that it stays true."""

import json
import runpy
from pathlib import Path

import pytest

from redact.finding import Kind, Role
from redact.preflight import Secret

ROOT = Path(__file__).parents[2]


def test_the_page_of_commands_is_what_the_commands_say():
    written = runpy.run_path(str(ROOT / "scripts/write-reference"))["reference"]()
    assert (ROOT / "docs/reference/cli.md").read_text("utf-8") == written


@pytest.fixture
def printed(lakwerk, tmp_path):
    source = tmp_path / "verslag.txt"
    text = "Jan de Vries en Piet de Vries komen. De Vries is ziek. Bel 06-12345678.\n"
    source.write_text(text, "utf-8")
    return source, json.loads(lakwerk("detect", source, "--json").out)


def test_every_field_of_detect_is_described(printed):
    page = (ROOT / "docs/reference/detect-json.md").read_text("utf-8")
    _, found = printed
    doubted = found["entities"][2]
    for name in (*found, *found["findings"][0], *doubted, *doubted["doubts"][0]):
        assert f"`{name}`" in page


def test_detect_says_why_mentions_are_of_a_person_and_who_else_that_may_be(printed):
    _, found = printed
    assert [one["entity"] for one in found["entities"][2]["doubts"]] == ["p1", "p2"]
    assert all(one["reason"] for one in found["entities"][2]["doubts"])
    assert all(len(one["ties"]) == len(one["mentions"]) for one in found["entities"])


def test_every_kind_and_role_is_described():
    page = (ROOT / "docs/reference/detect-json.md").read_text("utf-8")
    assert all(word in page for word in (*Kind, *Role))


def test_every_kind_of_hidden_thing_is_described():
    page = (ROOT / "docs/reference/report.md").read_text("utf-8")
    assert all(f"`{kind}`" in page for kind in Secret)


def test_every_field_of_the_report_is_described(lakwerk, printed, tmp_path):
    source, _ = printed
    lakwerk("redact", source, "-o", tmp_path / "uit", "--jobs", 1)
    report = json.loads((tmp_path / "uit" / "report.json").read_text("utf-8"))
    page = (ROOT / "docs/reference/report.md").read_text("utf-8")
    document = report["documents"][0]
    for name in (*report, *document, *document["removed"][0], *document["verified"]):
        assert f"`{name}`" in page


def test_every_link_between_the_pages_leads_somewhere():
    import re

    for page in [*ROOT.glob("*.md"), *ROOT.glob("docs/**/*.md")]:
        for target in re.findall(r"\]\((?!https?:|#)([^)#]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name} -> {target}"
