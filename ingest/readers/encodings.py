"""Bytes to text: Unicode in its forms, the code page of Windows for Vietnamese, and the encodings before Unicode."""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kb.errors import UnreadableFile

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32", "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32", "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16", "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16", "utf-16"),
)
# Characters that are looked at to tell encodings apart.
_SAMPLE = 40_000
# Of the bytes: controls that no text has. A damaged or binary file has many.
_MOST_CONTROLS = 0.003
# So many more are let pass: a short text may hold a stray one.
_STRAY_CONTROLS = 4
_CONTROLS = bytes(sorted({*range(32)} - {9, 10, 11, 12, 13, 26, 27}))
# Of the characters: so few bad bytes are slips in a text of this encoding.
_MOST_SLIPS = 0.002
# Words with marks that every Vietnamese office text has; one in eight words of the measured documents is one of them.
_FREQUENT_WORDS = """
của và các được định trong theo quyết chính phủ thực hiện nhà nước về việc cho với tại này những người không là có
điều khoản số ngày tháng năm bộ trưởng quy ủy uỷ tỉnh công tổ chức nghị luật đến từ một cơ độc lập tự hạnh phúc
cộng hòa hoà xã hội chủ nghĩa việt thông tư kế hoạch nhiệm vụ để phải hoặc
"""
_FREQUENT = frozenset(_FREQUENT_WORDS.split())
# Of the words: a decoding with fewer frequent words is no Vietnamese.
_LEAST_FREQUENT = 0.04
_WORD = re.compile(r"[^\W\d_]+")


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text, the name of its encoding, and how many of its bytes made no sense (they are left out)."""

    text: str
    encoding: str
    slips: int = 0


def decode(data: bytes, path: Path, declared: str | None = None) -> Decoded:
    """The text of a file. Raises UnreadableFile for what is no text, or in an encoding that cannot be told.

    `declared` is the encoding that the file itself names (HTML); it is believed where it makes sense.
    """
    for mark, codec, name in _MARKS:
        if data.startswith(mark):
            return _replaced(data, codec, name)
    if (wide := _wide_codec(data)) is not None:
        return _replaced(data, wide, "utf-16")
    if _is_binary(data):
        raise UnreadableFile("không phải tệp văn bản", where=str(path), remedy="kiểm tra lại phần mở rộng của tệp")
    if (unicode := _utf8(data)) is not None:
        return _repaired(unicode)
    readings = [*_declared(data, declared), *_legacy(data)]
    best = max(readings, key=lambda reading: vietnamese_share(reading.text))
    if vietnamese_share(best.text) < _LEAST_FREQUENT:
        raise UnreadableFile("không rõ bảng mã của tệp", where=str(path), remedy="lưu lại tệp bằng bảng mã UTF-8")
    return best


def vietnamese_share(text: str) -> float:
    """The share of words that are frequent Vietnamese words with their marks, in a sample of the text."""
    words = _WORD.findall(unicodedata.normalize("NFC", text[:_SAMPLE]).lower())
    return sum(word in _FREQUENT for word in words) / len(words) if words else 0.0


def _replaced(data: bytes, codec: str, name: str) -> Decoded:
    text = data.decode(codec, "replace")
    slips = text.count("\ufffd")
    return Decoded(text.replace("\ufffd", ""), name, slips)


def _wide_codec(data: bytes) -> str | None:
    """UTF-16 without a mark: every second byte of its ASCII is zero."""
    sample = data[: _SAMPLE * 2]
    if len(sample) < 8 or len(data) % 2:
        return None
    even, odd = sample[0::2].count(0) * 2 / len(sample), sample[1::2].count(0) * 2 / len(sample)
    if max(even, odd) < 0.3 or min(even, odd) > 0.02:
        return None
    return "utf-16-le" if odd > even else "utf-16-be"


def _is_binary(data: bytes) -> bool:
    controls = len(data) - len(data.translate(None, _CONTROLS))
    return controls > _MOST_CONTROLS * len(data) + _STRAY_CONTROLS or controls * _STRAY_CONTROLS > len(data)


def _utf8(data: bytes) -> Decoded | None:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        read = _replaced(data, "utf-8", "utf-8")
    letters = sum(ch > "\x7f" for ch in read.text)
    is_slip = read.slips <= max(2, _MOST_SLIPS * len(read.text)) and letters > 4 * read.slips
    return read if is_slip else None


def _declared(data: bytes, declared: str | None) -> Iterator[Decoded]:
    if declared is not None:
        try:
            yield _replaced(data, declared, declared.lower())
        except LookupError:
            return


def _legacy(data: bytes) -> Iterator[Decoded]:
    yield _replaced(data, "cp1258", "cp1258")
    # The legacy fonts put their letters on the places of Western European ones.
    western = data.decode("cp1252", "surrogateescape")
    western = "".join(chr(ord(ch) - 0xDC00) if "\udc80" <= ch <= "\udcff" else ch for ch in western)
    for name, text in (("tcvn3", western), ("vni", western), ("viscii", data.decode("latin-1"))):
        yield Decoded(_converter(name)(text), name)


def _converter(name: str) -> Callable[[str], str]:
    from viparse.normalize.encodings import CHARMAPS
    from viparse.normalize.tables import convert

    return lambda text: str(convert(text, CHARMAPS[name]))


def _repaired(read: Decoded) -> Decoded:
    """A text in a legacy encoding that was taken for Western European and saved as UTF-8, in its own letters."""
    sample = read.text[:_SAMPLE]
    is_suspect = not sample.isascii() and vietnamese_share(sample) < _LEAST_FREQUENT / 2
    if not is_suspect:
        return read
    shares = {name: vietnamese_share(_converter(name)(sample)) for name in ("tcvn3", "vni")}
    name = max(shares, key=lambda key: shares[key])
    if shares[name] < _LEAST_FREQUENT:
        return read
    return Decoded(_converter(name)(read.text), name, read.slips)
