"""Deadlines as Vietnamese offices print them, read against the day of the document.

`read_deadline` reads a text that is a deadline (a table cell, what stands after "Thời gian hoàn thành:");
`find_deadlines` looks for deadlines inside a sentence, where a date may as well be something else.
The day of a deadline is the last day allowed: "trước ngày 15/11" allows the 14th, "quý IV/2025" the 31 December.
"""

from kb.deadline.prose import find_deadlines, governing_deadline
from kb.deadline.reading import Deadline, read_deadline

__all__ = ["Deadline", "find_deadlines", "governing_deadline", "read_deadline"]
