import json

from click.testing import CliRunner

from samples.__main__ import main


def _run(*arguments):
    return CliRunner().invoke(main, arguments)


def test_make_writes_every_format_of_a_sample(tmp_path):
    result = _run("make", str(tmp_path), "--only", "06-klachtbrief-bewoner")
    assert result.exit_code == 0
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".docx", ".pdf", ".txt"]


def test_make_writes_all_samples_in_one_format(tmp_path):
    assert _run("make", str(tmp_path), "--format", "txt").exit_code == 0
    assert len(list(tmp_path.glob("*.txt"))) >= 12


def test_a_sample_that_does_not_exist_is_named():
    result = _run("score", "99-niets")
    assert result.exit_code == 2
    assert "99-niets" in result.output


def test_score_prints_a_table_and_what_was_missed():
    result = _run("score", "07-whatsapp-buurtteam")
    assert result.exit_code == 0
    assert "recall" in result.output
    assert "missed" in result.output


def test_score_gives_figures_as_json():
    result = _run("score", "--json", "06-klachtbrief-bewoner.md")
    figures = json.loads(result.output)
    assert figures["total"]["kinds"]["bsn"]["gold"] == 1
    assert list(figures["documents"]) == ["06-klachtbrief-bewoner"]
