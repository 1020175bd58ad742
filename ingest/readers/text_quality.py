"""Whether the text layer of a page can be trusted."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

from ingest.readers.page_words import Word
from ingest.readers.pdf_stamps import is_signature

# Letters: less tells nothing.
_LEAST_LETTERS = 80
# Of the letters of Vietnamese prose a quarter bears a mark (0.24 to 0.30 in the measured decisions).
_LEAST_MARKED = 0.10
# Of the words: a page in another language has few Vietnamese syllables; 0.35 and more in Vietnamese without marks.
_LEAST_SYLLABLES = 0.18
_LETTERS = re.compile(r"[^\W\d_]+")
_FREQUENT = """
cua va cac cong viec theo quy dinh quyet nghi nha nuoc chinh phu thuc hien trong duoc cho ngay thang nam so bo
truong ban uy tinh dan nhan co quan to chuc hanh phap luat dieu khoan thong tu ke hoach nhiem vu phat trien voi
khi tai cap nguoi den khong phai don vi hop dong hoat gia tri chuyen doi du lieu hoc nghe ve nay nhu mot nhung
la tren xa hoi kinh te quoc chi thi can cu trinh de xuat giao thu tuong doc lap do phuc
"""
_SYLLABLES = frozenset(_FREQUENT.split())
# Words: the box of a digital signature has no more.
_MOST_WORDS_OF_SIGNATURE = 48


def needs_recognition(words: Sequence[Word]) -> bool:
    """Whether a page must be read from its picture: it has no text, only a signature's, or text without marks."""
    text = " ".join(word.text for word in words)
    letters = sum(map(str.isalpha, text))
    is_only_signature = is_signature(text) and len(words) <= _MOST_WORDS_OF_SIGNATURE
    return not letters or is_only_signature or has_lost_marks(text)


def has_lost_marks(text: str) -> bool:
    """Whether this is Vietnamese whose letters lost their marks (the text layer of many scanners)."""
    found = _LETTERS.findall(text)
    letters = sum(map(len, found))
    if letters < _LEAST_LETTERS:
        return False
    decomposed = unicodedata.normalize("NFD", text)
    marked = sum(unicodedata.combining(ch) > 0 for ch in decomposed)
    marked += text.count("đ") + text.count("Đ") + text.count("Ð")
    if marked / letters >= _LEAST_MARKED:
        return False
    syllables = sum(_folded(word) in _SYLLABLES for word in found)
    return syllables / len(found) >= _LEAST_SYLLABLES


def _folded(word: str) -> str:
    decomposed = unicodedata.normalize("NFD", word.lower().replace("đ", "d"))
    return "".join(ch for ch in decomposed if not unicodedata.combining(ch))
