"""What a document does to the one it cites. Words alone mislead, so each cue is read with what stands around it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, auto

from ingest.references import cues
from kb.model import Relation

# How far a cue outside the preamble reaches to the citation that it governs, in characters.
_LONGEST_CUE_GAP = 130


class Setting(Enum):
    """The part of the document in which a citation stands, as far as it changes what words mean."""

    TITLE = auto()
    PREAMBLE = auto()
    PURPOSE = auto()
    BASES = auto()
    BODY = auto()


@dataclass(frozen=True, slots=True)
class Surroundings:
    """`sentence_before` runs from the beginning of the sentence to the citation, `before` from the end of the one
    before it where there is one; `after` from its end to the sentence's.

    `heading` is what introduces the sentence when it begins with the citation: the words of the unit above, or the
    paragraph of the preamble that its list began with. `article` is what the Điều around it begins with.
    """

    before: str
    sentence_before: str
    after: str
    setting: Setting
    heading: str
    is_own_number: bool
    article: str = ""


def begins_with_citation(before: str) -> bool:
    """Whether nothing but a mark ("a)", "12.", "-") stands between the beginning of the sentence and the citation."""
    return bool(cues.MARK_ALONE.fullmatch(before))


def relation_of(around: Surroundings) -> tuple[Relation, str] | None:
    """The relation and the rule that found it; None where nothing says so: a list goes on with the one before."""
    if cues.DEFINED.search(around.before):
        return Relation.MENTIONS, "short-form"
    if _is_container(around):
        return Relation.CONTAINS, "attached-to"
    # "Nghị quyết A hết hiệu lực": what the sentence says of its own subject counts before the article's heading.
    is_subject = begins_with_citation(around.before)
    first, second = (_expired, _changed) if is_subject else (_changed, _expired)
    for decide in (first, second, _based, _implemented):
        found = decide(around)
        if found is not None:
            return found
    return None


def _is_container(around: Surroundings) -> bool:
    """Whether the citation names the document that this text came with: "(Kèm theo Quyết định số …)"."""
    is_attached = bool(cues.ATTACHED_TO.search(around.before)) and around.is_own_number
    is_titled = bool(cues.HELD_IN.search(around.before)) and around.setting in (Setting.TITLE, Setting.PREAMBLE)
    return is_attached or is_titled


_CHANGES = (
    (cues.REPLACE, Relation.REPLACES),
    (cues.REPEAL, Relation.REPEALS),
    (cues.AMEND, Relation.AMENDS),
)


def _changed(around: Surroundings) -> tuple[Relation, str] | None:
    """Replaces, repeals or amends, when the document itself does so."""
    before = around.before
    if begins_with_citation(before) and around.setting is not Setting.PREAMBLE:
        before = f"{around.heading}\n{before}"
    if not _is_changing(before, around):
        return None
    found = [
        (match, relation)
        for pattern, relation in _CHANGES
        for match in pattern.finditer(before)
        if not cues.PASSIVE.search(before[: match.start()])
    ]
    if not found:
        return None
    first = min(match.start() for match, _ in found)
    changed = before[first:]
    return None if _is_aside(changed) else _kind_of_change({relation for _, relation in found}, changed)


def _is_changing(before: str, around: Surroundings) -> bool:
    """Whether the sentence changes another document itself; "Sửa đổi Luật …" in a list of work orders it only."""
    is_in_changing_article = bool(cues.CHANGE.search(around.article) or cues.FORCE.search(around.article))
    is_enacting = is_in_changing_article or bool(cues.ENACTING.search(around.after[:_LONGEST_CUE_GAP]))
    is_by_this = bool(cues.CHANGE_BY_THIS.search(around.sentence_before))
    is_at_head = (is_enacting or is_by_this) and bool(cues.CHANGE_AT_HEAD.search(before))
    return around.setting is Setting.TITLE or is_at_head or bool(cues.CHANGE_BY_THIS.search(before))


def _is_aside(changed: str) -> bool:
    """Whether the citation only says by what rule something is changed: "bãi bỏ … theo quy định tại Luật"."""
    return bool(cues.UNDER_RULE.search(changed)) and not cues.ISSUED_WITH.search(changed)


def _kind_of_change(relations: set[Relation], changed: str) -> tuple[Relation, str]:
    """A part replaced is an amendment; a part repealed is a repeal, for nothing new comes in its place."""
    if relations == {Relation.REPEALS}:
        return Relation.REPEALS, "repealed"
    is_whole = not cues.PART.search(changed)
    if Relation.REPLACES in relations and Relation.AMENDS not in relations and is_whole:
        return Relation.REPLACES, "replaced"
    return Relation.AMENDS, "amended"


def _expired(around: Surroundings) -> tuple[Relation, str] | None:
    """ "Luật A hết hiệu lực kể từ ngày …", and lists under "Các quyết định sau đây hết hiệu lực:"."""
    expires = cues.EXPIRES.search(around.after)
    if expires:
        clause = around.before.rsplit(";", 1)[-1]
        to_cue = around.after[: expires.start()]
        is_subject = not cues.NOT_THE_SUBJECT.search(clause) and not cues.OTHER_CLAUSE.search(to_cue)
        if is_subject and ";" not in to_cue:
            return Relation.REPEALS, "expired"
    is_listed = begins_with_citation(around.before) and bool(cues.EXPIRES.search(around.heading))
    if is_listed or cues.EXPIRED_LIST.search(around.before):
        return Relation.REPEALS, "listed-as-expired"
    return None


def _based(around: Surroundings) -> tuple[Relation, str] | None:
    """The heads of a preamble; in the body "Căn cứ …" says by what rule a task is done, no more."""
    is_preamble = around.setting is Setting.PREAMBLE
    if around.setting is Setting.BASES and not cues.IMPLEMENTING.search(around.before):
        return Relation.BASED_ON, "listed-as-basis"
    whole = f"{around.heading}\n{around.before}" if is_preamble else around.before
    heads = [(match.end(), Relation.PROPOSAL) for match in cues.PROPOSED.finditer(whole)]
    if around.setting in (Setting.PREAMBLE, Setting.TITLE):
        heads += [(match.end(), Relation.BASED_ON) for match in cues.BASED.finditer(whole)]
    if is_preamble:
        heads += [(match.end(), Relation.IMPLEMENTS) for match in cues.PURSUED.finditer(whole)]
        heads += [(match.end(), Relation.MENTIONS) for match in cues.ANSWERING.finditer(whole)]
    if not heads:
        return None
    end, relation = max(heads)
    is_far = not is_preamble and len(whole) - end > _LONGEST_CUE_GAP
    return None if is_far else (relation, f"{relation.value}-head")


def _implemented(around: Surroundings) -> tuple[Relation, str] | None:
    """The document's own purpose is to carry the other out; a task that orders it mentions the other, and is marked."""
    found = list(cues.IMPLEMENTING.finditer(around.before))
    if not found:
        return None
    gap = around.before[found[-1].end() :]
    is_watched = bool(cues.WATCHED.search(around.before[: found[-1].start()]))
    is_near = not is_watched and len(gap) <= _LONGEST_CUE_GAP and not cues.INDIRECT.search(gap)
    is_purpose = around.setting in (Setting.TITLE, Setting.PURPOSE) or bool(cues.ISSUED.search(around.before))
    if is_near and is_purpose:
        return Relation.IMPLEMENTS, "own-purpose"
    is_order = is_near and around.setting is Setting.BODY
    return (Relation.MENTIONS, "ordered-to-implement") if is_order else None
