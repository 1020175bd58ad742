"""The level of the issuing authority and the place that it governs."""

from __future__ import annotations

import re

from ingest.header.casing import in_running_case
from ingest.header.frame import Frame
from ingest.header.lines import PLACE_AND_DATE
from ingest.letters import UPPER
from kb.model import CertifiedCopy, Fact, Level
from kb.text import fold

# Cities directly under the central government; every other city is part of a province.
CENTRAL_CITIES = ("ha noi", "ho chi minh", "da nang", "hai phong", "can tho", "hue", "sai gon")
_COMMUNE = re.compile(r"\b(?:xa|phuong|thi tran|dac khu)\b(?! hoi)")
_DISTRICT = re.compile(r"\b(?:huyen|quan|thi uy|thi xa|huyen uy|quan uy)\b(?! ly| doi| khu| chung| tri| su)")
_PROVINCE = re.compile(r"\b(?:tinh|thanh uy)\b")
_CITY = re.compile(r"\b(?:thanh pho|tp\.?)\s+(?P<name>.+)")
_NAME = rf"(?P<name>(?!BAN |Ban |ỦY |Ủy |UỶ |Uỷ )[{UPPER}][^\W\d_]*(?:[ -][{UPPER}][^\W\d_]*){{0,3}})"
_PLACE = re.compile(
    r"\b(?:[Tt]ỉnh [ủu][yỷ]|TỈNH [ỦU][YỶ]|[Tt]ỉnh|TỈNH|[Tt]hành phố|THÀNH PHỐ|TP\.?|[Tt]hành ủy|THÀNH ỦY|[Tt]hành uỷ|"
    r"[Hh]uyện [ủu][yỷ]|HUYỆN [ỦU][YỶ]|[Hh]uyện|HUYỆN|[Qq]uận [ủu][yỷ]|[Qq]uận|[Tt]hị [ủu][yỷ]|"
    r"[Tt]hị xã|[Xx]ã|XÃ|[Pp]hường|PHƯỜNG|[Tt]hị trấn|[Đđ]ặc khu) +" + _NAME
)  # fmt: skip
_PROVINCE_PLACE = re.compile(r"\b(?:[Tt]ỉnh ủy|TỈNH ỦY|[Tt]ỉnh uỷ|[Tt]ỉnh|TỈNH(?! ỦY)|Thành ủy|THÀNH ỦY) +" + _NAME)


def read_level(issuer: Fact | None, letterhead: Fact | None) -> Fact | None:
    """By the place named in issuer, else in the letterhead; none named: central."""
    for source in (issuer, letterhead):
        level = _level_of(source.value) if source else None
        if source and level:
            return Fact(level.value, "địa danh trong tên cơ quan", source.start, source.end)
    source = issuer or letterhead
    return Fact(Level.CENTRAL.value, "tên cơ quan không có địa danh", source.start, source.end, 0.8) if source else None


def _level_of(name: str) -> Level | None:
    """The level of the last body named that has a place ("Ủy ban nhân dân tỉnh A - Sở B": province)."""
    levels = (_level_of_body(body) for body in reversed(fold(name).split(" - ")))
    return next((level for level in levels if level), None)


def _level_of_body(body: str) -> Level | None:
    if _COMMUNE.search(body):
        return Level.COMMUNE
    city = _CITY.search(body)
    is_small_city = city is not None and not city["name"].strip().startswith(CENTRAL_CITIES)
    if _DISTRICT.search(body) or is_small_city:
        return Level.DISTRICT
    return Level.PROVINCE if _PROVINCE.search(body) or city is not None else None


def _last_place(name: str) -> re.Match[str] | None:
    """The place of the issuing body itself: of the last body named, "Đảng bộ tỉnh A - Huyện ủy B"."""
    return next((match for organ in reversed(name.split(" - ")) if (match := _PLACE.search(organ))), None)


def read_locality(
    level: Fact | None, sources: tuple[Fact | None, ...], frame: Frame, copy: CertifiedCopy | None, text: str
) -> Fact | None:
    """The place of a local authority, from issuer, letterhead, title, else beside the date or in the text."""
    if level is None or level.value == Level.CENTRAL.value:
        return None
    for source in sources:
        match = _last_place(source.value) if source else None
        if source and match:
            return Fact(
                in_running_case(match["name"], text),
                "địa danh trong tên cơ quan hoặc trích yếu",
                source.start,
                source.end,
            )
    for line in frame.head_lines:
        dated = PLACE_AND_DATE.match(line.text)
        if dated:
            return Fact(
                dated["place"].strip(), "địa danh bên ngày tháng", line.start, line.start + dated.end("place"), 0.8
            )
    body = text[: copy.start] if copy else text
    match = _PROVINCE_PLACE.search(body) or _PLACE.search(body)
    return Fact(match["name"], "địa danh trong văn bản", match.start(), match.end(), 0.6) if match else None
