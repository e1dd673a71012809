"""The reference says what the program does."""

import re
import tomllib
from dataclasses import replace
from pathlib import Path

import pytest

from redact.finding import Kind
from redact.policy import load_policy

DOCS = Path(__file__).parents[3] / "docs"
PAGE = (DOCS / "reference" / "policy.md").read_text("utf-8")
DEFAULT = Path(__file__).parents[3] / "redact" / "policy" / "default.toml"
EXAMPLES = [
    re.sub(r"^    ", "", block, flags=re.MULTILINE)
    for block in re.findall(r"(?:^(?:    .*|[ ]*)\n)+", PAGE, flags=re.MULTILINE)
    if block.strip()
]


def rows(heading):
    """Return the cells of every table row under a heading."""
    part = PAGE.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    lines = [line for line in part.splitlines() if line.startswith("| `")]
    return [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]


def named(heading):
    return {name for row in rows(heading) for name in re.findall(r"`(\w+)`", row[0])}


@pytest.mark.parametrize("example", EXAMPLES)
def test_every_example_is_a_policy(example, tmp_path):
    file = tmp_path / "beleid.toml"
    file.write_text(example, "utf-8")
    default = load_policy()
    assert replace(load_policy(file), name=default.name) != default


def test_there_are_examples():
    assert len(EXAMPLES) == 3


def test_the_page_names_every_key_of_the_default():
    table = tomllib.loads(DEFAULT.read_text("utf-8"))
    tables = {"organisation", "office_holders", "recogniser", "kinds", "roles", "scope"}
    assert named("Sleutels bovenaan") == set(table) - tables
    assert named("`[organisation]`") == set(table["organisation"])
    assert named("`[office_holders]`") == set(table["office_holders"])
    assert named("`[recogniser]`") == set(table["recogniser"])
    assert named("`[scope]`") == set(table["scope"])
    keys = {key for kind in table["kinds"].values() for key in kind} | {"look_from"}
    assert named("`[kinds.SOORT]`") == keys | set(table["kinds"])
    keys = {key for role in table["roles"].values() for key in role} | {"ground"}
    assert named("`[roles.ROL]`") == keys | set(table["roles"])


def test_the_page_gives_the_default_of_every_kind():
    told = {row[0].strip("`"): row[2] for row in rows("`[kinds.SOORT]`") if "5." in row[2]}
    for kind, rule in load_policy().kinds.items():
        if kind is not Kind.SCOPE:
            assert told[kind] == f"{rule.action}, {rule.ground}"


def test_the_page_gives_the_default_of_every_role():
    told = {row[0].strip("`"): row[2] for row in rows("`[roles.ROL]`") if "ontbreken" not in row[1]}
    for role, rule in load_policy().roles.items():
        assert ("blijft" in told[role]) == (rule.action == "keep")


def test_the_page_gives_the_default_thresholds():
    table = tomllib.loads(DEFAULT.read_text("utf-8"))
    told = {row[0].strip("`"): row[1] for row in rows("Sleutels bovenaan")}
    for key in ("redact_from", "look_from"):
        assert told[key].endswith(f"standaard {table[key]}")


def test_every_table_the_loader_knows_has_a_heading():
    from redact.policy import load

    headings = set(re.findall(r"^## `\[+([a-z_]+)", PAGE, flags=re.MULTILINE))
    assert headings == {*load._LISTS, *load._TOP} - {"name", "redact_from", "look_from", "keep"}
