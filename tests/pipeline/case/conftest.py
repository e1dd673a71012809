"""A case on each database."""

import pytest

from tests.pipeline.case.made import PAGE, make_case, propose, put


@pytest.fixture
def anywhere(tmp_path, database):
    """Return a case with one document and what is proposed for it, on each database."""
    case = make_case(tmp_path, database)
    put(case, PAGE)
    propose(case)
    yield case
    case.close()


@pytest.fixture
def case(tmp_path):
    """Return a case with one document and what is proposed for it."""
    made = make_case(tmp_path)
    put(made, PAGE)
    propose(made)
    yield made
    made.close()
