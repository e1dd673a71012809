"""The outline of an output says what its pages say, and leads there."""

from io import BytesIO
from itertools import pairwise

import pikepdf
import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name, String

from redact.read import read_pdf
from redact.standards import standards_of
from redact.write import write

NAME = "Jan de Vries"
TAGGED = """#set document(title: "Verslag")
#set text(lang: "nl")
= Overleg
De heer Jan de Vries opent.
== Vervolg met Jan de Vries
Tot slot.
#pagebreak()
== Afspraken
Er volgt een brief.
"""
LEFT = 40


def typeset(text=TAGGED):
    import typst

    return typst.compile(text.encode(), format="pdf")


def changed(data, change):
    with pikepdf.open(BytesIO(data)) as pdf:
        change(pdf)
        out = BytesIO()
        pdf.save(out)
        return out.getvalue()


def bookmarked(data, *items):
    """Return a PDF with these bookmarks and no others; `items` are dictionaries."""

    def change(pdf):
        made = [pdf.make_indirect(item(pdf)) for item in items]
        outline = pdf.make_indirect(Dictionary(Type=Name.Outlines, First=made[0], Last=made[-1]))
        for one, other in pairwise(made):
            one.Next, other.Prev = other, one
        for one in made:
            one.Parent = outline
        pdf.Root.Outlines = outline

    return changed(data, change)


def to(title, page, *where):
    """Return a bookmark to a place on a page."""
    return lambda pdf: Dictionary(
        Title=String(title), Dest=Array([pdf.pages[page].obj, *(where or [Name.Fit])])
    )


def unmarked(data):
    def change(pdf):
        del pdf.Root["/Outlines"]

    return changed(data, change)


def toc(data):
    """Return level, title, page and how far down that each bookmark leads."""
    with pymupdf.open(stream=data, filetype="pdf") as pdf:
        return [
            (level, title, page, round(to_["to"].y) if to_.get("to") else None)
            for level, title, page, to_ in pdf.get_toc(simple=False)
        ]


def titles(data):
    return [title for _, title, *_ in toc(data)]


def top_of(data, text):
    with pymupdf.open(stream=data, filetype="pdf") as pdf:
        return next(round(place.y0) for page in pdf for place in page.search_for(text))


def test_a_tagged_source_without_bookmarks_gets_one_for_each_heading(without):
    source = unmarked(typeset())
    output = without(source, NAME)
    assert [entry[:3] for entry in toc(output)] == [
        (1, "Overleg", 1),
        (2, "Vervolg met 5.1.2.e", 1),
        (2, "Afspraken", 2),
    ]
    for (*_, height), heading in zip(toc(output), ("Overleg", "Vervolg", "Afspraken"), strict=True):
        assert abs(height - top_of(source, heading)) < 10


def test_an_output_with_an_outline_meets_both_standards(without):
    for source in (typeset(), unmarked(typeset())):
        assert standards_of(without(source, NAME)) == (("PDF/UA-1", "PDF/A-2a"), ())


def test_bookmarks_of_which_none_can_be_matched_make_way_for_the_headings(without):
    source = bookmarked(typeset(), to("Dossier 12", 0), to("Bijlage bij de bijlage", 1))
    assert titles(without(source, NAME)) == ["Overleg", "Vervolg met 5.1.2.e", "Afspraken"]


def test_a_bookmark_has_the_text_of_the_heading_that_it_names(make_pdf, without):
    lines = ("1. Gesprek met", "Jan de Vries", "Verder", "niets")
    source = bookmarked(
        make_pdf(*lines, per_page=2), to("Gesprek met Jan de Vries", 0), to("VERDER", 1)
    )
    assert titles(without(source, NAME)) == ["Gesprek met 5.1.2.e", "Verder"]


def test_a_word_that_a_line_breaks_is_whole_in_a_title(make_pdf, without):
    source = make_pdf("Het bezwaar-", "schrift van Jan de Vries", "Slot")
    source = bookmarked(source, to("Het bezwaarschrift", 0), to("Slot", 0))
    assert titles(without(source, NAME)) == ["Het bezwaarschrift", "Slot"]


def test_a_bookmark_of_a_tagged_source_has_all_of_its_heading(without):
    source = bookmarked(typeset(), to("Vervolg", 0), to("afspraken", 1))
    assert titles(without(source, NAME)) == ["Vervolg met 5.1.2.e", "Afspraken"]


def test_a_bookmark_that_names_a_tag_has_the_text_of_that(without):
    def named(number):
        def make(pdf):
            element = pdf.Root.StructTreeRoot.K[0].K[number]
            return Dictionary(Title=String("Anders"), SE=element, Dest=[pdf.pages[0].obj, Name.Fit])

        return make

    source = bookmarked(typeset(), named(2), named(0))
    assert titles(without(source, NAME)) == ["Vervolg met 5.1.2.e", "Overleg"]


def test_a_bookmark_has_the_text_of_the_heading_at_its_place(without):
    source = typeset()
    with pymupdf.open(stream=source) as pdf:
        height = pdf[0].rect.height
    place = (Name.XYZ, LEFT, height - top_of(source, "Vervolg"), 0)
    source = bookmarked(source, to("Overleg", 0), to("Heel iets anders", 0, *place))
    assert titles(without(source, NAME)) == ["Overleg", "Vervolg met 5.1.2.e"]


def test_a_line_at_the_place_of_a_bookmark_is_its_heading_if_their_words_are_alike(
    make_pdf, without
):
    source = make_pdf("Bijlage 3: gesprek met Jan de Vries", "Overige zaken komen later.")
    place = (Name.XYZ, LEFT, 842 - 62, 0)
    source = bookmarked(
        source,
        to("Bijlage drie, gesprek met Jan de Vries", 0, *place),
        to("Iets onbekends over niets", 0, *place),
    )
    assert titles(without(source, NAME)) == ["Bijlage 3: gesprek met 5.1.2.e", "Pagina 1"]


