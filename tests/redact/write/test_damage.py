"""Objects that are not what they should be: the rest of the file is redacted all the same."""

import io

import pikepdf
import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name

from redact.document import Span
from redact.errors import DamagedError
from redact.finding import Redaction
from redact.read import read_pdf
from redact.verify import verify
from redact.write.damage import damage
from redact.write.pdf import write

NAME = "Zonderlingius"


@pytest.fixture
def redacted(make_pdf):
    """Return a function that spoils a page, takes the name out of it, and checks the output."""

    def redact(spoil):
        with pikepdf.open(io.BytesIO(make_pdf(f"De heer {NAME} opent."))) as pdf:
            spoil(pdf, pdf.pages[0])
            out = io.BytesIO()
            pdf.save(out)
        document = read_pdf(out.getvalue())
        start = document.pages[0].text.index(NAME)
        ordered = [Redaction(Span(0, start, start + len(NAME)), "5.1.2.e")]
        output = write(out.getvalue(), document, ordered).pdf
        verify(output, document, ordered)
        with pymupdf.open(stream=output) as pdf:
            return pdf[0].get_text()

    return redact


def a_form_without_a_box(pdf, page):
    form = pdf.make_stream(b"0 0 m 5 5 l S", Type=Name.XObject, Subtype=Name.Form)
    page.Resources.XObject = Dictionary(Odd=form)
    page.contents_add(b"q /Odd Do Q", prepend=True)


def a_form_without_a_stream(_, page):
    page.Resources.XObject = Dictionary(Odd=Dictionary(Type=Name.XObject, Subtype=Name.Form))
    page.contents_add(b"q /Odd Do Q", prepend=True)


def a_font_that_is_a_number(_, page):
    page.Resources.Font.Odd = 7
    page.contents_add(b"BT /Odd 5 Tf ET", prepend=True)


def a_font_without_a_descendant(_, page):
    page.Resources.Font.Odd = Dictionary(
        Type=Name.Font,
        Subtype=Name.Type0,
        BaseFont=Name.Odd,
        Encoding=Name("/Identity-H"),
        DescendantFonts=Array([None]),
    )
    page.contents_add(b"BT /Odd 5 Tf ET", prepend=True)


def a_font_with_odd_widths(_, page):
    font = next(font for name, font in page.Resources.Font.items())
    page.Resources.Font.Odd = Dictionary({**dict(font), "/Widths": Array([Name.Wide])})
    page.contents_add(b"BT /Odd 5 Tf 20 20 Td ( ) Tj ET", prepend=True)


def a_picture_in_the_text_with_every_key_twice(_, page):
    page.contents_add(
        b"q 9 0 0 9 20 20 cm BI /W 1 /W 2 /H 1 /H 1 /BPC 8 /CS /G ID \x80\x80 EI Q", prepend=True
    )


def a_picture_of_a_packing_nobody_has(pdf, page):
    odd = pdf.make_stream(b"\0" * 9, Type=Name.XObject, Subtype=Name.Image, Width=3, Height=3)
    odd.ColorSpace, odd.BitsPerComponent, odd.Filter = Name.DeviceGray, 8, Name.OddDecode
    page.Resources.XObject = Dictionary(Odd=odd)
    page.contents_add(b"q 9 0 0 9 20 20 cm /Odd Do Q", prepend=True)


def a_reference_to_nothing(pdf, page):
    page.obj.Annots = Array([pdf.get_object(999, 0)])


@pytest.mark.parametrize(
    "spoil",
    [
        a_form_without_a_box,
        a_form_without_a_stream,
        a_font_that_is_a_number,
        a_font_without_a_descendant,
        a_font_with_odd_widths,
        a_picture_in_the_text_with_every_key_twice,
        a_picture_of_a_packing_nobody_has,
        a_reference_to_nothing,
    ],
)
def test_the_file_is_redacted_beside(redacted, spoil):
    text = redacted(spoil)
    assert NAME not in text
    assert "5.1.2.e" in text


@pytest.mark.parametrize(
    "error",
    [pikepdf.PdfError(), AttributeError(), KeyError(), RuntimeError(), TypeError(), ValueError()],
)
def test_what_breaks_off_is_damaged(error):
    with pytest.raises(DamagedError), damage():
        raise error


def test_a_mistake_of_ours_in_an_assertion_is_no_damage():
    with pytest.raises(AssertionError), damage():
        raise AssertionError
