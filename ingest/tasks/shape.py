"""What a unit is by its form: a heading of what follows, a task with its details, a line of facts."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ingest.tasks.assignments import ordered_people
from ingest.tasks.labels import read_labels
from ingest.tasks.subject import read_heading, read_subject
from ingest.tasks.units import Unit
from ingest.tasks.words import NO_TASKS

# A predicate of at most so many characters before ":" says nothing itself ("có trách nhiệm:").
SHORT_PREDICATE = 40
# A unit of at most so many characters without a closing mark is the heading of what follows it.
_LONGEST_HEADING = 400
# A section that assigns nothing is recognised by what its heading begins with, up to a colon in so many characters.
_HEADING_BEFORE_COLON = 80
_SENTENCE_CLOSED = re.compile(r"[.;:…/]\s*$")
_GENERIC_END = re.compile(
    r"(?:nhiệm\s+vụ|nội\s+dung|công\s+việc|việc|yêu\s+cầu|giải\s+pháp|trách\s+nhiệm|như\s+sau|sau\s+đây|sau|phải|cần|là|"
    r"đồng\s+chí|liên\s+quan)\s*:$",
    re.IGNORECASE,
)
# "Đội kiểm tra có nhiệm vụ sau.": the sentence only says that there is work.
_ANNOUNCES = re.compile(r"(?<!\w)(?:sau|sau\s+đây)\s*[.:]$")


def announces(words: str) -> bool:
    """Whether a sentence only says that work follows."""
    return bool(_ANNOUNCES.search(words.rstrip()))


def is_topic(unit: Unit, words: str) -> bool:
    """Whether the words of a unit are only the heading of what follows."""
    if unit.provision.heading is not None and len(words) <= _LONGEST_HEADING:
        return True
    return not words.strip() or (not _SENTENCE_CLOSED.search(words) and len(words) <= _LONGEST_HEADING)


def holds_no_tasks(text: str, unit: Unit) -> bool:
    """Whether a section says why or with what, and assigns nothing ("Mục đích, yêu cầu", "Kinh phí thực hiện"). An
    order to somebody in it ("Chính phủ yêu cầu các bộ …:") opens it again."""
    if unit.is_paragraph or unit.is_bullet:
        return False
    heading = (unit.provision.heading or unit.words(text)).strip()
    is_heading = unit.provision.heading is not None or is_topic(unit, heading)
    names_body = read_heading(heading) is not None
    if any(ordered_people(paragraph.words(text)) for paragraph in unit.paragraphs):
        return False
    return bool(NO_TASKS.match(heading)) and not names_body and (is_heading or ":" in heading[:_HEADING_BEFORE_COLON])


def are_labels(text: str, units: Iterable[Unit]) -> bool:
    return all(read_labels(text, unit.start, unit.end) for unit in units if not unit.is_row)


def are_details(text: str, unit: Unit, has_lead: bool) -> bool:
    """Whether the bullets of a unit only go into the detail of one task ("trong đó tập trung: + …")."""
    words, parts = unit.words(text).rstrip(), unit.parts
    if any(not part.is_bullet for part in parts) or read_heading(words) or is_topic(unit, words):
        return False
    own = read_subject(words)
    if 2 * sum(_names_somebody(text, part) for part in parts) >= len(parts):
        return False
    if words.endswith(":"):
        says_little = own is not None and len(words) - own.predicate <= SHORT_PREDICATE
        return not (says_little or _GENERIC_END.search(words))
    return has_lead or own is not None


def text_end(text: str, unit: Unit) -> int:
    """The end of a unit with the paragraphs that go on with it, before the first labelled line."""
    end = unit.end
    for child in unit.children:
        if child.is_row or read_labels(text, child.start, child.end):
            break
        end = child.end
    return end


def last_end(unit: Unit) -> int:
    """The end of a unit with all that lies below it, tables apart."""
    last = unit
    while last.children and not last.children[-1].is_row:
        last = last.children[-1]
    return last.end


def _names_somebody(text: str, part: Unit) -> bool:
    words = part.words(text)
    return read_subject(words) is not None or read_heading(words) is not None
