"""The page of the reference about grounds says what the catalogue says."""

from pathlib import Path

from grounds.catalogue import CATALOGUE, GROUPS, LETTERS, succession
from grounds.ground import Environment
from grounds.notation import Notation

PAGE = (Path(__file__).parents[2] / "docs" / "reference" / "grounds.md").read_text("utf-8")
ROWS = [
    tuple(cell.strip() for cell in line.strip("|").split("|"))
    for line in PAGE.splitlines()
    if line.startswith("| ")
]
LETTER_OF = {code: letter for letter, code in LETTERS.items()}


def demands(ground):
    named = {
        "afweging": ground.weighing,
        "motivering": ground.motivation,
        "5.3": ground.five_years,
        "datum": ground.needs_date,
        "alleen milieu-informatie": ground.environment is Environment.ONLY,
        "niet voor milieu-informatie": ground.environment is Environment.NEVER,
    }
    return ", ".join(name for name, asked in named.items() if asked) or "–"


def expected(ground):
    if ground.is_marker:
        return (
            ground.code,
            f"{ground.label}. {ground.note}",
            ", ".join(ground.synonyms) or "–",
        )
    if ground.is_retired:
        went = succession(ground.code)
        return (ground.code, ground.label, went.successor or "geen", went.condition or "–")
    return (
        f"[{ground.code}]({ground.link})",
        ground.force.dutch,
        demands(ground),
        LETTER_OF.get(ground.code, "–"),
        ground.text,
    )


def test_the_page_has_one_right_row_for_every_code():
    code_rows = [row for row in ROWS if row[0].strip("[").split("]")[0] in CATALOGUE]
    assert code_rows == [expected(ground) for ground in CATALOGUE.values()]


def test_the_page_gives_the_opening_words_of_both_paragraphs():
    assert CATALOGUE["5.1.1.a"].lead in PAGE
    assert CATALOGUE["5.1.2.a"].lead in PAGE


def test_the_page_names_every_group_and_every_notation():
    assert all(f"{group}," in PAGE or f" {group} " in PAGE for group in GROUPS)
    assert all(f"`{notation}`" in PAGE for notation in Notation if notation is not Notation.WORDS)
