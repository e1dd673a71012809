"""A document set anew: all that stays, in order; labels; nothing that went; both standards."""

import io
import re
import shutil
import string

import page
import pikepdf
import pymupdf
import pytest
import typst
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from redact.convert.typeset import typeset
from redact.errors import UndrawableError
from redact.read import read_pdf
from redact.verify.fold import fold
from redact.write.retypeset import retypeset_pdf
from samples.sample import samples

LINES = (
    "Verslag van het overleg over de haven",
    "Aanwezig: mevrouw Quaxmans, de heer De Wit",
    "Mevrouw Quaxmans meldt dat het plan klaar is en gaat erover in gesprek met de buurt,",
    "want Quaxmans Quaxmans kent iedereen.",
)


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.name)
def test_every_sample_is_set_anew_with_all_its_words_and_meets_both_standards(
    sample_pdf, set_anew, sample
):
    made = set_anew(sample_pdf(sample.name), *_persons(sample))
    assert {"PDF/A-2a", "PDF/UA-1"} <= set(made.checks)
    assert "5.1.2.e" in made.text


@pytest.mark.parametrize("sample", samples()[::3], ids=lambda sample: sample.name)
def test_so_is_a_sample_without_tags(sample_pdf, set_anew, sample):
    made = set_anew(sample_pdf(sample.name, tagged=False), *_persons(sample))
    assert {"PDF/A-2a", "PDF/UA-1"} <= set(made.checks)


def _persons(sample):
    spans = [(gold.start, gold.end) for gold in sample.golds if gold.kind == "person"]
    return sorted({sample.text[start:end] for start, end in spans})


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not installed")
def test_a_word_file_is_set_anew(tmp_path, set_anew):
    from redact.convert import to_pdf
    from samples.make import write

    sample = samples(("01-verslag-ketenoverleg",))[0]
    made = set_anew(to_pdf(write(sample, tmp_path, "docx")), "Merel", "Murat Yildirim")
    assert {"PDF/A-2a", "PDF/UA-1"} <= set(made.checks)
    assert "\uf0b7" not in made.text


def test_a_label_takes_the_place_of_what_goes_and_equal_neighbours_share_one(make_pdf, set_anew):
    text = " ".join(set_anew(make_pdf(*LINES), "Quaxmans").text.split())
    assert "Aanwezig: mevrouw 5.1.2.e, de heer De Wit" in text
    assert "Mevrouw 5.1.2.e meldt" in text
    assert "want 5.1.2.e kent iedereen" in text


def test_nothing_of_the_geometry_tells_how_long_a_name_was(make_pdf):
    """The output is the same to the byte whatever name stood there."""

    def output(name):
        data = make_pdf("Verslag van het overleg", f"Aanwezig: mevrouw {name}, de heer De Wit")
        return _without(data, name)

    assert output("Li") == output("Bruinsmakanarie-van Wassenaer")


def test_the_same_input_gives_the_same_bytes(make_pdf):
    data = make_pdf(*LINES)
    assert _without(data, "Quaxmans") == _without(data, "Quaxmans")


def _without(data, name):
    document = read_pdf(data)
    from redact.document import Span
    from redact.finding import Redaction

    spans = [m.span() for m in re.finditer(re.escape(name), document.pages[0].text)]
    assert spans
    orders = [Redaction(Span(0, *span), "5.1.2.e") for span in spans]
    return retypeset_pdf(data, document, orders)


def test_the_document_has_dutch_as_its_language_and_a_title_without_what_went(make_pdf, set_anew):
    made = set_anew(make_pdf(*LINES), "Quaxmans", title="Gesprek met Quaxmans")
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        assert str(pdf.Root.Lang).lower().startswith("nl")
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        assert str(pdf.docinfo.Title) == "Gesprek met 5.1.2.e"


def test_without_a_title_the_first_heading_is_taken(sample_pdf, set_anew):
    made = set_anew(sample_pdf("01-verslag-ketenoverleg"))
    with pikepdf.open(io.BytesIO(made.pdf)) as pdf:
        assert str(pdf.docinfo.Title) == "Vastgesteld verslag KUO-R"


def test_the_legend_explains_every_code_and_is_left_out_without_codes(make_pdf, set_anew):
    with_codes = read_pdf(set_anew(make_pdf(*LINES), "Quaxmans").pdf)
    assert "Toelichting bij de codes" in with_codes.pages[-1].text
    assert "levenssfeer" in with_codes.pages[-1].text
    assert "Toelichting bij de codes" not in read_pdf(set_anew(make_pdf(*LINES)).pdf).text


