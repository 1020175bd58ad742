"""Appendices in files of their own whose head leaves their parent's number blank: "(Kèm theo … số    /NQ-CP …)"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from kb.catalogue.chains import Chains, LooseAppendix
from kb.catalogue.links import KnownDocument
from kb.model import Derivation, Evidence, NodeRef, Reason, Relation
from kb.text import collapse, fold, squeeze

# The head names kind, symbol, issuer, month and what is attached; one held document fits. Its number is not printed.
CONFIDENCE = 0.8
# Decree 30/2020/NĐ-CP, Appendix I: an appendix says with which document it is issued, "(Kèm theo … số … ngày …)". What
# is circulated before it is signed has no number yet, and a day that is provisional.
_HEAD = re.compile(
    r"\(\s*(?:ban hành\s+)?kèm theo\s+(?P<what>[^()]{0,120}?)"
    r"(?P<kind>nghị quyết|nghị định|quyết định|chỉ thị|kế hoạch|thông tư|quy định|hướng dẫn|công văn|tờ trình)"
    r"\s+số\s*:?[\s._…]*(?P<symbol>[/-][A-ZĐ][\w/-]*),?\s+ngày[\s._…\d]*tháng[\s._…]*(?P<month>\d{1,2})?[\s._…]*"
    r"năm\s*(?P<year>(?:19|20)\d\d)(?:\s+của\s+(?P<issuer>[^()]{2,120}))?\s*\)",
    re.IGNORECASE,
)
_LINK = re.compile(r"\s*(?:tại|theo|ban hành theo|của|được ban hành)\s*$", re.IGNORECASE)


def attached_unnumbered(chains: Chains) -> tuple[Derivation, ...]:
    """The appendices without number or day, each with the one held document that its head describes."""
    return tuple(edge for appendix in chains.loose_appendices() for edge in _edges(appendix, chains))


def _edges(appendix: LooseAppendix, chains: Chains) -> Iterator[Derivation]:
    head = _HEAD.search(appendix.beginning)
    if head is None:
        return
    month = int(head["month"]) if head["month"] else None
    candidates = [
        known
        for known in chains.held_of_symbol(head["symbol"], int(head["year"]), month)
        if known.id != appendix.id and _may_be_meant(known, head)
    ]
    if len(candidates) == 1:
        evidence = Evidence(appendix.id, "đầu văn bản", head[0], head.start(), head.end(), None)
        lower, upper = NodeRef(appendix.id), NodeRef(candidates[0].id)
        yield Derivation(lower, upper, Relation.CONTAINS, Reason.BY_NAME, CONFIDENCE, (evidence,))


def _may_be_meant(known: KnownDocument, head: re.Match[str]) -> bool:
    """Whether kind and issuer agree, and what is attached is of the document's title."""
    what = _LINK.sub("", collapse(head["what"]))
    is_kind = squeeze(known.kind or "") == squeeze(head["kind"])
    is_issuer = not head["issuer"] or squeeze(known.issuer or "") == squeeze(head["issuer"])
    return is_kind and is_issuer and (not what or fold(what) in fold(collapse(known.title or "")))
