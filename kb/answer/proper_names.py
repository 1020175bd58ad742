"""Names of places, persons and projects in a question, which the evidence must bear: "sân bay Vân Đồn"."""

from __future__ import annotations

import re
from itertools import takewhile

from kb.answer.named import named_places
from kb.text import normalise_tones

# Words of the shortest name that is looked for; the first word of a question has its capital for another reason.
LEAST_WORDS = 2
# Of a question whose words are mostly in capitals nothing is told by capitals.
MOST_CAPITALS = 0.6
# Words that begin with a capital by the rules of writing and name no place or person by themselves.
_BEGINNINGS = frozenset(
    normalise_tones(
        "bộ sở ban cục vụ viện tỉnh thành đảng phó thủ chủ chính quốc ủy uỷ hội tổng đài luật nghị quyết chỉ kế hoạch"
        " thông tư công điện nhà nước việt nam trung ương theo ở tại trong khi ai có những các mỗi để đến từ quân văn"
        " phòng mặt trận toà tòa kiểm ngân đoàn liên giám bí trưởng thứ nhân dân cộng sản hướng quy quyền định"
    ).split()
)
_WORD = re.compile(r"[^\W\d_]+|[^\w\s]+|\d\S*")


def proper_names(question: str) -> tuple[str, ...]:
    """Runs of two or more words that each begin with a capital ("Vân Đồn"), provinces left out; lower case, tones
    normalised. Bodies are not among them: of "Sở Tài chính" only the first word of the name has a capital."""
    tokens = _WORD.findall(normalise_tones(question))
    letters = [token for token in tokens if token[0].isalpha()]
    if not letters or sum(token[0].isupper() for token in letters) > MOST_CAPITALS * len(letters):
        return ()
    found: list[str] = []
    at = 0
    while at < len(tokens):
        run = list(takewhile(_begins_with_capital, tokens[at:]))
        begins_question = at == 0 and len(run) > LEAST_WORDS
        at += len(run) + 1
        name = " ".join(_without_beginnings(run[1:] if begins_question else run)).lower()
        if len(name.split()) >= LEAST_WORDS and not named_places(" ".join(run)):
            found.append(name)
    return tuple(dict.fromkeys(found))


def _begins_with_capital(token: str) -> bool:
    return token[0].isupper() and not token.isupper()


def _without_beginnings(run: list[str]) -> list[str]:
    while run and run[0].lower() in _BEGINNINGS:
        run = run[1:]
    return run
