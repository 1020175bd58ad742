"""Lines that say a fact of the work before them: "Đơn vị chủ trì: …", "Thời gian hoàn thành: …", "Sản phẩm: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum

from ingest.tasks.words import BODY_START

Span = tuple[int, int]


class Label(Enum):
    LEAD = "lead"
    COOPERATE = "cooperate"
    DEADLINE = "deadline"
    RESULT = "result"
    WORK = "work"
    OTHER = "other"


_WHO = r"(?:cơ\s+quan|đơn\s+vị|bộ\s+phận|lãnh\s+đạo|phòng,?\s*ban)"
_DONE = r"(?:\s+(?:thực\s+hiện|hoàn\s+thành|triển\s+khai|trình|báo\s+cáo|dự\s+kiến|và|tổ\s+chức|chính))*"
_FORMS = {
    Label.LEAD: rf"{_WHO}\s+(?:chủ\s+trì(?:\s*,\s*tham\s+mưu)?|thực\s+hiện|đầu\s+mối|chịu\s+trách\s+nhiệm){_DONE}|"
    rf"chủ\s+trì{_DONE}|(?:phân\s+công|trách\s+nhiệm)\s+thực\s+hiện|giao\s+thực\s+hiện",
    Label.COOPERATE: rf"{_WHO}\s+(?:phối\s+hợp|tham\s+gia){_DONE}|phối\s+hợp{_DONE}",
    Label.DEADLINE: rf"(?:thời\s+(?:gian|hạn|điểm)|tiến\s+độ|lộ\s+trình|hạn){_DONE}|hoàn\s+thành",
    Label.RESULT: r"(?:kết\s+quả|sản\s+phẩm|đầu\s+ra)"
    r"(?:\s+(?:đầu\s+ra|dự\s+kiến|cần\s+đạt|thực\s+hiện|chủ\s+yếu|hoàn\s+thành|đạt\s+được|là))*",
    Label.WORK: r"nội\s+dung(?:\s+(?:thực\s+hiện|công\s+việc|nhiệm\s+vụ|cụ\s+thể))*",
    Label.OTHER: r"(?:nguồn\s+)?kinh\s+phí(?:\s+thực\s+hiện)?|địa\s+điểm|thành\s+phần|hình\s+thức|số\s+lượng|"
    r"địa\s+bàn|đối\s+tượng|ghi\s+chú",
}
_LABEL = re.compile(
    r"(?:^|(?<=[.;,(]\s)|(?<=[.;(]))[-+•*\s]*(?:"
    + "|".join(f"(?P<{label.name}>{form})" for label, form in _FORMS.items())
    + r")\s*:\s*",
    re.IGNORECASE,
)
# "(chủ trì: Phòng A; phối hợp: Công an xã; hoàn thành trước ngày …)": the time has no label of its own.
_TIME_BEHIND = re.compile(
    r"[;,]\s*(?:(?:và\s+)?hoàn\s+thành|thời\s+(?:gian|hạn)|xong|trước|trong|chậm\s+nhất)\s", re.IGNORECASE
)
# "… (Phòng Văn hóa thực hiện trong tháng 3)" at the end of the work says who does it.
_DOER_IN_BRACKET = re.compile(
    r"\(\s*(?P<who>[^()]{3,120}?)\s+(?:chủ\s+trì|thực\s+hiện|phụ\s+trách|chịu\s+trách\s+nhiệm|tham\s+mưu|đảm\s+nhận)(?!\w)"
    r"[^()]{0,120}\)\s*[.;]?\s*\Z"
)
_EDGE = " \t\r\n.;,()"


@dataclass(frozen=True, slots=True)
class LabelledFact:
    """A fact with what it is; text[span] is its value, without the label and closing marks."""

    label: Label
    span: Span


def read_labels(text: str, start: int, end: int) -> tuple[LabelledFact, ...]:
    """The facts of text[start:end] if it begins with a label; () for any other text."""
    first = _LABEL.match(text[start:end])
    return tuple(_facts(text, start, end)) if first else ()


def find_inline_labels(text: str, start: int, end: int) -> tuple[LabelledFact, ...]:
    """The facts that stand behind a label anywhere in text[start:end], with a label that names who, when or what."""
    return tuple(fact for fact in _facts(text, start, end) if fact.label not in (Label.WORK, Label.OTHER))


def find_doer(text: str, start: int, end: int) -> tuple[LabelledFact, ...]:
    """Who does the work of text[start:end], as a bracket at its end says; () where none does."""
    segment = text[start:end]
    bracket = _DOER_IN_BRACKET.search(segment)
    if bracket is None or not BODY_START.match(bracket["who"]):
        return ()
    return (LabelledFact(Label.LEAD, (start + bracket.start("who"), start + bracket.end("who"))),)


def _facts(text: str, start: int, end: int) -> Iterator[LabelledFact]:
    segment = text[start:end]
    matches = list(_LABEL.finditer(segment))
    for index, match in enumerate(matches):
        stop = matches[index + 1].start() if index + 1 < len(matches) else len(segment)
        label = next(label for label in Label if match[label.name])
        if label in (Label.LEAD, Label.COOPERATE):
            time = _TIME_BEHIND.search(segment, match.end(), stop)
            stop = time.start() if time else stop
        value = segment[match.end() : stop].rstrip(_EDGE + "-+•*")
        if value:
            yield LabelledFact(label, (start + match.end(), start + match.end() + len(value)))
