import errno
import os
import signal

import pytest

from pipeline.engine import Failed, Result, attempt
from pipeline.engine.local import LocalEngine
from redact.errors import CrashedError, EmptyFileError, LeakError


def double(number):
    if number < 0:
        raise EmptyFileError
    return 2 * number


def die_on_three(number):
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def test_results_come_in_the_order_of_the_items():
    results = list(LocalEngine(2).map(double, [5, 1, 3]))
    assert results == [Result(5, 10), Result(1, 2), Result(3, 6)]


def test_one_bad_item_does_not_stop_the_batch():
    values = [result.value for result in LocalEngine(2).map(double, [1, -1, 2])]
    assert values[0::2] == [2, 4]
    assert values[1] == Failed("EmptyFileError", str(EmptyFileError()), 1)


def test_a_worker_that_dies_costs_its_own_item_only():
    values = [result.value for result in LocalEngine(2).map(die_on_three, [1, 2, 3, 4, 5])]
    assert values == [1, 2, Failed("CrashedError", str(CrashedError())), 4, 5]


def test_an_empty_batch_has_no_results():
    assert list(LocalEngine(2).map(double, [])) == []


def test_an_error_of_a_library_never_brings_its_message_along():
    def task(_):
        msg = "Zwaantje Bruinsma-Tetteroo"
        raise ValueError(msg)

    failed = attempt(task, 1)
    assert "Zwaantje" not in repr(failed)
    assert "ValueError" in failed.message


def test_a_leak_keeps_its_exit_code_and_where_it_was():
    def task(_):
        raise LeakError(("tekst op pagina 2",))

    failed = attempt(task, 1)
    assert failed.exit_code == 3
    assert failed.leaks == ("tekst op pagina 2",)


@pytest.mark.parametrize(
    ("number", "words"), [(errno.ENOSPC, "schijf is vol"), (errno.EACCES, "Geen toegang")]
)
def test_what_the_system_refuses_is_said_in_dutch_without_the_path(number, words):
    def task(_):
        raise OSError(number, "no", "/secret/Zwaantje.pdf")

    failed = attempt(task, 1)
    assert words in failed.message
    assert "Zwaantje" not in failed.message
