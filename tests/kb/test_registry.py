"""The registry: what a maintainer may write, what comes of it, and how a slip is reported."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest

from kb.errors import KbError, StorageFault, UnreadableFile, WrongSetting
from kb.model import Level, Relation
from kb.registry import ID_LENGTH, changed_entries, entry_id, load_registry

REPOSITORY = Path(__file__).parents[2]
SHARED = REPOSITORY.parent / "shared" / "registry.tsv"

FULL = """
entries:
  - number: 12-KH/TU
    issued_on: 2031-02-03
    kind: Kế hoạch
    issuer: Ban Thường vụ Tỉnh ủy
    level: province
    locality: Sơn Hà
    title: thực hiện Nghị quyết số 7-NQ/TW
    relations:
      - {relation: implements, number: 7-NQ/TW, issued_on: 2030-12-01}
      - {relation: replaces, number: 3-KH/TU, scope: chỉ Phụ lục I}
    full_text_at: "https://example.org/12"
    basis: trang công khai
"""


def written(folder: Path, text: str) -> Path:
    path = folder / "registry.yaml"
    path.write_text(text, encoding="utf-8")
    return path


def test_an_entry_has_all_its_facts(tmp_path: Path) -> None:
    (entry,) = load_registry(written(tmp_path, FULL))
    assert entry.id == "12-kh-tu-son-ha-2031-02-03"
    assert (entry.number, entry.issued_on, entry.level) == ("12-KH/TU", date(2031, 2, 3), Level.PROVINCE)
    assert (entry.kind, entry.issuer, entry.locality) == ("Kế hoạch", "Ban Thường vụ Tỉnh ủy", "Sơn Hà")
    implements, replaces = entry.relations
    assert (implements.relation, implements.issued_on) == (Relation.IMPLEMENTS, date(2030, 12, 1))
    assert (replaces.number, replaces.scope) == ("3-KH/TU", "chỉ Phụ lục I")
    assert (entry.full_text_at, entry.basis) == ("https://example.org/12", "trang công khai")


@pytest.mark.parametrize("text", ["", "entries:\n", "entries: []\n"])
def test_an_empty_registry_is_no_error(tmp_path: Path, text: str) -> None:
    assert load_registry(written(tmp_path, text)) == ()


SLIPS = {
    "unknown key": ("entries:\n  - {number: 1/NQ-CP, ngay: 2020-01-01}", "khóa không tồn tại: ngay", "các khóa"),
    "unknown key of a relation": (
        "entries:\n  - {number: 1/NQ-CP, relations: [{relation: replaces, number: 2/NQ-CP, part: I}]}",
        "quan hệ 1: khóa không tồn tại: part",
        "scope",
    ),
    "unknown relation": (
        "entries:\n  - {number: 1/NQ-CP, relations: [{relation: thay, number: 2/NQ-CP}]}",
        "quan hệ 'thay' không tồn tại",
        "replaces",
    ),
    "relation without a number": (
        "entries:\n  - {number: 1/NQ-CP, relations: [{relation: replaces}]}",
        "quan hệ thiếu `number`",
        "thêm số",
    ),
    "relations that are no list": ("entries:\n  - {number: 1/NQ-CP, relations: 2/NQ-CP}", "phải là danh sách", "- {"),
    "unknown level": ("entries:\n  - {number: 1/NQ-CP, level: tỉnh}", "cấp 'tỉnh' không tồn tại", "province"),
    "date that is none": ("entries:\n  - {number: 1/NQ-CP, issued_on: 31/02/2020}", "không hợp lệ", "2020-06-03"),
    "number read as a date": ("entries:\n  - {number: 2020-01-01}", "`number` phải là chữ", "ngoặc kép"),
    "neither number nor title": ("entries:\n  - {kind: Luật}", "không có số", "title"),
    "an entry that is a word": ("entries:\n  - 1/NQ-CP", "các cặp", "number"),
    "the same entry twice": ("entries:\n  - {number: 1/NQ-CP}\n  - {number: 1/NQ-CP}", "hai lần: 1-nq-cp", "gộp"),
    "a relation to a number that two bear": (
        "entries:\n  - {number: 1/NQ-CP, issued_on: 2020-01-01}\n  - {number: 1/NQ-CP, issued_on: 2021-01-01}\n"
        "  - {number: 2/NQ-CP, relations: [{relation: replaces, number: 1/NQ-CP}]}",
        "nhiều văn bản có số 1/NQ-CP",
        "issued_on",
    ),
    "broken YAML": ("entries: [", "sai cú pháp", "sửa"),
    "another shape": ("- number: 1/NQ-CP", "khóa `entries`", "mẫu"),
}


@pytest.mark.parametrize(("text", "says", "remedy"), SLIPS.values(), ids=SLIPS.keys())
def test_a_slip_is_an_error_that_says_where_and_what_to_do(tmp_path: Path, text: str, says: str, remedy: str) -> None:
    path = written(tmp_path, text)
    with pytest.raises((WrongSetting, UnreadableFile)) as caught:
        load_registry(path)
    assert str(path) in str(caught.value)
    assert says in str(caught.value)
    assert caught.value.remedy is not None
    assert remedy in caught.value.remedy


def test_a_file_that_is_absent_or_in_another_encoding_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(StorageFault):
        load_registry(tmp_path / "none.yaml")
    path = tmp_path / "utf16.yaml"
    path.write_bytes("entries:".encode("utf-16"))
    with pytest.raises(KbError):
        load_registry(path)


IDS = [
    ("749/QĐ-TTg", None, date(2020, 6, 3), None, "749-qd-ttg-2020-06-03"),
    ("271-KH/TU", "Quảng Ngãi", date(2020, 3, 27), None, "271-kh-tu-quang-ngai-2020-03-27"),
    ("148/2025/QH15", None, None, None, "148-2025-qh15"),
    (None, None, date(2023, 6, 22), "Luật Giao dịch điện tử", "luat-giao-dich-dien-tu-2023-06-22"),
    (None, None, None, None, "khong-ro"),
]


@pytest.mark.parametrize(("number", "locality", "issued_on", "name", "expected"), IDS)
def test_ids_are_readable(
    number: str | None, locality: str | None, issued_on: date | None, name: str | None, expected: str
) -> None:
    assert entry_id(number, locality, issued_on, name) == expected


def test_a_long_name_keeps_its_date_within_the_width_of_the_column() -> None:
    made = entry_id(None, "Sơn Hà", date(2030, 1, 1), "Chương trình " + "rất dài " * 40)
    assert len(made) <= ID_LENGTH
    assert made.endswith("-son-ha-2030-01-01")


def test_what_changed_between_two_registries(tmp_path: Path) -> None:
    old = load_registry(written(tmp_path, FULL))
    new = load_registry(written(tmp_path, FULL.replace("trang công khai", "bản chụp")))
    assert changed_entries(old, old) == ()
    assert changed_entries(old, new) == changed_entries(old, ()) == ("12-kh-tu-son-ha-2031-02-03",)


def test_the_two_resolutions_of_one_number_are_two_entries() -> None:
    entries = load_registry(REPOSITORY / "corpus" / "registry.yaml")
    dates = {entry.issued_on for entry in entries if entry.number == "50/NQ-CP"}
    assert dates == {date(2020, 4, 17), date(2021, 5, 20)}


@pytest.mark.skipif(not SHARED.exists(), reason="cần ../shared/registry.tsv")
def test_the_registry_holds_every_fact_of_the_shared_table() -> None:
    entries = {
        (entry.number, str(entry.issued_on)): entry for entry in load_registry(REPOSITORY / "corpus/registry.yaml")
    }
    with SHARED.open(encoding="utf-8") as table:
        rows = list(csv.DictReader(table, delimiter="\t"))
    assert len(entries) == len(rows)
    for row in rows:
        entry = entries[row["number"], row["issued_on"]]
        stated = [f"{r.relation} {r.number}" + (f"@{r.issued_on}" if r.issued_on else "") for r in entry.relations]
        wanted = [item.split(" (")[0] for item in row["relations"].split("; ") if item]
        assert stated == wanted
        assert (entry.title or "") == row["title"]
        assert (entry.full_text_at or "") == row["full text at"]
        assert (entry.kind, entry.locality or "") == (row["kind"], row["locality"])
