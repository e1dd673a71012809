"""The trained model: read from the package once, asked in batches, repeated lines asked once."""

import os
from collections.abc import Iterator, Sequence
from functools import cache
from hashlib import blake2b
from importlib import resources
from typing import TYPE_CHECKING

import numpy as np

from redact.detect.recogniser.decode import Chances, chances
from redact.detect.recogniser.windows import Numbers, Reader, Window

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

_BATCH = 1024
"""Pieces that are read at once: their values stay in the processor's cache."""

_REMEMBERED = 4096
"""Windows whose answer is kept."""

_PADDING = 1


class Model:
    """Says of each word of a window how likely it bears each label."""

    def __init__(self, session: "InferenceSession", reader: Reader) -> None:
        """Begin with nothing remembered."""
        self.reader = reader
        self._session = session
        self._known: dict[bytes, Chances] = {}

    def answers(self, text: str, places: Numbers | None = None) -> Iterator[tuple[Window, Chances]]:
        """Yield the windows of a text, in order, with chances of shape (words, labels)."""
        windows = [
            window for window in self.reader.windows(text, places=places) if window.starts.size
        ]
        keys = [blake2b(window.ids.tobytes(), digest_size=16).digest() for window in windows]
        asked = dict(zip(keys, windows, strict=True))
        known = {key: self._known[key] for key in asked if key in self._known}
        new = [key for key in asked if key not in known]
        for batch in _batches(new, asked):
            known.update(zip(batch, self._ask([asked[key] for key in batch]), strict=True))
        self._remember({key: known[key] for key in new})
        for key, window in zip(keys, windows, strict=True):
            yield window, known[key]

    def _ask(self, windows: Sequence[Window]) -> Iterator[Chances]:
        """Yield what the model says of windows read at once."""
        ids = np.full((len(windows), max(window.ids.size for window in windows)), _PADDING)
        for row, window in zip(ids, windows, strict=True):
            row[: window.ids.size] = window.ids
        mask = (ids != _PADDING).astype(np.int64)
        (scores,) = self._session.run(["scores"], {"ids": ids, "mask": mask})
        for row, window in zip(scores, windows, strict=True):
            yield chances(row[window.pieces])

    def _remember(self, answers: dict[bytes, Chances]) -> None:
        """Keep answers by a digest of the text, never the text; the oldest go first."""
        self._known.update(answers)
        for key in list(self._known)[: max(0, len(self._known) - _REMEMBERED)]:
            del self._known[key]


def _batches(keys: Sequence[bytes], windows: dict[bytes, Window]) -> Iterator[list[bytes]]:
    """Put windows of about one length together, so that little is padded."""
    batch: list[bytes] = []
    for key in sorted(keys, key=lambda key: windows[key].ids.size):
        if batch and (len(batch) + 1) * windows[key].ids.size > _BATCH:
            yield batch
            batch = []
        batch.append(key)
    if batch:
        yield batch


@cache
def model() -> Model:
    """Load the model that comes with the package."""
    os.environ.setdefault("TOKENIZERS_PARALLELISM", "false")  # a process uses one core
    from onnxruntime import InferenceSession, SessionOptions
    from tokenizers import Tokenizer

    folder = resources.files("redact.detect") / "model"
    options = SessionOptions()
    options.intra_op_num_threads = options.inter_op_num_threads = 1
    options.enable_cpu_mem_arena = False  # memory goes back after a long document
    weights = (folder / "recogniser.onnx").read_bytes()
    session = InferenceSession(weights, options, providers=["CPUExecutionProvider"])
    tokenizer = Tokenizer.from_str((folder / "tokenizer.json").read_text("utf-8"))
    return Model(session, Reader(tokenizer))
