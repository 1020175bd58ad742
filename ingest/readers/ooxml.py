"""Names in the XML of Word, and the few questions that are asked of it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = frozenset({"0", "false", "off", "none"})

# lxml gives no types for its elements: they are Any here and nowhere beyond the readers of Word.
Element = Any
Properties = Mapping[str, Element]


def w(name: str) -> str:
    """The full name of an element or attribute of WordprocessingML."""
    return _W + name


def child(element: Element, name: str) -> Element | None:
    return None if element is None else element.find(_W + name)


def value(element: Element | None, name: str = "val") -> str | None:
    return None if element is None else element.get(_W + name)


def number(element: Element | None, name: str = "val", default: int = 0) -> int:
    text = value(element, name)
    try:
        return int(text) if text is not None else default
    except ValueError:
        return default


def properties_of(element: Element | None) -> dict[str, Element]:
    """The children of an element by their full names: asking them one by one is ten times as slow."""
    return {} if element is None else {item.tag: item for item in element}


def switch(properties: Properties, name: str) -> bool | None:
    """An on/off property: None where it is not given, True where it is given without a value."""
    element = properties.get(_W + name)
    if element is None:
        return None
    return (element.get(_W + "val") or "1").lower() not in _OFF
