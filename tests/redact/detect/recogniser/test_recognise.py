"""The model that comes with the package, asked."""

import subprocess
import sys

import pytest

from redact.detect.match import Match
from redact.detect.recogniser import recognise, recogniser
from redact.errors import RecogniserMissingError
from redact.finding import Kind
from redact.policy import load_policy


def seen(text):
    return [text[match.start : match.end] for match in recognise(text) if match.score >= 0.4]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Daarna heeft Tjitske Hoogland de brief verstuurd.", "Tjitske Hoogland"),
        ("Volgens Yıldız was dat niet afgesproken.", "Yıldız"),
        ("Aanwezig\tOumar Diallo\tprojectleider", "Oumar Diallo"),
        ("Gistermiddag zag ik Wendeltje bij de balie staan.", "Wendeltje"),
    ],
)
def test_a_person_is_seen(text, name):
    assert name in seen(text)


@pytest.mark.parametrize(
    "text",
    [
        "De gemeente stelt het bestemmingsplan vast.",
        "De Wet open overheid geldt sinds 2022.",
        "",
        "\n \t\n",
        "1234 5678 ... --- ***",
    ],
)
def test_where_nobody_is_named_nobody_is_seen(text):
    assert seen(text) == []


@pytest.mark.parametrize(
    "text",
    ["x" * 200_000, "\x00\x01\x7f\ufffd" * 500, "Jan " * 5000, "漢字かな交じり文。" * 200],
    ids=["one word", "noise", "one line", "another script"],
)
def test_odd_text_is_read_to_its_end(text):
    assert all(0 <= match.start < match.end <= len(text) for match in recognise(text))


def test_texts_of_the_same_pieces_and_other_words_are_not_taken_for_each_other():
    for text in (
        "Daarna heeft Tjitske",
        "Daarna heeft Tjitske \x01",
        "Daarna heeft Tjitske \x01 \x02",
    ):
        assert "Tjitske" in seen(text)


def test_a_name_in_another_script_is_read_without_harm():
    assert isinstance(seen("وقال محمد الهاشمي إن القرار سيصدر غدا"), list)


def test_what_was_seen_for_sure_is_not_read_again():
    text = "Daarna heeft Tjitske Hoogland de brief verstuurd."
    start = text.index("Tjitske")
    known = Match(start, start + 16, Kind.PERSON, 0.9, "name.form", "Een persoon.")
    assert list(recognise(text, [known])) == []


def test_the_policy_chooses_the_recogniser(tmp_path):
    assert recogniser(load_policy()) is recognise
    path = tmp_path / "beleid.toml"
    path.write_text('[recogniser]\nspacy = "nl_core_news_nowhere"\n', "utf-8")
    with pytest.raises(RecogniserMissingError):
        recogniser(load_policy(path))


@pytest.mark.parametrize("module", ["pipeline.cli", "grounds"])
def test_the_model_is_not_loaded_by_who_does_not_ask_it(module):
    program = (
        f"import {module}, sys; sys.exit(any(name in sys.modules for name in "
        "('onnxruntime', 'tokenizers', 'spacy')))"
    )
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
