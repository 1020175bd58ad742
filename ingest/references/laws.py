"""Laws, codes and ordinances cited by name: "Luật Đất đai", "Bộ luật Lao động năm 2019", "Luật sửa đổi, bổ sung …"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import lru_cache
from importlib.resources import files

from ingest.references.citation import Citation
from ingest.references.dates import date_after, year_after
from ingest.references.described import describe
from ingest.references.patterns import any_of, within_line
from kb.lawnames import plain_law_name
from kb.text import normalise_tones

_LAW = within_line(
    r"(?<![\w-])(?P<kind>Bộ [Ll]uật|Luật|Pháp lệnh|BỘ LUẬT|LUẬT|PHÁP LỆNH|(?:(?<=điều\scủa\s)|(?<=thi\shành\s))luật)"
    r"\s+(?=(?P<first>[^\W\d_])|[“\"])"
)
_AFTER_AMENDING_LAW = (
    r"(?=\s*,?\s+(?:ngày\s*\d|số\s*:?\s*\d|năm\s+(?:19|20)\d\d)"
    r"|\s+và\s+(?:các|nghị\s+định|quyết\s+định|thông\s+tư|nghị\s+quyết)\s|\s+(?:đã\s+)?được\s|[;.()|\n“”]|$)"
)
_AMENDING = within_line(
    r"(?:s[ửừ]a đ[ổôồ]i(?:\s*,)?(?:\s+(?:và\s+)?bổ sung)?|bổ sung|thay thế)[^;.()|\n“”]{3,500}?" + _AFTER_AMENDING_LAW,
    re.IGNORECASE,
)
# "Luật Đất đai", but neither "Luật này" nor "Luật sư" nor "luật chuyên ngành".
_GENERIC = within_line(
    r"(?:này|khác|sư|gia|pháp|chuyên ngành|hiện hành|nêu trên|trên|số|đó|tục|lệ|định|cũ|mới)(?!\w)", re.IGNORECASE
)
# Words that go on with the sentence after a name that the list of laws does not know.
_GOING_ON = any_of(
    "ngày", "số", "năm", "về", "quy định", "thì", "có", "đã", "được", "không", "là", "khi", "trong", "để", "cho",
    "tại", "theo", "này", "hiện hành", "và các", "và Nghị", "và Luật", "và Bộ luật", "và pháp luật", "các", "của",
    "do", "đối với", "trên", "trước", "sau", "nhằm", "nêu", "phải", "chưa", "hoặc", "với", "bảo đảm", "thuộc", "từ",
    "đến", "vào", "cùng", "bằng", "gồm", "như", "sẽ", "ban hành", "bãi bỏ", "thay thế",
)  # fmt: skip
_STOP = within_line(rf"\s*(?:[;:.()|\n“”\"]|,\s|\s{_GOING_ON}|$)")
# "Luật Đất đai (sửa đổi)" is the law that is to come.
_TO_BE_AMENDED = within_line(r"\s+\(?sửa đổi(?!\w)(?:, bổ sung)?\s*(?=[).;,]|$|\s(?:và|để|trình|theo))")
# Institutions of law, not laws: "Trường Đại học Luật Hà Nội".
_INSTITUTION = within_line(
    r"(?:Đại\s+học|Học\s+viện|Trường|Khoa|[Cc]ử\s+nhân|[Tt]hạc\s+sĩ|[Tt]iến\s+sĩ|Công\s+ty|Hãng|[Nn]gành|Tạp\s+chí"
    r"|[Vv]ăn\s+phòng)\s+\Z"
)
# What a listed name must not be cut from: "Luật Đầu tư theo phướng thức … ngày", printed with a slip.
_GOES_ON_TO_DATE = within_line(
    r"(?:\s(?!ngày|số|năm|về|của|quy|được|đã|tại|có|và\s+các|hoặc|là|thì|trong|để|cho)[a-zà-ỹ]+,?){1,14}"
    r"(?=\s+(?:ngày\s+\d|số\s+\d+/))"
)
# A slip of typing that hides the name: "Luật ban Ban hành văn bản …".
_DOUBLED_WORD = within_line(r"(\w{2,8})\s+(?=\1\s)", re.IGNORECASE)
_PASSED = within_line(
    r"\s*,?\s*(?:đã\s+)?(?:được\s+)?Quốc\s+hội[^;.()|\n“”]{0,100}?\sthông\s+qua(?=\s*(?:vào\s+)?ngày)", re.IGNORECASE
)
_LONGEST_FREE_NAME = 110
_LONGEST_LISTED_NAME = 130


def find_laws(text: str, start: int = 0, end: int | None = None) -> Iterator[Citation]:
    """Every law cited by name in text[start:end]. With a number after it, it is found by that elsewhere."""
    position = start
    for match in _LAW.finditer(text, start, len(text) if end is None else end):
        if match.start() < position:
            continue
        name_end = _name_end(text, match)
        if name_end is None or _TO_BE_AMENDED.match(text, name_end):
            continue
        name_end = year_after(text, name_end)
        name = plain_law_name(" ".join(text[match.start() : name_end].split()))
        issued_on, position = date_after(text, name_end)
        issued_on = issued_on or _passed_on(text, name_end)
        described = describe(text, position)
        yield Citation(
            start=match.start(),
            end=position,
            kind=match["kind"].capitalize(),
            rule="law-name",
            name=name,
            issued_on=issued_on,
            issuer=described.issuer,
            confidence=0.95,
            described_to=described.end,
        )


def _passed_on(text: str, end: int) -> date | None:
    """The day on which the National Assembly passed the law, as older texts print it after the name."""
    passed = _PASSED.match(text, end)
    return date_after(text, passed.end())[0] if passed else None


def _name_end(text: str, match: re.Match[str]) -> int | None:
    """Where the name of the law ends; None where the word names no law. Printed small ("một số điều của luật an toàn
    thực phẩm") it names one of the list only."""
    if match["kind"].islower():
        return _listed_end(text, match.end())
    amending = _AMENDING.match(text, match.end())
    if amending:
        return amending.end()
    if _INSTITUTION.search(text, max(0, match.start() - 16), match.start()):
        return None
    listed = _listed_end(text, match.end())
    if listed is not None:
        goes_on = _GOES_ON_TO_DATE.match(text, listed)
        return goes_on.end() if goes_on else listed
    return _free_end(text, match)


def _listed_end(text: str, start: int) -> int | None:
    """The end of a known law's name at `start`, the longest that fits."""
    doubled = _DOUBLED_WORD.match(text, start)
    start = doubled.end() if doubled else start
    window = text[start : start + _LONGEST_LISTED_NAME]
    printed = normalise_tones(window).lower()
    if len(printed) != len(window):
        printed = window.lower()
    for name in _names_by_first_word().get(_first_word(printed), ()):
        if printed.startswith(name) and not printed[len(name) : len(name) + 1].isalpha():
            return start + len(name)
    return None


def _free_end(text: str, match: re.Match[str]) -> int | None:
    """The end of a name that no list knows: it begins with a capital and runs to a word that goes on."""
    start = match.end()
    is_capital = bool(match["first"]) and match["first"].isupper()
    is_shouted = match["kind"].isupper()
    if not is_capital or is_shouted or _GENERIC.match(text, start):
        return None
    stop = _STOP.search(text, start, start + _LONGEST_FREE_NAME)
    return stop.start() if stop and stop.start() > start + 2 else None


@lru_cache(maxsize=1)
def _names_by_first_word() -> dict[str, tuple[str, ...]]:
    """Names of Vietnamese laws, lower case, by their first word, longest first."""
    lines = files("ingest.references").joinpath("law_names.txt").read_text(encoding="utf-8").splitlines()
    names: dict[str, list[str]] = {}
    for line in lines:
        name = normalise_tones(line.strip()).lower()
        names.setdefault(_first_word(name), []).append(name)
    return {first: tuple(sorted(group, key=len, reverse=True)) for first, group in names.items()}


def _first_word(name: str) -> str:
    found = re.match(r"\w+", name)
    return found[0] if found else ""
