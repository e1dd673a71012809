"""What the document view answers who looks."""

import pytest

from pipeline.review.document.drawing import SCALES


def test_the_page_is_there_and_a_name_with_a_script_in_it_is_only_a_name(ask):
    answer = ask(document=2).client.get("/stukken/2", headers={"accept": "text/html"})
    assert answer.status_code == 200
    assert "<img src=x" not in answer.text
    assert "&lt;img src=x onerror=alert(1)&gt;" in answer.text


@pytest.mark.parametrize("path", ["/stukken/9", "/stukken/9/inhoud", "/stukken/1/paginas/2"])
def test_what_is_not_there_is_not_found(ask, path):
    assert ask().client.get(path).status_code == 404


def test_every_item_says_what_it_is_and_how_it_stands(ask):
    row = ask().row(ask(name="bea").at("Anna Vermeulen"))
    assert (row["kind"], row["state"], row["open"]) == ("person", "proposed", True)
    assert row["grounds"] == ["5.1.2.e"]
    assert row["text"] == "Anna Vermeulen"


def test_a_page_says_where_its_words_and_items_lie(ask):
    asker = ask()
    part = asker.get("paginas/0").json()
    boxes = dict(part["marks"])[asker.at("B. Smit")]
    assert len(boxes) == 1
    x0, y0, x1, y1 = boxes[0]
    assert 70 < x0 < x1 < 130
    assert 150 < y0 < y1 < 180
    assert len(part["words"]) > 40


def test_words_come_without_the_punctuation_around_them(ask, case):
    asker = ask()
    text = _page_text(case)
    words = {text[start:end] for start, end, *_ in asker.get("paginas/0").json()["words"]}
    assert {"Pietersen", "B.", "Smit", "vergadering", "12345678"} <= words
    assert not any(word.endswith((",", ")")) or word.startswith("(") for word in words)


def test_pictures_are_for_the_one_who_looks_and_kept_in_the_vault(ask, case):
    asker = ask()
    version = asker.content()["picture"]
    answer = asker.get(f"beelden/{version}/0-1")
    assert answer.headers["content-type"] in {"image/png", "image/webp"}
    assert answer.headers["cache-control"].startswith("private")
    assert [path.name for path in (case.vault.root / "pictures").glob("*/*")] == ["0-1"]
    assert asker.get(f"beelden/{version}/0-1").content == answer.content
    assert asker.get(f"beelden/{'0' * 16}/0-1").status_code == 404
    assert asker.get(f"beelden/{version}/0-{max(SCALES) + 1}").status_code == 404


def test_paragraphs_and_agenda_items_are_units(ask):
    units = ask().get("onderdelen").json()["units"]
    names = [unit["name"] for unit in units]
    assert "Agendapunt 1" in names
    assert "Agendapunt 2" in names
    assert "Alinea" in names


def _page_text(case, page=0):
    from pipeline.vault import read_sheet

    return read_sheet(case.vault, case.state().files[1].reading.reading, page).text
