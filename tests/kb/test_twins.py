"""Twins: one document in two files, told from two documents after one template."""

from __future__ import annotations

import random
from dataclasses import replace
from pathlib import Path

import pytest
from builders import decision

from kb.twins import Identity, is_other_version, is_same_document, resemblance, signature

NOBODY = Identity(None, None, None, None)
HERE = Identity("1/QĐ-UBND", "2024-03-05", "UBND tỉnh A", "A")
SCAN = replace(HERE, scanned=True)


def test_layout_case_and_diacritics_do_not_tell_texts_apart() -> None:
    text = decision()
    other = text.upper().replace("\n", " \n\n").replace("Ố", "Ó")
    assert resemblance(signature(text), signature(other)) == 1.0


def test_strangers_do_not_resemble() -> None:
    one = signature("Quy hoạch mạng lưới đường thủy nội địa và bến cảng " * 20)
    other = signature("Bảo vệ rừng đầu nguồn, chống cháy rừng mùa khô hằng năm " * 20)
    assert resemblance(one, other) < 0.05


def test_the_estimate_is_near_the_true_share_of_shingles() -> None:
    rng = random.Random(7)
    words = ["".join(rng.choices("abcdefghijklmnopqrstuvwxyz", k=6)) for _ in range(4000)]
    for overlap in (0, 500, 1500, 2000):
        one, other = words[:2000], words[2000 - overlap : 4000 - overlap]
        expected = overlap / (4000 - overlap)
        assert abs(resemblance(signature(" ".join(one)), signature(" ".join(other))) - expected) < 0.12


def test_an_empty_text_has_a_signature() -> None:
    assert signature("…").shape == signature(decision()).shape


@pytest.mark.parametrize(
    ("one", "other", "likeness", "same"),
    [
        (NOBODY, NOBODY, 0.9, True),
        (NOBODY, HERE, 0.6, False),
        (NOBODY, SCAN, 0.6, True),
        (NOBODY, SCAN, 0.4, False),
        (HERE, HERE, 0.6, False),
        (HERE, SCAN, 0.4, True),
        (HERE, SCAN, 0.1, False),
        (HERE, Identity("1/QĐ-UBND", "2025-03-05", "UBND tỉnh A", "A"), 0.99, False),
        (HERE, Identity("1/QĐ-UBND", None, "UBND tỉnh B", "B"), 0.99, False),
        (HERE, Identity("2/QĐ-UBND", "2024-03-05", "UBND tỉnh A", "A"), 0.99, False),
    ],
)
def test_what_is_printed_and_the_text_decide_together(
    one: Identity, other: Identity, likeness: float, same: bool
) -> None:
    assert is_same_document(one, other, likeness) is same


def test_one_number_and_much_of_the_text_is_another_version() -> None:
    assert is_other_version(HERE, HERE, 0.6)
    assert not is_other_version(HERE, SCAN, 0.6), "a recognised scan of it is the document itself"


def test_a_draft_is_another_version() -> None:
    draft = Identity(None, None, "UBND tỉnh A", "A")
    assert is_other_version(draft, HERE, 0.4)
    assert not is_other_version(draft, HERE, 0.9)
    assert not is_other_version(Identity(None, None, None, "B"), HERE, 0.4)


def test_another_number_is_another_version_only_where_half_the_text_is_the_same() -> None:
    again = Identity("9/QĐ-UBND", "2025-01-01", "UBND tỉnh A", "A")
    assert is_other_version(again, HERE, 0.6)
    assert not is_other_version(again, HERE, 0.4)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("family/749-QD-TTg.ocr.txt", "family/411-QD-TTg-2022.ocr.txt"),
        ("family/987-KH-UBND.md", "family/179-KH-UBND.md"),
    ],
)
def test_real_documents_that_differ_stay_apart(shared: Path, one: str, other: str) -> None:
    texts = [(shared / "documents" / name).read_text(encoding="utf-8") for name in (one, other)]
    assert resemblance(*map(signature, texts)) < 0.1
