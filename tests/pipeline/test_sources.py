import os
from pathlib import Path

import pytest

from pipeline.errors import WrongUseError
from pipeline.sources import collect, output_names, refuse_to_overwrite, shown


def touch(path):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x")
    return path


def test_a_folder_gives_its_files_in_the_order_of_their_names(tmp_path):
    for name in ("b.pdf", "a.docx", "sub/c.txt"):
        touch(tmp_path / name)
    names = [path.name for path in collect([tmp_path], tmp_path / "uit")]
    assert names == ["a.docx", "b.pdf", "c.txt"]


def test_hidden_files_and_what_systems_leave_behind_do_not_count(tmp_path):
    for name in (".DS_Store", "Thumbs.db", "~$a.docx", ".git/x.pdf", "a.docx"):
        touch(tmp_path / name)
    assert [path.name for path in collect([tmp_path], tmp_path / "uit")] == ["a.docx"]


def test_outputs_of_an_earlier_run_are_no_sources(tmp_path):
    touch(tmp_path / "a.pdf")
    touch(tmp_path / "uit" / "a.pdf")
    assert collect([tmp_path], tmp_path / "uit") == [tmp_path / "a.pdf"]


def test_a_file_named_twice_counts_once(tmp_path):
    path = touch(tmp_path / "a.pdf")
    assert collect([path, tmp_path], tmp_path / "uit") == [path]


def test_outputs_keep_the_names_of_their_sources():
    names = output_names([Path("een verslag.docx"), Path("Ünïc.md")], numbered=False)
    assert names == ["een verslag.pdf", "Ünïc.pdf"]


def test_sources_with_one_name_get_outputs_with_two():
    paths = [Path("x/nota.docx"), Path("y/nota.pdf"), Path("y/NOTA.txt")]
    assert output_names(paths, numbered=False) == ["nota.pdf", "nota-2.pdf", "NOTA-3.pdf"]


def test_numbered_outputs_say_nothing_about_their_sources():
    paths = [Path("Brief mevrouw Oyelaran.pdf"), Path("b.pdf")]
    assert output_names(paths, numbered=True) == ["document-001.pdf", "document-002.pdf"]


def test_a_newline_in_a_name_becomes_something_harmless():
    assert output_names([Path("a\nb.pdf")], numbered=False) == ["a_b.pdf"]
    assert "\n" not in shown("a\nb")


def test_a_name_of_undecodable_bytes_can_be_shown_and_written():
    name = os.fsdecode(b"a\xff.pdf")
    shown(name).encode()
    output_names([Path(name)], numbered=False)[0].encode()


def test_a_name_as_long_as_a_file_system_allows_still_fits():
    assert len(output_names([Path("é" * 126 + ".md")], numbered=False)[0].encode()) <= 255


def test_nothing_that_stands_is_overwritten_without_force(tmp_path):
    target = touch(tmp_path / "a.pdf")
    with pytest.raises(WrongUseError, match="--force"):
        refuse_to_overwrite([target], [], force=False)
    refuse_to_overwrite([target], [], force=True)


def test_a_source_is_never_overwritten_even_with_force(tmp_path):
    target = touch(tmp_path / "a.pdf")
    with pytest.raises(WrongUseError, match="bronbestand"):
        refuse_to_overwrite([target], [target], force=True)
