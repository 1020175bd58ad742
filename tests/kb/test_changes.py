"""What another version changed, provision by provision."""

from __future__ import annotations

import pytest

from kb.changes import ChangeKind, changes_between
from kb.model import Provision, ProvisionKind

Units = list[tuple[str, str]]


def laid(units: Units) -> tuple[str, list[Provision]]:
    """A text of numbered units (path, words); a path of "" is what stands before them."""
    text, provisions = "", []
    for path, words in units:
        start, text = len(text), f"{text}{words}\n"
        kind = ProvisionKind.ARTICLE if path else ProvisionKind.PREAMBLE
        provisions.append(
            Provision(path or "preamble", kind, path or None, None, start, len(text), len(text), None, bool(path))
        )
    return text, provisions


OLD: Units = [("", "Căn cứ luật"), ("Điều 1", "Điều 1. Một."), ("Điều 2", "Điều 2. Hai."), ("Điều 3", "Điều 3. Ba.")]


@pytest.mark.parametrize(
    ("new", "expected"),
    [
        (OLD, []),
        ([(path, words.replace(". ", ".\n ")) for path, words in OLD], []),
        ([*OLD[:2], ("Điều 2", "Điều 2. Hai mới."), OLD[3]], [("Điều 2", ChangeKind.CHANGED)]),
        ([*OLD, ("Điều 4", "Điều 4. Bốn.")], [("Điều 4", ChangeKind.ADDED)]),
        (OLD[:3], [("Điều 3", ChangeKind.REMOVED)]),
        ([("", "Căn cứ luật khác"), *OLD[1:]], [("", ChangeKind.CHANGED)]),
        (
            [("Điều 2", "Điều 2. Hai."), ("Điều 9", "Chín")],
            [
                ("Điều 9", ChangeKind.ADDED),
                ("", ChangeKind.REMOVED),
                ("Điều 1", ChangeKind.REMOVED),
                ("Điều 3", ChangeKind.REMOVED),
            ],
        ),
    ],
)
def test_changes(new: Units, expected: list[tuple[str, ChangeKind]]) -> None:
    found = changes_between(*laid(OLD), *laid(new))
    assert [(change.path, change.kind) for change in found] == expected


def test_tone_placement_is_no_change() -> None:
    assert not changes_between(*laid([("Điều 1", "Ủy ban hòa giải")]), *laid([("Điều 1", "Uỷ ban hoà giải")]))


def test_both_texts_are_given() -> None:
    change = changes_between(*laid(OLD), *laid([*OLD[:3], ("Điều 3", "Điều 3. Ba mới.")]))[0]
    assert (change.before, change.after) == ("Điều 3. Ba.", "Điều 3. Ba mới.")
