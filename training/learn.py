"""Teaches a model from windows with, for each word, the labels that may be right."""

import random
import time
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

import numpy as np
import torch  # noqa: TID253  only the training has it
from torch import Tensor, distributed, nn  # noqa: TID253  only the training has it

from redact.detect.recogniser.windows import SIZE, Numbers, Reader
from training.encoder import Recogniser
from training.examples import Example, allowed

_PIECES = 900
"""Pieces in a batch of one process, padding included."""

_SMALLEST = 40
_PADDING = 1
_WARMING = 0.06
_LEAST = 0.02
_DECAY = 0.01
_HEAD = 8
"""The new layer learns this many times as fast."""


class Lesson(NamedTuple):
    """A window's `ids`, the `pieces` that tell of its words, and the `sets` of labels of these."""

    ids: Numbers
    pieces: Numbers
    sets: Numbers


def lessons(reader: Reader, examples: Iterable[Example], rng: random.Random) -> Iterator[Lesson]:
    """Yield examples cut into windows of varying size, so that names stand anywhere in them."""
    for example in examples:
        size = SIZE if rng.random() < 0.5 else rng.randint(_SMALLEST, SIZE)  # noqa: PLR2004  half
        for window in reader.windows(example.text, size):
            if window.pieces.size:
                yield Lesson(window.ids, window.pieces, allowed(example, window))


class Pace(NamedTuple):
    """How fast is learnt, and after how many rounds it ends."""

    rate: float
    rounds: int


def fit(
    model: Recogniser,
    next_round: Callable[[int], list[Lesson]],
    pace: Pace,
    report: Callable[[str], None],
) -> None:
    """Train the model; `next_round` gives the lessons of each round."""
    rng = random.Random(1)  # noqa: S311  no secret: it must come out the same again
    model.word.weight.requires_grad = False
    optimizer = _optimizer(model)
    model.train()
    for number in range(pace.rounds):
        batches = _share(_batches(next_round(number), rng))
        started, total, seen = time.monotonic(), 0.0, 0
        for step, batch in enumerate(batches, 1):
            _set_rate(optimizer, pace.rate, (number + step / len(batches)) / pace.rounds)
            loss = _loss(model, batch)
            loss.backward()
            _average(model)
            nn.utils.clip_grad_norm_(model.parameters(), 1.0)
            optimizer.step()
            optimizer.zero_grad()
            total, seen = total + loss.item(), seen + sum(lesson.ids.size for lesson in batch)
        speed = seen / (time.monotonic() - started)
        report(f"round {number}: loss {total / len(batches):.4f}, {seen} pieces, {speed:.0f}/s")


def _share(batches: list[list[Lesson]]) -> list[list[Lesson]]:
    """Return this process's share of the batches: as many as every other process gets."""
    if not distributed.is_initialized():
        return batches
    count = distributed.get_world_size()
    return batches[distributed.get_rank() : len(batches) - len(batches) % count : count]


def _average(model: Recogniser) -> None:
    """Let all processes take the same step: the mean of what each of them would do."""
    if not distributed.is_initialized():
        return
    slopes = [weight.grad for weight in model.parameters() if weight.grad is not None]
    joined = torch.cat([slope.view(-1) for slope in slopes]) / distributed.get_world_size()
    distributed.all_reduce(joined)
    for slope, mean in zip(slopes, joined.split([slope.numel() for slope in slopes]), strict=True):
        slope.copy_(mean.view(slope.shape))


def _optimizer(model: Recogniser) -> torch.optim.Optimizer:
    """Decay the matrices only, and let the label's layer, which is new, learn faster."""
    groups: dict[tuple[float, int], list[nn.Parameter]] = {}
    for name, weight in model.named_parameters():
        if weight.requires_grad:
            key = (_DECAY if weight.ndim > 1 else 0.0, _HEAD if name.startswith("label") else 1)
            groups.setdefault(key, []).append(weight)
    return torch.optim.AdamW(
        [
            {"params": weights, "weight_decay": decay, "times": times}
            for (decay, times), weights in groups.items()
        ]
    )


def _set_rate(optimizer: torch.optim.Optimizer, rate: float, progress: float) -> None:
    """Rise at first, then fall in a line."""
    share = min(progress / _WARMING, max(_LEAST, (1 - progress) / (1 - _WARMING)))
    for group in optimizer.param_groups:
        group["lr"] = rate * share * group["times"]


def _batches(lessons: list[Lesson], rng: random.Random) -> list[list[Lesson]]:
    """Put lessons of about the same length together, then shuffle."""
    batches: list[list[Lesson]] = [[]]
    for lesson in sorted(lessons, key=lambda lesson: lesson.ids.size + 8 * rng.random()):
        widest = max([lesson.ids.size, *(other.ids.size for other in batches[-1][-1:])])
        if (len(batches[-1]) + 1) * widest > _PIECES and batches[-1]:
            batches.append([])
        batches[-1].append(lesson)
    rng.shuffle(batches)
    return batches


def padded(batch: list[Lesson]) -> tuple[Tensor, Tensor]:
    """Return ids and mask of shape (lessons, pieces)."""
    longest = max(lesson.ids.size for lesson in batch)
    ids = np.full((len(batch), longest), _PADDING)
    for row, lesson in zip(ids, batch, strict=True):
        row[: lesson.ids.size] = lesson.ids
    whole = torch.from_numpy(ids)
    return whole, (whole != _PADDING).long()


def _loss(model: Recogniser, batch: list[Lesson]) -> Tensor:
    """Return minus the mean log chance that a word's label lies in its set."""
    scores = model(*padded(batch))
    words = torch.cat(
        [scores[row, torch.from_numpy(lesson.pieces)] for row, lesson in enumerate(batch)]
    )
    sets = torch.from_numpy(np.concatenate([lesson.sets for lesson in batch]))
    bits = 1 << torch.arange(words.shape[1])
    is_right = (sets[:, None] & bits) > 0
    chance = words.log_softmax(-1).masked_fill(~is_right, -1e4)
    return -chance.logsumexp(-1).mean()
