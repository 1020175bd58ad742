"""The default encoder: near in meaning is near in angle; the model is built once and whole."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import numpy as np
import pytest

from kb.encoder import Encoder, open_encoder, text_to_embed
from kb.encoder.packaged import MODEL_FILE
from kb.errors import ModelFault, StorageFault
from kb.model import Passage
from kb.settings import Settings


@pytest.fixture(scope="module")
def encoder(encoder_folder: Path) -> Encoder:
    return open_encoder(Settings(home=encoder_folder.parent))


def test_vectors_have_length_one(encoder: Encoder) -> None:
    vectors = encoder.encode_passages(["một đoạn", "một đoạn khác dài hơn nhiều " * 30])
    assert vectors.shape == (2, encoder.dimension)
    assert vectors.dtype == np.float32
    np.testing.assert_allclose(np.linalg.norm(vectors, axis=1), 1, atol=1e-5)
    assert encoder.encode_query("hỏi gì đó").shape == (encoder.dimension,)


def test_no_passages_give_no_vectors(encoder: Encoder) -> None:
    assert encoder.encode_passages([]).shape == (0, encoder.dimension)


QUESTIONS = [
    ("ai đứng đầu việc chuyển đổi số", "Người đứng đầu cấp ủy trực tiếp chủ trì chuyển đổi số."),
    ("bao lâu báo cáo một lần", "Định kỳ hằng năm báo cáo kết quả thực hiện."),
    ("tiền lấy từ đâu", "Kinh phí thực hiện do ngân sách nhà nước bảo đảm."),
]


@pytest.mark.parametrize(("question", "answer"), QUESTIONS)
def test_a_question_is_nearest_to_its_answer(question: str, answer: str, encoder: Encoder) -> None:
    answers = [text for _, text in QUESTIONS]
    cosines = encoder.encode_passages(answers) @ encoder.encode_query(question)
    assert answers[int(np.argmax(cosines))] == answer


def test_the_order_and_company_of_texts_hardly_matter(encoder: Encoder) -> None:
    texts = ["ngắn", "một đoạn văn vừa phải về đất đai", "một đoạn rất dài " * 60]
    together = encoder.encode_passages(texts)
    alone = np.concatenate([encoder.encode_passages([text]) for text in texts])
    assert np.sum(together * alone, axis=1).min() > 0.99


def test_two_printings_of_a_text_have_one_vector(encoder: Encoder) -> None:
    one = encoder.encode_query("Ủy ban hòa giải của Ðảng")
    other = encoder.encode_query("Uỷ ban hoà giải của Đảng")
    np.testing.assert_array_equal(one, other)


def test_context_stands_above_the_words_of_a_passage() -> None:
    passage = Passage("d-1", "1", 0, 7, "Nội dung", None, "Kế hoạch › Mục tiêu")
    assert text_to_embed(passage) == "Kế hoạch › Mục tiêu\nNội dung"


def test_the_model_is_built_once_with_progress(tmp_path: Path) -> None:
    seen: list[tuple[int, int, str]] = []
    open_encoder(Settings(home=tmp_path), lambda *step: seen.append(step))
    assert seen == [(0, 1, "bộ mã hóa"), (1, 1, "bộ mã hóa")]
    seen.clear()
    open_encoder(Settings(home=tmp_path), lambda *step: seen.append(step))
    assert seen == []
    assert [file.name for file in (tmp_path / "encoder").iterdir()] == [MODEL_FILE]


def test_processes_that_build_at_once_do_not_harm_each_other(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from kb.encoder import open_encoder; from kb.settings import Settings;"
        "print(open_encoder(Settings(home=Path(sys.argv[1]), threads=1)).encode_query('thử').shape)"
    )
    command = [sys.executable, "-c", script, str(tmp_path)]
    running = [subprocess.Popen(command, stdout=subprocess.PIPE, text=True) for _ in range(2)]
    assert [process.communicate()[0].strip() for process in running] == ["(384,)", "(384,)"]
    assert [file.name for file in (tmp_path / "encoder").iterdir()] == [MODEL_FILE]


def test_a_part_left_by_a_killed_process_is_swept(tmp_path: Path) -> None:
    folder = tmp_path / "encoder"
    folder.mkdir()
    old, new = folder / "x.part", folder / "y.part"
    for part in (old, new):
        part.write_bytes(b"half")
    two_hours_ago = time.time() - 7200
    os.utime(old, (two_hours_ago, two_hours_ago))
    open_encoder(Settings(home=tmp_path))
    assert not old.exists()
    assert new.exists()


def test_a_damaged_model_is_named_and_built_again(tmp_path: Path) -> None:
    (tmp_path / "encoder").mkdir()
    (tmp_path / "encoder" / MODEL_FILE).write_bytes(b"not a model")
    with pytest.raises(ModelFault, match="chạy lại"):
        open_encoder(Settings(home=tmp_path))
    assert open_encoder(Settings(home=tmp_path)).dimension == 384


def test_a_folder_that_cannot_be_made_is_named(tmp_path: Path) -> None:
    (tmp_path / "encoder").write_text("a file where the folder should be")
    with pytest.raises(StorageFault, match="KB_HOME"):
        open_encoder(Settings(home=tmp_path))
