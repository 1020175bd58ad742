"""A sentence-transformers model and a cross-encoder with weights at random, made on the spot without a network."""

from __future__ import annotations

from pathlib import Path
from typing import Any

WORDS = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", "query", "passage", ":", "chuyển", "đổi", "số", "đất", "đai"]


def save_encoder(folder: Path) -> Path:
    """A model of 16 dimensions, named after its folder "tiny-e5"."""
    import sentence_transformers
    import transformers
    from sentence_transformers.sentence_transformer import modules

    body = folder / "body"
    transformers.BertModel(_small_config()).save_pretrained(body)
    _save_tokenizer(body)
    words = modules.Transformer(str(body))
    pooling = modules.Pooling(words.get_embedding_dimension())
    saved = folder / "tiny-e5"
    sentence_transformers.SentenceTransformer(modules=[words, pooling]).save(str(saved))
    return saved


def save_reranker(folder: Path) -> Path:
    import transformers

    saved = folder / "tiny-reranker"
    transformers.BertForSequenceClassification(_small_config()).save_pretrained(saved)
    _save_tokenizer(saved)
    return saved


def _small_config() -> Any:  # noqa: ANN401 - a class of an optional library
    import torch
    import transformers

    torch.manual_seed(7)
    return transformers.BertConfig(
        vocab_size=len(WORDS),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=32,
        max_position_embeddings=64,
        num_labels=1,
    )


def _save_tokenizer(folder: Path) -> None:
    import transformers

    vocabulary = folder / "vocab.txt"
    vocabulary.write_text("\n".join(WORDS), encoding="utf-8")
    transformers.BertTokenizer(str(vocabulary), do_lower_case=False).save_pretrained(folder)
