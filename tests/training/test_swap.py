import random

import pytest

from training import corpus
from training.marks import Label, parse, write
from training.swap import Names, Person, swapped


def seeded(seed):
    return random.Random(seed)  # noqa: S311  no secret


NAMES = Names(
    firsts={"dutch": ["Wim"], "turkish": ["Elif"]},
    lasts={"dutch-particled": ["van der Meer"], "turkish": ["Yıldız"]},
)


class Fixed(Names):
    """Draws one person always."""

    def draw(self, _):
        return Person(("Wim", "Karel"), "van der", "Meer")


class Never(random.Random):
    """A chance that never comes true."""

    def random(self):
        return 0.99


@pytest.mark.parametrize(
    ("marked", "expected"),
    [
        ("{{person:full|Noor Haddad}} belt.", "Wim van der Meer belt."),
        ("{{person:full|NOOR HADDAD}}", "WIM VAN DER MEER"),
        ("mail van {{person:full|noor haddad}}", "mail van wim van der meer"),
        ("{{person:formal|N.A. Haddad}}", "W.K. van der Meer"),
        ("{{person:formal|N. (Noor) Haddad}}", "W.K. (Wim) van der Meer"),
        ("{{person:listed|Haddad, N.A.}}", "Meer, W.K. van der"),
        ("{{person:first|Noor}}: ja", "Wim: ja"),
        ("mevrouw {{person:last|Haddad}}", "mevrouw Van der Meer"),
        ("actie {{person:initials|NH}}", "actie WvdM"),
        ("actie {{person:initials|N.H.}}", "actie W.v.d.M."),
        ("{{person:mail|n.haddad}}@x.nl", "w.vandermeer@x.nl"),
        ("{{person|Noor H.}} en {{street|Haddadstraat}}", "Noor H. en Haddadstraat"),
    ],
)
def test_each_form_is_written_with_the_new_name(marked, expected):
    rng = Never(1)
    rng.choice = lambda options: options[0]
    text, _ = swapped(*parse(marked), Fixed({}, {}), rng)
    assert text == expected


def test_mentions_of_one_person_get_one_name():
    text, spans = parse(
        "{{person#1:first|Noor}} en {{person#1:last|Haddad}}, {{person:first|Noor}}"
    )
    new, _ = swapped(text, spans, NAMES, Never(1))
    assert new.split(" en ")[0] in ("Wim", "Elif")


def test_some_persons_keep_their_name():
    text, spans = parse("{{person:first|Noor}} belt.")
    found = {swapped(text, spans, NAMES, seeded(seed))[0] for seed in range(40)}
    assert "Noor belt." in found
    assert len(found) > 2


def test_a_draw_parts_the_particles_from_the_name():
    drawn = {NAMES.draw(seeded(seed)) for seed in range(20)}
    assert {person.particles for person in drawn} == {"", "van der"}
    assert {person.last for person in drawn} == {"van der Meer", "Yıldız"}


def test_every_training_text_stays_well_marked_when_its_names_are_swapped():
    names = Names(corpus.names("first"), corpus.names("last"))
    rng = seeded(7)
    for piece in (*corpus.pieces(), *corpus.lines()):
        text, spans = swapped(piece.text, piece.spans, names, rng)
        again = parse(write(text, spans))
        assert again == (text, spans)
        others = [span for span in spans if span.label is not Label.PERSON]
        assert [text[span.start : span.end] for span in others] == [
            piece.text[span.start : span.end]
            for span in piece.spans
            if span.label is not Label.PERSON
        ]
