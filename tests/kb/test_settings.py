"""Settings: every one from its variable; what does not exist is refused."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.errors import WrongSetting
from kb.settings import Settings


def test_defaults_need_no_environment() -> None:
    settings = Settings.from_environment({})
    assert settings.home == Path(".kb")
    assert settings.catalogue_url == "sqlite:///.kb/catalogue.sqlite"


def test_values_take_the_type_of_their_default() -> None:
    settings = Settings.from_environment(
        {"KB_HOME": "/data", "KB_THREADS": "2", "KB_LLM_TIMEOUT": "1.5", "PATH": "/bin"}
    )
    assert (settings.home, settings.threads, settings.llm_timeout) == (Path("/data"), 2, 1.5)


def test_a_database_url_wins_over_the_folder() -> None:
    assert Settings.from_environment({"KB_DATABASE_URL": "postgresql://kho"}).catalogue_url == "postgresql://kho"


def test_an_unknown_setting_is_an_error_that_lists_the_known_ones() -> None:
    with pytest.raises(WrongSetting, match=r"KB_HOEM.*KB_HOME"):
        Settings.from_environment({"KB_HOEM": "/data"})


def test_a_number_must_be_one() -> None:
    with pytest.raises(WrongSetting, match="KB_THREADS phải là một số"):
        Settings.from_environment({"KB_THREADS": "hai"})
