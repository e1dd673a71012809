"""The demonstration: the sample case, redacted by the real command."""

import shutil
from collections.abc import Sequence
from importlib import resources
from pathlib import Path

from pipeline.cli import main
from samples.make import write
from samples.sample import Sample

WORD = ("02-mailwisseling-evenement", "09-hr-brief-verzuim")
"""These arrive as Word files, when this machine can read those."""

GUIDE = """
De bronnen staan in      {sources}
De gelakte stukken in    {public}

Open om te beginnen:
  {first}
      het eerste stuk: op de plaats van elke naam staat de grond, als gewone tekst
  {public}/report.html
      wat er per stuk is weggelakt, en wat een medewerker zelf moet bekijken
  samples/policy.toml
      het beleid waarmee dit is gedaan"""

FAILED = "\nDe demonstratie gaf geen enkel gelakt stuk; hierboven staat waarom."


def demonstrate(folder: Path, case: Sequence[Sample]) -> int:
    """Make the samples into a case, redact it; return the exit code of the command.

    Files that an earlier demonstration left in `folder` are replaced, others are left alone.
    """
    sources = [write(sample, folder / "bron", _format(sample)) for sample in case]
    with resources.as_file(resources.files("samples") / "policy.toml") as policy:
        arguments = [*sources, "--output", folder / "openbaar", "--policy", policy, "--force"]
        return _run(["redact", *map(str, arguments)])


def _format(sample: Sample) -> str:
    return "docx" if sample.name in WORD and shutil.which("soffice") else "pdf"


def _run(arguments: list[str]) -> int:
    """Run lakwerk as from the command line; return its exit code."""
    try:
        main(arguments)
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else int(bool(done.code))
    return 0


def guide(folder: Path) -> str:
    """Return in Dutch where the results are and what to open, or that there are none."""
    public = folder / "openbaar"
    made = sorted(public.glob("*.pdf"))
    if not made:
        return FAILED
    return GUIDE.format(sources=folder / "bron", public=public, first=made[0])
