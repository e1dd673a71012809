"""A whole agenda item goes, from behind its number to the next one."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.detect.scope import scope_detector
from redact.finding import Kind
from redact.policy import load_policy
from redact.policy.values import Scope

MINUTES = """Vastgesteld verslag

ALGEMEEN

1. Opening

- WPI is afwezig.
- Drie punten:
1. de planning
2. het budget
3. de zaal

2. Verslag van 17 juni

- **BESLUIT:** vastgesteld.

CASUÏSTIEK

3. Casus A

- Er wordt gesproken.

4.

- Nog een casus.

BELEID

5. Memo inzet
5.1 Wat er ligt
Tekst een.
5.2 Wat er komt
Tekst twee.

6. Rondvraag en sluiting
- Niets.

ACTIEPUNTEN
1. Bellen
2. Mailen
3. Wachten
4. Vragen
"""


def removed(text, *items, keep_only=()):
    policy = replace(load_policy(), scope=Scope("4.1.4", items, keep_only))
    return [text[match.start : match.end] for match in scope_detector(policy)(text)]


def test_without_items_nothing_is_out_of_scope():
    assert removed(MINUTES) == []


def test_an_item_goes_from_behind_its_number_to_the_next_heading():
    assert removed(MINUTES, "3") == ["Casus A\n\n- Er wordt gesproken."]


def test_an_item_whose_title_is_absent_goes_and_a_list_of_actions_is_no_item():
    assert removed(MINUTES, "4") == ["- Nog een casus."]


def test_a_list_inside_an_item_belongs_to_the_item():
    assert removed(MINUTES, "2") == ["Verslag van 17 juni\n\n- **BESLUIT:** vastgesteld."]
    assert removed(MINUTES, "1")[0].endswith("3. de zaal")


def test_the_last_item_stops_before_the_list_of_actions():
    assert removed(MINUTES, "6") == ["Rondvraag en sluiting\n- Niets."]


def test_a_part_goes_without_its_neighbours_and_with_its_item():
    assert removed(MINUTES, "5.1") == ["Wat er ligt\nTekst een."]
    assert removed(MINUTES, "5")[0].endswith("Tekst twee.")
    assert removed(MINUTES, "5", "5.1") == removed(MINUTES, "5")


def test_an_item_can_be_named_by_the_first_words_of_its_title():
    assert removed(MINUTES, "rondvraag") == ["Rondvraag en sluiting\n- Niets."]
    assert removed(MINUTES, "rond") == []


def test_a_section_means_its_items_and_their_numbers_stay():
    assert removed(MINUTES, "CASUÏSTIEK") == [
        "Casus A\n\n- Er wordt gesproken.",
        "- Nog een casus.",
    ]


def test_a_number_can_be_named_under_its_section():
    assert removed(MINUTES, "CASUISTIEK/4") == ["- Nog een casus."]
    assert removed(MINUTES, "BELEID/4") == []


def test_a_section_without_items_goes_up_to_the_next_heading():
    text = "1. Een\nTekst.\n\nCASUÏSTIEK\n\nEr is een casus.\n\nRONDVRAAG\n\nNiets.\n"
    assert removed(text, "CASUÏSTIEK") == ["Er is een casus."]


def test_all_but_what_is_in_scope_goes():
    assert removed(MINUTES, keep_only=("3", "5.2", "rondvraag")) == [
        removed(MINUTES, "1")[0],
        removed(MINUTES, "2")[0],
        "- Nog een casus.",
        "Wat er ligt\nTekst een.",
    ]


@pytest.mark.parametrize(
    "heading", ["4. {}", "4) {}", "4 {}", "4: {}", "Agendapunt 4: {}", "## 4. {}", "**4. {}**"]
)
def test_a_heading_may_be_written_in_many_ways(heading):
    lines = [heading.replace("4", str(number)).format("Punt") for number in (3, 4, 5)]
    text = f"{lines[0]}\nEen.\n{lines[1]}\nTwee.\n{lines[2]}\nDrie.\n"
    (gone,) = removed(text, "4")
    assert gone.startswith("Punt")
    assert gone.endswith("Twee.")


@pytest.mark.parametrize("named", ["4", "4.", "Agendapunt 4", "punt 4:"])
def test_an_item_may_be_named_in_many_ways(named):
    assert removed(MINUTES, named) == ["- Nog een casus."]


def test_an_agenda_above_the_minutes_loses_its_line_too():
    text = (
        "Agenda\n1. Opening\n2. Casus A\n3. Sluiting\n\nAanwezig: allen\n\n"
        "1. Opening\nWelkom.\n2. Casus A\nBesproken.\n3. Sluiting\nDank.\n"
    )
    assert removed(text, "2") == ["Casus A", "Casus A\nBesproken."]
    assert removed(text, "3") == ["Sluiting", "Sluiting\nDank."]


@pytest.mark.parametrize(
    "line",
    [
        "10 oktober is de volgende vergadering",
        "15/7/19\tActie\tWie",
        "12.30 uur lunch",
        "4 personen waren er",
        "1.500 euro is het budget",
    ],
)
def test_a_date_a_time_an_amount_and_a_table_row_begin_no_item(line):
    text = f"3. Drie\nEen.\n{line}\nTwee.\n4. Vier\nDrie.\n"
    assert removed(text, "3") == [f"Drie\nEen.\n{line}\nTwee."]


def test_a_name_in_capitals_does_not_end_an_item():
    text = "1. Een\n2. Casus\n\nJAN DE VRIES\n\nwas er niet.\n3. Drie\nTekst.\n"
    assert removed(text, "2")[0].endswith("was er niet.")


def test_items_may_be_missing():
    text = "1. Een\nTekst.\n3. Drie\nTekst.\n6. Zes\nTekst.\n"
    assert removed(text, "3") == ["Drie\nTekst."]


def test_an_empty_item_leaves_nothing_to_remove():
    assert removed("1.\n2. Twee\n", "1") == []


def test_a_match_is_certain_and_of_its_own_kind():
    policy = replace(load_policy(), scope=Scope("4.1.4", ("2",)))
    (match,) = scope_detector(policy)("1. Een\n2. Twee\nTekst.\n")
    assert (match.kind, match.score) == (Kind.SCOPE, 1.0)


LINES = st.sampled_from(
    [
        "1. Een",
        "2. Twee",
        "3. Drie",
        "4.1 Deel",
        "4. Vier",
        "KOP",
        "tekst",
        "",
        "ACTIEPUNTEN",
        "1) a",
    ]
)


@given(st.lists(LINES, max_size=25), st.sampled_from(["1", "4", "4.1", "kop", "KOP/4", "drie"]))
def test_what_goes_comes_in_order_and_begins_and_ends_with_a_character(lines, named):
    text = "\n".join(lines)
    policy = replace(load_policy(), scope=Scope("4.1.4", (named,)))
    end = 0
    for match in scope_detector(policy)(text):
        assert end <= match.start < match.end <= len(text)
        assert text[match.start : match.end].strip() == text[match.start : match.end]
        end = match.end


def test_a_line_of_blanks_or_dots_costs_no_time():
    assert removed("1. Een\n" + " " * 100_000 + "x\n" + "." * 100_000, "2") == []
