from click.testing import CliRunner

from pipeline.case.case import new_case
from pipeline.case.settings import Settings
from pipeline.cli import lakwerk


def run(*arguments):
    return CliRunner().invoke(lakwerk, ["publish", *map(str, arguments)])


def test_a_case_with_nothing_in_it_is_not_published(tmp_path):
    new_case(tmp_path / "zaak", Settings("Kap")).close()
    result = run(tmp_path / "zaak", "-o", tmp_path / "uit")
    assert "Er zijn geen documenten" in str(result.exception)
    assert result.exception.exit_code == 1
    assert not (tmp_path / "uit").exists()


def test_a_folder_that_is_no_case_is_said_to_be_none(tmp_path):
    result = run(tmp_path, "-o", tmp_path / "uit")
    assert "geen zaak" in str(result.exception)
    assert result.exception.exit_code == 2
