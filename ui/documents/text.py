"""The text of a document as a page shows it: provision by provision, the addressed one marked. Pure text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from kb.model import Document, Linked, Provision, ProvisionKind, ResolutionStatus
from ui.address import document_link
from ui.documents.marks import Mark, Marks, apart, marked
from ui.markup import Html, joined, tag
from ui.words import RELATIONS, RESOLUTIONS

# Characters of text shown at once: a browser of an old computer lays this out in well under a second.
PART_LENGTH = 60_000

_HEADINGS = {
    ProvisionKind.PART,
    ProvisionKind.CHAPTER,
    ProvisionKind.SECTION,
    ProvisionKind.SUBSECTION,
    ProvisionKind.ARTICLE,
    ProvisionKind.ROMAN,
    ProvisionKind.APPENDIX,
    ProvisionKind.ATTACHMENT,
}
# Deeper levels are not set in further: the text must stay wide enough to read on a phone.
_DEEPEST = 5


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of provisions [first, last) that is shown at once; `number` counts from 1."""

    number: int
    count: int
    first: int
    last: int


@dataclass(frozen=True, slots=True)
class Target:
    """What the address points at: a provision by its index, a quotation by its span."""

    index: int | None
    quote: tuple[int, int] | None


def find_target(
    document: Document, provisions: Sequence[Provision], path: str | None, at: tuple[int, int] | None
) -> Target:
    """The addressed place. A span outside of the text, or a path that does not exist, points at nothing."""
    quote = at if at and at[1] <= len(document.text) else None
    named = _named(provisions, path) if path else []
    if quote and named:
        holding = [i for i in named if provisions[i].start <= quote[0] < provisions[i].end]
        return Target((holding or named)[0], quote)
    if quote:
        return Target(innermost(provisions, quote[0]), quote)
    return Target(named[0] if named else None, None)


def _named(provisions: Sequence[Provision], path: str) -> list[int]:
    """The provisions of that path; of its end where that is one alone: "Điều 5" for "Chương I/Điều 5"."""
    named = [i for i, provision in enumerate(provisions) if provision.path == path]
    ending = [] if named else [i for i, provision in enumerate(provisions) if provision.path.endswith(f"/{path}")]
    return named or (ending if len(ending) == 1 else [])


def innermost(provisions: Sequence[Provision], offset: int) -> int | None:
    """The index of the provision whose own words hold a character."""
    return next((i for i, item in enumerate(provisions) if item.start <= offset < item.own_end), None)


def parts_of(provisions: Sequence[Provision]) -> tuple[Part, ...]:
    """The parts that a text is shown in; one for all but the longest."""
    firsts = [0] if provisions else []
    for i, provision in enumerate(provisions):
        if provision.own_end - provisions[firsts[-1]].start > PART_LENGTH and i > firsts[-1]:
            firsts.append(i)
    lasts = [*firsts[1:], len(provisions)]
    return tuple(
        Part(n, len(firsts), first, last) for n, (first, last) in enumerate(zip(firsts, lasts, strict=False), 1)
    )


def part_with(parts: Sequence[Part], index: int | None, asked: int | None) -> Part | None:
    """The part that holds the addressed provision, else the asked one, else the first."""
    if index is not None:
        return next((part for part in parts if part.first <= index < part.last), None)
    return next((part for part in parts if part.number == asked), parts[0] if parts else None)


def marks_of(document: Document, references: Sequence[Linked], target: Target) -> Marks:
    """Links on the references, colour on the quotation."""
    links = apart([_reference_mark(document.id, n, linked) for n, linked in enumerate(references, 1)])
    quotes = (Mark(*target.quote, "kb-quote"),) if target.quote else ()
    return Marks(links, quotes)


def _reference_mark(document_id: str, number: int, linked: Linked) -> Mark:
    reference, resolution = linked.reference, linked.resolution
    status = resolution.status if resolution else ResolutionStatus.MISSING
    held = resolution.targets[0] if resolution and status is ResolutionStatus.HELD else None
    goal = document_link(held) if held else document_link(document_id, muc="vien-dan", vd=number)
    return Mark(
        reference.start,
        reference.end,
        f"kb-ref kb-ref-{status.value}",
        goal,
        f"{RELATIONS[reference.relation]} · {RESOLUTIONS[status]}",
    )


def text_html(document: Document, provisions: Sequence[Provision], part: Part, marks: Marks, target: Target) -> Html:
    """One part of the text; table rows that follow each other become one table."""
    depth = depths(provisions)
    shown = range(part.first, part.last)
    groups = groupby(shown, key=lambda i: provisions[i].kind is ProvisionKind.ROW)
    covered = _covered(provisions, target.index)
    pieces: list[Html] = []
    for is_table, indexes in groups:
        blocks = [_block(document, provisions[i], i, depth[i], marks, i in covered) for i in indexes]
        pieces.append(_table(blocks) if is_table else joined(blocks))
    return tag("article", joined(pieces), class_="kb-text", lang="vi")


def _table(rows: Sequence[Html]) -> Html:
    """Rows that follow each other; wider than the screen, the table scrolls by itself."""
    content = tag("table", tag("tbody", joined(rows)), class_="kb-table")
    return tag("div", content, class_="kb-scroll", tabindex="0", role="region", aria_label="Bảng trong văn bản")


def _covered(provisions: Sequence[Provision], index: int | None) -> range:
    """The addressed provision with those below it, which follow it."""
    if index is None:
        return range(0)
    end = provisions[index].end
    last = index + 1
    while last < len(provisions) and provisions[last].end <= end and provisions[last].start < end:
        last += 1
    return range(index, last)


def _block(document: Document, provision: Provision, index: int, depth: int, marks: Marks, is_target: bool) -> Html:
    state = " kb-target" if is_target else ""
    if provision.kind is ProvisionKind.ROW:
        cells = [
            tag("td", marked(document.text, start, end, marks))
            for start, end in _split(document.text, provision.start, provision.own_end, " | ")
        ]
        return tag("tr", joined(cells), id=f"p{index}", class_=f"kb-row{state}")
    lines = list(_split(document.text, provision.start, provision.own_end, "\n"))
    is_heading = provision.kind in _HEADINGS and provision.heading is not None
    paragraphs = [
        tag("p", marked(document.text, start, end, marks), class_="kb-heading" if is_heading and not n else None)
        for n, (start, end) in enumerate(lines)
    ]
    kind = f"kb-pv kb-d{min(depth, _DEEPEST)}"
    return tag("div", joined(paragraphs), id=f"p{index}", class_=f"{kind}{state}") if paragraphs else Html("")


def _split(text: str, start: int, end: int, separator: str) -> Iterator[tuple[int, int]]:
    """Spans of the pieces of `text[start:end]` between separators, without empty ones (cells may be empty)."""
    while start < end:
        found = text.find(separator, start, end)
        stop = found if found >= 0 else end
        if text[start:stop].strip() or separator != "\n":
            yield start, stop
        start = stop + len(separator)


def depths(provisions: Sequence[Provision]) -> list[int]:
    """How many provisions lie above each; parents come first."""
    found: list[int] = []
    for provision in provisions:
        found.append(0 if provision.parent is None else found[provision.parent] + 1)
    return found
