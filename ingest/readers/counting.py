"""Counts as lists print them."""

from __future__ import annotations

_ROMAN = (
    (1000, "m"),
    (900, "cm"),
    (500, "d"),
    (400, "cd"),
    (100, "c"),
    (90, "xc"),
    (50, "l"),
    (40, "xl"),
    (10, "x"),
    (9, "ix"),
    (5, "v"),
    (4, "iv"),
    (1, "i"),
)
_LETTERS = "abcdefghijklmnopqrstuvwxyz"


def counted(count: int, form: str) -> str:
    """`count` in a number form of Word ("decimal", "upperRoman", "lowerLetter", …); unknown forms count in digits."""
    if form == "none":
        return ""
    if form.endswith("Roman"):
        text = roman(count)
    elif form.endswith("Letter"):
        text = letters(count)
    else:
        return f"{count:02d}" if form == "decimalZero" else str(count)
    return text.upper() if form.startswith("upper") else text


def roman(count: int) -> str:
    text = ""
    rest = min(max(count, 0), 3999)
    for size, sign in _ROMAN:
        text += sign * (rest // size)
        rest %= size
    return text


def letters(count: int) -> str:
    """a … z, aa, bb, … as Word counts."""
    if count < 1:
        return ""
    return _LETTERS[(count - 1) % 26] * min((count - 1) // 26 + 1, 5)
