"""Areas drawn by hand: all in them goes, and the verifier agrees."""

import numpy as np
import pymupdf
import pytest

from redact.areas import OBJECT, Area, with_areas
from redact.document import Span
from redact.errors import LeakError
from redact.finding import Redaction
from redact.geometry import Box
from redact.read import read_pdf
from redact.verify import verify
from redact.write import write

PICTURE = Area(0, Box(100, 220, 250, 300), ("5.1.2.e",))
SIGNATURE = Area(0, Box(90, 490, 260, 530), ("5.1.2.e", "5.1.1.d"))


@pytest.fixture(scope="module")
def source():
    """Return a page with a line of text, a picture of noise, and a signature in strokes."""
    with pymupdf.open() as pdf:
        page = pdf.new_page()
        page.insert_text((72, 100), "Afspraak met Zwartbol over de kap.")
        noise = np.random.default_rng(1).integers(0, 255, (100, 200, 3), dtype=np.uint8)
        pixels = pymupdf.Pixmap(pymupdf.csRGB, 200, 100, noise.tobytes(), False)  # noqa: FBT003  it has no names
        page.insert_image(pymupdf.Rect(72, 200, 372, 350), pixmap=pixels)
        shape = page.new_shape()
        shape.draw_bezier((100, 500), (150, 450), (200, 560), (250, 500))
        shape.finish(color=(0, 0, 1))
        shape.commit()
        return pdf.tobytes()


def written(source, *areas):
    document, ordered = with_areas(read_pdf(source), areas)
    output = write(source, document, ordered).pdf
    return output, document, ordered


def pixels(pdf, box):
    with pymupdf.open(stream=pdf) as opened:
        shot = opened[0].get_pixmap(clip=pymupdf.Rect(*box), dpi=72)
        return np.frombuffer(shot.samples, np.uint8).reshape(shot.height, shot.width, shot.n)


def test_the_pixels_under_an_area_go_and_its_code_stands_there(source):
    output, document, ordered = written(source, PICTURE)
    assert verify(output, document, ordered).checks
    assert np.unique(pixels(output, (180, 230, 245, 290))).tolist() == [255]
    assert len(np.unique(pixels(output, (260, 230, 360, 290)))) > 100
    with pymupdf.open(stream=output) as opened:
        assert "5.1.2.e" in opened[0].get_text(clip=pymupdf.Rect(*PICTURE.box))


def test_strokes_that_an_area_touches_go_wholly(source):
    output, document, ordered = written(source, SIGNATURE)
    assert verify(output, document, ordered).checks
    with pymupdf.open(stream=output) as opened:
        drawn = [item for path in opened[0].get_drawings() for item in path["items"]]
        assert "c" not in [item[0] for item in drawn]
        assert "5.1.1.d, 5.1.2.e" in opened[0].get_text()


def test_text_under_an_area_goes_too(source):
    output, document, ordered = written(source, Area(0, Box(60, 80, 400, 110), ("5.1.2.e",)))
    assert verify(output, document, ordered).checks
    with pymupdf.open(stream=output) as opened:
        assert "Zwartbol" not in opened[0].get_text()


def test_an_area_that_was_not_emptied_is_a_leak(source):
    document, ordered = with_areas(read_pdf(source), [PICTURE])
    untouched = write(source, read_pdf(source), []).pdf
    with pytest.raises(LeakError):
        verify(untouched, document, ordered)


def test_an_area_becomes_a_character_with_the_area_as_its_box(source):
    document, ordered = with_areas(read_pdf(source), [PICTURE])
    assert [document.text_of(redaction.span) for redaction in ordered] == [OBJECT]
    assert document.pages[0].boxes[-1].tolist() == list(PICTURE.box)


def test_each_ground_of_an_area_is_a_redaction(source):
    _, ordered = with_areas(read_pdf(source), [SIGNATURE])
    assert sorted(redaction.ground for redaction in ordered) == ["5.1.1.d", "5.1.2.e"]
    assert isinstance(ordered[0], Redaction)


def test_without_areas_a_document_is_what_it_was(source):
    document = read_pdf(source)
    same, ordered = with_areas(document, [])
    assert (same.text, ordered) == (document.text, ())


def test_an_area_beside_a_gap_is_none_of_its_line(source):
    document = read_pdf(source)
    start = document.pages[0].text.index("Zwartbol")
    name = Redaction(Span(0, start, start + len("Zwartbol")), "5.1.2.e")
    document, areas = with_areas(document, [Area(0, Box(300, 60, 400, 140), ("5.1.1.d",))])
    ordered = (name, *areas)
    output = write(source, document, ordered).pdf
    assert verify(output, document, ordered).checks
    with pymupdf.open(stream=output) as opened:
        line = opened[0].get_text(clip=pymupdf.Rect(60, 85, 299, 110))
    assert line.split() == ["Afspraak", "met", "5.1.2.e", "over", "de", "kap."]


def test_areas_may_touch_and_overlap(source):
    areas = [Area(0, Box(100 + 30 * n, 220, 170 + 30 * n, 250), (f"5.1.2.{n}",)) for n in range(5)]
    output, document, ordered = written(source, *areas, PICTURE)
    assert verify(output, document, ordered).checks


def test_an_area_that_covers_a_whole_page_leaves_its_code(source):
    output, document, ordered = written(source, Area(0, Box(0, 0, 595, 842), ("5.1.2.e",)))
    assert verify(output, document, ordered).checks
    with pymupdf.open(stream=output) as opened:
        assert opened[0].get_text().split() == ["5.1.2.e"]


def test_the_code_of_a_narrow_area_is_read_from_below(source):
    output, document, ordered = written(source, Area(0, Box(400, 220, 415, 320), ("5.1.2.e",)))
    assert verify(output, document, ordered).checks
    with pymupdf.open(stream=output) as opened:
        blocks = opened[0].get_text("dict", flags=0)["blocks"]
        lines = [line for block in blocks for line in block["lines"]]
    assert (0.0, -1.0) in [line["dir"] for line in lines]


def test_an_area_on_a_page_that_became_a_picture_is_explained_too(source):
    document, ordered = with_areas(read_pdf(source), [PICTURE, SIGNATURE])
    output = write(source, document, ordered, pictured=[0]).pdf
    assert verify(output, document, ordered).checks


@pytest.mark.parametrize("spoil", ["nothing", "more"])
def test_an_area_with_anything_but_its_code_is_a_leak(source, spoil):
    output, document, ordered = written(source, PICTURE)
    with pymupdf.open(stream=output) as pdf:
        if spoil == "nothing":
            pdf[0].add_redact_annot(pdf[0].search_for("5.1.2.e")[0], fill=False)
            pdf[0].apply_redactions()
        else:
            pdf[0].insert_text((200, 240), "Zw", fontsize=5)
        spoiled = pdf.tobytes(garbage=4)
    with pytest.raises(LeakError, match="plaats"):
        verify(spoiled, document, ordered)
