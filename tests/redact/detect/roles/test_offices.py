"""Who stays and who goes, in some three hundred snippets of papers of every kind of public body.

In `offices/` a name between < and > stays, one between { and } goes, and nothing else is a
person. A snippet that opens with "?" is one that detection does not get right yet.
"""

import re
from functools import cache
from pathlib import Path

import pytest

from redact.analyse import analyse
from redact.finding import Action, Kind
from redact.policy import Policy, load_policy
from redact.read import read_text

_MARK = re.compile(r"<([^<>\n]+)>|\{([^{}\n]+)\}")
_FOLDER = Path(__file__).with_name("offices")


def _snippets(name):
    snippets = (_FOLDER / name).read_text("utf-8").split("\n---\n")
    for number, said in enumerate(snippets):
        snippet = said.strip("\n").removesuffix("\n---")
        is_open = snippet.startswith("?")
        marks = [pytest.mark.xfail(reason="not found yet", strict=False)] if is_open else []
        if snippet:
            yield pytest.param(snippet.removeprefix("?"), marks=marks, id=f"{name}-{number}")


@cache
def _policy() -> Policy:
    return load_policy(None)


def _stay_go_touched(snippet):
    """Return the names that stay, those that go, and what a reader would no longer see."""
    stay = {hit[1] for hit in _MARK.finditer(snippet) if hit[1]}
    go = {hit[2] for hit in _MARK.finditer(snippet) if hit[2]}
    document = read_text(_MARK.sub(lambda hit: hit[1] or hit[2], snippet).encode())
    touched = {
        document.text[span.start : span.end]
        for proposal in analyse(document, _policy()).proposals
        if proposal.action is not Action.KEEP and proposal.finding.kind is Kind.PERSON
        for span in proposal.spans
    }
    return stay, go, touched


@pytest.mark.parametrize(
    "snippet",
    [
        *_snippets("holders.txt"),
        *_snippets("papers.txt"),
        *_snippets("meetings.txt"),
        *_snippets("lookalikes.txt"),
    ],
)
def test_who_holds_an_office_stays_and_who_works_beside_goes(snippet):
    stay, go, touched = _stay_go_touched(snippet)
    assert not {name for name in touched if any(name in other for other in stay - go)}
    assert all(any(seen in name or name in seen for seen in touched) for name in go)


@pytest.mark.parametrize("snippet", [*_snippets("others.txt"), *_snippets("things.txt")])
def test_no_title_nearby_makes_an_office_holder_and_no_thing_is_a_person(snippet):
    _stay, go, touched = _stay_go_touched(snippet)
    assert all(any(seen in name or name in seen for seen in touched) for name in go)
    assert not {name for name in touched if not any(name in other for other in go)}
