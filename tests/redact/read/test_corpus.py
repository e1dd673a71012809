"""Strange PDFs of others: each is read or refused, and none ends the program."""

import subprocess
import sys
import tarfile
from pathlib import Path

import pytest

CORPUS = Path(__file__).parents[4] / "shared" / "data" / "pdf-corpus" / "pdf-corpus.tar.xz"

BOMB = "pdfjs/bomb_giant.pdf"
"""Its content stream is a picture that unpacks without end."""

READER = """
import sys
from redact.errors import RedactError
from redact.flow import flow
from redact.read import read_pdf
for name in sys.stdin:
    print(name, end="", flush=True)
    try:
        flow(read_pdf(open(name.rstrip(), "rb").read()))
    except RedactError:
        pass
print("end")
"""


@pytest.mark.long
@pytest.mark.skipif(not CORPUS.exists(), reason=f"the corpus {CORPUS.name} is not here")
def test_every_strange_pdf_is_read_or_refused(tmp_path):
    with tarfile.open(CORPUS) as archive:
        archive.extractall(tmp_path, filter="data")
    names = sorted(str(path) for path in tmp_path.rglob("*.pdf"))
    ran = subprocess.run(
        [sys.executable, "-c", READER],
        input="\n".join(names),
        capture_output=True,
        text=True,
        timeout=1500,
        check=False,
    )
    assert ran.stdout.endswith("end\n"), ran.stdout[-200:] + ran.stderr[-2000:]
