"""The main job as an officer runs it, with good and bad input."""

import json
import os
import signal
import subprocess
import sys
import time

import pymupdf
import pytest

LAKWERK = (sys.executable, "-c", "from pipeline.cli import main; main()")
VERSLAG = (
    "Verslag van het overleg van 3 maart 2025",
    "Aanwezig: mevrouw F. Bouzidi, de heer J.A. van Dalen",
    "Mevrouw Bouzidi meldt dat het plan klaar is.",
    "Mail naar f.bouzidi@voorbeeld.nl of bel 06-12345678.",
)


def text_of(path):
    with pymupdf.open(path) as pdf:
        return "\n".join(page.get_text() for page in pdf)


@pytest.fixture
def verslag(tmp_path, make_pdf):
    path = tmp_path / "bron" / "verslag.pdf"
    path.parent.mkdir()
    path.write_bytes(make_pdf(*VERSLAG))
    return path


def test_one_command_gives_a_redacted_pdf_and_a_report(lakwerk, verslag, tmp_path):
    out = tmp_path / "uit"
    ran = lakwerk("redact", verslag, "-o", out, "--jobs", 1)
    assert ran.code == 0, ran.err
    text = text_of(out / "verslag.pdf")
    assert "Bouzidi" not in text
    assert "12345678" not in text
    assert "5.1.2.e" in text
    assert "meldt dat het plan klaar is" in text
    assert sorted(path.name for path in out.iterdir()) == [
        "report.html",
        "report.json",
        "verslag.pdf",
    ]


def test_the_source_is_left_as_it_was(lakwerk, verslag, tmp_path):
    before = verslag.read_bytes()
    lakwerk("redact", verslag, "-o", tmp_path / "uit", "--jobs", 1)
    assert verslag.read_bytes() == before


def test_the_report_says_what_and_why_but_never_the_text(lakwerk, verslag, tmp_path):
    ran = lakwerk("redact", verslag, "-o", tmp_path / "uit", "--jobs", 1, "--json")
    document = json.loads(ran.out)["documents"][0]
    assert {"person", "email", "phone"} <= {mark["kind"] for mark in document["removed"]}
    assert all(mark["reason"] for mark in document["removed"])
    written = "".join(
        (tmp_path / "uit" / f"report.{kind}").read_text() for kind in ("json", "html")
    )
    assert "Bouzidi" not in written + ran.out
    assert "12345678" not in written + ran.out


def test_a_term_goes_and_a_kept_name_stays(lakwerk, verslag, tmp_path):
    out = tmp_path / "uit"
    lakwerk(
        "redact", verslag, "-o", out, "--jobs", 1, "--term", "het plan=5.1.2.i", "--keep", "Bouzidi"
    )
    text = text_of(out / "verslag.pdf")
    assert "het plan" not in text
    assert "5.1.2.i" in text
    assert "Mevrouw Bouzidi" in text


def test_a_text_file_becomes_a_redacted_pdf(lakwerk, tmp_path):
    source = tmp_path / "verslag.txt"
    source.write_text("\n".join(VERSLAG), "utf-8")
    assert lakwerk("redact", source, "-o", tmp_path / "uit", "--jobs", 1).code == 0
    text = text_of(tmp_path / "uit" / "verslag.pdf")
    assert "Bouzidi" not in text
    assert "Verslag van het overleg" in text


@pytest.mark.parametrize(
    ("name", "content", "words"),
    [
        ("leeg.pdf", b"", "leeg"),
        ("leeg.txt", b"", "leeg"),
        ("zip.pdf", b"PK\x03\x04" + b"\0" * 60, "ZIP-bestand"),
        ("programma.exe", b"MZ\x90\x00" + b"\0" * 60, "geen document"),
        ("kapot.pdf", b"%PDF-1.7\n1 0 obj\n<<", "beschadigd"),
    ],
    ids=["zero-byte pdf", "empty text", "zip renamed to pdf", "a program", "damaged pdf"],
)
def test_a_bad_file_is_named_and_the_others_go_on(lakwerk, verslag, tmp_path, name, content, words):
    bad = verslag.parent / name
    bad.write_bytes(content)
    ran = lakwerk("redact", bad, verslag, "-o", tmp_path / "uit", "--jobs", 1)
    assert ran.code == 1
    assert name in ran.out
    assert words in ran.out
    assert "Traceback" not in ran.out + ran.err
    assert [path.name for path in (tmp_path / "uit").glob("*.pdf")] == ["verslag.pdf"]


def test_a_password_is_said_to_be_the_trouble(lakwerk, tmp_path):
    path = tmp_path / "geheim.pdf"
    with pymupdf.open() as pdf:
        pdf.new_page().insert_text((72, 72), "tekst")
        pdf.save(path, encryption=pymupdf.PDF_ENCRYPT_AES_256, user_pw="x", owner_pw="y")
    ran = lakwerk("redact", path, "-o", tmp_path / "uit", "--jobs", 1)
    assert ran.code == 1
    assert "wachtwoord" in ran.out


