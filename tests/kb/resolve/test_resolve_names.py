"""A citation by name resolves through the titles of what is held and registered; laws by name and day."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from linked import Cite, Written, a_catalogue, entry, put, register, remove

from kb.catalogue import Catalogue
from kb.lawnames import split_year
from kb.model import Level, Resolution, ResolutionStatus
from kb.resolve.names import resemblance_of_names
from kb.resolve.places import Place, level_of_number, place_of
from kb.trace import Tracer

PROGRAMME = "Chương trình trồng rừng quốc gia đến năm 2035, định hướng đến năm 2040"
APPROVAL = entry("49/QĐ-TTg", "2031-06-03", kind="Quyết định", title=f"phê duyệt {PROGRAMME}")
OLD_LAW = entry("51/2025/QH14", "2025-11-29", kind="Luật", title="Lâm nghiệp ven biển")
NEW_LAW = entry("20/2031/QH16", "2031-06-22", kind="Luật", title="Luật Lâm nghiệp ven biển")


@pytest.fixture
def catalogue(tmp_path: Path) -> Iterator[Catalogue]:
    with a_catalogue(tmp_path) as opened:
        yield opened


def cited(name: str, on: str | None = None, day: str = "2032-06-01") -> Written:
    cite = Cite(name, name=name, on=on)
    return Written("citing", name, "900/KH-UBND", day, level=Level.PROVINCE, locality="Sơn Hà", cites=(cite,))


def resolution(catalogue: Catalogue, position: int = 0) -> Resolution:
    found = catalogue.references("citing")[position].resolution
    assert found is not None
    return found


NAMES = {
    "the programme that a decision approves": ((APPROVAL,), cited(PROGRAMME), APPROVAL.id),
    "in other letters": ((APPROVAL,), cited(PROGRAMME.replace("quốc gia", "Quốc gia")), APPROVAL.id),
    "in quotation marks": ((APPROVAL,), cited(PROGRAMME.replace("trồng", "“trồng") + "”"), APPROVAL.id),
    "without its outlook": ((APPROVAL,), cited("Chương trình trồng rừng quốc gia đến năm 2035"), APPROVAL.id),
    "with its kind": ((APPROVAL,), cited(f"Quyết định phê duyệt {PROGRAMME}"), APPROVAL.id),
    "a law by name and day": ((OLD_LAW, NEW_LAW), cited("Luật Lâm nghiệp ven biển", "2025-11-29"), OLD_LAW.id),
    "a law by name and year": ((OLD_LAW, NEW_LAW), cited("Luật Lâm nghiệp ven biển năm 2031"), NEW_LAW.id),
    "the law in force": ((OLD_LAW, NEW_LAW), cited("Luật Lâm nghiệp ven biển"), NEW_LAW.id),
    "the law in force then": ((OLD_LAW, NEW_LAW), cited("Luật Lâm nghiệp ven biển", day="2027-01-01"), OLD_LAW.id),
}


@pytest.mark.parametrize(("entries", "document", "target"), NAMES.values(), ids=NAMES.keys())
def test_a_name_resolves(catalogue: Catalogue, entries: tuple, document: Written, target: str) -> None:  # type: ignore[type-arg]
    register(catalogue, *entries)
    put(catalogue, document)
    found = resolution(catalogue)
    assert (found.status, found.targets) == (ResolutionStatus.REGISTERED, (target,))
    assert found.confidence < 1


NO_NAMES = {
    "another programme": ((APPROVAL,), cited("Chương trình trồng rừng ngập mặn đến năm 2035")),
    "a longer name of another one": (
        (entry("50/QĐ-TTg", "2031-07-01", title="phê duyệt Chương trình trồng rừng quốc gia vùng núi cao phía Bắc"),),
        cited("Chương trình trồng rừng quốc gia"),
    ),
    "a law whose name begins so": ((NEW_LAW,), cited("Luật Lâm nghiệp")),
    "a law of another day": ((NEW_LAW,), cited("Luật Lâm nghiệp ven biển", "2030-01-01")),
    "what amends the programme": (
        (entry("60/QĐ-TTg", "2031-08-01", title=f"sửa đổi, bổ sung {PROGRAMME}"),), cited(PROGRAMME),
    ),
}  # fmt: skip


@pytest.mark.parametrize(("entries", "document"), NO_NAMES.values(), ids=NO_NAMES.keys())
def test_a_name_that_is_no_documents_stays_missing(catalogue: Catalogue, entries: tuple, document: Written) -> None:  # type: ignore[type-arg]
    register(catalogue, *entries)
    put(catalogue, document)
    assert resolution(catalogue).status is ResolutionStatus.MISSING


def test_a_title_that_comes_resolves_the_name_that_waited(catalogue: Catalogue) -> None:
    put(catalogue, cited("Chương trình trồng rừng quốc gia đến năm 2035"))
    assert resolution(catalogue).status is ResolutionStatus.MISSING
    put(catalogue, Written("held", "…", "49/QĐ-TTg", "2031-06-03", "Quyết định", title=f"Phê duyệt “{PROGRAMME}”"))
    assert resolution(catalogue).targets == ("held",)
    remove(catalogue, "held")
    assert resolution(catalogue).status is ResolutionStatus.MISSING


def test_a_law_by_name_alone_is_the_one_cited_in_full_above(catalogue: Catalogue) -> None:
    register(catalogue, OLD_LAW, NEW_LAW)
    name = "Luật Lâm nghiệp ven biển"
    cites = (Cite(f"{name} ngày 29/11/2025", name=name, on="2025-11-29"), Cite(f"theo {name}", name=name))
    text = "\n".join(cite.surface for cite in cites)
    put(catalogue, Written("citing", text, "900/KH-UBND", "2032-01-01", cites=cites))
    assert resolution(catalogue, 1).targets == (OLD_LAW.id,)


SCANNED = Written("scan", "Số: #?1/QĐ-TTg", None, None, "Quyết định", "Thủ tướng Chính phủ",
                  title=f"Phê duyệt “{PROGRAMME}”".replace("trồng", "trổng"))  # fmt: skip


def test_a_held_text_whose_number_is_unreadable_is_what_its_entry_describes(catalogue: Catalogue) -> None:
    register(catalogue, APPROVAL)
    cite = Cite("Quyết định số 49/QĐ-TTg ngày 03/6/2031", "49/QĐ-TTg", "2031-06-03")
    put(catalogue, Written("citing", cite.surface, "900/KH-UBND", "2032-01-01", cites=(cite,)))
    assert resolution(catalogue).targets == (APPROVAL.id,)
    put(catalogue, SCANNED)
    found = resolution(catalogue)
    assert (found.status, found.targets, found.rule) == (
        ResolutionStatus.HELD,
        ("scan",),
        "number+date; by the registry",
    )
    assert found.confidence < 1
    assert Tracer(catalogue).missing() == ()
    assert Tracer(catalogue).node_of(APPROVAL.id) == "scan"
    remove(catalogue, "scan")
    assert resolution(catalogue).targets == (APPROVAL.id,)


LIKENESS = [
    ("Chương trình trồng rừng đến 2035", "Chương trình trồng rừng đến năm 2035", 1.0),
    ("Chiến lược A đến năm 2030, định hướng đến 2040", "Chiến lược A đến năm 2030 và định hướng đến năm 2040", 1.0),
    ("Chuơng trinh trông rưng đến nam 2035", "Chương trình trồng rừng đến năm 2035", 1.0),
    ("Quy hoạch bến cảng thời kỳ 2031 - 2040", "Quy hoạch bến cảng giai đoạn 2031-2040", 1.0),
    ("Chương trình trồng rừng Tây Nam đến năm 2035", "Chương trình trồng rừng Tây Bắc đến năm 2035", 0.0),
    ("Chương trình trồng rừng đến năm 2030", "Chương trình trồng rừng đến năm 2035", 0.0),
    ("Chương trình A B C D đến năm 2030", "Chương trình A B C D", 0.85),
    ("Chương trình A B C D giai đoạn 2021-2025", "Chương trình A B C D giai đoạn 2026-2030", 0.0),
    ("Luật Đầu tư", "Luật Đầu tư công", 0.0),
    ("Luật Đầu tư", "luật đầu tư", 1.0),
    ("Chương trình A", "Chương trình A đến năm 2030", 0.0),
]


@pytest.mark.parametrize(("cited_name", "held_name", "expected"), LIKENESS)
def test_names_that_are_the_same(cited_name: str, held_name: str, expected: float) -> None:
    assert resemblance_of_names(cited_name, held_name) == expected


YEARS = [
    ("Luật Kế toán năm 2015", ("Luật Kế toán", 2015)),
    ("Luật Kế toán 2015", ("Luật Kế toán", 2015)),
    ("Luật Kế toán", ("Luật Kế toán", None)),
    ("Chiến lược dữ liệu đến năm 2030", ("Chiến lược dữ liệu đến năm 2030", None)),
]


@pytest.mark.parametrize(("name", "expected"), YEARS)
def test_the_year_of_a_law(name: str, expected: tuple[str, int | None]) -> None:
    assert split_year(name) == expected


ISSUERS = [
    ("UBND tỉnh Sơn Hà", Place(Level.PROVINCE, "Sơn Hà")),
    ("Ban Thường vụ Tỉnh ủy", Place(Level.PROVINCE, None)),
    ("Tỉnh uỷ Sơn Hà", Place(Level.PROVINCE, "Sơn Hà")),
    ("UBND huyện Ba Làng, tỉnh Sơn Hà", Place(Level.DISTRICT, "Ba Làng")),
    ("Thành ủy Hà Nội", Place(Level.PROVINCE, "Hà Nội")),
    ("UBND thành phố Vinh", Place(Level.DISTRICT, "Vinh")),
    ("UBND tỉnh Bình Phước Sửa đổi, bổ sung", Place(Level.PROVINCE, "Bình Phước")),
    ("UBND tỉnh Sửa đổi, bổ sung", Place(Level.PROVINCE, None)),
    ("UBND tỉnh Bà Rịa - Vũng Tàu", Place(Level.PROVINCE, "Bà Rịa - Vũng Tàu")),
    ("Ban Chỉ đạo Trung ương, Ủy ban nhân dân tỉnh", Place(None, None)),
    ("Thủ tướng Chính phủ", Place(None, None)),
    (None, Place(None, None)),
]


@pytest.mark.parametrize(("issuer", "expected"), ISSUERS)
def test_the_place_in_the_name_of_a_body(issuer: str | None, expected: Place) -> None:
    assert place_of(issuer) == expected


@pytest.mark.parametrize(
    ("number", "expected"), [("71-KH/TU", Level.PROVINCE), ("3-NQ/HU", Level.DISTRICT), ("5/NQ-CP", None)]
)
def test_the_level_in_a_number(number: str, expected: Level | None) -> None:
    assert level_of_number(number) == expected
