"""What a newly read text is to the catalogue: a second copy of a document, another version of one, or new."""

from __future__ import annotations

from dataclasses import dataclass

from kb.catalogue import Catalogue
from kb.model import Document, Parsed
from kb.number import number_key
from kb.reworded import only_in, reworded
from kb.twins import Identity, Signature, is_other_version, is_same_document, resemblance

# Texts that resemble less than this share a letterhead and no more.
_LEAST_LIKENESS = 0.1

# Notices by which the reading says that letters were recognised from a picture.
_SCANNED = {"ocr", "litter-left-out", "page-numbers-left-out", "page-without-text"}


# Characters of a sentence that a message quotes.
_LONGEST_QUOTE = 120


@dataclass(frozen=True, slots=True)
class Kin:
    """The held document that a text is a second copy of (`twin`), or another version of (`version`).

    `difference` says in Vietnamese where a version differs that is otherwise the same text.
    """

    twin: Document | None = None
    version: Document | None = None
    difference: str | None = None


def kin_of(parsed: Parsed, mark: Signature, catalogue: Catalogue, except_id: str | None = None) -> Kin:
    """Compares a text with all that are held; `except_id` is the document whose file it replaces."""
    likeness = {
        held_id: resemblance(mark, other) for held_id, other in catalogue.signatures().items() if held_id != except_id
    }
    near = [held_id for held_id, value in likeness.items() if value >= _LEAST_LIKENESS]
    held = sorted((item for item in map(catalogue.document, near) if item), key=lambda item: -likeness[item.id])
    mine = identity_of(parsed.document)
    twin = next((item for item in held if is_same_document(mine, identity_of(item), likeness[item.id])), None)
    if twin:
        difference = None if mine.scanned or identity_of(twin).scanned else _difference(twin, parsed, catalogue)
        return Kin(version=twin, difference=difference) if difference else Kin(twin)
    version = next((item for item in held if is_other_version(mine, identity_of(item), likeness[item.id])), None)
    return Kin(version=version)


def _difference(held: Document, parsed: Parsed, catalogue: Catalogue) -> str | None:
    """The first thing that a text says otherwise than the one it is a copy of in all else."""
    text = parsed.document.text
    sentence = next(reworded(held.text, text), None)
    if sentence:
        return f"nội dung khác: “{_short(sentence.before)}” nay là “{_short(sentence.after)}”"
    more = next(only_in(text, parsed.provisions, held.text), None)
    if more:
        return f"tệp này có thêm {more}"
    less = next(only_in(held.text, catalogue.provisions(held.id), text), None)
    return f"tệp này không có {less}" if less else None


def _short(sentence: str) -> str:
    return sentence if len(sentence) <= _LONGEST_QUOTE else f"{sentence[:_LONGEST_QUOTE].rstrip()}…"


def identity_of(document: Document) -> Identity:
    issued_on = document.issued_on.isoformat() if document.issued_on else None
    is_scanned = any(notice.code in _SCANNED for notice in document.notices)
    return Identity(number_key(document.number), issued_on, document.issuer, document.locality, is_scanned)
