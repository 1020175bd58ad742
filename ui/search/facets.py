"""Facets: how many results each value has, each a link that chooses it or lets it go. Pure text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from kb.model import Level
from ui.markup import Html, joined, link, tag
from ui.search.query import FACETS, Query
from ui.words import LEVELS

_TITLES = {"kind": "Loại văn bản", "level": "Cấp", "locality": "Địa phương", "issuer": "Cơ quan ban hành"}
# Values of a facet that are shown at once; the rest open on demand.
_SHOWN = 6


def facets_html(query: Query, counts: Mapping[str, Mapping[str, int]]) -> Html:
    groups = [_group(query, facet, counts.get(facet, {})) for facet in FACETS]
    in_force = replace(query, in_force=not query.in_force)
    force = tag("ul", tag("li", _choice(in_force.address, "Chỉ văn bản còn hiệu lực", None, query.in_force)))
    clear = link(Query(query.words).address, "Bỏ mọi bộ lọc") if query.is_filtered else None
    return tag("div", tag("p", clear) if clear else None, *groups, force, class_="kb-facets")


def _group(query: Query, facet: str, counts: Mapping[str, int]) -> Html | None:
    held = (query.chosen or {}).get(facet, ())
    values = [*held, *(value for value, _ in sorted(counts.items(), key=lambda item: -item[1]) if value not in held)]
    if not values:
        return None
    items = [
        tag("li", _choice(query.toggled(facet, value).address, _said(facet, value), counts.get(value), value in held))
        for value in values
    ]
    rest = items[_SHOWN:]
    more = tag("details", tag("summary", f"Thêm {len(rest)}"), tag("ul", joined(rest))) if rest else None
    return tag("section", tag("h3", _TITLES[facet]), tag("ul", joined(items[:_SHOWN])), more)


def _said(facet: str, value: str) -> str:
    return LEVELS[Level(value)] if facet == "level" and value in set(Level) else value


def _choice(target: str, words: str, count: int | None, is_chosen: bool) -> Html:
    """A link that reads as a box to tick; the sign says what the colour says."""
    sign = tag("span", "☑" if is_chosen else "☐", aria_hidden="true", class_="kb-box")
    number = tag("span", str(count), class_="kb-count") if count is not None else None
    state = tag("span", " (đang chọn)", class_="kb-hidden") if is_chosen else None
    return link(target, sign, tag("span", words), number, state, class_="kb-facet")
