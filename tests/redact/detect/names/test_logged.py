import pytest


@pytest.mark.parametrize(
    "log",
    [
        "06-10-2022 – SBL\nIntake met tolk.\n\n11-10-2022 – SBL\nArts gebeld.\n",
        "20-05-2011 IWB: telefoon van de zus\n24-05-2011 IWB: teruggebeld\n",
        "01/10 LKW  AUTO OP NAAM\n07/10 LKW  AFWIJZEN\n",
        "3 mei 2021, 14.05 uur (JKB) gebeld\n4 mei 2021, 9.10 uur (JKB) gemaild\n",
        "[12-3] TvB: klacht binnen\n[14-3] TvB: klacht beantwoord\n",
    ],
)
def test_initials_that_open_the_entries_of_a_log_are_its_authors(names, log):
    assert len(names(log)) == 2


def test_initials_right_before_the_entry_must_come_back_often(names):
    twice = "14/09 HVD VERZOEK BINNEN\n28/09 HVD GETEKEND TERUG\n"
    assert len(names(twice + "20/10 HVD BEROEP BINNEN\n")) == 3


@pytest.mark.parametrize(
    "log",
    [
        "12-03 GGD: advies gevraagd\n14-03 GGD: advies binnen\n",
        "12-03 WOZ: bezwaar\n14-03 WOZ: uitspraak\n",
        "01/10 NOG EEN BRIEF\n02/10 NOG EEN BRIEF\n03/10 NOG EEN BRIEF\n",
        "2 mei 2020 EUR 12\n3 mei 2020 EUR 13\n4 mei 2020 EUR 14\n",
    ],
)
def test_a_body_a_law_and_a_word_behind_a_date_are_nobody(names, log):
    assert names(log) == []
