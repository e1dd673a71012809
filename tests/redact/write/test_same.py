"""The same source and the same orders give the same bytes, in any process."""

import os
import subprocess
import sys
from io import BytesIO

import pikepdf
import pymupdf
import pytest
from pikepdf import Array, Dictionary, Name

FONT = "redact/write/fonts/LakwerkSans-Regular.ttf"
PROGRAM = """
import hashlib, sys
from redact.document import Span
from redact.finding import Redaction
from redact.read import read_pdf
from redact.write import write_pdf
data = sys.stdin.buffer.read()
ordered = [Redaction(Span(0, 0, 5), "5.1.2.e")]
print(hashlib.sha256(write_pdf(data, read_pdf(data), ordered)).hexdigest())
"""
SEEDS = ("1", "2", "3")
"""Of Python's hashes of text: a set of names is met in another order with each."""


@pytest.fixture(scope="module")
def many():
    """A page of forms with a font each, and of colours with an ink each."""
    with pymupdf.open() as pdf:
        page = pdf.new_page()
        page.insert_text((72, 72), "Jansen opent.")
        for number in range(6):
            with pymupdf.open() as other:
                form = other.new_page(width=200, height=20)
                form.insert_text((0, 15), f"Regel {number}", fontname=f"f{number}", fontfile=FONT)
                place = pymupdf.Rect(72, 100 + 30 * number, 272, 120 + 30 * number)
                page.show_pdf_page(place, other)
        return _with_inks(pdf.tobytes())


def _with_inks(data):
    with pikepdf.open(BytesIO(data)) as pdf:
        page = pdf.pages[0]
        page.Resources.ColorSpace = Dictionary()
        for number in range(6):
            tint = Dictionary(FunctionType=2, Domain=[0, 1], C0=[0] * 4, C1=[0, 1, 0, 0], N=1)
            ink = Array([Name.Separation, Name(f"/Inkt{number}"), Name.DeviceCMYK, tint])
            page.Resources.ColorSpace[f"/S{number}"] = ink
            page.contents_add(f"/S{number} cs 1 scn {20 * number} 500 9 9 re f".encode())
        out = BytesIO()
        pdf.save(out)
        return out.getvalue()


def test_the_order_in_which_names_are_met_makes_no_difference(many):
    assert len({_hash(many, seed) for seed in SEEDS}) == 1


def _hash(data, seed):
    environment = {**os.environ, "PYTHONHASHSEED": seed}
    command = [sys.executable, "-c", PROGRAM]
    return subprocess.run(
        command, input=data, env=environment, capture_output=True, check=True
    ).stdout
