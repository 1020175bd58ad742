"""The health of every part, with the remedy where one is ill: what `kb doctor` prints."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Iterator
from importlib.util import find_spec

from kb.catalogue import Catalogue
from kb.errors import KbError
from kb.model import HealthCheck
from kb.settings import Settings

# Below this, adding documents may fail in the middle of a batch.
_LEAST_FREE_MB = 500

_TESSERACT = "apt-get install tesseract-ocr tesseract-ocr-vie"
_OFFICE = "apt-get install libreoffice-writer-nogui libreoffice-calc-nogui"


def check_health(settings: Settings, encoder_name: str | None, edition: str) -> Iterator[HealthCheck]:
    """One check a part. `encoder_name` is the name under which vectors are stored, None when it cannot be opened;
    `edition` is that of the present reading program."""
    yield _check_folder(settings)
    yield from _check_catalogue(settings, encoder_name, edition)
    yield _check_encoder(settings, encoder_name)
    yield _check_ocr(settings)
    yield _check_office()
    yield _check_models(settings)


def _check_folder(settings: Settings) -> HealthCheck:
    part = "Thư mục dữ liệu"
    home = settings.home
    try:
        home.mkdir(parents=True, exist_ok=True)
        probe = home / "doctor.part"
        probe.write_bytes(b"x")
        probe.unlink()
    except OSError as error:
        return HealthCheck(part, False, f"{home}: {error.strerror}", "cấp quyền ghi hoặc đặt KB_HOME sang thư mục khác")
    free = shutil.disk_usage(home).free // 1_000_000
    if free < _LEAST_FREE_MB:
        return HealthCheck(part, False, f"{home}: chỉ còn trống {free} MB", "giải phóng ổ đĩa")
    return HealthCheck(part, True, f"{home}: ghi được, còn trống {free} MB")


def _check_catalogue(settings: Settings, encoder_name: str | None, edition: str) -> Iterator[HealthCheck]:
    try:
        catalogue = Catalogue(settings.catalogue_url)
        fault = catalogue.integrity_fault()
        counts = catalogue.count()
        bare = catalogue.count_without_vector(encoder_name) if encoder_name else 0
        outdated = len(catalogue.read_by_others(edition))
        catalogue.close()
    except KbError as error:
        yield HealthCheck("Danh mục", False, str(error), error.remedy)
        return
    if fault:
        remedy = "chuyển tệp catalogue.sqlite sang chỗ khác rồi chạy `kb sync`; văn bản gốc còn trong originals/"
        yield HealthCheck("Danh mục", False, f"tệp bị hỏng: {fault}", remedy)
        return
    seen = (
        f"{counts['documents']} văn bản, {counts['passages']} đoạn, "
        f"{counts['references']} viện dẫn, {counts['tasks']} nhiệm vụ"
    )
    yield HealthCheck("Danh mục", True, seen)
    if outdated:
        said = f"{outdated} văn bản được đọc bằng phiên bản cũ của chương trình"
        yield HealthCheck("Bản đọc", False, said, "chạy `kb reread`; đính chính và ý kiến được giữ nguyên")
    else:
        yield HealthCheck("Bản đọc", True, f"{counts['documents']} văn bản đọc bằng phiên bản hiện tại")
    embedded = f"{counts['passages'] - bare}/{counts['passages']} đoạn đã mã hóa"
    yield HealthCheck("Véc-tơ", not bare, embedded, "chạy `kb sync` để mã hóa nốt" if bare else None)


def _check_encoder(settings: Settings, encoder_name: str | None) -> HealthCheck:
    if encoder_name:
        return HealthCheck("Bộ mã hóa", True, encoder_name)
    remedy = (
        "cài lại: pip install -e ." if not settings.encoder else "kiểm tra KB_ENCODER; cần pip install -e '.[models]'"
    )
    return HealthCheck("Bộ mã hóa", False, "không mở được", remedy)


def _check_ocr(settings: Settings) -> HealthCheck:
    part = "Nhận dạng bản chụp (Tesseract)"
    program = shutil.which("tesseract")
    if program is None:
        return HealthCheck(part, False, "chưa cài; bản chụp sẽ bị từ chối, không bị bỏ qua", _TESSERACT)
    listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False).stdout.split()
    missing = [language for language in settings.ocr_language.split("+") if language not in listed]
    if missing:
        return HealthCheck(part, False, f"thiếu ngôn ngữ {', '.join(missing)}", _TESSERACT)
    return HealthCheck(part, True, f"{program}, ngôn ngữ {settings.ocr_language}")


def _check_office() -> HealthCheck:
    part = "Tệp Word cũ (LibreOffice)"
    program = shutil.which("soffice") or shutil.which("libreoffice")
    if program is None:
        return HealthCheck(part, False, "chưa cài; tệp .doc và .rtf sẽ bị từ chối, không bị bỏ qua", _OFFICE)
    return HealthCheck(part, True, program)


def _check_models(settings: Settings) -> HealthCheck:
    part = "Mô hình tùy chọn"
    is_installed = find_spec("sentence_transformers") is not None
    is_needed = bool(settings.reranker or settings.encoder)
    if is_needed and not is_installed:
        return HealthCheck(part, False, "KB_ENCODER hoặc KB_RERANKER cần gói bổ sung", "pip install -e '.[models]'")
    return HealthCheck(part, True, "đã cài" if is_installed else "không dùng")
