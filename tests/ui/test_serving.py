"""`kb serve` looks and behaves the same wherever it is started from and whatever Streamlit finds lying about."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest
from browsing import Office, Visit, serving, visit
from playwright.sync_api import Browser, expect

from kb.cli.serving import APP, serving_command
from kb.settings import Settings
from ui.address import PageName

# What somebody else's app in the folder from which the command is started says.
FOREIGN = """
[browser]
gatherUsageStats = true
[client]
toolbarMode = "developer"
[theme]
base = "dark"
primaryColor = "#ff0000"
[server]
maxUploadSize = 1
"""
WANTED = {
    "browser.gatherUsageStats": False,
    "client.toolbarMode": "minimal",
    "theme.base": "light",
    "theme.primaryColor": "#1f4e79",
    "server.maxUploadSize": 81,
    "server.fileWatcherType": "none",
    "server.headless": True,
}
# Prints the options that hold in a process started with the arguments given.
_ASK = """
import json, sys
from streamlit import config
config._main_script_path = sys.argv[1]
flags = dict(zip((name.lstrip("-").replace(".", "_") for name in sys.argv[2::2]), sys.argv[3::2]))
config.get_config_options(force_reparse=True, options_from_flags={n.replace("_", ".", 1): v for n, v in flags.items()})
print(json.dumps({name: config.get_option(name) for name in json.load(sys.stdin)}))
"""


def test_the_options_win_over_files_in_the_folder(tmp_path: Path) -> None:
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "config.toml").write_text(FOREIGN, encoding="utf-8")
    command = serving_command("127.0.0.1", 8599, Settings(max_file_mb=80.5))
    assert command[:5] == [sys.executable, "-m", "streamlit", "run", str(APP)]
    asked = [sys.executable, "-c", _ASK, str(APP), *command[5:]]
    said = subprocess.run(
        asked, cwd=tmp_path, input=json.dumps(list(WANTED)), capture_output=True, text=True, check=True
    ).stdout
    held = json.loads(said.strip().splitlines()[-1])
    assert {name: str(value).lower() for name, value in held.items()} == {
        name: str(value).lower() for name, value in WANTED.items()
    }


@pytest.mark.browser
def test_the_app_started_elsewhere_is_calm_and_in_vietnamese(browser: Browser, office: Office, tmp_path: Path) -> None:
    (tmp_path / ".streamlit").mkdir()
    (tmp_path / ".streamlit" / "config.toml").write_text(FOREIGN, encoding="utf-8")
    with serving(office.home, office.corpus, folder=tmp_path) as address, visit(browser, address) as window:
        page = window.open(PageName.INTAKE)
        window.says("mỗi tệp tối đa 50 MB")
        colour = page.evaluate("() => getComputedStyle(document.querySelector('.stApp')).backgroundColor")
        assert colour == "rgb(255, 255, 255)"
        expect(page.locator('[data-testid="stMainMenu"]')).to_have_count(0)
        expect(page.get_by_text("Deploy")).to_have_count(0)


@pytest.mark.browser
def test_a_page_is_locked_until_the_password_is_said(browser: Browser, office: Office) -> None:
    with (
        serving(office.home, office.corpus, maintainer_password="thử mật khẩu") as address,
        visit(browser, address) as window,
        visit(browser, address) as colleague,
    ):
        unlock(window, "sai")
        window.says("Mật khẩu không đúng")
        expect(window.page.locator('input[type="file"]')).to_have_count(0)
        unlock(window, "thử mật khẩu")
        expect(window.page.locator('input[type="file"]')).to_have_count(1)
        window.page.get_by_role("link", name="Tình trạng kho").first.click()
        window.settle()
        window.follow("Văn bản đã bỏ")
        expect(window.page.locator('input[type="password"]')).to_have_count(0)
        colleague.open(PageName.HEALTH, muc="da-bo")
        expect(colleague.page.locator('input[type="password"]')).to_have_count(1)


def unlock(window: Visit, password: str) -> None:
    page = window.open(PageName.INTAKE)
    page.get_by_label("Mật khẩu người phụ trách").fill(password)
    page.get_by_role("button", name="Mở khóa").click()
    window.settle()
    page.wait_for_timeout(1_800)
    window.settle()
