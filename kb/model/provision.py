"""The structure of a document: provisions in reading order, each with its place in the tree and its span."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class ProvisionKind(StrEnum):
    """What a provision is. Units that print a number come first; the others have none."""

    PART = "phần"
    CHAPTER = "chương"
    SECTION = "mục"
    SUBSECTION = "tiểu mục"
    ARTICLE = "điều"
    ROMAN = "la mã"
    CLAUSE = "khoản"
    POINT = "điểm"
    APPENDIX = "phụ lục"
    ATTACHMENT = "kèm theo"
    HEADER = "đầu văn bản"
    PREAMBLE = "mở đầu"
    BULLET = "gạch đầu dòng"
    PARAGRAPH = "đoạn văn"
    ROW = "dòng bảng"
    CLOSING = "cuối văn bản"


@dataclass(frozen=True, slots=True)
class Provision:
    """A unit of the text.

    `path` is the printed labels from the root joined by "/" ("Điều 1/II/3/a"); a row is "Phụ lục II/I row 12".
    `start`/`end` span the unit with all that lies below it; `own_end` ends its own words, before its first child.
    `parent` is the index of the parent in the document's list of provisions, which is in reading order, parents first.
    The own spans of all provisions, joined in order, are the text.
    """

    path: str
    kind: ProvisionKind
    label: str | None
    heading: str | None
    start: int
    own_end: int
    end: int
    parent: int | None
    numbered: bool
    page: int | None = None

    def covers(self, start: int, end: int) -> bool:
        return self.start <= start and end <= self.end
