"""Where in a text an assignment begins, and to whom: at its head, in a later sentence, after an opening clause."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.tasks.subject import Subject, is_authority, read_heading, read_subject
from ingest.tasks.words import ASSIGN, BODY_START, EXECUTION, UPPER
from kb.bodies import spelled_out
from kb.deadline import find_deadlines

_SENTENCE = re.compile(rf"[.?!;]\s+(?=[{UPPER}“\"])|\n\s*")
_OPENING = re.compile(
    r"(?:Trên\s+cơ\s+sở|Trong\s+(?:quá\s+trình|thời\s+(?:gian|hạn)|vòng|phạm\s+vi|khi)|Căn\s+cứ|Để|Nhằm|Đối\s+với|Trường\s+hợp|Hằng\s+năm|Hàng\s+năm|Hằng\s+quý|Định\s+kỳ|"
    r"Khi|Với|Trước\s+mắt|Về|Thực\s+hiện|Theo(?!\s+dõi)|Nếu|Sau\s+khi|Ngoài|Cùng\s+với|Trước\s+ngày|Bên\s+cạnh|Từ\s+nay|Hiện\s+nay|Ngay\s+sau|Chậm\s+nhất|Tùy|Tuỳ)(?!\w)",
    re.IGNORECASE,
)
# "Định kỳ 06 tháng các cơ quan …", without a comma.
_TURN = re.compile(
    r"(?:Định\s+kỳ\s+)?(?:(?:hằng|hàng|mỗi)\s+)?(?:\(?\d{1,2}\)?\s+)?(?:tuần|tháng|quý|năm)\s+(?=các\s|[A-ZĐ])",
    re.IGNORECASE,
)
_CLAUSE = re.compile(r"[,;:]\s+(?:do\s+(?:vậy|đó)\s*,\s*|vì\s+vậy\s*,\s*|đồng\s+thời\s*,?\s*)?")
# Inside a sentence the name of a body has a capital ("…, Sở Tài chính"), a group has "các".
_NAMED_OR_GROUP = re.compile(rf"[{UPPER}]|(?:các|từng|mỗi|mọi)\s", re.MULTILINE)
# "Chế độ báo cáo: Các sở, ban, ngành …"
_LABEL_OF_WORK = re.compile(rf"(?:Chế\s+độ|Công\s+tác|Về|Việc)\s[^.;:,\n]{{2,60}}:\s+(?=[{UPPER}])")
# "Bộ A chỉ đạo, giao nhiệm vụ cho các trường:" has the schools do what follows.
_GIVEN_TO = re.compile(
    r"[^.;:]{3,160}?\s(?:chỉ\s+đạo\s*(?:,|và)\s*)?giao\s+(?:nhiệm\s+vụ|trách\s+nhiệm|việc)\s+cho\s+(?=\S[^.;:]*:\s*$)"
)
_ORDER_WORD = re.compile(r"(?<!\w)(?:yêu\s+cầu|giao|đề\s+nghị)\s+")
# Share of the words of two groups of bodies from which on they are the same people.
_SAME_PEOPLE = 0.5
_IS_GROUP = re.compile(
    r"(?:các|từng|mỗi|mọi|toàn\s+thể|người|thủ\s+trưởng|lãnh\s+đạo|đơn\s+vị|cơ\s+quan|chính\s+quyền|cấp\s+(?:ủy|uỷ)|địa\s+phương)\s",
    re.IGNORECASE,
)
_ORDERS = re.compile(r"chủ\s+trì|có\s+trách\s+nhiệm|phối\s+hợp")
_OFFICE = re.compile(r"(?:cơ\s+quan|đơn\s+vị|tổ\s+chức|bộ\s+phận|hội\s+đồng|chủ\s+đầu\s+tư|người\s+đứng\s+đầu)\s*,?\s")
_ORDER_OF = re.compile(
    r"(?:Thực\s+hiện|Chấp\s+hành)\s[^.;:,]{0,40}(?:chỉ\s+đạo|điều\s+hành|yêu\s+cầu|ý\s+kiến|phân\s+công)\s+của\s+[^.;:,]{2,80}$",
    re.IGNORECASE,
)
_ABOUT = re.compile(r"Đối\s+với\s+")
_BINDS = re.compile(r"(?:có|chịu)\s+trách\s+nhiệm|phải(?!\w)")
_LITTLE_WORDS = {"các", "từng", "mỗi", "mọi", "và", "của", "có", "liên", "quan", "phải"}


@dataclass(frozen=True, slots=True)
class Assignment:
    """A subject and where its sentence begins; `at_head` says that it opens the text."""

    subject: Subject
    start: int
    at_head: bool


def first_assignment(text: str, *, orders_only: bool = False, later_orders_only: bool = False) -> Assignment | None:
    """The first assignment of the text. `orders_only`: its words must order, a plain verb is not enough;
    `later_orders_only`: so must those of an assignment that does not open the text."""
    head = read_subject(text)
    assigns_to_others = head is not None and not head.is_order and is_authority(text, 0)
    if head and not assigns_to_others and (head.is_order or not orders_only):
        return Assignment(head, 0, True)
    label = _LABEL_OF_WORK.match(text)
    labelled = read_subject(text, label.end()) if label and not head else None
    if labelled and (labelled.is_order or not orders_only):
        return Assignment(labelled, 0, True)
    for begin, end in sentences(text):
        found = _in_sentence(text, begin, end)
        if found and (found.subject.is_order or not (orders_only or later_orders_only)):
            return found
    return None


def assigned_beside_force(text: str) -> Assignment | None:
    """The assignment in a clause on force ("Kế hoạch này có hiệu lực … Giao Phòng Nội vụ làm đầu mối."), if one is."""
    for begin, end in sentences(text):
        subject = read_subject(text, begin) if begin and ASSIGN.match(text, begin) else None
        if subject and not EXECUTION.search(text, begin, end):
            return Assignment(subject, begin, False)
    return None


def dated_assignments(text: str) -> Iterator[tuple[Assignment, int]]:
    """The sentences of a closing paragraph that give somebody work by a day or in turns ("Định kỳ 06 tháng các cơ quan
    báo cáo …"), each with its end; that everybody is to carry out the document is no work of its own."""
    for begin, end in sentences(text):
        deadlines = find_deadlines(text[begin:end], None)
        found = _in_sentence(text, begin, end) if any(item.due or item.recurrence for item in deadlines) else None
        if found:
            yield Assignment(found.subject, begin, False), end


def later_assignments(text: str, first: Assignment) -> Iterator[Assignment]:
    """Sentences after the first that assign work to somebody else, each a task of its own."""
    people = first.subject.bodies
    for begin, _ in sentences(text):
        if begin <= first.subject.predicate:
            continue
        found = read_subject(text, begin)
        is_new_order = found is not None and (bool(ASSIGN.match(text, begin)) or _names_and_orders(text, found))
        if found and is_new_order and not _same_people(people, found.bodies):
            people = found.bodies
            yield Assignment(found, begin, False)


def introduced_subject(text: str) -> Subject | None:
    """To whom a text that ends with ":" assigns what follows; None when it addresses nobody ("… yêu cầu:")."""
    if not text.rstrip().endswith(":"):
        return None
    given = _GIVEN_TO.match(text)
    to_others = read_heading(text[given.end() :]) if given else None
    if given and to_others:
        return replace(to_others, start=given.end() + to_others.start, end=given.end() + to_others.end)
    for begin, end in reversed(list(sentences(text))):
        found = _in_sentence(text, begin, end)
        if found:
            return found.subject
    return None


def ordered_people(text: str) -> Subject | None:
    """Whom an authority orders in a sentence that ends with ":" ("Chủ tịch … yêu cầu Thủ trưởng các sở …:")."""
    if not text.rstrip().endswith(":"):
        return None
    for match in _ORDER_WORD.finditer(text):
        subject = read_subject(text, match.start())
        if subject:
            return subject
    return None


def sentences(text: str) -> Iterator[tuple[int, int]]:
    """Where the sentences and lines of a text begin and end."""
    start = 0
    for match in _SENTENCE.finditer(text):
        yield start, match.start() + 1
        start = match.end()
    yield start, len(text)


def _in_sentence(text: str, begin: int, end: int) -> Assignment | None:
    head = read_subject(text, begin)
    if head and (head.is_order or not is_authority(text, begin)):
        return Assignment(head, begin, begin == 0)
    turn = _TURN.match(text, begin)
    in_turns = read_subject(text, turn.end()) if turn and BODY_START.match(text, turn.end()) else None
    if in_turns:
        return Assignment(in_turns, begin, begin == 0)
    opens_with_clause = bool(_OPENING.match(text, begin))
    for match in _CLAUSE.finditer(text, begin, end):
        if ASSIGN.match(text, match.end()):
            subject = read_subject(text, match.end())
            if subject:
                return Assignment(subject, match.end(), False)
        if _is_whose_order(text, begin, match):
            continue
        if opens_with_clause and BODY_START.match(text, match.end()):
            subject = read_subject(text, match.end())
            if subject and _is_whose_matter(text, begin, subject):
                continue
            if subject and (_NAMED_OR_GROUP.match(text, match.end()) or _is_bound(text, subject)):
                return Assignment(subject, begin, begin == 0)
    return Assignment(head, begin, begin == 0) if head else None


def _is_whose_order(text: str, begin: int, mark: re.Match[str]) -> bool:
    """Whether a comma goes on with those whose order is carried out ("Thực hiện chỉ đạo của UBND, Ban Chỉ đạo …")."""
    return is_authority(text, mark.end()) and bool(_ORDER_OF.match(text[begin : mark.start()]))


def _is_whose_matter(text: str, begin: int, subject: Subject) -> bool:
    """Whether a colon closes what a rule is about ("Đối với văn bản của các ban, các đơn vị: Cấp trưởng ký …")."""
    about = _ABOUT.match(text, begin)
    closes = text[subject.end : subject.predicate].strip().startswith(":")
    return closes and about is not None and not BODY_START.match(text, about.end())


def _is_bound(text: str, subject: Subject) -> bool:
    """Whether the words bind somebody whom a sentence names in small letters ("… , cơ quan tiếp nhận phải trả lời")."""
    is_office = bool(_OFFICE.match(text, subject.start))
    return is_office and bool(_BINDS.match(text, subject.predicate)) and not any(";" in body for body in subject.bodies)


def _names_and_orders(text: str, subject: Subject) -> bool:
    """Whether a sentence gives work to a body by its name, or to a group by words that order."""
    is_named = not any(_IS_GROUP.match(f"{body} ") for body in subject.bodies)
    return is_named or bool(_ORDERS.match(text, subject.predicate))


def _same_people(first: tuple[str, ...], second: tuple[str, ...]) -> bool:
    """Whether both address the same people: a named body by its name, a group ("các bộ, ngành") by its words."""
    return any(_same_item(a, b) for a in first for b in second)


def _same_item(a: str, b: str) -> bool:
    if not (_IS_GROUP.match(a) and _IS_GROUP.match(b)):
        return spelled_out(a).lower() == spelled_out(b).lower()
    words_a, words_b = _people(a), _people(b)
    return len(words_a & words_b) >= _SAME_PEOPLE * min(len(words_a), len(words_b))


def _people(body: str) -> set[str]:
    return set(re.findall(r"\w+", spelled_out(body).lower())) - _LITTLE_WORDS
