"""Parts set in two columns with spaces are read column by column."""

from __future__ import annotations

import pytest
from laid import laid, paragraphs_of

PARTY_HEAD = """
ĐẢNG BỘ TỈNH HẢI SƠN                    ĐẢNG CỘNG SẢN VIỆT NAM
  HUYỆN UỶ BÌNH AN
         *                              Bình An, ngày 12 tháng 5 năm 2021
    Số 18-KH/HU

                    KẾ HOẠCH
"""
JOINT_HEAD = """
      UBND TỈNH HẢI SƠN                 CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
    SỞ NỘI VỤ -                               Độc lập - Tự do - Hạnh phúc
    CÔNG AN TỈNH                              ---------------------------
 Số: 18/KHLT-SNV-CAT                      Hải Sơn, ngày 12 tháng 5 năm 2025

                    KẾ HOẠCH LIÊN TỊCH
"""
TYPED_HEAD = """
BỘ TÀI CHÍNH                            CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
SỐ:    99/1998/TT-BTC                       Độc lập - Tự do - Hạnh phúc
Hà Nội, ngày   14   tháng   7   năm 1998
THÔNG TƯ
"""
JOINT_SIGNATURE = """
Hai ngành tổ chức thực hiện./.

      CÔNG AN TỈNH                            SỞ NỘI VỤ
        GIÁM ĐỐC                               GIÁM ĐỐC


   Đại tá Âu Văn Bính                       Trà Duy Khởi
Nơi nhận:
- Lưu: VT.
"""
LOST_GAPS = """
Nơi nhận: TM. ỦY BAN NHÂN DÂN
- UBND tỉnh (b/c); CHỦ TỊCH
- Các phòng;
- Lưu: VT. Lò Xuân Thạnh
"""
SIGNATURE_AND_COPY = """
Nơi nhận:                                   KT. CHỦ TỊCH
- Như trên;                                PHÓ CHỦ TỊCH
- Lưu: VT.
                                          Lục Văn Trọng
________________________________________________________________
ỦY BAN NHÂN DÂN                               SAO Y
TỈNH HẢI SƠN
Số: 126/SY-VP                    Hải Sơn, ngày 25 tháng 9 năm 2025
Nơi nhận:                              TL. CHÁNH VĂN PHÒNG
- Các phòng, đơn vị;
                                         Bàng Thị Hiên
"""


@pytest.mark.parametrize(
    ("text", "paragraphs"),
    [
        (
            PARTY_HEAD,
            ["ĐẢNG BỘ TỈNH HẢI SƠN HUYỆN UỶ BÌNH AN", "*", "Số 18-KH/HU", "ĐẢNG CỘNG SẢN VIỆT NAM",
             "Bình An, ngày 12 tháng 5 năm 2021", "KẾ HOẠCH"],
        ),
        (
            JOINT_HEAD,
            ["UBND TỈNH HẢI SƠN SỞ NỘI VỤ - CÔNG AN TỈNH", "Số: 18/KHLT-SNV-CAT",
             "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "---------------------------",
             "Hải Sơn, ngày 12 tháng 5 năm 2025", "KẾ HOẠCH LIÊN TỊCH"],
        ),
        (
            TYPED_HEAD,
            ["BỘ TÀI CHÍNH", "SỐ: 99/1998/TT-BTC", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
             "Độc lập - Tự do - Hạnh phúc", "Hà Nội, ngày 14 tháng 7 năm 1998", "THÔNG TƯ"],
        ),
        (
            JOINT_SIGNATURE,
            ["Hai ngành tổ chức thực hiện./.", "CÔNG AN TỈNH", "GIÁM ĐỐC", "Đại tá Âu Văn Bính", "SỞ NỘI VỤ",
             "GIÁM ĐỐC", "Trà Duy Khởi", "Nơi nhận:", "- Lưu: VT."],
        ),
        (
            LOST_GAPS,
            ["Nơi nhận:", "- UBND tỉnh (b/c);", "- Các phòng;", "- Lưu: VT.", "TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH",
             "Lò Xuân Thạnh"],
        ),
        (
            SIGNATURE_AND_COPY,
            ["Nơi nhận:", "- Như trên;", "- Lưu: VT.", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH", "Lục Văn Trọng", "_" * 64,
             "ỦY BAN NHÂN DÂN TỈNH HẢI SƠN", "Số: 126/SY-VP", "SAO Y", "Hải Sơn, ngày 25 tháng 9 năm 2025", "Nơi nhận:",
             "- Các phòng, đơn vị;", "TL. CHÁNH VĂN PHÒNG", "Bàng Thị Hiên"],
        ),
    ],
    ids=["Party head", "joint head", "typewriter gaps", "joint signature", "lost gaps", "certified copy"],
)  # fmt: skip
def test_columns_are_read_one_after_the_other(text: str, paragraphs: list[str]) -> None:
    assert paragraphs_of(laid(text)) == paragraphs


def test_words_far_apart_are_no_columns() -> None:
    text = "HỌ VÀ TÊN      CHỨC VỤ\n\nĐiều 1. Phạm vi"
    assert paragraphs_of(laid(text)) == ["HỌ VÀ TÊN CHỨC VỤ", "Điều 1. Phạm vi"]
