"""Results grouped by document, each passage with its place, why it was found, and warnings. Pure text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby

from kb.model import DocumentSummary, Hit
from kb.text import fold, has_diacritics, normalise_tones
from ui.address import PageName, document_link, href
from ui.markup import Html, joined, link, shortened, tag, with_cells
from ui.parts import document_heading, facts_line, notice
from ui.words import place

# Characters of a passage that are shown; the link leads to the rest.
_SHOWN = 520
# Passages of one document that are shown at once.
_PASSAGES = 3
_WORD = re.compile(r"\w+")
# Words that stand in every sentence; marking them would hide the others.
_COMMON = frozenset(
    """ai bao bằng bị bởi các cái cho có của do được đã để gì hay khi không là lại làm mà mấy mỗi một nào này nên nhiêu
    những như ở phải ra rằng sao sẽ tại theo thì trên trong từ và vào về với""".split()  # noqa: SIM905 - a list of words
)


def results_html(hits: Sequence[Hit], query: str, names: Mapping[str, DocumentSummary]) -> Html:
    groups = grouped(hits)
    return tag("ol", joined(_group(group, query, names) for group in groups), class_="kb-results")


def grouped(hits: Iterable[Hit]) -> list[list[Hit]]:
    """The hits of each document together, documents in order of their best hit."""
    found: dict[str, list[Hit]] = {}
    for hit in hits:
        found.setdefault(hit.document_id or hit.registry_id or "", []).append(hit)
    return list(found.values())


def _group(group: Sequence[Hit], query: str, names: Mapping[str, DocumentSummary]) -> Html:
    first = group[0]
    warnings = dict.fromkeys(warning for hit in group for warning in hit.warnings)
    passages = [_passage(hit, query) for hit in group]
    rest = passages[_PASSAGES:]
    more = tag("details", tag("summary", f"Thêm {len(rest)} đoạn của văn bản này"), joined(rest)) if rest else None
    return tag(
        "li",
        _heading(first, names),
        joined(notice(warning) for warning in warnings),
        joined(passages[:_PASSAGES]),
        more,
        class_="kb-result",
    )


def _heading(hit: Hit, names: Mapping[str, DocumentSummary]) -> Html:
    summary = names.get(hit.document_id or "")
    if summary:
        return joined([tag("h3", document_heading(summary)), facts_line(summary)])
    name = joined([tag("b", hit.number), f" {hit.title or ''}"])
    goal = href(PageName.TRACE, doc=hit.registry_id) if hit.registry_id else href(PageName.DOCUMENTS)
    quiet = tag("p", "Có trong sổ văn bản; kho chưa có toàn văn", class_="kb-meta")
    return joined([tag("h3", link(goal, name, class_="kb-doc")), quiet])


def _passage(hit: Hit, query: str) -> Html:
    words = with_cells(shortened(hit.text, _SHOWN), lambda text: highlighted(text, query))
    why = tag("details", tag("summary", "Vì sao"), tag("p", hit.why), class_="kb-why") if hit.why else None
    also = tag("p", f"Cũng có trong: {'; '.join(hit.also_in)}", class_="kb-meta") if hit.also_in else None
    if hit.document_id is None:
        return joined([tag("p", words, class_="kb-passage"), why])
    page = f" · trang {hit.page}" if hit.page else ""
    goal = document_link(hit.document_id, hit.path, (hit.start, hit.end))
    where = link(goal, place(hit.path), f" – {hit.heading}" if hit.heading else "", page, class_="kb-place")
    return tag("div", where, tag("p", words, class_="kb-passage"), also, why, class_="kb-hit")


def highlighted(text: str, query: str) -> Html:
    """The text with the words of the query marked, without regard to diacritics where the query has none."""
    same = _same if has_diacritics(query) else fold
    # Without diacritics a common word looks like any other: "bao" is also "báo".
    common = {same(word) for word in _COMMON} if has_diacritics(query) else set()
    wanted = {same(word) for word in _WORD.findall(query)} - common
    pieces = groupby(re.split(r"(\w+)", text), key=lambda piece: same(piece) in wanted)
    return joined(tag("em", "".join(group)) if is_wanted else "".join(group) for is_wanted, group in pieces)


def _same(word: str) -> str:
    return normalise_tones(word).lower()
