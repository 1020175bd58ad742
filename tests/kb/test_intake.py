"""The intake: what is new is read, what is known is not, what is gone is taken out, twins are one document."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from builders import CountingEncoder, HashEncoder, decision, write_decisions

from ingest.pipeline import reader
from kb.catalogue import Catalogue
from kb.corrections import checked_correction
from kb.errors import NotFound
from kb.intake import Intake
from kb.model import AddOutcome, AddStatus, Field
from kb.settings import Settings


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    folder = tmp_path / "corpus"
    folder.mkdir()
    write_decisions(folder, 3)
    return folder


@pytest.fixture
def encoder() -> CountingEncoder:
    return CountingEncoder()


@pytest.fixture
def intake(tmp_path: Path, corpus: Path, encoder: CountingEncoder) -> Intake:
    settings = Settings(home=tmp_path / "home", corpus=corpus)
    return Intake(settings, Catalogue(settings.catalogue_url), reader, lambda: encoder)


def statuses(outcomes: list[AddOutcome]) -> list[AddStatus]:
    return [outcome.status for outcome in outcomes]


def test_the_same_files_again_change_nothing(intake: Intake, corpus: Path) -> None:
    assert statuses(list(intake.add([corpus]))) == [AddStatus.ADDED] * 3
    version = intake.catalogue.version()
    assert statuses(list(intake.add([corpus]))) == [AddStatus.UNCHANGED] * 3
    assert intake.catalogue.version() == version


def test_ids_are_the_same_in_every_catalogue(intake: Intake, corpus: Path, tmp_path: Path) -> None:
    other = replace(intake, settings=Settings(home=tmp_path / "other"), catalogue=Catalogue(f"sqlite:///{tmp_path}/o"))
    assert [o.document_id for o in intake.add([corpus])] == [o.document_id for o in other.add([corpus])]


def test_sync_follows_the_folder(intake: Intake, corpus: Path) -> None:
    list(intake.sync())
    first, second, third = sorted(corpus.iterdir())
    first.unlink()
    second.write_text(
        second.read_text(encoding="utf-8").replace("3 tỷ", "4 tỷ").replace("4 tỷ", "9 tỷ"), encoding="utf-8"
    )
    outcomes = {Path(outcome.source).name: outcome.status for outcome in intake.sync()}
    assert outcomes == {
        first.name: AddStatus.REMOVED,
        second.name: AddStatus.CHANGED,
        third.name: AddStatus.UNCHANGED,
    }
    assert len(intake.catalogue.summaries()) == 2


def test_a_changed_file_keeps_its_id_and_only_its_new_words_are_embedded(
    intake: Intake, corpus: Path, encoder: CountingEncoder
) -> None:
    before = {outcome.source: outcome.document_id for outcome in intake.sync()}
    assert encoder.count > 3
    encoder.count = 0
    file = sorted(corpus.iterdir())[0]
    file.write_text(file.read_text(encoding="utf-8").replace("3 tỷ đồng", "5 tỷ đồng"), encoding="utf-8")
    after = {outcome.source: outcome.document_id for outcome in intake.sync()}
    assert after == before
    assert encoder.count == 1, "one article changed, one passage is embedded"


def test_another_encoder_embeds_everything_again(intake: Intake) -> None:
    list(intake.sync())

    class Other(HashEncoder):
        name = "another"

    list(replace(intake, encoder=Other).sync())
    assert intake.catalogue.count_without_vector("another") == 0
    assert set(intake.catalogue.encoder_names()) == {"hash-32", "another"}


@pytest.mark.parametrize(
    ("printed", "corrected", "difference"),
    [
        ("bố trí 3 tỷ", "bố trí 13 tỷ", "nội dung khác: “"),
        ("Giao Sở Xây dựng", "Giao Sở Nội vụ", "nội dung khác: “"),
        (
            "Nơi nhận:",
            "Điều 4. Giao Văn phòng Ủy ban nhân dân tỉnh theo dõi, đôn đốc việc thực hiện.\n\nNơi nhận:",
            "có thêm Điều 4",
        ),
    ],
)
def test_a_corrected_text_under_the_same_number_is_no_twin(
    intake: Intake, corpus: Path, tmp_path: Path, printed: str, corrected: str, difference: str
) -> None:
    list(intake.add([corpus]))
    held = sorted(corpus.iterdir())[0]
    text = held.read_text(encoding="utf-8")
    assert printed in text
    again = tmp_path / "dinh-chinh.txt"
    again.write_text(text.replace(printed, corrected), encoding="utf-8")
    (outcome,) = intake.add([again])
    assert outcome.status is AddStatus.ADDED
    assert "có thể là bản khác của" in outcome.message
    assert difference in outcome.message
    stored = intake.catalogue.document(outcome.document_id or "")
    assert stored
    assert corrected.splitlines()[0] in stored.text


def test_the_same_document_in_another_file_is_a_twin(intake: Intake, corpus: Path, tmp_path: Path) -> None:
    list(intake.sync())
    original = sorted(corpus.iterdir())[0]
    copy = tmp_path / "ban-sao.txt"
    copy.write_text(original.read_text(encoding="utf-8").replace("\n\n", "\n\n\n"), encoding="utf-8")
    (outcome,) = intake.add([copy])
    assert outcome.status is AddStatus.TWIN
    assert "trùng với" in outcome.message
    assert original.name in outcome.message
    assert len(intake.catalogue.summaries()) == 3
    assert statuses(list(intake.add([copy]))) == [AddStatus.UNCHANGED]


def test_one_number_of_two_provinces_is_two_documents(intake: Intake, tmp_path: Path) -> None:
    for n, province in enumerate(("Thanh Bình Nguyên", "Hải Tân Lạc")):
        file = tmp_path / f"{n}.txt"
        file.write_text(decision(province=province), encoding="utf-8")
        assert statuses(list(intake.add([file]))) == [AddStatus.ADDED]


def test_corrections_beside_a_file_hold_and_follow_the_file(intake: Intake, corpus: Path) -> None:
    file = sorted(corpus.iterdir())[0]
    beside = file.with_name(file.name + ".yaml")
    entry = "{field: number, value: 7/QĐ-UBND, reason: in mờ, by: Văn thư, at: 2026-01-02}"
    beside.write_text(f"corrections:\n  - {entry}\n", encoding="utf-8")
    list(intake.sync())
    assert intake.catalogue.find(str(file))[0].number == "7/QĐ-UBND"
    beside.write_text(f"corrections:\n  - {entry.replace('7/', '8/')}\n", encoding="utf-8")
    assert AddStatus.CHANGED in statuses(list(intake.sync()))
    assert intake.catalogue.find(str(file))[0].number == "8/QĐ-UBND"


def test_a_broken_corrections_file_fails_its_document_alone(intake: Intake, corpus: Path) -> None:
    file = sorted(corpus.iterdir())[0]
    file.with_name(file.name + ".yaml").write_text("corrections: 5", encoding="utf-8")
    assert sorted(statuses(list(intake.sync()))) == [AddStatus.ADDED, AddStatus.ADDED, AddStatus.FAILED]


def test_a_correction_made_in_the_app_survives_reading_again(intake: Intake, corpus: Path) -> None:
    list(intake.sync())
    held = intake.catalogue.document(intake.catalogue.summaries()[0].id)
    assert held is not None
    intake.correct(held, checked_correction(Field.SIGNER, "Trần Thị Đúng", "đọc nhầm", "Văn thư", date(2026, 1, 2)))
    intake.remove(held.id)
    assert len(intake.catalogue.summaries()) == 2
    outcome = intake.put_back(intake.original(held), held.source)
    again = intake.catalogue.document(outcome.document_id or "")
    assert again is not None
    assert again.value(Field.SIGNER) == "Trần Thị Đúng"
    assert again.is_corrected(Field.SIGNER)
    assert again.source == held.source


def test_what_was_previewed_is_accepted_as_it_was_seen(intake: Intake, tmp_path: Path) -> None:
    file = tmp_path / "tai-len.txt"
    file.write_text(decision(number="77/QĐ-UBND"), encoding="utf-8")
    parsed = reader(file, intake.settings)
    assert intake.preview(file, parsed).status is AddStatus.ADDED
    assert intake.catalogue.summaries() == ()
    correction = checked_correction(Field.TITLE, "Kế hoạch số hóa", "gọn hơn", "Văn thư", date(2026, 1, 2))
    accepted = intake.accept(file, "tai-len/77.txt", parsed, [correction])
    assert accepted.status is AddStatus.ADDED
    (summary,) = intake.catalogue.summaries()
    assert (summary.source, summary.title) == ("tai-len/77.txt", "Kế hoạch số hóa")
    assert intake.preview(file, parsed).status is AddStatus.UNCHANGED
    assert intake.original(summary).read_bytes() == file.read_bytes()


def test_another_version_is_told_and_can_take_the_place_of_the_first(intake: Intake, tmp_path: Path) -> None:
    first, second = tmp_path / "v1.txt", tmp_path / "v2.txt"
    articles = [f"Nội dung {n}: giao Sở Y tế xây dựng trạm xá thứ {n}, báo cáo kết quả hằng quý." for n in range(12)]
    first.write_text(decision(number="55/QĐ-UBND", articles=articles), encoding="utf-8")
    articles[9:] = [f"Điểm sửa {n}: chuyển nhiệm vụ sang Sở Nội vụ, lập quỹ số {n * 13}, bỏ trạm cũ." for n in range(9)]
    second.write_text(decision(number="55/QĐ-UBND", articles=articles), encoding="utf-8")
    (added,) = intake.add([first])
    parsed = reader(second, intake.settings)
    seen = intake.preview(second, parsed)
    assert (seen.status, seen.document_id) == (AddStatus.CHANGED, added.document_id)
    intake.accept(second, "tai-len/v2.txt", parsed, replaces=added.document_id)
    (held,) = intake.catalogue.summaries()
    assert (held.id, held.source) == (added.document_id, "tai-len/v2.txt")


def test_a_folder_without_documents_is_an_error(intake: Intake, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(NotFound, match="không có văn bản"):
        list(intake.add([tmp_path / "empty"]))


def test_hidden_and_lock_files_are_passed_over(intake: Intake, corpus: Path) -> None:
    for name in (".ẩn.txt", "~$dang-mo.docx"):
        (corpus / name).write_text("x", encoding="utf-8")
    assert len(list(intake.sync())) == 3
