"""A province's directive under national decisions, as such documents are written; the places are on no map."""

from __future__ import annotations

from linked import Cite, Work, Written, entry

from kb.model import Level, RegistryRelation, Relation

PREAMBLE = (
    "Thực hiện Nghị quyết số 7-NQ/TW ngày 27/9/2030 của Bộ Chính trị về rừng ven biển; "
    "Quyết định số 49/QĐ-TTg ngày 03/6/2031 của Thủ tướng Chính phủ phê duyệt "
    "Chương trình trồng rừng quốc gia đến năm 2035; "
    "Quyết định số 42/QĐ-TTg ngày 15/6/2031 của Thủ tướng Chính phủ phê duyệt Chiến lược cảng cá; "
    "thời gian qua tỉnh đã làm nhiều việc."
)
TASK_PLAN = (
    "1.1. Tiếp tục triển khai thực hiện Kế hoạch số 71-KH/TU ngày 27/3/2031 của Ban Thường vụ Tỉnh ủy "
    "thực hiện Nghị quyết số 7-NQ/TW ngày 27/9/2030 của Bộ Chính trị."
)
TASK_NAMED = "1.2. Triển khai thực hiện có hiệu quả Chương trình trồng rừng quốc gia đến năm 2035 trên địa bàn tỉnh."
TASK_PLAIN = "1.3. Định kỳ hằng năm báo cáo kết quả thực hiện."
TEXT = "\n".join(("Chỉ thị về rừng ven biển", PREAMBLE, TASK_PLAN, TASK_NAMED, TASK_PLAIN))

DIRECTIVE = Written(
    "directive",
    TEXT,
    number="9-CT/TU",
    on="2032-05-18",
    kind="Chỉ thị",
    issuer="Ban Thường vụ Tỉnh ủy",
    level=Level.PROVINCE,
    locality="Sơn Hà",
    title="về rừng ven biển tỉnh Sơn Hà",
    cites=(
        Cite("Nghị quyết số 7-NQ/TW ngày 27/9/2030", "7-NQ/TW", "2030-09-27", Relation.IMPLEMENTS, kind="Nghị quyết"),
        Cite("Quyết định số 49/QĐ-TTg ngày 03/6/2031", "49/QĐ-TTg", "2031-06-03", Relation.IMPLEMENTS),
        Cite("Quyết định số 42/QĐ-TTg ngày 15/6/2031", "42/QĐ-TTg", "2031-06-15", Relation.IMPLEMENTS),
        Cite(
            "Kế hoạch số 71-KH/TU ngày 27/3/2031", "71-KH/TU", "2031-03-27", where="1/1.1",
            issuer="Ban Thường vụ Tỉnh ủy",
        ),
        Cite(
            "Nghị quyết số 7-NQ/TW ngày 27/9/2030", "7-NQ/TW", "2030-09-27", where="1/1.1",
            via="71-KH/TU", via_relation=Relation.IMPLEMENTS,
        ),
        Cite(
            "Chương trình trồng rừng quốc gia đến năm 2035", where="1/1.2",
            name="Chương trình trồng rừng quốc gia đến năm 2035",
        ),
    ),
    works=(Work("1/1.1", TASK_PLAN), Work("1/1.2", TASK_NAMED), Work("1/1.3", TASK_PLAIN)),
)  # fmt: skip

RESOLUTION = entry("7-NQ/TW", "2030-09-27", kind="Nghị quyết", issuer="Bộ Chính trị", title="về rừng ven biển")
PROGRAMME = entry(
    "49/QĐ-TTg",
    "2031-06-03",
    kind="Quyết định",
    title="phê duyệt Chương trình trồng rừng quốc gia đến năm 2035",
    relations=(RegistryRelation(Relation.BASED_ON, "7-NQ/TW"),),
    full_text_at="https://example.org/49",
)
STRATEGY = entry("42/QĐ-TTg", "2031-06-15", kind="Quyết định", title="phê duyệt Chiến lược cảng cá")
SUCCESSOR = entry(
    "88/QĐ-TTg",
    "2035-12-01",
    kind="Quyết định",
    title="phê duyệt Chiến lược cảng xanh",
    relations=(RegistryRelation(Relation.REPLACES, "42/QĐ-TTg"), RegistryRelation(Relation.BASED_ON, "11/NQ-CP")),
)
UPDATE = entry(
    "11/NQ-CP",
    "2035-04-01",
    kind="Nghị quyết",
    relations=(RegistryRelation(Relation.REPLACES, "3/NQ-CP", scope="chỉ Chương trình ban hành kèm theo"),),
)
BEFORE_UPDATE = entry("3/NQ-CP", "2034-01-09", kind="Nghị quyết", title="ban hành Chương trình hành động")
REGISTRY = (RESOLUTION, PROGRAMME, STRATEGY, SUCCESSOR, UPDATE, BEFORE_UPDATE)
