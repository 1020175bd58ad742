"""Abbreviations as documents define them, and both ways."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.lexicon.abbreviations import Abbreviations, defined

DEFINED = [
    ("chuyển đổi số (sau đây viết tắt là CĐS) là nhiệm vụ", ("CĐS", "chuyển đổi số")),
    ("Ban Chỉ đạo (sau đây gọi tắt là BCĐ)", ("BCĐ", "ban chỉ đạo")),
    ("thuộc Trung tâm giám sát an toàn (TTGSAT) của tỉnh", ("TTGSAT", "trung tâm giám sát an toàn")),
    ("Sở Khoa học và Công nghệ (KH&CN)", ("KH&CN", "khoa học và công nghệ")),
    ("Quỹ bảo trì đường bộ (viết tắt: BTĐB)", ("BTĐB", "bảo trì đường bộ")),
    ("Quỹ bảo vệ bờ biển (sau đây được viết tắt là “BVBB”)", ("BVBB", "bảo vệ bờ biển")),
]


@pytest.mark.parametrize(("text", "pair"), DEFINED)
def test_a_definition_is_read(text: str, pair: tuple[str, str]) -> None:
    short, full = pair
    assert [(found, words.replace("uỷ", "ủy")) for found, words in defined(text)] == [(short, full)]


@pytest.mark.parametrize(
    "text",
    [
        "theo Nghị định của Chính phủ (ABC)",
        "hình thức (A)",
        "tại Phụ lục (III)",
        "Bộ Nội vụ (sau đây gọi là Bộ)",
        "(CĐS)",
        "chuyển đổi số (năm 2025)",
    ],
)
def test_other_brackets_define_nothing(text: str) -> None:
    assert list(defined(text)) == []


@pytest.fixture
def known() -> Abbreviations:
    return Abbreviations.with_base()


@pytest.mark.parametrize(
    ("typed", "full"),
    [
        ("CĐS", "chuyển đổi số"),
        ("cđs", "chuyển đổi số"),
        ("cds", "chuyển đổi số"),
        ("CNTT", "công nghệ thông tin"),
        ("tthc", "thủ tục hành chính"),
        ("DVC", "dịch vụ công"),
        ("ATTT", "an toàn thông tin"),
        ("KH&CN", "khoa học và công nghệ"),
    ],
)
def test_the_base_list_knows_the_usual_ones(typed: str, full: str, known: Abbreviations) -> None:
    assert known.meaning(typed) == full


@pytest.mark.parametrize("typed", ["xyz", "số", "ai", ""])
def test_other_words_are_no_abbreviations(typed: str, known: Abbreviations) -> None:
    assert known.meaning(typed) is None


def test_a_full_form_has_its_abbreviations(known: Abbreviations) -> None:
    assert "cntt" in known.shorts("Công nghệ thông tin")
    assert known.shorts("trồng rừng") == frozenset()


def test_documents_teach_new_ones_and_outvote_the_base_list_only_often(known: Abbreviations) -> None:
    known.learn("hệ thống đường ống nước (HTĐON)")
    assert known.meaning("HTĐON") == "hệ thống đường ống nước"
    known.learn("cấp độ sốt (CĐS)")
    assert known.meaning("CĐS") == "chuyển đổi số"
    for _ in range(4):
        known.learn("cấp độ sốt (CĐS)")
    assert known.meaning("CĐS") == "cấp độ sốt"
    assert "cđs" not in known.shorts("chuyển đổi số")


def test_saved_and_loaded_they_are_the_same(known: Abbreviations, tmp_path: Path) -> None:
    known.learn("hệ thống đường ống nước (HTĐON)")
    known.save(tmp_path / "a.json")
    again = Abbreviations.load(tmp_path / "a.json")
    assert again.meaning("htđon") == "hệ thống đường ống nước"
    assert again.meaning("cntt") == "công nghệ thông tin"
