"""A model's reply held against the texts: what is not printed there does not pass."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from kb.answer.model_written.prompt import Excerpt
from kb.answer.sentences import Span
from kb.errors import ModelFault
from kb.number import find_numbers
from kb.text import collapse, nfc, squeeze

# Characters of the shortest quotation that proves anything.
SHORTEST_QUOTE = 12

_OBJECT = re.compile(r"\{.*\}", re.DOTALL)
_FIGURE = re.compile(r"\d+(?:[.,/-]\d+)*")
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


def check_reply(reply: str, excerpts: Sequence[Excerpt]) -> tuple[list[CheckedSentence], list[Rejection]]:
    """What passed and what did not. Raises ModelFault for a reply that is not the object asked for."""
    passed: list[CheckedSentence] = []
    rejected: list[Rejection] = []
    for text, quotes in _sentences(reply):
        result = _check(text, quotes, excerpts)
        if isinstance(result, CheckedSentence):
            passed.append(result)
        else:
            rejected.append(result)
    return passed, rejected


def _sentences(reply: str) -> Iterator[tuple[str, list[tuple[int, str]]]]:
    match = _OBJECT.search(reply)
    try:
        data = json.loads(match[0]) if match else None
    except (ValueError, RecursionError):
        data = None
    sentences = data.get("sentences") if isinstance(data, dict) else None
    if not isinstance(sentences, list):
        raise ModelFault("mô hình ngôn ngữ trả lời không đúng dạng được yêu cầu")
    for item in sentences:
        if isinstance(item, dict) and isinstance(item.get("text"), str):
            yield collapse(nfc(item["text"])), list(_quotes(item.get("quotes")))


def _quotes(data: Any) -> Iterator[tuple[int, str]]:  # noqa: ANN401 - whatever a model wrote
    for item in data if isinstance(data, list) else ():
        if not isinstance(item, dict):
            continue
        number, quote = item.get("excerpt"), item.get("quote")
        if isinstance(number, int) and isinstance(quote, str):
            yield number - 1, quote


def _check(text: str, quotes: list[tuple[int, str]], excerpts: Sequence[Excerpt]) -> CheckedSentence | Rejection:
    places: list[tuple[int, Span]] = []
    for index, quote in quotes:
        span = find_verbatim(quote, excerpts[index]) if 0 <= index < len(excerpts) else None
        if span is None:
            return Rejection(text, f"trích dẫn không có nguyên văn: “{quote[:80]}”")
        places.append((index, span))
    if not text or not places:
        return Rejection(text, "câu không có trích dẫn")
    invented = _invented(text, [excerpts[index] for index, _ in places])
    return (
        Rejection(text, f"không có trong đoạn được trích: {invented}")
        if invented
        else CheckedSentence(text, tuple(places))
    )


def find_verbatim(quote: str, excerpt: Excerpt) -> Span | None:
    """Where the quotation stands in the excerpt, white space and the marks around it aside; None where it does not."""
    wanted = nfc(quote).strip(_EDGES).split()
    if len(" ".join(wanted)) < SHORTEST_QUOTE:
        return None
    pattern = re.compile(r"\s+".join(re.escape(word) for word in wanted))
    match = pattern.search(excerpt.book.text, excerpt.start, excerpt.end)
    return Span(match.start(), match.end()) if match else None


def _invented(text: str, cited: Sequence[Excerpt]) -> str | None:
    """The first document number or figure of the sentence that the cited provisions and their names do not print."""
    printed = "\n".join(f"{excerpt.name}\n{excerpt.text}" for excerpt in cited)
    keys = {found.number.key for found in find_numbers(printed)}
    for found in find_numbers(text):
        if found.number.key not in keys:
            return str(found.number)
    figures = set(_FIGURE.findall(printed))
    plain = squeeze(printed)
    unknown = (str(it) for it in _FIGURE.findall(text) if it not in figures and squeeze(it) not in plain)
    return next(unknown, None)
