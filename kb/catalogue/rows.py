"""From values to rows of the catalogue."""

from __future__ import annotations

from hashlib import sha256
from typing import Any

from kb.catalogue.codec import encode
from kb.lawnames import comparison_key, split_year
from kb.model import Document, Parsed, Passage, Provision, Reference, Task
from kb.number import number_key

NAME_KEY_LENGTH = 200

Row = dict[str, Any]


def vector_key(passage: Passage) -> str:
    """Names what is embedded of a passage: the same words under the same headings have the same vector."""
    return sha256(f"{passage.context}\0{passage.text}".encode()).hexdigest()[:40]


def name_key(name: str | None) -> str | None:
    """The comparison key of a name that is cited; a law's without the year of its making, which its title lacks."""
    return comparison_key(split_year(name)[0])[:NAME_KEY_LENGTH] if name else None


def document_columns(document: Document) -> Row:
    """The columns that follow from a document's values, corrections included."""
    return {
        "number": document.number,
        "number_key": number_key(document.number),
        "issued_on": document.issued_on,
        "kind": document.kind,
        "issuer": document.issuer,
        "level": document.level,
        "locality": document.locality,
        "title": document.title,
        "body": encode(document, Document),
    }


def provisions_text(provisions: tuple[Provision, ...]) -> str:
    return encode(provisions, tuple[Provision, ...])


def reference_rows(document_id: str, references: tuple[Reference, ...]) -> list[Row]:
    return [
        {
            "document_id": document_id,
            "position": position,
            "number_key": number_key(reference.number),
            "name_key": name_key(reference.name),
            "relation": reference.relation,
            "place": reference.where,
            "body": encode(reference, Reference),
        }
        for position, reference in enumerate(references)
    ]


def reading_rows(document_id: str, references: tuple[Reference, ...]) -> list[Row]:
    """The other ways to read each damaged number."""
    found = {
        (position, key): None
        for position, reference in enumerate(references)
        for reading in reference.readings
        if (key := number_key(reading.number)) and key != number_key(reference.number)
    }
    return [{"document_id": document_id, "position": position, "number_key": key} for position, key in found]


def task_rows(document_id: str, tasks: tuple[Task, ...]) -> list[Row]:
    return [
        {
            "document_id": document_id,
            "position": position,
            "place": task.where,
            "due": task.due,
            "body": encode(task, Task),
        }
        for position, task in enumerate(tasks)
    ]


def passage_rows(parsed: Parsed) -> list[Row]:
    return [
        {
            "id": passage.id,
            "document_id": parsed.document.id,
            "position": position,
            "vector_key": vector_key(passage),
            "body": encode(passage, Passage),
        }
        for position, passage in enumerate(parsed.passages)
    ]
