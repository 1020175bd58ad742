"""Errors, named by what the caller does next. Each says what failed, where, and the remedy, in Vietnamese."""

from __future__ import annotations


class KbError(Exception):
    """Anything the product refuses. `message` says what, `where` the file (and place), `remedy` what to do."""

    def __init__(self, message: str, *, where: str | None = None, remedy: str | None = None) -> None:
        self.message = message
        self.where = where
        self.remedy = remedy
        super().__init__(str(self))

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        remedy = f" — {self.remedy}" if self.remedy else ""
        return f"{place}{self.message}{remedy}"


class UnreadableFile(KbError):
    """This file cannot be read as a document; the others of the batch can."""


class MissingTool(UnreadableFile):
    """The file needs a program that is not installed here; the remedy names the package."""


class NotFound(KbError):
    """No document, provision or file of that name."""


class AmbiguousName(KbError):
    """Several documents bear that name; the message lists them."""


class Busy(KbError):
    """Another process is writing; try again later."""


class StorageFault(KbError):
    """The data folder or database cannot be read or written."""


class WrongSetting(KbError):
    """A setting that does not exist or has no usable value."""


class ModelFault(KbError):
    """The encoder, reranker or language model cannot be used."""
