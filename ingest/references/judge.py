"""Decides of each citation what the document does to it and through which other document it is cited."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from ingest.model import Header, LaidText
from ingest.references import cues
from ingest.references.citation import Citation
from ingest.references.collect import is_own_number
from ingest.references.nesting import Nested, nested_in
from ingest.references.places import Places
from ingest.references.relations import Setting, Surroundings, begins_with_citation, relation_of
from ingest.references.sentences import Paragraphs, sentence_around
from kb.model import Relation

_PURPOSE = re.compile(r"\W*(?:[IVX\d.a-zđ]{1,5}[.)-]+\s*)?(?:mục\s+đích|mục\s+tiêu|quan\s+điểm)(?!\w)", re.IGNORECASE)
_BASES = re.compile(
    r"\W*(?:[IVX\d.a-zđ]{1,5}[.)-]+\s*)?(?:các\s+)?(?:căn\s+cứ|cơ\s+sở\s+pháp\s+lý)(?!\w)[^;:]{0,60}:?\Z", re.IGNORECASE
)
_AMENDED_BY_LIST = re.compile(
    r"được\s+(?:sửa\s+đổi|bổ\s+sung|đính\s+chính)[^;.:\n]{0,60}\s(?:bởi|theo|tại)\s*:\s*\Z", re.IGNORECASE
)
# Headings above a citation that may tell its setting, and the longest that is one (characters).
_LONGEST_HEADING = 160


@dataclass(frozen=True, slots=True)
class Judged:
    """A citation with what was decided of it; `sentence` is the evidence."""

    citation: Citation
    relation: Relation
    rule: str
    where: str
    sentence: tuple[int, int]
    nested: Nested | None
    is_own: bool

    @property
    def is_of_itself(self) -> bool:
        """Whether the document only names itself; its number in the head of its attachment is kept."""
        return self.is_own and self.relation is not Relation.CONTAINS


class Judge:
    """Judges the citations of one document, in order: a list goes on with what was decided of its first."""

    def __init__(self, laid: LaidText, header: Header, places: Places) -> None:
        self._text = laid.text
        self._header = header
        self._places = places
        self._paragraphs = Paragraphs(laid.text, laid.paragraphs)

    def judge(self, citations: list[Citation]) -> Iterator[Judged]:
        earlier: list[Citation] = []
        nests: list[Nested | None] = []
        last: Judged | None = None
        amended: Citation | None = None
        for citation in citations:
            sentence = self._sentence(citation)
            if last is None or last.citation.start < sentence[0]:
                amended = self._amended_by_list(citation, sentence, earlier, amended)
                earlier, nests, last = [], [], None
            nested = nested_in(self._text, citation, earlier, nests)
            if amended and not earlier:
                nested = Nested(amended, Relation.AMENDED_BY)
            is_aside = bool(earlier) and self._is_aside(earlier[-1], citation)
            judged = self._judged(citation, sentence, nested, last, is_aside)
            earlier.append(citation)
            nests.append(nested)
            last = judged if nested is None or last is None else last
            yield judged

    def _amended_by_list(
        self, citation: Citation, sentence: tuple[int, int], earlier: list[Citation], amended: Citation | None
    ) -> Citation | None:
        """The document that the paragraphs of a consolidated text amend, as it lists them after "được sửa đổi, bổ sung
        bởi:" (Ordinance 01/2012/UBTVQH13 on consolidation): each paragraph begins with one of them."""
        if not begins_with_citation(self._text[sentence[0] : citation.start]) or not earlier:
            return None
        opens = _AMENDED_BY_LIST.search(self._text, earlier[-1].end, sentence[0])
        return earlier[0] if opens else amended

    def _sentence(self, citation: Citation) -> tuple[int, int]:
        """The sentence around a citation; a title is one sentence over all its lines."""
        title = self._places.title_span(citation.start)
        limits = title or self._paragraphs.span_at(citation.start)
        return sentence_around(self._text, citation.start, citation.end, limits)

    def _judged(
        self,
        citation: Citation,
        sentence: tuple[int, int],
        nested: Nested | None,
        last: Judged | None,
        is_aside: bool,
    ) -> Judged:
        where = self._places.where(citation.start)
        is_own = is_own_number(citation, self._header)
        if nested is not None:
            return Judged(
                citation, Relation.MENTIONS, f"nested-{nested.relation.value}", where, sentence, nested, is_own
            )
        if is_aside:
            return Judged(citation, Relation.MENTIONS, "aside", where, sentence, None, is_own)
        around = self._surroundings(citation, sentence, where, last)
        found = relation_of(around)
        if found is None and last is not None and self._goes_on(last.citation, citation):
            found = last.relation, f"{last.rule.removesuffix('-list')}-list"
        relation, rule = found or (Relation.MENTIONS, "mention")
        return Judged(citation, relation, rule, where, sentence, None, is_own)

    def _is_aside(self, previous: Citation, citation: Citation) -> bool:
        """Whether a citation only says by what rule the one before it was made or is changed, or what goes with it."""
        between = self._text[previous.end : citation.start]
        return ";" not in between and bool(cues.ASIDE.search(between))

    def _goes_on(self, last: Citation, citation: Citation) -> bool:
        """Whether only the first one's issuer and title lie between two citations of a sentence."""
        between = self._text[max(last.end, min(last.described_to, citation.start)) : citation.start]
        return len(between.strip(" ,;").split()) <= 2

    def _surroundings(
        self, citation: Citation, sentence: tuple[int, int], where: str, last: Judged | None
    ) -> Surroundings:
        setting = self._setting(citation, where)
        sentence_before = before = self._text[sentence[0] : citation.start]
        if last is not None and setting is not Setting.PREAMBLE:
            before = self._own_clause(before, last, sentence[0])
        is_preamble = setting is Setting.PREAMBLE
        heading = self._preamble_head(citation, before) if is_preamble else self._introduction(citation, before)
        return Surroundings(
            before=before,
            sentence_before=sentence_before,
            after=self._text[citation.end : sentence[1]],
            setting=setting,
            heading=heading,
            article=self._places.article_heading(citation.start, self._text),
            is_own_number=is_own_number(citation, self._header),
        )

    def _own_clause(self, before: str, last: Judged, sentence_start: int) -> str:
        """What stands between the citation before it (with issuer and title) and this one."""
        end = sentence_start + len(before)
        first = max(last.citation.end, min(last.citation.described_to, end))
        return self._text[first:end]

    def _setting(self, citation: Citation, where: str) -> Setting:
        if self._places.is_form(citation.start):
            return Setting.BODY
        if where == "title" or self._places.is_title(citation.start) or self._places.is_attachment_head(citation.start):
            return Setting.TITLE
        if where == "preamble":
            return Setting.PREAMBLE
        headings = self._places.headings(citation.start, self._text, _LONGEST_HEADING)
        if any(_BASES.match(heading) for heading in headings):
            return Setting.BASES
        is_purpose = any(_PURPOSE.match(heading) for heading in headings)
        return Setting.PURPOSE if is_purpose else Setting.BODY

    def _introduction(self, citation: Citation, before: str) -> str:
        """The words of the unit above, when the sentence begins with the citation."""
        return self._places.introduction(citation.start, self._text) if begins_with_citation(before) else ""

    def _preamble_head(self, citation: Citation, before: str) -> str:
        """The beginning of the list that a paragraph of the preamble goes on with ("Căn cứ …;" and then "Luật …;")."""
        if not begins_with_citation(before):
            return ""
        return self._paragraphs.list_head(citation.start)
