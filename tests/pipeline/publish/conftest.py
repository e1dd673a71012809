"""An approved case of two documents."""

from datetime import date

import pytest

from pipeline.case import doing
from pipeline.case.acts import Describe, Verdict
from pipeline.case.case import new_case
from pipeline.case.doing import By
from pipeline.case.files import add_file
from pipeline.case.propose import propose_case
from pipeline.case.record import Ask, record
from pipeline.case.settings import Settings

WHO = "ans"
LETTER = "Mevrouw Karin Zwartbol belde over de kap. Haar nummer is 06-12345678."
MINUTES = "Het overleg besprak de planning van de weg en sloot om vier uur."


@pytest.fixture
def case(tmp_path, make_pdf):
    """Return a case with a letter that names somebody and minutes that name nobody."""
    made = new_case(tmp_path / "zaak", Settings("Kapvergunning", "Woo 2026-1"))
    add_file(made, "brief.pdf", make_pdf(LETTER), WHO)
    add_file(made, "verslag.pdf", make_pdf(MINUTES), WHO)
    propose_case(made, jobs=1)
    yield made
    made.close()


def decide_all(case):
    """Take over what is proposed, look at everything, and say why."""
    for number, file in case.state().files.items():
        doing.decide(case, By(WHO), f"document:{number}", Verdict.AS_PROPOSED)
        for page in range(len(file.reading.pages)):
            doing.see_page(case, By(WHO), number, page)
        for one in file.reading.unread:
            doing.acknowledge(case, By(WHO), number, one.id)
    text = "De naam zegt niets over het besluit.\n\nDat weegt zwaarder dan openbaarheid."
    doing.motivate(case, By(WHO), "5.1.2.e", text)


def describe(case, number, title, day):
    key = case.vault.put_text(title)
    record(case, Ask(WHO, f"document:{number}", Describe(title=key, day=day.isoformat())))


@pytest.fixture
def approved(case):
    """Return the case with everything decided and approved."""
    decide_all(case)
    describe(case, 1, "Brief over de kap", date(2026, 3, 1))
    for number in case.state().files:
        doing.approve(case, By(WHO), number)
    return case
