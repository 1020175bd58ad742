"""The parts of a search alone: fusing, closeness, likeness, understanding, weights."""

from __future__ import annotations

import pytest
from shelf import passages_of, summary

from kb.index.cutting import cut
from kb.index.values import Found, Scored
from kb.index.weights import CONTEXT_WEIGHT, HEADING_WEIGHT, merged, term_id
from kb.lexicon.abbreviations import Abbreviations
from kb.lexicon.vocabulary import Vocabulary
from kb.lexicon.words import terms
from kb.search.closeness import PAIR_GAIN, TRIPLE_GAIN, asked, kept_together
from kb.search.fuse import fuse
from kb.search.rank import Read, ranked, share_of
from kb.search.understand import understand
from kb.search.values import Candidate


def scored(*pairs: tuple[int, float]) -> list[Scored]:
    return [Scored(key, score) for key, score in pairs]


class TestFusing:
    def test_what_both_searches_find_is_first(self) -> None:
        fused = fuse(scored((1, 0.9), (2, 0.89), (3, 0.5)), scored((2, 12.0), (4, 11.0), (3, 1.0)))
        assert fused[0].key == 2
        assert {item.key for item in fused} == {1, 2, 3, 4}

    def test_the_scale_of_a_search_does_not_matter(self) -> None:
        one = fuse(scored((1, 0.9), (2, 0.8), (4, 0.3)), scored((2, 3.0), (3, 1.0)))
        other = fuse(scored((1, 90.0), (2, 80.0), (4, 30.0)), scored((2, 0.3), (3, 0.1)))
        assert [item.key for item in one] == [item.key for item in other]
        assert [item.score for item in one] == pytest.approx([item.score for item in other])

    def test_each_candidate_keeps_its_own_scores(self) -> None:
        by_key = {item.key: item for item in fuse(scored((1, 0.9)), scored((2, 5.0)))}
        assert (by_key[1].cosine, by_key[1].words) == (0.9, None)
        assert (by_key[2].cosine, by_key[2].words) == (None, 5.0)

    @pytest.mark.parametrize(("dense", "sparse"), [([], []), (scored((1, 0.5)), []), ([], scored((1, 2.0), (2, 2.0)))])
    def test_an_empty_search_leaves_the_other_in_its_order(self, dense: list[Scored], sparse: list[Scored]) -> None:
        assert [item.key for item in fuse(dense, sparse)] == [item.key for item in dense or sparse]


class TestCloseness:
    @pytest.fixture
    def vocabulary(self) -> Vocabulary:
        vocabulary = Vocabulary()
        vocabulary.learn("Trồng rừng phi lao ven biển.")
        return vocabulary

    def gain(self, query: str, text: str, vocabulary: Vocabulary) -> float:
        return kept_together(asked(query.split(), vocabulary), text.split())

    def test_the_whole_phrase_gains_all(self, vocabulary: Vocabulary) -> None:
        gained = self.gain("trồng rừng phi lao", "giao trồng rừng phi lao", vocabulary)
        assert gained == pytest.approx(PAIR_GAIN + TRIPLE_GAIN)

    def test_words_in_between_cost_the_phrase_only(self, vocabulary: Vocabulary) -> None:
        assert self.gain("trồng rừng phi", "trồng các rừng phi", vocabulary) == pytest.approx(PAIR_GAIN)

    def test_words_far_apart_or_turned_round_gain_nothing(self, vocabulary: Vocabulary) -> None:
        assert self.gain("trồng rừng", "trồng một hai ba bốn rừng", vocabulary) == 0
        assert self.gain("trồng rừng", "rừng trồng", vocabulary) == 0

    @pytest.mark.parametrize(("query", "text"), [("", "rừng"), ("rừng", "rừng"), ("trồng rừng", "")])
    def test_too_few_words_gain_nothing(self, query: str, text: str, vocabulary: Vocabulary) -> None:
        assert self.gain(query, text, vocabulary) == 0

    def test_rare_pairs_count_more(self, vocabulary: Vocabulary) -> None:
        for _ in range(50):
            vocabulary.learn("báo cáo kết quả")
        query = "báo cáo rừng phi"
        assert self.gain(query, "rừng phi", vocabulary) > self.gain(query, "báo cáo", vocabulary)


DOCUMENTS = {name: summary(name, name) for name in ("a", "b", "c")}


class TestLikeness:
    def read(self, document: str, text: str, score: float = 1.0) -> Read:
        (passage,) = passages_of(DOCUMENTS[document], [text])
        words = text.lower().split()
        return Read(
            Candidate(hash(text + document), score, 0.9, 1.0), Found(document, passage, words), frozenset(words)
        )

    def ranked(self, *read: Read) -> list[tuple[str, tuple[str, ...]]]:
        understood = understand("rừng", Vocabulary(), Abbreviations())
        return [(item.found.document_id, item.also_in) for item in ranked(read, understood, DOCUMENTS, 10)]

    def test_slips_of_a_scan_do_not_part_two_printings(self) -> None:
        text = "giao chi cục kiểm lâm trồng mới hai trăm ha rừng phi lao chắn cát dọc bờ biển trong năm nay"
        slipped = text.replace("rừng", "rùng")
        assert self.ranked(self.read("a", text), self.read("b", slipped)) == [("a", ("kho/b.txt",))]

    def test_one_document_may_say_a_thing_twice(self) -> None:
        assert len(self.ranked(self.read("a", "báo cáo hằng quý"), self.read("a", "báo cáo hằng quý"))) == 2

    def test_a_longer_text_that_holds_a_shorter_is_another(self) -> None:
        long = "báo cáo hằng quý và hằng năm về rừng đất nước biển đảo"
        assert len(self.ranked(self.read("a", "báo cáo hằng quý"), self.read("b", long))) == 2

    def test_three_printings_are_one_result(self) -> None:
        text = "báo cáo hằng quý trước ngày mười"
        found = self.ranked(*(self.read(name, text) for name in ("a", "b", "c")))
        assert found == [("a", ("kho/b.txt", "kho/c.txt"))]

    @pytest.mark.parametrize(("lower", "higher"), [(-5.0, -1.0), (-1.0, 0.0), (0.0, 2.0), (2.0, 9.0)])
    def test_shares_keep_the_order_of_scores_within_zero_and_one(self, lower: float, higher: float) -> None:
        assert 0 < share_of(lower) < share_of(higher) < 1


