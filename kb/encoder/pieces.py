"""The tokenizer of the default encoder: the most likely pieces of each word (Unigram, Viterbi).

Words are cut into pieces one by one and remembered: Vietnamese has some 7,000 syllables, so that nearly every word
of a text is met again. Loading takes 0.1 s, where a general tokenizer library needs over 1 s for 250,000 pieces.
"""

from __future__ import annotations

import re
import unicodedata

from kb.encoder.weights import Pieces
from kb.text import normalise_tones

WORD_START = "▁"
UNKNOWN_PENALTY = 10.0  # below the least likely piece, as in SentencePiece
REMEMBERED_WORDS = 200_000  # bounds the memory at some 40 MB
_NEW_TONE = re.compile(
    r"(?<![qQ])(?:([oO])([aAeE])|([uU])([yY]))([\u0300\u0301\u0303\u0309\u0323])(?![\w\u0300-\u036f])"
)


class PieceTokenizer:
    """Turns text into ids of pieces."""

    def __init__(self, pieces: Pieces) -> None:
        self._ids = {piece: index for index, piece in enumerate(pieces.pieces)}
        self._scores = pieces.scores
        self._bos, self._eos, self.pad, self._unknown = pieces.bos, pieces.eos, pieces.pad, pieces.unknown
        self._longest = max(map(len, pieces.pieces))
        self._unknown_score = min(pieces.scores) - UNKNOWN_PENALTY
        self._known: dict[str, tuple[int, ...]] = {}

    def encode(self, text: str, most: int) -> list[int]:
        """Ids with the marks of start and end, at most `most` of them."""
        ids = [self._bos]
        for word in text.split():
            known = self._known.get(word)
            ids.extend(known if known is not None else self._learn(word))
            if len(ids) >= most:
                break
        return [*ids[: most - 1], self._eos]

    def _learn(self, word: str) -> tuple[int, ...]:
        # NFKC may open a gap inside a word (U+FDFA becomes four words).
        ids = tuple(index for part in common_form(word).split() for index in self._cut(WORD_START + part))
        if len(self._known) >= REMEMBERED_WORDS:
            self._known.clear()
        self._known[word] = ids
        return ids

    def _cut(self, word: str) -> list[int]:
        """Viterbi: best[end] is the best score of word[:end], with the piece that ends there."""
        best: list[tuple[float, int, int]] = [(0.0, 0, -1)] + [(float("-inf"), 0, -1)] * len(word)
        for start in range(len(word)):
            reached = best[start][0]
            for end in range(start + 1, min(len(word), start + self._longest) + 1):
                index = self._ids.get(word[start:end])
                if index is None:
                    if end > start + 1:
                        continue
                    index, score = self._unknown, self._unknown_score
                else:
                    score = self._scores[index]
                if reached + score > best[end][0]:
                    best[end] = (reached + score, start, index)
        return self._walk_back(best)

    def _walk_back(self, best: list[tuple[float, int, int]]) -> list[int]:
        ids: list[int] = []
        end = len(best) - 1
        while end > 0:
            _, end, index = best[end]
            follows_unknown = bool(ids) and ids[-1] == self._unknown
            if not (index == self._unknown and follows_unknown):
                ids.append(index)
        return ids[::-1]


def common_form(word: str) -> str:
    """NFKC, Đ for Ð, and the tone where most writers put it ("hòa", "ủy"), so that each word has one form."""
    decomposed = unicodedata.normalize("NFD", normalise_tones(unicodedata.normalize("NFKC", word)))
    moved = _NEW_TONE.sub(lambda m: (m[1] or m[3]) + m[5] + (m[2] or m[4]), decomposed)
    return unicodedata.normalize("NFKC", moved)
