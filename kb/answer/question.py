"""What a question asks: its kinds, the unit of a quantity, and the words that carry it."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from kb.answer.cues import Cue
from kb.answer.restoring import set_right
from kb.answer.times import TimeSort, asked_time, asks_how_often, asks_last_day
from kb.lexicon.words import words
from kb.text import normalise_tones


class Ask(StrEnum):
    """What a question wants; one question may want several ("ai … và hạn đến tháng nào")."""

    WHO = "ai"
    WHEN = "khi nào"
    QUANTITY = "bao nhiêu"
    DOCUMENT = "văn bản nào"
    TASKS = "những nhiệm vụ nào"
    RELATION = "quan hệ giữa văn bản"
    DEFINITION = "là gì"
    YES_NO = "có hay không"


class Unit(StrEnum):
    """What is counted, where only numbers of that kind can answer."""

    MONEY = "tiền"
    PERCENT = "phần trăm"
    TIME = "thời gian"


@dataclass(frozen=True, slots=True)
class Question:
    """`text` is what was typed; `understood` the same with diacritics and abbreviations in full.

    `counted` is the noun after "bao nhiêu"; `money` what sum is asked for ("phạt", "phí"), if it says;
    `is_recurring` when it is asked how often something comes again; `office` the office whose holder is asked for
    ("ai là giám đốc"); `wants_several` when the answer is a list; `defined` the term whose meaning is asked for;
    `time` the sort of time that is asked for and `is_deadline` whether it is the last day; `agent` the kind of body
    ("bộ nào", "sở nào"); `asks_case` when a case answers as well as a time ("bị thu hồi khi nào");
    `asks_end` when it is asked what replaces, ends or amends what.
    """

    text: str
    understood: str
    asks: frozenset[Ask]
    unit: Unit | None
    counted: str | None
    money: str | None
    is_recurring: bool
    is_question: bool
    office: str | None = None
    wants_several: bool = False
    defined: tuple[str, ...] = ()
    time: TimeSort | None = None
    is_deadline: bool = False
    agent: str | None = None
    asks_case: bool = False
    asks_end: bool = False


_ISSUED = (
    "văn bản|nghị quyết|quyết định|kế hoạch|chỉ thị|nghị định|luật|bộ luật|thông tư|công văn|chương trình|đề án"
    "|chiến lược|hướng dẫn|công điện|kết luận|quy chế|quy định|pháp lệnh|thông báo"
)
_AGENT = (
    "cơ quan|đơn vị|bộ|sở|ngành|ban|tổ chức|tổ đảng|tổ|cấp|cấp ủy|người|đồng chí|địa phương|phòng|cục|(?<!nhiệm )vụ"
    "|viện|tập đoàn|doanh nghiệp|nhà mạng|chức danh|đối tượng|ủy ban|tỉnh|huyện|xã|hội|đoàn thể|lãnh đạo|cá nhân"
)
_CUES: tuple[tuple[Ask, Cue], ...] = (
    (Ask.WHO, Cue(rf"(?<!\w)(?:ai|(?:{_AGENT})(?: \w+)? nào|thuộc về ai|thẩm quyền của ai)(?!\w)")),
    (
        Ask.WHEN,
        Cue(
            r"(?<!\w)(?:(?:khi|lúc|ngày|tháng|năm|quý|hạn|mốc|thời (?:gian|hạn|điểm|kỳ)|kỳ|giai đoạn)(?: \w+)? nào"
            r"|bao giờ|bao lâu|hạn chót|thời gian (?:ra sao|thế nào)|tháng mấy|năm mấy|ngày mấy"
            r"|mấy tháng|mấy năm|chậm nhất|muộn nhất|từ ngày nào|mấy kỳ|hạn đến|xong khi)(?!\w)"
        ),
    ),
    (Ask.QUANTITY, Cue(r"(?<!\w)(?<!số )(?:bao nhiêu|mấy|mức nào|tỷ lệ nào|con số nào)(?!\w)")),
    (Ask.DOCUMENT, Cue(rf"(?<!\w)(?:{_ISSUED})(?: số)?(?: \w+)? (?:nào|gì)(?!\w)")),
    (
        Ask.TASKS,
        Cue(
            r"(?<!\w)(?:(?:những |các )?(?:nhiệm vụ|công việc|trách nhiệm|việc) (?:nào|gì)"
            r"|(?<=^)(?:toàn bộ |tất cả )?(?:nhiệm vụ|công việc) (?:của|giao|được giao)"
            r"|(?:các|những|danh sách|liệt kê)(?: các| những)? (?:nhiệm vụ|công việc) (?:của|giao|được giao|mà)"
            r"|(?:phải|cần|được giao|chủ trì|phụ trách) (?:làm |thực hiện )?(?:những )?(?:gì|việc gì))(?!\w)"
        ),
    ),
    (
        Ask.RELATION,
        Cue(
            r"(?<!\w)(?:thay thế|thế chỗ|thay cho|bãi bỏ|hủy bỏ|hết hiệu lực|mất hiệu lực|sửa đổi|bắt nguồn|căn cứ vào"
            r"|cụ thể hóa|được ban hành để"
            r"|triển khai (?:thực hiện )?(?:văn bản|nghị quyết|quyết định|kế hoạch|chương trình) nào|viện dẫn)(?!\w)"
        ),
    ),
    (Ask.DEFINITION, Cue(r"(?<!\w)(?:là gì|khái niệm|định nghĩa|(?:được )?hiểu (?:là|như|thế nào)|nghĩa là)(?!\w)")),
    (Ask.YES_NO, Cue(r"(?<!\w)(?:có (?:\w+ ){0,14}không|phải không|được không|hay chưa|hay không)[^\w]*$")),
)
_COUNTED = Cue(r"(?<!\w)(?:bao nhiêu|mấy) (\w+(?: \w+)?)")
_UNITS: tuple[tuple[Unit, Cue], ...] = (
    (Unit.PERCENT, Cue(r"(?<!\w)(?:bao nhiêu|mấy) (?:phần trăm|%)")),
    (Unit.TIME, Cue(r"(?<!\w)(?:bao nhiêu|mấy) (?:giờ|ngày|tháng|năm|tuần|phút|quý)(?!\w)")),
    (
        Unit.MONEY,
        Cue(
            r"(?<!\w)(?:(?:bao nhiêu|mấy) (?:tiền|đồng|tỷ|triệu|nghìn|kinh phí|vốn|ngân sách)"
            r"|(?:mức|số) (?:phạt|thu|tiền|phí|lệ phí|lương|trợ cấp|kinh phí|giá)[^?]*bao nhiêu"
            r"|(?:phạt|phí|tiền|giá|lương|kinh phí)[^?%]{0,60}(?:bao nhiêu|mức nào)(?! phần trăm)(?! %))(?!\w)"
        ),
    ),
    (Unit.PERCENT, Cue(r"(?<!\w)(?:tỷ|tỉ) (?:lệ|trọng)[^?]*(?:bao nhiêu|mức nào|mấy)")),
)
# "mấy kỳ", "mấy lần" asks when: the answer may print each date and no count.
_TIMES = Cue(r"(?<!\w)(?:bao nhiêu|mấy) (?:kỳ|lần|đợt)(?!\w)")
_MONEY_WORD = Cue(r"(?<!\w)(phạt|lệ phí|phí|lương|giá|thưởng|trợ cấp|bồi thường|thuế|học phí|phụ cấp)(?!\w)")
_ANY_QUESTION = Cue(r"(?<!\w)(?:ai|gì|nào|sao|mấy|bao nhiêu|bao lâu|bao giờ|đâu|có .* không|phải không|chưa)(?!\w)|\?")
_OFFICE = (
    "(?:phó )?(?:tổng )?(?:giám đốc|chủ tịch|bí thư|bộ trưởng|thứ trưởng|cục trưởng|vụ trưởng|chánh văn phòng"
    "|hiệu trưởng|trưởng ban|trưởng phòng|thủ tướng)"
)
# "thời hạn nộp hồ sơ" asks for the term, unless something else is asked about it ("thời hạn tính theo tài liệu nào").
_TERM = Cue(r"(?<!\w)thời hạn(?!\w)(?!.*(?<!\w)(?:nào|gì|ai)(?!\w))")
_END = Cue(r"(?<!\w)(?:thay thế|thế chỗ|thay cho|bãi bỏ|hủy bỏ|(?:hết|mất) hiệu lực|sửa đổi)(?!\w)")
# "bị thu hồi khi nào": in what case, or at what time.
_IN_WHAT_CASE = Cue(r"(?<!đến )(?<!từ )(?<!xong )(?<!chót )(?<!hạn )(?<!nhất )(?<!\w)khi nào(?!\w)")
_HOLDER = Cue(rf"(?<!\w)(?:ai (?:đang )?(?:là|làm|giữ chức) ({_OFFICE})|({_OFFICE})(?: \w+){{0,10}} là ai)(?!\w)")
_MEANING = Cue(r"(?<!\w)(?:là gì|(?:được )?hiểu (?:là|như|thế nào)|nghĩa là|khái niệm|định nghĩa)(?!\w)")
# Words of the longest term whose definition is looked for.
LONGEST_TERM = 8
_SEVERAL = Cue(
    r"(?<!\w)(?:những|các|liệt kê|danh sách|bao gồm|gồm (?:những )?(?:gì|ai|nào)|trường hợp nào"
    r"|(?:mấy|bao nhiêu) (?:loại|nhóm|hình thức|trường hợp|bước|nhiệm vụ|nguyên tắc|tiêu chí|điều kiện))(?!\w)"
)
_AGENT_KIND = Cue(
    r"(?<!\w)(?<!cán )(?<!nội )(?<!nhiệm )(bộ(?! (?:phận|máy|tiêu chí|chỉ số))|sở|cục|vụ|viện|tập đoàn)"
    r"(?: \w+)? nào(?!\w)"
)
_ARTIFICIAL_INTELLIGENCE = re.compile(r"(?<!\w)AI(?!\w)")


def understand(text: str, understood: str | None = None) -> Question:
    """Reads what is asked from the question as understood by search (diacritics restored), else as typed."""
    with_marks = set_right(text, understood or text)
    line = normalise_tones(_without_ai(with_marks)).lower()
    asks = frozenset(ask for ask, cue in _CUES if cue.search(line))
    if not asks and _TERM.search(line):
        asks = frozenset({Ask.WHEN})
    if _TIMES.search(line):
        asks = asks - {Ask.QUANTITY} | {Ask.WHEN}
    unit = next((unit for unit, cue in _UNITS if cue.search(line)), None)
    counted, money = _COUNTED.search(line), _MONEY_WORD.search(line)
    return Question(
        text=text,
        understood=with_marks,
        asks=asks,
        unit=unit,
        counted=counted[1] if counted else None,
        money=money[1] if money and unit is Unit.MONEY else None,
        is_recurring=Ask.WHEN in asks and asks_how_often(line),
        is_question=_ANY_QUESTION.search(line) is not None,
        office=_office(line),
        wants_several=_SEVERAL.search(line) is not None,
        defined=_defined(line) if Ask.DEFINITION in asks else (),
        time=asked_time(line) if Ask.WHEN in asks else None,
        is_deadline=Ask.WHEN in asks and asks_last_day(line),
        asks_end=Ask.RELATION in asks and _END.search(line) is not None,
        asks_case=_IN_WHAT_CASE.search(line) is not None,
        agent=agent[1] if Ask.WHO in asks and (agent := _AGENT_KIND.search(line)) else None,
    )


def _office(line: str) -> str | None:
    match = _HOLDER.search(line)
    return next((group for group in match.groups() if group), None) if match else None


def _defined(line: str) -> tuple[str, ...]:
    """The words before "là gì", "được hiểu thế nào"; after "khái niệm", "định nghĩa"."""
    cue = _MEANING.search(line)
    if cue is None:
        return ()
    before, after = words(line[: cue.start()]), words(line[cue.end() :])
    return tuple(before or after) if len(before or after) <= LONGEST_TERM else ()


def _without_ai(text: str) -> str:
    """ "AI" in capitals is artificial intelligence and asks for nobody, unless all of the question is in capitals."""
    return text if text.isupper() else _ARTIFICIAL_INTELLIGENCE.sub("trí tuệ nhân tạo", text)
