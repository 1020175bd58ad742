"""Settings from the environment (`KB_…`); an unknown one is an error, not ignored."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

from kb.errors import WrongSetting

PREFIX = "KB_"


@dataclass(frozen=True, slots=True)
class Settings:
    """Every setting with its default; the variable of `home` is KB_HOME, and so on."""

    home: Path = Path(".kb")
    corpus: Path = Path("corpus")
    database_url: str = ""
    qdrant_url: str = ""
    qdrant_api_key: str = ""
    encoder: str = ""
    reranker: str = ""
    llm_url: str = ""
    llm_model: str = ""
    llm_api_key: str = ""
    llm_timeout: float = 30.0
    max_file_mb: float = 50.0
    ocr_language: str = "vie"
    threads: int = 0
    user: str = ""
    maintainer_password: str = ""

    @property
    def catalogue_url(self) -> str:
        return self.database_url or f"sqlite:///{self.home / 'catalogue.sqlite'}"

    @classmethod
    def from_environment(cls, environ: Mapping[str, str] | None = None) -> Settings:
        """Reads `KB_…`. Raises WrongSetting for a name that does not exist or a value of the wrong form."""
        environ = os.environ if environ is None else environ
        known = {PREFIX + item.name.upper(): item for item in fields(cls)}
        given = {name: value for name, value in environ.items() if name.startswith(PREFIX)}
        unknown = sorted(set(given) - set(known))
        if unknown:
            raise WrongSetting(
                f"thiết lập không tồn tại: {', '.join(unknown)}",
                remedy=f"các thiết lập có thể dùng: {', '.join(sorted(known))}",
            )
        return cls(**{known[name].name: _value(name, value, known[name].default) for name, value in given.items()})


def _value(name: str, text: str, default: Any) -> Any:  # noqa: ANN401 - a dataclass default may be of any type
    if isinstance(default, Path):
        return Path(text)
    if isinstance(default, (int, float)):
        try:
            return type(default)(text)
        except ValueError as error:
            raise WrongSetting(f"{name} phải là một số, không phải {text!r}", remedy="sửa hoặc xóa biến này") from error
    return text
