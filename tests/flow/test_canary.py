"""Text of a document is poison outside the vault: one unique name goes through everything."""

import logging
import os
import subprocess
import sys

import pytest

FIRST, LAST = "Zwaantje", "Bruinsmakanarie"
LINES = (
    "Verslag van het overleg",
    f"Aanwezig: mevrouw {FIRST} {LAST}",
    f"Mevrouw {LAST} meldt dat zij bereikbaar is op 06-13572468.",
    f"Mail: {FIRST.lower()}.{LAST.lower()}@voorbeeld.nl",
)
LAKWERK = (sys.executable, "-X", "dev", "-c", "from pipeline.cli import main; main()")


def holds_the_canary(text):
    return LAST.lower() in text.lower() or FIRST.lower() in text.lower() or "13572468" in text


@pytest.fixture
def source(tmp_path, make_pdf):
    path = tmp_path / "bron" / "verslag.pdf"
    path.parent.mkdir()
    path.write_bytes(make_pdf(*LINES))
    return path


@pytest.mark.parametrize(
    "arguments",
    [
        ("redact", "{source}", "-o", "{out}"),
        ("redact", "{source}", "-o", "{out}", "--json"),
        ("detect", "{source}"),
        ("detect", "{source}", "--json"),
        ("verify", "{source}"),
        ("audit", "{source}"),
    ],
    ids=lambda arguments: " ".join(a for a in arguments if "{" not in a),
)
def test_no_command_lets_the_text_out(source, tmp_path, arguments):
    out, temporary = tmp_path / "uit", tmp_path / "tijdelijk"
    temporary.mkdir()
    command = [a.format(source=source, out=out) for a in arguments]
    ran = subprocess.run(
        (*LAKWERK, *command),
        check=False,
        capture_output=True,
        text=True,
        env={**os.environ, "TMPDIR": str(temporary)},
    )
    assert not holds_the_canary(ran.stdout + ran.stderr)
    assert not list(temporary.iterdir())
    for path in out.rglob("*"):
        assert not holds_the_canary(path.name)
        assert not holds_the_canary(path.read_bytes().decode("latin-1"))


def test_no_log_at_debug_level_holds_the_text(source, tmp_path, lakwerk, caplog):
    with caplog.at_level(logging.DEBUG):
        lakwerk("detect", source)
        lakwerk("redact", source, "-o", tmp_path / "uit", "--jobs", 1)
    assert not holds_the_canary(caplog.text)


def test_no_value_shows_the_text_when_it_is_printed():
    from redact.analyse import analyse
    from redact.document import Document, Page
    from redact.flow import flow
    from redact.policy import load_policy

    document = Document("0", (Page.unplaced(0, "\n".join(LINES)),))
    analysis = analyse(document, load_policy(None))
    assert len(analysis.proposals) >= 4
    assert not holds_the_canary(repr((document, flow(document), analysis)))
