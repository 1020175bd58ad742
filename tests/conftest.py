"""What all tests share: no network, a data folder of their own, the material that measures where it is at hand."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest
from offline import leave_the_network
from postgres import running_server, server_program

from kb.encoder import open_encoder
from kb.settings import Settings

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


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption("--update-golden", action="store_true", help="writes the golden trees anew: look at the change")
    parser.addoption("--no-skip", action="store_true", help="a test that would skip fails: nothing may be missing")


@pytest.hookimpl(hookwrapper=True)
def pytest_runtest_makereport(item: pytest.Item) -> Iterator[None]:
    outcome = yield
    report = outcome.get_result()  # type: ignore[attr-defined]
    if report.skipped and item.config.getoption("--no-skip") and not hasattr(report, "wasxfail"):
        report.outcome = "failed"
        report.longrepr = f"skipped where nothing may skip: {report.longrepr}"


def pytest_configure(config: pytest.Config) -> None:
    # Only this machine answers: pytest-socket refuses any other address, the namespace has no other network.
    config.option.allow_hosts = "127.0.0.1,localhost,::1"
    leave_the_network()


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        for marker, (program, remedy) in PROGRAMS.items():
            if item.get_closest_marker(marker) and shutil.which(program) is None:
                item.add_marker(pytest.mark.skip(reason=f"cần {program}: {remedy}"))
        if item.get_closest_marker("models") and find_spec("sentence_transformers") is None:
            item.add_marker(pytest.mark.skip(reason="cần sentence-transformers: pip install -e '.[models]'"))
        if item.get_closest_marker("postgres") and server_program("initdb") is None:
            item.add_marker(pytest.mark.skip(reason="cần PostgreSQL: apt-get install postgresql"))


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


@pytest.fixture(scope="session")
def postgres_url() -> Iterator[str]:
    """The URL of an empty PostgreSQL database (short path: a socket's name may hold 107 bytes)."""
    with tempfile.TemporaryDirectory(prefix="kbpg") as folder, running_server(Path(folder)) as url:
        yield url


@pytest.fixture(scope="session")
def encoder_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The packaged encoder, built once a test run (also when several workers run it)."""
    shared_by_workers = tmp_path_factory.getbasetemp()
    if os.environ.get("PYTEST_XDIST_WORKER"):
        shared_by_workers = shared_by_workers.parent
    home = shared_by_workers / "encoder-home"
    open_encoder(Settings(home=home))
    return home / "encoder"


@pytest.fixture
def home(tmp_path: Path, encoder_folder: Path) -> Path:
    """An empty data folder in which the encoder need not be built again."""
    folder = tmp_path / "kb-home"
    folder.mkdir()
    (folder / "encoder").symlink_to(encoder_folder)
    return folder
