"""The demonstration: the sample case, redacted by the real command."""

import shutil
from importlib import resources
from pathlib import Path

from pipeline.cli import main
from samples.make import write
from samples.sample import Sample, samples

POLICY = "policy.toml"

WORD = ("02-mailwisseling-evenement", "09-hr-brief-verzuim")
"""These arrive as Word files, when this machine can read those."""

GUIDE = """
De bronnen staan in      {sources}
De gelakte stukken in    {public}

Open om te beginnen:
  {public}/{first}.pdf
      het verslag, met op de plaats van elke naam de grond (kopieer er gerust een stuk tekst uit)
  {public}/report.html
      wat er per stuk is weggelakt, en wat een medewerker zelf moet bekijken
  {policy}
      het beleid waarmee dit is gedaan"""


def demonstrate(folder: Path) -> int:
    """Make the sample case, redact it, and say in Dutch what to open.

    The two folders inside `folder` are made anew. Returns the exit code of the command.
    """
    case, public = folder / "bron", folder / "openbaar"
    for made in (case, public):
        shutil.rmtree(made, ignore_errors=True)
    for sample in samples():
        write(sample, case, _format(sample))
    own = folder / "beleid.toml"
    own.write_text((resources.files("samples") / POLICY).read_text("utf-8"), "utf-8")
    return _run(["redact", str(case), "-o", str(public), "--policy", str(own)])


def _run(arguments: list[str]) -> int:
    """Run lakwerk as from the command line; return its exit code."""
    try:
        main(arguments)
    except SystemExit as done:
        return done.code if isinstance(done.code, int) else int(bool(done.code))
    return 0


def guide(folder: Path) -> str:
    """Return where the results are and what to open, in Dutch."""
    return GUIDE.format(
        sources=folder / "bron",
        public=folder / "openbaar",
        first=samples()[0].name,
        policy=folder / "beleid.toml",
    )


def _format(sample: Sample) -> str:
    return "docx" if sample.name in WORD and shutil.which("soffice") else "pdf"
