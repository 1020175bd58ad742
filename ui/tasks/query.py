"""Which tasks a page shows, as its address says it. Pure values, no Streamlit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from kb.tasks import Role, TaskFilter
from ui.address import PageName, href, read_day, read_number


@dataclass(frozen=True, slots=True)
class TaskQuery:
    """`view` is "" (table) or "lich" (calendar); `month` is its first day; `page` counts from 1."""

    unit: str | None = None
    role: Role | None = None
    document_id: str | None = None
    due_before: date | None = None
    is_overdue_only: bool = False
    view: str = ""
    month: date | None = None
    page: int = 1
    is_coming_only: bool = False

    def wanted(self, today: date) -> TaskFilter:
        return TaskFilter(
            unit=self.unit,
            role=self.role,
            due_before=self.due_before,
            overdue_on=today if self.is_overdue_only else None,
            document_ids=frozenset((self.document_id,)) if self.document_id else None,
        )

    @property
    def address(self) -> str:
        return href(
            PageName.TASKS,
            dv=self.unit,
            vai=self.role.name.lower() if self.role else None,
            vb=self.document_id,
            truoc=self.due_before,
            qua="1" if self.is_overdue_only else None,
            sap="1" if self.is_coming_only else None,
            xem=self.view,
            thang=self.month.strftime("%Y-%m") if self.month else None,
            trang=self.page if self.page > 1 else None,
        )

    def turned_to(self, month: date) -> TaskQuery:
        return replace(self, month=month, view="lich")


def read_task_query(parameters: Mapping[str, Sequence[str]]) -> TaskQuery:
    """The state of an address; what cannot be read is left out."""

    def first(name: str) -> str | None:
        return next((value.strip() for value in parameters.get(name, ()) if value.strip()), None)

    role = (first("vai") or "").upper()
    return TaskQuery(
        unit=first("dv"),
        role=Role[role] if role in Role.__members__ else None,
        document_id=first("vb"),
        due_before=read_day(first("truoc")),
        is_overdue_only=first("qua") == "1",
        is_coming_only=first("sap") == "1" and first("qua") != "1",
        view="lich" if first("xem") == "lich" else "",
        month=read_day(f"{first('thang')}-01") if first("thang") else None,
        page=max(1, read_number(first("trang")) or 1),
    )
