import json

import pymupdf
import pytest


@pytest.fixture
def leaky(tmp_path, make_pdf):
    """A PDF with a black box over a name."""
    with pymupdf.open(stream=make_pdf("Gesproken met Quaxmans.")) as pdf:
        pdf[0].draw_rect(pdf[0].search_for("Quaxmans")[0], color=None, fill=(0, 0, 0))
        path = tmp_path / "lek.pdf"
        path.write_bytes(pdf.tobytes())
    return path


@pytest.fixture
def clean(tmp_path, make_pdf):
    path = tmp_path / "schoon.pdf"
    path.write_bytes(make_pdf("Gesproken over de straat."))
    return path


def _secrets(tmp_path, content):
    path = tmp_path / "geheim.txt"
    path.write_bytes(content)
    return path


def test_a_clean_file_passes_and_it_says_what_was_looked_at(lakwerk, clean):
    ran = lakwerk("verify", clean)
    assert ran.code == 0
    assert "schoon.pdf: geen lek gevonden" in ran.out
    assert "Gezocht naar" in ran.out
    assert "bewijst niets over wat niet is onderzocht" in ran.out


def test_a_leak_is_told_with_its_page_and_never_the_text(lakwerk, leaky):
    ran = lakwerk("verify", leaky)
    assert ran.code == 3
    assert "tekst onder een vlak, pagina 1" in ran.out
    assert "Quaxmans" not in ran.out + ran.err


def test_each_text_of_the_list_is_looked_for(lakwerk, clean, tmp_path):
    assert lakwerk("verify", clean, "--secrets", _secrets(tmp_path, b"straat\n")).code == 3
    ran = lakwerk("verify", clean, "--secrets", _secrets(tmp_path, b"\xef\xbb\xbfQuaxmans\n\n"))
    assert ran.code == 0
    assert "de opgegeven teksten" in ran.out


@pytest.mark.parametrize("content", [b"", b"\n  \n", b"\xff\xfe\x00", b"ab\n"])
def test_a_list_with_nothing_to_look_for_is_refused(lakwerk, clean, tmp_path, content):
    """Else an empty list would read as a clean result."""
    ran = lakwerk("verify", clean, "--secrets", _secrets(tmp_path, content))
    assert ran.code == 2
    assert "geen lek" not in ran.out


def test_an_unreadable_file_is_named_and_the_others_are_looked_at(lakwerk, clean, tmp_path):
    broken = tmp_path / "kapot.pdf"
    broken.write_bytes(b"%PDF-1.7 kapot")
    ran = lakwerk("verify", broken, clean)
    assert ran.code == 1
    assert "kapot.pdf" in ran.err
    assert "schoon.pdf: geen lek gevonden" in ran.out


def test_a_leak_weighs_more_than_an_unreadable_file(lakwerk, leaky, tmp_path):
    broken = tmp_path / "kapot.pdf"
    broken.write_bytes(b"%PDF-1.7 kapot")
    assert lakwerk("verify", broken, leaky).code == 3


def test_the_result_as_json(lakwerk, leaky, clean):
    ran = lakwerk("verify", leaky, clean, "--json")
    first, second = json.loads(ran.out)["files"]
    assert first["file"].endswith("lek.pdf")
    assert first["leak"] is True
    assert first["found"][0]["page"] == 1
    assert first["found"][0]["severity"] == "leak"
    assert (second["leak"], second["found"]) == (False, [])


@pytest.fixture
def gap(tmp_path, make_pdf):
    """A PDF with a gap as wide as a name, and nothing under it."""
    with pymupdf.open(stream=make_pdf("Gesproken met Quaxmans over de zaak.")) as pdf:
        pdf[0].add_redact_annot(pdf[0].search_for("Quaxmans")[0], fill=(0, 0, 0))
        pdf[0].apply_redactions()
        path = tmp_path / "gat.pdf"
        path.write_bytes(pdf.tobytes(garbage=4))
    return path


def _names(tmp_path, *names):
    path = tmp_path / "namen.txt"
    path.write_text("\n".join(names), "utf-8")
    return path


def test_a_gap_that_few_names_of_a_list_fit_is_a_leak_and_says_how_many(lakwerk, gap, tmp_path):
    names = _names(tmp_path, "Vos", "Quaxmans", "van der Wolvenkamp", "Bos", "Bos")
    ran = lakwerk("verify", gap, "--names", names)
    assert ran.code == 3
    assert "gat 1: 1 van de 4 namen passen" in ran.out
    assert "Quaxmans" not in ran.out + ran.err
    found = json.loads(lakwerk("verify", gap, "--names", names, "--json").out)["files"][0]["found"]
    (tried,) = [leak for leak in found if leak["channel"] == "namenlijst"]
    assert (tried["page"], tried["severity"]) == (1, "leak")


@pytest.mark.parametrize(
    ("names", "fits"), [(["Bos", "Vos"], "0 van de 2"), (["Quaxmans"], "1 van de 1")]
)
def test_a_gap_that_no_name_fits_or_all_do_points_at_nobody(lakwerk, gap, tmp_path, names, fits):
    ran = lakwerk("verify", gap, "--names", _names(tmp_path, *names))
    assert ran.code == 0
    assert f"gat 1: {fits} namen passen" in ran.out
    assert "namen van de lijst die in een gat passen" in ran.out


def test_without_a_list_a_gap_is_a_matter_to_look_at(lakwerk, gap):
    ran = lakwerk("verify", gap)
    assert ran.code == 0
    assert "let op" in ran.out
    assert "namen passen" not in ran.out


def test_what_we_published_tells_a_list_of_names_nothing(lakwerk, tmp_path, make_pdf):
    source = tmp_path / "verslag.pdf"
    source.write_bytes(make_pdf("Gesproken met mevrouw Quaxmans over de zaak."))
    assert lakwerk("redact", source, "-o", tmp_path / "uit", "--jobs", 1).code == 0
    names = _names(tmp_path, "Vos", "Quaxmans", "van der Wolvenkamp", "Bos")
    assert lakwerk("verify", tmp_path / "uit" / "verslag.pdf", "--names", names).code == 0