def test_a_folder_is_taken_in_order_and_other_things_in_it_are_named(lakwerk, tmp_path, make_pdf):
    folder = tmp_path / "zaak met spaties é"
    folder.mkdir()
    for name in ("b.pdf", "a.pdf"):
        (folder / name).write_bytes(make_pdf("Beste mevrouw Bouzidi,"))
    (folder / "foto.jpg").write_bytes(b"\xff\xd8\xff\xe0" + b"\0" * 100)
    ran = lakwerk("redact", folder, "-o", tmp_path / "uit", "--json")
    sources = [document["source"] for document in json.loads(ran.out)["documents"]]
    assert [source.rsplit("/", 1)[1] for source in sources] == ["a.pdf", "b.pdf", "foto.jpg"]
    assert ran.code == 1


def test_nothing_is_overwritten_without_force(lakwerk, verslag, tmp_path):
    out = tmp_path / "uit"
    lakwerk("redact", verslag, "-o", out, "--jobs", 1)
    (out / "verslag.pdf").write_bytes(b"mine")
    ran = lakwerk("redact", verslag, "-o", out, "--jobs", 1)
    assert ran.code == 2
    assert "--force" in ran.err
    assert (out / "verslag.pdf").read_bytes() == b"mine"
    assert lakwerk("redact", verslag, "-o", out, "--jobs", 1, "--force").code == 0


def test_the_source_folder_as_output_never_costs_the_source(lakwerk, verslag):
    before = verslag.read_bytes()
    ran = lakwerk("redact", verslag, "-o", verslag.parent, "--jobs", 1, "--force")
    assert ran.code == 2
    assert verslag.read_bytes() == before


def test_a_name_in_the_file_name_is_warned_about_or_numbered_away(lakwerk, tmp_path, make_pdf):
    path = tmp_path / "Brief mevrouw Bouzidi.pdf"
    path.write_bytes(make_pdf(*VERSLAG))
    warned = lakwerk("redact", path, "-o", tmp_path / "een", "--jobs", 1)
    assert "--names number" in warned.out
    quiet = lakwerk("redact", path, "-o", tmp_path / "twee", "--jobs", 1, "--names", "number")
    assert "--names number" not in quiet.out
    assert (tmp_path / "twee" / "document-001.pdf").exists()


def test_a_name_with_a_newline_or_odd_bytes_is_no_trouble(lakwerk, tmp_path, make_pdf):
    for name in ("a\nb.pdf", os.fsdecode(b"c\xff.pdf")):
        (tmp_path / name).write_bytes(make_pdf("Beste mevrouw Bouzidi,"))
    ran = lakwerk("redact", tmp_path, "-o", tmp_path / "uit", "--jobs", 1)
    assert ran.code == 0, ran.out + ran.err
    assert len(list((tmp_path / "uit").glob("*.pdf"))) == 2


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can make a small disk")
def test_a_disk_that_fills_up_loses_nothing_and_leaves_nothing_half(lakwerk, verslag, tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ("mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", str(disk))
    if subprocess.run(mount, check=False, capture_output=True).returncode:
        pytest.skip("this machine does not let root mount a small disk")
    try:
        ran = lakwerk("redact", verslag, "-o", disk / "uit", "--jobs", 1)
        left = [path.name for path in disk.rglob("*") if path.is_file()]
    finally:
        subprocess.run(("umount", str(disk)), check=True)
    assert ran.code == 1
    assert "schijf is vol" in ran.out + ran.err
    assert not [name for name in left if name.endswith((".pdf", ".part"))]


def _heed_ctrl_c():
    """Undo what a shell does to a program in the background: it lets it ignore Ctrl+C."""
    signal.signal(signal.SIGINT, signal.SIG_DFL)


def test_ctrl_c_leaves_whole_files_and_a_report(tmp_path, make_pdf):
    sources, out = tmp_path / "bron", tmp_path / "uit"
    sources.mkdir()
    content = make_pdf(*(VERSLAG * 100))
    for number in range(40):
        (sources / f"{number:02}.pdf").write_bytes(content)
    with subprocess.Popen(
        (*LAKWERK, "redact", sources, "-o", out, "--jobs", "1"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        start_new_session=True,
        preexec_fn=_heed_ctrl_c,  # noqa: PLW1509  no thread runs yet
    ) as process:
        while process.poll() is None and not list(out.glob("*.pdf")):
            time.sleep(0.05)
        os.killpg(process.pid, signal.SIGINT)
        printed = "".join(process.communicate(timeout=60))
    done = sorted(path.name for path in out.glob("*.pdf"))
    assert process.returncode == 1
    assert "Traceback" not in printed
    assert 0 < len(done) < 40
    assert all("Bouzidi" not in text_of(out / name) for name in done)
    assert sorted(p.name for p in out.iterdir()) == [*done, "report.html", "report.json"]


def test_wrong_use_is_explained_in_dutch(lakwerk, tmp_path):
    ran = lakwerk("redact", tmp_path / "niets.pdf", "-o", tmp_path / "uit")
    assert ran.code == 2
    assert "bestaat niet" in ran.err
    assert lakwerk("redact").code == 2


def test_a_policy_with_a_mistake_is_wrong_use(lakwerk, verslag, tmp_path):
    policy = tmp_path / "beleid.toml"
    policy.write_text("[kinds.persoon]\nground = '5.1.2.e'\n")
    ran = lakwerk("redact", verslag, "-o", tmp_path / "uit", "--policy", policy)
    assert ran.code == 2
    assert not (tmp_path / "uit").exists()
