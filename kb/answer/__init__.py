"""Answers in which every sentence is, or carries, a verbatim quotation; or a refusal that says what was searched."""

from kb.answer.answerer import Answerer

__all__ = ["Answerer"]
