"""The body of the whole country that a document number names by its abbreviation (Decree 30/2020/NĐ-CP, Appendix I)."""

from __future__ import annotations

import re
from functools import lru_cache

from kb.bodies.table import body_table, slug
from kb.number import parse

# Abbreviations that stand in numbers alone; the others are names of bodies in the data file.
_IN_NUMBERS = {"CP": "Chính phủ", "HĐBT": "Hội đồng Bộ trưởng", "CTN": "Chủ tịch nước"}
_ASSEMBLY = re.compile(r"(QH|UBTVQH)\d{0,2}")
_ASSEMBLIES = {"QH": "Quốc hội", "UBTVQH": "Ủy ban Thường vụ Quốc hội"}


@lru_cache(maxsize=4_096)
def body_of_number(number: str | None) -> str | None:
    """ "158/CĐ-TTg" → "Thủ tướng Chính phủ"; None for a local body, and where the symbol leaves several ("NQ/TW")."""
    parsed = parse(number) if number else None
    symbols = re.split(r"[-/]", parsed.body) if parsed and parsed.body else []
    return next((body for symbol in symbols if (body := _body(symbol))), None)


def _body(symbol: str) -> str | None:
    assembly = _ASSEMBLY.fullmatch(symbol)
    if assembly:
        return _ASSEMBLIES[assembly[1]]
    entry = body_table().central.get(slug(symbol))
    named = next((name.full for name in entry.names if slug(name.text) == slug(symbol)), None) if entry else None
    return _IN_NUMBERS.get(symbol) or named
