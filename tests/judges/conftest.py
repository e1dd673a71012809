"""Other people's programs, in an environment of their own: `scripts/install-judges` makes it."""

import json
import subprocess
from pathlib import Path

import pytest

_BIN = Path(__file__).parents[2] / ".judges" / "bin"


@pytest.fixture(scope="session")
def judges():
    """Return the folder with the judges' programs."""
    if not (_BIN / "python").exists():
        pytest.skip("the judges are not installed: scripts/install-judges")
    return _BIN


@pytest.fixture
def xray(judges, tmp_path):
    """Return what x-ray finds: for each page, text under boxes."""

    def look(data: bytes):
        path = tmp_path / "xray.pdf"
        path.write_bytes(data)
        found = "asyncio.run(xray.inspect(sys.argv[1]))"
        code = f"import asyncio, json, sys, xray; print(json.dumps({found}, default=str))"
        ran = subprocess.run(
            [judges / "python", "-c", code, path], capture_output=True, text=True, check=True
        )
        return json.loads(ran.stdout)

    return look


@pytest.fixture
def redaction_check(judges, tmp_path):
    """Return what pdf-redaction-check, told what had to go, calls recoverable."""

    def look(data: bytes, secrets):
        path = tmp_path / "check.pdf"
        path.write_bytes(data)
        told = [part for secret in secrets for part in ("--secret", secret)]
        ran = subprocess.run(
            [judges / "pdf-redaction-check", *told, path],
            capture_output=True,
            text=True,
            check=False,
        )
        assert "RESULT" in ran.stdout
        return [line for line in ran.stdout.splitlines() if line.startswith("CRITICAL")]

    return look


@pytest.fixture
def generated(judges, tmp_path):
    """Return the folders of pdfredeval's generated cases of one family."""

    def make(family: str, seeds: str):
        folder = tmp_path / "cases"
        subprocess.run(
            [
                *(judges / "pdfredeval", "generate", family, "--seed", seeds, "-o", folder),
                *("--generated-at", "2026-01-01T00:00:00Z"),
            ],
            check=True,
            capture_output=True,
        )
        return sorted(path.parent for path in folder.glob("*/ground_truth.json"))

    return make


@pytest.fixture
def score(judges, tmp_path):
    """Return pdfredeval's report on an output of ours."""

    def look(output: bytes, case: Path):
        path = tmp_path / f"{case.name}.pdf"
        path.write_bytes(output)
        ran = subprocess.run(
            [
                judges / "pdfredeval",
                "score",
                path,
                "--case-dir",
                case,
                "--json",
                "--no-report",
                "--no-ocr",
            ],
            capture_output=True,
            text=True,
            check=True,
        )
        return json.loads(ran.stdout)

    return look
