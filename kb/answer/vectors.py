"""Vectors of questions and sentences, kept for a while: the next question often meets the same sentences."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from threading import Lock
from typing import TYPE_CHECKING

import numpy as np

from kb.encoder import Encoder

if TYPE_CHECKING:
    import numpy.typing as npt

    Vector = npt.NDArray[np.float32]

# Sentences kept: 1.5 KB each.
MOST_KEPT = 4096


class Vectors:
    """Encodes each sentence once while it is kept. `encoder` gives the encoder that answers now.

    Serves many threads.
    """

    def __init__(self, encoder: Callable[[], Encoder]) -> None:
        self._encoder = encoder
        self._kept: dict[tuple[str, str], Vector] = {}
        self._lock = Lock()

    def nearness(self, question: str, sentences: Sequence[str]) -> Vector:
        """The cosine of each sentence with the question, (n,)."""
        encoder = self._encoder()
        passages = self._passages(encoder, sentences)
        cosines: Vector = passages @ encoder.encode_query(question)
        return cosines

    def _passages(self, encoder: Encoder, sentences: Sequence[str]) -> Vector:
        keys = [(encoder.name, sentence) for sentence in sentences]
        with self._lock:
            found = {key: self._kept[key] for key in keys if key in self._kept}
        missing = [key for key in dict.fromkeys(keys) if key not in found]
        if missing:
            found |= dict(zip(missing, encoder.encode_passages([text for _, text in missing]), strict=True))
            self._keep({key: found[key] for key in missing})
        return np.stack([found[key] for key in keys])

    def _keep(self, vectors: dict[tuple[str, str], Vector]) -> None:
        with self._lock:
            self._kept |= vectors
            for oldest in list(self._kept)[: max(len(self._kept) - MOST_KEPT, 0)]:
                del self._kept[oldest]
