from samples.blocks import Bullet, Heading, Paragraph, Table, as_text, blocks, runs

BODY = """# Verslag

Aanwezig: OOV
Afwezig: WPI

- **BESLUIT:** goed
  - met een bijzin
- klaar

| Wie | Wat |
|---|---|
| JdV | bellen |
| MB | |
"""


def test_the_text_has_no_markup_and_tabs_between_cells():
    assert as_text(BODY) == (
        "Verslag\n\nAanwezig: OOV\nAfwezig: WPI\n\n- BESLUIT: goed\n  - met een bijzin\n- klaar\n\n"
        "Wie\tWat\nJdV\tbellen\nMB\t\n"
    )


def test_the_blocks_come_in_reading_order():
    assert blocks(BODY) == [
        Heading(1, "Verslag"),
        Paragraph(("Aanwezig: OOV", "Afwezig: WPI")),
        Bullet(0, "**BESLUIT:** goed"),
        Bullet(1, "met een bijzin"),
        Bullet(0, "klaar"),
        Table((("Wie", "Wat"), ("JdV", "bellen"), ("MB", "")), titled=True),
    ]


def test_a_table_without_a_rule_has_no_title_row():
    assert blocks("| a | b |\n| c | d |") == [Table((("a", "b"), ("c", "d")), titled=False)]


def test_the_bar_of_a_mark_parts_no_cells():
    assert as_text("| {{person|JdV}} | bellen |") == "{{person|JdV}}\tbellen"


def test_a_list_may_follow_a_line_at_once():
    assert blocks("Namens de commissie:\n- een lid") == [
        Paragraph(("Namens de commissie:",)),
        Bullet(0, "een lid"),
    ]


def test_bold_stretches_are_told_apart():
    assert runs("**Van:** Karin") == [("Van:", True), (" Karin", False)]
