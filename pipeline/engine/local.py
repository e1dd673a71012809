"""Run a batch on the processors of this machine, each item in a process with limits."""

import os
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from queue import SimpleQueue

from pipeline.engine import Failed, Item, Result, Value, attempt
from pipeline.sandbox import Limits, Sandbox


def processors() -> int:
    """Return how many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


@dataclass(frozen=True, slots=True)
class LocalEngine:
    """So many items at a time, each within limits: one that goes over them costs itself only.

    `place` is the folder for temporary files; where this system keeps them by default.
    """

    workers: int
    limits: Limits = field(default_factory=Limits)
    place: Path | None = None

    def map(
        self, task: Callable[[Item], Value], items: Iterable[Item]
    ) -> Iterator[Result[Item, Value]]:
        """Yield a result for every item, in the order of the items."""
        listed = list(items)
        sandboxes = [
            Sandbox(self.limits, self.place) for _ in range(min(self.workers, len(listed)))
        ]
        free: SimpleQueue[Sandbox] = SimpleQueue()
        for sandbox in sandboxes:
            free.put(sandbox)
        pool = ThreadPoolExecutor(self.workers)  # each thread only waits for a sandbox
        try:
            futures = [pool.submit(_do, free, task, item) for item in listed]
            for item, future in zip(listed, futures, strict=True):
                yield Result(item, future.result())
        finally:
            pool.shutdown(wait=True, cancel_futures=True)
            for sandbox in sandboxes:
                sandbox.close()


def _do(free: SimpleQueue[Sandbox], task: Callable[[Item], Value], item: Item) -> Value | Failed:
    """Do one item in a sandbox that is free."""
    sandbox = free.get()
    try:
        return attempt(partial(sandbox.run, partial(attempt, task)), item)
    finally:
        free.put(sandbox)
