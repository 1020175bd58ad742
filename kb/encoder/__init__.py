"""All models: the encoder that turns text into vectors, and the optional reranker. Opened from the settings."""

from __future__ import annotations

from kb.encoder.protocol import Encoder, Progress, Reranker
from kb.model import Passage
from kb.settings import Settings

__all__ = ["Encoder", "Progress", "Reranker", "open_encoder", "open_reranker", "text_to_embed"]


def text_to_embed(passage: Passage) -> str:
    """What is embedded of a passage: the names of what stands above it, then its words."""
    return f"{passage.context}\n{passage.text}"


def open_encoder(settings: Settings, progress: Progress | None = None) -> Encoder:
    """The packaged encoder, or the sentence-transformers model that `settings.encoder` names. Raises ModelFault."""
    if not settings.encoder:
        from kb.encoder.packaged import PackagedEncoder

        return PackagedEncoder(settings.home, settings.threads, progress)
    from kb.encoder.sentence_transformers import SentenceTransformersEncoder

    return SentenceTransformersEncoder(settings.encoder)


def open_reranker(settings: Settings) -> Reranker | None:
    """The cross-encoder that `settings.reranker` names; None where it names none. Raises ModelFault."""
    if not settings.reranker:
        return None
    from kb.encoder.sentence_transformers import CrossEncoderReranker

    return CrossEncoderReranker(settings.reranker)
