"""Reads the frame of a document: one function that calls the parts by name."""

from __future__ import annotations

from ingest.header.authority import read_issuer, read_letterhead, read_level, read_locality
from ingest.header.casing import in_running_case
from ingest.header.effective import read_effective_on
from ingest.header.frame import Frame, read_frame
from ingest.header.numbers import read_date, read_number
from ingest.header.regions import read_regions
from ingest.header.signature import Signature, read_recipients, read_signature
from ingest.header.stamps import read_arrival_stamp, read_copy
from ingest.header.titles import read_kind, read_title
from ingest.model import Header, LaidText
from kb.model import Fact, Field


def read_header(laid: LaidText) -> Header:
    """Facts with rule and span, stamps, recipients, and regions that cover the whole text."""
    frame = read_frame(laid)
    closing_end = frame.copy[0] if frame.copy else frame.main_end
    closing = list(frame.lines[frame.closing : closing_end])
    signature = read_signature(closing)
    number, number_notice = read_number(frame)
    issued_on, date_notice = read_date(frame)
    facts = _facts(frame, laid.text, signature, number, issued_on)
    return Header(
        facts=facts,
        regions=read_regions(frame, len(laid.text)),
        copy=read_copy(frame),
        arrival_stamp=read_arrival_stamp(frame),
        recipients=read_recipients(closing),
        notices=tuple(notice for notice in (number_notice, date_notice) if notice),
    )


def _facts(
    frame: Frame, text: str, signature: Signature | None, number: Fact | None, issued_on: Fact | None
) -> dict[Field, Fact]:
    letterhead = read_letterhead(frame, text)
    issuer = read_issuer(frame, text, letterhead, signature)
    title = read_title(frame, text)
    level = read_level(issuer, letterhead)
    found = {
        Field.NUMBER: number,
        Field.ISSUED_ON: issued_on,
        Field.KIND: read_kind(frame),
        Field.ISSUER: issuer,
        Field.LETTERHEAD: letterhead,
        Field.LEVEL: level,
        Field.LOCALITY: read_locality(level, issuer, letterhead, title, text),
        Field.TITLE: title,
        Field.SIGNER: _signed(signature, signature.signer if signature else None, text),
        Field.SIGNER_TITLE: _signed(signature, signature.office if signature else None, text),
        Field.SIGNED_FOR: _signed(signature, signature.signed_for if signature else None, text),
        Field.EFFECTIVE_ON: read_effective_on(frame, issued_on),
    }
    return {name: fact for name, fact in found.items() if fact is not None}


def _signed(signature: Signature | None, value: str | None, text: str) -> Fact | None:
    if signature is None or value is None:
        return None
    return Fact(in_running_case(value, text), "chữ ký", signature.start, signature.end)
