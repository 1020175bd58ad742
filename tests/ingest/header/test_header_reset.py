"""The same document set anew, wrapped at another width, with or without gaps, over pages: read the same."""

from __future__ import annotations

import textwrap
from pathlib import Path

import pytest
from laid import document_at, read_frame_of

from ingest.layout import lay_out
from ingest.model import LaidText, SourceLine, SourceText
from kb.model import Field
from kb.text import squeeze

DOCUMENTS = Path(__file__).parent / "documents"
LINES_OF_A_PAGE = 40
SETTINGS = {
    "a paragraph a line": (0, False, False),
    "with gaps": (0, True, False),
    "wrapped": (76, False, False),
    "wrapped, with gaps": (76, True, False),
    "wrapped, over pages": (90, False, True),
}


def set_anew(text: LaidText, width: int, gaps: bool, pages: bool) -> LaidText:
    lines: list[SourceLine] = []
    for paragraph in text.text.split("\n"):
        wrapped = textwrap.wrap(paragraph, width, break_on_hyphens=False) if width else [paragraph]
        for place, line in enumerate(wrapped):
            page = len(lines) // LINES_OF_A_PAGE + 1 if pages else None
            lines.append(SourceLine(line, page=page, blank_before=gaps and place == 0))
    return lay_out(SourceText("txt", tuple(lines)))


def reading_of(text: LaidText) -> tuple[dict[Field, str], list[str]]:
    header, provisions = read_frame_of(text)
    facts = {name: squeeze(fact.value) for name, fact in header.facts.items()}
    return facts, [provision.path for provision in provisions if provision.numbered]


@pytest.mark.parametrize("setting", SETTINGS)
@pytest.mark.parametrize("path", sorted(DOCUMENTS.glob("*.txt")), ids=lambda path: path.stem)
def test_the_setting_of_lines_does_not_change_the_reading(path: Path, setting: str) -> None:
    text = document_at(path)
    assert reading_of(set_anew(text, *SETTINGS[setting])) == reading_of(text)
