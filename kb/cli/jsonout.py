"""Values as the JSON objects of the command's contract."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from kb.model import (
    Answer,
    Document,
    Field,
    NodeRef,
    Parsed,
    Provision,
    Recurrence,
    Reference,
    SearchResult,
    StoredDocument,
    Task,
    Trace,
)
from kb.tasks import RegisteredTask

Json = dict[str, Any]


# Steps of a path that no number is printed for: bullets ("-1", "+2") and paragraphs.
_UNNUMBERED_STEPS = re.compile(r"(/([-+•*]\d+|đoạn \d+))+$")

# The parts of a document that no number is printed for, as the contract of the command names them.
_PARTS = {"đầu văn bản": "title", "mở đầu": "preamble", "cuối văn bản": "closing"}

# The periods that the contract of the command names; any other is "regular".
_PERIODS = {Recurrence.YEARLY, Recurrence.QUARTERLY, Recurrence.MONTHLY}


def plain(value: object) -> Any:  # noqa: ANN401 - any JSON value
    """Dates as ISO text, enumerations by value, nodes as "ID#path", other values and tuples as objects and lists."""
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(plain(key)): plain(item) for key, item in value.items()}
    if isinstance(value, (list, tuple, set, frozenset)):
        return [plain(item) for item in value]
    if isinstance(value, NodeRef):
        return str(value)
    if is_dataclass(value):
        return {item.name: plain(getattr(value, item.name)) for item in fields(value)}
    return value


def parsed_json(parsed: Parsed) -> Json:
    document = parsed.document
    return {
        "document": document_json(document),
        "provisions": [provision_json(document, provision) for provision in parsed.provisions],
        "references": [reference_json(reference) for reference in parsed.references],
        "tasks": [task_json(task) for task in parsed.tasks],
        "warnings": [plain(notice) for notice in document.notices],
    }


def document_json(document: Document) -> Json:
    """Facts as read from the text; corrections stand beside them."""
    facts = {field.value: _fact(document, field) for field in Field}
    return {
        "id": document.id,
        "source": document.source,
        **facts,
        "copy": plain(document.copy),
        "arrival_stamp": plain(document.arrival_stamp),
        "recipients": list(document.recipients),
        "page_count": document.page_count,
        "format": document.format,
        "encoding": document.encoding,
        "corrections": plain(document.corrections),
        "found_by": {field.value: fact.rule for field, fact in document.facts.items()},
    }


def _fact(document: Document, field: Field) -> str | None:
    fact = document.facts.get(field)
    return fact.value if fact else None


def provision_json(document: Document, provision: Provision) -> Json:
    return {
        "path": provision.path,
        "kind": provision.kind.value,
        "heading": provision.heading,
        "text": document.text[provision.start : provision.end],
        "start": provision.start,
        "end": provision.end,
        "page": provision.page,
        "numbered": provision.numbered,
    }


def reference_json(reference: Reference) -> Json:
    data: Json = plain(reference)
    data["date"] = data.pop("issued_on")
    return data


def task_json(task: Task) -> Json:
    """`where` is the numbered unit (or row), `path` the very place, a bullet of it perhaps.

    `due` is a day, or one of yearly, quarterly, monthly, regular; `recurrence` says the exact period beside it.
    """
    data: Json = plain(task)
    data["path"] = task.where
    where = _UNNUMBERED_STEPS.sub("", task.where)
    data["where"] = _PARTS.get(where, where)
    recurrence = data["recurrence"]
    data["due"] = data["due"] or (recurrence if recurrence in _PERIODS else recurrence and "regular")
    return data


def search_json(result: SearchResult) -> Json:
    return {
        "query": result.query,
        "understood_as": result.understood_as,
        "results": plain(result.hits),
        "took_ms": round(result.took_ms, 2),
        "facets": plain(result.facets),
        "searched": result.searched,
        "suggestions": plain(result.suggestions),
    }


def answer_json(answer: Answer) -> Json:
    return {
        "question": answer.question,
        "refused": answer.refused,
        "reason": answer.reason,
        "answer": None if answer.refused else answer.text,
        "sentences": plain(answer.sentences),
        "citations": plain(answer.citations),
        "confidence": round(answer.confidence, 4),
        "warnings": plain(answer.warnings),
    }


def stored_json(stored: StoredDocument) -> Json:
    document = stored.document
    effective = {field.value: document.value(field) for field in Field}
    references = [
        {**reference_json(linked.reference), "resolution": plain(linked.resolution)} for linked in stored.references
    ]
    return {
        "document": {**document_json(document), "effective": effective, "sources": list(stored.sources)},
        "provisions": [provision_json(document, provision) for provision in stored.provisions],
        "references": references,
        "tasks": [task_json(task) for task in stored.tasks],
        "warnings": [plain(notice) for notice in document.notices],
    }


def registered_json(entry: RegisteredTask) -> Json:
    return {
        "document_id": entry.document_id,
        "number": entry.number,
        "source": entry.source,
        **task_json(entry.task),
        "role": plain(entry.role),
        "match": plain(entry.match),
    }


def trace_json(trace: Trace) -> Json:
    return {
        "start": plain(trace.start),
        "nodes": [plain(node) for node in trace.nodes.values()],
        "up": plain(trace.up),
        "down": plain(trace.down),
        "unclear": plain(trace.unclear),
    }
