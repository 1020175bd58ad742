"""How documents are called and what one does to another, in Vietnamese."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from textwrap import shorten

from kb.catalogue.links import KnownDocument
from kb.model import RegistryRelation, Relation

RELATIONS: Mapping[Relation, str] = {
    Relation.BASED_ON: "căn cứ",
    Relation.IMPLEMENTS: "thực hiện",
    Relation.REPLACES: "thay thế",
    Relation.REPEALS: "bãi bỏ",
    Relation.AMENDS: "sửa đổi, bổ sung",
    Relation.AMENDED_BY: "được sửa đổi, bổ sung bởi",
    Relation.APPROVES: "phê duyệt",
    Relation.CONTAINS: "ban hành kèm theo",
    Relation.PROPOSAL: "theo đề nghị",
    Relation.COPY_OF: "bản sao của",
    Relation.MENTIONS: "nhắc đến",
}
# Characters of a title that stands for a number that is not known.
_LONGEST_NAME = 90


def called(kind: str | None, number: str | None, issued_on: date | None, name: str | None = None) -> str:
    """ "Quyết định số 2629/QĐ-TTg ngày 01/12/2025", or the name where there is no number."""
    day = f" ngày {issued_on:%d/%m/%Y}" if issued_on else ""
    if number is None:
        short = shorten(name, _LONGEST_NAME, placeholder="…") if name else None
        return f"{short or kind or 'văn bản không rõ số'}{day}"
    return f"{f'{kind} số ' if kind else ''}{number}{day}"


def said_by_registry(entry: KnownDocument, relation: RegistryRelation) -> str:
    """What the registry says of two documents, as a sentence: the evidence of a registered edge."""
    lower = called(entry.kind, entry.number, entry.issued_on, entry.title)
    day = f" ngày {relation.issued_on:%d/%m/%Y}" if relation.issued_on else ""
    scope = f" ({relation.scope})" if relation.scope else ""
    return f"Sổ văn bản: {lower} {RELATIONS[relation.relation]} {relation.number}{day}{scope}"
