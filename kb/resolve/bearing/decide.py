"""The decision: what the sentence of a task orders about the document that it cites."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum, auto
from functools import lru_cache

from kb.model import Reference
from kb.number import parse
from kb.resolve.bearing import objects, words
from kb.resolve.bearing.clause import Clause, clause_before
from kb.resolve.bearing.folding import folded

# Words of order or manner that are tried from the citation back; what governs it is among the nearest.
_MOST_TRIED = 8


class Bearing(Enum):
    """What the task does with the document cited."""

    CARRIED_OUT = auto()
    FOLLOWED = auto()
    TOPIC = auto()
    ASIDE = auto()


def bearing_of(reference: Reference, quote: str, quote_start: int) -> Bearing:
    """What a task that cites `reference` in the words `quote` (which begin at `quote_start`) orders about it."""
    before = quote[: max(0, reference.start - quote_start)]
    after = quote[max(0, reference.end - quote_start) :]
    return read_bearing(before, after, is_norm=is_norm(reference))


def is_norm(reference: Reference) -> bool:
    """Whether the document lays down rules for all: by its kind, or by the year in its number."""
    kind = (reference.kind or reference.name or reference.surface).lower()
    number = parse(reference.number) if reference.number else None
    has_year = number is not None and number.year is not None
    return any(kind.startswith(norm) for norm in objects.NORMS) or has_year


# A trace asks twice of each citation, and offices repeat their sentences.
@lru_cache(maxsize=4_096)
def read_bearing(before: str, after: str, *, is_norm: bool) -> Bearing:
    """The decision from the words of the sentence on both sides of the citation."""
    clause = clause_before(before)
    if words.CHANGED.search(clause.whole) or words.DRAFT.search(clause.words) or clause.is_exception:
        return Bearing.ASIDE
    if clause.inside is not None:
        return _in_bracket(clause.inside, is_norm)
    if clause.is_condition:
        return Bearing.ASIDE
    for anchor, is_order in _anchors(clause.words):
        found = _ordered(clause, anchor, is_norm) if is_order else _followed(clause, anchor, after, is_norm)
        if found is not None:
            return found
    return _without_order(clause, after, is_norm)


def _in_bracket(inside: str, is_norm: bool) -> Bearing:
    """A bracket explains a word; "(theo Kế hoạch số …)" alone still says what the work belongs to."""
    is_order = bool(re.fullmatch(r"\W*(?:thuc hien\s+|trien khai\s+)?theo\s+(?:dung\s+)?", inside))
    return Bearing.CARRIED_OUT if is_order and not is_norm else Bearing.ASIDE


def _anchors(clause: str) -> Iterator[tuple[re.Match[str], bool]]:
    """The words of order (True) and of manner (False), nearest to the citation first."""
    found = [(match, True) for match in words.ORDER.finditer(clause)]
    found += [(match, False) for match in words.FOLLOW.finditer(clause)]
    yield from sorted(found, key=lambda pair: (-pair[0].start(), pair[1]))[:_MOST_TRIED]


def _ordered(clause: Clause, anchor: re.Match[str], is_norm: bool) -> Bearing | None:
    """What an order ("thực hiện", "hoàn thành các chỉ tiêu của") means; None where it has another object."""
    left, rest = clause.words[: anchor.start()], clause.words[anchor.end() :]
    verb = " ".join(anchor[0].split())
    if not _is_object(rest, is_norm) or (verb in words.NEEDS_OBJECT and not rest.strip()):
        return None
    if verb in words.GUIDES and (guiding := words.GUIDING.search(left)):
        is_drafted = bool(words.DRAFTED.search(left[: guiding.start()]))
        return Bearing.CARRIED_OUT if is_drafted else Bearing.ASIDE
    if verb in ("huong dan", "quy dinh chi tiet") and not rest.strip():
        return None
    if words.REFUSED.search(left) or words.OPPOSED.search(left) or words.BODY_NAME.search(left):
        return Bearing.ASIDE
    if _is_watched(left):
        return Bearing.TOPIC
    if words.PAST.search(left):
        return Bearing.ASIDE
    if words.BESIDE.search(left):
        return Bearing.CARRIED_OUT if words.PURPOSE.search(left) else Bearing.ASIDE
    return Bearing.CARRIED_OUT


def _is_object(rest: str, is_norm: bool) -> bool:
    if is_norm:
        return bool(objects.OBJECT_OF_NORM.fullmatch(rest))
    return bool(objects.OBJECT.fullmatch(rest) or objects.SET_OBJECT.fullmatch(rest))


def _is_watched(left: str) -> bool:
    """Whether the carrying out is only looked at: "giám sát việc thực hiện", "báo cáo kết quả thực hiện"."""
    if words.RESULT_OF.search(left) or words.SUMMED_UP.search(left) or words.HINDERED.search(left):
        return True
    deed = words.DEED_OF.search(left)
    if deed is None:
        return False
    head = left[: deed.start()]
    purposes = list(words.PURPOSE.finditer(head))
    own = head[purposes[-1].end() :] if purposes else head
    watched = list(words.WATCH.finditer(own))
    return bool(watched) and not words.HELPED.search(own, watched[-1].end())


def _followed(clause: Clause, anchor: re.Match[str], after: str, is_norm: bool) -> Bearing | None:
    """What "theo …" means: how the work is done, or only which things are meant."""
    left, rest = clause.words[: anchor.start()], clause.words[anchor.end() :]
    word = " ".join(anchor[0].split())
    if not objects.OBJECT.fullmatch(rest):
        return Bearing.ASIDE if word == "theo" else None
    if word in words.NEEDS_OBJECT and not rest.strip():
        return None
    if words.REFUSED.search(left):
        return Bearing.ASIDE
    if words.HINDERED.search(left) or (word in words.DEEDS and _is_watched(left)):
        return Bearing.TOPIC
    if word in words.BASES:
        return Bearing.FOLLOWED
    if words.APPROVED.search(left):
        return Bearing.CARRIED_OUT if words.ORDER.search(left) and not is_norm else Bearing.ASIDE
    if is_norm and _is_qualifying(left, after):
        return Bearing.ASIDE
    return Bearing.FOLLOWED if is_norm else Bearing.CARRIED_OUT


def _is_qualifying(left: str, after: str) -> bool:
    """Whether "theo quy định của Luật …" belongs to a noun of the object, and not to the work."""
    is_transfer = bool(words.TRANSFER.search(left)) and bool(words.RECIPIENT.match(folded(after[:12])))
    return bool(words.QUALIFIED.search(left) or words.COMPETENCE.search(left)) or is_transfer


def _without_order(clause: Clause, after: str, is_norm: bool) -> Bearing:
    """No order governs the citation: it is what the work is about, or only stands in its sentence."""
    if words.DRAFTING.search(clause.words):
        return Bearing.ASIDE
    is_carried_on = bool(words.CONTAINED.search(clause.words)) and bool(words.TO_CARRY_OUT.match(folded(after[:160])))
    if is_carried_on and not is_norm:
        return Bearing.CARRIED_OUT
    return Bearing.TOPIC if _is_topic(clause.words, is_norm) else Bearing.ASIDE


def _is_topic(clause: str, is_norm: bool) -> bool:
    """Whether the work is about the document: "tổng kết Đề án", "tuyên truyền các chính sách về Chương trình"."""
    looked = list(words.WATCH.finditer(clause))
    if not looked:
        return False
    rest = clause[looked[-1].end() :]
    return _is_object(rest, is_norm) or bool(words.ABOUT.search(rest))
