"""The page of tasks: my unit, deadlines as a table and as a calendar, overdue, exports."""
