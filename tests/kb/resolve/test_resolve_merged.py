"""Provinces that were merged or renamed: a citation is of the province that its words and its day mean.

Facts are those of kb/data/bodies.yaml (Resolution 202/2025/QH15 merged Kon Tum into Quảng Ngãi on 01/7/2025; Resolution
175/2024/QH15 made Thừa Thiên Huế the city of Huế on 01/01/2025). Numbers of the documents are invented.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from linked import Cite, Written, a_catalogue, entry, put, register

from kb.bodies import has_merged, is_renamed_province
from kb.catalogue import Catalogue
from kb.model import Level, RegistryEntry, Resolution, ResolutionStatus

BEFORE, AFTER = "2025-05-01", "2025-09-01"


def plan(province: str, number: str = "471-KH/TU", on: str = "2020-03-27", issuer: str | None = None) -> RegistryEntry:
    return entry(number, on, level=Level.PROVINCE, locality=province, issuer=issuer)


OF_KON_TUM, OF_QUANG_NGAI = plan("Kon Tum"), plan("Quảng Ngãi")
FILED_TODAY = plan("Quảng Ngãi", "9/NQ-HĐND", "2022-04-29", issuer="Hội đồng nhân dân tỉnh Kon Tum")
OF_HUE = plan("Thừa Thiên Huế", "12-NQ/TU", "2021-11-12")


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with a_catalogue(tmp_path) as opened:
        yield opened


def resolution(catalogue: Catalogue, cite: Cite, *, on: str, locality: str = "Quảng Ngãi") -> Resolution:
    put(
        catalogue,
        Written(
            "citing", cite.surface, number="900/KH-UBND", on=on, level=Level.PROVINCE, locality=locality, cites=(cite,)
        ),
    )
    found = catalogue.references("citing")[0].resolution
    assert found is not None
    return found


DAY = "2020-03-27"
RESOLVED = {
    "the former province is named": (
        (OF_KON_TUM, OF_QUANG_NGAI), Cite("471-KH/TU", "471-KH/TU", DAY, issuer="Tỉnh ủy Kon Tum"), AFTER, OF_KON_TUM,
        1.0,
    ),
    "named as the former one": (
        (OF_KON_TUM, OF_QUANG_NGAI), Cite("471-KH/TU", "471-KH/TU", DAY, issuer="Tỉnh ủy Kon Tum (cũ)"), AFTER,
        OF_KON_TUM, 1.0,
    ),
    "the council of the former province": (
        (FILED_TODAY,), Cite("9/NQ-HĐND", "9/NQ-HĐND", "2022-04-29", issuer="HĐND tỉnh Kon Tum"), AFTER, FILED_TODAY,
        1.0,
    ),
    "no place: the own province": (
        (OF_KON_TUM, OF_QUANG_NGAI), Cite("471-KH/TU", "471-KH/TU", DAY, issuer="Tỉnh ủy"), AFTER, OF_QUANG_NGAI, 1.0,
    ),
    "no place, and only the province that was taken in has it": (
        (OF_KON_TUM,), Cite("471-KH/TU", "471-KH/TU", DAY, issuer="Ban Thường vụ Tỉnh ủy"), AFTER, OF_KON_TUM, 0.7,
    ),
    "a province under its new name": (
        (OF_HUE,), Cite("12-NQ/TU", "12-NQ/TU", "2021-11-12", issuer="Thành ủy Huế"), AFTER, OF_HUE, 1.0,
    ),
}  # fmt: skip
MISSING = {
    "before the merger Kon Tum is another province": (
        (OF_KON_TUM,), Cite("471-KH/TU", "471-KH/TU", DAY, issuer="Tỉnh ủy"), BEFORE,
    ),
    "the present province is named, and the document is the former one's": (
        (OF_KON_TUM,), Cite("471-KH/TU", "471-KH/TU", DAY, issuer="Tỉnh ủy Quảng Ngãi"), AFTER,
    ),
    "the present province is named, and the registry files the former one's under it": (
        (FILED_TODAY,), Cite("9/NQ-HĐND", "9/NQ-HĐND", "2022-04-29", issuer="HĐND tỉnh Quảng Ngãi"), AFTER,
    ),
    "a province that was merged elsewhere": (
        (plan("Bình Định"),), Cite("471-KH/TU", "471-KH/TU", DAY, issuer="Tỉnh ủy"), AFTER,
    ),
}  # fmt: skip


@pytest.mark.parametrize(("known", "cite", "on", "meant", "confidence"), RESOLVED.values(), ids=RESOLVED.keys())
def test_it_is_the_province_that_is_meant(
    catalogue: Catalogue, known: tuple[RegistryEntry, ...], cite: Cite, on: str, meant: RegistryEntry, confidence: float
) -> None:
    register(catalogue, *known)
    found = resolution(catalogue, cite, on=on)
    assert (found.targets, found.confidence) == ((meant.id,), confidence)


@pytest.mark.parametrize(("known", "cite", "on"), MISSING.values(), ids=MISSING.keys())
def test_it_is_no_other_province(catalogue: Catalogue, known: tuple[RegistryEntry, ...], cite: Cite, on: str) -> None:
    register(catalogue, *known)
    assert resolution(catalogue, cite, on=on).status is ResolutionStatus.MISSING


def test_two_former_provinces_leave_it_open(catalogue: Catalogue) -> None:
    register(catalogue, plan("Vĩnh Phúc"), plan("Hòa Bình"))
    found = resolution(catalogue, Cite("471-KH/TU", "471-KH/TU", DAY, issuer="Tỉnh ủy"), on=AFTER, locality="Phú Thọ")
    assert found.status is ResolutionStatus.AMBIGUOUS
    assert len(found.targets) == 2


def test_mergers_and_new_names() -> None:
    assert has_merged("tỉnh Kon Tum", "Quảng Ngãi")
    assert not has_merged("Quảng Ngãi", "Kon Tum")
    assert not has_merged("Bình Định", "Quảng Ngãi")
    assert is_renamed_province("tỉnh Thừa Thiên Huế", "thành phố Huế")
    assert not is_renamed_province("Kon Tum", "Quảng Ngãi")
    assert not is_renamed_province("Hà Tây", "Hà Nội")
