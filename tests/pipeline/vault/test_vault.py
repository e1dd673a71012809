import os

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.vault import Vault, keep_reading, read_sheet, reading
from pipeline.vault.vault import MissingError
from redact.document import Document, Page


def test_an_object_comes_back_by_its_hash_and_is_written_once(tmp_path):
    vault = Vault(tmp_path)
    key = vault.put(b"stuk")
    written = vault.path(key).stat().st_mtime_ns
    assert vault.put(b"stuk") == key
    assert vault.path(key).stat().st_mtime_ns == written
    assert vault.get(key) == b"stuk"
    assert list(vault.keys()) == [key]
    assert not list(tmp_path.rglob("*.part"))


def test_what_a_killed_writer_left_goes_after_a_while(tmp_path):
    vault = Vault(tmp_path)
    old, fresh = (vault.path(vault.put(b"stuk")).with_name(f".{n}.part") for n in "12")
    for left in (old, fresh):
        left.touch()
    os.utime(old, (0, 0))
    vault.tidy()
    assert (old.exists(), fresh.exists()) == (False, True)


def test_a_changed_or_missing_object_is_refused(tmp_path):
    vault = Vault(tmp_path)
    key = vault.put(b"stuk")
    vault.path(key).write_bytes(b"iets anders")
    with pytest.raises(MissingError):
        vault.get(key)
    vault.path(key).unlink()
    with pytest.raises(MissingError):
        vault.get(key)


@pytest.mark.parametrize("key", ["../../etc/passwd", "", "A" * 64, "0" * 63])
def test_what_is_no_key_opens_no_file(tmp_path, key):
    with pytest.raises(ValueError, match="key"):
        Vault(tmp_path).path(key)


@given(st.lists(st.text(max_size=40), min_size=1, max_size=4))
def test_a_document_comes_back_page_by_page_as_it_was_read(tmp_path_factory, texts):
    vault = Vault(tmp_path_factory.mktemp("vault"))
    pages = tuple(
        Page(n, t, np.random.default_rng(n).random((len(t), 4), dtype=np.float32),
             np.zeros(len(t), dtype=np.uint8), 595.5, 842.0, n)
        for n, t in enumerate(texts)
    )  # fmt: skip
    key = keep_reading(vault, Document("abc", pages))
    assert keep_reading(vault, Document("abc", pages)) == key
    whole = reading(vault, key)
    assert whole.sha256 == "abc"
    for page, again in zip(pages, whole, strict=True):
        alone = read_sheet(vault, key, page.number)
        for one in (again, alone):
            assert (one.text, one.width, one.height, one.beyond) == (
                page.text, page.width, page.height, page.beyond,
            )  # fmt: skip
            assert np.array_equal(one.boxes, page.boxes)
    with pytest.raises(IndexError):
        read_sheet(vault, key, len(pages))
