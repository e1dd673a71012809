"""The whole way out, with real documents: what is written, and that nothing is written by half."""

import csv
import hashlib
import io
import subprocess
import sys
import time
from datetime import date

import pymupdf
import pytest

from pipeline.case import doing
from pipeline.case.acts import Verdict
from pipeline.case.doing import By
from pipeline.engine import Failed, Result
from pipeline.errors import WrongUseError
from pipeline.publish import ChangedError, NotReadyError, publish
from tests.pipeline.publish.conftest import WHO, decide_all, describe

TODAY = date(2026, 11, 24)


def rows_of(folder):
    text = (folder / "inventarislijst.csv").read_bytes().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text, newline=""), delimiter=";"))


def text_of(path):
    with pymupdf.open(path) as pdf:
        return "\n".join(page.get_text() for page in pdf)


def left_in(folder):
    return sorted(path.name for path in folder.iterdir())


def test_an_approved_case_is_published_whole(approved, tmp_path):
    folder = tmp_path / "pakket"
    package = publish(approved, folder, TODAY)
    assert left_in(folder) == [
        "SHA256SUMS",
        "documenten",
        "inventarislijst.csv",
        "inventarislijst.xlsx",
        "legenda.html",
    ]
    assert left_in(folder / "documenten") == ["0001.pdf", "0002.pdf"]
    assert "Zwartbol" not in text_of(folder / "documenten" / "0001.pdf")
    assert "5.1.2.e" in text_of(folder / "documenten" / "0001.pdf")
    first, second = rows_of(folder)
    assert (first["Titel"], first["Datum"]) == ("Brief over de kap", "01-03-2026")
    assert (first["Beoordeling"], first["Gronden"]) == ("Deels openbaar", "5.1.2.e")
    assert (second["Titel"], second["Beoordeling"]) == ("verslag", "Openbaar")
    assert "Dat weegt zwaarder dan openbaarheid." in (folder / "legenda.html").read_text("utf-8")
    for line in (folder / "SHA256SUMS").read_text("utf-8").splitlines():
        digest, name = line.split("  ")
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    assert [row.number for row in package.rows] == [1, 2]


def test_an_open_case_is_refused_with_all_that_is_open(case, tmp_path):
    with pytest.raises(NotReadyError) as refused:
        publish(case, tmp_path / "pakket", TODAY)
    assert [point.document for point in refused.value.points] == [1, 2]
    assert not (tmp_path / "pakket").exists()
    assert left_in(tmp_path) == ["zaak"]


def test_a_ground_without_reasons_keeps_a_case_in(case, tmp_path):
    decide_all(case)
    doing.motivate(case, By(WHO), "5.1.2.e", "Nog te schrijven: [waarom].")
    for number in case.state().files:
        doing.approve(case, By(WHO), number)
    with pytest.raises(NotReadyError, match=r"5\.1\.2\.e"):
        publish(case, tmp_path / "pakket", TODAY)


def test_a_title_with_a_name_keeps_a_case_in(approved, tmp_path):
    describe(approved, 1, "Brief van Sanne de Boer", date(2026, 3, 1))
    with pytest.raises(NotReadyError, match="titel zonder naam") as refused:
        publish(approved, tmp_path / "pakket", TODAY)
    assert "Sanne" not in str(refused.value)


def test_a_title_with_a_word_that_was_taken_out_keeps_a_case_in(approved, tmp_path):
    describe(approved, 1, "Kap_zwartbol_2026", date(2026, 3, 1))
    with pytest.raises(NotReadyError, match="dat in dit document is weggelakt") as refused:
        publish(approved, tmp_path / "pakket", TODAY)
    assert [point.document for point in refused.value.points] == [1]
    assert "zwartbol" not in str(refused.value).casefold()


def test_a_name_behind_a_point_in_a_title_is_seen_too(approved, tmp_path):
    describe(approved, 1, "Verslag nr. 3 van Sanne de Boer", date(2026, 3, 1))
    with pytest.raises(NotReadyError, match="titel zonder naam"):
        publish(approved, tmp_path / "pakket", TODAY)


PUBLISHER = """
import sys
from datetime import date
from pathlib import Path
from pipeline.case.case import open_case
from pipeline.publish import publish
from tests.pipeline.publish.test_package import Engine, TODAY, say_and_sleep
publish(open_case(Path(sys.argv[1])), Path(sys.argv[2]), TODAY, engine=Engine(say_and_sleep))
"""


def say_and_sleep(task, item):
    task(item)
    sys.stdout.write("half\n")
    sys.stdout.flush()
    time.sleep(1000)


def test_what_a_killed_publisher_left_is_gone_when_the_next_one_comes(approved, tmp_path):
    folder = tmp_path / "pakket"
    command = [sys.executable, "-c", PUBLISHER, str(approved.folder), str(folder)]
    with subprocess.Popen(command, stdout=subprocess.PIPE) as publisher:
        assert publisher.stdout.readline() == b"half\n"
        publisher.kill()
    assert list(tmp_path.rglob("0001.pdf"))
    publish(approved, folder, TODAY)
    assert left_in(tmp_path) == ["pakket", "zaak"]


def test_a_folder_with_something_in_it_is_left_alone(approved, tmp_path):
    folder = tmp_path / "pakket"
    folder.mkdir()
    (folder / "van-mij.txt").write_text("x")
    with pytest.raises(WrongUseError):
        publish(approved, folder, TODAY)
    assert left_in(folder) == ["van-mij.txt"]


class Engine:
    """Does what it is told to for each item, in this process."""

    def __init__(self, act):
        self.act = act

    def map(self, task, items):
        for item in items:
            yield Result(item, self.act(task, item))


def test_a_document_that_fails_the_check_keeps_the_whole_case_in(approved, tmp_path):
    engine = Engine(lambda _, __: Failed("LeakError", "De controle vond tekst.", 3))
    with pytest.raises(NotReadyError, match="De controle vond tekst"):
        publish(approved, tmp_path / "pakket", TODAY, engine=engine)
    assert left_in(tmp_path) == ["zaak"]


def test_an_act_while_the_package_is_made_keeps_it_in(approved, tmp_path):
    def meddle(task, item):
        verified = task(item)
        doing.decide(approved, By("piet"), "document:1", Verdict.KEEP)
        return verified

    with pytest.raises(ChangedError):
        publish(approved, tmp_path / "pakket", TODAY, engine=Engine(meddle))
    assert left_in(tmp_path) == ["zaak"]


def test_a_file_that_is_not_what_was_checked_keeps_the_case_in(approved, tmp_path):
    def spoil(task, item):
        verified = task(item)
        item.path.write_bytes(item.path.read_bytes() + b" ")
        return verified

    with pytest.raises(NotReadyError, match="anders op de schijf"):
        publish(approved, tmp_path / "pakket", TODAY, engine=Engine(spoil))
    assert left_in(tmp_path) == ["zaak"]
