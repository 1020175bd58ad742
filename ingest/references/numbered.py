"""Citations by number: the number with the kind before it and the date, issuer and title after it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ingest.references.citation import Citation
from ingest.references.dates import date_after, date_within
from ingest.references.described import describe
from ingest.references.kinds import KIND_PATTERN, plain_kind
from ingest.references.patterns import any_of, within_line
from kb.number import STATE_KINDS, DocumentNumber, FoundNumber, System, find_numbers, parse

# Longest stretch between a kind and its number: the name of an amending law lists the laws that it amends.
_LONGEST_NAME = 420
# Below this confidence a number is one that printing or OCR has damaged.
_SURE = 0.9
# A line of a letterhead is short (characters).
_LONGEST_LETTERHEAD = 60
_SO = within_line(r"(?:\b[sS]\s?ố|\bSỐ|\bS[oô])\s*:?\s*\Z|\bký hiệu\s*\Z")
_KIND_BEFORE = within_line(rf"(?<!\w)(?<![Pp]háp\s)(?P<kind>{KIND_PATTERN})\s*,?\s*\Z", re.IGNORECASE)
# "QĐ số …", "NQ số …" as offices abbreviate among themselves.
_SHORT_KIND = within_line(r"(?<![\w/-])(?P<kind>QĐ|NQ|NĐ|CT|KH|CV|TB|TTr|BC)\s+\Z")
# "Thông số 17/2025/TT-BTC": the kind lost its last word in print, the symbol says it.
_FIRST_WORD = within_line(r"(?<!\w)(?P<word>[^\W\d_]+)\s+\Z")
_KIND_OF_ISSUER = within_line(
    rf"(?<!\w)(?P<kind>{KIND_PATTERN})\s+(?:của\s+)?[A-ZĐ][^;:.,()\n|]{{2,60}}\s\Z",
    re.IGNORECASE,
)
_LAW = within_line(r"(?<!\w)(?P<kind>Bộ\s+[Ll]uật|L\s?u\s?ật|Pháp\s+lệnh|BỘ LUẬT|LUẬT|PHÁP LỆNH)\s+(?=\S)")
_AMENDING = within_line(r"(?<!\w)(?:Luật|LUẬT|Nghị quyết|Pháp lệnh)\s+(?=sửa đổi|SỬA ĐỔI|bổ sung)", re.IGNORECASE)
_OTHER_DOCUMENT = any_of(
    "Nghị định", "Nghị quyết", "Quyết định", "Thông tư", "Chỉ thị", "Kế hoạch số", "ngày", "theo quy", "căn cứ"
)
# "ban hành Luật sửa đổi … của Luật Quy hoạch số …": what is issued has no number yet, the amended law has.
_ISSUING = re.compile(r"ban\s+hành\s+\Z", re.IGNORECASE)
_OF_THE_ASSEMBLY = ("Luật", "Bộ luật", "Nghị quyết", "Pháp lệnh", "Lệnh")
_NOT_IN_NAME = within_line(
    rf"[;:()|\n“”]|\.\s|(?<!\w)(?:{_OTHER_DOCUMENT}|(?<!một\s)số(?!\w))",
    re.IGNORECASE,
)
# "Decree No. 120/2016/ND-CP": a translation that a site puts below the document repeats what it cites.
_ENGLISH = re.compile(r"(?<!\w)Nos?\.?\s*:?\s*\Z")
_LETTERHEADS = re.compile(r"(?:[\s;,]*(?:Số|SỐ|Sô|So)\s*:?\s*[\w/&. –-]+?)+[\s;,.]*")


def find_numbered(text: str) -> Iterator[Citation]:
    """Every citation by number, in order. A paragraph that is a number alone ("Số: 12/QĐ-UBND") cites nothing."""
    previous: Citation | None = None
    for found in find_numbers(text):
        if _is_letterhead(text, found) or _is_translated(text, found):
            continue
        previous = _citation(text, found, previous)
        yield previous


def _citation(text: str, found: FoundNumber, previous: Citation | None) -> Citation:
    lowest = previous.end if previous else 0
    start, kind, name = _kind_before(text, found, lowest)
    issued_on, end = date_after(text, found.end)
    issued_on = issued_on or date_within(text, start, found.start)
    described = describe(text, end)
    return Citation(
        start=start,
        end=end,
        kind=kind or _kind_without_word(found.number, previous),
        rule="number" if found.confidence >= _SURE else "damaged-number",
        number=str(found.number),
        name=name,
        issued_on=issued_on,
        issuer=described.issuer,
        title=described.title,
        readings=found.readings,
        confidence=found.confidence,
        described_to=described.end,
    )


def _kind_before(text: str, found: FoundNumber, lowest: int) -> tuple[int, str | None, str | None]:
    """Where the citation begins, its kind and (for a law) its name."""
    so = _SO.search(text, max(lowest, found.start - 12), found.start)
    edge = so.start() if so else found.start
    window = max(lowest, edge - 40)
    direct = _KIND_BEFORE.search(text, window, edge)
    is_law_number = found.number.kind is None and found.number.year is not None
    if direct and (not is_law_number or plain_kind(direct["kind"]) in _OF_THE_ASSEMBLY):
        return _with_amending(text, direct.start("kind"), lowest), plain_kind(direct["kind"]), None
    if found.number.kind in (None, "PL", "L") or found.number.system is System.OLD:
        law = _law_before(text, edge, lowest)
        if law:
            return law
    short = _SHORT_KIND.search(text, window, edge)
    if short:
        return short.start("kind"), STATE_KINDS[short["kind"]][0], None
    cut = _FIRST_WORD.search(text, window, edge) if so else None
    if cut and cut["word"].capitalize() in (kind.split()[0] for kind in found.number.kinds):
        return cut.start("word"), found.number.kinds[0], None
    issued = _KIND_OF_ISSUER.search(text, max(lowest, edge - 90), edge) if so else None
    if issued:
        return issued.start("kind"), plain_kind(issued["kind"]), None
    return found.start, None, None


def _law_before(text: str, edge: int, lowest: int) -> tuple[int, str, str] | None:
    """ "Luật Đầu tư số …": the law whose name lies between its kind and the number."""
    low = max(lowest, edge - _LONGEST_NAME)
    laws = list(_LAW.finditer(text, low, edge))
    if not laws:
        return None
    last = laws[-1]
    if _NOT_IN_NAME.search(text, last.end(), edge):
        return None
    start = _with_amending(text, last.start(), lowest)
    kind = " ".join(last["kind"].split()).capitalize()
    kind = kind if kind in ("Bộ luật", "Pháp lệnh") else "Luật"
    return start, kind, " ".join(text[start:edge].split())


def _with_amending(text: str, start: int, lowest: int) -> int:
    """The start of "Luật sửa đổi, bổ sung một số điều của Luật …", of which `start` begins the inner law."""
    low = max(lowest, start - _LONGEST_NAME)
    outer = [match.start() for match in _AMENDING.finditer(text, low, start)]
    is_law = text[start : start + 4].lower() in ("luật", "bộ l", "pháp")
    is_being_issued = bool(outer) and bool(_ISSUING.search(text, max(0, outer[-1] - 12), outer[-1]))
    if not outer or not is_law or is_being_issued or _NOT_IN_NAME.search(text, outer[-1] + 4, start):
        return start
    return outer[-1]


def _kind_without_word(number: DocumentNumber, previous: Citation | None) -> str | None:
    """The kind of a number printed without it: that of the number before it in a list, else what its symbol says."""
    before = parse(previous.number) if previous and previous.number else None
    if previous and before and before.kind == number.kind and before.system is number.system:
        return previous.kind
    if number.kind is None and number.system is System.STATE and number.year is None:
        return "Công văn"
    return number.kinds[0] if number.kinds else None


def _is_letterhead(text: str, found: FoundNumber) -> bool:
    """Whether the number stands alone on its line or in its cell after "Số", as in a letterhead or its specimen."""
    low = max(text.rfind("\n", 0, found.start), text.rfind("|", 0, found.start)) + 1
    ends = [end for mark in "\n|" if (end := text.find(mark, found.end)) >= 0]
    high = min(ends, default=len(text))
    is_short = high - low <= _LONGEST_LETTERHEAD
    return is_short and bool(_LETTERHEADS.fullmatch(text, low, high)) and bool(_SO.search(text, low, found.start))


def _is_translated(text: str, found: FoundNumber) -> bool:
    return bool(_ENGLISH.search(text, max(0, found.start - 8), found.start))
