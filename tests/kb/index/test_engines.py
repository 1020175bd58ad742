"""The embedded engine and the server's client answer alike."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import numpy as np
import pytest
from builders import HashEncoder
from numpy.typing import NDArray
from shelf import passages_of, summary

from kb.encoder import text_to_embed
from kb.errors import StorageFault, WrongSetting
from kb.index import embedded
from kb.index.cutting import cut
from kb.index.embedded import EmbeddedEngine
from kb.index.server import ServerEngine, connect
from kb.index.values import Engine, Point
from kb.index.weights import merged
from kb.lexicon.words import terms
from kb.model import DocumentSummary, Filters, Level

ENCODER = HashEncoder()

FOREST = summary("rung", "Về việc trồng rừng ven biển", number="12/QĐ-UBND", issued_on=date(2023, 5, 1))
SCHOOL = summary(
    "truong", "Kế hoạch sửa chữa trường học", kind="Kế hoạch", level=Level.DISTRICT, locality="Nam Hà Trung"
)
WATER = summary("nuoc", "Cấp nước sạch", kind="Kế hoạch", issued_on=date(2025, 8, 9))
UNDATED = summary("khong-ngay", "Thông báo lịch họp", kind="Thông báo", issued_on=None, level=None, locality=None)

TEXTS = {
    FOREST: ["Giao Chi cục Kiểm lâm trồng 200 ha rừng phi lao.", "Kinh phí lấy từ ngân sách tỉnh."],
    SCHOOL: ["Sửa mái trường tiểu học trước mùa mưa bão.", "Phòng Giáo dục báo cáo hằng tháng."],
    WATER: ["Lắp đặt đường ống cấp nước sạch cho xã đảo.", "Kinh phí lấy từ quỹ nước sạch."],
    UNDATED: ["Cuộc họp bắt đầu lúc 8 giờ."],
}


def points_of(document: DocumentSummary) -> list[Point]:
    return [
        Point(document, passage, ENCODER.encode_query(text_to_embed(passage)), words.weights, words.in_order)
        for passage in passages_of(document, TEXTS[document])
        for words in [cut(passage)]
    ]


@pytest.fixture(params=["embedded", "server"])
def engine(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Engine]:
    if request.param == "embedded":
        opened: Engine = EmbeddedEngine(tmp_path / "shard", ENCODER.dimension)
    else:
        from qdrant_client import QdrantClient

        opened = ServerEngine(QdrantClient(":memory:"), "kb-test", ENCODER.dimension)
    for document in TEXTS:
        opened.put(points_of(document))
    yield opened
    opened.close()


def found_by_words(
    engine: Engine, query: str, filters: Filters | None = None, without: tuple[str, ...] = ()
) -> list[str]:
    weights = merged((term, 1.0) for term in terms(query))
    scored = engine.matching(weights, filters or Filters(), without, 10)
    found = engine.fetch([item.key for item in scored])
    return [found[item.key].passage.id for item in scored]


def found_by_meaning(engine: Engine, query: str, filters: Filters | None = None) -> list[str]:
    scored = engine.nearest(ENCODER.encode_query(query), filters or Filters(), (), 10)
    found = engine.fetch([item.key for item in scored])
    return [found[item.key].document_id for item in scored]


def test_the_passage_with_the_words_is_first(engine: Engine) -> None:
    assert found_by_words(engine, "trồng rừng phi lao")[0] == "rung-1"
    assert found_by_words(engine, "mùa mưa bão") == ["truong-1"]


def test_rare_words_count_more_than_usual_ones(engine: Engine) -> None:
    assert found_by_words(engine, "kinh phí quỹ")[0] == "nuoc-2"


def test_words_that_no_passage_has_find_nothing(engine: Engine) -> None:
    assert found_by_words(engine, "xyzt") == []
    assert engine.matching(merged([]), Filters(), (), 10) == []


def test_scores_fall_and_cosines_stay_within_one(engine: Engine) -> None:
    scored = engine.nearest(ENCODER.encode_query("nước sạch cho xã"), Filters(), (), 10)
    scores = [item.score for item in scored]
    assert scores == sorted(scores, reverse=True)
    assert all(-1.001 <= score <= 1.001 for score in scores)


FILTERED = [
    (Filters(kinds=("Kế hoạch",)), {"truong", "nuoc"}),
    (Filters(kinds=("Kế hoạch", "Thông báo")), {"truong", "nuoc", "khong-ngay"}),
    (Filters(levels=(Level.DISTRICT,)), {"truong"}),
    (Filters(localities=("Nam Hà Trung",)), {"truong"}),
    (Filters(issued_from=date(2024, 1, 1)), {"truong", "nuoc"}),
    (Filters(issued_to=date(2024, 3, 5)), {"rung", "truong"}),
    (Filters(issued_from=date(2023, 5, 1), issued_to=date(2023, 5, 1)), {"rung"}),
    (Filters(document_ids=("nuoc",)), {"nuoc"}),
    (Filters(kinds=("Kế hoạch",), issued_from=date(2025, 1, 1)), {"nuoc"}),
    (Filters(kinds=("Luật",)), set()),
    (Filters(), {"rung", "truong", "nuoc", "khong-ngay"}),
]


@pytest.mark.parametrize(("filters", "documents"), FILTERED)
def test_filters_hold_in_the_search(engine: Engine, filters: Filters, documents: set[str]) -> None:
    assert set(found_by_meaning(engine, "kinh phí", filters)) == documents


def test_documents_can_be_left_out(engine: Engine) -> None:
    assert "nuoc-2" not in found_by_words(engine, "kinh phí", without=("nuoc",))


def test_a_document_is_removed_with_all_its_passages(engine: Engine) -> None:
    before = engine.count()
    engine.remove_documents(["rung", "khong-co"])
    assert engine.count() == before - 2
    assert "rung" not in found_by_meaning(engine, "trồng rừng")
    engine.remove_documents([])
    assert engine.count() == before - 2


def test_all_can_be_cleared(engine: Engine) -> None:
    engine.clear()
    assert engine.count() == 0


def test_what_is_put_again_replaces_itself(engine: Engine) -> None:
    before = engine.count()
    engine.put(points_of(WATER))
    assert engine.count() == before


def test_a_passage_comes_back_as_it_was_put(engine: Engine) -> None:
    point = points_of(SCHOOL)[0]
    found = engine.fetch([point.key, 12345])
    assert found[point.key].passage == point.passage
    assert found[point.key].document_id == "truong"
    assert found[point.key].words[:3] == ["sửa", "mái", "trường"]
    assert 12345 not in found


def test_the_embedded_engine_keeps_what_was_flushed(tmp_path: Path) -> None:
    engine = EmbeddedEngine(tmp_path / "shard", ENCODER.dimension)
    engine.put(points_of(FOREST))
    engine.flush()
    engine.close()
    again = EmbeddedEngine(tmp_path / "shard", ENCODER.dimension)
    assert again.count() == 2
    assert found_by_words(again, "phi lao") == ["rung-1"]


def test_vectors_are_kept_in_half_precision_without_loss_that_matters(tmp_path: Path) -> None:
    engine = EmbeddedEngine(tmp_path / "shard", ENCODER.dimension)
    point = points_of(FOREST)[0]
    engine.put([point])
    (scored,) = engine.nearest(point.vector, Filters(), (), 1)
    assert scored.score == pytest.approx(float(np.dot(point.vector, point.vector)), abs=2e-3)


def test_a_server_that_does_not_answer_is_named(unused_tcp_port: int) -> None:
    client = connect(f"http://127.0.0.1:{unused_tcp_port}", "")
    with pytest.raises(StorageFault, match="KB_QDRANT_URL"):
        ServerEngine(client, "kb-test", 8)


def test_a_url_of_the_wrong_form_is_named() -> None:
    with pytest.raises(WrongSetting, match="KB_QDRANT_URL"):
        connect("http://127.0.0.1:khong-phai-cong", "")


@pytest.fixture
def unused_tcp_port() -> int:
    import socket

    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def test_the_passages_of_documents_come_back_as_they_were_put(engine: Engine) -> None:
    expected = {
        passage.id: passage for document in (FOREST, WATER) for passage in passages_of(document, TEXTS[document])
    }
    assert {passage.id: passage for passage in engine.passages_of(["rung", "nuoc"])} == expected
    assert list(engine.passages_of(["không có"])) == []


class TestSegments:
    """Points beyond a segment are rewritten in another form, which must find the same."""

    COUNT = 700
    SIZE = 16

    @pytest.fixture
    def vectors(self) -> NDArray[np.float32]:
        chance = np.random.default_rng(8)
        vectors = chance.normal(size=(self.COUNT, self.SIZE)).astype(np.float32)
        return np.asarray(vectors / np.linalg.norm(vectors, axis=1, keepdims=True), np.float16).astype(np.float32)

    @pytest.fixture
    def engine(
        self, vectors: NDArray[np.float32], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> Iterator[EmbeddedEngine]:
        monkeypatch.setattr(embedded, "BATCH", 50)
        monkeypatch.setattr(embedded, "SEGMENT", 200)
        opened = EmbeddedEngine(tmp_path / "shard", self.SIZE)
        passages = passages_of(FOREST, [f"từ{n} rừng" for n in range(self.COUNT)])
        opened.put(
            [
                Point(FOREST, passage, vector, cut(passage).weights, cut(passage).in_order)
                for passage, vector in zip(passages, vectors, strict=True)
            ]
        )
        opened.flush()
        yield opened
        opened.close()

    def test_the_nearest_are_those_of_a_search_through_all(
        self, engine: EmbeddedEngine, vectors: NDArray[np.float32], tmp_path: Path
    ) -> None:
        assert len(list((tmp_path / "shard" / "segments").iterdir())) > 2
        ids = [f"rung-{n}" for n in range(1, self.COUNT + 1)]
        for query in vectors[:20]:
            scored = engine.nearest(query, Filters(), (), 30)
            found = engine.fetch([item.key for item in scored])
            exact = vectors @ query
            best = np.argsort(-exact)[:30]
            assert [found[item.key].passage.id for item in scored] == [ids[place] for place in best]
            assert [item.score for item in scored] == pytest.approx(exact[best].tolist(), abs=2e-3)

    def test_a_rare_word_weighs_the_same_in_every_segment(self, engine: EmbeddedEngine) -> None:
        scores = []
        for n in (0, 350, 699):
            (first, *_) = engine.matching(merged([(f"từ{n}", 1.0)]), Filters(), (), 10)
            assert engine.fetch([first.key])[first.key].passage.id == f"rung-{n + 1}"
            scores.append(first.score)
        assert scores == pytest.approx([scores[0]] * 3)