def test_a_picture_is_not_taken_over_and_its_place_says_so(set_anew):
    with pymupdf.open() as pdf:
        sheet = pdf.new_page()
        sheet.insert_text((72, 72), "Boven de foto van Quaxmans staat dit.")
        pixels = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 60, 60))
        sheet.insert_image(pymupdf.Rect(72, 100, 272, 300), pixmap=pixels)
        sheet.insert_text((72, 350), "Onder de foto staat dat.")
        data = pdf.tobytes()
    made = set_anew(data, "Quaxmans")
    assert made.pictures == 1
    words = fold(made.text)
    assert words.index("bovendefoto") < words.index(fold("[afbeelding niet overgenomen]"))
    assert words.index(fold("[afbeelding niet overgenomen]")) < words.index("onderdefoto")
    with pymupdf.open(stream=made.pdf) as pdf:
        assert not any(sheet.get_images() for sheet in pdf)


def test_running_headers_stand_once_and_old_page_numbers_go(make_pdf, set_anew):
    words = ("De haven", "Het plein", "Een brug", "Geen weg")
    pages = [
        ("Gemeente Aldersloot", f"{word} is besproken.", f"pagina {number} van 4")
        for number, word in enumerate(words, 1)
    ]
    text = set_anew(make_pdf(*(line for lines in pages for line in lines), per_page=3)).text
    assert text.count("Gemeente Aldersloot") == 1
    assert text.count("is besproken") == 4
    assert "pagina" not in text.replace("Pagina", "")


def test_a_number_with_nothing_behind_it_is_text(set_anew):
    assert "a." in set_anew(typeset(b"a.\n\nAAA")).text


def test_a_number_that_goes_is_no_marker_of_an_item(make_pdf, set_anew):
    lines = ("Zij wonen aan de Quaxmanslaan", "", "79. Dat is bekend.", "", "80. Ook dit blijft.")
    made = set_anew(make_pdf(*lines), "Quaxmanslaan", "79")
    assert "79" not in made.text
    assert "80." in made.text


def test_the_number_that_a_tag_calls_a_marker_goes_too(set_anew):
    data = typst.compile(b"+ Het eerste punt.\n+ Het tweede punt.", format="pdf")
    text = set_anew(data, "2. Het tweede punt.").text
    assert "2." not in text.replace("5.1.2.e", "")
    assert fold("1. Het eerste punt.") in fold(text)


MARKUP = "#[]$*_`<>@=+-/\\~\"'{}();:&|^%!?.,#"


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    st.lists(
        st.text(
            st.sampled_from(MARKUP + string.ascii_letters + string.digits + " éüß€“”"), max_size=60
        ),
        min_size=1,
        max_size=8,
    ).filter(lambda lines: sum(c.isalpha() for line in lines for c in line) > 3)
)
def test_text_is_never_read_as_markup(set_anew, lines):
    made = set_anew(typeset("\n\n".join(lines).encode()))
    letters = [c for c in "".join(made.document.text.split()) if not c.isalnum()]
    for sign in set(letters) & set("#[]$`<>@=+/\\~{}();&|^%!?"):
        assert sign in made.text
    assert page.is_pdf_compliant_bytes(made.pdf, profile="ua1")


@pytest.mark.parametrize(
    "line",
    [
        '#eval("1+1") en #panic() en #read("geheim")',
        "$x^2$ en *vet* en _schuin_ en `code` en <label> en @verwijzing",
        "= Geen kop\n- geen lijst",
        "https://voorbeeld.nl/#a //geen commentaar/*ook niet*/ \\u{41} ~ -- ---",
    ],
)
def test_commands_of_typst_stand_there_as_text(make_pdf, set_anew, line):
    made = set_anew(
        make_pdf("Verslag van het overleg", *line.split("\n"), "Gesproken met Quaxmans"), "Quaxmans"
    )
    have = "".join(made.text.split())
    assert all("".join(part.split()).removeprefix("-") in have for part in line.split("\n"))


def test_letters_that_our_fonts_lack_are_refused():
    with pymupdf.open() as pdf:
        pdf.new_page().insert_text((72, 72), "Verslag over \u4f60\u597d", fontname="china-s")
        data = pdf.tobytes()
    with pytest.raises(UndrawableError):
        retypeset_pdf(data, read_pdf(data), [])
