"""Any model of sentence-transformers, and a cross-encoder: tiny ones, made on the spot without a network."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from tiny_models import save_encoder, save_reranker

from kb.encoder import open_encoder, open_reranker
from kb.errors import ModelFault
from kb.settings import Settings


@pytest.fixture(scope="module")
def model_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_encoder(tmp_path_factory.mktemp("model"))


@pytest.fixture(scope="module")
def reranker_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return save_reranker(tmp_path_factory.mktemp("reranker"))


@pytest.mark.models
def test_another_model_encodes_passages_and_queries(model_folder: Path) -> None:
    encoder = open_encoder(Settings(encoder=str(model_folder)))
    vectors = encoder.encode_passages(["chuyển đổi số", "đất đai"])
    assert encoder.name.startswith("sentence-transformers/tiny-e5-")
    assert vectors.shape == (2, encoder.dimension) == (2, 16)
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert encoder.encode_query("chuyển đổi số").shape == (16,)
    assert encoder.encode_passages([]).shape == (0, 16)


@pytest.mark.models
def test_the_marks_of_its_family_stand_before_texts(model_folder: Path) -> None:
    encoder = open_encoder(Settings(encoder=str(model_folder)))
    as_passage, as_query = encoder.encode_passages(["đất đai"])[0], encoder.encode_query("đất đai")
    assert not np.allclose(as_passage, as_query)


@pytest.mark.models
def test_a_cross_encoder_scores_each_text(reranker_folder: Path) -> None:
    reranker = open_reranker(Settings(reranker=str(reranker_folder)))
    assert reranker is not None
    scores = reranker.score("chuyển đổi số", ["đất đai", "chuyển đổi số", "số"])
    assert len(scores) == 3
    assert all(0 <= score <= 1 for score in scores)
    assert reranker.score("hỏi", []) == []


@pytest.mark.models
def test_a_model_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelFault, match="khong-co"):
        open_encoder(Settings(encoder=str(tmp_path / "khong-co")))


def test_no_reranker_is_opened_unless_one_is_set() -> None:
    assert open_reranker(Settings()) is None


def test_without_the_extra_the_remedy_is_its_installation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "sentence_transformers", None)
    with pytest.raises(ModelFault, match=r"policy-kb\[models\]"):
        open_encoder(Settings(encoder="x/y"))
