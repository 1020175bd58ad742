"""The main job on the directive that the product began with, from the file to the trace, through the real command."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from command import kb, kb_json
from openpyxl import load_workbook

ROOT = Path(__file__).resolve().parent.parent
GOLDEN = ROOT / "tests" / "golden" / "chi-thi-chuyen-doi-so-quang-ngai.json"

Json = dict[str, Any]


@pytest.fixture(scope="module")
def kho(tmp_path_factory: pytest.TempPathFactory, encoder_folder: Path) -> Path:
    """A data folder that holds what `corpus/` holds."""
    home = tmp_path_factory.mktemp("kho")
    (home / "encoder").symlink_to(encoder_folder)
    result = kb(home, "sync", corpus=str(ROOT / "corpus"))
    assert result.returncode == 0, result.stderr
    return home


@pytest.fixture(scope="module")
def parsed() -> Json:
    return json.loads(GOLDEN.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def test_the_reading_is_the_golden_one(tmp_path: Path, directive: Path, request: pytest.FixtureRequest) -> None:
    found = kb_json(tmp_path, "parse", directive)
    found["document"]["source"] = "corpus/" + directive.name
    if request.config.getoption("--update-golden"):
        GOLDEN.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
    assert found == json.loads(GOLDEN.read_text(encoding="utf-8"))


def test_it_prints_no_number_and_no_date_and_the_correction_supplies_them(kho: Path) -> None:
    shown = kb_json(kho, "show", "19-CT/TU")["document"]
    assert (shown["number"], shown["issued_on"]) == (None, None)
    assert (shown["effective"]["number"], shown["effective"]["issued_on"]) == ("19-CT/TU", "2022-05-18")
    assert {correction["field"] for correction in shown["corrections"]} == {"number", "issued_on"}
    assert all(correction["reason"] for correction in shown["corrections"])
    assert "[đính chính]" in kb(kho, "show", "19-CT/TU").stdout


def test_stamp_and_copy_are_kept_as_what_they_are(parsed: Json) -> None:
    stamp, copy = parsed["document"]["arrival_stamp"], parsed["document"]["copy"]
    assert (stamp["issuer"], stamp["number"], stamp["arrived_on"]) == ("Huyện ủy Bình Sơn", "563 CT", "2022-05-19")
    assert (copy["kind"], copy["number"], copy["issued_on"]) == ("Sao lục", "319-BS/HU", "2022-05-23")
    assert copy["signer"] == "Võ Đức Công"


def test_paragraphs_cut_by_page_ends_are_joined(parsed: Json) -> None:
    by_path = {unit["path"]: unit["text"] for unit in parsed["provisions"]}
    assert "lãnh đạo Ủy ban nhân dân tỉnh chỉ đạo" in by_path["2"]
    assert "bồi dưỡng nâng cao nhận thức về an toàn" in by_path["2/2.7"]


def test_own_spans_joined_are_the_text(parsed: Json) -> None:
    units = parsed["provisions"]
    assert sum(unit["numbered"] for unit in units) == 18
    assert len(parsed["references"]) == 12
    assert len(parsed["tasks"]) == 16


@pytest.mark.parametrize(
    ("question", "path"),
    [
        ("ai chịu trách nhiệm chính về chuyển đổi số", "1/1.2"),
        ("bao lau phai bao cao mot lan", "2/2.9"),
    ],
)
def test_search_puts_the_provision_first(kho: Path, question: str, path: str) -> None:
    results = kb_json(kho, "search", question)["results"]
    assert results[0]["path"] == path


def test_a_number_finds_its_entry_and_the_places_that_cite_it(kho: Path) -> None:
    results = kb_json(kho, "search", "749/qd-ttg")["results"]
    assert results[0]["number"] == "749/QĐ-TTg"
    assert results[0]["document_id"] is None
    assert any("749/QĐ-TTg" in result["text"] for result in results[1:4])


def test_every_sentence_of_an_answer_rests_on_a_verbatim_quotation(kho: Path) -> None:
    answer = kb_json(kho, "ask", "bao lâu phải báo cáo một lần?")
    text = document_text(kho)
    assert not answer["refused"]
    assert all(sentence["citations"] for sentence in answer["sentences"])
    assert "2/2.9" in {citation["path"] for citation in answer["citations"]}
    for citation in answer["citations"]:
        assert text[citation["start"] : citation["end"]] == citation["quote"]


def test_what_the_corpus_cannot_answer_is_refused_with_what_was_searched(kho: Path) -> None:
    answer = kb_json(kho, "ask", "mức phạt khi không chuyển đổi số là bao nhiêu?")
    assert answer["refused"]
    assert answer["sentences"] == []
    assert "văn bản" in answer["reason"]


def test_task_1_1_derives_from_the_plan_and_through_it_from_the_resolution(kho: Path) -> None:
    up = edges_up(kho, "1.1")
    plan = next(edge for edge in up if edge["upper"].startswith("271-kh-tu"))
    assert plan["reason"] == "explicit"
    above = next(edge for edge in up if edge["lower"] == plan["upper"])
    assert above["upper"].startswith("52-nq-tw")
    assert all(edge["evidence"] and edge["evidence"][0]["quote"] for edge in (plan, above))


def test_task_2_9_inherits_the_three_national_documents(kho: Path) -> None:
    inherited = [edge for edge in edges_up(kho, "2.9") if edge["reason"] == "inherited"]
    begins = {"52-nq-tw", "749-qd-ttg", "942-qd-ttg"}
    assert begins <= {edge["upper"].rsplit("-", 3)[0] for edge in inherited}
    printed = kb(kho, "trace", "19-CT/TU#2.9").stdout
    assert "thừa hưởng từ căn cứ" in printed


@pytest.mark.parametrize(
    ("path", "entry", "reason"),
    [("2.1", "411-qd-ttg-2022-03-31", "by-name"), ("3", "749-qd-ttg-2020-06-03", "by-name")],
)
def test_programmes_cited_by_title_alone_are_resolved(kho: Path, path: str, entry: str, reason: str) -> None:
    assert any(edge["upper"] == entry and edge["reason"] == reason for edge in edges_up(kho, path))


def test_a_replaced_basis_is_warned_of(kho: Path) -> None:
    printed = kb(kho, "trace", "19-CT/TU#2.9").stdout
    assert "⚠ Quyết định số 942/QĐ-TTg" in printed
    assert "2629/QĐ-TTg" in printed


def test_missing_documents_are_listed_with_where_to_get_them(kho: Path) -> None:
    missing = kb_json(kho, "missing")["missing"]
    by_number = {item["number"]: item for item in missing}
    assert {"52-NQ/TW", "749/QĐ-TTg", "942/QĐ-TTg", "271-KH/TU"} <= set(by_number)
    assert by_number["749/QĐ-TTg"]["full_text_at"].startswith("https://")


def test_the_register_has_16_tasks_and_opens_in_excel(kho: Path, tmp_path: Path) -> None:
    file = tmp_path / "nhiem-vu.xlsx"
    assert len(kb_json(kho, "tasks", "--xlsx", file)["tasks"]) == 16
    sheet = load_workbook(file).active
    assert sheet is not None
    assert sum(1 for row in sheet.iter_rows(values_only=True) if any(row)) >= 17


def test_everything_works_beside_the_corpus_again(kho: Path) -> None:
    result = kb(kho, "sync", corpus=str(ROOT / "corpus"))
    assert result.returncode == 0
    assert "không đổi" in result.stdout


def test_spans_of_every_layer_reproduce_their_quotes(kho: Path, parsed: Json) -> None:
    text = document_text(kho)
    for unit in parsed["provisions"]:
        assert text[unit["start"] : unit["end"]] == unit["text"]
    for reference in parsed["references"]:
        assert text[reference["start"] : reference["end"]] == reference["surface"]
    for task in parsed["tasks"]:
        assert text[task["start"] : task["end"]] == task["text"]
    for start, end in spans_of(parsed):
        assert 0 <= start <= end <= len(text)


def spans_of(parsed: Json) -> Iterator[tuple[int, int]]:
    for task in parsed["tasks"]:
        yield from (tuple(task[name]) for name in ("lead_span", "deadline_span", "result_span") if task[name])
    for reference in parsed["references"]:
        yield reference["evidence_start"], reference["evidence_end"]


def document_text(kho: Path) -> str:
    from kb.catalogue import Catalogue

    catalogue = Catalogue(f"sqlite:///{kho / 'catalogue.sqlite'}")
    document = catalogue.document(catalogue.summaries()[0].id)
    assert document is not None
    return document.text


def edges_up(kho: Path, path: str) -> list[Json]:
    return kb_json(kho, "trace", f"19-CT/TU#{path}")["up"]  # type: ignore[no-any-return]
