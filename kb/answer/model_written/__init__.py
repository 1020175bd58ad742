"""Answers written by a language model behind an OpenAI-compatible address, each sentence checked against the texts."""

from kb.answer.model_written.chat import ChatModel
from kb.answer.model_written.checking import CheckedSentence, Rejection, check_reply
from kb.answer.model_written.prompt import Excerpt, messages

__all__ = ["ChatModel", "CheckedSentence", "Excerpt", "Rejection", "check_reply", "messages"]
