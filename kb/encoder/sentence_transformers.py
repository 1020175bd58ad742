"""Any model of sentence-transformers as the encoder, and any cross-encoder as the reranker (extra `[models]`)."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from kb.encoder.identity import identity
from kb.errors import ModelFault

if TYPE_CHECKING:
    import numpy as np
    import numpy.typing as npt

_INSTALL = "cài phần mở rộng: pip install 'policy-kb[models]'"
_CHECK = "kiểm tra tên hoặc thư mục của mô hình"
# Families that were trained with a mark before each text, where the model's own configuration does not say so.
_E5_PROMPTS = {"query": "query: ", "document": "passage: "}


class SentenceTransformersEncoder:
    """Runs a model by its name on the Hub or its folder, on a GPU where there is one."""

    def __init__(self, model: str) -> None:
        module = _library()
        self._model = _load(module.SentenceTransformer, model)
        self.name = f"sentence-transformers/{identity(model)}"
        self.dimension = int(self._model.get_embedding_dimension())
        prompts = {key: text for key, text in (self._model.prompts or {}).items() if text}
        self._prompts = prompts or (_E5_PROMPTS if "e5" in model.lower() else {})

    def encode_passages(self, texts: Sequence[str]) -> npt.NDArray[np.float32]:
        return self._encode(list(texts), self._prompts.get("document") or self._prompts.get("passage"))

    def encode_query(self, text: str) -> npt.NDArray[np.float32]:
        vector: npt.NDArray[np.float32] = self._encode([text], self._prompts.get("query"))[0]
        return vector

    def _encode(self, texts: list[str], prompt: str | None) -> npt.NDArray[np.float32]:
        import numpy as np

        if not texts:
            return np.empty((0, self.dimension), np.float32)
        vectors = self._model.encode(texts, prompt=prompt, normalize_embeddings=True, show_progress_bar=False)
        return np.asarray(vectors, np.float32)


class CrossEncoderReranker:
    """Runs a cross-encoder by its name on the Hub or its folder."""

    def __init__(self, model: str) -> None:
        self._model = _load(_library().CrossEncoder, model)
        self.name = f"cross-encoder/{identity(model)}"

    def score(self, query: str, texts: Sequence[str]) -> list[float]:
        """One score in [0, 1] for each text."""
        import torch

        if not texts:
            return []
        pairs = [(query, text) for text in texts]
        scores = self._model.predict(pairs, activation_fn=torch.nn.Sigmoid(), show_progress_bar=False)
        return [float(score) for score in scores]


def _library() -> Any:  # noqa: ANN401 - the module
    try:
        import sentence_transformers
    except ImportError as error:
        raise ModelFault("chưa cài sentence-transformers", remedy=_INSTALL) from error
    return sentence_transformers


def _load(kind: Any, model: str) -> Any:  # noqa: ANN401 - classes of an optional library
    try:
        return kind(model)
    except (OSError, ValueError, RuntimeError) as error:
        reason = str(error).splitlines()[0] if str(error) else type(error).__name__
        raise ModelFault(f"không mở được mô hình ({reason})", where=model, remedy=_CHECK) from error
