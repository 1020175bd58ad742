"""Abbreviations that document numbers are made of.

Kinds of State documents: Decree 30/2020/NĐ-CP, Appendix III, and the Law on Promulgation of Legal Documents; kinds of
Party documents: Guidance 36-HD/VPTW, Appendix 3. An abbreviation does not tell the kind: "QĐ" is Quyết định and (Party)
Quy định, "TT" is Thông tư and (Party) Thông tri.
"""

from __future__ import annotations

from kb.text import fold

STATE_KINDS: dict[str, tuple[str, ...]] = {
    "NQ": ("Nghị quyết",),
    "QĐ": ("Quyết định",),
    "CT": ("Chỉ thị",),
    "QC": ("Quy chế",),
    "QyĐ": ("Quy định",),
    "TB": ("Thông báo",),
    "TC": ("Thông cáo",),
    "HD": ("Hướng dẫn",),
    "CTr": ("Chương trình",),
    "KH": ("Kế hoạch",),
    "PA": ("Phương án",),
    "ĐA": ("Đề án",),
    "DA": ("Dự án",),
    "BC": ("Báo cáo",),
    "BB": ("Biên bản",),
    "TTr": ("Tờ trình",),
    "HĐ": ("Hợp đồng",),
    "CĐ": ("Công điện",),
    "BGN": ("Bản ghi nhớ",),
    "BTT": ("Bản thỏa thuận",),
    "GUQ": ("Giấy ủy quyền",),
    "GM": ("Giấy mời",),
    "GGT": ("Giấy giới thiệu",),
    "GNP": ("Giấy nghỉ phép",),
    "PG": ("Phiếu gửi",),
    "PC": ("Phiếu chuyển",),
    "PB": ("Phiếu báo",),
    "SY": ("Bản sao y",),
    "TrS": ("Bản trích sao",),
    "SL": ("Bản sao lục",),
    "NĐ": ("Nghị định",),
    "TT": ("Thông tư",),
    "TTLT": ("Thông tư liên tịch",),
    "NQLT": ("Nghị quyết liên tịch",),
    "PL": ("Pháp lệnh",),
    "L": ("Lệnh",),
    "VBHN": ("Văn bản hợp nhất",),
    "CV": ("Công văn",),
    "QCPH": ("Quy chế phối hợp",),
    "KHPH": ("Kế hoạch phối hợp",),
    "KHLT": ("Kế hoạch liên tịch",),
    "QCLT": ("Quy chế liên tịch",),
    "CTLT": ("Chương trình liên tịch",),
    "HDLT": ("Hướng dẫn liên tịch",),
    "CTPH": ("Chương trình phối hợp",),
    "KL": ("Kết luận",),
    "CTHĐ": ("Chương trình hành động",),
}
PARTY_KINDS: dict[str, tuple[str, ...]] = {
    "NQ": ("Nghị quyết",),
    "QĐ": ("Quyết định", "Quy định"),
    "QĐi": ("Quy định",),
    "QyĐ": ("Quy định",),
    "CT": ("Chỉ thị",),
    "KL": ("Kết luận",),
    "QC": ("Quy chế",),
    "TT": ("Thông tri",),
    "HD": ("Hướng dẫn",),
    "TB": ("Thông báo",),
    "TC": ("Thông cáo",),
    "BC": ("Báo cáo",),
    "KH": ("Kế hoạch",),
    "QH": ("Quy hoạch",),
    "CTr": ("Chương trình",),
    "CTHĐ": ("Chương trình hành động",),
    "ĐA": ("Đề án",),
    "PA": ("Phương án",),
    "DA": ("Dự án",),
    "TTr": ("Tờ trình",),
    "CV": ("Công văn",),
    "BB": ("Biên bản",),
    "TBo": ("Tuyên bố",),
    "LKG": ("Lời kêu gọi",),
    "BS": ("Bản sao",),
    "GM": ("Giấy mời",),
    "PC": ("Phiếu chuyển",),
    "ĐL": ("Điều lệ",),
}
KINDS = frozenset(STATE_KINDS) | frozenset(PARTY_KINDS)

