import io
import zlib

import pikepdf
import pymupdf
import pytest

from redact.verify.gone import _stands_in

NAME = "Quaxmans"


def _channels(leaks):
    return {leak.split(":")[0].split(",")[0] for leak in leaks}


def _with_object(output, raw: bytes) -> bytes:
    """Hang an object, written as these bytes, under the catalogue."""
    with pikepdf.open(io.BytesIO(output)) as pdf:
        pdf.Root.PieceInfo = pdf.make_indirect(pikepdf.Object.parse(raw))
        out = io.BytesIO()
        pdf.save(out, compress_streams=False, object_stream_mode=pikepdf.ObjectStreamMode.disable)
    return out.getvalue()


def test_a_black_box_over_the_name_is_no_removal(case):
    def draw(pdf):
        for page in pdf:
            for place in page.search_for(NAME):
                page.draw_rect(place, color=0, fill=0)

    with pymupdf.open(stream=case.data) as pdf:
        draw(pdf)
        leaks = case.leaks(pdf.tobytes(garbage=4))
    assert {"tekst volgens pdfium", "tekst volgens pypdf", "plaats"} <= _channels(leaks)
    assert any("pagina 1" in leak for leak in leaks)
    assert any("pagina 2" in leak for leak in leaks)


@pytest.mark.parametrize(
    "written",
    [
        "Quaxmans",
        "QUAXMANS",
        "Q u a x m a n s",
        "Quax-mans",
        "Quäxmans",
        "dhr.Quaxmans-de Wit",
    ],
)
def test_a_name_is_found_however_it_is_written(case, written):
    output = case.honest(draw=lambda pdf: pdf[1].insert_text((72, 400), written))
    leaks = case.leaks(output)
    assert "tekst volgens pdfium, pagina 2: tekst die weg moest is nog te lezen" in leaks


def test_part_of_a_name_left_elsewhere_is_found(make_case):
    case = make_case("Gesproken met Xandra Quaxmans.", "Dank.", remove=["Xandra Quaxmans"])
    assert not case.leaks(case.honest())
    output = case.honest(draw=lambda pdf: pdf[0].insert_text((72, 400), "Vraag het Xandra"))
    assert "tekst volgens pdfium" in _channels(case.leaks(output))


def test_a_number_is_found_whatever_stands_between_its_digits(make_case):
    case = make_case("Bel 06-12345678 of mail.", remove=["06-12345678"])
    for written in ("06 1234 5678", "+31 6 12345678", "0612345678"):
        output = case.honest(draw=lambda pdf, w=written: pdf[0].insert_text((72, 400), w))
        assert "tekst volgens pdfium" in _channels(case.leaks(output))


def test_a_word_that_may_stay_elsewhere_raises_no_alarm(make_case):
    case = make_case(
        "De heer Populier woont daar.",
        "De Populierenlaan is een straat; de populier een boom.",
        remove=["Populier "],
    )
    assert not case.leaks(case.honest())


def test_removed_words_may_stand_in_the_explanation_of_the_grounds(make_case):
    case = make_case(
        "De persoonlijke beleidsopvatting van de adviseur gaat hier weg, omdat het moet.",
        "Verder blijft alles.",
        remove=["De persoonlijke beleidsopvatting van de adviseur gaat hier weg"],
        ground="5.2.1",
    )

    def explain(pdf):
        pdf.new_page(-1, 595, 842).insert_text((72, 72), "5.2.1: persoonlijke beleidsopvatting")

    assert not case.leaks(case.honest(draw=explain))


def test_a_name_inside_a_word_of_the_explanation_is_no_leak(make_case):
    case = make_case("Gesproken met P. Licht.", remove=["P. Licht"])

    def explain(pdf):
        pdf.new_page(-1, 595, 842).insert_text((72, 72), "Toelichting bij de codes")

    assert not case.leaks(case.honest(draw=explain))


def test_a_name_on_an_added_page_is_found(case):
    def explain(pdf):
        pdf.new_page(-1, 595, 842).insert_text((72, 72), "5.1.2.e: Quaxmans")

    leaks = case.leaks(case.honest(draw=explain))
    assert "tekst volgens pdfium, pagina 3: tekst die weg moest is nog te lezen" in leaks


def test_metadata_with_the_name_is_found(case):
    output = case.honest(draw=lambda pdf: pdf.set_metadata({"title": f"Gesprek {NAME}"}))
    assert "documenteigenschappen" in _channels(case.leaks(output))


def test_xmp_with_the_name_is_found(case):
    output = case.honest(draw=lambda pdf: pdf.set_xml_metadata(f"<x><a>{NAME}</a></x>"))
    assert "XMP-metagegevens" in _channels(case.leaks(output))


def test_a_bookmark_with_the_name_is_found(case):
    output = case.honest(draw=lambda pdf: pdf.set_toc([[1, f"Gesprek met {NAME}", 1]]))
    assert "bladwijzers" in _channels(case.leaks(output))


