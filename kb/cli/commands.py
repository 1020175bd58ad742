"""What each command does: asks the knowledge base and prints."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from kb.cli import derivations, printing
from kb.cli.jsonout import answer_json, parsed_json, plain, search_json, stored_json
from kb.errors import WrongSetting
from kb.knowledge_base import KnowledgeBase
from kb.model import AddOutcome, AddStatus, Filters, Level
from kb.settings import Settings

Options = argparse.Namespace


def run(options: Options) -> int:
    knowledge_base = KnowledgeBase(Settings.from_environment(), progress=printing.progress_line())
    try:
        return _COMMANDS[options.command](knowledge_base, options)
    finally:
        knowledge_base.close()


def _add(kb: KnowledgeBase, options: Options) -> int:
    return _take(kb, kb.add(options.paths), options)


def _sync(kb: KnowledgeBase, options: Options) -> int:
    return _take(kb, kb.sync(), options)


def _reread(kb: KnowledgeBase, options: Options) -> int:
    return _take(kb, kb.reread(options.names), options)


def _take(kb: KnowledgeBase, outcomes: Iterator[AddOutcome], options: Options) -> int:
    failed: list[AddOutcome] = []
    for outcome in outcomes:
        if options.json:
            _print_json(plain(outcome))
        else:
            printing.print_outcome(outcome)
        if outcome.status is AddStatus.FAILED:
            failed.append(outcome)
    kb.searcher.follow()
    for outcome in failed:
        print(f"kb: không đọc được — {outcome.message}", file=sys.stderr)
    return 1 if failed else 0


def _parse(kb: KnowledgeBase, options: Options) -> int:
    parsed = kb.parse(options.file)
    if options.json:
        _print_json(parsed_json(parsed))
    else:
        printing.print_parsed(parsed)
    return 0


def _search(kb: KnowledgeBase, options: Options) -> int:
    filters = _filters_of(options)
    for query in _queries(options):
        result = kb.search(query, filters, options.limit)
        if options.json or options.stdin:
            _print_json(search_json(result))
        else:
            printing.print_search(result)
    return 0


def _ask(kb: KnowledgeBase, options: Options) -> int:
    filters = _filters_of(options)
    for query in _queries(options):
        answer = kb.ask(query, filters)
        if options.json or options.stdin:
            _print_json(answer_json(answer))
        else:
            printing.print_answer(answer)
    return 0


def _queries(options: Options) -> Iterable[str]:
    if options.stdin:
        return (line.strip() for line in sys.stdin if line.strip())
    if not (options.query or "").strip():
        raise WrongSetting("chưa có câu hỏi", remedy=f'kb {options.command} "câu hỏi", hoặc --stdin')
    return [options.query]


def _filters_of(options: Options) -> Filters:
    return Filters(
        kinds=tuple(options.kind),
        levels=tuple(Level(level) for level in options.level),
        localities=tuple(options.locality),
        issuers=tuple(options.issuer),
        issued_from=options.issued_from,
        issued_to=options.issued_to,
        in_force=options.in_force,
    )


def _show(kb: KnowledgeBase, options: Options) -> int:
    if options.name is None:
        summaries = kb.documents()
        _print_json(plain(summaries)) if options.json else printing.print_list(summaries)
        return 0
    stored = kb.document(options.name)
    if options.json:
        _print_json(stored_json(stored))
        return 0
    printing.print_document(stored)
    if any(linked.resolution and len(linked.resolution.targets) > 1 for linked in stored.references):
        from kb.cli.tracing import print_unclear

        print_unclear(kb.trace(stored.document.id))
    return 0


def _remove(kb: KnowledgeBase, options: Options) -> int:
    summary = kb.remove(options.name)
    print(f"đã bỏ khỏi kho: {summary.id} {summary.number or ''} ({summary.source})")
    kb.searcher.follow()
    return 0


def _eval(kb: KnowledgeBase, options: Options) -> int:
    from kb.evaluate import evaluate

    report = evaluate(options.folder, kb.settings, kb.encoder)
    _print_json(plain(report)) if options.json else print(report)
    return 0


def _doctor(kb: KnowledgeBase, options: Options) -> int:
    checks = kb.health()
    if options.json:
        _print_json({"checks": plain(checks)})
    else:
        printing.print_health(checks)
    return 0 if all(check.ok for check in checks) else 1


def _serve(kb: KnowledgeBase, options: Options) -> int:
    from kb.cli.serving import serve

    return serve(options.address, options.port, kb.settings)


def _print_json(value: Any) -> None:  # noqa: ANN401 - any JSON value
    print(json.dumps(value, ensure_ascii=False), flush=True)


_COMMANDS: dict[str, Callable[[KnowledgeBase, Options], int]] = {
    "add": _add,
    "sync": _sync,
    "reread": _reread,
    "parse": _parse,
    "search": _search,
    "ask": _ask,
    "show": _show,
    "remove": _remove,
    "eval": _eval,
    "serve": _serve,
    "doctor": _doctor,
    "trace": derivations.trace,
    "missing": derivations.missing,
    "coverage": derivations.coverage,
    "drift": derivations.drift,
    "impact": derivations.impact,
    "decide": derivations.decide,
    "tasks": derivations.tasks,
    "dossier": derivations.dossier,
}
