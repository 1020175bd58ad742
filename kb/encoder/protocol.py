"""What the rest of the product knows of an encoder."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

# Called with (done, total, unit) while something long is done.
Progress = Callable[[int, int, str], None]


class Encoder(Protocol):
    """Turns texts into vectors of length 1; near in meaning is near in angle."""

    @property
    def name(self) -> str:
        """Names model and precision: vectors of different names do not mix."""

    @property
    def dimension(self) -> int: ...

    def encode_passages(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        """(n, dimension) float32."""

    def encode_query(self, text: str) -> npt.NDArray[np.float32]:
        """(dimension,) float32."""


class Reranker(Protocol):
    """Judges how well each text answers a query, reading both together."""

    @property
    def name(self) -> str: ...

    def score(self, query: str, texts: Sequence[str]) -> list[float]:
        """One score in [0, 1] for each text, in order."""
