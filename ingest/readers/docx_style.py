"""Word styles: what a paragraph or run inherits."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.readers.ooxml import Element, child, number, switch, value, w

_HEADING_NAME = re.compile(r"heading (\d)", re.IGNORECASE)
# Styles based on each other in a ring exist in damaged files.
_DEEPEST_STYLE = 20


@dataclass(frozen=True, slots=True)
class Style:
    """What a style says, None where it says nothing. `numbering` is (numId, level)."""

    bold: bool | None = None
    italic: bool | None = None
    capitals: bool | None = None
    alignment: str | None = None
    heading_level: int | None = None
    numbering: tuple[int, int] | None = None
    space_before: int | None = None
    font: str | None = None


class Styles:
    """Every style of a document by its id, with what it inherits."""

    def __init__(self, element: Element | None) -> None:
        self._elements: dict[str, Element] = {}
        self._default_paragraph: str | None = None
        self._known: dict[str | None, Style] = {}
        defaults = child(child(child(element, "docDefaults"), "rPrDefault"), "rPr")
        self._defaults = Style(font=font_of(defaults))
        for style in [] if element is None else element.iterchildren(w("style")):
            style_id = value(style, "styleId")
            if style_id is None:
                continue
            self._elements[style_id] = style
            if value(style, "type") == "paragraph" and value(style, "default") in ("1", "true"):
                self._default_paragraph = style_id

    def of_paragraph(self, style_id: str | None) -> Style:
        return self._get(style_id or self._default_paragraph)

    def of_run(self, style_id: str | None) -> Style:
        """What a character style says; the defaults of the document count for paragraphs alone."""
        return self._chain(style_id) if style_id else _NOTHING

    def _get(self, style_id: str | None) -> Style:
        if style_id not in self._known:
            self._known[style_id] = _over(self._chain(style_id), self._defaults)
        return self._known[style_id]

    def _chain(self, style_id: str | None) -> Style:
        merged = _NOTHING
        for _ in range(_DEEPEST_STYLE):
            element = self._elements.get(style_id) if style_id else None
            if element is None:
                break
            merged = _over(merged, _own(element))
            style_id = value(child(element, "basedOn"))
        return merged


_NOTHING = Style()


def _over(upper: Style, lower: Style) -> Style:
    """What `upper` says, and where it says nothing what `lower` says."""
    return Style(
        *(
            getattr(upper, name) if getattr(upper, name) is not None else getattr(lower, name)
            for name in Style.__dataclass_fields__
        )
    )


def _own(element: Element) -> Style:
    run, paragraph = child(element, "rPr"), child(element, "pPr")
    return Style(
        bold=switch(run, "b"),
        italic=switch(run, "i"),
        capitals=switch(run, "caps"),
        alignment=value(child(paragraph, "jc")),
        heading_level=_heading_level(element, paragraph),
        numbering=numbering_of(paragraph),
        space_before=_space_before(paragraph),
        font=font_of(run),
    )


def _heading_level(element: Element, paragraph: Element | None) -> int | None:
    outline = child(paragraph, "outlineLvl")
    if outline is not None:
        level = number(outline, default=9)
        return level + 1 if level < 9 else None
    name = _HEADING_NAME.match(value(child(element, "name")) or "")
    return int(name[1]) if name else None


def font_of(run: Element | None) -> str | None:
    """The font of Latin letters in run properties."""
    fonts = child(run, "rFonts")
    return value(fonts, "ascii") or value(fonts, "hAnsi")


def numbering_of(paragraph: Element | None) -> tuple[int, int] | None:
    """(numId, level) of paragraph properties; numId 0 switches an inherited numbering off."""
    properties = child(paragraph, "numPr")
    if properties is None:
        return None
    number_id = child(properties, "numId")
    return (number(number_id), number(child(properties, "ilvl"))) if number_id is not None else None


def _space_before(paragraph: Element | None) -> int | None:
    spacing = child(paragraph, "spacing")
    return None if spacing is None or value(spacing, "before") is None else number(spacing, "before")
