"""The files open in an office program: LibreOffice turns them into text again."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from kb.exports import write_workbook
from kb.tasks import RegisteredTask

OFFICE = shutil.which("soffice")
# Seconds; the first start of LibreOffice on a busy machine is slow.
PATIENCE = 180

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(OFFICE is None, reason="cần LibreOffice: apt-get install -y libreoffice-calc"),
]


def test_a_workbook_opens_with_its_days(entries: list[RegisteredTask], tmp_path: Path) -> None:
    book = write_workbook(entries, tmp_path / "so.xlsx")
    profile = f"-env:UserInstallation=file://{tmp_path / 'ho-so'}"
    command = [
        str(OFFICE),
        profile,
        "--headless",
        "--convert-to",
        "csv:Text - txt - csv (StarCalc):44,34,76",
        str(book),
    ]
    subprocess.run([*command, "--outdir", str(tmp_path)], check=True, capture_output=True, timeout=PATIENCE)
    text = (tmp_path / "so.csv").read_text(encoding="utf-8")
    assert f"{date(2025, 12, 30):%d/%m/%Y}" in text
    assert '=HYPERLINK(""http://x"")' in text
    assert "Khảo sát đồng ruộng; lập báo cáo, trình duyệt" in text
