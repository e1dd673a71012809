"""`lakwerk detect`: what the machine finds in one document."""

import json
from pathlib import Path
from typing import Any

import click

from pipeline.engine import Failed
from pipeline.engine.local import LocalEngine
from pipeline.words import ACTIONS, KINDS
from redact.analyse import Analysis, analyse
from redact.convert import to_pdf
from redact.document import Document, Span
from redact.finding import Entity, Proposal
from redact.policy import Policy, load_policy, with_terms
from redact.read import read_pdf, read_text

_TEXT_FILES = (".txt", ".md")


@click.command(short_help="Toon wat het programma in een document vindt.")
@click.argument(
    "file", metavar="BESTAND", type=click.Path(exists=True, dir_okay=False, path_type=Path)
)
@click.option("--json", "json_wanted", is_flag=True, help="Schrijf de vondsten als JSON.")
@click.option("--text", "text_wanted", is_flag=True, help="Schrijf alleen de tekst van het stuk.")
@click.option(
    "--policy",
    "policy_file",
    metavar="BESTAND",
    type=click.Path(exists=True, dir_okay=False, path_type=Path),
    help="Beleid van uw organisatie of zaak (TOML).",
)
@click.option("--term", "terms", metavar="TEKST=GROND", multiple=True, help="Lak deze tekst.")
@click.option("--keep", "keeps", metavar="TEKST", multiple=True, help="Laat deze tekst staan.")
def detect(
    file: Path,
    json_wanted: bool,
    text_wanted: bool,
    policy_file: Path | None,
    terms: tuple[str, ...],
    keeps: tuple[str, ...],
) -> int:
    """Toon wat er in een document gevonden wordt en wat het voorstel is; er wordt niets gelakt.

    Met --json telt "start" en "end" tekens van de tekst die --text geeft.
    """
    policy = with_terms(load_policy(policy_file), terms, keeps)
    (result,) = LocalEngine(1).map(read, [file])  # in a process with limits
    if isinstance(result.value, Failed):
        click.echo(result.value.message, err=True)
        return result.value.exit_code
    if text_wanted:
        click.echo(result.value.text, nl=False)
    else:
        _print(file, result.value, policy, json_wanted=json_wanted)
    return 0


def _print(file: Path, document: Document, policy: Policy, *, json_wanted: bool) -> None:
    analysis = analyse(document, policy)
    if json_wanted:
        click.echo(json.dumps(as_json(file, document, analysis), ensure_ascii=False, indent=1))
        return
    for proposal in analysis.proposals:
        click.echo(_line(proposal))


def read(file: Path) -> Document:
    """Read a file as `detect` sees it: text files as they are, others through PDF."""
    if file.suffix.lower() in _TEXT_FILES:
        return read_text(file.read_bytes())
    return read_pdf(to_pdf(file))


def as_json(file: Path, document: Document, analysis: Analysis) -> dict[str, Any]:
    """Return findings and entities as the reference describes them."""
    starts = document.page_starts
    return {
        "file": file.name,
        "characters": len(document.text),
        "findings": [_finding(proposal, starts) for proposal in analysis.proposals],
        "entities": [_entity(entity, starts) for entity in analysis.entities],
    }


def _finding(proposal: Proposal, starts: tuple[int, ...]) -> dict[str, Any]:
    start, end = _range(proposal.spans, starts)
    return {
        "id": proposal.id,
        "start": start,
        "end": end,
        "page": proposal.spans[0].page + 1,
        "kind": proposal.finding.kind.value,
        "action": proposal.action.value,
        "ground": proposal.ground,
        "score": round(proposal.finding.score, 2),
        "reason": proposal.reason,
        "entity": proposal.entity,
    }


def _entity(entity: Entity, starts: tuple[int, ...]) -> dict[str, Any]:
    return {
        "id": entity.id,
        "kind": entity.kind.value,
        "role": entity.role.value,
        "label": f"persoon {entity.id.lstrip('p')}",
        "mentions": [list(_range(found.spans, starts)) for found in entity.mentions],
        "ties": list(entity.ties),
        "doubts": [
            {"entity": other, "reason": reason}
            for other, reason in zip(entity.doubts, entity.why, strict=True)
        ],
    }


def _range(spans: tuple[Span, ...], starts: tuple[int, ...]) -> tuple[int, int]:
    """Return where spans begin and end in the text of the document."""
    return starts[spans[0].page] + spans[0].start, starts[spans[-1].page] + spans[-1].end


def _line(proposal: Proposal) -> str:
    page = proposal.spans[0].page + 1
    kind, action = KINDS[proposal.finding.kind], ACTIONS[proposal.action]
    return f"p. {page:>3}  {action:<12} {proposal.ground or '':<8} {kind}: {proposal.reason}"
