"""The command line as argparse sees it. Nothing heavy is imported here, so that `kb --help` answers at once."""

from __future__ import annotations

import argparse
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import NoReturn

LEVELS = ("central", "province", "district", "commune")


class _Parser(argparse.ArgumentParser):
    """Wrong use exits with 2 and one line that says what to do."""

    def error(self, message: str) -> NoReturn:
        self.exit(2, f"{self.prog}: {message} — xem `{self.prog} --help`\n")


def build_parser() -> _Parser:
    parser = _Parser(
        prog="kb", description="Kho văn bản chỉ đạo: tìm theo nghĩa, trả lời có trích dẫn, truy nguồn nhiệm vụ."
    )
    commands = parser.add_subparsers(dest="command", required=True, metavar="LỆNH", parser_class=_Parser)
    _intake(commands)
    _questions(commands)
    _derivations(commands)
    _upkeep(commands)
    return parser


def _intake(commands: argparse._SubParsersAction[_Parser]) -> None:
    add = commands.add_parser("add", help="đọc tệp hoặc thư mục vào kho")
    add.add_argument("paths", nargs="+", type=Path, metavar="ĐƯỜNG_DẪN")
    add.add_argument("--json", action="store_true", help="mỗi tệp một đối tượng JSON")
    sync = commands.add_parser("sync", help="làm cho kho đúng bằng thư mục corpus/")
    sync.add_argument("--json", action="store_true")
    reread = commands.add_parser("reread", help="đọc lại văn bản đang giữ bằng phiên bản hiện tại của chương trình")
    reread.add_argument("names", nargs="*", metavar="VĂN_BẢN", help="không nêu: mọi văn bản đọc bằng phiên bản cũ")
    reread.add_argument("--json", action="store_true")
    parse = commands.add_parser("parse", help="đọc một tệp, không lưu")
    parse.add_argument("file", type=Path, metavar="TỆP")
    parse.add_argument("--json", action="store_true")


def _questions(commands: argparse._SubParsersAction[_Parser]) -> None:
    search = commands.add_parser("search", help="tìm theo nghĩa, theo từ, theo số ký hiệu")
    search.add_argument("query", nargs="?", metavar="CÂU_HỎI")
    search.add_argument("--limit", type=_positive, default=10, metavar="N")
    ask = commands.add_parser("ask", help="trả lời, câu nào cũng có trích dẫn")
    ask.add_argument("query", nargs="?", metavar="CÂU_HỎI")
    for command in (search, ask):
        _filters(command)
        command.add_argument("--json", action="store_true")
        command.add_argument("--stdin", action="store_true", help="mỗi dòng một câu hỏi, mỗi dòng một kết quả JSON")
    tasks = commands.add_parser("tasks", help="sổ nhiệm vụ")
    tasks.add_argument("--unit", metavar="ĐƠN_VỊ", help="nhiệm vụ mà đơn vị chủ trì hoặc phối hợp, dưới mọi tên gọi")
    tasks.add_argument("--document", metavar="VĂN_BẢN")
    tasks.add_argument("--due-before", type=_day, metavar="NGÀY")
    tasks.add_argument("--overdue", type=_day, metavar="NGÀY", help="quá hạn tính đến ngày này")
    tasks.add_argument("--json", action="store_true")
    for kind in ("csv", "xlsx", "ics"):
        tasks.add_argument(f"--{kind}", type=Path, metavar="TỆP")


def _filters(command: argparse.ArgumentParser) -> None:
    command.add_argument("--kind", action="append", default=[], metavar="LOẠI", help="Quyết định, Chỉ thị …")
    command.add_argument("--level", action="append", default=[], choices=LEVELS, metavar="CẤP")
    command.add_argument("--locality", action="append", default=[], metavar="ĐỊA_PHƯƠNG")
    command.add_argument("--issuer", action="append", default=[], metavar="CƠ_QUAN")
    command.add_argument("--from", dest="issued_from", type=_day, metavar="NGÀY", help="ban hành từ ngày")
    command.add_argument("--to", dest="issued_to", type=_day, metavar="NGÀY", help="ban hành đến ngày")
    command.add_argument("--in-force", action="store_true", help="chỉ văn bản chưa bị thay thế hoặc bãi bỏ")


