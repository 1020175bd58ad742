"""Laws are cited by name with the year of their making or without it: "Luật Kế toán năm 2015", "Luật Kế toán"."""

from __future__ import annotations

import re

_LAWS = ("luật", "bộ luật", "pháp lệnh", "hiến pháp")
_YEAR = re.compile(r"[\s,]*(?:năm\s+)?((?:19|20)\d\d)\s*$")


def is_law_name(name: str) -> bool:
    return name.lower().startswith(_LAWS)


def split_year(name: str) -> tuple[str, int | None]:
    """A law's name without the year of its making: "Luật Kế toán năm 2015" → ("Luật Kế toán", 2015)."""
    match = _YEAR.search(name) if is_law_name(name) else None
    return (name[: match.start()].rstrip(" ,"), int(match[1])) if match else (name, None)
