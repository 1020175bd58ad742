"""Cutting text into pieces: the same as the general library does, by words."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tokenizers import Regex, Tokenizer, models, normalizers, pre_tokenizers, processors

from kb.encoder.pieces import PieceTokenizer, common_form
from kb.encoder.weights import PackedWeights, Pieces, packaged_file

MOST = 512


@pytest.fixture(scope="module")
def pieces() -> Pieces:
    return PackedWeights(packaged_file()).pieces


@pytest.fixture(scope="module")
def tokenizer(pieces: Pieces) -> PieceTokenizer:
    return PieceTokenizer(pieces)


@pytest.fixture(scope="module")
def general(pieces: Pieces) -> Tokenizer:
    """The same pieces in the library `tokenizers`."""
    library = Tokenizer(models.Unigram(list(zip(pieces.pieces, pieces.scores, strict=True)), pieces.unknown))
    gaps = normalizers.Replace(Regex(r"\s+"), " ")
    library.normalizer = normalizers.Sequence([normalizers.NFKC(), gaps, normalizers.Strip()])
    library.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="always")
    marks = [("<s>", pieces.bos), ("</s>", pieces.eos)]
    library.post_processor = processors.TemplateProcessing(single="<s> $A </s>", special_tokens=marks)
    return library


TEXTS = [
    "Người đứng đầu cấp ủy trực tiếp chủ trì, lãnh đạo thực hiện chuyển đổi số.",
    "Quyết định số 749/QĐ-TTg ngày 03/6/2020 của Thủ tướng Chính phủ",
    "QUY ĐỊNH   về thể thức\n\tvăn bản (36-HD/VPTW)",
    "5G, IoT & AI: 99,5 % dân số; https://dichvucong.gov.vn",
    "một ký hiệu lạ 𓀀𓀁 và ﷺ",
    "",
]


@pytest.mark.parametrize("text", TEXTS)
def test_pieces_are_those_of_the_general_library(text: str, tokenizer: PieceTokenizer, general: Tokenizer) -> None:
    usual = " ".join(common_form(word) for word in text.split())
    assert tokenizer.encode(text, MOST) == general.encode(usual).ids


def test_seeded_noise_is_cut_as_the_general_library_cuts_it(tokenizer: PieceTokenizer, general: Tokenizer) -> None:
    chance = random.Random(5)
    letters = "aăâbcdđeêghiklmnoôơpqrstuưvxyáàảãạấầẩẫậ0123456789/-.,()“”%  "
    for _ in range(200):
        text = "".join(chance.choice(letters) for _ in range(chance.randint(1, 80)))
        usual = " ".join(common_form(word) for word in text.split())
        assert tokenizer.encode(text, MOST) == general.encode(usual).ids


@settings(max_examples=80, deadline=None)
@given(text=st.text(max_size=200), most=st.integers(2, 40))
def test_any_text_gives_at_most_so_many_ids_between_the_marks(
    text: str, most: int, tokenizer: PieceTokenizer, pieces: Pieces
) -> None:
    ids = tokenizer.encode(text, most)
    assert len(ids) <= most
    assert ids[0] == pieces.bos
    assert ids[-1] == pieces.eos
    assert all(0 <= index < len(pieces.pieces) for index in ids)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("hoà bình", "hòa bình"),
        ("uỷ ban", "ủy ban"),
        ("Ðảng", "Đảng"),
        ("chuyển đổi số", "chuyển đổi số"),
        ("quý", "quý"),
    ],
)
def test_two_printings_of_a_word_have_the_same_pieces(one: str, other: str, tokenizer: PieceTokenizer) -> None:
    assert tokenizer.encode(one, MOST) == tokenizer.encode(other, MOST)


def test_words_of_other_tones_stay_apart(tokenizer: PieceTokenizer) -> None:
    assert tokenizer.encode("hoa", MOST) != tokenizer.encode("hòa", MOST)
    assert tokenizer.encode("quý", MOST) != tokenizer.encode("qúy", MOST)
