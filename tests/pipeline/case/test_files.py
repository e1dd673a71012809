import pytest

from pipeline.case.approval import DocumentState
from pipeline.case.case import new_case, open_case
from pipeline.case.files import add_file, add_files
from pipeline.case.overview import overview
from pipeline.case.settings import Settings, read_settings
from pipeline.errors import WrongUseError
from redact.errors import EmptyFileError
from tests.pipeline.case.made import make_case


@pytest.fixture
def empty(tmp_path):
    made = make_case(tmp_path)
    yield made
    made.close()


def test_a_file_is_new_or_known_or_a_new_version(empty):
    assert add_file(empty, "a.txt", b"een", "ann").is_new
    assert not add_file(empty, "a.txt", b"een", "ann").is_new
    again = add_file(empty, "a.txt", b"twee", "ann")
    assert again.replaced
    assert again.document == 1
    assert overview(empty).documents[0].versions == 2


def test_equal_bytes_under_another_name_are_another_document_and_said_to_be_equal(empty):
    add_file(empty, "a.txt", b"een", "ann")
    assert add_file(empty, "b.txt", b"een", "ann").twin == 1
    assert [row.twin for row in overview(empty).documents] == [None, 1]


def test_a_folder_in_a_name_and_what_cannot_be_shown_are_left_out(empty):
    add_file(empty, "../../etc/pass\nwd.txt", b"een", "ann")
    assert overview(empty).documents[0].title == "pass�wd.txt"


def test_an_empty_file_is_refused(empty, tmp_path):
    (tmp_path / "leeg.txt").touch()
    with pytest.raises(EmptyFileError):
        add_files(empty, [tmp_path / "leeg.txt"], "ann")
    assert overview(empty).documents == ()


def test_a_document_is_not_read_before_it_is(empty):
    add_file(empty, "a.txt", b"een", "ann")
    assert overview(empty).documents[0].state is DocumentState.UNREAD


def test_a_case_wants_a_folder_of_its_own(tmp_path):
    (tmp_path / "zaak").mkdir()
    (tmp_path / "zaak" / "iets").touch()
    with pytest.raises(WrongUseError, match="staat al iets"):
        make_case(tmp_path)
    with pytest.raises(WrongUseError, match="geen zaak"):
        open_case(tmp_path / "zaak")


def test_settings_come_back_as_they_were(tmp_path):
    from datetime import date

    told = Settings('Zaak "één" \\ 2', "W-2026\n1", request_date=date(2026, 3, 1), four_eyes=True)
    new_case(tmp_path / "zaak", told).close()
    assert read_settings(tmp_path / "zaak") == told


@pytest.mark.parametrize("text", ["name = 3", "name = 'a'\nx = 1", "name", "four_eyes = true"])
def test_settings_without_meaning_are_refused(tmp_path, text):
    (tmp_path / "case.toml").write_text(text)
    with pytest.raises(WrongUseError, match=r"case\.toml"):
        read_settings(tmp_path)


def test_the_folder_of_a_case_is_of_its_owner_only(empty):
    add_file(empty, "a.txt", b"een", "ann")
    for path in (empty.vault.root, empty.folder / "case.sqlite"):
        assert path.stat().st_mode & 0o077 == 0
