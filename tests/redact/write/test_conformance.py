"""Outputs say what standards they meet, and meet what they say."""

import io
import re

import page
import pikepdf
import pymupdf
import pytest
from pikepdf import Dictionary, Name

from redact.standards import standards_of
from redact.write.headings import level_headings
from redact.write.retypeset.finish import finished

FONT = "redact/write/fonts/LakwerkSans-Regular.ttf"
TAGGED = """#set document(title: "Verslag")
#set text(lang: "nl")
= Overleg
De heer Jan de Vries opent. Zie #link("https://wetten.overheid.nl")[de wet].
- Jan de Vries belt.
- De rest schrijft.
#table(columns: 2, table.header[Naam][Taak], [Jan de Vries], [Bellen], [Piet], [Mailen])
== Vervolg met Jan de Vries
Tot slot #strong[vet] en #emph[schuin].
"""


def typeset(text=TAGGED):
    import typst

    return typst.compile(text.encode(), format="pdf")


def untagged(**font):
    with pymupdf.open() as pdf:
        pdf.new_page().insert_text((72, 100), "De heer Jan de Vries opent.", **font)
        return pdf.tobytes()


def test_the_output_of_a_tagged_source_is_accessible_and_durable(without):
    output = without(typeset(), "Jan de Vries")
    assert standards_of(output) == (("PDF/UA-1", "PDF/A-2a"), ())


def test_the_output_of_an_untagged_source_is_durable_and_says_why_no_more(without):
    output = without(untagged(fontname="own", fontfile=FONT), "Jan de Vries")
    assert standards_of(output) == (("PDF/A-2u",), ("het bronbestand heeft geen tags",))


def test_an_output_with_fonts_that_are_not_embedded_claims_nothing(without):
    output = without(untagged(), "Jan de Vries")
    met, lacks = standards_of(output)
    assert met == ()
    assert "niet elk lettertype is ingesloten" in lacks
    assert b"pdfaid" not in output
    assert b"pdfuaid" not in output


def test_a_picture_without_a_description_costs_one_standard_only(without):
    picture = '#figure(rect(width: 2cm, height: 1cm, fill: red), kind: "x", supplement: none)'
    output = without(typeset(TAGGED + picture), "Jan de Vries")
    met, lacks = standards_of(output)
    if "PDF/UA-1" not in met:
        assert met == ("PDF/A-2a",)
        assert lacks == ("een afbeelding heeft geen beschrijving",)


def test_colours_have_the_same_profile_in_every_file(without):
    outputs = [without(data, "Jan de Vries") for data in (typeset(), untagged())]
    profiles = set()
    for output in outputs:
        with pikepdf.open(io.BytesIO(output)) as pdf:
            profiles.add(pdf.Root.OutputIntents[0].DestOutputProfile.read_bytes())
    assert len(profiles) == 1


def test_the_language_stays_and_is_dutch_where_none_is_given(without):
    english = without(typeset(TAGGED.replace('"nl"', '"en"')), "Jan de Vries")
    for output, language in ((english, "en"), (without(untagged(), "Jan de Vries"), "nl-NL")):
        with pikepdf.open(io.BytesIO(output)) as pdf:
            assert pdf.Root.Lang == language


def test_every_link_says_where_it_leads(without):
    output = without(typeset(), "Jan de Vries")
    with pikepdf.open(io.BytesIO(output)) as pdf:
        links = [link for page_ in pdf.pages for link in page_.obj.get("/Annots", [])]
        assert links
        assert all(str(link.Contents) for link in links)
        assert all(int(link.F) == 4 for link in links)


def test_an_output_is_the_same_each_time(without):
    data = typeset()
    assert without(data, "Jan de Vries") == without(data, "Jan de Vries")


def test_a_stream_that_ends_in_half_a_line_end_is_written_otherwise():
    """Its length would be wrong in the eyes of some, and the file no PDF/A."""
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.pages[0].Contents = pdf.make_stream(b"0 0 m\r")
        out = io.BytesIO()
        pdf.save(out, compress_streams=False)
    assert re.search(rb"\r\nendstream", out.getvalue())
    cleared = finished(out.getvalue())
    assert not re.search(rb"\r\nendstream", cleared)
    with pikepdf.open(io.BytesIO(cleared)) as pdf:
        assert pdf.pages[0].Contents.read_bytes() == b"0 0 m\r"


def elements(pdf, *roles):
    root = pdf.make_indirect(Dictionary(Type=Name.StructTreeRoot, RoleMap=Dictionary(Kop=Name.H4)))
    root.K = pikepdf.Array(
        pdf.make_indirect(Dictionary(S=Name(f"/{role}"), P=root)) for role in roles
    )
    return root


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("H1 H2 H3", "H1 H2 H3"),
        ("H2 P H2 H3", "H1 P H1 H2"),
        ("H1 H3 H3 H2", "H1 H2 H2 H2"),
        ("H3 H1 H2", "H1 H1 H2"),
        ("H1 Kop", "H1 H2"),
    ],
)
def test_headings_skip_no_level(given, expected):
    with pikepdf.new() as pdf:
        root = elements(pdf, *given.split())
        level_headings(root)
        assert [str(element.S)[1:] for element in root.K] == expected.split()


def test_a_letter_that_begins_at_the_second_level_is_accessible(without):
    text = TAGGED.replace("= Overleg\n", "").replace("- Jan", "== Midden\n- Jan")
    output = without(typeset(text), "Jan de Vries")
    assert page.is_pdf_compliant_bytes(output, profile="ua1")
