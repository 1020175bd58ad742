"""Bodies under all their names. Facts are those of kb/data/bodies.yaml."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kb.bodies import (
    How,
    body_table,
    canonical,
    ended_level,
    match_unit,
    names,
    province_key,
    same_body,
    split_bodies,
)
from kb.errors import WrongSetting

BEFORE, AFTER = date(2024, 5, 1), date(2025, 8, 1)


@pytest.mark.parametrize(
    ("name", "on", "locality", "key"),
    [
        ("Bộ Khoa học và Công nghệ", None, None, "bo-khoa-hoc-va-cong-nghe"),
        ("Bộ KH&CN", None, None, "bo-khoa-hoc-va-cong-nghe"),
        ("Bộ Thông tin và Truyền thông", None, None, "bo-khoa-hoc-va-cong-nghe"),
        ("Bộ TT&TT", AFTER, None, "bo-khoa-hoc-va-cong-nghe"),
        ("BTTTT", AFTER, None, "bo-khoa-hoc-va-cong-nghe"),
        ("Bộ Thông tin và Truyền thông", BEFORE, None, "bo-thong-tin-va-truyen-thong"),
        ("BTTTT", BEFORE, None, "bo-thong-tin-va-truyen-thong"),
        ("Bộ Kế hoạch và Đầu tư", AFTER, "Quảng Ngãi", "bo-tai-chinh"),
        ("Bộ Giao thông vận tải", AFTER, None, "bo-xay-dung"),
        ("Sở Tài chính", AFTER, "Quảng Ngãi", "quang-ngai/so-tai-chinh"),
        ("Sở Tài chính tỉnh Quảng Ngãi", AFTER, None, "quang-ngai/so-tai-chinh"),
        ("Sở Kế hoạch và Đầu tư", AFTER, "tỉnh Quảng Ngãi", "quang-ngai/so-tai-chinh"),
        ("Sở Kế hoạch và Đầu tư", BEFORE, "Kon Tum", "kon-tum/so-ke-hoach-va-dau-tu"),
        ("Sở Tài chính tỉnh Kon Tum", AFTER, None, "quang-ngai/so-tai-chinh"),
        ("UBND tỉnh Quảng Ngãi", None, None, "quang-ngai/uy-ban-nhan-dan-tinh"),
        ("Ủy ban nhân dân tỉnh", None, "Quảng Ngãi", "quang-ngai/uy-ban-nhan-dan-tinh"),
        ("Uỷ ban nhân dân thành phố Cần Thơ", None, None, "can-tho/uy-ban-nhan-dan-tinh"),
        ("Tỉnh ủy Quảng Ngãi", None, None, "quang-ngai/ban-chap-hanh-dang-bo-tinh"),
        ("Ban Chấp hành Đảng bộ tỉnh Quảng Ngãi", None, None, "quang-ngai/ban-chap-hanh-dang-bo-tinh"),
        ("BTV Tỉnh ủy", None, "Quảng Ngãi", "quang-ngai/ban-thuong-vu-tinh-uy"),
        ("Sở Tài chính - Cơ quan thường trực Ban Chỉ đạo", None, None, "so-tai-chinh"),
        ("UBND xã Hòa Bình", None, "Quảng Ngãi", "quang-ngai/uy-ban-nhan-dan-xa-hoa-binh"),
        ("Viện Nghiên cứu Sông Hồ", None, None, "vien-nghien-cuu-song-ho"),
        ("Ban Tuyên giáo Trung ương", AFTER, None, "ban-tuyen-giao-va-dan-van-trung-uong"),
        ("Ban Tuyên giáo Tỉnh ủy", AFTER, "Quảng Ngãi", "quang-ngai/ban-tuyen-giao-va-dan-van-tinh-uy"),
        ("Ban Tuyên giáo Tỉnh ủy", BEFORE, "Quảng Ngãi", "quang-ngai/ban-tuyen-giao-tinh-uy"),
    ],
)
def test_canonical(name: str, on: date | None, locality: str | None, key: str) -> None:
    assert canonical(name, on, locality) == key


@pytest.mark.parametrize(
    ("a", "b", "on", "locality", "same"),
    [
        ("Bộ Thông tin và Truyền thông", "Bộ Khoa học và Công nghệ", AFTER, None, True),
        ("Bộ Thông tin và Truyền thông", "Bộ Khoa học và Công nghệ", BEFORE, None, False),
        ("Ban Thường vụ Tỉnh ủy", "Ban Thường vụ Tỉnh ủy Quảng Ngãi", None, "Quảng Ngãi", True),
        ("Ban Thường vụ Tỉnh ủy", "Ban Thường vụ Tỉnh ủy Nghệ An", None, "Quảng Ngãi", False),
        ("UBND tỉnh Đắk Lắk", "Ủy ban nhân dân tỉnh Đăk Lăk", None, None, True),
        ("Chính phủ", "Thủ tướng Chính phủ", None, None, False),
        ("Ủy ban nhân dân tỉnh", "Chủ tịch Ủy ban nhân dân tỉnh", None, "Quảng Ngãi", False),
        ("Tỉnh ủy", "Ban Thường vụ Tỉnh ủy", None, "Quảng Ngãi", False),
    ],
)
def test_same_body(a: str, b: str, on: date | None, locality: str | None, same: bool) -> None:
    assert same_body(a, b, on, locality) is same


def test_63_provinces_have_become_34() -> None:
    table = body_table()
    present = set({entry.key for entry in table.provinces.values()})
    ended_2025 = {
        name.text
        for entry in table.provinces.values()
        for name in entry.names
        if name.until == date(2025, 7, 1) and name.text != "Đăk Nông"
    }
    assert len(present) == 34
    assert len(ended_2025) == 63 - 34
    assert province_key("tỉnh Kon Tum", AFTER) == "quang-ngai"
    assert province_key("Kon Tum", date(2025, 6, 30)) == "kon-tum"
    assert province_key("Xứ Mơ") is None


def test_every_change_has_its_day_and_source() -> None:
    table = body_table()
    for entry in (*table.central.values(), *table.local.values(), *table.provinces.values()):
        for name in entry.names:
            assert (name.until is None) == (name.source is None)


def test_names_of_a_body_say_until_when_and_why() -> None:
    by_text = {name.text: name for name in names("quang-ngai/so-khoa-hoc-va-cong-nghe")}
    assert by_text["Sở Thông tin và Truyền thông"].until == date(2025, 3, 1)
    assert "45/2025/NĐ-CP" in (by_text["Sở Thông tin và Truyền thông"].source or "")
    assert names("vien-nghien-cuu-song-ho") == ()


@pytest.mark.parametrize(
    ("name", "on", "ended"),
    [
        ("Ủy ban nhân dân huyện Suối Mơ", AFTER, True),
        ("Huyện ủy Suối Mơ", AFTER, True),
        ("Huyện ủy Suối Mơ", BEFORE, False),
        ("UBND thị xã Bến Xưa", None, True),
        ("UBND xã Suối Mơ", AFTER, False),
    ],
)
def test_the_district_level_has_ended(name: str, on: date | None, ended: bool) -> None:
    assert (ended_level(name, on) is not None) is ended


@pytest.mark.parametrize(
    ("printed", "items"),
    [
        ("Sở Tài chính, Sở Xây dựng và UBND cấp xã", ["Sở Tài chính", "Sở Xây dựng", "UBND cấp xã"]),
        ("Sở Văn hóa, Thể thao và Du lịch", ["Sở Văn hóa, Thể thao và Du lịch"]),
        ("Văn phòng HĐND và UBND phường, Công an phường", ["Văn phòng HĐND và UBND phường", "Công an phường"]),
        (
            "Các huyện ủy, thị ủy, thành ủy, đảng ủy trực thuộc Tỉnh ủy",
            ["Các huyện ủy, thị ủy, thành ủy, đảng ủy trực thuộc Tỉnh ủy"],
        ),
        (
            "Chủ tịch Ủy ban nhân dân các tỉnh: Sông Mơ, Bình Mơ và lãnh đạo các Bộ, ngành",
            ["Chủ tịch Ủy ban nhân dân các tỉnh: Sông Mơ, Bình Mơ", "lãnh đạo các Bộ, ngành"],
        ),
        ("Ủy ban nhân dân các cấp, doanh nghiệp nhà nước", ["Ủy ban nhân dân các cấp", "doanh nghiệp nhà nước"]),
        ("Các cơ sở sản xuất giống, NTTS thương phẩm", ["Các cơ sở sản xuất giống, NTTS thương phẩm"]),
        ("Sở Xây dựng, BQL các dự án", ["Sở Xây dựng", "BQL các dự án"]),
        (
            "các Sở, ban, ngành tỉnh, Ủy ban nhân dân các xã, phường",
            ["các Sở, ban, ngành tỉnh", "Ủy ban nhân dân các xã, phường"],
        ),
        (
            "Các cấp ủy, chính quyền, các tổ chức chính trị - xã hội",
            ["Các cấp ủy", "chính quyền", "các tổ chức chính trị - xã hội"],
        ),
        ("Bộ, ngành, địa phương", ["Bộ, ngành, địa phương"]),
        ("Các bộ, ngành, cơ quan chủ quản, nhất là ACV", ["Các bộ, ngành, cơ quan chủ quản", "ACV"]),
        (
            "Đảng ủy Bộ;\nCác cấp ủy Đảng; Thủ trưởng các đơn vị",
            ["Đảng ủy Bộ", "Các cấp ủy Đảng", "Thủ trưởng các đơn vị"],
        ),
        ("Bộ Nội vụ Bộ Tư pháp", ["Bộ Nội vụ", "Bộ Tư pháp"]),
        ("Bộ trưởng Bộ Nội vụ", ["Bộ trưởng Bộ Nội vụ"]),
        ("Các đơn vị thuộc Bộ (Cục A Lưới, Cục B Sông)", ["Các đơn vị thuộc Bộ (Cục A Lưới, Cục B Sông)"]),
        ("Thành phố Hà Nội và các tỉnh Bắc Ninh, Gia Lai", ["Thành phố Hà Nội", "các tỉnh Bắc Ninh, Gia Lai"]),
        (
            "Ủy ban nhân dân các tỉnh, thành phố: Đồng Nai, Cần Thơ",
            ["Ủy ban nhân dân các tỉnh, thành phố: Đồng Nai, Cần Thơ"],
        ),
        ("Bộ Lao động - Thương binh và Xã hội, Bộ Nội vụ", ["Bộ Lao động - Thương binh và Xã hội", "Bộ Nội vụ"]),
        ("Văn phòng Đoàn ĐBQH và HĐND tỉnh và Sở Y tế", ["Văn phòng Đoàn ĐBQH và HĐND tỉnh", "Sở Y tế"]),
        ("Người đứng đầu cơ quan, tổ chức", ["Người đứng đầu cơ quan, tổ chức"]),
        ("SỞ Y TẾ, SỞ XÂY DỰNG VÀ CÁC SỞ, BAN, NGÀNH", ["SỞ Y TẾ", "SỞ XÂY DỰNG", "CÁC SỞ, BAN, NGÀNH"]),
        ("UBND CÁC XÃ, PHƯỜNG", ["UBND CÁC XÃ, PHƯỜNG"]),
        ("- Sở Y tế - Sở Xây dựng; - UBND các xã", ["Sở Y tế", "Sở Xây dựng", "UBND các xã"]),
        ("Ủy ban kiểm tra - Đảng ủy Bộ", ["Ủy ban kiểm tra - Đảng ủy Bộ"]),
        ("", []),
        (" ; - ,", []),
    ],
)
def test_lists_of_bodies(printed: str, items: list[str]) -> None:
    assert list(split_bodies(printed)) == items


@pytest.mark.parametrize(
    ("unit", "printed", "locality", "how"),
    [
        ("Sở Khoa học và Công nghệ", "Sở Khoa học và Công nghệ", "Quảng Ngãi", How.NAMED),
        ("Sở KH&CN", "Sở Tài chính, Sở Khoa học và Công nghệ", "Quảng Ngãi", How.NAMED),
        ("Sở Khoa học và Công nghệ", "Sở TT&TT", "Quảng Ngãi", How.FORMER_NAME),
        ("Sở Khoa học và Công nghệ Quảng Ngãi", "Sở Khoa học và Công nghệ", "Nghệ An", None),
        ("Sở Tài chính", "Giám đốc Sở Tài chính", "Nghệ An", How.HEAD),
        ("Sở Tài chính", "Các sở, ban, ngành", "Nghệ An", How.GROUP),
        ("Sở Tài chính", "Thủ trưởng các Sở, ban, ngành", "Nghệ An", How.GROUP),
        ("Sở Tài chính Quảng Ngãi", "Các sở, ban, ngành", "Nghệ An", None),
        ("Sở Tài chính", "Các cơ quan đăng ký đầu tư (Sở Tài chính, Ban Quản lý Khu kinh tế)", "Nghệ An", How.NAMED),
        ("Sở Công Thương", "các Sở: Xây dựng, Văn hóa, Thể thao và Du lịch, Công Thương", "Nghệ An", How.NAMED),
        ("Sở Y tế", "các Sở: Xây dựng, Văn hóa, Thể thao và Du lịch, Công Thương", "Nghệ An", None),
        ("Bộ Tài chính", "Các bộ, ngành, địa phương", None, How.GROUP),
        ("UBND tỉnh Quảng Ngãi", "Các bộ, ngành, địa phương", None, How.GROUP),
        ("UBND tỉnh Quảng Ngãi", "Các tỉnh Nghệ An, Quảng Ngãi, Cao Bằng", None, How.NAMED),
        ("UBND tỉnh Quảng Ngãi", "Các tỉnh Nghệ An, Cao Bằng", None, None),
        ("UBND xã Suối Mơ", "UBND các xã, phường", "Quảng Ngãi", How.GROUP),
        ("UBND xã Suối Mơ", "UBND cấp xã", "Quảng Ngãi", How.GROUP),
        ("UBND xã Suối Mơ", "các Sở, ban, ngành", "Quảng Ngãi", None),
        ("Bộ Khoa học và Công nghệ", "Bộ Thông tin và Truyền thông", None, How.FORMER_NAME),
        ("Bộ Công an", "Bộ Quốc phòng", None, None),
        ("Sở Tài chính", "các cơ quan, đơn vị liên quan", "Nghệ An", None),
    ],
)
def test_my_unit(unit: str, printed: str, locality: str | None, how: How | None) -> None:
    match = match_unit(unit, printed, AFTER, locality)
    assert (match.how if match else None) == how


def test_a_former_name_is_said_to_be_one() -> None:
    match = match_unit("Bộ Tài chính", "Bộ Kế hoạch và Đầu tư", AFTER)
    assert match is not None
    assert match.said == "nêu tên “Bộ Kế hoạch và Đầu tư”, nay là Bộ Tài chính"


@pytest.mark.parametrize(
    "text",
    [
        "sources: {}\ncentral: [{name: Bộ Mơ, absorbed: [{name: Bộ Cũ, since: 2025-01-01, source: khong-co}]}]",
        "central: 3",
        "- [",
    ],
)
def test_a_damaged_table_is_named(tmp_path: Path, text: str) -> None:
    file = tmp_path / "bodies.yaml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(WrongSetting, match="danh mục cơ quan"):
        body_table(file)
