"""Document numbers: they parse, print back, and are found among look-alikes and slips."""

from __future__ import annotations

import pytest

from kb.number import System, find_numbers, find_typed, number_key, parse

PRINTED = [
    # as printed, system, kind, body
    ("749/QĐ-TTg", System.STATE, "QĐ", "TTg"),
    ("30/2020/NĐ-CP", System.STATE, "NĐ", "CP"),
    ("148/2025/QH15", System.STATE, None, "QH15"),
    ("76/2025/NQ-UBTVQH15", System.STATE, "NQ", "UBTVQH15"),
    ("10/2001/L-CTN", System.STATE, "L", "CTN"),
    ("2390/BTTTT-THH", System.STATE, None, "BTTTT-THH"),
    ("83/BKHCN-BTTTT-VP", System.STATE, None, "BKHCN-BTTTT-VP"),
    ("11306/VPCP-NN", System.STATE, None, "VPCP-NN"),
    ("94/VBHN-BQP", System.STATE, "VBHN", "BQP"),
    ("596/TTr-SNN&MT", System.STATE, "TTr", "SNN&MT"),
    ("97/2025/QĐ-UBND", System.STATE, "QĐ", "UBND"),
    ("513/QĐ-TCTS-NTTS", System.STATE, "QĐ", "TCTS-NTTS"),
    ("26/2023/TT-BLĐTBXH", System.STATE, "TT", "BLĐTBXH"),
    ("90/CP", System.STATE, None, "CP"),
    ("318/KHLT-SKHCN-CAT", System.STATE, "KHLT", "SKHCN-CAT"),
    ("52-NQ/TW", System.PARTY, "NQ", "TW"),
    ("271-KH/TU", System.PARTY, "KH", "TU"),
    ("319-BS/HU", System.PARTY, "BS", "HU"),
    ("02-KH/BCĐTW", System.PARTY, "KH", "BCĐTW"),
    ("3260-KH/ĐĐQH15", System.PARTY, "KH", "ĐĐQH15"),
    ("2587-CV/VPTW/nb", System.PARTY, "CV", "VPTW/nb"),
    ("45-CTr/TU", System.PARTY, "CTr", "TU"),
    ("1141 TC/QĐ/CSTC", System.OLD, None, "TC/QĐ/CSTC"),
    ("TCVN 6909:2001", System.STANDARD, "TCVN", None),
]


@pytest.mark.parametrize(("printed", "system", "kind", "body"), PRINTED)
def test_a_number_parses_and_prints_back(printed: str, system: System, kind: str | None, body: str | None) -> None:
    number = parse(printed)
    assert number is not None
    assert (str(number), number.system, number.kind, number.body) == (printed, system, kind, body)


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("57- NQ/TW", "57-NQ/TW"),
        ("57 – NQ/TW", "57-NQ/TW"),
        ("57/NQ-TW", "57-NQ/TW"),
        ("28 /2003/NĐ-CP", "28/2003/NĐ-CP"),
        ("99/ 1998/TT-BTC", "99/1998/TT-BTC"),
        ("66/2018/QĐ- UBND", "66/2018/QĐ-UBND"),
        ("Số: 877/QÐ-BTP", "877/QĐ-BTP"),
        ("749/QĐ-TTG", "749/QĐ-TTg"),
        ("749/QD-TTg", "749/QĐ-TTg"),
        ("749/qd-ttg", "749/QĐ-TTg"),
        ("107/2021/NĐ-Chính phủ", "107/2021/NĐ-CP"),
        ("74g/QĐ-TTg", "749/QĐ-TTg"),
        ("01NQ- -CP", "01/NQ-CP"),
        ("749lQĐ-TTg", "749/QĐ-TTg"),
        ("1O5/2O20/NĐ-CP", "105/2020/NĐ-CP"),
        ("148/2025/QHl5", "148/2025/QH15"),
        ("57-NQ/TVV", "57-NQ/TW"),
        ("57-NQlTW", "57-NQ/TW"),
        ("30/2020/NĐ-GP", "30/2020/NĐ-CP"),
        ("195/2019/1T-BOP", "195/2019/TT-BQP"),
        ("0b/2020/NQ-CP", "06/2020/NQ-CP"),
        ("số 12 4/QĐ- UBND", "124/QĐ-UBND"),
        ("Số: 0 8 /CT-UBND", "08/CT-UBND"),
    ],
)
def test_variants_and_slips_are_normalised(printed: str, number: str) -> None:
    assert str(parse(printed)) == number


@pytest.mark.parametrize(
    "text",
    [
        "giai đoạn 2021-2025",
        "họp 24/7",
        "ngày 05/9/2026",
        "phiếu 20/CN-2",
        "Mẫu số: 02/GTGT",
        "Mẫu số 01/QĐ-XPHC",
        "Số:     /QĐ-BKHCN",
        "tỷ lệ 1/5.000",
        "mạng 5G/IoT",
        "học liệu STEAM/STEAM",
        "máy bay A320-200",
        "Nghị quyết Trung ương 6",
        "đạt 100% QĐ",
        "",
    ],
)
def test_look_alikes_are_no_numbers(text: str) -> None:
    assert find_numbers(text) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [("03/NQ-CP", "3/NQ-CP"), ("877/QÐ-BTP", "877/QD-BTP"), ("57-NQ/TW", "57/NQ-TW"), ("749/QĐ-TTg", "749/qđ-ttg")],
)
def test_keys_of_one_number_are_equal(one: str, other: str) -> None:
    first, second = parse(one), parse(other)
    assert first is not None
    assert second is not None
    assert first.key == second.key


