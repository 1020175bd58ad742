"""Numbers are read through the noise of OCR: measured with seeded damage over clean sentences."""

from __future__ import annotations

import random
from collections import Counter

import pytest

from kb.number import find_numbers
from tests.noise.ocr_noise import OcrNoise

# Of each sign, how often it is damaged: 3 in 100 damages every third number.
RATE = 0.03
# The least F1 of numbers under that noise.
LEAST_F1 = 0.90
SEEDS = (1, 2, 3)

_STATE = ("QĐ-TTg", "NQ-CP", "QĐ-UBND", "KH-UBND", "CT-TTg", "TB-VPCP", "TTr-STC", "QĐ-BKHCN", "BC-STP", "NQ-HĐND")
_NORMS = ("NĐ-CP", "TT-BTC", "TT-BNNPTNT", "QĐ-TTg", "NQ-UBTVQH15", "QĐ-UBND", "TT-BGDĐT")
_PARTY = ("NQ/TW", "KH/TU", "CT/TW", "KL/TW", "QĐ/TW", "HD/BTCTW", "KH/BCĐTW", "BC/HU", "CTr/TU")
_LETTERS = ("BTTTT-CĐSQG", "UBND-NC", "VPCP-KSTT", "STC-QLGCS")
_KIND = {"QĐ": "Quyết định", "NQ": "Nghị quyết", "KH": "Kế hoạch", "NĐ": "Nghị định", "TT": "Thông tư"}


def _number(draw: random.Random) -> str:
    ordinal = draw.randint(1, 4999)
    forms = (
        lambda: f"{ordinal:02}/{draw.choice(_STATE)}",
        lambda: f"{ordinal % 400 + 1}/{draw.randint(1998, 2026)}/{draw.choice(_NORMS)}",
        lambda: f"{ordinal % 300 + 1:02}-{draw.choice(_PARTY)}",
        lambda: f"{ordinal}/{draw.choice(_LETTERS)}",
        lambda: f"{ordinal % 150 + 1:02}/{draw.randint(2021, 2025)}/QH15",
    )
    return draw.choice(forms)()


def _sentence(draw: random.Random) -> str:
    number = _number(draw)
    kind = next((name for symbol, name in _KIND.items() if symbol in number), "Văn bản")
    day = f"ngày {draw.randint(1, 28):02}/{draw.randint(1, 12)}/{draw.randint(2010, 2026)}"
    return f"Căn cứ {kind} số {number} {day} của cơ quan có thẩm quyền; giai đoạn 2021-2025, họp 24/7 tại phòng 12."


@pytest.mark.parametrize("seed", SEEDS)
def test_most_numbers_survive_the_noise(seed: int) -> None:
    draw, noise = random.Random(seed), OcrNoise(RATE, seed)
    hit = found = there = 0
    for _ in range(600):
        clean = _sentence(draw)
        want = Counter(str(one.number) for one in find_numbers(clean))
        have = Counter(str(one.number) for one in find_numbers(noise.damage(clean)))
        hit, found, there = hit + (want & have).total(), found + have.total(), there + want.total()
    assert there == 600
    assert 2 * hit / (found + there) >= LEAST_F1


def test_the_same_seed_makes_the_same_noise() -> None:
    text = "Quyết định số 749/QĐ-TTg ngày 03/6/2020" * 5
    assert OcrNoise(0.2, 7).damage(text) == OcrNoise(0.2, 7).damage(text) != OcrNoise(0.2, 8).damage(text)


def test_no_noise_leaves_the_text() -> None:
    assert OcrNoise(0, 1).damage("57-NQ/TW") == "57-NQ/TW"
