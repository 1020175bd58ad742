"""Reads the frame of a document: one function that calls the parts by name."""

from __future__ import annotations

from ingest.header.authority import read_issuer, read_letterhead
from ingest.header.casing import in_running_case
from ingest.header.effective import read_effective_on
from ingest.header.frame import Frame, read_frame
from ingest.header.numbers import read_date, read_number
from ingest.header.places import read_level, read_locality
from ingest.header.regions import read_regions
from ingest.header.signature import Signature, read_recipients, read_signatures
from ingest.header.stamps import read_arrival_stamp, read_copy
from ingest.header.titles import read_kind, read_title
from ingest.header.unread import unread_signer
from ingest.model import Header, LaidText
from kb.model import CertifiedCopy, Fact, Field


def read_header(laid: LaidText) -> Header:
    """Facts with rule and span, stamps, recipients, and regions that cover the whole text."""
    frame = read_frame(laid)
    signatures = read_signatures(frame.closing_lines)
    number, number_notice = read_number(frame)
    issued_on, date_notice = read_date(frame)
    copy = read_copy(frame, laid.text)
    facts = {
        Field.NUMBER: number,
        Field.ISSUED_ON: issued_on,
        Field.EFFECTIVE_ON: read_effective_on(frame, issued_on),
        **_issuing_facts(frame, laid.text, signatures, copy),
        **_signing_facts(signatures, laid.text),
    }
    return Header(
        facts={name: fact for name, fact in facts.items() if fact is not None},
        regions=read_regions(frame, laid.text),
        copy=copy,
        arrival_stamp=read_arrival_stamp(frame, laid.text),
        recipients=read_recipients(frame.closing_lines),
        notices=tuple(notice for notice in (number_notice, date_notice, unread_signer(signatures)) if notice),
    )


def _issuing_facts(
    frame: Frame, text: str, signatures: tuple[Signature, ...], copy: CertifiedCopy | None
) -> dict[Field, Fact | None]:
    letterhead = read_letterhead(frame, text)
    issuer = read_issuer(frame, text, letterhead, signatures[0] if signatures else None)
    title = read_title(frame, text)
    level = read_level(issuer, letterhead)
    return {
        Field.KIND: read_kind(frame),
        Field.TITLE: title,
        Field.ISSUER: issuer,
        Field.LETTERHEAD: letterhead,
        Field.LEVEL: level,
        Field.LOCALITY: read_locality(level, (issuer, letterhead, title), frame, copy, text),
    }


def _signing_facts(signatures: tuple[Signature, ...], text: str) -> dict[Field, Fact | None]:
    """Joint documents have several signatures: their values are joined by "; "."""
    values = {
        Field.SIGNER: [signature.signer for signature in signatures],
        Field.SIGNER_TITLE: [signature.office for signature in signatures],
        Field.SIGNED_FOR: [signature.signed_for for signature in signatures],
    }
    facts: dict[Field, Fact | None] = {}
    for name, printed in values.items():
        joined = "; ".join(in_running_case(value, text) for value in printed if value)
        facts[name] = Fact(joined, "chữ ký", signatures[0].start, signatures[-1].end) if joined else None
    return facts
