"""What another version of a document changed, provision by provision."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from kb.model import Provision
from kb.text import collapse, squeeze

# The path of what stands before the first numbered provision.
OPENING = ""


class ChangeKind(StrEnum):
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class ProvisionChange:
    """One numbered provision that differs; `before` and `after` are its own words, None where it does not exist."""

    path: str
    kind: ChangeKind
    before: str | None
    after: str | None


def changes_between(
    before: str, before_provisions: Sequence[Provision], after: str, after_provisions: Sequence[Provision]
) -> tuple[ProvisionChange, ...]:
    """The provisions that differ in more than spacing, punctuation and tone placement, in the order of the new text;
    those that were taken out follow at the end."""
    old, new = _words_by_path(before, before_provisions), _words_by_path(after, after_provisions)
    found = [_change(path, old.get(path), words) for path, words in new.items()]
    gone = [ProvisionChange(path, ChangeKind.REMOVED, words, None) for path, words in old.items() if path not in new]
    return (*(change for change in found if change), *gone)


def _change(path: str, before: str | None, after: str) -> ProvisionChange | None:
    if before is None:
        return ProvisionChange(path, ChangeKind.ADDED, None, after)
    if squeeze(before) == squeeze(after):
        return None
    return ProvisionChange(path, ChangeKind.CHANGED, before, after)


def _words_by_path(text: str, provisions: Sequence[Provision]) -> dict[str, str]:
    """The words from each numbered provision to the next one, white space made even."""
    numbered = [provision for provision in provisions if provision.numbered]
    starts = [0, *(provision.start for provision in numbered)]
    ends = [*starts[1:], len(text)]
    paths = [OPENING, *(provision.path for provision in numbered)]
    found: dict[str, str] = {}
    for path, start, end in zip(paths, starts, ends, strict=True):
        words = collapse(text[start:end])
        found[path] = f"{found[path]} {words}" if path in found else words
    return {path: words for path, words in found.items() if words}
