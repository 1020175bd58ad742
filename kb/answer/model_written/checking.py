"""A model's reply held against the texts: what is not printed there does not pass."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from typing import Any

from kb.answer.ministries import named_ministries
from kb.answer.model_written.prompt import Excerpt
from kb.answer.named import named_places
from kb.answer.sentences import Span
from kb.answer.words import STOP_WORDS, words
from kb.bodies import spelled_out
from kb.errors import ModelFault
from kb.number import find_numbers
from kb.text import collapse, nfc

# Characters of the shortest quotation that proves anything.
SHORTEST_QUOTE = 12

# Share of the telling words of a sentence that the cited provisions, their names or the question must print.
PRINTED_SHARE = 0.6

# What a reasoning model thinks aloud before it replies.
_THOUGHTS = re.compile(r"<think>.*?</think>", re.DOTALL)
_OPENING = re.compile(r"\{")
_FIGURE = re.compile(r"\d+(?:[.,]\d+)*")
_DECODER = json.JSONDecoder()
# Opening braces of a reply that are tried: a broken reply of nothing else would take a second for each thousand.
MOST_TRIED = 100
_EDGES = " \t\n\"“”‘’'…."


@dataclass(frozen=True, slots=True)
class CheckedSentence:
    """A sentence that passed, with the places of its quotations: (index of the excerpt, span in its book)."""

    text: str
    quotes: tuple[tuple[int, Span], ...]


@dataclass(frozen=True, slots=True)
class Rejection:
    """A sentence that did not pass, and why (Vietnamese)."""

    text: str
    why: str


def check_reply(
    reply: str, excerpts: Sequence[Excerpt], question: str = ""
) -> tuple[list[CheckedSentence], list[Rejection]]:
    """What passed and what did not. Raises ModelFault for a reply that is not the object asked for."""
    passed: list[CheckedSentence] = []
    rejected: list[Rejection] = []
    for text, quotes in _sentences(reply):
        result = _check(text, quotes, excerpts, question)
        if isinstance(result, CheckedSentence):
            passed.append(result)
        else:
            rejected.append(result)
    return passed, rejected


def _sentences(reply: str) -> Iterator[tuple[str, list[tuple[int, str]]]]:
    sentences = next((found for data in _objects(reply) if (found := data.get("sentences")) is not None), None)
    if not isinstance(sentences, list):
        raise ModelFault("mô hình ngôn ngữ trả lời không đúng dạng được yêu cầu")
    for item in sentences:
        if isinstance(item, dict) and isinstance(item.get("text"), str):
            yield collapse(nfc(item["text"])), list(_quotes(item.get("quotes")))


def _objects(reply: str) -> Iterator[dict[str, Any]]:
    """The JSON objects of a reply, whatever stands around them."""
    said, end = _THOUGHTS.sub("", reply), 0
    for match in islice(_OPENING.finditer(said), MOST_TRIED):
        if match.start() < end:
            continue
        try:
            data, end = _DECODER.raw_decode(said, match.start())
        except (ValueError, RecursionError):
            continue
        if isinstance(data, dict):
            yield data


def _quotes(data: Any) -> Iterator[tuple[int, str]]:  # noqa: ANN401 - whatever a model wrote
    for item in data if isinstance(data, list) else ():
        if not isinstance(item, dict):
            continue
        number, quote = item.get("excerpt"), item.get("quote")
        is_numbered = not isinstance(number, bool) and str(number).strip().isdecimal()
        if is_numbered and isinstance(quote, str):
            yield int(str(number)) - 1, quote


def _check(
    text: str, quotes: list[tuple[int, str]], excerpts: Sequence[Excerpt], question: str
) -> CheckedSentence | Rejection:
    places: list[tuple[int, Span]] = []
    for index, quote in quotes:
        span = find_verbatim(quote, excerpts[index]) if 0 <= index < len(excerpts) else None
        if span is None:
            return Rejection(text, f"trích dẫn không có nguyên văn: “{quote[:80]}”")
        places.append((index, span))
    if not text or not places:
        return Rejection(text, "câu không có trích dẫn")
    printed = "\n".join(f"{excerpts[index].name}\n{excerpts[index].text}" for index, _ in places)
    invented = _invented(text, printed)
    if invented:
        return Rejection(text, f"không có trong đoạn được trích: {invented}")
    if not _is_said(text, f"{printed}\n{question}"):
        return Rejection(text, "nói điều khác với đoạn được trích")
    return CheckedSentence(text, tuple(places))


def find_verbatim(quote: str, excerpt: Excerpt) -> Span | None:
    """Where the quotation stands in the excerpt, white space and the marks around it aside; None where it does not."""
    wanted = nfc(quote).strip(_EDGES).split()
    if len(" ".join(wanted)) < SHORTEST_QUOTE:
        return None
    pattern = re.compile(r"\s+".join(re.escape(word) for word in wanted))
    match = pattern.search(excerpt.book.text, excerpt.start, excerpt.end)
    return Span(match.start(), match.end()) if match else None


def _invented(text: str, printed: str) -> str | None:
    """The first document number, figure, ministry or province of the sentence that is not printed in the cited
    provisions and their names."""
    keys = {found.number.key for found in find_numbers(printed)}
    numbers = (str(found.number) for found in find_numbers(text) if found.number.key not in keys)
    figures = {_value(figure) for figure in _FIGURE.findall(printed)}
    unknown = (str(figure) for figure in _FIGURE.findall(text) if _value(figure) not in figures)
    bodies = set(named_ministries(printed))
    others = (names[0] for names in named_ministries(text) if names not in bodies)
    places = {place.key for place in named_places(printed)}
    elsewhere = (place.said for place in named_places(text) if place.key not in places)
    return next(chain(numbers, unknown, others, elsewhere), None)


def _value(figure: str) -> str:
    """ "1.500" and "1500", "05" and "5" are one figure."""
    return re.sub(r"[.,]", "", figure).lstrip("0")


def _is_said(text: str, printed: str) -> bool:
    """Whether most telling words of the sentence are printed: a sentence about something else proves nothing."""
    telling = {word for word in words(text) if word not in STOP_WORDS}
    known = set(words(spelled_out(printed))) | set(words(printed))
    return sum(word in known for word in telling) >= PRINTED_SHARE * len(telling)
