"""What a sentence leaves to the units above it: who must act, and by when."""

from __future__ import annotations

from collections.abc import Iterator

from kb.answer.book import Book
from kb.answer.candidates import SHORT_UNIT, Candidate
from kb.answer.question import Ask, Question
from kb.answer.sentences import Span, split_sentences, stripped
from kb.answer.signals import satisfied
from kb.model import Provision, Task

# Characters of the longest sentence that is quoted around a reference.
LONGEST_SENTENCE = 700
# Units of a list that are quoted after its lead-in.
MOST_LISTED = 4


def listed_spans(candidate: Candidate) -> list[Span]:
    """What a lead-in that ends with a colon leads in: the units below it, or beside it where it has no label."""
    unit = candidate.provision
    if unit is None or not candidate.text.rstrip("*_ ").endswith(":"):
        return []
    own = candidate.quoted
    units = candidate.book.below(unit) or _units_after(candidate.book, unit)
    below = [item for item in units if item.own_end - item.start <= SHORT_UNIT]
    spans = [stripped(candidate.book.text, item.start, item.own_end) for item in below[:MOST_LISTED]]
    return [span for span in spans if span.start < span.end and not span.overlaps(own.start, own.end)]


def _units_after(book: Book, unit: Provision) -> list[Provision]:
    """The labelled units that follow a paragraph without a label under the same heading."""
    above = next(book.ancestors(unit), None)
    if unit.numbered or above is None:
        return []
    return [item for item in book.below(above) if item.numbered and item.start >= unit.end]


def sentence_around(book: Book, start: int, end: int) -> Span:
    """The sentence that holds text[start:end] where it is not too long, else that span alone."""
    unit = book.place(start)
    for span in split_sentences(book.text, unit.start, unit.own_end) if unit else ():
        if span.start <= start and end <= span.end and span.end - span.start <= LONGEST_SENTENCE:
            return span
    return Span(start, end)


def supporting_spans(question: Question, candidate: Candidate) -> list[Span]:
    """Sentences of the same document that say what is asked and the candidate does not: the lead-in that names the
    lead of its task, the place where the deadline of the task is printed."""
    missing = [ask for ask, is_met in satisfied(question, candidate.text).items() if not is_met]
    found = [
        _lead_sentence(candidate) if ask is Ask.WHO else _deadline_sentence(candidate)
        for ask in missing
        if ask in (Ask.WHO, Ask.WHEN)
    ]
    return [span for span in found if span is not None and not span.overlaps(candidate.start, candidate.end)]


def lead_sentence_of(book: Book, task: Task) -> Span | None:
    """The sentence that names who leads a task: in the unit it is inherited from, or where it is printed."""
    if task.lead_from is not None and (unit := book.at_path(task.lead_from)) is not None:
        return _naming_sentence(book, unit, task.lead) or next(iter(_own_sentences(book, unit)), None)
    return _sentence_around(book, task.lead_span[0]) if task.lead_span is not None else None


def _lead_sentence(candidate: Candidate) -> Span | None:
    task = candidate.book.task_at(candidate.start, candidate.end)
    return lead_sentence_of(candidate.book, task) if task is not None else None


def _deadline_sentence(candidate: Candidate) -> Span | None:
    task = candidate.book.task_at(candidate.start, candidate.end)
    if task is None or task.deadline_span is None:
        return None
    return _sentence_around(candidate.book, task.deadline_span[0])


def _naming_sentence(book: Book, unit: Provision, bodies: tuple[str, ...]) -> Span | None:
    for span in _own_sentences(book, unit):
        if any(body in " ".join(book.text[span.start : span.end].split()) for body in bodies):
            return span
    return None


def _own_sentences(book: Book, unit: Provision) -> Iterator[Span]:
    yield from split_sentences(book.text, unit.start, unit.own_end)


def _sentence_around(book: Book, offset: int) -> Span | None:
    unit = book.place(offset)
    if unit is None:
        return None
    return next((span for span in _own_sentences(book, unit) if span.start <= offset < span.end), None)
