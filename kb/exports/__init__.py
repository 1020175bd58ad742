"""The register of tasks as files: a workbook, a table of text, a calendar, and the dossier of one task."""

from kb.exports.calendar import write_calendar
from kb.exports.dossier import write_dossier
from kb.exports.rows import COLUMNS, recurrence_in_words
from kb.exports.table import write_csv
from kb.exports.workbook import write_workbook

__all__ = ["COLUMNS", "recurrence_in_words", "write_calendar", "write_csv", "write_dossier", "write_workbook"]
