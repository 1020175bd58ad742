"""Reads the tree: each region in turn, paragraph by paragraph, over a stack of open units."""

from __future__ import annotations

import re

from ingest.markers import Marker, Style, opening_quote, read_bullet, read_marker
from ingest.model import Header, LaidText, Paragraph, Region, RegionKind
from ingest.structure.numbering import Open, place
from ingest.structure.rows import RowName, name_rows
from ingest.structure.tree import Tree
from kb.model import Provision, ProvisionKind

_KINDS = {
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
}
LONGEST_HEADING = 250
_CLOSING_WORDS = re.compile(
    r"^(?:Trên đây là|Chỉ thị này|Nghị quyết này|Kế hoạch này|Kết luận này|Quy định này|Thông báo này|Hướng dẫn này|"
    r"Văn phòng [^.]{3,60} (?:xin )?thông báo|Luật này (?:được|đã)|Bộ luật này|Đề nghị các|Yêu cầu các)"
)


def read_structure(laid: LaidText, header: Header) -> tuple[Provision, ...]:
    """Provisions in reading order, parents first; their own spans, joined, are the text."""
    walk = _Walk(laid)
    for region in header.regions:
        paragraphs = [p for p in laid.paragraphs if region.start <= p.start < region.end]
        walk.region(region, paragraphs)
    return walk.tree.freeze(len(laid.text))


