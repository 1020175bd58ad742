"""Whether a document that a text names is still to be written: it cannot be cited yet."""

from __future__ import annotations

import re

from ingest.references.patterns import any_of, within_line

_DRAFTING = any_of(
    "xây dựng", "ban hành", "soạn thảo", "dự thảo", "lập", "trình", "phê duyệt", "hoàn thiện", "nghiên cứu",
    "tham mưu", "thẩm định", "đề xuất", "cập nhật", "công bố",
)  # fmt: skip
# What may stand between the work and its object: "xây dựng, trình cấp có thẩm quyền ban hành dự thảo …".
_BETWEEN = any_of(
    "và", "hoàn thiện", "trình", "phê duyệt", "ban hành", "thực hiện", "triển khai", "tổ chức", "điều chỉnh",
    "kèm theo", "Quyết định này", "Nghị quyết này", "Kế hoạch này", "cấp có thẩm quyền", "Chính phủ",
    "Thủ tướng Chính phủ", "Quốc hội", "các", "dự thảo", "dự án", "bổ sung", "mới", "đề cương", "nội dung",
    "xem xét", "thông qua",
)  # fmt: skip
_DRAFTED = within_line(rf"(?<!\w)(?:{_DRAFTING})(?:(?:\s|,)+{_BETWEEN})*\s*[“\"]?\s*\Z", re.IGNORECASE)
_DRAFT = within_line(r"(?:dự\s+án|dự\s+thảo|đề\s+nghị\s+xây\s+dựng|hồ\s+sơ)\s+\Z", re.IGNORECASE)
# How far back the work stands from its object, in characters.
_LOOK_BACK = 110


def is_being_written(text: str, start: int) -> bool:
    """Whether what is named at `start` is still to be drawn up: "xây dựng, trình ban hành Chiến lược …"."""
    low = max(0, start - _LOOK_BACK)
    return bool(_DRAFTED.search(text, low, start) or _DRAFT.search(text, low, start))
