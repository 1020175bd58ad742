"""Names and titles printed in capitals, given back in the case of running text.

The document itself is the witness: it prints most of these words again in running text. Names of offices follow the
usual writing (Decree 30/2020/NĐ-CP, Appendix II), before the witness.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from functools import lru_cache

from kb.text import fold

_OFFICES = (
    "Ủy ban nhân dân", "Uỷ ban nhân dân", "Hội đồng nhân dân", "Ban Thường vụ", "Ban Chấp hành", "Ban Chỉ đạo",
    "Ban Bí thư",
    "Bộ Chính trị", "Chính phủ", "Thủ tướng Chính phủ", "Thủ tướng", "Quốc hội", "Chủ tịch", "Bộ trưởng",
    "Thứ trưởng", "Giám đốc",
    "Tỉnh ủy", "Tỉnh uỷ", "Thành ủy", "Thành uỷ", "Huyện ủy", "Huyện uỷ", "Quận ủy", "Thị ủy", "Đảng ủy",
    "Đảng uỷ", "Đảng bộ",
    "Văn phòng", "Chánh Văn phòng", "Thường trực", "Đảng đoàn", "Trung ương", "Bí thư", "Tổng Bí thư",
    "Chủ nhiệm", "Thống đốc",
    "Cục trưởng", "Vụ trưởng", "Tổng Cục trưởng", "Chi cục trưởng", "Trưởng ban", "Trưởng phòng",
    "Ban cán sự đảng", "Việt Nam",
    "Mặt trận Tổ quốc", "Tổng Giám đốc", "Viện trưởng", "Chánh án", "Tòa án nhân dân",
    "Viện kiểm sát nhân dân", "Kiểm toán",
    "Ngân hàng Nhà nước", "Đảng Cộng sản", "TM.", "KT.", "TL.", "TUQ.", "T/M", "K/T", "T/L", "UBND", "HĐND", "Nhà nước",
    "Bộ", "Sở", "Chi cục", "Tổng cục", "Chi bộ", "Ban Thường trực", "Đoàn Chủ tịch", "Ủy ban", "Uỷ ban",
    "Trưởng Ban Chỉ đạo",
    "Vụ trưởng Vụ", "Cục trưởng Cục", "đặc khu", "thị trấn", "thị xã", "thành phố", "khu phố", "tổ dân phố",
    "Trưởng phòng Hành chính", "Phòng Hành chính",
    "Nội vụ", "Ban Tuyên giáo", "Ban Tổ chức", "Ban Dân vận", "Ban Nội chính", "Ban Kinh tế", "Ban Quản lý",
    "Hà Nội", "Hồ Chí Minh", "Hải Phòng", "Đà Nẵng", "Cần Thơ",
)  # fmt: skip
_LEADERS = (
    "Chủ tịch", "Thủ tướng", "Bí thư", "Giám đốc", "Chủ nhiệm", "Thống đốc", "Cục trưởng", "Vụ trưởng",
    "Trưởng ban", "Tổng Giám đốc",
    "Trưởng phòng", "Chánh Văn phòng", "Viện trưởng", "Chánh án", "Tổng Cục trưởng",
)  # fmt: skip
_PHRASES = {
    tuple(phrase.lower().split()): phrase.split() for phrase in (*_OFFICES, *(f"Phó {leader}" for leader in _LEADERS))
}
# These are closed: a scanner's slip in their marks is mended ("ỦY BAN NHAN DÂN").
_CLOSED = {
    tuple(fold(phrase).split()): phrase.split()
    for phrase in ("Ủy ban nhân dân", "Hội đồng nhân dân", "Chủ tịch Ủy ban nhân dân", "Chủ tịch Hội đồng nhân dân")
}
_LONGEST_PHRASE = max(len(words) for words in _PHRASES)
_BEFORE_PLACE = frozenset({"tỉnh", "phố", "huyện", "xã", "phường", "quận", "trấn", "khu", "ủy", "uỷ"})
# Words of places and offices that are written small unless a phrase above says otherwise ("Tỉnh ủy").
_COMMON_NOUNS = frozenset({"tỉnh", "thành", "phố", "huyện", "xã", "phường", "quận", "trấn", "thôn", "và", "của", "về"})
# The name of a domain is about this long ("Bộ Nông nghiệp và Phát triển nông thôn").
_DOMAIN_WORDS = 7
# "Bộ" is a ministry at the beginning of a name and behind these; elsewhere it ends another word ("Đường bộ").
_BEFORE_MINISTRY = frozenset({"trưởng", "của", "và", "-", "liên"})
_BODIES = frozenset({"Bộ", "Sở", "Cục", "Vụ", "cục"})
_WORD = re.compile(r"[^\W_]+")
_PARTS = re.compile(r"[^\W_]+|[\W_]+")
# Casing is learnt from this much of the text: enough witnesses, little time.
_WITNESS_CHARACTERS = 100_000
_SHARE_OF_CAPITALS = 0.7


def in_running_case(printed: str, text: str) -> str:
    """`printed` as running text writes it when it is in capitals; as it is otherwise."""
    if not is_mostly_capitals(printed):
        return printed
    words = printed.split()
    witness = _witness_of(text)
    cased: list[str] = []
    index = 0
    while index < len(words):
        phrase = _phrase_at(words, index)
        if phrase:
            cased += phrase
            index += len(phrase)
            continue
        word = _cased_word(words, index, cased, witness)
        cased.append(word if cased else word[:1].upper() + word[1:])
        index += 1
    joined = " ".join(cased)
    first = next((place for place, ch in enumerate(joined) if ch.isalpha()), 0)
    return joined[:first] + joined[first : first + 1].upper() + joined[first + 1 :]


def is_mostly_capitals(text: str) -> bool:
    letters = [ch for ch in text if ch.isalpha()]
    return bool(letters) and sum(ch.isupper() for ch in letters) >= _SHARE_OF_CAPITALS * len(letters)


def _phrase_at(words: list[str], index: int) -> list[str] | None:
    for length in range(min(_LONGEST_PHRASE, len(words) - index), 0, -1):
        given = words[index : index + length]
        key = tuple(word.lower().rstrip(",;") for word in given)
        phrase = _PHRASES.get(key) or _CLOSED.get(tuple(fold(" ".join(key)).split()))
        is_ending = key == ("bộ",) and index > 0 and words[index - 1].lower().rstrip(",") not in _BEFORE_MINISTRY
        if phrase and not is_ending:
            return [*phrase[:-1], phrase[-1] + given[-1][len(given[-1].rstrip(",;")) :]]
    return None


def _cased_word(words: list[str], index: int, cased: list[str], witness: _Witness) -> str:
    word = words[index]
    if any(ch.isdigit() for ch in word):
        return word
    if word == "ĐIỀU" and index + 1 < len(words) and words[index + 1][0].isdigit():
        return "Điều"
    if word.lower() in _COMMON_NOUNS:
        return word.lower()
    before = words[index - 1] if index else ""
    if before.lower() in _BEFORE_PLACE:
        return witness.casing_behind(before, word) or _capitalised(word)
    is_second_of_place = index > 1 and words[index - 2].lower() in _BEFORE_PLACE and cased[-1][:1].isupper()
    if _begins_domain(cased):
        return witness.casing_behind(before, word) or _capitalised(word)
    is_within_domain = any(done in _BODIES for done in cased[-_DOMAIN_WORDS:])
    seen = witness.casing_behind(before, word) if is_within_domain else witness.casing_of(before, word)
    if seen is not None:
        return seen
    return _capitalised(word) if is_second_of_place else word.lower()


def _begins_domain(cased: list[str]) -> bool:
    """Right behind "Bộ", "Sở", "Cục" … stands the name of a domain, and behind its "và": "Bộ Khoa học và Công nghệ"."""
    if not cased:
        return False
    if cased[-1] in _BODIES:
        return True
    is_joined = cased[-1] == "và" or cased[-1].endswith(",")
    return is_joined and any(word in _BODIES for word in cased[-_DOMAIN_WORDS:])


def _capitalised(word: str) -> str:
    low = word.lower()
    return low[:1].upper() + low[1:]


@lru_cache(maxsize=2)
def _witness_of(text: str) -> _Witness:
    """Learnt once a document: its head asks for a dozen names."""
    return _Witness(text[:_WITNESS_CHARACTERS])


class _Witness:
    """How the paragraphs of a text that are not in capitals write their words, by the word before each."""

    def __init__(self, text: str) -> None:
        self._after: dict[tuple[str, str], Counter[str]] = defaultdict(Counter)
        self._alone: dict[str, Counter[str]] = defaultdict(Counter)
        for paragraph in text.split("\n"):
            if not is_mostly_capitals(paragraph):
                self._learn(paragraph)

    def _learn(self, paragraph: str) -> None:
        """Words behind a space alone: one that begins a sentence or a quotation is in capitals for that reason."""
        before = ""
        for word in paragraph.split(" "):
            bare = word.strip(",()")
            low = bare.lower()
            if before and bare.isalpha():
                self._after[before, low][bare] += 1
                self._alone[low][bare] += 1
            before = low if bare.isalpha() and not word.endswith((".", ":", ";", "“")) else ""

    def casing_behind(self, before: str, printed: str) -> str | None:
        """The casing of a word behind this very word, None when the two were never seen together."""
        counter = self._after.get((before.lower(), printed.lower().rstrip(",")))
        return counter.most_common(1)[0][0] + printed[len(printed.rstrip(",")) :] if counter else None

    def casing_of(self, before: str, printed: str) -> str | None:
        """The casing of all words in `printed` (it may hold hyphens and brackets), None when one was never seen."""
        previous = (_WORD.findall(before.lower()) or [""])[-1]
        cased: list[str] = []
        for part in _PARTS.findall(printed):
            low = part.lower()
            counter = (
                self._after.get((previous, low)) or self._alone.get(low) if part[0].isalnum() else Counter({part: 1})
            )
            if not counter:
                return None
            cased.append(counter.most_common(1)[0][0])
        return "".join(cased)
