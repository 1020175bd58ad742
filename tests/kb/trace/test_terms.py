"""Words of texts as numbers: the same word has one number in every text, whatever its case and marks."""

from __future__ import annotations

from kb.trace.terms import HEAD, terms_of


def codes(*texts: str) -> list[set[int]]:
    found = terms_of(texts)
    return [set(found.code[found.text == index].tolist()) for index in range(len(texts))]


def test_case_marks_and_what_parts_words_do_not_count() -> None:
    one, other = codes("Chuyển đổi số, quốc gia", "chuyên  đổi SỐ (Quốc gia)")
    assert one == other
    assert len(one) == 5 + 4


def test_pairs_keep_their_order_and_stay_within_a_text() -> None:
    one, other = codes("cảng cá", "cá cảng")
    assert len(one & other) == 2
    assert len(one | other) == 4


def test_each_term_once_with_the_place_in_the_head() -> None:
    found = terms_of(["một " * (HEAD + 5) + "hai"])
    assert len(found.code) == 4
    assert sorted(found.is_head.tolist()) == [False, False, True, True]


def test_texts_without_words_have_no_terms() -> None:
    found = terms_of(["", " – ", "nước"])
    assert (found.count, found.text.tolist()) == (3, [2])
    assert terms_of([]).count == 0


def test_many_texts_are_numbered_through() -> None:
    found = terms_of(["nước sạch"] * 20_000)
    assert found.text.tolist() == [index for index in range(20_000) for _ in range(3)]
    assert len(set(found.code.tolist())) == 3