# Party bodies: the centre (TW), provincial, district and grass-roots committees, their boards and offices.
_PARTY_BODIES = """
TW TWĐ TU TƯ HU ThU Th.U QU ĐU ĐUK ĐUQSTW QUTW ĐUCA VPTW BTCTW BTGTW BTGDVTW BDVTW UBKTTW
BNCTW BKTTW BCĐTW BCĐ
VPTU BTCTU BTGTU BDVTU UBKTTU BNCTU BTG BTC BDV BNC UBKT BCSĐ ĐĐ ĐĐQH13 ĐĐQH14 ĐĐQH15 ĐĐQH16 BCSĐCP ĐĐHĐND ĐUBTP
ĐUCP ĐUQH ĐUMTTQ ĐUCCCQĐTW ĐLĐ TVTU BTV BTVTU BTVHU CB ĐB ĐH
"""
# State bodies written after a kind or alone; ministries and departments have their pattern in `grammar`.
_STATE_BODIES = """
CP TTg CTN UBTVQH HĐBT HĐNN HĐCP QH UBND UB HĐND CTUBND CTUB CTHĐND TAND VKSNDTC TANDTC KTNN VPCP VPQH VPCTN
VPUBND
TTCP NHNN BTC BQP BCA BNV BTP BCT BXD BYT BNG BKHCN BTTTT BNN BNNPTNT BNNMT BTNMT BGTVT BGDĐT BLĐTBXH BVHTT
BVHTTDL BKHĐT BDTTG UBDT BTM BCN BTS BVHTTTT UBQGCĐS TCT TCTS TCHQ TCTK BHXH TLĐ BCĐ HĐTV CAT CATP CQLĐĐ
MTTW MTTQ ĐCT TWĐTN TƯĐTN HPN LĐTBXH SNN SNNMT STC SYT STP SXD SNV SKHCN STTTT SVHTTDL SGDĐT SCT TTLT
"""
PARTY_BODIES = frozenset(_PARTY_BODIES.split())
STATE_BODIES = frozenset(_STATE_BODIES.split())
LONG_BODIES = {"chính phủ": "CP", "thủ tướng chính phủ": "TTg", "thủ tướng": "TTg", "quốc hội": "QH"}


def _by_folded(symbols: frozenset[str]) -> dict[str, str]:
    """Folded form → the symbol; the form with Đ wins where two fold alike but for HD, DA, which both exist."""
    ambiguous = {"hd": "HD", "da": "DA"}
    return {fold(symbol): symbol for symbol in sorted(symbols)} | ambiguous


_KIND_OF = _by_folded(KINDS)
# "TVV" is how OCR reads TW.
_BODY_OF = _by_folded(PARTY_BODIES | STATE_BODIES) | {"tvv": "TW"}


def canonical_kind(piece: str) -> str | None:
    """The kind symbol that a piece stands for whatever its case and Đ ("qd", "QÐ" → "QĐ"); None: no kind."""
    return piece if piece in KINDS else _KIND_OF.get(fold(piece)) or _KIND_OF.get(fold(_without_misread(piece)))


def canonical_body(piece: str) -> str:
    """A body's abbreviation in its usual letters ("TTG" → "TTg", "HDND" → "HĐND"); unknown ones as they are."""
    if piece in STATE_BODIES or piece in PARTY_BODIES:
        return piece
    return _BODY_OF.get(fold(piece)) or _BODY_OF.get(fold(_without_misread(piece)), piece)


# No Vietnamese abbreviation has F, and hardly one O: OCR reads P and Q so.
_MISREAD = str.maketrans({"F": "P", "O": "Q", "0": "Q", "1": "T", "I": "T", "8": "B", "5": "S"})


def _without_misread(piece: str) -> str:
    return piece.translate(_MISREAD)


def kind_names(symbol: str | None, party: bool) -> tuple[str, ...]:
    """The kinds a symbol may stand for, likeliest first."""
    if symbol is None:
        return ()
    first, second = (PARTY_KINDS, STATE_KINDS) if party else (STATE_KINDS, PARTY_KINDS)
    return first.get(symbol) or second.get(symbol) or ()
