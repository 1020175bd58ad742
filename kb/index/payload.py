"""A point's payload: the fields that filters read, and the passage itself."""

from __future__ import annotations

from typing import Any

from kb.index.values import Found, Point, day_number
from kb.model import Passage

DOCUMENT, KIND, LEVEL, LOCALITY, ISSUER, ISSUED = "document", "kind", "level", "locality", "issuer", "issued"
KEYWORDS = (DOCUMENT, KIND, LEVEL, LOCALITY, ISSUER)

Payload = dict[str, Any]


def payload_of(point: Point) -> Payload:
    document, passage = point.document, point.passage
    return {
        DOCUMENT: document.id,
        KIND: document.kind,
        LEVEL: document.level.value if document.level else None,
        LOCALITY: document.locality,
        ISSUER: document.issuer,
        ISSUED: day_number(document.issued_on) if document.issued_on else None,
        "id": passage.id,
        "path": passage.path,
        "start": passage.start,
        "end": passage.end,
        "text": passage.text,
        "heading": passage.heading,
        "context": passage.context,
        "page": passage.page,
        "words": " ".join(point.in_order),
    }


def found_of(payload: Payload) -> Found:
    passage = Passage(
        id=payload["id"],
        path=payload["path"],
        start=payload["start"],
        end=payload["end"],
        text=payload["text"],
        heading=payload.get("heading"),
        context=payload["context"],
        page=payload.get("page"),
    )
    return Found(payload[DOCUMENT], passage, payload["words"].split())
