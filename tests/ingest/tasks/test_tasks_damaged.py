"""Damaged documents: tasks are found or not, but nothing breaks and every span is of the text."""

from __future__ import annotations

import random
from collections.abc import Callable

from kb.model import Task

ReadTasks = Callable[..., tuple[Task, ...]]

BODY = """
I. MỤC ĐÍCH

1. Các sở, ban, ngành hiểu rõ ý nghĩa.

II. NHIỆM VỤ

1. Sở Xây dựng

- Chủ trì, phối hợp với Công an tỉnh (Phòng Cảnh sát giao thông) cắm biển trước ngày 30/6/2026.

Thời gian hoàn thành: Quý II - III/2026.

+ Đơn vị chủ trì: Sở Tài chính; đơn vị phối hợp: Sở Y tế.

2. Giao Ủy ban nhân dân các xã, phường: Bình Mơ, Suối Mơ định kỳ hằng quý báo cáo; yêu cầu các sở, ban, ngành:

a) Trong vòng 30 ngày kể từ ngày ký, hoàn thành việc rà soát.

b) Bộ Tài chính, các bộ, ngành, nhất là BQL cần đẩy nhanh tiến độ.
"""
NOISE = [
    *"()[]:;.,|-+*0123456789 \n…“”/",
    "Giao ",
    "Sở ",
    "các ",
    "phối hợp với ",
    "trước ngày ",
    "hằng ",
    " và ",
    "…………",
]


def damaged(text: str, chance: random.Random) -> str:
    characters = list(text)
    for _ in range(chance.randint(1, 60)):
        place = chance.randrange(len(characters))
        characters[place] = chance.choice(NOISE) if chance.random() < 0.7 else ""
    lines = "".join(characters).split("\n")
    if chance.random() < 0.3:
        chance.shuffle(lines)
    return "\n".join(lines)


def test_no_damage_breaks_the_reading(tasks_of: ReadTasks) -> None:
    chance = random.Random(21)
    for _ in range(60):
        for task in tasks_of(damaged(BODY, chance)):
            assert task.text.strip()
            assert all(body.strip() for body in (*task.lead, *task.cooperate))


def test_very_long_lists_and_deep_brackets_end_soon(tasks_of: ReadTasks) -> None:
    many = ", ".join(f"Sở Số {number} và Việc {number}" for number in range(400))
    deep = "(" * 300 + "Sở Tài chính" + ")" * 300
    tasks = tasks_of(f"I. NHIỆM VỤ\n\n1. Giao {many} thực hiện.\n\n2. {deep} có trách nhiệm.\n\n3. Sở Y tế khám bệnh.")
    assert tasks[-1].lead == ("Sở Y tế",)
