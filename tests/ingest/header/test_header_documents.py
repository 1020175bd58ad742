"""The frame of documents of every level, of places that do not exist (`documents/`): facts, stamps, regions."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from laid import document_at

from ingest.header import read_header
from ingest.header.lines import RECIPIENTS
from ingest.model import Header, RegionKind
from kb.model import Field
from kb.text import squeeze

DOCUMENTS = Path(__file__).parent / "documents"


def header_of(name: str) -> Header:
    return read_header(document_at(DOCUMENTS / f"{name}.txt"))


def values(header: Header, *names: Field) -> tuple[str | None, ...]:
    return tuple(fact.value if (fact := header.facts.get(name)) else None for name in names)


IDENTITY = (Field.NUMBER, Field.ISSUED_ON, Field.KIND, Field.ISSUER, Field.LEVEL, Field.LOCALITY)


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        (
            "quyet-dinh-xa",
            ("15/QĐ-UBND", "2025-03-05", "Quyết định", "Chủ tịch Ủy ban nhân dân xã Tân Hòa", "commune", "Tân Hòa"),
        ),
        (
            "cong-van-so",
            ("1234/STTTT-CNTT", "2025-07-14", "Công văn", "Sở Thông tin và Truyền thông", "province", "Hải Sơn"),
        ),
        ("ke-hoach-huyen-uy", ("45-KH/HU", "2024-05-12", "Kế hoạch", "Ban Thường vụ Huyện ủy", "district", "Bình An")),
        (
            "nghi-quyet-hdnd",
            (
                "21/2025/NQ-HĐND",
                "2025-07-10",
                "Nghị quyết",
                "Hội đồng nhân dân thành phố Hải Sơn",
                "district",
                "Hải Sơn",
            ),
        ),
        (
            "thong-tu-lien-tich",
            (
                "03/2014/TTLT-BTC-BNV",
                "2014-06-05",
                "Thông tư liên tịch",
                "Bộ trưởng Bộ Tài chính, Bộ trưởng Bộ Nội vụ",
                "central",
                None,
            ),
        ),
        ("luat-sua-doi", ("99/2025/QH15", "2025-11-25", "Luật", "Quốc hội", "central", None)),
        ("quyet-dinh-kem-quy-che", (None, None, "Quyết định", "Giám đốc Sở Nội vụ", "province", "Hải Sơn")),
        ("chi-thi-tinh-uy", ("12-CT/TU", "2023-02-03", "Chỉ thị", "Ban Thường vụ Tỉnh ủy", "province", "Hải Sơn")),
        ("quyet-dinh-quet", ("45/QĐ-BTC", "2023-04-12", "Quyết định", "Bộ trưởng Bộ Tài chính", "central", None)),
        ("bao-cao-dang-uy-xa", ("08-BC/ĐU", "2024-11-20", "Báo cáo", "Đảng ủy xã Tân Hòa", "commune", "Tân Hòa")),
        ("huong-dan-ban-dang", ("05-HD/BTCTW", "2022-01-17", "Hướng dẫn", "Ban Tổ chức Trung ương", "central", None)),
        (
            "thong-bao-van-phong",
            (
                "88/TB-VP",
                "2025-09-09",
                "Thông báo",
                "Văn phòng Ủy ban nhân dân tỉnh Hải Sơn",
                "province",
                "Hải Sơn",
            ),
        ),
        (
            "ke-hoach-phuong",
            ("07/KH-UBND", "2025-08-15", "Kế hoạch", "Ủy ban nhân dân phường Cẩm Thủy", "commune", "Cẩm Thủy"),
        ),
        (
            "nghi-quyet-dac-khu",
            ("15-NQ/ĐU", "2025-09-01", "Nghị quyết", "Ban Chấp hành Đảng bộ đặc khu", "commune", "Đảo Ngọc"),
        ),
        (
            "cong-van-mat-tran",
            (
                "120/MTTQ-BTT",
                "2025-10-03",
                "Công văn",
                "Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam tỉnh Hải Sơn",
                "province",
                "Hải Sơn",
            ),
        ),
        (
            "ke-hoach-lien-tich",
            (
                "18/KHLT-SNV-CAT",
                "2025-05-12",
                "Kế hoạch liên tịch",
                "Sở Nội vụ - Công an tỉnh",
                "province",
                "Trường Hải",
            ),
        ),
        ("to-trinh-cuc", ("512/TTr-CĐB", "2025-06-22", "Tờ trình", "Cục Đường bộ", "central", None)),
        ("giay-moi", ("400/GM-VPCP", "2025-02-05", "Giấy mời", "Văn phòng Chính phủ", "central", None)),
        (
            "quyet-dinh-nam-2002",
            ("35/2002/QĐ-BTC", "2002-03-15", "Quyết định", "Bộ trưởng Bộ Tài chính", "central", None),
        ),
        (
            "quyet-dinh-hai-cot",
            ("1000/QĐ-TTg", "2024-08-02", "Quyết định", "Thủ tướng Chính phủ", "central", None),
        ),
        ("nghi-dinh-sua-doi", ("05/2024/NĐ-CP", "2024-01-19", "Nghị định", "Chính phủ", "central", None)),
        ("ket-luan-tinh-uy", ("120-KL/TU", "2025-04-11", "Kết luận", "Ban Thường vụ Tỉnh ủy", "province", "Hải Sơn")),
        ("van-ban-hop-nhat", ("12/VBHN-VPQH", "2020-07-15", "Luật", "Quốc hội", "central", None)),
        (
            "nghi-quyet-trung-uong",
            ("29-NQ/TW", "2022-11-17", "Nghị quyết", "Ban Chấp hành Trung ương", "central", None),
        ),
        ("bao-cao-chi-bo", ("02-BC/CB", "2024-12-10", "Báo cáo", "Chi bộ thôn 3", "commune", "Tân Hòa")),
        (
            "quyet-dinh-ban-chi-dao",
            (
                "03/QĐ-BCĐ",
                "2025-01-20",
                "Quyết định",
                "Trưởng Ban Chỉ đạo chuyển đổi số tỉnh Hải Sơn",
                "province",
                "Hải Sơn",
            ),
        ),
    ],
)
def test_what_a_document_is(name: str, expected: tuple[str | None, ...]) -> None:
    assert values(header_of(name), *IDENTITY) == expected


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("quyet-dinh-xa", "Về việc kiện toàn Tổ công nghệ số cộng đồng xã Tân Hòa"),
        ("cong-van-so", "V/v báo cáo kết quả chuyển đổi số quý II năm 2025"),
        (
            "ke-hoach-huyen-uy",
            "thực hiện Nghị quyết số 57-NQ/TW, ngày 22/12/2024 của Bộ Chính trị về đột phá phát triển khoa học, "
            "công nghệ",
        ),
        ("luat-sua-doi", "Sửa đổi, bổ sung một số điều của Luật Lưu trữ"),
        ("chi-thi-tinh-uy", "về tăng cường công tác bảo vệ bí mật nhà nước"),
        (
            "thong-bao-van-phong",
            "Kết luận của Chủ tịch Ủy ban nhân dân tỉnh Nguyễn Văn Hùng tại cuộc họp giao ban tháng 9 năm 2025",
        ),
        ("nghi-quyet-trung-uong", "về tiếp tục đẩy mạnh công nghiệp hoá, hiện đại hoá đất nước"),
        ("nghi-quyet-dac-khu", "về phát triển kinh tế số giai đoạn 2025 - 2030"),
        ("ke-hoach-lien-tich", "Phối hợp làm sạch dữ liệu hộ tịch trên địa bàn tỉnh"),
        ("nghi-quyet-lien-tich", "Hướng dẫn thi hành Điều 11 của Pháp lệnh thực hiện dân chủ"),
        ("quyet-dinh-nam-2002", "Về việc ban hành mẫu biên lai thu tiền phạt"),
        ("van-ban-hop-nhat", "Lưu trữ"),
    ],
)
def test_titles_end_before_the_preamble(name: str, title: str) -> None:
    assert values(header_of(name), Field.TITLE) == (title,)


@pytest.mark.parametrize(
    ("name", "signed"),
    [
        ("quyet-dinh-xa", ("Nguyễn Văn An", "Chủ tịch", None)),
        ("cong-van-so", ("Phạm Minh Đức", "Phó Giám đốc", "KT. Giám đốc")),
        ("ke-hoach-huyen-uy", ("Hoàng Thị Lan", "Phó Bí thư Thường trực", "T/M Ban Thường vụ")),
        ("luat-sua-doi", ("Trần Văn Mẫn", "Chủ tịch Quốc hội", None)),
        ("chi-thi-tinh-uy", ("Lê Minh Quang", "Bí thư", "T/M Ban Thường vụ")),
        ("huong-dan-ban-dang", ("Nguyễn Thanh Bình", "Phó Trưởng ban", "K/T Trưởng ban")),
        (
            "thong-tu-lien-tich",
            (
                "Trần Anh Tuấn; Nguyễn Thị Minh",
                "Thứ trưởng; Thứ trưởng",
                "KT. Bộ trưởng Bộ Nội vụ; KT. Bộ trưởng Bộ Tài chính",
            ),
        ),
        ("ke-hoach-phuong", ("Đinh Thị Thu Hương", "Phó Chủ tịch", "TM. Ủy ban nhân dân KT. Chủ tịch")),
        ("quyet-dinh-hai-cot", ("Lê Thành An", "Phó Thủ tướng", "KT. Thủ tướng")),
        ("ke-hoach-lien-tich", ("Âu Văn Bính; Trà Duy Khởi", "Giám đốc; Giám đốc", None)),
        ("to-trinh-cuc", ("Tạ Văn Long", "Q. Cục trưởng", None)),
        ("giay-moi", ("Cao Văn Trọng", "Vụ trưởng Vụ Nông nghiệp", "TUQ. Bộ trưởng, Chủ nhiệm")),
        ("quyet-dinh-nam-2002", ("Trần Văn Tá", "Thứ trưởng", "KT. Bộ trưởng Bộ Tài chính")),
    ],
)
def test_who_signs_and_for_whom(name: str, signed: tuple[str | None, ...]) -> None:
    assert values(header_of(name), Field.SIGNER, Field.SIGNER_TITLE, Field.SIGNED_FOR) == signed


@pytest.mark.parametrize(
    ("name", "day"),
    [
        ("quyet-dinh-xa", "2025-03-05"),
        ("nghi-quyet-hdnd", "2025-07-20"),
        ("luat-sua-doi", "2026-01-01"),
        ("thong-tu-lien-tich", "2014-07-20"),
        ("quyet-dinh-kem-quy-che", None),
        ("cong-van-so", None),
    ],
)
def test_from_when_it_holds(name: str, day: str | None) -> None:
    assert values(header_of(name), Field.EFFECTIVE_ON) == (day,)


def test_blank_number_and_date_are_absent_with_a_notice() -> None:
    assert {notice.code for notice in header_of("quyet-dinh-kem-quy-che").notices} == {"number-blank", "date-blank"}


def test_recipients_are_listed() -> None:
    assert header_of("cong-van-so").recipients == ("Như trên", "UBND tỉnh (b/c)", "Lưu: VT, CNTT.")


@pytest.mark.parametrize("line", ["Nơi nhận:", "Noi nhận:", "Nơi - nhận:", "NƠI NHẬN;", "Nơi nhạn: CỤC TRƯỞNG"])
def test_the_heading_of_recipients_as_scanners_read_it(line: str) -> None:
    assert RECIPIENTS.match(line)


@pytest.mark.parametrize("line", ["Nơi nhận hồ sơ: Trung tâm", "Nơi ở:", "Nới nhận thức"])
def test_other_words_head_no_recipients(line: str) -> None:
    assert not RECIPIENTS.match(line)


def test_a_certified_copy_is_not_the_document() -> None:
    header = header_of("cong-van-sao-y")
    assert values(header, Field.NUMBER, Field.SIGNER) == ("1234/STTTT-CNTT", "Phạm Minh Đức")
    copy = header.copy
    assert copy is not None
    assert (copy.kind, copy.number, copy.issuer) == ("Sao y", "12/SY-UBND", "Ủy ban nhân dân xã Tân Hòa")
    assert (copy.signer, copy.signer_title, copy.issued_on) == ("Bùi Thị Mai", "Chánh Văn phòng", date(2025, 7, 15))


def test_a_stamp_above_and_a_copy_below_leave_the_document_its_own() -> None:
    header = header_of("cong-dien-sao-y")
    assert values(header, Field.NUMBER, Field.LETTERHEAD, Field.SIGNER) == (
        "06/CĐ-UBND",
        "Ủy ban nhân dân tỉnh Hải Sơn",
        "Lục Văn Trọng",
    )
    stamp, copy = header.arrival_stamp, header.copy
    assert stamp is not None
    assert (stamp.number, stamp.arrived_on, stamp.issuer, stamp.forwarded_to) == ("4471", date(2025, 9, 26), None, None)
    assert copy is not None
    assert (copy.number, copy.issuer) == ("126/SY-VP", "Văn phòng Ủy ban nhân dân tỉnh Hải Sơn")
    assert (copy.signer, copy.signer_title) == ("Bàng Thị Hiên", "Trưởng phòng Hành chính")


def test_attachments_have_labels_and_titles() -> None:
    regions = header_of("quyet-dinh-kem-quy-che").regions
    attached = [(region.label, region.title) for region in regions if region.kind is RegionKind.ATTACHMENT]
    assert attached == [("Kèm theo", "Làm việc của Sở Nội vụ"), ("Phụ lục", "Danh mục nhiệm vụ")]


@pytest.mark.parametrize("path", sorted(DOCUMENTS.glob("*.txt")), ids=lambda path: path.stem)
def test_regions_cover_the_text_and_facts_lie_where_they_say(path: Path) -> None:
    text = document_at(path)
    header = read_header(text)
    assert header.regions[0].start == 0
    assert header.regions[-1].end == len(text.text)
    assert all(a.end == b.start for a, b in zip(header.regions, header.regions[1:], strict=False))
    number = header.facts.get(Field.NUMBER)
    if number:
        assert squeeze(text.text[number.start : number.end]) == squeeze(number.value)
    for fact in header.facts.values():
        assert fact.rule
        assert fact.start is not None
        assert fact.end is not None
        assert 0 <= fact.start < fact.end <= len(text.text)
