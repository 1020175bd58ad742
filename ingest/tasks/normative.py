"""Where a text that lays down rules assigns work: articles of responsibilities, and duties said outright elsewhere.

Most units of a law, decree or regulation are rules for everybody. Work is what they give to a body: under a heading
of responsibilities, with "giao", with "có trách nhiệm", to a body that carries out, or with a time to be kept.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise

from ingest.model import Header
from ingest.tasks.assignments import Assignment, first_assignment, sentences
from ingest.tasks.draft import Draft
from ingest.tasks.subject import Subject, is_authority, read_subject
from ingest.tasks.units import Unit
from ingest.tasks.words import ASSIGN, BODY_START
from kb.bodies import body_of_head, identify
from kb.deadline import find_deadlines
from kb.model import Field, ProvisionKind

# Kinds that lay down rules for everybody (Luật Ban hành văn bản quy phạm pháp luật 2025, Điều 4; Quy định 22 of the
# Party): they give duties, and only what they order in so many words is a task. So is a decision whose number holds
# the year ("44/2025/QĐ-UBND").
_NORMATIVE_KINDS = frozenset(
    {"hiến pháp", "bộ luật", "luật", "pháp lệnh", "lệnh", "nghị định", "thông tư", "thông tư liên tịch", "điều lệ",
     "quy chế", "quy định", "văn bản hợp nhất"}
)  # fmt: skip
_NORMATIVE_NUMBER = re.compile(r"/(?:19|20)\d\d/")
_DUTIES = re.compile(
    r"trách\s+nhiệm|tổ\s+chức\s+thực\s+hiện|(?:^|\.\s*)nhiệm\s+vụ(?:,\s*quyền\s+hạn)?\s+của", re.IGNORECASE
)
# "Bộ trưởng Bộ Tài chính chịu trách nhiệm hướng dẫn thi hành Nghị định này" is work; "… thi hành" alone is none.
# What may stand between a body and its duty is within whose powers, when and how it acts.
_BEARS_DUTY = re.compile(
    r"chủ\s+trì(?!\w)|"
    r"(?:(?!(?:thì|nếu|được|theo\s+quy\s+định)\s)[^.;:\n]){0,120}?(?<!\w)(?:có|chịu)\s+(?:trách\s+nhiệm|nhiệm\s+vụ)(?!\w)"
    r"(?!\s+(?:(?:tổ\s+chức\s+)?thi\s+hành|quyền\s+hạn|theo\s+quy\s+định|pháp\s+lý|hình\s+sự|bồi\s+thường|kỷ\s+luật))",
    re.IGNORECASE,
)
# "1. Trách nhiệm của Đội trưởng", a clause with points below it.
_DUTY_OF = re.compile(
    r"(?:trách\s+nhiệm|nhiệm\s+vụ)(?:\s*,\s*(?:quyền\s+hạn|nghĩa\s+vụ))?(?:\s+\w+){0,2}?\s+của\s", re.IGNORECASE
)
# "2. Trách nhiệm thẩm định", with points that name who does it.
_DUTY_FOR = re.compile(r"trách\s+nhiệm\s+[^.;:]{3,60}:?", re.IGNORECASE)
# "… có nhiệm vụ sau.", "… có trách nhiệm:", "… thực hiện chế độ báo cáo như sau:"
_DUTIES_FOLLOW = re.compile(
    r"(?<!\w)(?:(?:có|chịu)\s+(?:các\s+|những\s+)?(?:trách\s+nhiệm|nhiệm\s+vụ)(?![^.;:]*quyền\s+hạn)[^.;:]{0,80}"
    r"|thực\s+hiện\s+(?:các\s+)?(?:nhiệm\s+vụ|chế\s+độ\s+báo\s+cáo)[^.;:]{0,60}\s(?:sau|sau\s+đây))\s*[:.]?\s*$",
    re.IGNORECASE,
)
_PERSON = re.compile(r"(?:các\s+)?đội\s+viên", re.IGNORECASE)
# "Sở Văn hóa Thông tin", "Các Đội kiểm tra", "Bộ Tư lệnh Công binh": by their names they carry out what they are given.
_CARRIES_OUT = re.compile(
    r"(?:Các\s+)?(?:Sở|Tổng\s+cục|Cục|Chi\s+cục|Vụ|Phòng|Binh\s+chủng|Bộ\s+Tư\s+lệnh|Quân\s+khu|Tổ\s+chức\s+thu\s+phí|Đội\s+(?:kiểm|quản|thanh))(?!\w)(?!\s+trưởng)"
)
# "Đội kiểm tra hoạt động kiêm nhiệm do …", "chịu sự chỉ đạo của …", "có chức năng …" say what a body is.
_UNDER_OTHERS = re.compile(r"\sdo\s+(?:Chủ|Ủy|Uỷ|UBND|Bộ|Sở)|^(?:chịu\s+sự|phải\s+có\s+mối)|có\s+chức\s+năng")
_SHORT_NAME = re.compile(r"[A-ZĐ]{5,}")
_OFFICE = re.compile(r"(?:tổ\s+chức|cơ\s+quan|đơn\s+vị|bộ\s+phận)\s*(?:,|\s)\s*\w", re.IGNORECASE)
# Those to whom a rule applies in general, whatever it asks of them.
_ANYBODY = re.compile(
    r"cá\s+nhân|^(?:(?:các|mọi|mỗi|từng|những)\s+)?(?:cơ\s+quan|tổ\s+chức|đơn\s+vị|doanh\s+nghiệp|cấp)"
    r"(?:\s*(?:,|và|hoặc)\s*(?:cơ\s+quan|tổ\s+chức|đơn\s+vị|doanh\s+nghiệp|cấp))*\s*$|"
    r"^(?:các\s+)?(?:tổ\s+chức\s+cung\s+cấp|doanh\s+nghiệp|công\s+ty|nhà\s+(?:đầu\s+tư|thầu)|đối\s+tượng|hợp\s+tác\s+xã|hội\s+viên)(?!\w)",
    re.IGNORECASE,
)
# Words within which a predicate names its verbs, and the characters that hold them.
_VERB_WORDS, _VERB_LENGTH = 5, 80


def is_normative(header: Header) -> bool:
    """Whether a document lays down rules, by its kind or by its number."""
    kind, number = header.facts.get(Field.KIND), header.facts.get(Field.NUMBER)
    return bool(kind and kind.value.lower() in _NORMATIVE_KINDS) or bool(
        number and _NORMATIVE_NUMBER.search(number.value)
    )


def duty_units(text: str, root: Unit) -> Iterator[Unit]:
    """The articles, or clauses of other articles, that say who is responsible for what."""
    if _is_of_duties(text, root):
        yield root
    elif root.provision.kind is not ProvisionKind.POINT:
        for part in root.parts:
            yield from duty_units(text, part)


def addresses_body(draft: Draft) -> bool:
    """Whether a duty is a body's; those of officials, citizens and enterprises in general are rules, not tasks."""
    return any(_is_body(body) and not _ANYBODY.search(body) for body in draft.lead.bodies)


