"""Small pieces that several pages show: a document's name with its facts, tabs, an empty state. Pure text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from kb.model import DocumentSummary
from ui.address import document_link
from ui.markup import Html, html_of, joined, link, quoted_commands, tag
from ui.words import LEVELS, day, document_name


@dataclass(frozen=True, slots=True)
class Tab:
    """One of several views under one another's place, each with its own address."""

    title: str
    target: str
    is_open: bool
    count: int | None = None


def tabs(items: Iterable[Tab], label: str) -> Html:
    return tag("nav", joined(_tab(item) for item in items), class_="kb-tabs", aria_label=label)


def _tab(item: Tab) -> Html:
    count = tag("span", str(item.count), class_="kb-count") if item.count is not None else None
    content = joined([item.title, " ", count])
    opened = ' aria-current="page"' if item.is_open else ""
    return Html(link(item.target, content, class_="kb-tab").replace("<a ", f"<a{opened} ", 1))


def facts_line(summary: DocumentSummary) -> Html:
    """Issuer, place, date and level of a document on one line."""
    level = LEVELS[summary.level] if summary.level else None
    parts = [summary.issuer, summary.locality, day(summary.issued_on) or None, level]
    return tag("p", " · ".join(part for part in parts if part), class_="kb-meta")


def document_heading(summary: DocumentSummary) -> Html:
    """Name and title of a document, as a link to it."""
    name = tag("b", document_name(summary))
    title = tag("span", f" {summary.title}") if summary.title and summary.number else None
    return link(document_link(summary.id), name, title, class_="kb-doc")


def empty_state(title: str, *lines: str | Html) -> Html:
    """What a page says when it has nothing to show, and what to do then."""
    said = [line if isinstance(line, Html) else quoted_commands(line) for line in lines]
    heading = tag("h3", f"{title[:1].upper()}{title[1:]}")
    return tag("section", heading, joined(tag("p", line) for line in said if line), class_="kb-empty")


def notice(text: str | Html, tone: str = "warn") -> Html:
    """A warning in place; the sign says what the colour says."""
    sign = {"warn": "⚠ ", "good": "✓ ", "bad": "✕ "}.get(tone, "")
    return tag("p", tag("span", sign, aria_hidden="true"), html_of(text), class_=f"kb-notice kb-{tone}")


def table(columns: Sequence[str], rows: Iterable[Sequence[str | Html | None]], caption: str, class_: str = "") -> Html:
    """A table that scrolls by itself where the screen is narrower."""
    head = tag("tr", joined(tag("th", column, scope="col") for column in columns))
    body = joined(tag("tr", joined(tag("td", cell) for cell in row)) for row in rows)
    content = tag(
        "table", tag("caption", caption), tag("thead", head), tag("tbody", body), class_=f"kb-grid {class_}".strip()
    )
    return tag("div", content, class_="kb-scroll", tabindex="0", role="region", aria_label=caption)
