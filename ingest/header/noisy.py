"""Appendices whose heading stands behind the noise of a scanner."""

from __future__ import annotations

import re
from collections.abc import Sequence

from ingest.header.paragraphs import Line
from ingest.noise import noisy_appendix_label

# "(Kèm theo Quyết định số …", its first letters perhaps damaged.
_ATTACHED = re.compile(r"^\W{0,3}(?:[Bb]an hành\s+)?[Kk][èeéê]m theo\s+\S")
# Between such a heading and its "(Kèm theo …)" stand a title of a few lines and more specks.
_ATTACHED_WITHIN = 8


def noisy_appendix(lines: Sequence[Line], index: int) -> str | None:
    """The label of the appendix that begins at a line with noise before its name; None where no "(Kèm theo …)"
    confirms it."""
    line = lines[index]
    label = None if line.in_table else noisy_appendix_label(line.text)
    following = lines[index + 1 : index + 1 + _ATTACHED_WITHIN]
    return label if label and any(_ATTACHED.match(near.text) for near in following) else None