def ordering_units(text: str, root: Unit) -> Iterator[Unit]:
    """Units of the other articles that assign work outright ("Giao Sở Nội vụ …"), bind a body, or begin with one that
    carries out. A unit that binds a body to what its parts say comes whole, with them."""
    if _is_of_duties(text, root):
        return
    if root.provision.label and root.provision.label.startswith("Mẫu"):
        return
    if root.provision.numbered and root.parts and _introduces(root.words(text)):
        yield root
        return
    if root.provision.numbered and root.parts and _has_day(root.words(text)):
        yield Unit(root.provision, root.start, root.end)
        return
    if root.provision.numbered and not root.parts:
        yield from (unit for unit in _sayings(text, root) if orders(unit.words(text)))
    alike = _alike(text, root)
    for part in root.parts:
        yield from [part] if part in alike else ordering_units(text, part)


# A unit is asked about by itself and again beside its siblings.
@lru_cache(maxsize=1_024)
def orders(words: str) -> bool:
    """Whether a sentence of a rule is work of somebody."""
    subject = read_subject(words)
    if subject and ASSIGN.match(words):
        return True
    if subject and _is_known_unit(subject.bodies[0]) and not _says_what_it_is(words, subject):
        return True
    found = first_assignment(words)
    return found is not None and _binds(words, found)


def _is_alike(words: str, siblings: Sequence[str]) -> bool:
    """Whether a sentence gives a body the work that one beside it gives another ("… giao nhiệm vụ cho …")."""
    subject = read_subject(words)
    if subject is None or not _is_one(subject.bodies):
        return False
    return any(_verbs(words, subject) & _verbs(other, found) for other in siblings if (found := read_subject(other)))