def test_a_comment_with_the_name_is_found(case):
    output = case.honest(
        draw=lambda pdf: pdf[1].add_text_annot((10, 10), f"Dit is {NAME}") and None
    )
    leaks = case.leaks(output)
    assert any(leak.startswith("opmerkingen, pagina 2") for leak in leaks)


def test_a_form_field_with_the_name_is_found(case):
    def draw(pdf):
        field = pymupdf.Widget()
        field.field_type = pymupdf.PDF_WIDGET_TYPE_TEXT
        field.field_name = "aanwezig"
        field.field_value = NAME
        field.rect = pymupdf.Rect(300, 500, 500, 520)
        pdf[0].add_widget(field)

    leaks = _channels(case.leaks(case.honest(draw=draw)))
    assert leaks & {"formuliervelden", "opmerkingen"}


def test_an_attachment_is_refused_and_the_name_in_it_found(case):
    output = case.honest(draw=lambda pdf: pdf.embfile_add("bijlage", NAME.encode()))
    assert {"bijlagen", "benoemde bestemmingen en bijlagen"} <= _channels(case.leaks(output))


@pytest.mark.parametrize(
    "raw",
    [
        b"(Gesprek met Quaxmans)",
        b"(Qu\\141xm\\141ns)",
        b"(Quax\\\nmans)",
        b"<5175 6178 6d61 6e73>",
        b"<FEFF" + NAME.encode("utf-16-be").hex().encode() + b">",
        b"(" + NAME.encode("utf-16-le") + b")",
        b"/F_Quaxmans",
        b"/F_Qu#61xmans",
        b"<< /Quaxmans 1 >>",
        b"[(Quax) -20 (mans)]",
    ],
)
def test_the_name_is_found_in_any_notation_in_the_bytes(case, raw):
    output = _with_object(case.honest(), raw)
    assert "bytes van het bestand" in _channels(case.leaks(output))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (b"bel 0612345678 nu", True),
        (b"(tel0612345678x)", True),
        (b"<00410612345678004f>", False),
        (b"<00a0612345678b>", False),
    ],
)
def test_digits_amid_other_digits_are_taken_for_chance(text, found):
    assert _stands_in([text], [b"0612345678"]) is found


def test_the_name_is_found_in_a_packed_stream_and_in_an_object_stream(case):
    with pikepdf.open(io.BytesIO(case.honest())) as pdf:
        pdf.Root.Hidden = pikepdf.Stream(pdf, b"over Quaxmans gesproken")
        pdf.Root.Named = pdf.make_indirect(pikepdf.Dictionary(Who=pikepdf.String(NAME)))
        out = io.BytesIO()
        pdf.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    assert NAME.encode() not in out.getvalue()
    assert "bytes van het bestand" in _channels(case.leaks(out.getvalue()))


def test_replacement_text_with_the_name_is_found(case):
    """An /ActualText brings the name back on copying."""
    with pikepdf.open(io.BytesIO(case.honest())) as pdf:
        page = pdf.pages[0]
        page.contents_coalesce()
        drawn = page.Contents.read_bytes()
        page.Contents = pikepdf.Stream(
            pdf, b"/Span << /ActualText (Quaxmans) >> BDC\n" + drawn + b"\nEMC"
        )
        out = io.BytesIO()
        pdf.save(out)
    assert "bytes van het bestand" in _channels(case.leaks(out.getvalue()))


def test_a_comment_between_objects_is_found(case):
    output = case.honest()
    spoiled = output.replace(b"\ntrailer", b"\n% Quaxmans\ntrailer", 1)
    if spoiled == output:
        spoiled = output.replace(b"\nendobj", b"\n% Quaxmans\nendobj", 1)
    assert "bytes van het bestand" in _channels(case.leaks(spoiled))


def test_the_name_in_the_remarks_of_a_picture_is_found(case):
    pixels = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 9, 9))
    pixels.clear_with(90)
    jpeg = pixels.tobytes("jpg")
    said = b"foto van " + NAME.encode()
    remark = b"\xff\xfe" + (len(said) + 2).to_bytes(2, "big") + said
    picture = jpeg[:2] + remark + jpeg[2:]
    output = case.honest(
        draw=lambda pdf: pdf[0].insert_image(pymupdf.Rect(300, 600, 320, 620), stream=picture)
    )
    assert "afbeeldingen" in _channels(case.leaks(output))


def test_words_of_the_pdf_language_are_not_taken_for_names(make_case):
    """A person called Page must not block every PDF there is."""
    case = make_case("Gesproken met Page en Source.", remove=["Page", "Source"])
    assert not case.leaks(case.honest())


def test_deflate_that_breaks_off_does_not_hide_what_came_before(case):
    packed = zlib.compress(b"q Q " * 500 + b"over Quaxmans gesproken " * 50)[:-12]
    loose = b"\n99 0 obj\n<</Length %d/Filter/FlateDecode>>\nstream\n%s\nendstream\nendobj\n"
    output = case.honest()
    at = output.rindex(b"startxref")
    spoiled = output[:at] + loose % (len(packed), packed) + output[at:]
    assert "bytes van het bestand" in _channels(case.leaks(spoiled))
