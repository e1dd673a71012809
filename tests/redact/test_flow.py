import re

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.document import Document, Page, Span
from redact.flow import flow
from redact.read import read_pdf
from tests.redact.read.pdfs import drawn, set_in_typst


def document(*texts):
    return Document("0" * 64, tuple(Page.unplaced(n, text) for n, text in enumerate(texts)))


def text_of(*texts):
    return flow(document(*texts)).text


LONG = "De commissie bespreekt de herijking van de aanpak en het advies van"
FULL = "het college van burgemeester en wethouders over de inzet daarvan en"


def around(line, after):
    """Return the two lines in a paragraph of full lines."""
    return f"{LONG}\n{FULL}\n{line}\n{after}\n{FULL}\n{LONG}\ntot slot."


@pytest.mark.parametrize(
    ("line", "after", "joined"),
    [
        (
            "en daarna neemt de heer van der Meer uit de wijk het woord over Jan",
            "de Vries en zijn buren aan de Dorpsstraat, die het er niet mee eens",
            "Jan de Vries",
        ),
        (
            "en daarna neemt de heer van der Meer uit de wijk het woord over Jan-",
            "sen en zijn buren aan de Dorpsstraat, die het er niet mee eens zijn",
            "over Jansen en",
        ),
        (
            "en daarna neemt de heer van der Meer het woord over de wijk in Oud-",
            "Beijerland en zijn buren aan de Dorpsstraat, die het er niet mee zijn",
            "Oud-Beijerland",
        ),
        (
            "en daarna neemt de heer van der Meer het woord over de wijk Noord-",
            "Holland en zijn buren aan de Dorpsstraat, die het er niet mee eens",
            "Noord-Holland",
        ),
        (
            "en daarna neemt de heer van der Meer het woord over de kans op in-",
            "en uitstroom en zijn buren aan de Dorpsstraat, die het er niet mee",
            "in- en uitstroom",
        ),
        (
            "en daarna neemt de heer van der Meer het woord over de kans op een -",
            "nader te bepalen - datum en zijn buren aan de Dorpsstraat, die niet",
            "een - nader",
        ),
        (
            "en daarna neemt de heer van der Meer het woord en belt hij met 06-",
            "12345678 en zijn buren aan de Dorpsstraat, die het er niet mee zijn",
            "06-12345678",
        ),
        (
            "en daarna schrijft de heer van der Meer aan jan@gemeente-",
            "utrecht.nl en zijn buren aan de Dorpsstraat, die het er niet mee zijn",
            "jan@gemeente-utrecht.nl",
        ),
        (
            "en daarna schrijft de heer van der Meer een brief aan jan.de.vries@",
            "voorbeeld.nl en zijn buren aan de Dorpsstraat, die het er niet mee",
            "jan.de.vries@voorbeeld.nl",
        ),
        (
            "en daarna neemt de heer van der Meer uit de wijk het woord op datum",
            "12 mei 2024 en zijn buren aan de Dorpsstraat, die het er niet mee is",
            "datum 12 mei 2024",
        ),
    ],
)
def test_a_soft_break_joins_what_it_parted(line, after, joined):
    assert joined in text_of(around(line, after))


@pytest.mark.parametrize(
    ("line", "after"),
    [
        ("en daarna gaat de commissie op bezoek bij de bewoners van Dorpsstraat", "9. Zij"),
        ("en daarna gaat de commissie bellen met de bewoners van de wijk op 088", "- 700 21"),
    ],
)
def test_a_number_that_wraps_is_no_item(line, after):
    rest = " vertellen daar over hun klachten en de stand van zaken"
    assert f"{line} {after}" in text_of(around(line, after + rest))


def test_messages_of_a_chat_are_lines_and_their_wrapped_lines_are_joined():
    text = (
        "[08-10-2024 17:45:09] Karin: Even serieus. Mevrouw K. van de Meidoornhof\n"
        "6 heeft gebeld.\n[08-10-2024 17:46:01] Ruben: ok\n[08-10-2024 17:47:11] Sjaan: ja"
    )
    assert text_of(text) == text.replace("hof\n6", "hof 6")


