"""Whether a citation stands inside another: "Kế hoạch A … thực hiện Nghị quyết B", "Luật A được sửa đổi bởi Luật B"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.references.citation import Citation
from kb.model import Relation


@dataclass(frozen=True, slots=True)
class Nested:
    """The citation through which another is cited, and how it relates to it."""

    host: Citation
    relation: Relation


_AMENDED = re.compile(
    r"(?:được|bị)\s+(?:sửa\s+đổi|bổ\s+sung|đính\s+chính|thay\s+thế|hợp\s+nhất|bãi\s+bỏ)", re.IGNORECASE
)
_AMENDS = re.compile(r"sửa\s+đổi|bổ\s+sung|thay\s+thế|bãi\s+bỏ|đính\s+chính|điều\s+chỉnh", re.IGNORECASE)
_IMPLEMENTS = re.compile(
    r"triển\s+khai|thực\s+hiện|thi\s+hành|quy\s+định\s+chi\s+tiết|hướng\s+dẫn|cụ\s+thể\s+hóa|quán\s+triệt",
    re.IGNORECASE,
)
# A letter about what is hard in carrying another document out does not carry it out.
_HINDERED = re.compile(r"(?:khó\s+khăn|vướng\s+mắc|bất\s+cập)[^;.]{0,40}?(?:trong|khi|của|từ)\s", re.IGNORECASE)
_BREAK = re.compile(r"[;|\n]|[.!?]\s")
# "… và các văn bản quy định chi tiết Luật B": another, unnumbered document stands between.
_OTHER_SUBJECT = re.compile(
    r"(?:và|hoặc|,)\s+(?:các\s+)?(?:văn\s+bản|nghị\s+định|thông\s+tư|quy\s+định(?!\s+chi\s+tiết)|hướng\s+dẫn\s+của)(?!\w)"
    r"|(?:,|và)\s+(?:để|nhằm|tổ\s+chức\s+(?:thực\s+hiện|triển\s+khai)|tiếp\s+tục|đồng\s+thời|chủ\s+trì|chịu\s+trách\s+nhiệm)(?!\w)",
    re.IGNORECASE,
)
_LAWS = ("Luật", "Bộ luật", "Pháp lệnh")
_AND = re.compile(r"(?:,|(?<!\w)và|(?<!\w)hoặc)\s*(?:các\s+)?\Z")
_COORDINATED = re.compile(r"\s*(?:,|và|hoặc|cùng\s+với|,\s*và)\s*(?:các\s+|một\s+số\s+điều\s+của\s+)?(?:số\s*)?\Z")


def nested_in(text: str, citation: Citation, earlier: list[Citation], nests: list[Nested | None]) -> Nested | None:
    """How `citation` hangs on one of the `earlier` ones of its sentence (with their own `nests`), None: on none."""
    if not earlier:
        return None
    previous, between = earlier[-1], text[earlier[-1].end : citation.start]
    if _BREAK.search(between):
        return None
    relation = _relation_between(between, previous, citation)
    if relation is Relation.AMENDED_BY:
        return Nested(_amended_host(citation, earlier), relation)
    if relation is not None:
        return Nested(previous, relation)
    nest = nests[-1]
    return nest if nest and _continues(between, previous) and not _is_beside(nest.host, previous, citation) else None


def _is_beside(host: Citation, previous: Citation, citation: Citation) -> bool:
    """Whether the citation stands beside the host: "Nghị định A … thi hành Luật B và Nghị định C" lists A and C."""
    return previous.kind in _LAWS and citation.kind not in _LAWS and citation.kind == host.kind


def _relation_between(between: str, previous: Citation, citation: Citation) -> Relation | None:
    is_other = _is_closed(between) or bool(_AND.search(between)) or bool(_OTHER_SUBJECT.search(between))
    if is_other:
        return None
    cues = [(match.end(), Relation.AMENDED_BY) for match in _AMENDED.finditer(between)]
    if cues:
        return Relation.AMENDED_BY
    if citation.start > previous.described_to:
        return None
    cues += [(match.end(), Relation.AMENDS) for match in _AMENDS.finditer(between)]
    if not _HINDERED.search(between):
        cues += [(match.end(), Relation.IMPLEMENTS) for match in _IMPLEMENTS.finditer(between)]
    return max(cues)[1] if cues else None


def _is_closed(between: str) -> bool:
    """Whether a bracket that was opened before the stretch closes in it."""
    depth = 0
    for sign in between:
        depth += (sign == "(") - (sign == ")")
        if depth < 0:
            return True
    return False


def _amended_host(citation: Citation, earlier: list[Citation]) -> Citation:
    """A document is amended by one of its own kind: the nearest of that kind, else the nearest of all."""
    return next((other for other in reversed(earlier) if other.kind == citation.kind), earlier[-1])


def _continues(between: str, previous: Citation) -> bool:
    """Whether the citation goes on with the list that the previous one is in: "… A của Chính phủ, B"."""
    rest = between
    if previous.issuer and previous.issuer in between:
        rest = between[between.index(previous.issuer) + len(previous.issuer) :]
    return not _is_closed(between) and bool(_COORDINATED.fullmatch(rest))
