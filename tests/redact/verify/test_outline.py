"""What bookmarks may say: what a page shows, or which page they lead to."""

import pytest

from redact.verify import inspect

STRANGE = "een bladwijzer zegt iets dat op geen pagina staat"


@pytest.fixture
def said(case):
    """Return a function that gives an honest output bookmarks, and returns what is said of them."""

    def say(*titles):
        toc = [[1, title, page] for title, page in titles]
        leaks = case.leaks(case.honest(draw=lambda pdf: pdf.set_toc(toc)))
        return [leak for leak in leaks if leak.startswith("bladwijzers")]

    return say


@pytest.mark.parametrize(
    ("title", "page"),
    [
        ("Besproken is de overlast", 1),
        ("BESPROKEN, is de  overlast!", 1),
        ("Aanwezig: 5.1.2.e, de wethouder", 1),
        ("Tweede pagina met 5.1.2.e erop", 2),
        ("5.1.2.e", 1),
        ("Pagina 2", 2),
        ("—", 1),
    ],
)
def test_a_title_may_say_what_a_page_shows(said, title, page):
    assert not said((title, page))


@pytest.mark.parametrize(
    ("title", "page"),
    [
        ("Besloten overleg", 1),
        ("Besproken is de overlast van", 1),
        ("esproken is de overlast", 1),
        ("Populier laan", 1),
        ("Besproken 5.1.2.e erop", 1),
        ("Pagina 2", 1),
        ("Pagina 9", 2),
        ("5.1.2.i", 1),
    ],
)
def test_a_title_may_say_nothing_else(said, title, page):
    assert said((title, page)) == [f"bladwijzers, pagina {page}: {STRANGE}"]


def test_each_page_with_a_strange_bookmark_is_named_once(said):
    found = said(("Vreemd", 2), ("Anders", 2), ("Ook vreemd", 1), ("een gewone regel", 2))
    assert [leak.split(":")[0] for leak in found] == [
        "bladwijzers, pagina 1",
        "bladwijzers, pagina 2",
    ]


def test_a_strange_bookmark_in_anyones_file_asks_for_a_look(case):
    output = case.honest(draw=lambda pdf: pdf.set_toc([[1, "Gesprek met de heer X", 1]]))
    found = [leak for leak in inspect(output) if leak.channel == "bladwijzers"]
    assert [(leak.message, leak.severity) for leak in found] == [(STRANGE, "warning")]
    plain = case.honest(draw=lambda pdf: pdf.set_toc([[1, "Tweede pagina", 2]]))
    assert not [leak for leak in inspect(plain) if leak.channel == "bladwijzers"]
