"""What lakwerk proposes for a sample, as positions in the sample's own text."""

from importlib import resources
from typing import NamedTuple, Protocol

from redact.analyse import Analysis, analyse
from redact.finding import Action
from redact.policy import Policy, load_policy
from redact.read import read_text
from samples.score import Prediction


class Readable(Protocol):
    """A text with a name, and the policy it is read under ("" for the default)."""

    @property
    def name(self) -> str: ...  # noqa: D102  a field
    @property
    def text(self) -> str: ...  # noqa: D102  a field
    @property
    def policy(self) -> str: ...  # noqa: D102  a field


class Analysed(NamedTuple):
    """What was found in a text and is proposed for it, and where its pages begin."""

    analysis: Analysis
    starts: tuple[int, ...]


def analysed(sample: Readable) -> Analysed:
    """Read, detect and propose under the sample's policy.

    Raises:
        ValueError: the reader's text is not the text that the gold counts in.
    """
    document = read_text(sample.text.encode())
    if document.text != sample.text:
        msg = f"{sample.name}: the text that was read is not the text with the gold"
        raise ValueError(msg)
    return Analysed(analyse(document, policy_named(sample.policy)), document.page_starts)


def predictions(sample: Readable) -> list[Prediction]:
    """Return what is proposed for a sample; one prediction for each span.

    Raises:
        ValueError: the reader's text is not the text that the gold counts in.
    """
    analysis, starts = analysed(sample)
    return [
        Prediction(
            starts[span.page] + span.start,
            starts[span.page] + span.end,
            proposal.finding.kind,
            proposal.action,
        )
        for proposal in analysis.proposals
        if proposal.action is not Action.KEEP
        for span in proposal.spans
    ]


def policy_named(name: str) -> Policy:
    """Return the policy in a file beside this module, or the default for no name."""
    if not name:
        return load_policy(None)
    with resources.as_file(resources.files("samples") / name) as path:
        return load_policy(path)
