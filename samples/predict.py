"""What lakwerk proposes for a sample, as positions in the sample's own text."""

from importlib import resources

from redact.analyse import analyse
from redact.finding import Action
from redact.policy import Policy, load_policy
from redact.read import read_text
from samples.sample import Sample
from samples.score import Prediction


def predictions(sample: Sample) -> list[Prediction]:
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
        for proposal in analyse(document, policy_of(sample)).proposals
        if proposal.action is not Action.KEEP
        for span in proposal.spans
    ]


def policy_of(sample: Sample) -> Policy:
    """Return the policy that a sample's front matter names, or the default."""
    if not sample.policy:
        return load_policy(None)
    with resources.as_file(resources.files("samples") / sample.policy) as path:
        return load_policy(path)
