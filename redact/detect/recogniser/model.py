"""The trained model: read from the package once, asked window by window, about each once."""

import os
from collections.abc import Iterator
from functools import cache
from hashlib import blake2b
from importlib import resources
from typing import TYPE_CHECKING

import numpy as np

from redact.detect.recogniser.decode import Chances, chances
from redact.detect.recogniser.windows import Numbers, Reader, Window

if TYPE_CHECKING:
    from onnxruntime import InferenceSession

_REMEMBERED = 4096
"""Windows whose answer is kept."""


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
        keys = [_key(window) for window in windows]
        asked = dict(zip(keys, windows, strict=True))
        known = {key: self._known[key] for key in asked if key in self._known}
        new = {key: self._ask(window) for key, window in asked.items() if key not in known}
        self._remember(new)
        known |= new
        for key, window in zip(keys, windows, strict=True):
            yield window, known[key]

    def _ask(self, window: Window) -> Chances:
        """Return what the model says of one window.

        Read together, windows would be padded, and as the model rounds by the largest value it
        holds, each would change what it says of the others.
        """
        ids = window.ids[None]
        (scores,) = self._session.run(["scores"], {"ids": ids, "mask": np.ones_like(ids)})
        return chances(scores[0][window.pieces])

    def _remember(self, answers: dict[bytes, Chances]) -> None:
        """Keep answers by a digest of the text, never the text; the oldest go first."""
        self._known.update(answers)
        for key in list(self._known)[: max(0, len(self._known) - _REMEMBERED)]:
            del self._known[key]


def _key(window: Window) -> bytes:
    """Return a digest of what is read and asked: one unknown piece may stand for many words."""
    asked = np.concatenate((window.ids, window.pieces))
    return blake2b(asked.tobytes(), digest_size=16).digest()


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
