"""How documents are called and what is said of them, in Vietnamese."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from textwrap import shorten

from kb.model import Reason, Relation

RELATIONS: Mapping[Relation, str] = {
    Relation.BASED_ON: "căn cứ",
    Relation.IMPLEMENTS: "thực hiện",
    Relation.REPLACES: "thay thế",
    Relation.REPEALS: "bãi bỏ",
    Relation.AMENDS: "sửa đổi, bổ sung",
    Relation.AMENDED_BY: "được sửa đổi, bổ sung bởi",
    Relation.APPROVES: "phê duyệt",
    Relation.CONTAINS: "ban hành kèm theo",
    Relation.PROPOSAL: "theo đề nghị",
    Relation.COPY_OF: "bản sao của",
    Relation.MENTIONS: "nhắc đến",
}

REASONS: Mapping[Reason, str] = {
    Reason.EXPLICIT: "viện dẫn trực tiếp",
    Reason.BY_NAME: "viện dẫn bằng tên",
    Reason.INHERITED: "thừa hưởng từ căn cứ của văn bản",
    Reason.REGISTERED: "theo sổ văn bản",
    Reason.SIMILAR: "gợi ý do nội dung tương tự",
    Reason.STATED: "do người dùng xác định",
}


def called(kind: str | None, number: str | None, issued_on: date | None, name: str | None = None) -> str:
    """ "Quyết định số 2629/QĐ-TTg ngày 01/12/2025", or the name where there is no number."""
    day = f" ngày {issued_on:%d/%m/%Y}" if issued_on else ""
    if number is None:
        short = shorten(name, 90, placeholder="…") if name else None
        return f"{short or kind or 'văn bản không rõ số'}{day}"
    return f"{f'{kind} số ' if kind else ''}{number}{day}"
