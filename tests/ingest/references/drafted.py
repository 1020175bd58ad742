"""Builds small laid-out documents of places that do not exist, for tests of references."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from ingest.model import Header, LaidText, Paragraph, Region, RegionKind
from ingest.references import find_references
from kb.model import Fact, Field, Provision, ProvisionKind, Reference

_KIND_OF = {
    "Điều": ProvisionKind.ARTICLE,
    "Phụ": ProvisionKind.APPENDIX,
    "Kèm": ProvisionKind.ATTACHMENT,
    "Mẫu": ProvisionKind.APPENDIX,
}


@dataclass(frozen=True)
class Drafted:
    """A document as the step before hands it on."""

    laid: LaidText
    header: Header
    provisions: tuple[Provision, ...]

    @property
    def text(self) -> str:
        return self.laid.text

    def references(self) -> tuple[Reference, ...]:
        return find_references(self.laid, self.header, self.provisions)


def draft(
    *,
    title: Sequence[str] = (),
    preamble: Sequence[str] = (),
    units: Sequence[tuple[str, str]] = (),
    rows: Sequence[str] = (),
    number: str | None = None,
    kind: str = "Quyết định",
) -> Drafted:
    """A document with lines of title and preamble, units (path, text) and rows of a table at the end."""
    parts = [("title", line) for line in title] + [("preamble", line) for line in preamble]
    parts += [*units, *(("row", row) for row in rows)]
    paragraphs: list[Paragraph] = []
    provisions: list[Provision] = []
    offset = 0
    for path, line in parts:
        end = offset + len(line) + 1
        paragraphs.append(Paragraph(offset, end - 1, table=0 if path == "row" else None))
        provisions.append(_provision(path, offset, end, provisions))
        offset = end
    text = "".join(f"{line}\n" for _, line in parts)
    title_end = sum(len(line) + 1 for line in title)
    regions = [Region(RegionKind.TITLE, 0, title_end)] if title else []
    regions.append(Region(RegionKind.BODY, title_end, len(text)))
    facts = {Field.KIND: Fact(kind, "test"), Field.TITLE: Fact(" ".join(title), "test")}
    if number:
        facts[Field.NUMBER] = Fact(number, "test")
    laid = LaidText(text, tuple(paragraphs), (), ())
    return Drafted(laid, Header(facts, tuple(regions)), _with_ends(provisions))


def _provision(path: str, start: int, end: int, earlier: Sequence[Provision]) -> Provision:
    plain = {"title": ProvisionKind.HEADER, "preamble": ProvisionKind.PREAMBLE, "row": ProvisionKind.ROW}
    if path in plain:
        return Provision(path, plain[path], None, None, start, end, end, None, numbered=False)
    label = path.rsplit("/", 1)[-1]
    above = path.rpartition("/")[0]
    parent = next((index for index, one in enumerate(earlier) if one.path == above), None)
    kind = _KIND_OF.get(label.split()[0], ProvisionKind.CLAUSE)
    return Provision(path, kind, label, None, start, end, end, parent, numbered=True)


def _with_ends(provisions: Sequence[Provision]) -> tuple[Provision, ...]:
    """The provisions with the ends of their last descendants."""
    ends = [provision.end for provision in provisions]
    for index in range(len(provisions) - 1, -1, -1):
        parent = provisions[index].parent
        if parent is not None:
            ends[parent] = max(ends[parent], ends[index])
    return tuple(
        Provision(
            one.path, one.kind, one.label, one.heading, one.start, one.own_end, end, one.parent, one.numbered, one.page
        )
        for one, end in zip(provisions, ends, strict=True)
    )
