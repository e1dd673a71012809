"""Outputs meet what they say they meet: veraPDF agrees with the validator in the product."""

from datetime import UTC, datetime

import pytest

from redact.analyse import analyse
from redact.convert import to_pdf
from redact.decide import passed, redactions
from redact.policy import load_policy
from redact.read import read_pdf
from redact.standards import standards_of
from redact.write import write_pdf
from samples.make import write
from samples.sample import samples

FULL = {"PDF/UA-1", "PDF/A-2a"}
LACKS_A_GLYPH = "07-whatsapp-buurtteam"
"""Has a sign that the fonts of a plain typst do not draw."""

PROFILES = {"PDF/UA-1": "ua1", "PDF/A-2a": "2a", "PDF/A-2u": "2u", "PDF/A-2b": "2b"}


def redacted(source):
    document = read_pdf(source)
    policy = load_policy(None)
    proposals = analyse(document, policy).proposals
    ordered = redactions(
        proposals, passed(proposals, policy, datetime(2026, 1, 1, tzinfo=UTC)), document
    )
    assert ordered
    return write_pdf(source, document, ordered)


@pytest.fixture(scope="session")
def outputs(tmp_path_factory):
    """Return the redacted samples, as typst and as LibreOffice made them, by name and kind."""
    folder = tmp_path_factory.mktemp("samples")
    kinds = ("pdf", "docx")
    return {
        (sample.name, kind): redacted(to_pdf(write(sample, folder, kind)))
        for sample in samples()
        for kind in kinds
    }


@pytest.mark.long
def test_outputs_of_tagged_sources_are_accessible_and_durable(outputs):
    short = {key for key, data in outputs.items() if set(standards_of(data).met) != FULL}
    assert short <= {(LACKS_A_GLYPH, "pdf")}


@pytest.mark.long
def test_verapdf_confirms_every_claim(outputs, verapdf):
    claims = {(key, name) for key, data in outputs.items() for name in standards_of(data).met}
    broken = verapdf(outputs, PROFILES.values())
    refuted = {
        (key, name): broken[key, PROFILES[name]]
        for key, name in claims
        if broken[key, PROFILES[name]]
    }
    assert not refuted
