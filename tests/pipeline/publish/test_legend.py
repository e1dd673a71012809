from pipeline.publish.legend import as_html, entries


def test_codes_stand_in_the_order_of_the_law():
    assert [e.ground.code for e in entries({"5.2.1": 1, "4.1.4": 1, "5.1.2.e": 3}, {})] == [
        "5.1.2.e",
        "5.2.1",
        "4.1.4",
    ]


def test_a_ground_is_told_in_the_words_of_the_law_with_its_motivation():
    page = as_html("Zaak 1", entries({"5.1.2.e": 3}, {"5.1.2.e": "Eerste deel.\n\nTweede."}))
    text = page.decode()
    assert "de eerbiediging van de persoonlijke levenssfeer" in text
    assert "<p>Eerste deel.</p>" in text
    assert "<p>Tweede.</p>" in text
    assert "Gebruikt in 3 documenten" in text


def test_a_marker_is_called_no_ground_for_refusal():
    text = as_html("Zaak 1", entries({"4.1.4": 1}, {})).decode()
    assert "geen weigeringsgrond" in text
    assert "<blockquote>" not in text


def test_what_people_typed_is_escaped():
    text = as_html("<b>Zaak</b>", entries({"5.1.2.e": 1}, {"5.1.2.e": "<script>x</script>"}))
    assert b"<script>" not in text
    assert b"<b>" not in text


def test_a_case_in_which_nothing_is_gone_says_so():
    assert "niets weggelaten" in as_html("Zaak 1", []).decode()
