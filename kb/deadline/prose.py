"""Deadlines inside sentences, where most dates are something else: the day of a cited document, a plan's span.

Only what a sentence offers as the time of its own work counts: after a preposition of deadline, after a label
("Thời gian hoàn thành:"), or a recurrence that opens a clause. A year in a name ("… đến năm 2030") does not.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date

from kb.deadline.period import find_periods, period_matches
from kb.deadline.reading import Deadline, last_day, read_deadline
from kb.deadline.recurrence import Recurring, find_recurrences
from kb.model import Recurrence

LABEL = re.compile(
    r"(?:thời\s+(?:gian|hạn|điểm)|tiến\s+độ)(?:\s+(?:thực\s+hiện|hoàn\s+thành|triển\s+khai|trình|báo\s+cáo|và))*\s*:\s*"
    r"|(?:^|(?<=[.;(]\s)|(?<=[.;(]))(?:hoàn\s+thành|xong)\s*:\s*",
    re.IGNORECASE | re.MULTILINE,
)
_LABELLED_END = re.compile(r"[.;](?=\s|$)|\n|$")
_WITHIN = re.compile(
    r"(?:trong\s+(?:vòng|thời\s+hạn|thời\s+gian)|chậm\s+nhất(?:\s+là)?|muộn\s+nhất(?:\s+là)?|không\s+quá|sau)\s+"
    r"\d{1,3}\s*(?:\([^)]*\)\s*)?(?:giờ|ngày|tháng)(?:\s+làm\s+việc)?\s*,?\s*(?:(?:kể|tính)\s+)?từ\s+[^.;,\n]{3,80}",
    re.IGNORECASE,
)
# The words before a period that make it the time of the sentence's work.
_HOUR = r"(?:\s+\d{1,2}\s*(?:giờ|h)\s*(?:\d{2})?\s*(?:phút)?\s*,?)?"
_DEADLINE_WORD = re.compile(
    rf"(?<!\w)(?:(?:(?:xong|hoàn\s+thành)\s+)?(?:đến\s+)?trước{_HOUR}"
    r"|(?:chậm|muộn)\s+nhất(?:\s+là)?(?:\s+(?:đến|vào|trong|trước))?(?:\s+hết)?|không\s+(?:muộn|chậm)\s+hơn"
    r"|trong(?:\s+cả)?|(?:đến|tới)\s+hết|ngay\s+trong)\s*$",
    re.IGNORECASE,
)
_ON_DAY_WORD = re.compile(r"(?<!\w)(?:vào|đến|tới|trong)\s*$", re.IGNORECASE)
_DONE_WORD = re.compile(
    r"(?<!\w)(?:hoàn\s+thành|bảo\s+đảm|đảm\s+bảo|phấn\s+đấu|xong)(?:\s+(?!kế\s+hoạch)[^\s,;.:()]+){0,6}\s*$",
    re.IGNORECASE,
)
_PLANNED = re.compile(r"(?:kế\s+hoạch|dự\s+kiến|danh\s+mục|mục\s+tiêu)\s+hoàn\s+thành[^,;.]*$", re.IGNORECASE)
_OF_NAME = re.compile(r"^\s*,?\s*(?:định\s+hướng|tầm\s+nhìn)", re.IGNORECASE)
_CITED = re.compile(r"\d[\w/.-]*/[^\s,;]+\s*,?\s*$")
_SPAN = re.compile(
    r"(?<!\w)từ\s+(?:ngày|tháng|quý|năm)?\s*\S{1,25}(?:\s+\S+){0,5}?\s+(?:đến|tới)(?:\s+hết)?\s*$", re.IGNORECASE
)

_STAGE = re.compile(
    r"(?:giai\s+đoạn|thời\s+kỳ|nhiệm\s+kỳ)\s", re.IGNORECASE
)  # "thực hiện từ tháng 01 đến tháng 3/2026"
_SINCE = re.compile(r"(?<!\w)từ\s*$", re.IGNORECASE)
_RANGE_WITH_YEAR = re.compile(r"(?:ngày|tháng|quý)\s.*(?:đến|tới|-|–).*\d{4}", re.IGNORECASE)
# "trước ngày 30 tháng 01 của năm tiếp theo" is said of every year.
_NEXT_YEAR = re.compile(r"\s+(?:của\s+)?năm\s+(?:tiếp\s+theo|sau|liền\s+kề|kế\s+tiếp)", re.IGNORECASE)
# "trước ngày 10 tháng 6 năm cuối của chương trình": a year that nobody prints.
_UNPRINTED_YEAR = re.compile(
    r"\s+(?:của\s+)?năm\s+(?:cuối|đầu|kết\s+thúc|thứ\s+\w+)(?:\s+(?:cùng\s+)?của\s+[^.;,\n]{2,40})?", re.IGNORECASE
)
# "Năm 2027 tổ chức sơ kết …": the year that opens a sentence is when its work is done.
_YEAR_WORD = re.compile(r"\s*(?:Trong\s+)?năm\s+", re.IGNORECASE)
_WORK_FOLLOWS = re.compile(
    r"\s*,?\s*(?:tổ\s+chức|tô\s+chức|sơ\s+kết|tổng\s+kết|hoàn\s+thành|triển\s+khai|xây\s+dựng|ban\s+hành|rà\s+soát)(?!\w)",
    re.IGNORECASE,
)
_CLAUSE_START = re.compile(r"(?:^|[.;:(,]\s*|\bvà\s+|\bđồng\s+thời,?\s+)$")
# "định kỳ hay đột xuất" is a manner of checking, "định kỳ hằng năm hoặc đột xuất" a period and more besides; "hằng
# năm" after a noun ("ngân sách hằng năm") is its attribute.
_OR_AT_ONCE = re.compile(r"\s*(?:,\s*|hay\s+|hoặc\s+|và\s+)đột\s+xuất", re.IGNORECASE)
# "trước ngày 20 hằng tháng", "chậm nhất ngày 05 của tháng đầu quý sau"
_DAY_OF_TURN = re.compile(
    r"(?<!\w)(?:trước|vào|(?:chậm|muộn)\s+nhất)(?:\s+(?:là|vào|trước))?\s+ngày\s+\d{1,2}\s+(?:của\s+)?"
    r"(?:(?:tháng\s+(?:đầu|cuối|thứ\s+\w+)\s+(?:của\s+)?)?(?:(?:hằng|hàng|mỗi)\s+(?P<each>tháng|quý|năm)"
    r"|(?P<next>tháng|quý|năm)\s+(?:sau|tiếp\s+theo|kế\s+tiếp|liền\s+kề))"
    r"|tháng\s+(?:đầu|cuối|thứ\s+\w+)\s+(?:của\s+)?(?P<of>quý))(?!\w)",
    re.IGNORECASE,
)
_TURNS = {"tháng": Recurrence.MONTHLY, "quý": Recurrence.QUARTERLY, "năm": Recurrence.YEARLY}
# "… công khai kết quả hằng quý.": at the end of its clause a recurrence is of the work, where that is of a kind that is
# done in turns; of a plan, a budget or an award it is the attribute.
_CLAUSE_ENDS = re.compile(r"\s*(?:[.;]|$|(?:để|nhằm)\s)")
_DONE_IN_TURNS = re.compile(
    r"(?<!\w)(?:báo\s+cáo|công\s+khai|công\s+bố|kiểm\s+tra|giám\s+sát|sơ\s+kết|tổng\s+kết|giao\s+ban|cập\s+nhật|đăng\s+tải|thống\s+kê|"
    r"họp|rà\s+soát|kiểm\s+kê)(?!\w)"
    r"(?:(?!(?:xây\s+dựng|ban\s+hành|lập|tiêu\s+chí|thi\s+đua|khen\s+thưởng|xếp\s+loại|ngân\s+sách|dự\s+toán|kinh\s+phí|công\s+tác|"
    r"chỉ\s+tiêu|trong|theo|và)\s)[^.;])*\Z",
    re.IGNORECASE,
)
# How far before a recurrence its verb stands, in characters.
_LOOK_BACK = 160
# A clause that opens with "hằng năm" goes on to say what is done; "theo giai đoạn và hằng năm;" does not.
_CLAUSE_GOES_ON = re.compile(r"^\s*,?\s+\w")


def find_deadlines(text: str, issued_on: date | None) -> tuple[Deadline, ...]:
    """The deadlines that the text prints for its own work, in order. Spans lie in `text`."""
    found = [*_labelled(text, issued_on), *_within(text, issued_on)]
    for deadline in (*_dated(text, issued_on), *_recurring(text)):
        if all(deadline.end <= other.start or other.end <= deadline.start for other in found):
            found.append(deadline)
    return tuple(sorted(found, key=lambda deadline: deadline.start))


def governing_deadline(text: str, issued_on: date | None) -> Deadline | None:
    """The one deadline of a unit of work: the one after a label, else the first date, else the recurrence.

    The stage of what is worked on ("hoàn thành số hóa tài liệu giai đoạn 2015 - 2025 trong quý I/2026") yields to it.
    A date without a year beside a recurrence ("Định kỳ 6 tháng … trước ngày 05 tháng 6") only says when in each
    turn; the recurrence governs.
    """
    label = next(iter(_labelled(text, issued_on)), None)
    if label:
        return label
    deadlines = find_deadlines(text, issued_on)
    recurring = [deadline for deadline in deadlines if deadline.recurrence]
    dated = [deadline for deadline in deadlines if deadline.due and (not recurring or _names_year(deadline))]
    own = [deadline for deadline in dated if not _STAGE.match(deadline.printed)]
    exact = [deadline for deadline in recurring if deadline.recurrence is not Recurrence.REGULAR]
    return next(iter(own or dated or exact or recurring or deadlines), None)


def _names_year(deadline: Deadline) -> bool:
    return any(period.dated for period in find_periods(deadline.printed, deadline.due))


def _labelled(text: str, issued_on: date | None) -> Iterator[Deadline]:
    for match in LABEL.finditer(text) if ":" in text else ():
        end = _LABELLED_END.search(text, match.end())
        deadline = read_deadline(text[match.end() : end.start() if end else len(text)], issued_on)
        if deadline:
            yield _moved(deadline, match.end())


def _within(text: str, issued_on: date | None) -> Iterator[Deadline]:
    for match in _WITHIN.finditer(text):
        deadline = read_deadline(match[0], issued_on)
        if deadline:
            yield _moved(deadline, match.start())


def _moved(deadline: Deadline, by: int) -> Deadline:
    return Deadline(deadline.printed, deadline.start + by, deadline.end + by, deadline.due, deadline.recurrence)


def _dated(text: str, issued_on: date | None) -> Iterator[Deadline]:
    """Dates after a word of deadline. One that comes again ("trước ngày 15/12 hằng năm") is a recurrence."""
    for match in period_matches(text):
        before = text[max(0, match.start() - 90) : match.start()]
        start = 0 if _opens_with_year(text, match) else _deadline_start(before, match[0])
        if start is None or _OF_NAME.match(text[match.end() :][:20]) or _CITED.search(before):
            continue
        turn = _recurrence_after(text, match.end())
        begin = match.start() - len(before) + start
        if turn:
            yield _printed(text, begin, turn[1], recurrence=turn[0])
            continue
        unprinted = _UNPRINTED_YEAR.match(text, match.end())
        if unprinted:
            yield _printed(text, begin, unprinted.end())
            continue
        due = _last_of(text[begin : match.end()], issued_on)
        is_past = due is not None and issued_on is not None and due < issued_on and bool(_SINCE.search(before))
        if due and not is_past:
            yield _printed(text, begin, match.end(), due=due)


def _opens_with_year(text: str, period: re.Match[str]) -> bool:
    """Whether a bare year opens the text and what is done in it follows."""
    is_year = period[0].lower().startswith("năm") or bool(_YEAR_WORD.search(text[: period.start()]))
    opening = text[: period.start()]
    return (
        is_year and bool(_YEAR_WORD.fullmatch(opening) or not opening) and bool(_WORK_FOLLOWS.match(text, period.end()))
    )


def _last_of(printed: str, issued_on: date | None) -> date | None:
    days = [last_day(printed, period) for period in find_periods(printed, issued_on)]
    return max((day for day in days if day), default=None)


def _deadline_start(before: str, period: str) -> int | None:
    """Where in `before` the words begin that make the period a deadline; None when it is not one."""
    span = _SPAN.search(before)
    if span:
        return span.start()
    since = _SINCE.search(before)
    if since and _RANGE_WITH_YEAR.match(period):
        return since.start()
    word = _DEADLINE_WORD.search(before)
    if word:
        return word.start()
    names_day = "ngày" in period.lower() or period.count("/") == 2
    names_part_of_year = any(name in period.lower() for name in ("tháng", "quý"))
    on_day = _ON_DAY_WORD.search(before)
    if on_day and (names_day or names_part_of_year):
        return on_day.start()
    done = _DONE_WORD.search(before)
    if done and not _PLANNED.search(before) and not period.isdigit():
        return len(before)
    return None


def _recurrence_after(text: str, offset: int) -> tuple[Recurrence, int] | None:
    next_year = _NEXT_YEAR.match(text, offset)
    if next_year:
        return Recurrence.YEARLY, next_year.end()
    turn = next(iter(find_recurrences(text[offset : offset + 25])), None)
    is_next = turn is not None and not text[offset : offset + turn.start].strip(" (,")
    return (turn.kind, offset + turn.end) if turn and is_next else None


def _recurring(text: str) -> Iterator[Deadline]:
    for day in _DAY_OF_TURN.finditer(text):
        yield _printed(
            text, day.start(), day.end(), recurrence=_TURNS[(day["each"] or day["next"] or day["of"]).lower()]
        )
    for row in _rows(text, find_recurrences(text)):
        if any(_is_of_work(text, turn) for turn in row):
            besides = _OR_AT_ONCE.match(text, row[-1].end)
            end = besides.end() if besides else row[-1].end
            yield _printed(text, row[0].start, end, recurrence=_kind_of(text, row))


def _is_of_work(text: str, turn: Recurring) -> bool:
    """Whether a recurrence says when the work comes again, and not how something is done or what it is called."""
    printed = text[turn.start : turn.end].lower()
    says_periodic = printed.startswith("định") and turn.kind is not Recurrence.REGULAR
    ongoing = printed.startswith(("thường", "liên", "nhiệm"))
    besides = _OR_AT_ONCE.match(text, turn.end)
    if ongoing or (besides and not says_periodic):
        return False
    opens_clause = bool(_CLAUSE_START.search(text[max(0, turn.start - 15) : turn.start]))
    goes_on = bool(_CLAUSE_GOES_ON.match(text[turn.end : turn.end + 10]))
    ends_clause = _CLAUSE_ENDS.match(text, turn.end) and _DONE_IN_TURNS.search(
        text[max(0, turn.start - _LOOK_BACK) : turn.start]
    )
    return says_periodic or (opens_clause and goes_on) or bool(ends_clause)


def _rows(text: str, turns: Iterable[Recurring]) -> Iterator[list[Recurring]]:
    """Recurrences that stand in one row ("thường xuyên, định kỳ hằng ngày, hằng tuần") together."""
    row: list[Recurring] = []
    for turn in turns:
        if row and text[row[-1].end : turn.start].strip(" ,\n") not in ("", "và", "hoặc"):
            yield row
            row = []
        row.append(turn)
    if row:
        yield row


def _kind_of(text: str, row: list[Recurring]) -> Recurrence:
    """What a row comes to: every day is all the time; else the first that says how often."""
    if any(text[turn.start : turn.end].lower().endswith("ngày") for turn in row):
        return Recurrence.REGULAR
    exact = [turn.kind for turn in row if turn.kind is not Recurrence.REGULAR]
    return exact[0] if exact else row[0].kind


def _printed(
    text: str, start: int, end: int, *, due: date | None = None, recurrence: Recurrence | None = None
) -> Deadline:
    return Deadline(re.sub(r"\s+", " ", text[start:end]), start, end, due, recurrence)
