"""The report as a page for the officer: one HTML file that needs nothing else."""

from pipeline.engine import Failed
from pipeline.pages import templates
from pipeline.report.report import Report, grouped, meaning, sorts, totals, warnings_of
from pipeline.words import KINDS


def as_html(report: Report) -> str:
    """Return the report as one HTML page, readable without a network."""
    environment = templates("pipeline.report")
    environment.filters["grouped"] = grouped
    environment.filters["meaning"] = lambda ground: meaning(ground or "")
    environment.filters["kind"] = lambda kind: KINDS[kind]
    environment.filters["sorts"] = sorts
    environment.filters["warnings"] = warnings_of
    environment.tests["failed"] = lambda result: isinstance(result, Failed)
    return environment.get_template("report.html").render(report=report, totals=totals(report))
