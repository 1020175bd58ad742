"""Enough invented documents that lists have pages, and one so long that its text has parts."""

from __future__ import annotations

from pathlib import Path

from builders import decision

# More than two pages of every list of the app.
COUNT = 60
LONG_NUMBER = "900/QĐ-UBND"
_SUBJECTS = ("số hóa hồ sơ", "cấp nước sạch", "trồng rừng ven biển", "sửa chữa trường học", "đào tạo nghề")


def write_crowd(folder: Path) -> None:
    """Decisions of two provinces, each on a basis of its own that nobody holds, with a task for a department."""
    for n in range(COUNT):
        subject = f"{_SUBJECTS[n % len(_SUBJECTS)]} đợt {n + 1}"
        (folder / f"dot-{n:02d}.txt").write_text(
            decision(
                number=f"{500 + n}/QĐ-UBND",
                day=f"ngày {n % 28 + 1:02d} tháng {n % 12 + 1:02d} năm 2024",
                title=f"Về việc {subject}",
                basis=(f"Căn cứ Quyết định số {1000 + n}/QĐ-TTg ngày 10/01/2023 của Thủ tướng Chính phủ;",),
                articles=(
                    f"Phê duyệt {subject} theo hồ sơ thẩm định số {n * 7 + 11}.",
                    f"Giao Sở Xây dựng chủ trì {subject}, báo cáo trước ngày {n % 28 + 1}/{n % 12 + 1}/2024.",
                    "Quyết định này có hiệu lực kể từ ngày ký.",
                ),
                province="Thanh Bình Nguyên" if n % 3 else "Hòa Khánh Sơn",
            ),
            encoding="utf-8",
        )
    (folder / "dai.txt").write_text(_long(), encoding="utf-8")


def _long() -> str:
    """A decision of some 70,000 characters."""
    words = "thực hiện đúng quy trình bảo dưỡng đê điều theo hồ sơ đã được thẩm định, " * 12
    articles = [f"Đoạn đê số {n}: {words.strip(', ')}." for n in range(1, 81)]
    return decision(number=LONG_NUMBER, title="Về việc bảo dưỡng đê điều", articles=articles)
