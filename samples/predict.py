"""What lakwerk proposes for a sample, as positions in the sample's own text."""

from importlib import resources
from typing import Protocol

from redact.analyse import analyse
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


def predictions(sample: Readable) -> list[Prediction]:
    """Read, detect and propose under the sample's policy; one prediction for each span.

    Raises:
        ValueError: the reader's text is not the text that the gold counts in.
    """
    document = read_text(sample.text.encode())
    if document.text != sample.text:
        msg = f"{sample.name}: the text that was read is not the text with the gold"
        raise ValueError(msg)
    starts = document.page_starts
    return [
        Prediction(
            starts[span.page] + span.start,
            starts[span.page] + span.end,
            proposal.finding.kind,
            proposal.action,
        )
        for proposal in analyse(document, policy_named(sample.policy)).proposals
        if proposal.action is not Action.KEEP
        for span in proposal.spans
    ]


def policy_named(name: str) -> Policy:
    """Return the policy in a file beside this module, or the default for no name."""
    if not name:
        return load_policy(None)
    with resources.as_file(resources.files("samples") / name) as path:
        return load_policy(path)