def test_the_same_words_nearest_the_place_of_a_bookmark_are_meant(make_pdf, without):
    source = make_pdf("Slot", NAME, "Verder", "Slot")
    place = (Name.XYZ, LEFT, 842 - 125, 0)
    source = bookmarked(source, to("Slot", 0, *place), to("Slot", 0))
    (*_, later), (*_, first) = toc(without(source, NAME))
    assert first + 50 < later


def test_a_bookmark_that_matches_no_text_is_called_after_its_page(make_pdf, without):
    source = make_pdf(f"De heer {NAME} opent.", "Verder niets.", per_page=1)
    source = bookmarked(source, to("Verder niets", 1), to("Dossier van een ander", 1))
    assert [entry[1:3] for entry in toc(without(source, NAME))] == [
        ("Verder niets", 2),
        ("Pagina 2", 2),
    ]


def test_a_page_after_which_several_bookmarks_would_be_called_is_named_once(make_pdf, without):
    source = make_pdf(f"De heer {NAME} opent.", "Verder niets.", per_page=1)
    source = bookmarked(source, *(to(f"Dossier {number}", number // 3) for number in range(6)))
    assert titles(without(source, NAME)) == ["Pagina 1", "Pagina 2"]
    source = bookmarked(source, *(to(f"Dossier {number}", 1) for number in range(6)))
    assert titles(without(source, NAME)) == []


@pytest.mark.parametrize("marked", [True, False])
def test_one_heading_makes_no_outline(without, marked):
    source = typeset(TAGGED.replace("== Vervolg met", "Vervolg met").replace("== ", ""))
    assert toc(source)
    assert not toc(without(source if marked else unmarked(source), NAME))


def test_a_heading_of_which_nothing_is_left_has_no_entry_and_those_below_move_up(without):
    source = unmarked(typeset(TAGGED.replace("== Vervolg", "= Vervolg")))
    document = read_pdf(source)
    text = document.pages[0].text
    output = without(source, text[: text.index("Vervolg met")].strip())
    assert [entry[:2] for entry in toc(output)] == [
        (1, "5.1.2.e"),
        (1, "Vervolg met Jan de Vries"),
        (2, "Afspraken"),
    ]


def test_a_bookmark_that_leads_nowhere_leads_to_what_is_below_it(make_pdf, without):
    def group(pdf):
        below = pdf.make_indirect(to("Verder niets", 1)(pdf))
        return Dictionary(Title=String("Zaken"), First=below, Last=below)

    def nothing(_):
        return Dictionary(Title=String("Leeg"))

    source = make_pdf(f"De heer {NAME} opent.", "Verder niets.", per_page=1)
    output = without(bookmarked(source, group, nothing), NAME)
    assert [entry[:3] for entry in toc(output)] == [(1, "Pagina 2", 2), (2, "Verder niets", 2)]


def test_no_place_tells_how_far_from_the_left_it_is(make_pdf, without):
    """Behind a name on its line that would tell how wide the name was."""
    source = make_pdf(f"De heer {NAME} opent.", "Verder niets.", per_page=1)
    source = bookmarked(
        source, to("opent", 0, Name.XYZ, 143.7, 780, 0), to("Verder", 1, Name.FitR, 143.7, 1, 9, 9)
    )

    def link(pdf):
        place = Array([pdf.pages[0].obj, Name.XYZ, 143.7, 780, 2])
        rect = [10, 10, 30, 30]
        note = Dictionary(Type=Name.Annot, Subtype=Name.Link, Rect=rect, Dest=place)
        pdf.pages[1].Annots = Array([pdf.make_indirect(note)])

    output = without(changed(source, link), NAME)
    with pikepdf.open(BytesIO(output)) as pdf:
        first = pdf.Root.Outlines.First
        places = [first.Dest, first.Next.Dest, pdf.pages[1].Annots[0].Dest]
        assert [[str(place[1]), int(place[2])] for place in places] == [["/XYZ", 0]] * 3
        assert float(places[2][3]) == 780


@pytest.mark.parametrize("turn", [90, 180, 270])
def test_a_bookmark_leads_down_a_page_that_is_turned(page_pdf, without, turn):
    def draw(page):
        page.set_rotation(turn)
        for number, line in enumerate(("Eerst", NAME, "Later")):
            point = pymupdf.Point(100, 200 + 100 * number) * page.derotation_matrix
            page.insert_text(point, line, rotate=(turn) % 360, fontsize=11)

    source = page_pdf(draw)
    source = bookmarked(source, to("Eerst", 0), to("Later", 0))
    output = without(source, NAME)
    with pikepdf.open(BytesIO(output)) as pdf:
        first = pdf.Root.Outlines.First
        points = [(float(one.Dest[2]), float(one.Dest[3])) for one in (first, first.Next)]
    with pymupdf.open(stream=output) as pdf:
        page = pdf[0]
        shown = [
            pymupdf.Point(x, page.mediabox.height - y) * page.rotation_matrix for x, y in points
        ]
        tops = [(page.search_for(word)[0] * page.rotation_matrix).y0 for word in ("Eerst", "Later")]
    assert [point.y for point in shown] == pytest.approx(tops, abs=5)


def test_a_document_of_pictures_only_has_no_outline():
    data = typeset()
    document = read_pdf(data)
    output = write(data, document, (), pictured=range(len(document.pages))).pdf
    assert not toc(output)
    assert titles(write(data, document, (), pictured=[0]).pdf) == [
        "Overleg",
        "Vervolg met Jan de Vries",
        "Afspraken",
    ]
