"""Lines of a head or a signature that a web page has run together: "CHÍNH PHỦ_____ Số: 170/… | CỘNG HÒA …"."""

from __future__ import annotations

import re
from dataclasses import replace

from ingest.letters import LOWER, UPPER
from ingest.model import SourceLine

_FRAME = re.compile(r"CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM|(?:TM|KT|TL)\. ?[^\W\d]{2,}|T/M [^\W\d]{2,}")
_GLUE = re.compile(
    rf"\s+\|\s*|\|\s*$|(?<=[^_\-])(?=_{{3,}})|(?<=_)\s*(?=[^_\s])|(?<=VIỆT NAM)(?=Độc)|(?<=[{UPPER}])(?=KT\.)|(?<=[{UPPER}]{{2}})(?=PHÓ )"
    rf"|(?=\(Đã ký\))|(?<=\))(?=[{UPPER}][{LOWER}])|(?<=[{LOWER}])\s+(?=[{UPPER}][{LOWER}]+(?: [{UPPER}][{LOWER}]+)*, ngày)|;\s+(?=- )"
)
# A line of running text may cite the motto; a glued head or signature holds its own marks.
_MARKS = ("|", "__", "(Đã ký)")


def split_glued(line: SourceLine) -> list[SourceLine]:
    """The line as it is, or its parts where it is a head or signature that lost its line ends."""
    is_glued = any(mark in line.text for mark in _MARKS) and _FRAME.search(line.text)
    if not is_glued:
        return [line]
    parts = [part.strip() for part in _GLUE.split(line.text)]
    return [replace(line, text=part, blank_before=True) for part in parts if part]
