"""Questions about a document itself: who signed it, when and by whom it was issued, which number it bears."""

from __future__ import annotations

import re

from kb.answer.book import Book, Shelf
from kb.answer.composing import Composer
from kb.answer.naming import document_name
from kb.answer.question import Ask, Question
from kb.answer.scope import Scope
from kb.model import Answer, Field
from kb.text import fold, has_diacritics, normalise_tones

SURE = 0.95

_CUES: tuple[tuple[Field, str], ...] = (
    (Field.SIGNER, r"(?<!\w)(?:ai (?:là người )?(?:đã )?ký|(?:người|ai là người) ký|do ai ký)(?!\w)"),
    (
        Field.ISSUED_ON,
        r"(?<!\w)(?:(?:ban hành|ký)(?: vào)? (?:ngày|năm|khi|hôm) (?:nào|mấy)|ngày ban hành|ngày ký"
        r"|ra đời (?:khi|ngày) nào)(?!\w)",
    ),
    (
        Field.ISSUER,
        r"(?<!\w)(?:(?:do )?(?:ai|cơ quan nào|cấp nào|đơn vị nào) (?:đã )?ban hành|cơ quan ban hành)(?!\w)",
    ),
    (Field.NUMBER, r"(?<!\w)(?:số hiệu|số ký hiệu|số mấy|số bao nhiêu)(?!\w)"),
)
_FINDERS = tuple((field, re.compile(normalise_tones(cue)), re.compile(fold(cue))) for field, cue in _CUES)
_NAMES = {
    Field.SIGNER: "Người ký",
    Field.ISSUED_ON: "Ngày ban hành",
    Field.ISSUER: "Cơ quan ban hành",
    Field.NUMBER: "Số, ký hiệu",
}


def answer_fact(asked: Question, scope: Scope, shelf: Shelf) -> Answer | None:
    """None when no fact of a document is asked for, or when the named document does not print it."""
    field = _field(asked.understood)
    # Who names a document by its number asks for the number of another one.
    is_number_of_other = field is Field.NUMBER and (
        Ask.RELATION in asked.asks or any(item.typed is not None for item in scope.documents)
    )
    if field is None or is_number_of_other:
        return None
    composer = Composer(asked.text)
    for document_id in scope.held:
        book = shelf.book(document_id)
        if book is not None:
            _tell(composer, book, field)
    return None if composer.is_empty else composer.answer(SURE)


def _field(question: str) -> Field | None:
    line = normalise_tones(question).lower()
    marked = has_diacritics(line)
    return next((field for field, cue, plain in _FINDERS if (cue if marked else plain).search(line)), None)


def _tell(composer: Composer, book: Book, field: Field) -> None:
    fact = book.document.facts.get(field)
    if fact is None or fact.start is None or fact.end is None:
        return
    composer.quote(book, fact.start, fact.end, lead=f"{_NAMES[field]} của {document_name(book.document)}")
    if book.document.is_corrected(field):
        composer.warn(f"{_NAMES[field]} đã được người phụ trách sửa thành {book.document.value(field)}")
