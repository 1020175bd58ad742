"""Answers written by a language model behind an OpenAI-compatible address, each sentence checked against the texts."""

from kb.answer.model_written.chat import ChatModel
from kb.answer.model_written.writing import write

__all__ = ["ChatModel", "write"]
