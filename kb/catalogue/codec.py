"""Values to JSON text and back, exactly; and vectors to bytes."""

from __future__ import annotations

from collections.abc import Hashable
from functools import cache
from typing import Any, TypeVar, cast

import numpy as np
from numpy.typing import NDArray
from pydantic import TypeAdapter

T = TypeVar("T")
Vector = NDArray[np.float32]


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:  # noqa: ANN401 - a type expression such as tuple[Provision, ...] has no common type
    return TypeAdapter(kind)


def encode(value: object, kind: Hashable) -> str:
    return _adapter(kind).dump_json(value).decode()


def decode(text: str, kind: type[T]) -> T:
    """The value that `encode` wrote. Raises pydantic.ValidationError for text of another shape."""
    return cast("T", _adapter(cast("Hashable", kind)).validate_json(text))


def vector_to_bytes(vector: Vector) -> bytes:
    return vector.astype(np.float16).tobytes()


def vector_from_bytes(data: bytes) -> Vector:
    return np.frombuffer(data, dtype=np.float16).astype(np.float32)
