"""Reading a policy: the documented default, the organisation's file over it, then the command."""

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from redact.errors import PolicyError
from redact.finding import Action, Kind, Role
from redact.policy.citable import advice, citable
from redact.policy.table import Table
from redact.policy.values import (
    Cue,
    KindRule,
    OfficeHolders,
    Organisation,
    Policy,
    Recogniser,
    RoleRule,
    Scope,
    Term,
)

_TOP = (
    "name",
    "redact_from",
    "look_from",
    "keep",
    "organisation",
    "office_holders",
    "recogniser",
    "kinds",
    "roles",
    "scope",
)
_LISTS = ("terms", "passages")
_KINDS = tuple(kind for kind in Kind if kind is not Kind.SCOPE)
_SHORTEST_STEM = 4
_ROLES = tuple(role for role in Role if role is not Role.UNKNOWN)


def load_policy(path: Path | None = None) -> Policy:
    """Return the default policy, with what an organisation's TOML file says over it.

    Raises:
        PolicyError: the file cannot be read, or says something that has no meaning.
    """
    own = {"name": path.stem, **_toml(path)} if path else {}
    return _policy(Table(_over(_default(), own)))


def with_terms(policy: Policy, terms: Iterable[str], keeps: Iterable[str]) -> Policy:
    """Return a policy with terms, each as `TEXT=GROUND`, and texts to keep added.

    Raises:
        PolicyError: a term has no ground, or a text holds nothing to look for.
    """
    added = tuple(_term_of(term, number) for number, term in enumerate(terms, start=1))
    kept = Table({"--keep": list(keeps)}).texts("--keep")
    return replace(policy, terms=policy.terms + added, keep=policy.keep + kept)


@cache
def _default() -> Mapping[str, Any]:
    text = (resources.files("redact.policy") / "default.toml").read_text("utf-8")
    return tomllib.loads(text)


@cache
def _term_kinds() -> Mapping[str, str]:
    text = (resources.files("redact.policy") / "term_kinds.toml").read_text("utf-8")
    return tomllib.loads(text)


def _toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text("utf-8-sig"))
    except OSError as error:
        msg = "Het beleidsbestand kan niet worden gelezen; controleer het pad en de rechten."
        raise PolicyError(msg) from error
    except UnicodeDecodeError as error:
        msg = "Het beleidsbestand is geen tekst in UTF-8."
        raise PolicyError(msg) from error
    except tomllib.TOMLDecodeError as error:
        msg = f"Het beleidsbestand is geen geldige TOML{_where(error)}."
        raise PolicyError(msg) from error


def _where(error: tomllib.TOMLDecodeError) -> str:
    """Return the place of a syntax error; the parser's own words may quote the file."""
    _, found, place = str(error).rpartition("(at line ")
    line, _, column = place.rstrip(")").partition(", column ")
    return f": kijk op regel {line}, teken {column}" if found and column else ""


def _over(under: Mapping[str, Any], own: Mapping[str, Any]) -> dict[str, Any]:
    """Return the one table with the other laid over it, table by table."""
    merged = dict(under)
    for key, value in own.items():
        below = merged.get(key)
        if isinstance(below, dict) and isinstance(value, dict):
            merged[key] = _over(below, value)
        else:
            merged[key] = value
    return merged


def _policy(table: Table) -> Policy:
    table.allow((*_TOP, *_LISTS))
    scope = _scope(table.table("scope"))
    kinds = _kinds(table)
    kinds[Kind.SCOPE] = KindRule(
        scope.ground, Action.REDACT, passes=True, redact_from=0.0, look_from=0.0
    )
    return Policy(
        name=table.text("name"),
        kinds=kinds,
        roles=_roles(table.table("roles")),
        scope=scope,
        organisation=_organisation(table.table("organisation")),
        office_holders=_office_holders(table.table("office_holders")),
        recogniser=_recogniser(table.table("recogniser")),
        terms=tuple(_term(term) for term in table.tables("terms")),
        keep=table.texts("keep"),
        cues=tuple(_cue(cue) for cue in table.tables("passages")),
    )


