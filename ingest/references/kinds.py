"""The words for kinds of document as they stand before a number (Decree 30/2020/NĐ-CP; Regulation 399-QĐ/TW)."""

from __future__ import annotations

import re

# Longer ones first where one begins with another.
KINDS = (
    "Bộ luật", "Luật", "Pháp lệnh", "Lệnh", "Nghị quyết liên tịch", "Nghị quyết chuyên đề", "Nghị quyết",
    "Nghị định", "Quyết định", "Chỉ thị", "Thông tư liên tịch", "Thông tư", "Thông tri", "Quy định", "Quy chế",
    "Hướng dẫn liên ngành", "Hướng dẫn", "Kế hoạch hành động", "Kế hoạch phối hợp", "Kế hoạch liên tịch",
    "Kế hoạch", "Chương trình hành động", "Chương trình phối hợp", "Chương trình công tác", "Chương trình",
    "Đề án", "Phương án", "Dự án", "Báo cáo thẩm định", "Báo cáo", "Thông báo kết luận", "Thông báo",
    "Thông cáo", "Kết luận", "Tuyên bố", "Công điện", "Tờ trình liên ngành", "Tờ trình", "Công văn", "Công thư",
    "Biên bản", "Văn bản hợp nhất", "Văn bản", "Phiếu chuyển", "Tiêu chuẩn", "Quy chuẩn", "Giấy phép",
    "Giấy mời", "Sắc lệnh", "Chiến lược", "Quy hoạch",
)  # fmt: skip
# The kind that an extended word stands for ("Kế hoạch hành động" is a Kế hoạch).
_PLAIN = ("Thông tư liên tịch", "Nghị quyết liên tịch", "Văn bản hợp nhất", "Chương trình hành động", "Bộ luật")


def _loose(kind: str) -> str:
    """A pattern for a kind with any white space between its words."""
    return r"\s+".join(re.escape(word) for word in kind.split())


KIND_PATTERN = "|".join(_loose(kind) for kind in KINDS)
_KIND = re.compile(KIND_PATTERN, re.IGNORECASE)
_BY_LOWER = {kind.lower(): kind for kind in KINDS}


def plain_kind(printed: str) -> str:
    """The kind of a printed word: "NGHỊ QUYẾT" → "Nghị quyết", "Kế hoạch hành động" → "Kế hoạch"."""
    kind = _BY_LOWER.get(" ".join(printed.lower().split()), printed)
    if kind in _PLAIN:
        return kind
    return next((other for other in KINDS if kind.startswith(f"{other} ")), kind)