@pytest.mark.parametrize(
    "text",
    [
        "Aanwezig:\nJan de Vries\nPieter-Jan van den Hoogenband\nKees Bos",
        "Jan de Vries\nDorpsstraat 12\n1234 AB Utrecht",
        "Met vriendelijke groet,\n\nJan de Vries\nBeleidsadviseur",
        "Aan: Jan de Vries\nVan: Kees Bos\nBetreft: de herijking",
        f"{LONG}\n- eerste punt\n- tweede punt\n1. Opening\n2) Mededelingen",
        f"{LONG}.\nBESLUIT: De leden nemen kennis van het verslag van de vergadering.",
        "Naam\tRol\nJan de Vries\tvoorzitter\nKees Bos\tlid",
        "appels\nperen",
    ],
)
def test_a_line_that_stands_by_itself_stays_a_line(text):
    assert text_of(text) == text


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("mr. drs. A.B.C. van der Wit-Jansen", "wethouder van Aldersloot"),
        ("Marie-Louise van den Heuvel-Oosterhout", "senior beleidsadviseur"),
    ],
)
def test_a_title_below_a_signature_is_a_line_of_its_own(name, title):
    assert f"{name}\n{title}" in text_of(f"{LONG}\n{FULL}.\n\nHoogachtend,\n\n{name}\n{title}\n")


def test_a_line_that_begins_by_calling_somebody_is_no_part_of_an_address():
    assert "Jan\n@Karin" in text_of("[09:26] Smeets, Klaas-Jan\n@Karin wil jij bellen\n")


def test_a_line_for_each_paragraph_is_never_joined():
    paragraphs = [f"Alinea {n}. " + "woorden die doorlopen " * (10 + n % 4) for n in range(9)]
    text = "\n".join(line.strip() for line in paragraphs)
    assert text_of(text) == text


def test_a_blank_line_stays_the_end_of_a_paragraph():
    assert text_of("Een.\n\n\n\nTwee.\r\n\r\nDrie.") == "Een.\n\nTwee.\n\nDrie."


def test_carriage_returns_do_not_reach_the_detectors():
    assert "\r" not in text_of("een\r\ntwee\r\n\r\ndrie\rvier")


def test_soft_hyphens_and_joiners_inside_a_word_are_not_seen():
    result = flow(document("Jan\u00adsen en Vri\u200bes"))
    assert result.text == "Jansen en Vries"
    assert result.spans(0, 6) == (Span(0, 0, 7),)


def test_a_hyphenated_name_is_one_span_with_its_hyphen():
    text = around(
        "en daarna neemt de heer van der Meer uit de wijk het woord over Jan-",
        "sen en zijn buren aan de Dorpsstraat, die het er niet mee eens zijn",
    )
    result = flow(document(text))
    start = result.text.index("Jansen")
    [span] = result.spans(start, start + 6)
    assert text[span.start : span.end] == "Jan-\nsen"


def paged(last, first, pages=4):
    """Return a PDF with running headers and footers, and a sentence over the page breaks."""
    words = [LONG, FULL, LONG[::-1], FULL[::-1]]
    return drawn(
        *[
            [
                (72, 40, "Verslag van de commissie"),
                *([(72, 100, first)] if number == 1 else []),
                *[
                    (72, 114 + 14 * n, f"{words[(n + number) % 4][number:]} {'abcde'[n]}")
                    for n in range(5)
                ],
                *([(72, 184, last)] if number == 0 else []),
                (72, 800, f"Pagina {number + 1} van {pages}"),
            ]
            for number in range(pages)
        ]
    )


def test_a_name_over_a_page_break_is_joined_past_the_footer_and_header():
    data = paged(
        "en daarna neemt het lid van de commissie, de heer Jan",
        "de Vries, het woord over de aanpak van de wijk.",
    )
    result = flow(read_pdf(data))
    start = result.text.index("Jan de Vries")
    spans = result.spans(start, start + len("Jan de Vries"))
    document = read_pdf(data)
    assert [document.text_of(span) for span in spans] == ["Jan", "de Vries"]
    assert [span.page for span in spans] == [0, 1]


def test_a_name_hyphenated_over_a_page_break_is_one_name():
    data = paged(
        "en daarna neemt het lid van de commissie, mevrouw Jan-",
        "sen, het woord over de aanpak van de wijk.",
    )
    result = flow(read_pdf(data))
    start = result.text.index("mevrouw Jansen") + len("mevrouw ")
    document = read_pdf(data)
    assert [document.text_of(span) for span in result.spans(start, start + 6)] == ["Jan", "sen"]


def test_headers_and_footers_are_lines_of_their_own_in_the_flow():
    lines = flow(
        read_pdf(paged("het einde van de pagina.", "Het begin van de volgende."))
    ).text.split("\n")
    assert lines.count("Verslag van de commissie") == 4
    assert {f"Pagina {n} van 4" for n in range(1, 5)} <= set(lines)


