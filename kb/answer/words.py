"""The words of a question and of a text, for asking how much of the one the other says."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping
from itertools import pairwise

from kb.lexicon.words import words
from kb.text import normalise_tones

# Function words and the words that only make a question: they say nothing of what is asked.
_FUNCTION_WORDS = """
    ai gì nào sao mấy bao nhiêu lâu đâu khi lúc thế chưa không có là thì mà và hay hoặc của cho với về ở tại
    trong ngoài trên dưới đến tới từ do bởi bị được phải cần nên sẽ đã đang rồi lại ra vào lên xuống đi
    này kia đó ấy nọ các những một mỗi mọi từng cả cùng để theo vì nếu như hãy xin vui lòng biết hỏi tôi mình ạ à
    vậy nhỉ thưa giúp việc cái con chiếc bằng cách cũng chỉ rất hơn nhất thuộc qua hiện nay tức nghĩa gồm nói nêu
    ghi làm lo lần sau quanh giữa
"""
__all__ = ["STOP_WORDS", "content_terms", "coverage", "rarity", "terms", "words"]

# What a word tells that stands in every passage: in a catalogue of one document its subject is such a word.
COMMON = 1.0
STOP_WORDS = frozenset(normalise_tones(word) for word in _FUNCTION_WORDS.split())


def terms(tokens: list[str]) -> set[str]:
    """The words and every two neighbours joined by a space: most Vietnamese words are written as two."""
    return {*tokens, *(f"{first} {second}" for first, second in pairwise(tokens))}


def content_terms(tokens: list[str]) -> list[str]:
    """Words that mean something, and pairs of two such words, each once, in order."""
    singles = [token for token in tokens if token not in STOP_WORDS]
    pairs = [
        f"{first} {second}"
        for first, second in pairwise(tokens)
        if first not in STOP_WORDS and second not in STOP_WORDS
    ]
    return list(dict.fromkeys([*singles, *pairs]))


def rarity(frequency: int, total: int) -> float:
    """How much a term tells (BM25's inverse document frequency), COMMON for one in every text."""
    return COMMON + math.log(1 + max(total - frequency, 0) / (frequency + 0.5))


def coverage(wanted: Mapping[str, float], present: Collection[str]) -> float:
    """The share, by weight, of the wanted terms that are present, in [0, 1]; 0 when nothing is wanted."""
    whole = sum(wanted.values())
    return sum(weight for term, weight in wanted.items() if term in present) / whole if whole else 0.0