class _Walk:
    def __init__(self, laid: LaidText) -> None:
        self.laid = laid
        self.tree = Tree()
        self.stack: list[Open] = []
        self.root: int | None = None
        self.bullets: list[tuple[str, int]] = []
        self.row_names: dict[int, list[RowName]] = {}
        self.section_row: tuple[int, int] | None = None
        self.quote_base: int | None = None
        self.heading_open: int | None = None

    def region(self, region: Region, paragraphs: list[Paragraph]) -> None:
        if not paragraphs:
            return
        self.stack, self.bullets, self.quote_base, self.heading_open = [], [], None, None
        if region.kind is RegionKind.ATTACHMENT:
            self._attachment(region, paragraphs)
        elif region.kind is RegionKind.BODY:
            self._body(region, paragraphs)
        else:
            closing = region.kind in (RegionKind.SIGNATURE, RegionKind.RECIPIENTS, RegionKind.COPY, RegionKind.NOTES)
            kind = ProvisionKind.CLOSING if closing else ProvisionKind.HEADER
            if not self.tree.nodes or self.tree.nodes[-1].kind is not kind:
                self.tree.add(kind, kind.value, self._from(region.start), None, region_page(paragraphs))

    def _from(self, start: int) -> int:
        return start if self.tree.nodes else 0

    def _attachment(self, region: Region, paragraphs: list[Paragraph]) -> None:
        label = region.label or "Kèm theo"
        kind = ProvisionKind.APPENDIX if label.startswith("Phụ lục") else ProvisionKind.ATTACHMENT
        self.root = self.tree.add(kind, label, self._from(region.start), None, region_page(paragraphs), label, region.title)
        self.stack = [Open(self.root, None)]
        for paragraph in paragraphs[1:]:
            self._paragraph(paragraph)

    def _body(self, region: Region, paragraphs: list[Paragraph]) -> None:
        self.root = self.tree.add(ProvisionKind.PREAMBLE, ProvisionKind.PREAMBLE.value, self._from(region.start), None, region_page(paragraphs))
        last = self._closing_from(paragraphs)
        for index, paragraph in enumerate(paragraphs):
            if index == last:
                self.tree.add(ProvisionKind.CLOSING, ProvisionKind.CLOSING.value, paragraph.start, None, paragraph.page)
                break
            self._paragraph(paragraph)

    def _closing_from(self, paragraphs: list[Paragraph]) -> int | None:
        """The paragraph from which the body says goodbye, behind its last unit."""
        for back in range(1, min(4, len(paragraphs))):
            text = self._text(paragraphs[-back])
            if read_marker(text) or paragraphs[-back].table is not None:
                return None
            if _CLOSING_WORDS.match(text):
                return len(paragraphs) - back
        return None

    def _text(self, paragraph: Paragraph) -> str:
        return self.laid.text[paragraph.start : paragraph.end]

    def _paragraph(self, paragraph: Paragraph) -> None:
        if paragraph.table is not None:
            self._row(paragraph, paragraph.table, paragraph.row or 0)
            return
        text = self._text(paragraph)
        quote = opening_quote(text)
        if quote and self.quote_base is None:
            self.quote_base = len(self.stack)
        if not self._unit(paragraph, text, quote):
            self._plain(paragraph, text)
        if self.quote_base is not None and re.search(r"[”\"][.;,]?$", text):
            del self.stack[self.quote_base :]
            self.quote_base = None
            self.bullets = []

    def _unit(self, paragraph: Paragraph, text: str, quote: int) -> bool:
        marker = read_marker(text[quote:])
        if marker is None:
            return False
        quoted = self.quote_base is not None
        keep = place(self.stack, marker, self.quote_base or (1 if self._has_root() else 0), quoted=quoted)
        if keep is None:
            return False
        del self.stack[keep:]
        parent = self.stack[-1].node if self.stack else None
        heading = self._heading(text[quote + marker.end :])
        node = self.tree.add(_KINDS[marker.style], marker.label, paragraph.start, parent, paragraph.page, marker.label, heading)
        self.stack.append(Open(node, marker, quoted))
        self.bullets = []
        self.heading_open = node if not text[quote + marker.end :].strip() else None
        return True

    def _has_root(self) -> bool:
        return bool(self.stack) and self.stack[0].marker is None

    @staticmethod
    def _heading(rest: str) -> str | None:
        rest = rest.strip(" *")
        return rest if rest and len(rest) <= LONGEST_HEADING and rest[-1] not in ".;:" else None

    def _plain(self, paragraph: Paragraph, text: str) -> None:
        if self.heading_open is not None and (text.isupper() or paragraph.bold):
            self.tree.nodes[self.heading_open].heading = text
            self.heading_open = None
            return
        self.heading_open = None
        parent = self.stack[-1].node if self.stack else self.root
        sign = read_bullet(text)
        if sign is None:
            self.bullets = []
            step = f"đoạn {self.tree.count(parent, 'đoạn')}"
            self._add_plain(ProvisionKind.PARAGRAPH, step, paragraph, parent)
            return
        while self.bullets and any(sign == open_sign for open_sign, _ in self.bullets):
            closed, _ = self.bullets.pop()
            if closed == sign:
                break
        parent = self.bullets[-1][1] if self.bullets else parent
        node = self._add_plain(ProvisionKind.BULLET, f"{sign}{self.tree.count(parent, sign)}", paragraph, parent)
        self.bullets.append((sign, node))

    def _add_plain(self, kind: ProvisionKind, step: str, paragraph: Paragraph, parent: int | None) -> int:
        nodes = self.tree.nodes
        starts_region = parent is not None and nodes[parent].start == paragraph.start
        if starts_region and parent is not None:
            return parent
        return self.tree.add(kind, step, paragraph.start, parent, paragraph.page)

    def _row(self, paragraph: Paragraph, table: int, row: int) -> None:
        names = self.row_names.setdefault(table, name_rows(self.laid, self.laid.tables[table]))
        name = names[row]
        parent = self.stack[-1].node if self.stack else self.root
        has_path = parent is not None and self.tree.nodes[parent].kind is not ProvisionKind.PREAMBLE
        step, by_slash = name.step(has_path)
        node = self.tree.add(ProvisionKind.ROW, step, paragraph.start, parent, paragraph.page, name.label)
        if not has_path:
            self.tree.nodes[node].path = step
        elif not by_slash and parent is not None:
            self.tree.nodes[node].path = f"{self.tree.nodes[parent].path} {step}"


def region_page(paragraphs: list[Paragraph]) -> int | None:
    return paragraphs[0].page if paragraphs else None