@pytest.mark.parametrize(
    ("one", "other"), [("50/NQ-CP", "50/2020/NĐ-CP"), ("57-NQ/TW", "57-NQ/TU"), ("1/QĐ-TTg", "11/QĐ-TTg")]
)
def test_keys_of_two_numbers_differ(one: str, other: str) -> None:
    first, second = parse(one), parse(other)
    assert first is not None
    assert second is not None
    assert first.key != second.key


def test_unknown_symbols_need_the_word_for_a_document() -> None:
    assert [str(one.number) for one in find_numbers("Giấy phép số 12/GP-UBND")] == ["12/GP-UBND"]
    assert [str(one.number) for one in find_numbers("Quyết định số 108/CS-HĐQT-NHCT")] == ["108/CS-HĐQT-NHCT"]
    assert find_numbers("tổ hợp 12/GP-ABC") == []


def test_spans_lie_on_the_number() -> None:
    text = "thực hiện Nghị quyết số 57- NQ/TW và Quyết định 749/QĐ-TTg, 708/BTTTT-CATTT."
    assert [text[found.start : found.end] for found in find_numbers(text)] == [
        "57- NQ/TW",
        "749/QĐ-TTg",
        "708/BTTTT-CATTT",
    ]


def test_a_damaged_number_has_ranked_readings() -> None:
    found = find_numbers("Quyết định số 74g/QĐ-TTg ngày 03/6/2020")[0]
    assert str(found.number) == found.readings[0].number == "749/QĐ-TTg"
    confidences = [reading.confidence for reading in found.readings]
    assert confidences == sorted(confidences, reverse=True)
    assert found.confidence < 1


@pytest.mark.parametrize(
    ("printed", "number"),
    [
        ("Quyết định số 1468/QĐÐ-BTP", "1468/QĐ-BTP"),
        ("Nghị quyết số 5/2030/NQQ-HĐND", "5/2030/NQ-HĐND"),
        ("Công văn số 2390/BTTTT-THH", "2390/BTTTT-THH"),
        ("Công văn số 15/CTT-KH", "15/CTT-KH"),
    ],
)
def test_a_letter_of_the_kind_that_stands_twice_counts_once(printed: str, number: str) -> None:
    (found,) = find_numbers(printed)
    assert str(found.number) == number


def test_a_term_that_cannot_be_of_the_year_is_doubted() -> None:
    found = find_numbers("Luật số 43/2024/QH1")[0]
    assert [reading.number for reading in found.readings] == ["43/2024/QH1", "43/2024/QH15"]


def test_a_figure_that_stands_apart_is_joined() -> None:
    text = "Nghị quyết số 16/2021/QH1 5 ngày 27 tháng 7 năm 2021"
    found = find_numbers(text)[0]
    assert (str(found.number), text[found.start : found.end]) == ("16/2021/QH15", "16/2021/QH1 5")


def test_the_symbol_alone_does_not_tell_the_kind() -> None:
    party, state = parse("383-QĐ/TW"), parse("749/QĐ-TTg")
    assert party is not None
    assert state is not None
    assert party.kinds == ("Quyết định", "Quy định")
    assert state.kinds == ("Quyết định",)


TYPED = [
    # query, a number it may mean, a number it does not
    ("749/qd-ttg", "749/QĐ-TTg", "749/QĐ-UBND"),
    ("749 qd ttg", "749/QĐ-TTg", "942/QĐ-TTg"),
    ("quyết định 749", "749/QĐ-TTg", "749/NQ-CP"),
    ("nghị quyết 57", "57-NQ/TW", "57/QĐ-TTg"),
    ("NQ 57", "57-NQ/TW", "57/QĐ-TTg"),
    ("nq57", "57-NQ/TW", "57/QĐ-TTg"),
    ("nq57-tw", "57-NQ/TW", "57-NQ/TU"),
    ("QĐ-TTg 749", "749/QĐ-TTg", "749/QĐ-UBND"),
    ("nghi dinh 30/2020", "30/2020/NĐ-CP", "30/2021/NĐ-CP"),
    ("luật 20/2023/qh15 quy định gì", "20/2023/QH15", "20/2023/NĐ-CP"),
    ("kế hoạch 271 của tỉnh ủy", "271-KH/TU", "271/QĐ-UBND"),
    ("19-ct/tu", "19-CT/TU", "19-CT/HU"),
]


@pytest.mark.parametrize(("query", "meant", "other"), TYPED)
def test_typed_numbers_match_what_they_may_mean(query: str, meant: str, other: str) -> None:
    typed = find_typed(query)
    yes, no = parse(meant), parse(other)
    assert len(typed) == 1
    assert yes is not None
    assert no is not None
    assert typed[0].matches(yes)
    assert not typed[0].matches(no)


@pytest.mark.parametrize(
    "query",
    [
        "57 là gì",
        "đã 12 tháng",
        "da 12 thang chua xong",
        "năm 2025 có 10 nhiệm vụ",
        "chuyển đổi số",
        "24/7",
        "trước ngày 15/11/2025",
    ],
)
def test_bare_figures_are_no_typed_numbers(query: str) -> None:
    assert find_typed(query) == []


@pytest.mark.parametrize(
    ("printed", "key"),
    [
        ("749/QĐ-TTg", "749//qd/ttg"),
        ("Số: 749 / QD - TTG", "749//qd/ttg"),
        ("563 CT", "563ct"),
        ("chuyển đổi số", None),
        ("2025", None),
        ("", None),
        (None, None),
    ],
)
def test_the_key_of_what_is_printed(printed: str | None, key: str | None) -> None:
    assert number_key(printed) == key
