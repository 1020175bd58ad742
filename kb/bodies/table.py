"""The data file of bodies: names through time, places, abbreviations, groups; each change with its day and source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib import resources
from pathlib import Path
from typing import Any

from kb.errors import WrongSetting
from kb.text import fold


@dataclass(frozen=True, slots=True)
class BodyName:
    """A name of a body. `until`: the first day on which the body no longer bore it, with the `source` of that.
    `full` is the name that a short form stands for ("BTTTT" for "Bộ Thông tin và Truyền thông"). `renamed`: the body
    itself changed its name, nothing was merged."""

    text: str
    until: date | None = None
    source: str | None = None
    note: str | None = None
    full: str | None = None
    renamed: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """A body (or a province) under its present name, with every other name that has become it."""

    key: str
    names: tuple[BodyName, ...]
    city: bool = False

    @property
    def name(self) -> str:
        return self.names[0].text


@dataclass(frozen=True, slots=True)
class EndedLevel:
    """A level of administration that has ended: units whose name begins with one of `words` ("huyện")."""

    level: str
    words: tuple[str, ...]
    ended_on: date
    source: str


@dataclass(frozen=True, slots=True)
class BodyTable:
    """Everything that the data file says; names are looked up by their folded form."""

    central: Mapping[str, Entry]
    local: Mapping[str, Entry]
    provinces: Mapping[str, Entry]
    abbreviations: Mapping[str, str]
    groups: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]
    ended_levels: tuple[EndedLevel, ...]


def slug(name: str) -> str:
    """The key of a name: its letters and digits without diacritics, joined by hyphens."""
    return "-".join("".join(ch if ch.isalnum() else " " for ch in fold(name)).split())


@lru_cache(maxsize=4)
def body_table(path: Path | None = None) -> BodyTable:
    """The table of the product, or of another file. Raises WrongSetting when the file does not say what it must."""
    if path is None:
        text, where = resources.files("kb").joinpath("data", "bodies.yaml").read_text(encoding="utf-8"), "bodies.yaml"
    else:
        text, where = path.read_text(encoding="utf-8"), str(path)
    import yaml

    try:
        return _table(yaml.safe_load(text))
    except (yaml.YAMLError, KeyError, TypeError, ValueError, AttributeError) as error:
        raise WrongSetting(
            f"danh mục cơ quan sai cấu trúc: {error}",
            where=where,
            remedy="sửa theo hướng dẫn ở đầu tệp: mỗi mục có name; mỗi thay đổi có since và source",
        ) from error


def _table(data: Mapping[str, Any]) -> BodyTable:
    sources: Mapping[str, str] = data["sources"]
    return BodyTable(
        central=_by_name(data["central"], sources),
        local=_by_name(data["local"], sources),
        provinces=_by_name(data["provinces"], sources),
        abbreviations=dict(data["abbreviations"]),
        groups=tuple((tuple(group["words"]), tuple(group["covers"])) for group in data["groups"]),
        ended_levels=tuple(
            EndedLevel(item["level"], tuple(item["words"]), item["since"], sources[item["source"]])
            for item in data["ended_levels"]
        ),
    )


def _by_name(items: list[Mapping[str, Any]], sources: Mapping[str, str]) -> dict[str, Entry]:
    """Every name of every entry, by its key; a name that two entries bear is an error."""
    found: dict[str, Entry] = {}
    for item in items:
        entry = Entry(slug(item["name"]), tuple(_names(item, sources)), bool(item.get("city", False)))
        for name in entry.names:
            if found.setdefault(slug(name.text), entry) is not entry:
                raise ValueError(f"tên “{name.text}” ghi ở hai mục")
    return found


def _names(item: Mapping[str, Any], sources: Mapping[str, str]) -> Iterator[BodyName]:
    for text in (item["name"], *item.get("also", ())):
        yield BodyName(text, full=item["name"])
    for former in item.get("absorbed", ()):
        ended, source = former["since"], sources[former["source"]]
        if not isinstance(ended, date):
            raise ValueError(f"“{former['name']}”: since phải là một ngày (2025-03-01)")
        for text in (former["name"], *former.get("also", ())):
            is_renamed = bool(former.get("renamed", False))
            yield BodyName(text, ended, source, former.get("note"), former["name"], is_renamed)