def test_a_match_that_runs_past_a_footer_leaves_the_footer_out():
    pages = [
        "eerste regel van de pagina die lang genoeg is om door te\nlopen met Jan\nVoettekst 1",
        "de Vries die op deze bladzijde verder gaat met zijn verhaal\nslot\nVoettekst 2",
    ]
    result = flow(document(*pages))
    whole = result.spans(0, len(result.text))
    assert [document(*pages).text_of(span) for span in whole] == pages


def test_a_span_is_split_where_other_text_stands_in_between():
    data = drawn(
        *[[(72, 40, "Kop van het stuk"), (72, 400, f"Tekst nummer {n}")] for n in range(3)]
    )
    result = flow(read_pdf(data))
    start = result.text.index("Kop")
    assert result.spans(start, start + 3) == (Span(0, 0, 3),)


def test_wrapped_cells_are_joined_and_rows_are_not():
    text = """#set page(width: 12cm, height: 12cm)
#set text(lang: "nl", hyphenate: false)
#table(columns: (3cm, 3cm, 3cm),
  [Naam], [Rol], [Datum],
  [Pieter-Jan van den Hoogenband], [lid namens de bewoners], [12 mei],
  [Kees Bos], [voorzitter], [13 mei])"""
    assert flow(read_pdf(set_in_typst(text))).text.split("\n") == [
        "Naam\tRol\tDatum",
        "Pieter-Jan van den Hoogenband\tlid namens de bewoners\t12 mei",
        "Kees Bos\tvoorzitter\t13 mei",
    ]


def test_hyphenated_columns_flow_as_one_text():
    prose = "De verantwoordelijkheidsverzekeringsmaatschappij in Oud-Beijerland heeft gesproken. "
    text = (
        '#set page(columns: 2)\n#set text(lang: "nl", hyphenate: true)\n#set par(justify: true)\n'
    )
    text += prose * 30
    assert flow(read_pdf(set_in_typst(text))).text.split() == (prose * 30).split()


def test_an_empty_document_has_an_empty_flow():
    result = flow(document(""))
    assert result.text == ""
    assert result.spans(0, 0) == ()


def test_a_flow_does_not_show_its_text():
    assert "geheim" not in repr(flow(document("geheim")))


WORDS = st.sampled_from(
    [
        "Jan",
        "de",
        "Vries",
        "Oud-",
        "Jans-",
        "sen",
        "in-",
        "en",
        "-",
        "x@",
        "@y.nl",
        "06-",
        "12",
        "1.",
        "Aan:",
        "•",
        "ge\u00adheim",
        "a\u200bb",
        "Hoogenband.",
        "\t",
        "  ",
        "\u00a0",
        "verantwoordelijkheid",
    ]
)
WHITE = st.sampled_from(
    [" ", " ", " ", "\n", "\n", "\n\n", "\r\n", "\r", "\t", " \n ", "\x0b", "\u2028"]
)
TEXTS = st.lists(st.tuples(WORDS, WHITE), max_size=60).map(
    lambda pairs: "".join(w + s for w, s in pairs)
)


@given(
    st.lists(
        TEXTS | st.text(max_size=80).map(lambda text: text.replace("\f", "")),
        min_size=1,
        max_size=5,
    )
)
def test_no_letter_is_lost_or_invented(texts):
    source = document(*texts)
    result = flow(source)
    whole = source.text
    assert len(result.text) == len(result.places)
    assert len(set(result.places.tolist())) == len(result.places)
    for shown, place in zip(result.text, result.places, strict=True):
        assert shown == whole[place] or (shown.isspace() and whole[place].isspace())
    missing = np.setdiff1d(np.arange(len(whole)), result.places)
    for place in missing:
        assert (
            whole[place].isspace()
            or whole[place] in "\u00ad\u200b\u200c\u200d\u2060\ufeff"
            or (
                whole[place] in "-\u2010"
                and re.match(
                    r"[-\u2010][\s\u00ad\u200b-\u200d\u2060\ufeff]*\s",
                    whole[place : place + 200] + " ",
                )
            )
        )


@given(st.lists(TEXTS, min_size=1, max_size=4), st.data())
def test_spans_cover_their_text_and_nothing_else(texts, data):
    source = document(*texts)
    result = flow(source)
    start = data.draw(st.integers(0, len(result.text)))
    end = data.draw(st.integers(start, len(result.text)))
    covered = "".join(source.text_of(span) for span in result.spans(start, end))
    ink = re.sub(r"[\s\u00ad\u200b\u2010-]", "", result.text[start:end])
    assert sorted(re.sub(r"[\s\u00ad\u200b\u2010-]", "", covered)) == sorted(ink)
    starts = [(span.page, span.start) for span in result.spans(start, end)]
    assert starts == sorted(starts)
