"""Telling whether two files are one document: signatures of texts that stay alike under OCR slips and other layout.

A signature is a MinHash (Broder, "On the resemblance and containment of documents", 1997) of the text's shingles.
"""

from __future__ import annotations

from dataclasses import dataclass
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from kb.text import fold

Signature = NDArray[np.uint32]

# Hash functions in a signature; the estimate of resemblance has a standard error of 1/sqrt(256) = .06.
_SIZE = 256
# Characters of a shingle: long enough to be rare, short enough to survive an OCR slip every few words.
_SHINGLE = 12

# Two printings of one text resemble this much. Measured on forty real files: Word, web page and PDF forms of one
# document ≥ .95; the most alike of different documents, a plan that repeats the goals of its strategy, .26.
SAME_TEXT = 0.8
# With a recognised scan on either side this much: at one wrong letter in twenty-five, a shingle of 12 survives with
# probability .6, and two texts that share 60 % of their shingles resemble .43 to .6.
SAME_SCANNED_TEXT = 0.5
# A scan that prints the same number and date too may have been recognised badly.
SAME_IDENTITY_SCANNED_TEXT = 0.35
# Two texts of one office that resemble this much without being one are most likely versions of each other.
OTHER_VERSION_TEXT = 0.3
# A text issued again under another number repeats at least half of the first.
OTHER_NUMBER_VERSION_TEXT = 0.5
# With one number, this much: an appendix in a file of its own bears the number too, and shares little more.
SAME_IDENTITY_VERSION_TEXT = 0.15

_random = np.random.default_rng(1997)
# Multiply-shift hashing (Dietzfelbinger, 1996): the upper half of a·x + b modulo 2^64, which is universal for 32-bit x.
_FACTORS = _random.integers(0, 1 << 64, size=_SIZE, dtype=np.uint64)
_OFFSETS = _random.integers(0, 1 << 64, size=_SIZE, dtype=np.uint64)
_UPPER = np.uint64(32)


def signature(text: str) -> Signature:
    """The signature of a text, shape (256,); letters and digits without diacritics count, nothing else."""
    letters = "".join(ch for ch in fold(text) if ch.isalnum())
    if not letters:
        return np.full(_SIZE, np.iinfo(np.uint32).max, dtype=np.uint32)
    hashes = np.unique(_shingle_hashes(letters))
    smallest = np.full(_SIZE, np.iinfo(np.uint32).max, dtype=np.uint64)
    for start in range(0, len(hashes), 4096):
        part = hashes[start : start + 4096].astype(np.uint64)
        mixed = (part[:, None] * _FACTORS + _OFFSETS) >> _UPPER
        smallest = np.minimum(smallest, mixed.min(axis=0))
    return smallest.astype(np.uint32)


def _shingle_hashes(letters: str) -> NDArray[np.uint32]:
    data = letters.encode("utf-8")
    count = max(1, len(data) - _SHINGLE + 1)
    return np.fromiter((crc32(data[i : i + _SHINGLE]) for i in range(count)), dtype=np.uint32, count=count)


def resemblance(one: Signature, other: Signature) -> float:
    """Estimated share of shingles that two texts have in common (0 to 1)."""
    return float(np.mean(one == other))


@dataclass(frozen=True, slots=True)
class Identity:
    """What a document says it is; None where it does not print it. `scanned`: its text was recognised (OCR)."""

    number_key: str | None
    issued_on: str | None
    issuer: str | None
    locality: str | None
    scanned: bool = False


def is_same_document(one: Identity, other: Identity, likeness: float) -> bool:
    """Whether two files with this likeness of text are one document."""
    if _contradict(one, other):
        return False
    if not (one.scanned or other.scanned):
        return likeness >= SAME_TEXT
    return likeness >= (SAME_IDENTITY_SCANNED_TEXT if _agree(one, other) else SAME_SCANNED_TEXT)


def is_other_version(one: Identity, other: Identity, likeness: float) -> bool:
    """Whether one of two files may be another version of the other: a draft, an amended or a corrected text."""
    is_elsewhere = bool(one.locality and other.locality and one.locality != other.locality)
    has_other_number = bool(one.number_key and other.number_key and one.number_key != other.number_key)
    if is_elsewhere or is_same_document(one, other, likeness):
        return False
    if _agree(one, other):
        return likeness >= SAME_IDENTITY_VERSION_TEXT
    return likeness >= (OTHER_NUMBER_VERSION_TEXT if has_other_number else OTHER_VERSION_TEXT)


def _contradict(one: Identity, other: Identity) -> bool:
    pairs = ((one.number_key, other.number_key), (one.issued_on, other.issued_on), (one.locality, other.locality))
    return any(a and b and a != b for a, b in pairs)


def _agree(one: Identity, other: Identity) -> bool:
    """Both print the same number, and nothing that they print tells them apart."""
    return bool(one.number_key) and one.number_key == other.number_key and not _contradict(one, other)
