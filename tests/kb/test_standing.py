"""What has become of a document is said with every result, and a search may leave out what no longer holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import HashEncoder, decision

from ingest.pipeline import reader
from kb.catalogue import Catalogue
from kb.intake import Intake
from kb.settings import Settings
from kb.standing import Standings
from kb.trace import Tracer

OLD = decision(number="11/QĐ-UBND", day="ngày 05 tháng 3 năm 2023", title="Về việc ban hành Quy chế tiếp công dân")
NEW = decision(
    number="12/QĐ-UBND",
    day="ngày 06 tháng 4 năm 2024",
    title="Về việc ban hành Quy chế tiếp công dân, giải quyết đơn thư",
    articles=(
        "Ban hành kèm theo Quyết định này Quy chế tiếp công dân, giải quyết đơn thư của tỉnh.",
        "Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 11/QĐ-UBND ngày 05 tháng 3 năm 2023 "
        "của Ủy ban nhân dân tỉnh Thanh Bình Nguyên.",
    ),
)


@pytest.fixture
def intake(tmp_path: Path) -> Intake:
    settings = Settings(home=tmp_path / "home", corpus=tmp_path / "none")
    return Intake(settings, Catalogue(settings.catalogue_url), reader, HashEncoder)


def add(intake: Intake, tmp_path: Path, name: str, text: str) -> str:
    file = tmp_path / name
    file.write_text(text, encoding="utf-8")
    (outcome,) = intake.add([file])
    assert outcome.document_id is not None, outcome.message
    return outcome.document_id


def test_a_replaced_document_is_warned_of_once_its_successor_is_held(intake: Intake, tmp_path: Path) -> None:
    standings = Standings(intake.catalogue, Tracer(intake.catalogue))
    old = add(intake, tmp_path, "cu.txt", OLD)
    assert standings.warnings(old) == ()
    assert standings.not_in_force() == ()
    new = add(intake, tmp_path, "moi.txt", NEW)
    (warning,) = standings.warnings(old)
    assert "thay thế" in warning
    assert "12/QĐ-UBND" in warning
    assert standings.not_in_force() == (old,)
    intake.remove(new)
    assert standings.not_in_force() == ()
