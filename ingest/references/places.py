"""Where in a document a character stands: the numbered provision, the headings above it, what introduces it."""

from __future__ import annotations

import re
from bisect import bisect_right

from ingest.model import Header, Region, RegionKind
from kb.model import Field, Provision, ProvisionKind

_WHERE = {
    ProvisionKind.ROW: "table",
    ProvisionKind.HEADER: "title",
    ProvisionKind.PREAMBLE: "preamble",
    ProvisionKind.CLOSING: "closing",
}
_ATTACHED = (ProvisionKind.ATTACHMENT, ProvisionKind.APPENDIX)
# A list's introduction stands in the unit above its items, or above the paragraph that the item is.
_INTRODUCING_UNITS = 2
_FORM = re.compile(r"(?:biểu\s+)?mẫu(?!\w)", re.IGNORECASE)
# In characters: label, title, the document that it came with, and the bases that some plans repeat.
_LONGEST_ATTACHMENT_HEAD = 2500
# In characters: an article that changes another says so at once.
_LONGEST_ARTICLE_HEADING = 200
_FRAME = (RegionKind.CHROME, RegionKind.LETTERHEAD, RegionKind.STAMP, RegionKind.RECIPIENTS, RegionKind.COPY)


class Places:
    """The provisions and regions of a document by place."""

    def __init__(self, provisions: tuple[Provision, ...], header: Header) -> None:
        self._provisions = provisions
        self._starts = [provision.start for provision in provisions]
        self._regions = header.regions
        self._region_starts = [region.start for region in header.regions]
        title = header.facts.get(Field.TITLE)
        self._title_start, self._title_end = (title.start or 0, title.end or 0) if title else (0, 0)

    def region_at(self, offset: int) -> Region | None:
        index = bisect_right(self._region_starts, offset) - 1
        return self._regions[index] if index >= 0 and offset < self._regions[index].end else None

    def is_frame(self, offset: int) -> bool:
        """Whether the place belongs to the letterhead, a stamp, the recipients or the certification of a copy.
        The title of a letter stands there too, under the number (Decree 30/2020/NĐ-CP, Appendix I), and is none."""
        region = self.region_at(offset)
        return region is not None and region.kind in _FRAME and not self._title_start <= offset < self._title_end

    def is_title(self, offset: int) -> bool:
        region = self.region_at(offset)
        return region is not None and region.kind is RegionKind.TITLE

    def where(self, offset: int) -> str:
        """The path of the numbered provision around a character, or "title", "preamble", "table", "closing"."""
        chain = self.chain(offset)
        own = next((_WHERE[provision.kind] for provision in chain if provision.kind in _WHERE), None)
        if own is not None:
            return own
        for provision in chain:
            if provision.numbered or provision.kind in _ATTACHED:
                return provision.path
        return "title" if self.is_title(offset) else self._outside(offset)

    def _outside(self, offset: int) -> str:
        """A paragraph under no numbered provision: before the first it is preamble, after it closing."""
        first = next((provision.start for provision in self._provisions if provision.numbered), None)
        return "closing" if first is not None and offset > first else "preamble"

    def chain(self, offset: int) -> list[Provision]:
        """The provisions around a character, innermost first."""
        index: int | None = bisect_right(self._starts, offset) - 1
        chain: list[Provision] = []
        while index is not None and index >= 0:
            provision = self._provisions[index]
            if provision.start <= offset < max(provision.end, provision.start + 1):
                chain.append(provision)
            index = provision.parent if chain and chain[-1] is provision else index - 1
        return chain

    def title_span(self, offset: int) -> tuple[int, int] | None:
        """The stretch of the title that a place lies in, None outside one."""
        region = self.region_at(offset)
        if region is not None and region.kind is RegionKind.TITLE:
            return region.start, region.end
        return None

    def article_heading(self, offset: int, text: str) -> str:
        """What the Điều around a place begins with; "" outside one."""
        article = next((one for one in self.chain(offset) if one.kind is ProvisionKind.ARTICLE), None)
        return text[article.start : min(article.own_end, article.start + _LONGEST_ARTICLE_HEADING)] if article else ""

    def is_attachment_head(self, offset: int) -> bool:
        """Whether the place is in the title of an attachment: near its beginning, before its units, in no row."""
        chain = self.chain(offset)
        first = next((one for one in chain if one.numbered or one.kind in _ATTACHED), None)
        is_row = any(one.kind is ProvisionKind.ROW for one in chain)
        is_before_units = first is not None and first.kind in _ATTACHED
        return is_before_units and not is_row and first is not None and offset - first.start <= _LONGEST_ATTACHMENT_HEAD

    def is_form(self, offset: int) -> bool:
        """Whether the place is in a form that the document lays down ("Mẫu số 02"): what it says, others will say."""
        return any(_FORM.match(step) for one in self.chain(offset)[:1] for step in one.path.split("/"))

    def headings(self, offset: int, text: str, longest: int) -> list[str]:
        """The first lines of the units around a place, innermost first, but for the innermost itself."""
        lines = [_first_line(text, provision) for provision in self.chain(offset)[1:]]
        return [line for line in lines if len(line) <= longest]

    def introduction(self, offset: int, text: str) -> str:
        """The own words of the two units above the innermost one, outermost first."""
        above = self.chain(offset)[1 : 1 + _INTRODUCING_UNITS]
        return "\n".join(text[provision.start : provision.own_end].strip() for provision in reversed(above))


def _first_line(text: str, provision: Provision) -> str:
    return text[provision.start : provision.own_end].strip().partition("\n")[0]
