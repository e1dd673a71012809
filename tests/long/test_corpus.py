"""Odd files from the test sets of other programs: nothing crashes, hangs or leaks."""

from pathlib import Path

import pytest

from bench.corpus import CRASH, HANG, LEAK, PUBLISHED, REFUSED, UNPROBED, WORDLESS, run, table

ARCHIVE = Path(__file__).parents[3] / "shared/data/pdf-corpus/pdf-corpus.tar.xz"
PUBLISHED_SHARE = 0.95


@pytest.fixture(scope="module")
def rows():
    """Return what became of each file."""
    if not ARCHIVE.exists():
        pytest.skip(f"no corpus of PDF files at {ARCHIVE}")
    found = list(run(ARCHIVE))
    print(table(found))  # noqa: T201  shown by `pytest -s`
    return found


@pytest.mark.long
@pytest.mark.parametrize("verdict", [LEAK, CRASH, HANG, UNPROBED])
def test_no_file_comes_to(rows, verdict):
    assert not [row for row in rows if row.verdict == verdict]


@pytest.mark.long
def test_nearly_all_readable_files_are_published(rows):
    readable = [row for row in rows if row.verdict != REFUSED]
    published = [row for row in readable if row.verdict in {PUBLISHED, WORDLESS}]
    assert len(published) >= PUBLISHED_SHARE * len(readable)
