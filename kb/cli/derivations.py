"""The commands about derivations and tasks: trace, missing, coverage, drift, impact, decide, tasks, dossier."""

from __future__ import annotations

import argparse
import json
from dataclasses import replace
from datetime import date
from pathlib import Path

from kb.cli import printing
from kb.cli.chains import Called, print_coverage, print_drift, print_impact
from kb.cli.jsonout import plain, registered_json, trace_json
from kb.cli.tracing import print_trace
from kb.errors import NotFound, StorageFault
from kb.knowledge_base import KnowledgeBase
from kb.model import Decision, NodeRef, Relation, Verdict
from kb.tasks import TaskFilter

Options = argparse.Namespace


def trace(kb: KnowledgeBase, options: Options) -> int:
    found = kb.trace(options.reference)
    is_one_way = options.up != options.down
    if is_one_way:
        found = replace(found, down=() if options.up else found.down, up=() if options.down else found.up)
    if options.svg:
        from kb.picture import draw_trace

        _write(options.svg, draw_trace(found))
    if options.json:
        print(json.dumps(trace_json(found), ensure_ascii=False))
    else:
        print_trace(found)
    return 0


def _write(path: Path, text: str) -> None:
    try:
        path.write_text(text, encoding="utf-8")
    except OSError as error:
        raise StorageFault(f"không ghi được tệp: {error.strerror}", where=str(path), remedy="chọn nơi khác") from error


def missing(kb: KnowledgeBase, options: Options) -> int:
    found = kb.missing()
    if options.json:
        print(json.dumps({"missing": plain(found)}, ensure_ascii=False))
    else:
        printing.print_missing(found)
    return 0


def coverage(kb: KnowledgeBase, options: Options) -> int:
    found = kb.coverage(options.reference, options.locality)
    if options.json:
        print(json.dumps(plain(found), ensure_ascii=False))
    else:
        print_coverage(found, _called(kb))
    return 0


def drift(kb: KnowledgeBase, options: Options) -> int:
    found = kb.drift(options.reference)
    if options.json:
        print(json.dumps({"drift": plain(found)}, ensure_ascii=False))
    else:
        print_drift(found, _called(kb))
    return 0


def impact(kb: KnowledgeBase, options: Options) -> int:
    found = kb.impact(options.reference)
    if options.json:
        print(json.dumps(plain(found), ensure_ascii=False))
    else:
        print_impact(found, _called(kb))
    return 0


def _called(kb: KnowledgeBase) -> Called:
    """How documents and their places are called: by number, else by title, with the id that other commands take."""
    entries, held = kb.registry(), kb.documents()
    names = {entry.id: entry.number or entry.title for entry in entries}
    names |= {item.id: item.number or item.title for item in held}
    if any(item.number is None for item in held):
        # A text that prints no number has that of the entry it stands for.
        found = ((kb.tracer.node_of(entry.id), entry.number) for entry in entries if entry.number)
        numberless = {item.id for item in held if item.number is None}
        names |= {node: number for node, number in found if node in numberless}

    def called(ref: NodeRef) -> str:
        name, place = names.get(ref.document_id), f" mục {ref.path}" if ref.path else ""
        return f"{printing.one_line(name, 60)}{place} [{ref.document_id}]" if name else str(ref)

    return called


def decide(kb: KnowledgeBase, options: Options) -> int:
    decision = Decision(
        lower=kb.node(options.lower),
        upper=kb.node(options.upper),
        relation=Relation(options.relation),
        verdict=Verdict(options.verdict),
        by=options.by,
        at=date.today(),
        reason=options.reason,
    )
    kb.decide(decision)
    print(f"đã ghi: {decision.lower} → {decision.upper} ({options.verdict}, {options.by})")
    return 0


def tasks(kb: KnowledgeBase, options: Options) -> int:
    documents = frozenset({kb.find(options.document).id}) if options.document else None
    wanted = TaskFilter(
        unit=options.unit, due_before=options.due_before, overdue_on=options.overdue, document_ids=documents
    )
    found = kb.tasks(wanted)
    from kb.exports import write_calendar, write_csv, write_workbook

    if options.xlsx:
        write_workbook(found, options.xlsx)
    if options.csv:
        write_csv(found, options.csv)
    if options.ics:
        write_calendar(found, options.ics, date.today())
    if options.json:
        print(json.dumps({"tasks": [registered_json(entry) for entry in found]}, ensure_ascii=False))
    else:
        printing.print_tasks(found)
    for path in (options.xlsx, options.csv, options.ics):
        if path and not options.json:
            print(f"đã ghi {path}")
    return 0


def dossier(kb: KnowledgeBase, options: Options) -> int:
    from kb.exports import write_dossier

    node = kb.node(options.reference)
    stored = kb.document(node.document_id)
    task = next((task for task in stored.tasks if task.where == node.path), None)
    if task is None:
        places = ", ".join(dict.fromkeys(task.where for task in stored.tasks)) or "(không có)"
        raise NotFound(f"không có nhiệm vụ ở “{node.path}”", where=stored.document.source, remedy=f"các mục: {places}")
    write_dossier(task, stored.document, kb.tracer.trace(node), options.file, drawn_up_on=date.today())
    print(f"đã ghi {options.file}")
    return 0
