"""What the command prints for a person, in Vietnamese."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from kb.intake import IntakeProgress
from kb.model import (
    AddOutcome,
    AddStatus,
    Answer,
    DocumentSummary,
    Field,
    HealthCheck,
    MissingDocument,
    Parsed,
    SearchResult,
    StoredDocument,
)
from kb.tasks import RegisteredTask

_STATUS = {
    AddStatus.ADDED: "đã thêm",
    AddStatus.CHANGED: "đã cập nhật",
    AddStatus.UNCHANGED: "không đổi",
    AddStatus.TWIN: "trùng",
    AddStatus.REMOVED: "đã bỏ",
    AddStatus.FAILED: "KHÔNG ĐỌC ĐƯỢC",
}

FIELD_NAMES = {
    Field.NUMBER: "Số, ký hiệu",
    Field.ISSUED_ON: "Ngày ban hành",
    Field.KIND: "Loại văn bản",
    Field.ISSUER: "Cơ quan ban hành",
    Field.LETTERHEAD: "Tiêu đề cơ quan",
    Field.LEVEL: "Cấp",
    Field.LOCALITY: "Địa phương",
    Field.TITLE: "Trích yếu",
    Field.SIGNER: "Người ký",
    Field.SIGNER_TITLE: "Chức vụ người ký",
    Field.SIGNED_FOR: "Ký thay, thừa lệnh",
    Field.EFFECTIVE_ON: "Ngày hiệu lực",
}

# Characters of a passage shown in a list of results.
_EXCERPT = 300


def progress_line() -> IntakeProgress | None:
    """Progress on stderr where a person watches; none where the output is kept."""
    if not sys.stderr.isatty():
        return None

    def show(source: str, done: int, total: int, unit: str) -> None:
        print(
            f"\r\033[K{source}: {done}/{total} {unit}",
            end="" if done < total else "\r\033[K",
            file=sys.stderr,
            flush=True,
        )

    return show


def print_outcome(outcome: AddOutcome) -> None:
    print(
        f"{_STATUS[outcome.status]:<15} {outcome.document_id or '-':<12}  {outcome.source}  {outcome.message}",
        flush=True,
    )


def print_parsed(parsed: Parsed) -> None:
    document = parsed.document
    for field, name in FIELD_NAMES.items():
        fact = document.facts.get(field)
        print(f"{name:<20} {fact.value if fact else '(không in)'}")
    print(f"\n{len(parsed.provisions)} đơn vị, {len(parsed.references)} viện dẫn, {len(parsed.tasks)} nhiệm vụ")
    for provision in parsed.provisions:
        if provision.numbered:
            print(f"  {provision.path}  {one_line(document.text[provision.start : provision.own_end], 90)}")
    for notice in document.notices:
        print(f"  lưu ý: {notice.message}")


def print_document(stored: StoredDocument) -> None:
    document = stored.document
    print(f"Mã {document.id}   Tệp {', '.join(stored.sources)}")
    for field, name in FIELD_NAMES.items():
        mark = "  [đính chính]" if document.is_corrected(field) else ""
        print(f"{name:<20} {document.value(field) or '(không in)'}{mark}")
    for correction in document.corrections:
        print(f"  đính chính {FIELD_NAMES[correction.field]}: {correction.value} — {correction.reason}")
        print(f"    ({correction.by}, {_day(correction.at)})")
    if document.arrival_stamp:
        stamp = document.arrival_stamp
        print(f"Dấu đến              {stamp.issuer}: số {stamp.number}, ngày {_day(stamp.arrived_on)}")
    if document.copy:
        copy = document.copy
        print(f"Bản sao              {copy.kind} số {copy.number}, {copy.issuer}, ngày {_day(copy.issued_on)}")
    print(f"\n{len(stored.references)} viện dẫn:")
    for linked in stored.references:
        status = linked.resolution.status.value if linked.resolution else "chưa đối chiếu"
        print(f"  [{linked.reference.where}] {linked.reference.surface}  ({linked.reference.relation.value}; {status})")
    print(f"\n{len(stored.tasks)} nhiệm vụ:")
    for task in stored.tasks:
        print(f"  [{task.where}] {', '.join(task.lead) or '(không nêu)'}: {one_line(task.text, 90)}")


def print_list(summaries: Sequence[DocumentSummary]) -> None:
    for item in summaries:
        name = f"{item.number or '(không số)':<18} {item.kind or ''} {one_line(item.title or '', 80)}"
        print(f"{item.id}  {_day(item.issued_on):<10}  {name}")
    print(f"{len(summaries)} văn bản")


def print_search(result: SearchResult) -> None:
    if not result.hits:
        print(f"Không tìm thấy. {result.searched}")
    for hit in result.hits:
        place = f"{hit.path}, trang {hit.page}" if hit.page else hit.path
        print(f"{hit.rank}. {hit.number or '(không số)'} · {place} · {hit.score:.2f} · {hit.why}")
        print(f"   {one_line(hit.text, _EXCERPT)}")
        for warning in hit.warnings:
            print(f"   ⚠ {warning}")
    for suggestion in result.suggestions:
        print(f"Gợi ý: {suggestion}")


def print_answer(answer: Answer) -> None:
    if answer.refused:
        print(f"Không trả lời: {answer.reason}")
        return
    for sentence in answer.sentences:
        print(f"{sentence.text} {''.join(f'[{n}]' for n in sentence.citations)}")
    print()
    for citation in answer.citations:
        page = f", trang {citation.page}" if citation.page else ""
        name = citation.number or citation.title or citation.source
        print(f"[{citation.n}] {name}, {citation.path}{page}: “{citation.quote}”")
    for warning in answer.warnings:
        print(f"⚠ {warning}")


def print_missing(documents: Sequence[MissingDocument]) -> None:
    for item in documents:
        name = " ".join(part for part in (item.number, item.name or item.title) if part)
        print(f"{item.citation_count:>3} lần  {_day(item.issued_on):<10}  {one_line(name, 110)}")
        print(f"          dẫn bởi {', '.join(item.cited_by)}; lấy ở {item.full_text_at or '(chưa biết)'}")
    print(f"{len(documents)} văn bản được dẫn mà kho chưa có")


def print_tasks(entries: Sequence[RegisteredTask]) -> None:
    for entry in entries:
        recurrence = entry.task.recurrence.value if entry.task.recurrence else None
        due = _day(entry.due) if entry.due else entry.task.deadline or recurrence or "(không nêu hạn)"
        role = f" [{entry.role.value}]" if entry.role else ""
        print(f"{due:<18} {entry.number or entry.document_id} {entry.task.where}{role}")
        print(f"    {', '.join(entry.task.lead) or '(không nêu)'}: {one_line(entry.task.text, 110)}")
    print(f"{len(entries)} nhiệm vụ")


def print_health(checks: Sequence[HealthCheck]) -> None:
    for check in checks:
        print(
            f"{'tốt ' if check.ok else 'LỖI '} {check.part}: {check.seen}"
            + (f" — {check.remedy}" if check.remedy else "")
        )


def one_line(text: str, length: int) -> str:
    one = " ".join(text.split())
    return one if len(one) <= length else one[: length - 1] + "…"


def _day(day: object) -> str:
    return f"{day:%d/%m/%Y}" if day else "(không in)"