class TestUnderstanding:
    @pytest.fixture
    def vocabulary(self) -> Vocabulary:
        vocabulary = Vocabulary()
        vocabulary.learn("Chuyển đổi số (CĐS) của tỉnh; báo cáo kết quả.")
        return vocabulary

    def weights_of(self, query: str, vocabulary: Vocabulary) -> dict[int, float]:
        weights = understand(query, vocabulary, Abbreviations.with_base()).weights
        return dict(zip(weights.ids, weights.values, strict=True))

    def test_an_abbreviation_is_searched_with_its_full_form(self, vocabulary: Vocabulary) -> None:
        weights = self.weights_of("CĐS", vocabulary)
        assert weights[term_id("cđs")] > weights[term_id("chuyển")] > 0
        assert term_id("chuyển đổi") in weights

    @pytest.mark.parametrize(
        ("query", "encoded"),
        [
            ("tư vấn pháp luật", "tư vấn pháp luật"),
            ("tu van phap luat", "tư vấn pháp luật"),
            ("Ban Bí thư TƯ", "Ban Bí thư trung ương"),
            ("ubnd xã", "uỷ ban nhân dân xã"),
            ("UBND xã", "uỷ ban nhân dân xã"),
            ("cds của tỉnh", "chuyển đổi số của tỉnh"),
            ("TƯ VẤN PHÁP LUẬT", "tư vấn pháp luật"),
        ],
    )
    def test_a_syllable_is_an_abbreviation_in_capitals_alone(
        self, query: str, encoded: str, vocabulary: Vocabulary
    ) -> None:
        assert understand(query, vocabulary, Abbreviations.with_base()).to_encode == encoded

    def test_a_full_form_is_searched_with_its_abbreviation(self, vocabulary: Vocabulary) -> None:
        assert term_id("cđs") in self.weights_of("kế hoạch chuyển đổi số", vocabulary)
        assert term_id("cđs") in self.weights_of("ke hoach chuyen doi so", vocabulary)

    def test_a_number_alone_is_told_from_a_question_with_one(self, vocabulary: Vocabulary) -> None:
        def is_alone(query: str) -> bool:
            return understand(query, vocabulary, Abbreviations()).is_number_alone

        assert is_alone("quyết định số 749/QĐ-TTg")
        assert is_alone("749 qd ttg năm 2020") or is_alone("749 qd ttg")
        assert not is_alone("749/QĐ-TTg giao ai chủ trì")
        assert not is_alone("báo cáo kết quả")

    def test_all_capitals_are_encoded_as_small_letters(self, vocabulary: Vocabulary) -> None:
        assert understand("BÁO CÁO KẾT QUẢ", vocabulary, Abbreviations()).to_encode == "báo cáo kết quả"

    def test_uncertain_words_are_searched_in_all_their_forms(self, vocabulary: Vocabulary) -> None:
        vocabulary.learn("Số đo và số đỏ, sổ đỏ.")
        weights = self.weights_of("do", vocabulary)
        assert term_id("đỏ") in weights
        assert term_id("đo") in weights

    @pytest.mark.parametrize(
        ("query", "text"),
        [
            ("bao cao, ket qua: Chuyen doi so?", "báo cáo, kết quả: chuyển đổi số?"),
            ("Báo cáo, kết quả: CĐS?", "Báo cáo, kết quả: CĐS?"),
        ],
    )
    def test_what_was_restored_keeps_its_punctuation(self, query: str, text: str, vocabulary: Vocabulary) -> None:
        assert understand(query, vocabulary, Abbreviations.with_base()).text == text


class TestWeights:
    def test_heading_and_context_count_beside_the_text(self) -> None:
        document = summary("a", "Trồng rừng")
        (passage,) = passages_of(document, ["Nộp báo cáo."], heading="Trách nhiệm")
        weights = dict(zip(cut(passage).weights.ids, cut(passage).weights.values, strict=True))
        assert weights[term_id("báo")] > weights[term_id("rừng")] > 0
        assert weights[term_id("trách")] > weights[term_id("rừng")]
        assert HEADING_WEIGHT > CONTEXT_WEIGHT

    def test_repetition_counts_less_and_less(self) -> None:
        document = summary("a", "x")
        once, twice, often = (
            dict(zip(weights.ids, weights.values, strict=True))[term_id("rừng")]
            for passage in passages_of(document, ["rừng", "rừng rừng", "rừng " * 9])
            for weights in [cut(passage).weights]
        )
        assert twice - once > (often - twice) / 7

    def test_phrases_do_not_go_over_punctuation(self) -> None:
        found = list(terms("Trồng rừng, giữ đất. Số 749/QĐ-TTg"))
        assert "trồng rừng" in found
        assert "rừng giữ" not in found
        assert "749 qđ" in found
        assert "qđ ttg" in found

    def test_terms_that_come_twice_are_added_up(self) -> None:
        weights = merged([("rừng", 1.0), ("đất", 2.0), ("rừng", 0.5)])
        assert dict(zip(weights.ids, weights.values, strict=True)) == {term_id("rừng"): 1.5, term_id("đất"): 2.0}
