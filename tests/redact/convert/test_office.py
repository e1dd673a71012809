import os
import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from io import BytesIO
from pathlib import Path

import pikepdf
import pymupdf
import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml.ns import qn

from redact.convert import Form, office, to_pdf
from redact.convert.office import convert_office
from redact.errors import ConversionError, ConverterMissingError
from redact.flow import flow
from redact.read import read_pdf
from tests.redact.convert.files import word, written, zipped

needs_office = pytest.mark.skipif(
    shutil.which("soffice") is None, reason="LibreOffice (soffice) is not installed"
)


@pytest.fixture(scope="session")
def other_forms(tmp_path_factory):
    """Return one document as ODT, DOC and RTF, made by LibreOffice."""
    folder = tmp_path_factory.mktemp("forms")
    source = written(folder, "bron.docx", word())
    for form in ("odt", "doc", "rtf"):
        profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
        command = ["soffice", profile, "--headless", "--convert-to", form, "--outdir", str(folder)]
        subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=120)
    return folder


def test_without_libreoffice_the_error_names_the_package(tmp_path, monkeypatch):
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(ConverterMissingError, match="libreoffice-writer"):
        convert_office(word(), Form.DOCX)


@needs_office
def test_a_word_document_becomes_a_tagged_pdf_with_its_text(tmp_path):
    data = to_pdf(written(tmp_path, "Jan Quaxelaar.docx", word()))
    text = flow(read_pdf(data)).text
    assert "Verslag overleg" in text
    assert "De heer Jan van der Meulen opent de vergadering." in text
    assert b"Quaxelaar" not in data
    with pikepdf.open(BytesIO(data)) as pdf:
        assert pdf.Root.MarkInfo.Marked


@needs_office
@pytest.mark.parametrize("form", ["odt", "doc", "rtf"])
def test_the_other_office_formats_are_read_alike(other_forms, form):
    text = flow(read_pdf(to_pdf(other_forms / f"bron.{form}"))).text
    assert "De heer Jan van der Meulen opent de vergadering." in text


@needs_office
def test_two_conversions_at_once_do_not_meet(tmp_path):
    paths = [
        written(tmp_path, f"{n}.docx", word(lambda d, n=n: d.add_paragraph(f"nummer {n}")))
        for n in range(2)
    ]
    results = [b"", b""]

    def convert(number):
        results[number] = to_pdf(paths[number])

    threads = [threading.Thread(target=convert, args=(number,)) for number in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [f"nummer {n}" in read_pdf(data).text for n, data in enumerate(results)] == [True, True]


def with_linked_picture(address):
    def add(document):
        pixels = pymupdf.Pixmap(pymupdf.csGRAY, pymupdf.IRect(0, 0, 4, 4))
        document.add_picture(BytesIO(pixels.tobytes("png")))
        link = document.part.relate_to(address, RELATIONSHIP_TYPE.IMAGE, is_external=True)
        [blip] = document.element.iter(qn("a:blip"))
        del blip.attrib[qn("r:embed")]
        blip.set(qn("r:link"), link)

    return word(add)


@needs_office
def test_a_linked_picture_on_the_network_is_not_fetched(monkeypatch):
    monkeypatch.setattr(office, "_kept_in", tuple)  # the profile alone must do
    with socket.create_server(("127.0.0.1", 0)) as server:
        server.settimeout(0.1)
        address = f"http://127.0.0.1:{server.getsockname()[1]}/jan.png"
        assert convert_office(with_linked_picture(address), Form.DOCX)
        with pytest.raises(TimeoutError):
            server.accept()


@needs_office
def test_a_damaged_word_document_is_a_failed_conversion(tmp_path):
    damaged = zipped(**{"[Content_Types].xml": "x", "word__document.xml": "<geen xml"})
    with pytest.raises(ConversionError):
        to_pdf(written(tmp_path, "stuk.docx", damaged))


def fake_office(tmp_path, monkeypatch, script):
    folder = tmp_path / "bin"
    folder.mkdir()
    program = folder / "soffice"
    program.write_text(f"#!/bin/sh\n{script}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}{os.pathsep}{os.environ['PATH']}")
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)


def is_running(process):
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return Path(f"/proc/{process}/stat").read_text().split()[2] != "Z"


def test_a_converter_that_hangs_is_ended_with_all_it_started(tmp_path, monkeypatch):
    mark = tmp_path / "child"
    fake_office(tmp_path, monkeypatch, f"sleep 60 & echo $! > {mark}; wait")
    monkeypatch.setattr(office, "_kept_in", tuple)
    with pytest.raises(ConversionError):
        convert_office(word(), Form.DOCX, time_limit=0.5)
    child = int(mark.read_text())
    deadline = time.monotonic() + 5
    while is_running(child) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not is_running(child)
    assert not list(tmp_path.glob("lakwerk-*"))


@pytest.mark.skipif("setpriv" not in office._kept_in(), reason="this system cannot do it")
def test_a_converter_dies_with_who_started_it(tmp_path, monkeypatch):
    alive = tmp_path / "alive"
    os.mkfifo(alive)
    fake_office(tmp_path, monkeypatch, f"exec 3> {alive}; sleep 60; true")
    program = "from redact.convert import office; office.convert_office(b'', office.Form.DOCX)"
    with subprocess.Popen([sys.executable, "-c", program]) as starter, alive.open("rb") as held:
        starter.kill()
        assert held.read() == b""  # when the last that holds the other end is dead


@pytest.mark.parametrize("script", ["exit 0", "exit 1", f"kill -{int(signal.SIGSEGV)} $$"])
def test_a_converter_that_writes_nothing_has_failed(tmp_path, monkeypatch, script):
    fake_office(tmp_path, monkeypatch, script)
    with pytest.raises(ConversionError):
        convert_office(word(), Form.DOCX)
    assert not list(tmp_path.glob("lakwerk-*"))


def test_the_converter_sees_no_name_of_the_user_s_file_and_no_settings_of_the_user(
    tmp_path, monkeypatch
):
    seen = tmp_path / "seen"
    fake_office(tmp_path, monkeypatch, f'echo "$@" > {seen}; env >> {seen}; ls >> {seen}')
    monkeypatch.setenv("LAKWERK_SECRET", "geheim")
    with pytest.raises(ConversionError):
        to_pdf(written(tmp_path, "Jan Quaxelaar.docx", word()))
    text = seen.read_text()
    assert "document.docx" in text
    assert "Quaxelaar" not in text
    assert "geheim" not in text
