"""After a change of KB_ENCODER the old index answers until every passage is embedded anew."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from builders import HashEncoder
from numpy.typing import NDArray
from shelf import Shelf, summary
from small_corpus import shelf_of_all
from tiny_models import save_encoder

from kb.encoder import Encoder, open_encoder
from kb.errors import ModelFault
from kb.intake.lock import writing_alone
from kb.search import Searcher, encoders
from kb.settings import Settings

QUERY = "ai chịu trách nhiệm chính về chuyển đổi số"
PATIENCE_S = 30.0


class HeldBack(HashEncoder):
    """Embeds passages only when it may, and notes in which thread."""

    name = "hash-new"

    def __init__(self) -> None:
        self.may_go_on = threading.Event()
        self.threads: list[str] = []

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        self.threads.append(threading.current_thread().name)
        self.may_go_on.wait(PATIENCE_S)
        return super().encode_passages(texts)


@pytest.fixture(autouse=True)
def _at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoders, "START_AFTER_S", 0.0)


@pytest.fixture
def settings(home: Path) -> Settings:
    """KB_ENCODER names an encoder that is not the packaged one."""
    return Settings(home=home, encoder="hash-new")


@pytest.fixture
def new() -> Iterator[HeldBack]:
    encoder = HeldBack()
    yield encoder
    encoder.may_go_on.set()


@pytest.fixture
def shelf(encoder: Encoder) -> Shelf:
    """A catalogue embedded by the packaged encoder."""
    return shelf_of_all(encoder)


@pytest.fixture
def searcher(settings: Settings, shelf: Shelf, new: HeldBack) -> Iterator[Searcher]:
    opened = Searcher(settings, shelf, lambda: new)
    yield opened
    new.may_go_on.set()
    opened.close()


def until(holds: Callable[[], bool]) -> None:
    end = time.monotonic() + PATIENCE_S
    while not holds():
        assert time.monotonic() < end, "waited in vain"
        time.sleep(0.01)


def test_the_old_index_answers_and_says_so(searcher: Searcher, encoder: Encoder) -> None:
    result = searcher.search(QUERY)
    assert result.hits[0].document_id == "chi-thi"
    assert searcher.encoder.name == encoder.name
    assert f"bộ mã hóa mới (hash-new) đang nhúng lại, tạm tìm bằng {encoder.name}" in result.searched


def test_the_new_encoder_takes_over_when_all_is_embedded(searcher: Searcher, new: HeldBack, shelf: Shelf) -> None:
    searcher.search(QUERY)
    new.may_go_on.set()
    until(lambda: searcher.encoder is new)
    assert shelf.count_without_vector(new.name) == 0
    result = searcher.search(QUERY)
    assert result.hits
    assert "đang nhúng lại" not in result.searched


def test_a_search_embeds_no_passage_itself(searcher: Searcher, new: HeldBack) -> None:
    new.may_go_on.set()
    searcher.search(QUERY)
    until(lambda: searcher.encoder is new)
    assert set(new.threads) == {"re-embedding"}


def test_searches_go_on_while_it_takes_over(searcher: Searcher, new: HeldBack) -> None:
    searcher.search(QUERY)
    new.may_go_on.set()
    found: list[bool] = []

    def ask() -> None:
        while searcher.encoder is not new:
            found.append(bool(searcher.search(QUERY).hits))

    threads = [threading.Thread(target=ask) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert all(found)


def test_what_is_embedded_already_is_used_at_once(settings: Settings, new: HeldBack, encoder: Encoder) -> None:
    new.may_go_on.set()
    searcher = Searcher(settings, shelf_of_all(encoder, new), lambda: new)
    result = searcher.search(QUERY)
    assert searcher.encoder is new
    assert "mã hóa" not in result.searched
    searcher.close()


def test_a_document_of_the_new_encoder_alone_is_found_by_its_words(
    searcher: Searcher, shelf: Shelf, encoder: Encoder
) -> None:
    searcher.search(QUERY)
    shelf.encoders = (HashEncoder(),)
    shelf.put(summary("moi", "Quản lý chó mèo"), ["Chó mèo phải được tiêm phòng dại."])
    result = searcher.search("tiêm phòng dại cho chó mèo")
    assert searcher.encoder.name == encoder.name
    assert result.hits[0].document_id == "moi"
    assert "1 văn bản chưa nhúng xong, tạm chỉ tìm theo từ" in result.searched


def test_back_at_the_packaged_encoder_what_it_lacks_is_embedded(home: Path, encoder: Encoder) -> None:
    shelf = shelf_of_all(encoder)
    shelf.encoders = (HashEncoder(),)
    shelf.put(summary("moi", "Quản lý chó mèo"), ["Chó mèo phải được tiêm phòng dại."])
    searcher = Searcher(Settings(home=home), shelf, lambda: encoder)
    assert searcher.search("tiêm phòng dại").hits[0].why == "có “tiêm phòng dại”"
    until(lambda: not searcher.index.bare)
    result = searcher.search("tiêm phòng dại")
    assert "gần nghĩa" in result.hits[0].why
    assert "chưa nhúng" not in result.searched
    searcher.close()


def test_it_waits_while_another_process_writes(searcher: Searcher, new: HeldBack, settings: Settings) -> None:
    new.may_go_on.set()
    with writing_alone(settings.home):
        searcher.search(QUERY)
        assert searcher.encoder is not new
        assert new.threads == []
    until(lambda: searcher.encoder is new)


@pytest.mark.parametrize("fault", [ModelFault("mô hình hỏng"), RuntimeError("mô hình hỏng")])
def test_a_fault_is_shown_and_the_old_index_goes_on(settings: Settings, shelf: Shelf, fault: Exception) -> None:
    class Broken(HashEncoder):
        name = "hash-new"

        def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
            raise fault

    searcher = Searcher(settings, shelf, Broken)
    searcher.search(QUERY)
    until(lambda: "nhúng lại bị dừng" in searcher.search(QUERY).searched)
    assert searcher.search(QUERY).hits
    searcher.close()


def test_closing_ends_the_embedding_and_keeps_what_is_done(
    settings: Settings, shelf: Shelf, new: HeldBack, encoder: Encoder
) -> None:
    searcher = Searcher(settings, shelf, lambda: new)
    searcher.search(QUERY)
    until(lambda: bool(new.threads))
    closing = threading.Thread(target=searcher.close)
    closing.start()
    new.may_go_on.set()
    closing.join()
    assert 0 < shelf.count_without_vector(new.name) < 11
    again = Searcher(settings, shelf, lambda: new)
    again.search(QUERY)
    until(lambda: again.encoder is new)
    again.close()


@pytest.mark.models
def test_from_the_packaged_encoder_to_a_model_and_back(home: Path, tmp_path: Path, encoder: Encoder) -> None:
    shelf = shelf_of_all(encoder)
    settings = Settings(home=home, encoder=str(save_encoder(tmp_path)))
    model = open_encoder(settings)
    searcher = Searcher(settings, shelf, lambda: model)
    assert searcher.search(QUERY).hits[0].document_id == "chi-thi"
    until(lambda: searcher.encoder is model)
    assert searcher.search(QUERY).hits
    searcher.close()
    back = Searcher(replace(settings, encoder=""), shelf, lambda: encoder)
    assert back.search(QUERY).hits[0].document_id == "chi-thi"
    back.close()
