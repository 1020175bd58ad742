"""The day from which a document holds, as it says itself."""

from __future__ import annotations

import re
from datetime import date

from ingest.header.frame import Frame
from kb.model import Fact

_IN_FORCE = re.compile(r"\bnày\b[^.;]{0,80}?có hiệu lực(?:\s+thi hành)?[^.;]{0,30}?(?:từ|kể từ)\s+ngày\s+(?P<day>.{1,40})")
_WORDS = re.compile(r"(\d{1,2})\s+tháng\s+(\d{1,2})\s+năm\s+(\d{4})|(\d{1,2})/(\d{1,2})/(\d{4})")
_ON_SIGNING = re.compile(r"(?:ký|ban hành)\b")


def read_effective_on(frame: Frame, issued_on: Fact | None) -> Fact | None:
    """From the last clauses: a printed day, or the day of issue where it holds "kể từ ngày ký"."""
    for line in reversed(frame.lines[frame.body : frame.closing]):
        match = _IN_FORCE.search(line.text)
        if not match:
            continue
        start, end = line.start + match.start("day"), line.start + match.end("day")
        day = _WORDS.match(match["day"])
        if day:
            parts = [int(part) for part in day.groups() if part]
            try:
                return Fact(date(parts[2], parts[1], parts[0]).isoformat(), "điều khoản thi hành", start, end)
            except ValueError:
                return None
        if _ON_SIGNING.match(match["day"]) and issued_on:
            return Fact(issued_on.value, "có hiệu lực kể từ ngày ký", start, end)
    return None
