"""Boxes for the facts of a document, and what a person changed in them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import streamlit as st

from kb.corrections import checked_correction
from kb.model import Correction, Document, Field, Level
from ui.base import settings
from ui.documents.facts import DOUBTFUL
from ui.words import FIELDS, LEVELS

_DATES = (Field.ISSUED_ON, Field.EFFECTIVE_ON)
_LONG = (Field.TITLE,)
# Offices existed before; documents of this State did not.
_FIRST_DAY = date(1945, 1, 1)
_LAST_DAY = date(2100, 12, 31)


def fact_boxes(document: Document, name: str) -> dict[Field, str | None]:
    """A box for each fact, holding the value that holds; returns what the boxes say now."""
    left, right = st.columns(2)
    said: dict[Field, str | None] = {}
    for number, field in enumerate(Field):
        with st.container() if field in _LONG else (left, right)[number % 2]:
            said[field] = _box(document, field, f"{name}-{field.value}")
    return said


def _box(document: Document, field: Field, key: str) -> str | None:
    value = document.value(field)
    label = f"{FIELDS[field]}{_doubt(document, field)}"
    if field in _DATES:
        held = date.fromisoformat(value) if value else None
        day = st.date_input(label, value=held, key=key, format="DD/MM/YYYY", min_value=_FIRST_DAY, max_value=_LAST_DAY)
        return day.isoformat() if isinstance(day, date) else None
    if field is Field.LEVEL:
        options = list(Level)
        index = options.index(Level(value)) if value else None
        level = st.selectbox(label, options, index=index, key=key, format_func=LEVELS.__getitem__, placeholder="—")
        return level.value if level else None
    if field in _LONG:
        return st.text_area(label, value=value or "", key=key, height=80).strip() or None
    return st.text_input(label, value=value or "", key=key).strip() or None


def _doubt(document: Document, field: Field) -> str:
    fact = document.facts.get(field)
    if document.is_corrected(field):
        return " (đã đính chính)"
    if fact is None:
        return " (không đọc thấy)"
    return " (cần kiểm tra)" if fact.confidence < DOUBTFUL else ""


def made_corrections(
    document: Document, said: Mapping[Field, str | None], reason: str, by: str
) -> tuple[Correction, ...]:
    """A correction for each fact that a person changed. Raises ValueError without a reason or a name."""
    changed = [field for field, value in said.items() if value != document.value(field)]
    if changed and not by.strip():
        raise ValueError("cần ghi tên người đính chính")
    return tuple(checked_correction(field, said[field], reason, by.strip(), date.today()) for field in changed)


def person_box(key: str) -> str:
    """Who makes the change; remembered for the session."""
    known = st.session_state.get("kb-person") or settings().user
    name = st.text_input("Người thực hiện", value=known, key=key, autocomplete="name").strip()
    if name:
        st.session_state["kb-person"] = name
    return name
