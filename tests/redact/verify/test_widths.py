import pymupdf
import pytest

from redact.verify import Asked, Severity, inspect

NAMES = ("Jansen", "Quaxmans", "de Vries", "Bos", "van der Linden", "Bakker")


def _redacted(name, *, fill=(0, 0, 0), label=None, after=" over de zaak"):
    with pymupdf.open() as pdf:
        pdf.new_page().insert_text((72, 72), f"Gesproken met {name}{after}", fontsize=11)
        data = pdf.tobytes()
    with pymupdf.open(stream=data) as pdf:
        page = pdf[0]
        page.add_redact_annot(page.search_for(name)[0], text=label, fontsize=6, fill=fill)
        page.apply_redactions()
        return pdf.tobytes(garbage=4)


def _found(data, names=()):
    found = inspect(data, Asked(names=names))
    assert not any(name in str(leak) for leak in found for name in NAMES)
    return [leak for leak in found if leak.channel in {"breedte", "namenlijst"}]


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("how", [{}, {"fill": False}, {"label": "5.1", "fill": (0.9,) * 3}])
def test_a_list_of_names_tells_who_was_in_a_gap(name, how):
    tried, measured = _found(_redacted(name, **how), NAMES)
    assert measured.severity is Severity.WARNING
    assert measured.page == 0
    assert tried.severity is Severity.LEAK
    assert tried.message in {"gat 1: 1 van de 6 namen passen", "gat 1: 2 van de 6 namen passen"}


def test_the_true_name_is_never_excluded():
    for name in NAMES:
        tried, _ = _found(_redacted(name), (name, "Wolvenkamp-Quispel"))
        assert tried.message == "gat 1: 1 van de 2 namen passen"


def test_a_gap_that_no_name_fits_points_at_nobody():
    found = _found(_redacted("Quaxmans"), ("Bos", "Kok"))
    assert {leak.severity for leak in found} == {Severity.WARNING}
    assert "gat 1: 0 van de 2 namen passen" in {leak.message for leak in found}


def test_text_without_gaps_has_nothing_to_measure():
    with pymupdf.open() as pdf:
        page = pdf.new_page()
        page.draw_rect(pymupdf.Rect(60, 50, 400, 90), color=None, fill=(0.8, 0.9, 1))
        page.insert_text((72, 72), "Gewone tekst in een gekleurd vak, zonder gaten.", fontsize=11)
        page.insert_text((72, 120), "Naam", fontsize=11)
        page.insert_text((300, 120), "Bedrag", fontsize=11)
        assert _found(pdf.tobytes()) == []


def test_a_label_of_a_width_of_its_own_tells_nothing():
    with pymupdf.open() as pdf:
        page = pdf.new_page()
        for row, after in enumerate(("over de zaak", "en haar broer", "met de wethouder")):
            y = 72 + 30 * row
            page.insert_text((72, y), "Gesproken met ", fontsize=11)
            left = 72 + pymupdf.get_text_length("Gesproken met ", fontsize=11)
            wide = pymupdf.get_text_length("5.1.2.e", fontsize=9)
            page.draw_rect((left, y - 9, left + wide + 2, y + 2), color=None, fill=(0.9,) * 3)
            page.insert_text((left + 1, y), "5.1.2.e", fontsize=9)
            page.insert_text((left + wide + 2, y), f" {after}", fontsize=11)
        assert _found(pdf.tobytes(), NAMES) == []
