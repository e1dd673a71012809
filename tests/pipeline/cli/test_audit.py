import json

VERSLAG = "GGD (5.1.2.e) is afwezig.\n5.1.2,i\n[naam] vraagt het woord.\n5.1.1.f\n"


def test_a_text_file_is_counted(lakwerk, tmp_path):
    path = tmp_path / "verslag.txt"
    path.write_text(VERSLAG, "utf-8")
    ran = lakwerk("audit", path)
    assert ran.code == 0
    assert "2 codes" in ran.out
    assert "Eerbiediging van de persoonlijke levenssfeer" in ran.out
    assert "Codes die geen grond zijn: 5.1.1.f (1)" in ran.out
    assert "Weggelaten zonder grond: soort gegeven (1)" in ran.out


def test_json_gives_the_same_figures(lakwerk, tmp_path):
    path = tmp_path / "verslag.md"
    path.write_text(VERSLAG, "utf-8")
    [found] = json.loads(lakwerk("audit", "--json", path).out)["files"]
    assert found["codes"] == {"5.1.2.e": 1, "5.1.2.i": 1}
    assert found["total"] == 2
    assert found["unknown"] == {"5.1.1.f": 1}
    assert found["without_ground"] == {"soort gegeven": 1}
    assert found["legend"] is False


def test_a_pdf_is_read(lakwerk, tmp_path, make_pdf):
    path = tmp_path / "verslag.pdf"
    path.write_bytes(make_pdf("Besluit", "Namens het college, 5.1.2.e"))
    [found] = json.loads(lakwerk("audit", "--json", path).out)["files"]
    assert found["codes"] == {"5.1.2.e": 1}


def test_an_unreadable_file_is_named_and_the_others_go_on(lakwerk, tmp_path):
    good, empty, fake = tmp_path / "goed.txt", tmp_path / "leeg.pdf", tmp_path / "nep.pdf"
    good.write_text(VERSLAG, "utf-8")
    empty.write_bytes(b"")
    fake.write_bytes(b"PK\x03\x04 geen pdf")
    ran = lakwerk("audit", empty, good, fake)
    assert ran.code == 1
    assert "2 codes" in ran.out
    assert "leeg.pdf" in ran.err
    assert "nep.pdf" in ran.err
    assert "Traceback" not in ran.err


def test_an_unreadable_file_is_an_error_in_the_json(lakwerk, tmp_path):
    path = tmp_path / "leeg.pdf"
    path.write_bytes(b"")
    ran = lakwerk("audit", "--json", path)
    assert ran.code == 1
    [found] = json.loads(ran.out)["files"]
    assert found["error"]
    assert "codes" not in found


def test_no_file_is_wrong_use(lakwerk, tmp_path):
    assert lakwerk("audit").code == 2
    assert lakwerk("audit", tmp_path / "weg.pdf").code == 2


def test_text_under_a_box_is_a_leak(lakwerk, tmp_path):
    import pymupdf

    path = tmp_path / "besluit.pdf"
    with pymupdf.open() as pdf:
        page = pdf.new_page()
        page.insert_text((72, 100), "Zwaantje Bruinsma vraagt het woord 5.1.2.e", fontsize=11)
        page.draw_rect(pymupdf.Rect(70, 88, 160, 104), fill=(0, 0, 0))
        path.write_bytes(pdf.tobytes())
    ran = lakwerk("audit", "--json", path)
    assert ran.code == 3
    [found] = json.loads(ran.out)["files"]
    assert [leak["page"] for leak in found["leaks"] if leak["severity"] == "leak"] == [1]
    assert "Zwaantje" not in ran.out + ran.err
    assert "LEK: " in lakwerk("audit", path).out


def test_a_text_file_cannot_hide_anything(lakwerk, tmp_path):
    path = tmp_path / "verslag.txt"
    path.write_text(VERSLAG, "utf-8")
    [found] = json.loads(lakwerk("audit", "--json", path).out)["files"]
    assert found["leaks"] == []
