"""What was done with an item or a document, in Dutch; and when somebody last looked."""

from typing import Any

from pipeline.case import acts
from pipeline.case.acts import Scope, Verdict
from pipeline.case.case import Case
from pipeline.case.fold import touched
from pipeline.case.history import history
from pipeline.case.state import Recorded, State

_VERDICTS = {
    Verdict.REDACT: "Weglakken",
    Verdict.KEEP: "Laten staan",
    Verdict.AS_PROPOSED: "Zoals voorgesteld",
}
_SCOPES = {
    Scope.HERE: "",
    Scope.DOCUMENT: ", in dit hele document",
    Scope.CASE: ", in de hele zaak",
    Scope.CONTEXT: ", overal in deze context",
}
_WORDS: dict[type[Any], str] = {
    acts.Add: "Toegevoegd",
    acts.Resize: "Grens verlegd",
    acts.Join: "Personen samengevoegd",
    acts.Split: "Persoon gesplitst",
    acts.Distinguish: "Personen uit elkaar gehouden",
    acts.SetRole: "Rol gewijzigd",
    acts.Acknowledge: "Onleesbaar onderdeel bekeken",
    acts.SeePage: "Pagina bekeken",
    acts.Note: "Notitie",
    acts.Motivate: "Motivering",
    acts.Describe: "Gegevens van het document",
    acts.Withdraw: "Goedkeuring ingetrokken",
    acts.AddFile: "Bestand toegevoegd",
    acts.ReadFile: "Gelezen door het programma",
    acts.ReadFailed: "Niet te lezen",
    acts.Propose: "Voorstellen gemaakt",
}


def told(case: Case, subject: str) -> list[dict[str, Any]]:
    """Return the acts on a subject, the last one first."""
    with case.lock:
        state = case.state()
        return [_told(case, state, act) for act in reversed(history(case, subject))]


def _told(case: Case, state: State, act: Recorded) -> dict[str, Any]:
    return {
        "seq": act.seq,
        "at": act.at.isoformat(timespec="seconds"),
        "who": act.who,
        "words": words(state, act),
        "note": case.vault.text(act.deed.text) if isinstance(act.deed, acts.Note) else "",
        "undone": not state.counts(act.seq),
    }


def words(state: State, act: Recorded) -> str:
    """Say in Dutch what an act was."""
    deed = act.deed
    if isinstance(deed, acts.Revert):
        target = state.acts[deed.seq - 1]
        inner = words(state, target)
        lowered = inner[:1].lower() + inner[1:]
        if isinstance(target.deed, acts.Revert):
            return lowered.replace("ongedaan gemaakt:", "Opnieuw gedaan:", 1)
        return f"Ongedaan gemaakt: {lowered}"
    if isinstance(deed, acts.Decide):
        grounds = f" met {', '.join(deed.grounds)}" if deed.grounds else ""
        return f"{_VERDICTS[deed.verdict]}{grounds}{_SCOPES[deed.scope]}"
    if isinstance(deed, acts.Approve):
        return "Tweede goedkeuring" if deed.second else "Goedgekeurd"
    return _WORDS[type(deed)]


def last_look(state: State, document: int, who: str) -> int:
    """Return the number of the last act by which somebody showed to have looked at a document."""
    for act in reversed(state.acts):
        if (
            act.who == who
            and not isinstance(act.deed, acts.AddFile)
            and (document in touched(state, act))
        ):
            return act.seq
    return 0
