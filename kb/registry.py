"""The registry (sổ văn bản): facts about documents, whether their text is held or not.

They come from a YAML file that a maintainer edits.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path
from typing import Any

from kb.errors import StorageFault, UnreadableFile, WrongSetting
from kb.model import Level, RegistryEntry, RegistryRelation, Relation
from kb.number import number_key
from kb.text import fold, nfc

_ENTRY_KEYS = (
    "number", "issued_on", "kind", "issuer", "level", "locality", "title", "relations", "full_text_at", "basis",
)  # fmt: skip
_RELATION_KEYS = ("relation", "number", "issued_on", "scope")
REGISTRY_FILE = "registry.yaml"
# Width of the catalogue's column for the id.
ID_LENGTH = 80
_LEADING_ZEROS = re.compile(r"^0+(?=\d)")
_NOT_SLUG = re.compile(r"[^a-z0-9]+")


def load_registry(path: Path) -> tuple[RegistryEntry, ...]:
    """The entries of the file, in its order.

    Raises UnreadableFile for a file that is no such YAML, StorageFault when it cannot be opened, WrongSetting for an
    unknown key or a value of the wrong form; each names the file, the entry and the remedy.
    """
    entries = tuple(_entry(path, index, raw) for index, raw in enumerate(_raw_entries(path), start=1))
    _refuse_twins(path, entries)
    _refuse_unclear_relations(path, entries)
    return entries


def entry_id(number: str | None, locality: str | None, issued_on: date | None, name: str | None = None) -> str:
    """A readable id, the same for the same facts: "749-qd-ttg-2020-06-03", "271-kh-tu-quang-ngai-2020-03-27".

    Zeros before a number do not count: "03/NQ-CP" and "3/NQ-CP" are one.
    """
    printed = _LEADING_ZEROS.sub("", number) if number else None
    parts = (printed or name, locality, issued_on.isoformat() if issued_on else None)
    slugs = [_NOT_SLUG.sub("-", fold(part)).strip("-") for part in parts if part]
    tail = "-".join(slugs[1:])
    room = ID_LENGTH - len(tail) - 1
    head = slugs[0][:room].strip("-") if slugs else "khong-ro"
    return f"{head}-{tail}" if tail else head


def changed_entries(old: Iterable[RegistryEntry], new: Iterable[RegistryEntry]) -> tuple[str, ...]:
    """The ids of entries that were added, changed or taken out."""
    before, after = set(old), set(new)
    return tuple(sorted({entry.id for entry in before ^ after}))


def _raw_entries(path: Path) -> list[Any]:
    import yaml

    try:
        content = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise StorageFault(
            f"không mở được sổ văn bản: {error.strerror}", where=str(path), remedy="kiểm tra tên và quyền đọc của tệp"
        ) from error
    except UnicodeDecodeError as error:
        raise UnreadableFile(
            "sổ văn bản không phải UTF-8", where=str(path), remedy="lưu lại tệp ở dạng UTF-8"
        ) from error
    except yaml.YAMLError as error:
        raise UnreadableFile(f"sai cú pháp YAML: {error}", where=str(path), remedy="sửa chỗ được nêu") from error
    if content is None:
        return []
    if not isinstance(content, dict) or set(content) != {"entries"} or not isinstance(content["entries"], list | None):
        raise UnreadableFile(
            "sổ văn bản phải có đúng một khóa `entries` chứa danh sách", where=str(path), remedy="xem mẫu ở đầu tệp"
        )
    return content["entries"] or []


def _entry(path: Path, index: int, raw: object) -> RegistryEntry:
    where = f"{path}, mục {index}" + (f" ({raw.get('number')})" if isinstance(raw, dict) else "")
    values = _known(where, raw, _ENTRY_KEYS)
    number, locality, title = (_text(where, values, key) for key in ("number", "locality", "title"))
    issued_on = _date(where, values)
    if number is None and title is None:
        raise WrongSetting("mục không có số cũng không có trích yếu", where=where, remedy="thêm `number` hoặc `title`")
    level = _text(where, values, "level")
    if level is not None and level not in set(Level):
        raise WrongSetting(f"cấp {level!r} không tồn tại", where=where, remedy=f"dùng một trong: {', '.join(Level)}")
    raw_relations = values.get("relations") or []
    if not isinstance(raw_relations, list):
        raise WrongSetting(
            "`relations` phải là danh sách", where=where, remedy="viết mỗi quan hệ trên một dòng `- {…}`"
        )
    return RegistryEntry(
        id=entry_id(number, locality, issued_on, title),
        number=number,
        issued_on=issued_on,
        kind=_text(where, values, "kind"),
        issuer=_text(where, values, "issuer"),
        level=Level(level) if level else None,
        locality=locality,
        title=title,
        relations=tuple(_relation(f"{where}, quan hệ {n}", item) for n, item in enumerate(raw_relations, start=1)),
        full_text_at=_text(where, values, "full_text_at"),
        basis=_text(where, values, "basis"),
    )


def _relation(where: str, raw: object) -> RegistryRelation:
    values = _known(where, raw, _RELATION_KEYS)
    relation, number = _text(where, values, "relation"), _text(where, values, "number")
    if relation not in set(Relation):
        raise WrongSetting(
            f"quan hệ {relation!r} không tồn tại", where=where, remedy=f"dùng một trong: {', '.join(Relation)}"
        )
    if number is None:
        raise WrongSetting("quan hệ thiếu `number`", where=where, remedy="thêm số, ký hiệu của văn bản kia")
    return RegistryRelation(Relation(relation), number, _date(where, values), _text(where, values, "scope"))


def _known(where: str, raw: object, keys: tuple[str, ...]) -> Mapping[str, object]:
    if not isinstance(raw, dict):
        raise WrongSetting("mục phải là các cặp `khóa: giá trị`", where=where, remedy=f"các khóa: {', '.join(keys)}")
    unknown = sorted(str(key) for key in raw if key not in keys)
    if unknown:
        raise WrongSetting(
            f"khóa không tồn tại: {', '.join(unknown)}", where=where, remedy=f"các khóa: {', '.join(keys)}"
        )
    return raw


def _text(where: str, values: Mapping[str, object], key: str) -> str | None:
    value = values.get(key)
    if value is None:
        return None
    if not isinstance(value, str) or not value.strip():
        raise WrongSetting(
            f"`{key}` phải là chữ, không phải {value!r}", where=where, remedy="đặt giá trị trong ngoặc kép"
        )
    return nfc(value.strip())


def _date(where: str, values: Mapping[str, object]) -> date | None:
    value = values.get("issued_on")
    if value is None:
        return None
    if type(value) is date:
        return value
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise WrongSetting(
            f"ngày ban hành {value!r} không hợp lệ", where=where, remedy="viết năm-tháng-ngày, ví dụ 2020-06-03"
        ) from error


def _refuse_twins(path: Path, entries: tuple[RegistryEntry, ...]) -> None:
    twice = [name for name, count in Counter(entry.id for entry in entries).items() if count > 1]
    if twice:
        raise WrongSetting(f"mục bị ghi hai lần: {', '.join(twice)}", where=str(path), remedy="gộp các mục đó làm một")


def _refuse_unclear_relations(path: Path, entries: tuple[RegistryEntry, ...]) -> None:
    """A relation to a number that several central entries bear must say the date: a number is not a key."""
    bearers = Counter((number_key(entry.number), entry.locality) for entry in entries)
    for entry in entries:
        for relation in entry.relations:
            if relation.issued_on is None and bearers[(number_key(relation.number), None)] > 1:
                raise WrongSetting(
                    f"nhiều văn bản có số {relation.number}",
                    where=f"{path}, mục {entry.number}",
                    remedy="thêm `issued_on` vào quan hệ này",
                )
