from pipeline.case.case import new_case
from pipeline.case.settings import Settings


def test_a_case_with_nothing_in_it_is_not_published(tmp_path, lakwerk):
    new_case(tmp_path / "zaak", Settings("Kap")).close()
    ran = lakwerk("publish", tmp_path / "zaak", "-o", tmp_path / "uit")
    assert "Er zijn geen documenten" in ran.err
    assert ran.code == 1
    assert not (tmp_path / "uit").exists()


def test_a_folder_that_is_no_case_is_said_to_be_none(tmp_path, lakwerk):
    ran = lakwerk("publish", tmp_path, "-o", tmp_path / "uit")
    assert "geen zaak" in ran.err
    assert ran.code == 2