def _derivations(commands: argparse._SubParsersAction[_Parser]) -> None:
    trace = commands.add_parser("trace", help="truy nguồn: nhiệm vụ này từ đâu ra, văn bản này ai thực hiện")
    trace.add_argument("reference", metavar="MÃ[#mục]", help="mã, số ký hiệu hoặc tệp; thêm #1.1 cho một mục")
    trace.add_argument("--up", action="store_true", help="chỉ phía trên")
    trace.add_argument("--down", action="store_true", help="chỉ phía dưới")
    trace.add_argument("--svg", type=Path, metavar="TỆP", help="vẽ ra tệp SVG")
    trace.add_argument("--json", action="store_true")
    missing = commands.add_parser("missing", help="văn bản được viện dẫn mà kho chưa có")
    missing.add_argument("--json", action="store_true")
    for name, text in (
        ("coverage", "nhiệm vụ cấp trên chưa có nhiệm vụ địa phương, và ngược lại"),
        ("drift", "cùng chỉ tiêu mà khác trị số hoặc năm"),
        ("impact", "những gì dựa trên văn bản đã bị thay thế, sửa đổi, bãi bỏ"),
    ):
        command = commands.add_parser(name, help=text)
        command.add_argument("reference", metavar="VĂN_BẢN")
        command.add_argument("--json", action="store_true")
        if name == "coverage":
            command.add_argument("--locality", metavar="ĐỊA_PHƯƠNG", help="chỉ văn bản của địa phương này")
    decide = commands.add_parser("decide", help="công nhận, bác bỏ hoặc thêm một nguồn gốc")
    decide.add_argument("verdict", choices=("accepted", "rejected", "added"))
    decide.add_argument("lower", metavar="DƯỚI", help="MÃ[#mục] của nhiệm vụ hoặc văn bản thực hiện")
    decide.add_argument("upper", metavar="TRÊN", help="MÃ[#mục] của văn bản được thực hiện")
    decide.add_argument("--relation", default="implements", metavar="QUAN_HỆ")
    decide.add_argument("--by", required=True, metavar="TÊN")
    decide.add_argument("--reason", required=True, metavar="LÝ_DO")
    dossier = commands.add_parser("dossier", help="hồ sơ .docx của một nhiệm vụ với nguồn gốc và trích dẫn")
    dossier.add_argument("reference", metavar="MÃ#mục")
    dossier.add_argument("file", type=Path, metavar="TỆP.docx")


def _upkeep(commands: argparse._SubParsersAction[_Parser]) -> None:
    show = commands.add_parser("show", help="một văn bản; không nêu tên thì liệt kê tất cả")
    show.add_argument("name", nargs="?", metavar="VĂN_BẢN")
    show.add_argument("--json", action="store_true")
    remove = commands.add_parser("remove", help="bỏ một văn bản khỏi kho")
    remove.add_argument("name", metavar="VĂN_BẢN")
    doctor = commands.add_parser("doctor", help="tình trạng từng bộ phận và cách khắc phục")
    doctor.add_argument("--json", action="store_true")
    evaluate = commands.add_parser("eval", help="đo chất lượng tìm kiếm trên một thư mục dạng BEIR")
    evaluate.add_argument("folder", type=Path, metavar="THƯ_MỤC")
    evaluate.add_argument("--json", action="store_true")
    serve = commands.add_parser("serve", help="mở ứng dụng")
    serve.add_argument("--port", type=_positive, default=8501)
    serve.add_argument("--address", default="localhost", help="0.0.0.0 để các máy khác trong mạng nội bộ truy cập")


def _day(text: str) -> date:
    """A day as 2026-01-31 or 31/01/2026."""
    try:
        if "/" in text:
            day, month, year = (int(part) for part in text.split("/"))
            return date(year, month, day)
        return date.fromisoformat(text)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{text!r} không phải ngày (31/01/2026 hoặc 2026-01-31)") from error


def _positive(text: str) -> int:
    if not text.isdecimal() or int(text) < 1:
        raise argparse.ArgumentTypeError(f"{text!r} không phải số nguyên dương")
    return int(text)


def parse_arguments(arguments: Sequence[str] | None = None) -> argparse.Namespace:
    return build_parser().parse_args(arguments)
