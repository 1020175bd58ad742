"""A cross-encoder puts the best passages in its own order; scores keep their scale."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from pathlib import Path

import pytest
from shelf import passages_of, summary
from small_corpus import places, shelf_of_all
from tiny_models import save_reranker

from kb.encoder import Encoder
from kb.errors import ModelFault
from kb.index.values import Found
from kb.search import Searcher
from kb.search.rank import Read, boosted
from kb.search.rerank import RERANKED, reranked
from kb.search.values import Candidate
from kb.settings import Settings

QUERY = "chuyển đổi số trên địa bàn"


class ByLength:
    """Prefers long texts."""

    name = "by-length"

    def score(self, query: str, texts: Sequence[str]) -> list[float]:
        return [len(text) / 1000 for text in texts]


def passages_read(count: int) -> list[Read]:
    """Passages that grow longer as their scores fall from `count` to 1."""
    held = passages_of(summary("d", "Việc"), ["x" * n for n in range(1, count + 1)])
    return [
        Read(Candidate(n, float(count - n), 0.5, None), Found("d", passage, []), frozenset())
        for n, passage in enumerate(held)
    ]


def test_the_order_is_the_cross_encoders_and_the_scores_those_of_the_places() -> None:
    read = passages_read(3)
    again = reranked(read, QUERY, ByLength())
    assert [item.candidate.key for item in again] == [2, 1, 0]
    assert [item.candidate.score for item in again] == [3.0, 2.0, 1.0]


def test_what_is_below_the_best_stays_there() -> None:
    again = reranked(passages_read(RERANKED + 2), QUERY, ByLength())
    assert [item.candidate.key for item in again[-2:]] == [RERANKED, RERANKED + 1]
    assert again[0].candidate.key == RERANKED - 1


def test_equal_scores_keep_the_order() -> None:
    class Indifferent(ByLength):
        def score(self, query: str, texts: Sequence[str]) -> list[float]:
            return [0.5] * len(texts)

    read = passages_read(4)
    assert reranked(read, QUERY, Indifferent()) == read
    assert reranked([], QUERY, Indifferent()) == []


def test_a_document_that_the_query_names_still_gains() -> None:
    again = boosted(reranked(passages_read(3), QUERY, ByLength()), ("d",), 1.0)
    assert [item.candidate.score for item in again] == [4.0, 3.0, 2.0]


@pytest.mark.models
def test_a_search_is_reranked_by_the_cross_encoder_of_the_settings(encoder: Encoder, tmp_path: Path) -> None:
    settings = Settings(home=tmp_path, reranker=str(save_reranker(tmp_path)))
    searcher = Searcher(settings, shelf_of_all(encoder), lambda: encoder)
    plain = Searcher(Settings(home=tmp_path / "plain"), shelf_of_all(encoder), lambda: encoder)
    found, usual = searcher.search(QUERY), plain.search(QUERY)
    assert {hit.text.strip() for hit in found.hits} == {hit.text.strip() for hit in usual.hits}
    assert places(found.hits) != places(usual.hits)
    scores = [hit.score for hit in found.hits]
    assert scores == sorted(scores, reverse=True)
    assert all(0 <= score <= 1 for score in scores)
    assert searcher.search("19-CT/TU").hits[0].document_id == "chi-thi"
    searcher.close()
    plain.close()


def test_without_the_extra_a_search_says_what_is_missing(
    encoder: Encoder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "sentence_transformers", None)
    searcher = Searcher(Settings(home=tmp_path, reranker="x/y"), shelf_of_all(encoder), lambda: encoder)
    with pytest.raises(ModelFault, match=r"policy-kb\[models\]"):
        searcher.search(QUERY)
    searcher.close()
