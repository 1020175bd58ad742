"""The outline of a document: links to its numbered provisions, as many as a reader can overlook. Pure text."""

from __future__ import annotations

from collections.abc import Sequence

from kb.model import Document, Provision
from ui.address import document_link
from ui.markup import Html, joined, link, shortened, tag

# More entries than this are not overlooked: deeper levels then show under the addressed provision alone.
_ENTRIES = 120
# Characters of an entry's words.
_WORDS = 70


def outline_html(document: Document, provisions: Sequence[Provision], here: int | None) -> Html:
    """The links, set in by level; `here` is the index of the addressed provision."""
    levels = _levels(provisions)
    deepest = _deepest_level(levels)
    open_parents = _line_up(provisions, here)
    entries = [
        _entry(document, provisions[i], level, i == here)
        for i, level in levels.items()
        if level <= deepest or provisions[i].parent in open_parents or i in open_parents
    ]
    if not entries:
        return tag("p", "Văn bản không chia thành các mục đánh số.", class_="kb-quiet")
    return tag("nav", tag("ol", joined(entries)), class_="kb-outline", aria_label="Mục lục văn bản")


def _levels(provisions: Sequence[Provision]) -> dict[int, int]:
    """The level of each numbered provision among the numbered ones."""
    levels: dict[int, int] = {}
    for i, provision in enumerate(provisions):
        if provision.numbered:
            above = next((p for p in _parents(provisions, i) if p in levels), None)
            levels[i] = 0 if above is None else levels[above] + 1
    return levels


def _deepest_level(levels: dict[int, int]) -> int:
    """The deepest level at which all entries down to it can be overlooked; the first level always shows."""
    deepest = 0
    for level in range(max(levels.values(), default=0) + 1):
        if sum(value <= level for value in levels.values()) <= _ENTRIES:
            deepest = level
    return deepest


def _parents(provisions: Sequence[Provision], index: int) -> list[int]:
    found: list[int] = []
    parent = provisions[index].parent
    while parent is not None:
        found.append(parent)
        parent = provisions[parent].parent
    return found


def _line_up(provisions: Sequence[Provision], here: int | None) -> set[int]:
    return set() if here is None else {here, *_parents(provisions, here)}


def _entry(document: Document, provision: Provision, level: int, is_here: bool) -> Html:
    words = provision.heading or _first_words(document, provision)
    content = joined([tag("b", provision.label or provision.path.rsplit("/", 1)[-1]), " ", shortened(words, _WORDS)])
    state = "kb-here" if is_here else ""
    goal = document_link(document.id, provision.path)
    return tag("li", link(goal, content, class_=state), class_=f"kb-l{min(level, 4)}")


def _first_words(document: Document, provision: Provision) -> str:
    """The beginning of a provision without its own label, which stands before it."""
    words = document.text[provision.start : min(provision.own_end, provision.start + 4 * _WORDS)].strip()
    label = provision.label or ""
    return words.removeprefix(label).lstrip(" .)/:-") if label else words
