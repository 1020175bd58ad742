"""The import rules of the house: data flows one way, and heavy packages stand behind one door."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent

STEPS = ("readers", "layout", "header", "structure", "references", "tasks", "passages")

# Package → the parts of the house that may import it.
DOORS = {
    "sqlalchemy": ("kb/catalogue/",),
    "qdrant_edge": ("kb/index/",),
    "qdrant_client": ("kb/index/",),
    "onnxruntime": ("kb/encoder/",),
    "onnx": ("kb/encoder/",),
    "tokenizers": ("kb/encoder/",),
    "sentence_transformers": ("kb/encoder/",),
    "torch": ("kb/encoder/",),
    "streamlit": ("app.py", "ui/"),
    "pypdf": ("ingest/readers/",),
    "docx": ("ingest/readers/", "kb/exports/"),
}


def modules() -> list[str]:
    """Source files of the product, as paths from the root."""
    files = [ROOT / "app.py", *(file for part in ("kb", "ingest", "ui") for file in (ROOT / part).rglob("*.py"))]
    return sorted(file.relative_to(ROOT).as_posix() for file in files)


def imports_of(module: str) -> Iterator[str]:
    """Dotted names that a file imports, those inside functions too."""
    tree = ast.parse((ROOT / module).read_text(encoding="utf-8"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module


def step_of(module: str) -> str | None:
    """The reading step that a file belongs to: "ingest/layout/joining.py" → "layout"."""
    parts = module.removesuffix(".py").split("/")
    return parts[1] if parts[0] == "ingest" and len(parts) > 1 and parts[1] in STEPS else None


@pytest.mark.parametrize("module", modules())
def test_kb_never_imports_ingest_or_the_app(module: str) -> None:
    if module.startswith("kb/"):
        assert not [name for name in imports_of(module) if name.split(".")[0] in ("ingest", "ui", "app")]


@pytest.mark.parametrize("module", modules())
def test_steps_of_reading_never_import_each_other(module: str) -> None:
    step = step_of(module)
    if step is None:
        return
    others = {f"ingest.{other}" for other in STEPS if other != step} | {"ingest.pipeline"}
    assert not [name for name in imports_of(module) if ".".join(name.split(".")[:2]) in others]


@pytest.mark.parametrize("module", modules())
def test_the_words_import_only_the_standard_library_and_each_other(module: str) -> None:
    if module.startswith("kb/model/"):
        known = {"kb", "__future__", "dataclasses", "datetime", "enum", "collections", "bisect"}
        assert {name.split(".")[0] for name in imports_of(module)} <= known
        assert all(name.startswith("kb.model") for name in imports_of(module) if name.startswith("kb"))


@pytest.mark.parametrize("module", modules())
def test_heavy_packages_stand_behind_one_door(module: str) -> None:
    for name in imports_of(module):
        allowed = DOORS.get(name.split(".")[0])
        assert allowed is None or module.startswith(allowed), f"{module} imports {name}; only {allowed} may"


@pytest.mark.parametrize("module", modules())
def test_no_file_is_longer_than_300_lines(module: str) -> None:
    assert len((ROOT / module).read_text(encoding="utf-8").splitlines()) <= 300


def test_there_is_no_import_cycle() -> None:
    known = {module.removesuffix("/__init__.py").removesuffix(".py").replace("/", "."): module for module in modules()}
    graph = {name: set(imports_at_start(module, known)) for name, module in known.items()}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " → ".join((*trail, name))
        if name in done:
            return
        for target in graph[name]:
            if target != name:
                visit(target, (*trail, name))
        done.add(name)

    for name in graph:
        visit(name, ())


def imports_at_start(module: str, known: Mapping[str, str]) -> Iterator[str]:
    """Our modules that are imported when the file is loaded (not inside functions or for type checking alone)."""
    tree = ast.parse((ROOT / module).read_text(encoding="utf-8"))
    for node in tree.body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in known else node.module for name in names if {name, node.module} & set(known))
