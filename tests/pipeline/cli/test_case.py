import json

import pytest

SHORT = "# Verslag\n\nAanwezig: mevrouw Anna Vermeulen (burger).\n"


@pytest.fixture
def files(tmp_path):
    folder = tmp_path / "stukken"
    folder.mkdir()
    (folder / "verslag.md").write_text(SHORT)
    (folder / "leeg.md").touch()
    return folder


def test_a_case_is_made_filled_read_and_checked_from_the_command_line(lakwerk, tmp_path, files):
    case = tmp_path / "zaak"
    made = lakwerk("case", "new", case, "--name", "Proef", "--request-date", "2026-03-01")
    assert made.code == 0
    added = lakwerk("case", "add", case, files)
    assert added.code == 1
    assert "document 1: " in added.out
    assert "leeg" in added.err
    assert "nog niet gelezen" in lakwerk("case", "status", case).out
    assert lakwerk("case", "propose", case, "--jobs", "1").code == 0
    told = json.loads(lakwerk("case", "status", case, "--json").out)
    assert told["documents"][0]["state"] == "open"
    assert told["open_persons"] == 1
    assert lakwerk("case", "check", case).code == 0
    assert "Vermeulen" not in lakwerk("case", "export", case, "--texts").out
    out = tmp_path / "register.json"
    assert lakwerk("case", "export", case, "--format", "json", "-o", out).code == 0
    assert json.loads(out.read_text())["case"]["request_date"] == "2026-03-01"
    (case / "vault" / "head").unlink()
    assert lakwerk("case", "check", case).code == 1


def test_a_folder_that_is_no_case_is_said_so(lakwerk, tmp_path):
    ran = lakwerk("case", "status", tmp_path)
    assert ran.code == 2
    assert "geen zaak" in ran.err


def test_a_day_that_is_none_is_wrong_use(lakwerk, tmp_path):
    assert lakwerk("case", "new", tmp_path / "zaak", "--request-date", "gisteren").code == 2
