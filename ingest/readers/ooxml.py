"""Names in the XML of Word, and the few questions that are asked of it."""

from __future__ import annotations

from typing import Any

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_OFF = frozenset({"0", "false", "off", "none"})

# lxml gives no types for its elements: they are Any here and nowhere beyond the readers of Word.
Element = Any


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


def switch(properties: Element | None, name: str) -> bool | None:
    """An on/off property: None where it is not given, True where it is given without a value."""
    element = child(properties, name)
    if element is None:
        return None
    return (value(element) or "1").lower() not in _OFF
