"""What a newly read text is to the catalogue: a second copy of a document, another version of one, or new."""

from __future__ import annotations

from dataclasses import dataclass

from kb.catalogue import Catalogue
from kb.model import Document
from kb.number import number_key
from kb.twins import Identity, Signature, is_other_version, is_same_document, resemblance

# Texts that resemble less than this share a letterhead and no more.
_LEAST_LIKENESS = 0.1

# Notices by which the reading says that letters were recognised from a picture.
_SCANNED = {"ocr", "litter-left-out", "page-numbers-left-out", "page-without-text"}


@dataclass(frozen=True, slots=True)
class Kin:
    """The held document that a text is a second copy of (`twin`), or another version of (`version`)."""

    twin: Document | None = None
    version: Document | None = None


def kin_of(document: Document, mark: Signature, catalogue: Catalogue, except_id: str | None = None) -> Kin:
    """Compares a text with all that are held; `except_id` is the document whose file it replaces."""
    likeness = {
        held_id: resemblance(mark, other) for held_id, other in catalogue.signatures().items() if held_id != except_id
    }
    near = [held_id for held_id, value in likeness.items() if value >= _LEAST_LIKENESS]
    held = sorted((item for item in map(catalogue.document, near) if item), key=lambda item: -likeness[item.id])
    mine = identity_of(document)
    twin = next((item for item in held if is_same_document(mine, identity_of(item), likeness[item.id])), None)
    version = next((item for item in held if is_other_version(mine, identity_of(item), likeness[item.id])), None)
    return Kin(twin, None if twin else version)


def identity_of(document: Document) -> Identity:
    issued_on = document.issued_on.isoformat() if document.issued_on else None
    is_scanned = any(notice.code in _SCANNED for notice in document.notices)
    return Identity(number_key(document.number), issued_on, document.issuer, document.locality, is_scanned)
