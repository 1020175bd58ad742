"""Corrections that lie beside a document: `<file>.yaml`, written by a person, kept when the document is read again."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from kb.errors import UnreadableFile
from kb.model import Correction, Document, Field, Level

SUFFIX = ".yaml"

_KEYS = {"field", "value", "reason", "by", "at"}
_DATES = {Field.ISSUED_ON, Field.EFFECTIVE_ON}


def corrections_path(document: Path) -> Path:
    return document.with_name(document.name + SUFFIX)


def is_corrections_file(path: Path) -> bool:
    """Whether a file holds the corrections of a document beside it (and is no document itself)."""
    return path.suffix == SUFFIX and path.with_suffix("").is_file()


def load_corrections(document: Path) -> tuple[Correction, ...]:
    """The corrections beside a document; none where there is no such file.

    Raises UnreadableFile for YAML that is broken, a field that does not exist or a value of the wrong form.
    """
    path = corrections_path(document)
    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return ()
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise _fault(path, f"không đọc được tệp đính chính: {error}") from error
    rows = content.get("corrections") if isinstance(content, dict) else None
    if not isinstance(rows, list):
        raise _fault(path, "tệp đính chính phải có danh sách `corrections`")
    return tuple(_correction(path, n, row) for n, row in enumerate(rows, 1))


def _correction(path: Path, n: int, row: object) -> Correction:
    if not isinstance(row, dict) or set(row) != _KEYS:
        raise _fault(path, f"mục {n} phải có đúng các khóa {', '.join(sorted(_KEYS))}")
    try:
        field = Field(row["field"])
        return Correction(
            field=field,
            value=_checked(field, row["value"]),
            reason=str(row["reason"]),
            by=str(row["by"]),
            at=_day(row["at"]),
        )
    except ValueError as error:
        raise _fault(path, f"mục {n}: {error}") from error


def _checked(field: Field, value: Any) -> str | None:  # noqa: ANN401 - YAML gives text, a date or nothing
    if value is None:
        return None
    if field in _DATES:
        return _day(value).isoformat()
    return Level(value).value if field is Field.LEVEL else str(value)


def _day(value: Any) -> date:  # noqa: ANN401 - YAML gives a date or its text
    return value if isinstance(value, date) else date.fromisoformat(str(value))


def _fault(path: Path, message: str) -> UnreadableFile:
    return UnreadableFile(message, where=str(path), remedy="sửa tệp này; mẫu ở mục “Đính chính” trong README.md")


def checked_correction(field: Field, value: str | None, reason: str, by: str, at: date) -> Correction:
    """A correction made in the app. Raises ValueError for a date or level of the wrong form, or without a reason."""
    if not reason.strip():
        raise ValueError("cần ghi lý do đính chính")
    return Correction(field, _checked(field, value), reason.strip(), by, at)


def with_corrections(document: Document, corrections: Sequence[Correction]) -> Document:
    """The document with these corrections in place of those it had."""
    return replace(document, corrections=tuple(corrections))
