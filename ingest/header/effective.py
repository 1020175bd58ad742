"""The day from which a document holds, as it says itself."""

from __future__ import annotations

import re

from ingest.header.frame import Frame
from ingest.header.numbers import to_date
from kb.model import Fact

_IN_FORCE = re.compile(
    r"\bnày\b[^.;]{0,250}?có hiệu lực(?:\s+thi hành)?[^.;]{0,30}?(?:từ|kể từ)\s+ngày\s+(?P<day>.{1,40})"
)
_DAY = re.compile(r"(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})|(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_ON_SIGNING = re.compile(r"(?:ký|ban hành)\b")


def read_effective_on(frame: Frame, issued_on: Fact | None) -> Fact | None:
    """From the last clauses: a printed day, or the day of issue where it holds "kể từ ngày ký"."""
    for line in reversed(frame.body_lines):
        match = _IN_FORCE.search(line.text)
        if not match:
            continue
        start, end = line.start + match.start("day"), line.start + match.end("day")
        printed = _DAY.match(match["day"])
        day = to_date(*(part for part in printed.groups() if part)) if printed else None
        if day:
            return Fact(day.isoformat(), "điều khoản thi hành", start, end)
        if _ON_SIGNING.match(match["day"]) and issued_on:
            return Fact(issued_on.value, "có hiệu lực kể từ ngày ký", start, end)
    return None
