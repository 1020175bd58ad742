"""What all tests share: no network, a data folder of their own, the material that measures where it is at hand."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from offline import leave_the_network

os.environ.setdefault("HAYSTACK_TELEMETRY_ENABLED", "false")
for name in [name for name in os.environ if name.startswith("KB_")]:
    del os.environ[name]

ROOT = Path(__file__).resolve().parent.parent
SHARED = ROOT.parent / "shared"

# Programs that some tests need, with the line that installs them.
PROGRAMS = {
    "ocr": ("tesseract", "apt-get install tesseract-ocr tesseract-ocr-vie"),
    "office": ("soffice", "apt-get install libreoffice-writer-nogui libreoffice-calc-nogui"),
    "browser": ("chromium", "apt-get install chromium"),
}


def pytest_configure(config: pytest.Config) -> None:
    # Only this machine answers: pytest-socket refuses any other address, the namespace has no other network.
    config.option.allow_hosts = "127.0.0.1,localhost,::1"
    leave_the_network()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        for marker, (program, remedy) in PROGRAMS.items():
            if item.get_closest_marker(marker) and shutil.which(program) is None:
                item.add_marker(pytest.mark.skip(reason=f"cần {program}: {remedy}"))


@pytest.fixture
def shared() -> Path:
    """The folder of measuring material; the test skips where there is none (a user's clone)."""
    if not SHARED.is_dir():
        pytest.skip("không có ../shared (chỉ dùng để đo)")
    return SHARED


@pytest.fixture
def directive() -> Path:
    """The directive that the product began with, as received."""
    return ROOT / "corpus" / "chi-thi-chuyen-doi-so-quang-ngai.txt"
