"""What holds for every number and every text."""

from __future__ import annotations

import random
import string

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kb.number import find_numbers, find_typed, number_key, parse

ORDINALS = st.integers(1, 99_999).map(str)
YEARS = st.integers(1946, 2099)
STATE = st.sampled_from(["QĐ-TTg", "NQ-CP", "QĐ-UBND", "TTr-SNN&MT", "BC-STP", "QĐ-TCTS-NTTS", "VBHN-VPQH", "CĐ-TTg"])
PARTY = st.sampled_from(["NQ/TW", "KH/TU", "CTr/TU", "BS/HU", "CV/VPTW/nb", "KH/BCĐTW", "QĐ/TW", "KL/TW"])
NUMBERS = st.one_of(
    st.builds("{}/{}".format, ORDINALS, STATE),
    st.builds("{}/{}/{}".format, ORDINALS, YEARS, STATE),
    st.builds("{}-{}".format, ORDINALS, PARTY),
    st.builds("{}/{}/QH{}".format, ORDINALS, YEARS, st.integers(1, 20)),
)


@given(NUMBERS)
def test_numbers_print_back(printed: str) -> None:
    assert str(parse(printed)) == printed


@given(
    NUMBERS,
    st.sampled_from(["", " ", "Căn cứ Quyết định số ", "theo văn bản số "]),
    st.sampled_from([".", " ngày", ";"]),
)
def test_a_number_is_found_where_it_stands(printed: str, before: str, after: str) -> None:
    text = f"{before}{printed}{after}"
    (found,) = find_numbers(text)
    assert (text[found.start : found.end], str(found.number)) == (printed, printed)


@given(NUMBERS)
def test_a_key_does_not_mind_case_or_spaces(printed: str) -> None:
    assert number_key(printed) == number_key(printed.replace("-", " - ")) == number_key(printed.lower())


@given(st.text(alphabet=string.digits + "/-–⁄ .,QĐÐNTCPBUHKWgOlIxsố\n|", max_size=80))
@settings(max_examples=400)
def test_any_signs_give_ordered_findings_within_the_text(text: str) -> None:
    ends = 0
    for found in find_numbers(text):
        assert ends <= found.start < found.end <= len(text)
        assert str(found.number) == found.readings[0].number
        assert all(0 < reading.confidence <= 1 for reading in found.readings)
        ends = found.end
    for typed in find_typed(text):
        assert 0 <= typed.start < typed.end <= len(text)


@given(st.text(max_size=200))
def test_any_text_at_all_is_borne(text: str) -> None:
    find_numbers(text)
    find_typed(text)
    parse(text)


@pytest.mark.parametrize("sign", ["1", "/", "-", "Q", "1/", "QĐ-", "số ", "1/QĐ", "O", "\u202e1/QĐ-TTg"])
def test_long_runs_take_no_longer_than_their_length(sign: str) -> None:
    """A pattern that backtracks over a run would never come back from this one."""
    find_numbers(sign * 100_000)
    find_typed(sign * 20_000)


def test_nul_and_lone_surrogates_are_signs_like_others() -> None:
    text = "số \x0057-NQ/TW \ud800 749/QĐ-TTg"
    assert [str(found.number) for found in find_numbers(text)][-1] == "749/QĐ-TTg"


def test_seeded_mutations_of_numbers_never_crash() -> None:
    draw = random.Random(20)
    for _ in range(3000):
        signs = list("Quyết định số 749/2020/QĐ-TTg và 57-NQ/TW")
        for _ in range(draw.randint(1, 6)):
            signs[draw.randrange(len(signs))] = draw.choice("0O1lI/–- ĐDQ|.")
        find_numbers("".join(signs))
