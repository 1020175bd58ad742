"""Two models never share a name, and one model keeps its name wherever it lies."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from kb.encoder import open_encoder
from kb.encoder.identity import identity
from kb.errors import ModelFault
from kb.settings import Settings


@pytest.fixture
def model(tmp_path: Path) -> Path:
    folder = tmp_path / "ours" / "luat-vi"
    (folder / "1_Pooling").mkdir(parents=True)
    (folder / "config.json").write_text('{"hidden_size": 16}', encoding="utf-8")
    (folder / "model.safetensors").write_bytes(bytes(range(256)) * 8_000)
    return folder


def test_the_packaged_encoder_keeps_its_name(encoder_folder: Path) -> None:
    assert open_encoder(Settings(home=encoder_folder.parent)).name == "multilingual-e5-small/int8"


@pytest.mark.parametrize("name", ["intfloat/multilingual-e5-base", "other/multilingual-e5-base"])
def test_a_name_on_the_hub_is_whole(name: str) -> None:
    assert identity(name) == name


def test_a_folder_of_the_same_name_with_another_model_is_another(model: Path, tmp_path: Path) -> None:
    other = tmp_path / "theirs" / model.name
    shutil.copytree(model, other)
    assert identity(str(other)) == identity(str(model))
    weights = bytearray((other / "model.safetensors").read_bytes())
    weights[1_024_003] ^= 1
    (other / "model.safetensors").write_bytes(weights)
    assert identity(str(other)) != identity(str(model))
    assert identity(str(other)).startswith("luat-vi-")


def test_another_configuration_is_another_model(model: Path) -> None:
    before = identity(str(model))
    (model / "1_Pooling" / "config.json").write_text("{}", encoding="utf-8")
    assert identity(str(model)) != before
    assert identity(f"{model}/") == identity(str(model / ".." / model.name))


def test_a_folder_that_cannot_be_read_is_named(model: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: Path, *_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with pytest.raises(ModelFault, match="luat-vi"):
        identity(str(model))
