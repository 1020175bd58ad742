"""What a scan or a pen left unreadable in the frame of a document: said, never guessed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.header.paragraphs import Line
from ingest.header.signature import Signature
from ingest.letters import UPPER
from kb.model import Notice

# A date line whose figures are damaged so far that it is none any more ("Hà Nội, ngàyÑ§tháng 2024").
_DAMAGED_DATE = re.compile(
    rf"^[{UPPER}][^\n,;:|]{{1,40}}?\s*,\s*ng[àa]y(?P<day>.{{0,10}}?)th[áa]ng(?P<month>.{{0,8}}?)(?:n[ăa]m)?"
    r"\s*(?P<year>(?:19|20)\d\s?\d|\D{0,8})\W*$"
)
_PARTS = (("day", "ngày"), ("month", "tháng"), ("year", "năm"))


def unread_date(day: str, month: str, year: str, at: int) -> Notice:
    """Which parts of the date of issue cannot be read, and those that can."""
    printed = {"day": day, "month": month, "year": year}
    figures = {name: re.sub(r"\s", "", value) for name, value in printed.items()}
    read = [f"{word} {figures[name]}" for name, word in _PARTS if figures[name].isdigit()]
    lost = [word for name, word in _PARTS if not figures[name].isdigit()]
    if not lost:
        said = f"“{', '.join(read)}” không phải ngày có thật"
    else:
        said = f"{' và '.join(lost)} không đọc được" + (f" (đọc được {', '.join(read)})" if read else "")
    message = f"Ngày ban hành để trống hoặc không đọc được: {said}. Hãy xem bản gốc và sửa ở trang văn bản."
    return Notice("date-blank", message, at)


def damaged_date(lines: Sequence[Line]) -> Notice | None:
    """The notice for a line of the head that was a date; None where there is none."""
    for line in lines:
        match = _DAMAGED_DATE.match(line.text)
        if match:
            return unread_date(match["day"], match["month"], match["year"], line.start)
    return None


def unread_signer(signatures: Sequence[Signature]) -> Notice | None:
    """An office that signs, without a name that can be read."""
    nameless = next((s for s in signatures if s.signer is None and (s.office or s.signed_for)), None)
    if nameless is None:
        return None
    office = nameless.office or nameless.signed_for
    message = f"Không đọc được tên người ký ({office}). Hãy xem bản gốc và sửa ở trang văn bản."
    return Notice("signer-unread", message, nameless.start)
