"""From the trained model to the files the product carries: ONNX in whole numbers, tokenizer."""

import tempfile
from pathlib import Path

import torch  # noqa: TID253  only the training has it

from training.encoder import Recogniser

_VERSION = 17
_AXES = {0: "windows", 1: "pieces"}


def export(model: Recogniser, path: Path) -> None:
    """Write the model with weights of 8 bits; it maps `ids` and `mask` to `scores`."""
    from onnxruntime.quantization import QuantType, quantize_dynamic

    with tempfile.TemporaryDirectory() as folder:
        whole = Path(folder) / "whole.onnx"
        _write(model, whole)
        quantize_dynamic(
            whole,
            path,
            weight_type=QuantType.QInt8,
            per_channel=True,
            reduce_range=True,  # 7 bits: processors without VNNI overflow with 8
        )


def _write(model: Recogniser, path: Path) -> None:
    ids = torch.ones((2, 16), dtype=torch.long)
    torch.onnx.export(
        model.eval(),
        (ids, ids),
        path,
        input_names=["ids", "mask"],
        output_names=["scores"],
        dynamic_axes={"ids": _AXES, "mask": _AXES, "scores": _AXES},
        opset_version=_VERSION,
        dynamo=False,
    )
