"""Run a batch on the processors of this machine, each item in a worker process."""

import os
import signal
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context

from pipeline.engine import CRASHED, Failed, Item, Result, Value, attempt


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class LocalEngine:
    """A pool of worker processes."""

    workers: int

    def map(
        self, task: Callable[[Item], Value], items: Iterable[Item]
    ) -> Iterator[Result[Item, Value]]:
        """Yield a result for every item, in the order of the items.

        A worker that dies takes the pool with it, and nobody can tell which item killed it. The
        items without a result are then tried again, each in a pool of its own.
        """
        listed = list(items)
        pool = _pool(min(self.workers, max(len(listed), 1)))
        try:
            futures = [pool.submit(partial(attempt, task), item) for item in listed]
            for item, future in zip(listed, futures, strict=True):
                yield Result(item, _value(future, task, item))
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, mp_context=get_context("spawn"), initializer=_leave_ctrl_c)


def _leave_ctrl_c() -> None:
    """Let the parent alone answer Ctrl-C: it lets running items finish and stops."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _value(
    future: "Future[Value | Failed]", task: Callable[[Item], Value], item: Item
) -> Value | Failed:
    try:
        return future.result()
    except BrokenProcessPool:
        return _alone(task, item)


def _alone(task: Callable[[Item], Value], item: Item) -> Value | Failed:
    with _pool(1) as pool:
        try:
            return pool.submit(partial(attempt, task), item).result()
        except BrokenProcessPool:
            return Failed("Crash", CRASHED)
