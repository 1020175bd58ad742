"""The Vietnamese words of the interface for the values of the model."""

from __future__ import annotations

import re
from datetime import date
from itertools import pairwise

from kb.model import (
    DocumentSummary,
    Field,
    Level,
    Reason,
    Recurrence,
    Relation,
    ResolutionStatus,
    Task,
    Verdict,
)

LEVELS = {
    Level.CENTRAL: "Trung ương",
    Level.PROVINCE: "Cấp tỉnh",
    Level.DISTRICT: "Cấp huyện",
    Level.COMMUNE: "Cấp xã",
}

FIELDS = {
    Field.NUMBER: "Số, ký hiệu",
    Field.ISSUED_ON: "Ngày ban hành",
    Field.KIND: "Loại văn bản",
    Field.ISSUER: "Cơ quan ban hành",
    Field.LETTERHEAD: "Tên cơ quan in đầu văn bản",
    Field.LEVEL: "Cấp",
    Field.LOCALITY: "Địa phương",
    Field.TITLE: "Trích yếu",
    Field.SIGNER: "Người ký",
    Field.SIGNER_TITLE: "Chức vụ người ký",
    Field.SIGNED_FOR: "Thể thức ký",
    Field.EFFECTIVE_ON: "Ngày có hiệu lực",
}

RELATIONS = {
    Relation.BASED_ON: "căn cứ",
    Relation.IMPLEMENTS: "thực hiện",
    Relation.REPLACES: "thay thế",
    Relation.REPEALS: "bãi bỏ",
    Relation.AMENDS: "sửa đổi, bổ sung",
    Relation.AMENDED_BY: "được sửa đổi bởi",
    Relation.APPROVES: "phê duyệt",
    Relation.CONTAINS: "ban hành kèm theo",
    Relation.PROPOSAL: "theo đề nghị",
    Relation.COPY_OF: "bản sao của",
    Relation.MENTIONS: "nhắc đến",
}

REASONS = {
    Reason.EXPLICIT: "viện dẫn trực tiếp",
    Reason.BY_NAME: "viện dẫn bằng tên",
    Reason.INHERITED: "thừa hưởng từ căn cứ của văn bản",
    Reason.REGISTERED: "theo sổ văn bản",
    Reason.SIMILAR: "gợi ý do nội dung tương tự",
    Reason.STATED: "do người phụ trách ghi",
}

VERDICTS = {
    Verdict.ACCEPTED: "đã xác nhận",
    Verdict.REJECTED: "đã bác bỏ",
    Verdict.ADDED: "thêm tay",
}

RECURRENCES = {
    Recurrence.YEARLY: "hằng năm",
    Recurrence.HALF_YEARLY: "6 tháng một lần",
    Recurrence.QUARTERLY: "hằng quý",
    Recurrence.MONTHLY: "hằng tháng",
    Recurrence.WEEKLY: "hằng tuần",
    Recurrence.REGULAR: "thường xuyên",
}

RESOLUTIONS = {
    ResolutionStatus.HELD: "có trong kho",
    ResolutionStatus.REGISTERED: "có trong sổ văn bản",
    ResolutionStatus.AMBIGUOUS: "nhiều văn bản cùng số",
    ResolutionStatus.MISSING: "chưa có trong kho",
}

RESOLUTION_TONES = {
    ResolutionStatus.HELD: "good",
    ResolutionStatus.REGISTERED: "plain",
    ResolutionStatus.AMBIGUOUS: "warn",
    ResolutionStatus.MISSING: "warn",
}

# "Phụ lục II/I row 12": a row of a table, by its number or place.
_ROW = re.compile(r"(?<![^ /])row (?=\S)")

# Places of a reference that are no provision.
PLACES = {
    "title": "trích yếu",
    "preamble": "phần mở đầu",
    "table": "bảng",
    "closing": "phần cuối",
}


def day(value: date | None) -> str:
    """A date as offices write it: 18/5/2022."""
    return f"{value.day}/{value.month}/{value.year}" if value else ""


def place(path: str) -> str:
    """A path as a reader says it: "Điều 1/II/3" as "Điều 1 › II › 3", "2/2.3" as "2.3"."""
    if path in PLACES:
        return PLACES[path]
    steps = _ROW.sub("dòng ", path).split("/")
    # "2/2.3": the number says its parent already.
    shown = [step for step, below in pairwise(steps) if not below.startswith(f"{step}.")]
    return " › ".join([*shown, steps[-1]])


def document_name(summary: DocumentSummary) -> str:
    """How a list calls a document: kind with number, else its title, else its file."""
    named = " ".join(part for part in (summary.kind, summary.number) if part) if summary.number else ""
    titled = " ".join(part for part in (summary.kind, summary.title) if part) if summary.title else ""
    return named or titled or file_name(summary.source)


def file_name(source: str) -> str:
    """The last part of a path, whichever way its slashes lean."""
    return source.replace("\\", "/").rsplit("/", 1)[-1]


def deadline(task: Task) -> str:
    """When a task is due, as a table says it."""
    if task.due:
        return day(task.due)
    if task.recurrence:
        return RECURRENCES[task.recurrence]
    return task.deadline or ""
