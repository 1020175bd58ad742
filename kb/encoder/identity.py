"""What names a model whose vectors are kept: two models of one name must not share them."""

from __future__ import annotations

from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

from kb.errors import ModelFault

_DIGITS = 10
# Of a large file (weights) these places are read: all numbers change when a model is trained on, so few tell.
_SAMPLE = 1 << 16  # bytes
_SAMPLES = 8


def identity(model: str) -> str:
    """The name on the Hub ("intfloat/multilingual-e5-base"); of a folder its own name with a digest of its files.

    Wherever the folder lies, it is the same model; trained on in its place, it is another one. Raises ModelFault for a
    folder that cannot be read.
    """
    folder = Path(model)
    if not folder.is_dir():
        return model
    folder = folder.resolve()
    digest = sha256()
    try:
        for file in sorted(item for item in folder.rglob("*") if item.is_file()):
            name = file.relative_to(folder)
            if not any(part.startswith(".") for part in name.parts):  # notes of a download
                digest.update(f"{name.as_posix()}\0{file.stat().st_size}\0".encode())
                _add_samples(file, digest.update)
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise ModelFault(
            f"không đọc được mô hình ({reason})", where=model, remedy="kiểm tra quyền đọc thư mục"
        ) from error
    return f"{folder.name}-{digest.hexdigest()[:_DIGITS]}"


def _add_samples(file: Path, add: Callable[[bytes], None]) -> None:
    """The whole of a small file, else pieces of it at even distances."""
    size = file.stat().st_size
    step = max(_SAMPLE, size // _SAMPLES)
    with file.open("rb") as opened:
        for place in range(0, size, step):
            opened.seek(place)
            add(opened.read(_SAMPLE))
