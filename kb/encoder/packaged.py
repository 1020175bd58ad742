"""The default encoder: multilingual-e5-small from the packaged weights, run by ONNX Runtime."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kb.encoder.pieces import PieceTokenizer
from kb.encoder.protocol import Progress
from kb.encoder.weights import PackedWeights, packaged_file
from kb.errors import ModelFault, StorageFault

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

NAME = "multilingual-e5-small/int8"
MODEL_FILE = "multilingual-e5-small-int8-1.onnx"  # the last figure counts changes of the graph
BATCH_TEXTS = 16  # more gains nothing on 2 cores and costs memory
# A question is also looked for as if it were a passage: with words that rank beside it, measured on zalo-6k, this gives
# .880 nDCG@10 where the question alone gives .877.
PASSAGE_SHARE = 0.5
ABANDONED_AFTER = 3600.0  # seconds: a build takes 3, so an older part belongs to a process that was killed


class PackagedEncoder:
    """Reads and runs the model. Safe to share between threads."""

    name = NAME

    def __init__(self, home: Path, threads: int = 0, progress: Progress | None = None) -> None:
        weights = PackedWeights(packaged_file())
        self.dimension = weights.shape.hidden
        self._most_tokens = weights.shape.positions
        self._tokenizer = PieceTokenizer(weights.pieces)
        self._session = _open_session(_built_model(home / "encoder", weights, progress), threads)

    def encode_passages(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """(n, dimension) float32; texts of like length are run together."""
        import numpy as np

        tokens = [self._tokenizer.encode(f"passage: {text}", self._most_tokens) for text in texts]
        order = sorted(range(len(tokens)), key=lambda index: len(tokens[index]))
        vectors = np.empty((len(tokens), self.dimension), np.float32)
        for first in range(0, len(order), BATCH_TEXTS):
            batch = order[first : first + BATCH_TEXTS]
            vectors[batch] = self._run([tokens[index] for index in batch])
        return vectors

    def encode_query(self, text: str) -> npt.NDArray[np.float32]:
        """(dimension,) float32: the text as a question, and by PASSAGE_SHARE as a passage."""
        import numpy as np

        kinds = ("query", "passage")
        question, passage = self._run([self._tokenizer.encode(f"{kind}: {text}", self._most_tokens) for kind in kinds])
        vector: npt.NDArray[np.float32] = question + PASSAGE_SHARE * passage
        vector /= np.linalg.norm(vector)
        return vector

    def count_tokens(self, text: str) -> int:
        return len(self._tokenizer.encode(text, self._most_tokens))

    def _run(self, tokens: list[list[int]]) -> npt.NDArray[np.float32]:
        import numpy as np

        width = max(map(len, tokens))
        ids = np.full((len(tokens), width), self._tokenizer.pad, np.int64)
        mask = np.zeros((len(tokens), width), np.int32)
        for row, item in enumerate(tokens):
            ids[row, : len(item)] = item
            mask[row, : len(item)] = 1
        vectors: npt.NDArray[np.float32] = self._session.run(None, {"input_ids": ids, "attention_mask": mask})[0]
        return vectors


def _open_session(path: Path, threads: int) -> Any:  # noqa: ANN401 - an onnxruntime.InferenceSession
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads or os.cpu_count() or 1
    options.log_severity_level = 3
    # Threads that wait do so asleep: beside other work, spinning took twice the processor time of a query.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:
        path.unlink(missing_ok=True)
        raise ModelFault(
            f"không mở được mô hình ({error})", where=str(path), remedy="chạy lại lệnh để dựng lại"
        ) from error


def _built_model(folder: Path, weights: PackedWeights, progress: Progress | None) -> Path:
    """The ONNX file, built on first use. Whole or absent at any moment, also with several processes building."""
    path = folder / MODEL_FILE
    if path.is_file():
        return path
    from kb.encoder.graph import write

    if progress:
        progress(0, 1, "bộ mã hóa")
    try:
        folder.mkdir(parents=True, exist_ok=True)
        _sweep(folder)
        handle, name = tempfile.mkstemp(prefix=f"{MODEL_FILE}.", suffix=".part", dir=folder)
        os.close(handle)
        part = Path(name)
        try:
            write(weights, part)
            part.replace(path)
        finally:
            part.unlink(missing_ok=True)
    except OSError as error:
        remedy = "kiểm tra quyền ghi và dung lượng trống (cần 100 MB) của KB_HOME"
        raise StorageFault(f"không ghi được mô hình ({error.strerror})", where=str(path), remedy=remedy) from error
    if progress:
        progress(1, 1, "bộ mã hóa")
    return path


def _sweep(folder: Path) -> None:
    """Removes what a killed process left half-built."""
    for part in folder.glob("*.part"):
        if time.time() - part.stat().st_mtime > ABANDONED_AFTER:
            part.unlink(missing_ok=True)
