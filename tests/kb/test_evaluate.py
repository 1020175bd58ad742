"""Measuring on a folder in the form of BEIR."""

from __future__ import annotations

import json
import math
from pathlib import Path

import numpy as np
import pytest
from builders import HashEncoder
from numpy.typing import NDArray

from kb.errors import NotFound, UnreadableFile
from kb.evaluate import _collection, evaluate
from kb.settings import Settings

CORPUS = {
    "rung": ("Điều 1. Trồng rừng", "Chi cục Kiểm lâm trồng mới rừng phi lao. " * 3),
    "nuoc": ("Điều 2. Cấp nước", "Lắp đặt đường ống nước sạch cho xã đảo."),
    "truong": ("Điều 3. Trường học", "Sửa mái trường tiểu học trước mùa mưa bão."),
    "chó": ("", "Chó mèo phải được tiêm phòng bệnh dại hằng năm."),
}
QUERIES = {"1": "trồng rừng phi lao", "2": "nước sạch xã đảo", "3": "tiêm phòng bệnh dại", "4": "không hỏi"}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "beir"
    (folder / "qrels").mkdir(parents=True)
    rows = [{"_id": key, "title": title, "text": text} for key, (title, text) in CORPUS.items()]
    (folder / "corpus.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    asked = [{"_id": key, "text": text} for key, text in QUERIES.items()]
    (folder / "queries.jsonl").write_text("\n".join(json.dumps(row) for row in asked), encoding="utf-8")
    head = "query-id\tcorpus-id\tscore\n"
    (folder / "qrels" / "train.tsv").write_text(head + "1\trung\t1\n2\tnuoc\t1\n2\trung\t0\n", encoding="utf-8")
    (folder / "qrels" / "valid.tsv").write_text(head + "3\tchó\t2\n3\ttruong\t1\n", encoding="utf-8")
    return folder


def test_each_system_is_scored_on_each_split(folder: Path, tmp_path: Path) -> None:
    report = evaluate(folder, Settings(home=tmp_path / "home"), HashEncoder())
    scores = {(score.system, score.split): score for score in report.scores}
    assert {split for _, split in scores} == {"train", "valid", "all"}
    assert {system for system, _ in scores} == {"fused", "dense", "words", "fused, no diacritics"}
    assert scores["words", "train"].ndcg_10 == 1.0
    assert scores["words", "train"].mrr_10 == scores["words", "train"].recall_1 == 1.0
    assert [scores["fused", split].questions for split in ("train", "valid", "all")] == [2, 1, 3]
    assert report.documents == 4


def test_grades_are_weighed_by_place(folder: Path, tmp_path: Path) -> None:
    report = evaluate(folder, Settings(home=tmp_path / "home"), HashEncoder())
    valid = next(score for score in report.scores if (score.system, score.split) == ("words", "valid"))
    best = 2 / math.log2(2) + 1 / math.log2(3)
    assert valid.recall_1 == 0.5
    assert valid.ndcg_10 in (pytest.approx(1.0), pytest.approx(2 / best), pytest.approx((2 + 1 / math.log2(4)) / best))


def test_vectors_are_kept_for_the_next_run(folder: Path, tmp_path: Path) -> None:
    class Counting(HashEncoder):
        calls = 0

        def encode_passages(self, texts):  # type: ignore[no-untyped-def]  # noqa: ANN001, ANN202
            Counting.calls += 1
            return super().encode_passages(texts)

    first = evaluate(folder, Settings(home=tmp_path / "home"), Counting())
    calls = Counting.calls
    second = evaluate(folder, Settings(home=tmp_path / "home"), Counting())
    assert Counting.calls == calls
    assert first.scores == second.scores


def test_the_report_reads_as_a_table(folder: Path, tmp_path: Path) -> None:
    text = str(evaluate(folder, Settings(home=tmp_path / "home"), HashEncoder()))
    assert "nDCG@10" in text
    assert "4 văn bản" in text
    assert "trung vị" in text


def test_a_folder_of_another_form_is_named(tmp_path: Path, folder: Path) -> None:
    with pytest.raises(NotFound, match=r"corpus\.jsonl"):
        evaluate(tmp_path, Settings(home=tmp_path), HashEncoder())
    (folder / "queries.jsonl").write_text("{not json", encoding="utf-8")
    with pytest.raises(UnreadableFile, match=r"queries\.jsonl"):
        evaluate(folder, Settings(home=tmp_path), HashEncoder())


def test_a_folder_without_judgements_is_named(folder: Path, tmp_path: Path) -> None:
    for file in (folder / "qrels").iterdir():
        file.unlink()
    with pytest.raises(NotFound, match="qrels"):
        evaluate(folder, Settings(home=tmp_path), HashEncoder())


def test_a_model_that_changed_under_its_name_embeds_anew(folder: Path, tmp_path: Path) -> None:
    class Changed(HashEncoder):
        def encode_query(self, text: str) -> NDArray[np.float32]:
            return -super().encode_query(text)

    for encoder in (HashEncoder(), HashEncoder(), Changed()):
        evaluate(folder, Settings(home=tmp_path / "home"), encoder)
    assert len(list((tmp_path / "home" / "eval").glob("*.npy"))) == 2


@pytest.mark.parametrize(
    ("title", "heading"),
    [("Điều 12a. Trồng rừng", "Trồng rừng"), ("Mục II Vốn", "Vốn"), ("Điều hành rừng", "Điều hành rừng"), ("", None)],
)
def test_a_heading_is_without_its_number_as_in_documents(title: str, heading: str | None, tmp_path: Path) -> None:
    (tmp_path / "corpus.jsonl").write_text(json.dumps({"_id": "1", "title": title, "text": "x"}), encoding="utf-8")
    (item,) = _collection(tmp_path).stored
    assert (item.passage.heading, item.passage.context) == (heading, title)