def _alike(text: str, root: Unit) -> list[Unit]:
    """The parts of a unit that order by themselves no more than a rule, and are of one form with one that does."""
    leaves = [part for part in root.parts if part.provision.numbered and not part.children]
    ordering = [leaf.words(text) for leaf in leaves if orders(leaf.words(text))]
    return [leaf for leaf in leaves if leaf.words(text) not in ordering and _is_alike(leaf.words(text), ordering)]


def _verbs(words: str, subject: Subject) -> set[tuple[str, str]]:
    """Pairs of neighbouring words with which a predicate begins."""
    first = re.findall(r"\w+", words[subject.predicate : subject.predicate + _VERB_LENGTH].lower())[:_VERB_WORDS]
    return set(pairwise(first))


def _says_what_it_is(words: str, subject: Subject) -> bool:
    said = (*subject.bodies, words[subject.predicate :][:_VERB_LENGTH])
    return any(_UNDER_OTHERS.search(part) for part in said)


def _sayings(text: str, unit: Unit) -> list[Unit]:
    """A unit; apart from its paragraphs where one of them gives work by itself ("Trong thời hạn …, Bộ A …"); or, where
    its first sentence binds nobody, those after it."""
    paragraphs = [Unit(child.provision, child.start, child.end) for child in unit.paragraphs]
    if any(orders(paragraph.words(text)) for paragraph in paragraphs):
        return [Unit(unit.provision, unit.start, unit.end), *paragraphs]
    words = unit.words(text)
    if orders(words):
        return [unit]
    return [Unit(unit.provision, unit.start + begin, unit.start + end) for begin, end in sentences(words) if begin]


def _is_of_duties(text: str, unit: Unit) -> bool:
    if unit.provision.kind is ProvisionKind.ARTICLE:
        return bool(_DUTIES.search(unit.provision.heading or unit.words(text)[:200]))
    words = unit.words(text).rstrip()
    is_heading = bool(_DUTY_OF.match(words)) or bool(_DUTY_FOR.fullmatch(words))
    return unit.provision.kind is ProvisionKind.CLAUSE and bool(unit.parts) and is_heading


def _introduces(words: str) -> bool:
    """Whether a unit binds a body to what its parts say ("Đội kiểm tra có nhiệm vụ sau.")."""
    subject = read_subject(words)
    return subject is not None and _is_one(subject.bodies) and bool(_DUTIES_FOLLOW.search(words, subject.predicate))


def _has_day(words: str) -> bool:
    """Whether a unit gives a body work by a day, with its parts as details ("gửi báo cáo trước ngày 25 … như sau:")."""
    has_day = any(deadline.due or deadline.recurrence for deadline in find_deadlines(words, None))
    return has_day and orders(words)


def _binds(words: str, found: Assignment) -> bool:
    """Whether a sentence binds a body by its words, or gives it a time. A time that runs from what happens in a case
    ("trong thời hạn 03 ngày kể từ ngày nhận được hồ sơ") is a duty of whom the words order, or of a unit that carries
    out; for others it is how a procedure goes."""
    if not _is_one(found.subject.bodies) or _PERSON.match(found.subject.bodies[0]):
        return False
    if _BEARS_DUTY.match(words, found.subject.predicate):
        return True
    orders_or_counts = found.subject.is_order or _carries_out(found.subject.bodies[0])
    return any(
        deadline.start >= found.start and (orders_or_counts or bool(deadline.due or deadline.recurrence))
        for deadline in find_deadlines(words, None)
    )


def _is_one(bodies: tuple[str, ...]) -> bool:
    """Whether those addressed are bodies, and not whomever the rule meets."""
    return _is_body(bodies[0]) and not any(_ANYBODY.search(body) for body in bodies)


def _is_body(name: str) -> bool:
    return bool(BODY_START.match(f"{name};")) or bool(_OFFICE.match(name))


def _carries_out(body: str) -> bool:
    headed = body_of_head(body)
    return _is_known_unit(body) or (headed is not None and identify(headed).entry is not None)


def _is_known_unit(body: str) -> bool:
    """Whether a body carries out, by the data file or by its kind; authorities lay down rules in their own name."""
    is_known = identify(body).entry is not None or bool(_CARRIES_OUT.match(body) or _SHORT_NAME.fullmatch(body))
    return is_known and not is_authority(body, 0)
