"""References of a document: what it cites, and who cites it, each with what it resolves to. Pure text."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from kb.model import Document, DocumentSummary, Linked, RegistryEntry, ResolutionStatus
from ui.address import PageName, document_link, href
from ui.markup import Html, badge, joined, link, tag
from ui.parts import document_heading, empty_state, table
from ui.words import RELATIONS, RESOLUTION_TONES, RESOLUTIONS, day, place

Names = Mapping[str, DocumentSummary]
Entries = Mapping[str, RegistryEntry]


def references_out_html(
    document: Document,
    references: Sequence[Linked],
    names: Names,
    entries: Entries,
    chosen: int | None,
    is_unclear_only: bool = False,
) -> Html:
    """The citations in order; `chosen` is the number (from 1) of the one to mark."""
    if not references:
        return empty_state("Văn bản không viện dẫn văn bản nào")
    shown = [(n, linked) for n, linked in enumerate(references, 1) if not is_unclear_only or is_unclear(linked)]
    rows = [_row(document, n, linked, names, entries, n == chosen) for n, linked in shown]
    columns = ("#", "Viện dẫn", "Quan hệ", "Ở đâu", "Văn bản được viện dẫn")
    left = f", hiện {len(shown)} chỗ chưa rõ" if is_unclear_only else ""
    return table(columns, rows, f"Viện dẫn đi: {len(references)} chỗ{left}")


def is_unclear(linked: Linked) -> bool:
    """Whether it leads to no document, or to several."""
    status = linked.resolution.status if linked.resolution else ResolutionStatus.MISSING
    return status in (ResolutionStatus.MISSING, ResolutionStatus.AMBIGUOUS)


def _row(
    document: Document, number: int, linked: Linked, names: Names, entries: Entries, is_chosen: bool
) -> tuple[str | Html | None, ...]:
    reference = linked.reference
    goal = document_link(document.id, at=(reference.start, reference.end))
    via = f" (qua {reference.via})" if reference.via else ""
    return (
        tag("span", str(number), class_="kb-target" if is_chosen else None),
        link(goal, reference.surface),
        f"{RELATIONS[reference.relation]}{via}",
        place(reference.where),
        resolution_html(linked, names, entries),
    )


def resolution_html(linked: Linked, names: Names, entries: Entries) -> Html:
    """What a reference resolves to, or that nothing is known."""
    resolution = linked.resolution
    status = resolution.status if resolution else ResolutionStatus.MISSING
    sign = badge(RESOLUTIONS[status], RESOLUTION_TONES[status])
    targets = resolution.targets if resolution else ()
    return joined([sign, *(tag("div", _target(target, names, entries)) for target in targets)])


def _target(target: str, names: Names, entries: Entries) -> Html:
    if target in names:
        return document_heading(names[target])
    entry = entries.get(target)
    if entry is None:
        return tag("span", target)
    named = " ".join(part for part in (entry.kind, entry.number) if part)
    source = f" Toàn văn: {entry.full_text_at}" if entry.full_text_at else ""
    dated = f" ngày {day(entry.issued_on)}" if entry.issued_on else ""
    content = joined([tag("b", named), dated, f" {entry.title or ''}"])
    return joined([link(href(PageName.TRACE, doc=target), content), tag("span", source, class_="kb-quiet")])


def references_in_html(citing: Sequence[tuple[DocumentSummary, Linked]]) -> Html:
    """Who cites this document, and where."""
    if not citing:
        return empty_state("Chưa có văn bản nào trong kho viện dẫn văn bản này")
    rows = [
        (
            document_heading(summary),
            RELATIONS[linked.reference.relation],
            link(
                document_link(summary.id, at=(linked.reference.start, linked.reference.end)),
                place(linked.reference.where),
            ),
        )
        for summary, linked in citing
    ]
    return table(("Văn bản", "Quan hệ", "Ở đâu"), rows, f"Viện dẫn đến: {len(citing)} chỗ")
