"""The import rules of the house: data flows one way, and heavy packages stand behind one door."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path

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

# The words may import these and each other.
FOR_THE_WORDS = {"__future__", "bisect", "collections", "dataclasses", "datetime", "enum"}

LONGEST_FILE = 300
LONGEST_FUNCTION = 50


def modules() -> list[str]:
    """Source files of the product, as paths from the root."""
    files = [ROOT / "app.py", *(file for part in ("kb", "ingest", "ui") for file in (ROOT / part).rglob("*.py"))]
    return sorted(file.relative_to(ROOT).as_posix() for file in files)


@cache
def tree_of(module: str) -> ast.Module:
    return ast.parse((ROOT / module).read_text(encoding="utf-8"))


def imports_of(module: str) -> Iterator[str]:
    """Dotted names that a file imports, those inside functions too."""
    for node in ast.walk(tree_of(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module


def package_of(name: str) -> str:
    return name.split(".")[0]


def step_of(module: str) -> str | None:
    """The reading step that a file belongs to: "ingest/layout/joining.py" → "layout"."""
    parts = module.removesuffix(".py").split("/")
    return parts[1] if parts[0] == "ingest" and len(parts) > 1 and parts[1] in STEPS else None


def test_kb_never_imports_ingest_or_the_app() -> None:
    core = [module for module in modules() if module.startswith("kb/")]
    assert core
    assert not [(m, name) for m in core for name in imports_of(m) if package_of(name) in ("ingest", "ui", "app")]


def test_steps_of_reading_never_import_each_other() -> None:
    wrong = []
    for module in modules():
        step = step_of(module)
        others = {f"ingest.{other}" for other in STEPS if other != step} | {"ingest.pipeline"}
        if step:
            wrong += [(module, name) for name in imports_of(module) if ".".join(name.split(".")[:2]) in others]
    assert not wrong


def test_the_words_import_only_the_standard_library_and_each_other() -> None:
    words = [module for module in modules() if module.startswith("kb/model/")]
    assert words
    assert not [
        (module, name)
        for module in words
        for name in imports_of(module)
        if package_of(name) not in FOR_THE_WORDS and not name.startswith("kb.model")
    ]


def test_heavy_packages_stand_behind_one_door() -> None:
    wrong = [
        f"{module} imports {name}"
        for module in modules()
        for name in imports_of(module)
        if package_of(name) in DOORS and not module.startswith(DOORS[package_of(name)])
    ]
    assert not wrong


def test_no_file_and_no_function_is_too_long() -> None:
    wrong = []
    for module in modules():
        lines = len((ROOT / module).read_text(encoding="utf-8").splitlines())
        if lines > LONGEST_FILE:
            wrong.append(f"{module}: {lines} lines")
        functions = [node for node in ast.walk(tree_of(module)) if isinstance(node, ast.FunctionDef)]
        long = [node for node in functions if (node.end_lineno or 0) - node.lineno >= LONGEST_FUNCTION]
        wrong += [f"{module}:{node.lineno} {node.name}" for node in long]
    assert not wrong


def test_there_is_no_import_cycle() -> None:
    known = {module.removesuffix("/__init__.py").removesuffix(".py").replace("/", "."): module for module in modules()}
    graph = {name: set(imports_at_start(module, known)) for name, module in known.items()}
    done: set[str] = set()

    def visit(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " → ".join((*trail, name))
        if name not in done:
            for target in graph[name] - {name}:
                visit(target, (*trail, name))
            done.add(name)

    for name in graph:
        visit(name, ())


def imports_at_start(module: str, known: Mapping[str, str]) -> Iterator[str]:
    """Our modules that are imported when the file is loaded (not inside functions or for type checking alone)."""
    for node in tree_of(module).body:
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name in known)
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [f"{node.module}.{alias.name}" for alias in node.names]
            yield from (name if name in known else node.module for name in names if {name, node.module} & set(known))
