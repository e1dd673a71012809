import pytest

from redact.detect.match import Match
from redact.detect.number.records import in_records
from redact.finding import Kind


def found(text, *names, phones=()):
    seen = [
        Match(text.find(it), text.find(it) + len(it), kind, 0.95, "test", "Iets.")
        for kind, them in ((Kind.PERSON, names), (Kind.PHONE, phones))
        for it in them
    ]
    return [(text[m.start : m.end], m.kind.value) for m in in_records(text, seen)]


def test_columns_of_persons_are_known_without_a_heading():
    text = "098831\tP. Nijland\t19480611\t861431856\n098835\tT. Bussink\t19630130\t21391920\n"
    assert sorted(found(text, "P. Nijland", "T. Bussink")) == [
        ("098831", "idnumber"),
        ("098835", "idnumber"),
        ("19480611", "birthdate"),
        ("19630130", "birthdate"),
        ("21391920", "bsn"),
        ("861431856", "bsn"),
    ]


def test_fields_between_semicolons_are_columns_too():
    text = "K-1;Kaya;A;19740212;646441498\nK-2;Bos;N;19991230;895124282\n"
    assert found(text) == [
        ("646441498", "bsn"),
        ("895124282", "bsn"),
        ("19740212", "birthdate"),
        ("19991230", "birthdate"),
    ]


def test_a_number_among_telephone_numbers_is_one():
    text = "Kaya\t0612559041\nBos\t31612559088\nTan\t0612559043\nDik\t–\n"
    assert found(text, phones=("0612559041", "0612559043")) == [("31612559088", "phone")]


@pytest.mark.parametrize(
    "text",
    [
        "Nr\tBedrag\n1\t646441498\n2\t646441497\n",
        "P. Nijland\t646441498\tja\n",
        "P. Nijland\t20240101\nT. Bussink\t20230630\n",
        "P. Nijland\t098831\nT. Bussink\t098835\n",
        "Eerst dit; dan dat; en toen; 646441498\nVerder niets",
    ],
)
def test_figures_case_numbers_and_close_dates_stay(text):
    assert found(text, "P. Nijland", "T. Bussink") == []
