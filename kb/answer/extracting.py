"""The sentences that answer, chosen from the hits of a search; or the reason why none does."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from kb.answer.book import Shelf
from kb.answer.candidates import Candidate, candidates
from kb.answer.composing import Composer, refusal
from kb.answer.judging import NO_GROUNDS, THRESHOLD, Grounds, confidence
from kb.answer.model_written import ChatModel, write
from kb.answer.premises import speaks_of
from kb.answer.question import Ask, Question
from kb.answer.scope import Scope
from kb.answer.sentences import Span
from kb.answer.support import listed_spans, supporting_spans
from kb.answer.vectors import Vectors
from kb.answer.vocabulary import Vocabulary
from kb.answer.weighing import Weighed, Weigher
from kb.answer.words import STOP_WORDS, words
from kb.model import Answer, Hit

# Most sentences that speak for an answer, and the share of the best score that a further one must reach: the surest of
# them decides whether it is given.
MOST_SENTENCES = 4
FURTHER_SHARE = 0.86
# The same for those that are quoted, measured in tests/relevance/answers.md: where one thing is asked (who, when, how
# many) a further one is mostly another matter; who types words alone reads on in the search; of a list there are more.
MOST_OF_ONE, ONE_SHARE = 2, 0.97
MOST_OF_WORDS, WORDS_SHARE = 2, 0.90
MOST_OF_LIST, LIST_SHARE = 3, 0.90


@dataclass(frozen=True)
class Findings:
    """The sentences that could answer, best first, what speaks for the surest that is quoted, and whether any sentence
    is about what the question names."""

    weighed: tuple[Weighed, ...]
    grounds: Grounds
    is_about_any: bool


def _worth_quoting(found: Sequence[Weighed]) -> list[Weighed]:
    """The best sentence, and further ones that come near it and answer as much of what is asked."""
    best = found[0]
    near = [item for item in found[:MOST_SENTENCES] if item.score >= best.score * FURTHER_SHARE]
    return [item for item in near if item.kind_share >= best.kind_share]


def sought(asked: Question) -> str:
    """What is asked for, in words."""
    if not asked.asks & {Ask.QUANTITY, Ask.WHEN}:
        return "điều được hỏi"
    if asked.is_recurring:
        return "bao lâu một lần"
    if asked.money:
        return f"mức {asked.money}"
    if asked.unit is not None:
        return f"con số về {asked.unit}"
    if Ask.QUANTITY not in asked.asks:
        return "thời gian được hỏi"
    return f"số {asked.counted}" if asked.counted else "con số được hỏi"


class Extractor:
    """Answers one question by quotation."""

    def __init__(
        self,
        asked: Question,
        scope: Scope,
        shelf: Shelf,
        vocabulary: Vocabulary,
        vectors: Vectors,
        model: ChatModel,
    ) -> None:
        self._asked = asked
        self._scope = scope
        self._shelf = shelf
        self._vocabulary = vocabulary
        self._wanted = vocabulary.weights(words(asked.understood))
        self._model = model
        self._weigher = Weigher(asked, self._wanted, vectors)

    def answer(self, hits: Sequence[Hit]) -> Answer:
        found = self.find(hits)
        sure = confidence(found.grounds)
        if sure < THRESHOLD:
            return refusal(self._asked.text, self._reason(found), sure)
        quoted = self._quoted(found, sure)
        if not self._model.is_set:
            return quoted
        return write(self._model, self._asked, [item.candidate for item in found.weighed], quoted)

    def find(self, hits: Sequence[Hit]) -> Findings:
        """What was found, before it is judged."""
        cut = candidates(hits, self._shelf.book)
        supported = [item for item in cut if self._scope.supports(item)]
        weighed = self._weigher.weigh([item for item in supported if self._speaks_of_it(item)])
        eligible = tuple(item for item in weighed if self._could_answer(item))
        return Findings(eligible, self._grounds(eligible), bool(supported))

    def _speaks_of_it(self, item: Candidate) -> bool:
        """Whether the document speaks of what is asked, where the question names a document by number or as a law."""
        asked, scope = self._asked, self._scope
        names_one = any(named.typed or named.name for named in scope.documents)
        is_told_elsewhere = Ask.RELATION in asked.asks and item.book.id not in scope.held
        return not (names_one and asked.asks) or is_told_elsewhere or speaks_of(item.book, self._wanted)

    def _could_answer(self, item: Weighed) -> bool:
        """A quantity is answered by a number of its kind alone, a time by one of its sort, an office by a name, what
        ends a document by words for an end; what is more than a document's name by more than the letterhead."""
        asked = self._asked
        needs_time = asked.is_recurring or asked.is_deadline or asked.time is not None
        task = item.candidate.task if needs_time else None
        is_timely = not needs_time or item.met.get(Ask.WHEN, True) or (task is not None and task.deadline is not None)
        names_holder = asked.office is None or item.met.get(Ask.WHO, True)
        tells_more = not item.candidate.is_of_header or not asked.asks - {Ask.DOCUMENT, Ask.RELATION}
        tells_end = not asked.asks_end or item.met.get(Ask.RELATION, True)
        return item.met.get(Ask.QUANTITY, True) and is_timely and names_holder and tells_more and tells_end

    def _grounds(self, found: Sequence[Weighed]) -> Grounds:
        if not found:
            return NO_GROUNDS
        return max(
            (Grounds(item.nearness, item.shared_words, item.score) for item in _worth_quoting(found)), key=confidence
        )

    def _quoted(self, found: Findings, sure: float) -> Answer:
        composer = Composer(self._asked.text)
        first, *others = self._narrowed(_worth_quoting(found.weighed))
        listed = self._listed(first)
        for span in (first.candidate.quoted, *supporting_spans(self._asked, first.candidate), *listed):
            composer.quote(first.candidate.book, span.start, span.end)
        for item in others if not (listed and self._asked.wants_several) else ():
            composer.quote(item.candidate.book, item.candidate.quoted.start, item.candidate.quoted.end)
        return composer.answer(sure)

    def _narrowed(self, found: Sequence[Weighed]) -> Sequence[Weighed]:
        """The best of them and those that come nearest to it, by what is asked."""
        if self._asked.wants_several:
            most, share = MOST_OF_LIST, LIST_SHARE
        else:
            most, share = (MOST_OF_ONE, ONE_SHARE) if self._asked.asks else (MOST_OF_WORDS, WORDS_SHARE)
        return [item for item in found[:most] if item.score >= found[0].score * share]

    def _listed(self, item: Weighed) -> list[Span]:
        """The list that the best sentence leads in, unless one thing is asked."""
        asked = self._asked
        wants_list = asked.wants_several or asked.asks_case or not asked.asks - {Ask.TASKS, Ask.DEFINITION, Ask.YES_NO}
        return listed_spans(item.candidate) if wants_list else []

    def refuse(self, why: str) -> Answer:
        """A refusal for a reason that is known without weighing sentences."""
        return refusal(self._asked.text, self._searched(why), 0.0)

    def _reason(self, found: Findings) -> str:
        """What was searched and what is not there."""
        why = [f"kho không có {item.said}" for item in self._scope.documents if not item.held]
        if self._scope.places and not found.is_about_any:
            why.append("không đoạn nào nói về " + ", ".join(place.said for place in self._scope.places))
        if found.is_about_any and not found.weighed:
            why.append(f"các đoạn gần nhất không nêu {sought(self._asked)}")
        told = [word for word in words(self._asked.understood) if word not in STOP_WORDS]
        unknown = self._vocabulary.unknown(told)
        if unknown:
            why.append(f"từ không có trong kho: {', '.join(unknown)}")
        return self._searched(*why)

    def _searched(self, *why: str) -> str:
        documents, passages = len(self._shelf.summaries()), self._vocabulary.passage_count
        tail = f"; {'; '.join(why)}" if why else ""
        return f"Không tìm thấy câu trả lời. Đã tìm trong {documents} văn bản, {passages} đoạn{tail}."
