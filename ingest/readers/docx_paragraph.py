"""A Word paragraph: its text as printed and what its runs look like."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from ingest.model import SourceLine
from ingest.readers.clean import clean
from ingest.readers.docx_numbering import Numbering
from ingest.readers.docx_style import Style, Styles, font_of, numbering_of, outline_level_of, space_before_of
from ingest.readers.legacy_fonts import LegacyFont, decoded, legacy_font
from ingest.readers.ooxml import Element, Properties, child, properties_of, switch, value, w

_SKIPPED = frozenset({w(name) for name in ("del", "moveFrom", "pPr", "rPr", "fldData", "instrText", "delText")})
_ALTERNATIVE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"
_CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_CHARACTERS = {w("tab"): "\t", w("br"): "\n", w("cr"): "\n", w("noBreakHyphen"): "-", w("ptab"): "\t"}
# In TCVN3 the place of the soft hyphen is the letter ư; elsewhere `clean` takes it out.
_SOFT_HYPHEN = "\u00ad"
# Word's own symbol fonts: the boxes and ticks that forms print.
_SYMBOLS = {"F0A8": "□", "F0FE": "☒", "F0FC": "✓", "F06F": "□", "F0B7": "•", "F02D": "-", "F0D8": "•"}
# Twips: more than one line's height of white before a paragraph is a gap.
_GAP = 240
_DEEPEST_NESTING = 60


@dataclass(frozen=True, slots=True)
class _Run:
    text: str
    bold: bool
    italic: bool
    legacy: LegacyFont | None = None


def read_paragraph(element: Element, styles: Styles, numbering: Numbering) -> Iterator[SourceLine]:
    """The lines of a paragraph: one, or several where the author broke it by hand; text boxes come after it."""
    properties = properties_of(child(element, "pPr"))
    style = styles.of_paragraph(value(properties.get(w("pStyle"))))
    boxes: list[Element] = []
    runs = _in_unicode(list(_runs(element, style, styles, boxes)))
    yield from _paragraph_lines(runs, properties, style, numbering)
    for box in boxes:
        for paragraph in box.iter(w("p")):
            yield from read_paragraph(paragraph, styles, numbering)


def _paragraph_lines(
    runs: list[_Run], properties: Properties, style: Style, numbering: Numbering
) -> Iterator[SourceLine]:
    label = numbering.label(numbering_of(properties) or style.numbering)
    if label:
        first = runs[0] if runs else _Run("", False, False)
        runs = [_Run(label + " ", first.bold, first.italic), *runs]
    centred = (value(properties.get(w("jc"))) or style.alignment) == "center"
    own_level = outline_level_of(properties)
    level = style.heading_level if own_level is None else own_level or None
    for order, line in enumerate(_broken(runs)):
        text = clean("".join(run.text for run in line))
        if text:
            yield SourceLine(
                text,
                whole=True,
                blank_before=order == 0 and _has_gap(properties, style),
                bold=_all(line, "bold"),
                italic=_all(line, "italic"),
                centred=centred,
                heading_level=level,
            )


def legacy_encodings(body: Element, styles: Styles) -> frozenset[str]:
    """The encodings before Unicode in which some of the text is printed, told by its fonts."""
    found: set[str] = set()
    for paragraph in body.iter(w("p")):
        properties = properties_of(child(paragraph, "pPr"))
        style = styles.of_paragraph(value(properties.get(w("pStyle"))))
        runs = _runs(paragraph, style, styles, [])
        found.update(run.legacy.encoding for run in runs if run.legacy and _is_decoded(run.text, run.legacy))
    return frozenset(found)


def _is_decoded(text: str, font: LegacyFont) -> bool:
    """Whether the text is in the font's encoding; Unicode may stand in an old font, ASCII is the same in all."""
    return not text.isascii() and decoded(text, font).lower() != text.lower()


def _in_unicode(runs: list[_Run]) -> list[_Run]:
    """Runs in legacy fonts decoded; neighbours together, because VNI writes a letter as two characters."""
    if not any(run.legacy for run in runs):
        return runs
    joined: list[_Run] = []
    for run in runs:
        last = joined[-1] if joined else None
        if last is not None and last.legacy and replace(run, text="") == replace(last, text=""):
            joined[-1] = replace(last, text=last.text + run.text)
        else:
            joined.append(run)
    return [replace(run, text=decoded(run.text, run.legacy)) if run.legacy else run for run in joined]


def _broken(runs: list[_Run]) -> Iterator[list[_Run]]:
    line: list[_Run] = []
    for run in runs:
        first, *others = run.text.split("\n")
        line.append(_Run(first, run.bold, run.italic))
        for other in others:
            yield line
            line = [_Run(other, run.bold, run.italic)]
    yield line


def _all(runs: list[_Run], mark: str) -> bool:
    printed = [run for run in runs if run.text.strip()]
    return bool(printed) and all(getattr(run, mark) for run in printed)


def _has_gap(properties: Properties, style: Style) -> bool:
    own = space_before_of(properties)
    return (style.space_before or 0 if own is None else own) > _GAP


def _runs(parent: Element, style: Style, styles: Styles, boxes: list[Element], depth: int = 0) -> Iterator[_Run]:
    if depth > _DEEPEST_NESTING:
        return
    for element in parent:
        tag = element.tag
        if tag == w("r"):
            yield from _run(element, style, styles, boxes)
        elif tag not in _SKIPPED and isinstance(tag, str):
            yield from _runs(element, style, styles, boxes, depth + 1)


def _run(element: Element, style: Style, styles: Styles, boxes: list[Element]) -> Iterator[_Run]:
    properties = properties_of(child(element, "rPr"))
    if switch(properties, "vanish"):
        return
    run_style = styles.of_run(value(properties.get(w("rStyle"))))
    text = _run_text(element, boxes)
    if text:
        capitals = _first(switch(properties, "caps"), run_style.capitals, style.capitals)
        bold = _first(switch(properties, "b"), run_style.bold, style.bold)
        italic = _first(switch(properties, "i"), run_style.italic, style.italic)
        font = font_of(properties) or run_style.font or style.font
        yield _Run(text.upper() if capitals else text, bold, italic, legacy_font(font) if font else None)


def _first(*switches: bool | None) -> bool:
    return next((switch for switch in switches if switch is not None), False)


def _run_text(element: Element, boxes: list[Element]) -> str:
    parts: list[str] = []
    for item in element:
        if item.tag == w("t"):
            parts.append(item.text or "")
        elif item.tag in _CHARACTERS:
            parts.append(_CHARACTERS[item.tag] if value(item, "type") in (None, "textWrapping") else "")
        elif item.tag == w("softHyphen"):
            parts.append(_SOFT_HYPHEN)
        elif item.tag == w("sym"):
            parts.append(_SYMBOLS.get((value(item, "char") or "").upper(), ""))
        elif item.tag in (_ALTERNATIVE, w("drawing"), w("pict"), w("object")):
            boxes.extend(_boxes(item))
    return "".join(parts)


def _boxes(element: Element) -> Iterator[Element]:
    """Text boxes of a drawing; of the two forms that Word writes of each, one."""
    if element.tag == _ALTERNATIVE:
        chosen = element.find(_CHOICE)
        element = chosen if chosen is not None else element.find(_FALLBACK)
    if element is not None:
        yield from (box for box in element.iter(w("txbxContent")) if not _is_inner(box, element))


def _is_inner(box: Element, outer: Element) -> bool:
    parent = box.getparent()
    while parent is not None and parent is not outer:
        if parent.tag == w("txbxContent"):
            return True
        parent = parent.getparent()
    return False
