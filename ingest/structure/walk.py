"""Walks the paragraphs of one region over a stack of open units."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.markers import Marker, Style, is_citation, opening_quote, read_bullet, read_marker
from ingest.model import LaidText, Paragraph
from ingest.structure.closing import speaks_of_article
from ingest.structure.damaged import read_damaged
from ingest.structure.heading import heading_of
from ingest.structure.labels import damaged_label, printed_label
from ingest.structure.numbering import Open, is_next, is_same_series, place
from ingest.structure.quoting import closing_of, opens_quotation
from ingest.structure.rows import RowNames
from ingest.structure.series import Series
from ingest.structure.siblings import part_siblings
from ingest.structure.tree import Tree
from kb.model import ProvisionKind

_KINDS = {
    Style.FORM: ProvisionKind.APPENDIX,
    Style.PART: ProvisionKind.PART,
    Style.CHAPTER: ProvisionKind.CHAPTER,
    Style.SECTION: ProvisionKind.SECTION,
    Style.SUBSECTION: ProvisionKind.SUBSECTION,
    Style.CAPITAL: ProvisionKind.ROMAN,
    Style.ROMAN: ProvisionKind.ROMAN,
    Style.ARTICLE: ProvisionKind.ARTICLE,
    Style.NUMBER: ProvisionKind.CLAUSE,
    Style.DOTTED: ProvisionKind.CLAUSE,
    Style.LETTER: ProvisionKind.POINT,
    Style.BRACKET: ProvisionKind.POINT,
}


# Paragraphs without sign that may stand between two bullets of one list.
LONGEST_INTERRUPTION = 4


@dataclass(frozen=True, slots=True)
class _Quotation:
    """Open quotation: units below `base` open units; `last` is its last paragraph (None: its end mark was lost)."""

    base: int
    last: int | None


class Walk:
    """Adds the units, bullets, paragraphs and rows of a region to the tree, below its root node."""

    def __init__(self, laid: LaidText, tree: Tree, root: int, *, is_numbered_root: bool) -> None:
        self.laid = laid
        self.tree = tree
        self.root = root
        self.stack: list[Open] = [Open(root, None)] if is_numbered_root else []
        self.base = len(self.stack)
        self.bullets: list[tuple[str, int]] = []
        self.quotation: _Quotation | None = None
        self.awaits_heading: int | None = None
        self.rows = RowNames(laid)
        self.has_units = False

    def read(self, given: Sequence[Paragraph]) -> None:
        paragraphs = part_siblings(self.laid, given)
        texts = [self.laid.text[p.start : p.end] for p in paragraphs]
        markers = [
            None if p.table is not None else self._marker_of(text) for p, text in zip(paragraphs, texts, strict=True)
        ]
        series = Series(markers, [_damaged_beside(marker, text) for marker, text in zip(markers, texts, strict=True)])
        for index, paragraph in enumerate(paragraphs):
            if paragraph.table is not None:
                self._row(paragraph, paragraph.table, paragraph.row or 0)
            else:
                self._open_quotation(texts, index)
                if not self._unit(paragraph, texts[index], series, index):
                    self._plain(paragraph, texts, series, index)
            self._close_quotation(index)

    @staticmethod
    def _marker_of(text: str) -> Marker | None:
        quote = opening_quote(text)
        marker = read_marker(text[quote:])
        return None if marker is None or is_citation(marker, text[quote:]) else marker

    def _open_quotation(self, texts: Sequence[str], index: int) -> None:
        if not opens_quotation(texts[index]):
            return
        last = closing_of(texts, index)
        is_inner = self.quotation is not None and self.quotation.last is not None
        holds_unit = last != index or self._marker_of(texts[index]) is not None
        if not is_inner and holds_unit:
            self._leave_quotation()
            self.quotation = _Quotation(max(len(self.stack), self.base), last)

    def _close_quotation(self, index: int) -> None:
        if self.quotation is not None and self.quotation.last == index:
            self._leave_quotation()

    def _leave_quotation(self) -> None:
        if self.quotation is not None:
            del self.stack[self.quotation.base :]
            self.quotation = None
            self.bullets = []

    def _unit(self, paragraph: Paragraph, text: str, series: Series, index: int) -> bool:
        marker = printed_label(self.stack, text, series, index)
        if marker is None:
            return False
        if self.quotation is not None and self.quotation.last is None and self._continues_outside(marker):
            self._leave_quotation()
        keep = self._place(marker, series, index)
        if keep is None and (damaged := damaged_label(self.stack, text, series, index)) is not None:
            marker, keep = damaged, self._place(damaged, series, index)
        if keep is None:
            return False
        del self.stack[keep:]
        words = text[opening_quote(text) + marker.end :]
        is_title = paragraph.bold or paragraph.heading_level is not None or _is_above(marker, series.following(index))
        self._add_unit(paragraph, words, marker, heading_of(words, is_title=is_title))
        return True

    def _place(self, marker: Marker, series: Series, index: int) -> int | None:
        base = self.quotation.base if self.quotation else self.base
        is_second = marker.order == 2 and series.is_confirmed(index)
        is_bracket = marker.style is Style.BRACKET or (marker.style is Style.NUMBER and marker.closer == ")")
        if marker.style is Style.FORM and not self.base:
            return None
        is_lone_bracket = is_bracket and marker.order == 1 and not series.is_confirmed(index)
        if is_lone_bracket:
            return None
        may_begin = self.quotation is not None or is_second
        is_last_point = _is_point(marker) and series.next_point(index) is None
        may_jump = series.is_confirmed(index) or is_last_point
        is_unused = not self.tree.holds(self._list_of(marker), marker.label)
        return place(self.stack, marker, base, may_begin=may_begin, may_jump=may_jump, is_unused=is_unused)

    def _list_of(self, marker: Marker) -> int | None:
        """The node that holds the open series of a marker."""
        open_nodes = (unit.node for unit in reversed(self.stack) if is_same_series(unit.marker, marker))
        node = next(open_nodes, None)
        return None if node is None else self.tree.nodes[node].parent

    def _continues_outside(self, marker: Marker) -> bool:
        """A lost end mark: the number goes on with the series of the clause that quotes."""
        assert self.quotation is not None
        outside = self.stack[: self.quotation.base]
        inside = self.stack[self.quotation.base :]
        goes_on_inside = any(
            unit.marker and is_same_series(unit.marker, marker) and is_next(unit.marker, marker) for unit in inside
        )
        goes_on = any(
            unit.marker and is_same_series(unit.marker, marker) and is_next(unit.marker, marker) for unit in outside
        )
        return goes_on and not goes_on_inside

    def _add_unit(self, paragraph: Paragraph, words: str, marker: Marker, heading: str | None) -> None:
        parent = self.stack[-1].node if self.stack else None
        node = self.tree.add(
            _KINDS[marker.style], marker.label, paragraph.start, parent, paragraph.page, marker.label, heading
        )
        self.stack.append(Open(node, marker))
        self.bullets = []
        self.awaits_heading = None if words.strip() else node
        self.has_units = True

    def _plain(self, paragraph: Paragraph, texts: Sequence[str], series: Series, index: int) -> None:
        text = texts[index]
        if self.awaits_heading is not None and (text.isupper() or paragraph.bold or paragraph.centred):
            self._take_heading(text)
            return
        self.awaits_heading = None
        sign = read_bullet(text)
        is_of_article = sign is None and self.quotation is None and speaks_of_article(text)
        if is_of_article and _ends_article(series.next_marker(index)):
            self._leave_clause()
        unit = self._home()
        if unit is not None and self.tree.nodes[unit].start == paragraph.start:
            return
        if sign is None:
            del self.bullets[_goes_on_at(self._signs(), texts, series, index) :]
            parent = self.bullets[-1][1] if self.bullets else unit
            self._add_plain(ProvisionKind.PARAGRAPH, "đoạn ", paragraph, parent)
            return
        self._close_bullets(sign)
        parent = self.bullets[-1][1] if self.bullets else unit
        self.bullets.append((sign, self._add_plain(ProvisionKind.BULLET, sign, paragraph, parent)))

    def _leave_clause(self) -> None:
        """Back to the article: what stands behind its last clause and speaks of several of them."""
        article = next((i for i, unit in enumerate(self.stack) if unit.marker and _is_article(unit.marker)), None)
        if article is not None:
            del self.stack[article + 1 :]
            self.bullets = []

    def _signs(self) -> list[str]:
        return [sign for sign, _ in self.bullets]

    def _home(self) -> int | None:
        """The node that holds what prints no number: the open unit; before the first unit the root; else none."""
        if self.stack:
            return self.stack[-1].node
        return None if self.has_units else self.root

    def _take_heading(self, text: str) -> None:
        """A heading under its number ("Chương I" / "QUY ĐỊNH CHUNG"), perhaps of two lines."""
        assert self.awaits_heading is not None
        node = self.tree.nodes[self.awaits_heading]
        node.heading = f"{node.heading} {text}" if node.heading else text
        if not text.isupper():
            self.awaits_heading = None

    def _close_bullets(self, sign: str) -> None:
        """Bullets of one sign are neighbours; another sign opens a level below."""
        signs = self._signs()
        if sign in signs:
            del self.bullets[signs.index(sign) :]

    def _add_plain(self, kind: ProvisionKind, sign: str, paragraph: Paragraph, parent: int | None) -> int:
        return self.tree.add(kind, f"{sign}{self.tree.count(parent, sign)}", paragraph.start, parent, paragraph.page)

    def _row(self, paragraph: Paragraph, table: int, row: int) -> None:
        self.awaits_heading = None
        self.bullets = []
        unit = self._home()
        has_path = unit is not None and (unit != self.root or self.base > 0)
        path, label = self.rows.path(table, row, self.tree.nodes[unit].path if has_path and unit is not None else "")
        self.tree.add_at(path, ProvisionKind.ROW, paragraph.start, unit, paragraph.page, label)


def _damaged_beside(clean: Marker | None, text: str) -> Marker | None:
    """What a paragraph without a clean marker, or with a capital that may be a damaged numeral, may begin with."""
    return read_damaged(text) if clean is None or clean.style is Style.CAPITAL else None


def _is_point(marker: Marker) -> bool:
    return marker.style is Style.LETTER and marker.closer == ")" and not marker.suffix


def _is_above(marker: Marker, following: Marker | None) -> bool:
    """An article whose clauses begin right below it: its line is their title."""
    return marker.style is Style.ARTICLE and following is not None and following.style > Style.ARTICLE


def _is_article(marker: Marker) -> bool:
    return marker.style is Style.ARTICLE


def _ends_article(following: Marker | None) -> bool:
    return following is None or following.style <= Style.ARTICLE


def _goes_on_at(signs: Sequence[str], texts: Sequence[str], series: Series, index: int) -> int:
    """How many open bullets stay open over a paragraph without sign: those above a sign that goes on behind it
    ("-", "+", a paragraph, "+"); none where the outermost sign or another unit follows."""
    for at in range(index + 1, min(len(texts), index + 1 + LONGEST_INTERRUPTION)):
        if series.markers[at] is not None:
            return 0
        sign = read_bullet(texts[at])
        if sign is not None:
            return signs.index(sign) if sign in signs else 0
    return 0
