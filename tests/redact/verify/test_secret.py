import re
from importlib.resources import files

import pytest

from redact.document import Document, Page, Span
from redact.finding import Redaction
from redact.verify.fold import fold
from redact.verify.secret import given_secrets, is_searchable, removed_secrets

TEXT = "Xandra Quaxmans, BSN 123456782, in het jaar 2024 te Page"


def _secrets(*words, kept=""):
    document = Document("", (Page.unplaced(0, TEXT),))
    spans = [Span(0, TEXT.index(word), TEXT.index(word) + len(word)) for word in words]
    return removed_secrets(document, [Redaction(span, "5.1.2.e") for span in spans], kept)


def test_a_name_is_looked_for_whole_and_in_parts():
    assert _secrets("Xandra Quaxmans").everywhere == ("quaxmans", "xandra", "xandraquaxmans")


def test_what_also_stays_somewhere_is_counted_but_not_forbidden():
    secrets = _secrets("Xandra Quaxmans", kept="dequaxmansstraat")
    assert "quaxmans" in secrets.everywhere
    assert "quaxmans" not in secrets.distinct


def test_short_numbers_and_words_of_pdf_are_not_looked_for_in_bytes():
    assert _secrets("123456782", "2024", "Page").distinct == ("123456782",)


def test_of_a_passage_only_words_that_nowhere_stay_count_alone():
    secrets = _secrets("Xandra Quaxmans, BSN 123456782, in het jaar 2024", kept="hetjaar2024isom")
    assert "quaxmans" in secrets.everywhere
    assert "2024" not in secrets.everywhere
    assert "quaxmans" not in secrets.distinct


def _hosts():
    packets = [path.read_text() for path in files("redact.write").iterdir() if "xmp" in path.name]
    return sorted(set(re.findall(r"http://(?:www\.|ns\.)?([\w.]+)", " ".join(packets))))


@pytest.mark.parametrize("host", _hosts())
def test_the_host_of_a_name_of_xmp_is_not_looked_for_but_an_address_there_is(host):
    text = f"{host} of quaxmans@{host}"
    document = Document("", (Page.unplaced(0, text),))
    spans = [Span(0, 0, len(host)), Span(0, text.index("quax"), len(text))]
    secrets = removed_secrets(document, [Redaction(span, "5.1.2.e") for span in spans], "")
    whole = fold(f"quaxmans@{host}")
    assert set(secrets.distinct) == {whole, "quaxmans"}
    assert fold(host) in secrets.everywhere


def test_no_repr_shows_a_secret():
    assert "quax" not in repr(_secrets("Xandra Quaxmans")).lower()


@pytest.mark.parametrize(("text", "is_long"), [("Bo", False), ("J. de", True), ("--", False)])
def test_a_text_must_have_three_letters_to_be_looked_for(text, is_long):
    assert is_searchable(text) is is_long
    assert bool(given_secrets([text]).everywhere) is is_long
