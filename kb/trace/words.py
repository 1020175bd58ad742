"""What an edge rests on, in Vietnamese; how documents and relations are called stands with resolution."""

from __future__ import annotations

from collections.abc import Mapping

from kb.model import Reason
from kb.resolve.saying import RELATIONS, called

REASONS: Mapping[Reason, str] = {
    Reason.EXPLICIT: "viện dẫn trực tiếp",
    Reason.BY_NAME: "viện dẫn bằng tên",
    Reason.INHERITED: "thừa hưởng từ căn cứ của văn bản",
    Reason.REGISTERED: "theo sổ văn bản",
    Reason.SIMILAR: "gợi ý do nội dung tương tự",
    Reason.STATED: "do người dùng xác định",
}

__all__ = ["REASONS", "RELATIONS", "called"]
