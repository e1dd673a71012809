"""Fixtures every test may use."""

from dataclasses import dataclass

import pytest


@dataclass(frozen=True)
class Ran:
    """What a run of the command line left: its exit code and what it printed."""

    code: int
    out: str
    err: str


@pytest.fixture
def lakwerk(capsys):
    """Return a function that runs the command line in this process."""
    from pipeline.cli import main

    def run(*args):
        code = 0
        try:
            main([str(arg) for arg in args])
        except SystemExit as stop:
            code = stop.code if isinstance(stop.code, int) else int(bool(stop.code))
        out, err = capsys.readouterr()
        return Ran(code, out, err)

    return run


@pytest.fixture
def make_pdf():
    """Return a function that prints lines into a PDF, so many to a page."""
    import pymupdf

    def make(*lines: str, leading: float = 20, per_page: int = 30) -> bytes:
        with pymupdf.open() as pdf:
            for first in range(0, max(len(lines), 1), per_page):
                page = pdf.new_page()
                for row, line in enumerate(lines[first : first + per_page]):
                    page.insert_text((72, 72 + leading * row), line, fontsize=11)
            return pdf.tobytes()

    return make
