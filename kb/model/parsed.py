"""What reading one file gives."""

from __future__ import annotations

from dataclasses import dataclass

from kb.model.document import Document
from kb.model.provision import Provision
from kb.model.reference import Reference
from kb.model.search import Passage
from kb.model.task import Task


@dataclass(frozen=True, slots=True)
class Parsed:
    """A document and the layers beside its text. Spans of every layer lie in `document.text`."""

    document: Document
    provisions: tuple[Provision, ...]
    references: tuple[Reference, ...]
    tasks: tuple[Task, ...]
    passages: tuple[Passage, ...]
