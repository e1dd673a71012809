"""Switch each remover of the writer off in turn: the verifier must object every time."""

import importlib
import io
from functools import reduce

import numpy as np
import pikepdf
import pymupdf
import pytest

from redact.document import Span
from redact.errors import LeakError
from redact.finding import Redaction
from redact.read import read_pdf
from redact.verify import verify
from redact.write import outline, write_pdf

NAME = "Quaxmans"


@pytest.fixture(scope="module")
def rich():
    """A tagged PDF that holds a name in every place we know of."""
    with pymupdf.open() as pdf:
        page = pdf.new_page()
        page.insert_text((72, 72), f"Gesproken met {NAME} over de zaak.", fontsize=11)
        page.insert_text((72, 120), "De wethouder was erbij, het verslag volgt.", fontsize=11)
        _scan(page)
        _outlines(page)
        page.add_text_annot((300, 300), f"Vraag het {NAME}")
        page.add_freetext_annot((72, 400, 300, 420), f"Namens {NAME}")
        page.insert_link(
            {"kind": pymupdf.LINK_URI, "from": pymupdf.Rect(72, 600, 200, 620), "uri": _mail()}
        )
        _field(page)
        pdf.set_toc([[1, f"Gesproken met {NAME}", 1], [1, "De wethouder", 1]])
        pdf.embfile_add("bijlage.txt", f"over {NAME}".encode())
        data = pdf.tobytes()
    return _with_hidden(data)


def _mail():
    return f"mailto:{NAME}@voorbeeld.nl"


def _scan(page):
    """A picture of a line of text, with the text over it that OCR would put there."""
    with pymupdf.open() as other:
        picture = other.new_page(width=200, height=30)
        picture.insert_text((10, 20), f"Scan van {NAME}", fontsize=11)
        page.insert_image((72, 150, 272, 180), pixmap=picture.get_pixmap(dpi=144))
    plain = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 10, 10))
    plain.clear_with(128)
    page.insert_image((72, 650, 102, 680), pixmap=plain)
    page.insert_text((82, 170), f"Scan van {NAME}", fontsize=11, render_mode=3)


def _outlines(page):
    """A text of which the letters are drawn as shapes, under the text itself."""
    page.insert_text((72, 220), f"Getekend: {NAME}", fontsize=11)
    place = page.search_for(NAME)[-1]
    for step in range(3):
        left = place.x0 + 1 + 8 * step
        page.draw_oval((left, place.y0 + 4, left + 6, place.y1 - 4), fill=(0, 0, 0), color=None)


def _field(page):
    field = pymupdf.Widget()
    field.field_type, field.field_name = pymupdf.PDF_WIDGET_TYPE_TEXT, "aanwezig"
    field.field_value, field.rect = NAME, pymupdf.Rect(300, 500, 500, 520)
    page.add_widget(field)


def _with_hidden(data):
    """Add what no page shows."""
    from pikepdf import Array, Dictionary, Name, Stream, String

    with pikepdf.open(io.BytesIO(data)) as pdf:
        page = pdf.pages[0]
        marked = f"/Span <</ActualText (met {NAME})>> BDC".encode()
        page.contents_add(Stream(pdf, marked + b" BT /helv 11 Tf 72 260 Td (x) Tj ET EMC"))
        page.contents_add(Stream(pdf, f"/Punt <</Van ({NAME})>> DP".encode()))
        root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        element = Dictionary(
            Type=Name.StructElem, S=Name.P, P=root, Pg=page.obj, Alt=String(f"Foto van {NAME}")
        )
        element.T = String(f"Alinea over {NAME}")
        root.K = Array([pdf.make_indirect(element)])
        pdf.Root.StructTreeRoot, pdf.Root.MarkInfo = root, Dictionary(Marked=True)
        pdf.Root.PieceInfo = Dictionary(Word=Dictionary(Private=String(f"van {NAME}")))
        pdf.Root.Metadata = Stream(pdf, f"<x><dc:creator>{NAME}</dc:creator></x>".encode())
        pdf.Root.OpenAction = Dictionary(S=Name.JavaScript, JS=String(f"alert('{NAME}')"))
        page.obj.PieceInfo = Dictionary(Word=Dictionary(Private=String(f"van {NAME}")))
        page.obj.Eigen = String(f"blad van {NAME}")
        for image in pdf.objects:
            if isinstance(image, Stream) and image.get("/Subtype") == Name.Image:
                image.Metadata = Stream(pdf, f"<x>{NAME}</x>".encode())
        pdf.trailer.Info = Dictionary(Author=String(NAME))
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


@pytest.fixture(scope="module")
def document(rich):
    return read_pdf(rich)


@pytest.fixture(scope="module")
def ordered(document):
    return [
        Redaction(Span(page.number, start, start + len(NAME)), "5.1.2.e")
        for page in document
        for start in range(len(page.text))
        if page.text.startswith(NAME, start)
    ]


def _nothing(*_args, **_kwargs):
    return None


def _none_of(one, other):
    return np.zeros((len(one), len(other)), dtype=bool)


def _as_it_was(titles, spans):
    return " ".join(map(titles._document.text_of, spans))


def _made_up(level, spans, _):
    return outline.Entry(level, "Besloten overleg", spans[0].page, None)


MUTATIONS = {
    "text and pixels are marked to go": {"remove._mark": _nothing},
    "pictures lose pixels": {
        "remove._meet": _none_of,
        "remove._inside": _none_of,
        "remove._twins": lambda *_: {},
        "hold.Hold.spread": lambda *_: False,  # it blanks more of them
    },
    "remarks and fields become part of the page": {"remove._bake": _nothing},
    "bookmarks lose what was removed": {"titles.Titles.shown": _as_it_was},
    "bookmarks say what a page shows": {"outline._entry": _made_up},
    "links lead nowhere else": {"clean._clean_links": _nothing},
    "tags lose what was removed": {"clean.clean_structure": _nothing},
    "texts beside the content go": {"clean.clean_contents": _nothing},
    "only known keys stay": {"clean.prune": _nothing},
    "every gap is explained": {"pdf._label": lambda *_: []},
}


def test_the_rich_document_is_clean_when_all_removers_work(rich, document, ordered):
    assert len(ordered) >= 4
    verify(write_pdf(rich, document, ordered), document, ordered)


@pytest.mark.parametrize("mutation", MUTATIONS)
def test_a_remover_that_does_nothing_is_noticed(monkeypatch, rich, document, ordered, mutation):
    for path, instead in MUTATIONS[mutation].items():
        module, *holders, name = path.split(".")
        holder = reduce(getattr, holders, importlib.import_module(f"redact.write.{module}"))
        monkeypatch.setattr(holder, name, instead)
    with pytest.raises(LeakError) as caught:
        verify(write_pdf(rich, document, ordered), document, ordered)
    assert NAME not in str(caught.value)
