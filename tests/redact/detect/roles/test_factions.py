import pytest
from hypothesis import given
from hypothesis import strategies as st

from redact.detect.names.tokens import tokenise
from redact.detect.roles import factions
from redact.detect.roles.factions import faction_role
from redact.detect.roles.parties import is_party
from redact.detect.roles.roles import role_of
from redact.finding import Role


def role(text, name):
    tokens = tokenise(text)
    return faction_role(tokens, tokens.at(text.index(name)))


@pytest.mark.parametrize(
    "text",
    [
        "Voor: VVD (De Boer, Jansen en Zwartbol)",
        "VVD: Zwartbol",
        "Water Natuurlijk (De Boer & Zwartbol)",
    ],
)
def test_who_stands_in_the_row_of_a_party_is_a_member(text):
    assert role(text, "Zwartbol") is Role.OFFICE_HOLDER


def test_who_stands_behind_other_words_is_none():
    assert role("VVD (volgens buurman Zwartbol)", "Zwartbol") is None


def test_a_long_row_that_is_no_row_is_read_at_once():
    text = "VVD (" + "De Van Al El " * 9 + "x Zwartbol"
    assert role(text, "Zwartbol") is None


def test_a_party_is_one_as_it_is_written():
    assert is_party("VVD")
    assert not is_party("vvd")


@given(st.text("VD :;,(|\t\n)aJ.", max_size=30))
def test_a_row_is_looked_for_wherever_there_may_be_one(before):
    assert factions._is_marked(before) or not factions._ROW.search(before)


LIST = "VVD (9)\n- Smeets, K. (vz)\n- Gül, T.\n- Jansen, A.\n\nPvdD (1)\n- Kok, L. den\n"


@pytest.mark.parametrize("name", ["Gül", "Jansen", "Kok"])
def test_who_is_listed_below_a_party_sits_for_it(name):
    tokens = tokenise(LIST)
    assert faction_role(tokens, tokens.words.index(name)) is Role.OFFICE_HOLDER


@pytest.mark.parametrize(
    "text",
    [
        "Bewoners (9)\n- Smeets, K.\n- Jansen, A.\n",
        "VVD (9)\n- Smeets, K.\n- fractiemedewerker: Jansen, A.\n",
        "VVD stemt tegen.\n- Jansen, A. belt.\n",
        "Fractie\tMedewerker\nPvdA\tJansen\n",
    ],
)
def test_who_is_listed_below_something_else_does_not(text):
    tokens = tokenise(text)
    assert faction_role(tokens, tokens.words.index("Jansen")) is None


def test_the_column_of_the_party_tells_who_is_a_member():
    text = "Fractie\tNaam\nGeborgd\tPiet Kok\nBBB\tKarin Jansen\n"
    tokens = tokenise(text)
    assert role_of(tokens, tokens.words.index("Karin"), len(tokens)) is Role.OFFICE_HOLDER
