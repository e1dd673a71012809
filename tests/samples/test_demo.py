import re

import pytest

from samples.demo import demonstrate, guide
from samples.sample import samples

VERSLAG = samples(("01-verslag-ketenoverleg",))


def _text(pdf):
    import pypdf

    return [page.extract_text() for page in pypdf.PdfReader(pdf).pages]


@pytest.fixture(scope="module")
def done(tmp_path_factory):
    folder = tmp_path_factory.mktemp("demo")
    assert demonstrate(folder, VERSLAG) == 0
    return folder


def test_the_redacted_verslag_shows_the_seeds_codes(done):
    text = "\n".join(_text(done / "openbaar" / "01-verslag-ketenoverleg.pdf"))
    for code in ("5.1.2.e", "5.1.2.i", "5.1.2.d", "4.1.4"):
        assert code in text
    assert len(re.findall(r"\(via\s+5\.1\.2\.e\s*\)", text)) == 2
    assert "BESLUIT" in text


def test_the_names_of_the_verslag_are_gone(done):
    text = "\n".join(_text(done / "openbaar" / "01-verslag-ketenoverleg.pdf"))
    for name in ("Yasmina", "Murat", "Dariusz", "Reestdal"):
        assert name not in text


def test_the_agenda_item_out_of_scope_keeps_its_number(done):
    lines = [
        line.strip()
        for page in _text(done / "openbaar" / "01-verslag-ketenoverleg.pdf")
        for line in page.split("\n")
    ]
    item = lines.index("CASUÏSTIEK") + 1
    assert lines[item].startswith("4.")
    assert "Kanaalweg" not in "\n".join(lines)


def test_it_can_be_run_again(done):
    assert demonstrate(done, VERSLAG) == 0


def test_the_guide_names_files_that_exist(done):
    shown = guide(done)
    for path in ("bron", "openbaar", "openbaar/report.html"):
        assert str(done / path) in shown
        assert (done / path).exists()


def test_the_guide_says_when_nothing_came_out(tmp_path):
    assert "geen enkel gelakt stuk" in guide(tmp_path)
