"""An answer in the model's words where every sentence passed the check; else the quotations, with a warning."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from kb.answer.candidates import Candidate
from kb.answer.cells import shown
from kb.answer.composing import Composer, where
from kb.answer.model_written.chat import ChatModel
from kb.answer.model_written.checking import CheckedSentence, check_reply
from kb.answer.model_written.prompt import Excerpt, messages
from kb.answer.question import Question
from kb.answer.support import supporting_spans
from kb.errors import ModelFault
from kb.model import Answer

# Provisions given to the model, and the characters of each: some 4,000 tokens, which small local models hold.
MOST_EXCERPTS = 8
LONGEST_EXCERPT = 1500

FELL_BACK = "mô hình ngôn ngữ không cho câu trả lời dùng được, nên trả lời bằng trích nguyên văn"


def write(model: ChatModel, asked: Question, found: Sequence[Candidate], extractive: Answer) -> Answer:
    """The model's answer, or `extractive` with the reason why not."""
    excerpts = excerpts_of(asked, found)
    try:
        passed, rejected = check_reply(model.reply(*messages(asked.understood, excerpts)), excerpts, asked.understood)
    except ModelFault as fault:
        return _with_warnings(extractive, f"{FELL_BACK}: {fault.message}")
    dropped = tuple(f"đã bỏ một câu của mô hình ngôn ngữ ({item.why})" for item in rejected)
    if not passed:
        return _with_warnings(extractive, FELL_BACK, *dropped)
    return _with_warnings(_composed(asked, passed, excerpts, extractive.confidence), *dropped)


def excerpts_of(asked: Question, found: Sequence[Candidate]) -> list[Excerpt]:
    """The provisions of the best sentences, and the lead-ins that say who must act, each once."""
    excerpts: dict[tuple[str, int], Excerpt] = {}
    for candidate in found:
        if len(excerpts) >= MOST_EXCERPTS:
            break
        for start, end in (_unit_span(candidate), *((it.start, it.end) for it in supporting_spans(asked, candidate))):
            book = candidate.book
            excerpts.setdefault((book.id, start), Excerpt(book, start, end, where(book, start)))
    return list(excerpts.values())[:MOST_EXCERPTS]


def _unit_span(candidate: Candidate) -> tuple[int, int]:
    unit = candidate.provision
    if unit is None or unit.own_end - unit.start > LONGEST_EXCERPT:
        return candidate.start, min(candidate.end, candidate.start + LONGEST_EXCERPT)
    return unit.start, unit.own_end


def _composed(
    asked: Question, passed: Sequence[CheckedSentence], excerpts: Sequence[Excerpt], confidence: float
) -> Answer:
    composer = Composer(asked.text)
    for sentence in passed:
        places = [(excerpts[index].book, span) for index, span in sentence.quotes]
        citations = [composer.cite(book, span.start, span.end) for book, span in places]
        told = [shown(book, span.start, span.end) for book, span in places]
        quotes = " ".join(f"“{quote}”" for quote in dict.fromkeys(told) if quote not in sentence.text)
        composer.say(f"{sentence.text} {quotes}".strip(), citations)
    return composer.answer(confidence)


def _with_warnings(answer: Answer, *warnings: str) -> Answer:
    return replace(answer, warnings=(*answer.warnings, *warnings))
