"""What a new version changed, shown provision by provision with the words that went and came. Pure text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from difflib import SequenceMatcher

from kb.changes import OPENING, ChangeKind, ProvisionChange
from ui.markup import Html, badge, joined, tag
from ui.parts import notice
from ui.words import place

_KINDS = {
    ChangeKind.ADDED: ("thêm mới", "good"),
    ChangeKind.REMOVED: ("bỏ đi", "bad"),
    ChangeKind.CHANGED: ("sửa đổi", "warn"),
}
_PIECE = re.compile(r"\S+\s*")
# Pieces of a provision beyond which the two texts are shown whole: comparing longer ones takes seconds.
_LONGEST = 2_000


def changes_html(changes: Sequence[ProvisionChange]) -> Html:
    if not changes:
        return notice("Hai bản không khác nhau về câu chữ.", "good")
    counts = [f"{sum(item.kind is kind for item in changes)} {words}" for kind, (words, _) in _KINDS.items()]
    items = joined(tag("li", _change_html(item)) for item in changes)
    return joined([tag("p", f"Các điều khoản khác nhau: {', '.join(counts)}."), tag("ul", items, class_="kb-list")])


def _change_html(change: ProvisionChange) -> Html:
    words, tone = _KINDS[change.kind]
    where = "Phần đầu văn bản" if change.path == OPENING else place(change.path)
    return joined([tag("b", where), " ", badge(words, tone), tag("p", difference_html(change), class_="kb-diff")])


def difference_html(change: ProvisionChange) -> Html:
    """The words with those that went in <del> and those that came in <ins>."""
    before, after = _PIECE.findall(change.before or ""), _PIECE.findall(change.after or "")
    if len(before) + len(after) > _LONGEST:
        return joined([tag("del", change.before), " ", tag("ins", change.after)])
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    return joined(_piece(code, before[a:b], after[c:d]) for code, a, b, c, d in matcher.get_opcodes())


def _piece(code: str, before: Sequence[str], after: Sequence[str]) -> Html:
    if code == "equal":
        return joined(["".join(after)])
    gone = tag("del", "".join(before)) if before else None
    come = tag("ins", "".join(after)) if after else None
    return joined([gone, come])
