"""HTML made of text that nobody trusts: every value is escaped here and nowhere else. Pure text, no Streamlit."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from html import escape

# Characters that Streamlit's Markdown gives a meaning (emphasis, links, math, colours, icons, headings, tables).
# What stands between the cells of a row in the text of a document.
_CELL = " | "
_COMMAND = re.compile(r"`([^`]*)`")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|~$:<>&^=@/])")


class Html(str):
    """Text that is already HTML. Only this module and the constants of the pages make it."""

    __slots__ = ()


def html_of(value: str | Html | None) -> Html:
    """A value as HTML: escaped unless it is HTML already."""
    if isinstance(value, Html):
        return value
    return Html(escape(value or "", quote=True))


def tag(name: str, *content: str | Html | None, **attributes: str | int | bool | None) -> Html:
    """An element. `class_` gives the class, `data_x` the attribute data-x; None and False leave one out."""
    written = "".join(
        f" {_attribute(key)}" if value is True else f' {_attribute(key)}="{escape(str(value), quote=True)}"'
        for key, value in attributes.items()
        if value is not None and value is not False
    )
    return Html(f"<{name}{written}>{joined(content)}</{name}>")


def joined(parts: Iterable[str | Html | None], separator: str = "") -> Html:
    return Html(separator.join(html_of(part) for part in parts if part is not None))


def link(target: str, *content: str | Html | None, class_: str = "", title: str | None = None) -> Html:
    """A link inside the app: followed without loading the page anew (see ui/links.py)."""
    return tag("a", *content, href=target, class_=f"kb-link {class_}".strip(), title=title, target="_self")


def badge(text: str, tone: str = "plain") -> Html:
    """A short label. Tones: plain, good, warn, bad; the words say the same as the colour."""
    return tag("span", text, class_=f"kb-badge kb-{tone}")


def with_cells(text: str, shown: Callable[[str], Html] = html_of) -> Html:
    """Text of which a row of a table stands as cells beside each other, where the text separates them by " | "."""
    cells = [cell for cell in text.split(_CELL) if cell.strip()]
    if len(cells) < 2:
        return shown(text)
    return joined((tag("span", shown(cell), class_="kb-cell") for cell in cells), " ")


def markdown_safe(text: str) -> str:
    """Text for a place where Streamlit reads Markdown (labels, messages): every mark loses its meaning."""
    return _MARKDOWN.sub(r"\\\1", " ".join(text.split()))


def quoted_commands(text: str) -> str:
    """Commands that a message sets in backticks, set in quotation marks: `kb add` as “kb add”."""
    return _COMMAND.sub(r"“\1”", text)


def shortened(text: str, limit: int) -> str:
    """The first `limit` characters, cut between words, with "…" where something was left out."""
    line = " ".join(text.split())
    if len(line) <= limit:
        return line
    head = line[:limit]
    cut = head.rsplit(" ", 1)[0] if " " in head[limit // 2 :] else head
    return f"{cut}…"


def _attribute(key: str) -> str:
    return key.rstrip("_").replace("_", "-")
