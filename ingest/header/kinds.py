"""Kinds of document (Decree 30/2020/NĐ-CP, Article 7; the Party's guidance on form; the Law on legal documents)."""

from __future__ import annotations

import re

from kb.text import fold

KINDS = (
    "Hiến pháp", "Bộ luật", "Luật", "Pháp lệnh", "Lệnh", "Nghị quyết liên tịch", "Nghị quyết", "Nghị định",
    "Quyết định",
    "Chỉ thị", "Thông tư liên tịch", "Thông tư", "Quy định", "Quy chế", "Quy trình", "Nội quy", "Điều lệ", "Hướng dẫn",
    "Kế hoạch hành động", "Kế hoạch", "Chương trình hành động", "Chương trình", "Chiến lược", "Đề án", "Phương án",
    "Dự án", "Báo cáo", "Thông báo", "Thông cáo", "Thông tri", "Kết luận", "Tuyên bố", "Lời kêu gọi", "Công điện",
    "Tờ trình", "Biên bản", "Hợp đồng", "Bản ghi nhớ", "Bản thỏa thuận", "Giấy mời", "Giấy giới thiệu", "Phiếu gửi",
    "Thư công", "Văn bản hợp nhất", "Danh mục", "Đề cương", "Quy hoạch", "Phụ lục", "Công văn", "Bản cam kết", "Thể lệ",
    "Khung", "Bộ tiêu chí", "Quy chuẩn kỹ thuật",
)  # fmt: skip
_KINDS_OF_TWO_BODIES = (
    "Kế hoạch",
    "Chương trình",
    "Quy chế",
    "Hướng dẫn",
    "Thông báo",
    "Quyết định",
    "Công văn",
    "Báo cáo",
)
# The longest kind with the rules around it.
LONGEST_KIND_LINE = 50
_BY_FOLDED = {fold(kind): kind for kind in (*KINDS, *(f"{kind} liên tịch" for kind in _KINDS_OF_TWO_BODIES))}
_LONGEST_FIRST = sorted(_BY_FOLDED, key=len, reverse=True)
_AT_START = re.compile(r"(" + "|".join(re.escape(kind) for kind in _LONGEST_FIRST) + r")(?![^\W_])")
# What may stand around the kind on its line: rules, quotation marks, a colon, the star of Party documents.
_AROUND = re.compile(r"^[\s*\-–_.:“\"']+|[\s*\-–_.:;“”\"'|]+$")


def kind_of_line(line: str) -> str | None:
    """The kind that a line prints alone ("QUYÉT ĐỊNH :" with a scanner's slip too), else None."""
    return _BY_FOLDED.get(fold(_AROUND.sub("", line))) if len(line) < LONGEST_KIND_LINE else None


def kind_at_start(line: str) -> tuple[str, int] | None:
    """The kind in capitals that a line begins with and where its words end ("LUẬT DỮ LIỆU" → Luật, 4)."""
    bare = line.lstrip("*-–_ ")
    folded = fold(bare)
    match = _AT_START.match(folded)
    if not match or len(folded) != len(bare) or not bare[: match.end()].isupper():
        return None
    return _BY_FOLDED[match[1]], len(line) - len(bare) + match.end()
