"""Word styles: what a paragraph or run inherits."""

from __future__ import annotations

import re
from dataclasses import dataclass

from ingest.readers.ooxml import Element, Properties, child, number, properties_of, switch, value, w

_HEADING_NAME = re.compile(r"heading (\d)", re.IGNORECASE)
# The outline level that Word writes for body text.
_BODY_TEXT = 9
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
        defaults = properties_of(child(child(child(element, "docDefaults"), "rPrDefault"), "rPr"))
        self._defaults = Style(font=font_of(defaults))
        for style in [] if element is None else element.iterchildren(w("style")):
            style_id = value(style, "styleId")
            if style_id is None:
                continue
            self._elements[style_id] = style
            if value(style, "type") == "paragraph" and value(style, "default") in ("1", "true"):
                self._default_paragraph = style_id

    def fonts(self) -> set[str | None]:
        """The fonts that any style names."""
        return {self._defaults.font, *(_own(element).font for element in self._elements.values())}

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
    run, paragraph = properties_of(child(element, "rPr")), properties_of(child(element, "pPr"))
    return Style(
        bold=switch(run, "b"),
        italic=switch(run, "i"),
        capitals=switch(run, "caps"),
        alignment=value(paragraph.get(w("jc"))),
        heading_level=_heading_level(element, paragraph),
        numbering=numbering_of(paragraph),
        space_before=space_before_of(paragraph),
        font=font_of(run),
    )


def _heading_level(element: Element, paragraph: Properties) -> int | None:
    if (level := outline_level_of(paragraph)) is not None:
        return level or None
    name = _HEADING_NAME.match(value(child(element, "name")) or "")
    return int(name[1]) if name else None


def outline_level_of(paragraph: Properties) -> int | None:
    """1 to 9, 0 for body text, None where the properties do not say."""
    outline = paragraph.get(w("outlineLvl"))
    if outline is None:
        return None
    level = number(outline, default=_BODY_TEXT)
    return level + 1 if level < _BODY_TEXT else 0


def font_of(run: Properties) -> str | None:
    """The font of Latin letters in run properties."""
    fonts = run.get(w("rFonts"))
    return value(fonts, "ascii") or value(fonts, "hAnsi")


def numbering_of(paragraph: Properties) -> tuple[int, int] | None:
    """(numId, level) of paragraph properties; numId 0 switches an inherited numbering off."""
    properties = paragraph.get(w("numPr"))
    if properties is None:
        return None
    number_id = child(properties, "numId")
    return (number(number_id), number(child(properties, "ilvl"))) if number_id is not None else None


def space_before_of(paragraph: Properties) -> int | None:
    """Twips of white before a paragraph."""
    spacing = paragraph.get(w("spacing"))
    return None if value(spacing, "before") is None else number(spacing, "before")
