"""Abbreviations of kinds and bodies, and what is made of damaged ones."""

from __future__ import annotations

import pytest

from kb.number import DocumentNumber, System, find_numbers, parse
from kb.number.grammar import is_party_body, is_state_body, tidy_symbol
from kb.number.symbols import PARTY_KINDS, STATE_KINDS, canonical_body, canonical_kind, kind_names


@pytest.mark.parametrize(
    ("printed", "kind"),
    [
        ("QĐ", "QĐ"),
        ("QD", "QĐ"),
        ("qđ", "QĐ"),
        ("QÐ", "QĐ"),
        ("NO", "NQ"),
        ("ttr", "TTr"),
        ("HD", "HD"),
        ("HĐ", "HĐ"),
        ("XX", None),
    ],
)
def test_kinds_in_any_letters(printed: str, kind: str | None) -> None:
    assert canonical_kind(printed) == kind


@pytest.mark.parametrize(
    ("printed", "body"),
    [
        ("TTG", "TTg"),
        ("HDND", "HĐND"),
        ("BGDDT", "BGDĐT"),
        ("CF", "CP"),
        ("BOP", "BQP"),
        ("1W", "TW"),
        ("TVV", "TW"),
        ("BCĐ138", "BCĐ138"),
        ("QH15", "QH15"),
        ("XYZ", "XYZ"),
    ],
)
def test_bodies_in_their_usual_letters(printed: str, body: str) -> None:
    assert canonical_body(printed) == body


def test_every_kind_is_read_in_a_number() -> None:
    for symbol in STATE_KINDS:
        body = "CTN" if symbol == "L" else "UBND"
        assert str(parse(f"12/{symbol}-{body}")) == f"12/{symbol}-{body}"
    for symbol in PARTY_KINDS:
        number = parse(f"12-{symbol}/TU")
        assert number is not None
        assert (str(number), number.system) == (f"12-{symbol}/TU", System.PARTY)


def test_one_symbol_stands_for_other_kinds_in_the_party() -> None:
    assert kind_names("TT", party=True)[0] == "Thông tri"
    assert kind_names("TT", party=False)[0] == "Thông tư"
    assert kind_names(None, party=False) == ()


@pytest.mark.parametrize("body", ["BTTTT", "SNN&MT", "UBND", "VPUBND", "QH15", "UBTVQH14", "TCHQ", "CTUBND"])
def test_state_bodies_by_their_form(body: str) -> None:
    assert is_state_body(body)


@pytest.mark.parametrize("body", ["TW", "TU", "BTCTU", "ĐĐQH16", "BCĐTW", "ĐUCP"])
def test_party_bodies(body: str) -> None:
    assert is_party_body(body)


def test_symbols_are_tidied() -> None:
    assert tidy_symbol("QÐ \u2013 UBND \u2044 VX") == "QĐ-UBND/VX"


DAMAGED = [
    # as OCR gives it, the readings in order
    ("số 74g/QĐ-TTg", ["749/QĐ-TTg", "748/QĐ-TTg", "746/QĐ-TTg"]),
    ("số 12b/QĐ-TTg", ["12b/QĐ-TTg", "126/QĐ-TTg"]),
    ("số 7l/NQ-CP", ["71/NQ-CP", "77/NQ-CP"]),
    ("số 43/2024/QH1;", ["43/2024/QH1", "43/2024/QH15"]),
    ("số 749/QĐ-TTg", ["749/QĐ-TTg"]),
]


@pytest.mark.parametrize(("words", "readings"), DAMAGED)
def test_readings_are_ranked(words: str, readings: list[str]) -> None:
    found = find_numbers(words)[0]
    assert [one.number for one in found.readings] == readings


def test_parts_make_the_printed_form() -> None:
    assert str(DocumentNumber("03", None, "NQ", "CP", System.STATE)) == "03/NQ-CP"
    assert str(DocumentNumber("20", 2023, None, "QH15", System.STATE)) == "20/2023/QH15"
    assert str(DocumentNumber("57", None, "NQ", "TW", System.PARTY)) == "57-NQ/TW"
    assert str(DocumentNumber("1141", None, None, "TC/QĐ/CĐKT", System.OLD)) == "1141 TC/QĐ/CĐKT"
    assert str(DocumentNumber("01", 2022, "QCVN", "BQP", System.STANDARD)) == "QCVN 01:2022/BQP"


def test_kinds_that_a_number_may_be_of() -> None:
    law = parse("20/2023/QH15")
    letter = parse("2390/BTTTT-THH")
    assert law is not None
    assert letter is not None
    assert law.kinds[0] == "Luật"
    assert letter.kinds == ()