def _kinds(table: Table) -> dict[Kind, KindRule]:
    kinds = table.table("kinds")
    if Kind.SCOPE in kinds:
        msg = (
            f"'{kinds.key(Kind.SCOPE)}' kan niet; wat buiten het verzoek valt, staat onder [scope]."
        )
        raise PolicyError(msg)
    kinds.allow(_KINDS)
    redact_from, look_from = table.share("redact_from"), table.share("look_from")
    return {kind: _kind(kinds.table(kind), redact_from, look_from) for kind in _KINDS}


def _kind(table: Table, redact_from: float, look_from: float) -> KindRule:
    table.allow(("ground", "action", "passes", "redact_from", "look_from"))
    rule = KindRule(
        ground=table.ground("ground"),
        action=table.choice("action", Action),
        passes=table.flag("passes"),
        redact_from=table.share("redact_from", redact_from),
        look_from=table.share("look_from", look_from),
    )
    if rule.look_from > rule.redact_from:
        msg = f"'{table.key('look_from')}' is hoger dan redact_from; het mag hooguit gelijk zijn."
        raise PolicyError(msg)
    return rule


def _roles(table: Table) -> dict[Role, RoleRule]:
    table.allow(_ROLES)
    return {role: _role(table.table(role)) for role in _ROLES if role in table}


def _role(table: Table) -> RoleRule:
    table.allow(("action", "kinds", "ground"))
    kinds = table.texts("kinds")
    unknown = set(kinds) - set(_KINDS)
    if unknown or not kinds:
        allowed = ", ".join(_KINDS)
        msg = f"'{table.key('kinds')}' noemt geen soort, of een onbekende; kies uit: {allowed}."
        raise PolicyError(msg)
    ground = table.ground("ground") if "ground" in table else None
    return RoleRule(table.choice("action", Action), frozenset(map(Kind, kinds)), ground)


def _scope(table: Table) -> Scope:
    table.allow(("ground", "items", "keep_only"))
    items, keep_only = table.texts("items"), table.texts("keep_only")
    if items and keep_only:
        msg = "'scope.items' en 'scope.keep_only' sluiten elkaar uit; geef een van beide."
        raise PolicyError(msg)
    return Scope(table.ground("ground"), items, keep_only)


def _organisation(table: Table) -> Organisation:
    table.allow(("name", "domains", "public_functions"))
    name = table.values.get("name", "")
    return Organisation(
        name=table.text("name") if name != "" else "",
        domains=tuple(domain.lower().lstrip("@") for domain in table.texts("domains")),
        public_functions=table.texts("public_functions"),
    )


def _office_holders(table: Table) -> OfficeHolders:
    table.allow(("names", "titles"))
    return OfficeHolders(table.texts("names"), table.texts("titles"))


def _recogniser(table: Table) -> Recogniser:
    table.allow(("spacy", "score"))
    name = table.values.get("spacy", "")
    return Recogniser(table.text("spacy") if name != "" else "", table.share("score"))


def _term(table: Table) -> Term:
    table.allow(("text", "ground", "kind"))
    text, ground = table.text("text"), table.ground("ground")
    _check_phrase(text, table.key("text"))
    kind = table.choice("kind", Kind) if "kind" in table else Kind(_term_kinds()[ground])
    return Term(text, ground, kind)


def _term_of(term: str, number: int) -> Term:
    """Read a term of the command line; its text may be a name, so no error shows it."""
    text, _, written = term.rpartition("=")
    ground = citable(written)
    if ground is None:
        msg = f"--term nummer {number} moet zijn TEKST=GROND; nodig is {advice(written)}."
        raise PolicyError(msg)
    _check_phrase(text, f"--term nummer {number}")
    return Term(text.strip(), ground, Kind(_term_kinds()[ground]))


def _check_phrase(text: str, key: str) -> None:
    if not any(character.isalnum() for character in text):
        msg = f"'{key}' bevat geen letter of cijfer om naar te zoeken."
        raise PolicyError(msg)


def _cue(table: Table) -> Cue:
    table.allow(("phrase", "kind", "weight"))
    phrase = table.text("phrase")
    first = phrase.split()[0]
    if not first[0].isalnum() or (first.endswith("*") and len(first) <= _SHORTEST_STEM):
        key = table.key("phrase")
        msg = f"'{key}' moet beginnen met een woord, of met ten minste vier letters voor een *."
        raise PolicyError(msg)
    return Cue(phrase, table.choice("kind", Kind), table.share("weight"))
