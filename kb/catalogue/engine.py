"""Opening the database: SQLite beside the data or PostgreSQL by URL, with faults turned into our errors."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import (
    Connection,
    Engine,
    Integer,
    Text,
    cast,
    create_engine,
    event,
    insert,
    inspect,
    make_url,
    select,
    update,
)
from sqlalchemy.exc import ArgumentError, DBAPIError, NoSuchModuleError, SQLAlchemyError

from kb.catalogue.schema import SCHEMA_VERSION, meta, metadata
from kb.errors import Busy, KbError, StorageFault, WrongSetting

# Milliseconds that a writer waits for another one before it gives up.
BUSY_TIMEOUT_MS = 10_000

# What makes a transaction wait for every other one that began so, by database; the number is of this product alone.
_ALONE = {"sqlite": "BEGIN IMMEDIATE", "postgresql": "SELECT pg_advisory_xact_lock(7236011)"}
_SCHEMA = select(meta.c.value).where(meta.c.key == "schema")
_BUSY_SIGNS = ("locked", "lock timeout", "could not obtain lock", "deadlock")
_FULL_SIGNS = ("disk is full", "disk full", "no space left", "disk i/o error")


def open_engine(url: str) -> Engine:
    """Opens the database and makes its tables. Raises WrongSetting for a bad URL, StorageFault for a bad database."""
    try:
        parsed = make_url(url)
        if parsed.get_backend_name() == "sqlite" and parsed.database:
            Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
        engine = create_engine(parsed)
    except (ArgumentError, NoSuchModuleError, ImportError) as error:
        raise WrongSetting(
            f"KB_DATABASE_URL không dùng được: {error}",
            remedy="dùng dạng postgresql+psycopg://tên@máy/cơ_sở (cài policy-kb[postgres]) hoặc bỏ biến này",
        ) from error
    except OSError as error:
        raise StorageFault(
            f"không tạo được thư mục dữ liệu: {error}", remedy="kiểm tra quyền ghi và chỗ trống của KB_HOME"
        ) from error
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
    with faults_named(url):
        _make_tables(engine)
    return engine


def _prepare_sqlite(connection: Any, _record: object) -> None:  # noqa: ANN401 - the driver's own connection
    cursor = connection.cursor()
    cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
    cursor.execute("PRAGMA journal_mode = WAL")
    cursor.execute("PRAGMA synchronous = FULL")
    cursor.execute("PRAGMA foreign_keys = ON")
    cursor.close()


def _make_tables(engine: Engine) -> None:
    """Makes what is missing; where nothing is, a writer at work is not waited for."""
    if not metadata.tables.keys() <= set(inspect(engine).get_table_names()):
        with engine.begin() as connection:
            # One process at a time looks what is missing and makes it.
            connection.exec_driver_sql(_ALONE[engine.dialect.name])
            metadata.create_all(connection)
            if connection.execute(_SCHEMA).scalar() is None:
                connection.execute(
                    insert(meta), [{"key": "schema", "value": str(SCHEMA_VERSION)}, {"key": "version", "value": "0"}]
                )
    with engine.connect() as connection:
        found = connection.execute(_SCHEMA).scalar()
    if found is None or int(found) != SCHEMA_VERSION:
        raise StorageFault(
            f"danh mục được tạo bởi phiên bản khác (lược đồ {found}, cần {SCHEMA_VERSION})",
            remedy="chuyển thư mục KB_HOME cũ sang chỗ khác rồi chạy `kb sync` để đọc lại kho",
        )


@contextmanager
def faults_named(url: str) -> Iterator[None]:
    """Turns the database's errors into Busy or StorageFault that say what to do."""
    try:
        yield
    except KbError:
        raise
    except DBAPIError as error:
        raise _named(error, url) from error
    except SQLAlchemyError as error:
        raise StorageFault(f"lỗi cơ sở dữ liệu: {error}", remedy="chạy `kb doctor`") from error


def _named(error: DBAPIError, url: str) -> KbError:
    text = str(error.orig).lower()
    where = make_url(url).render_as_string(hide_password=True)
    if any(sign in text for sign in _BUSY_SIGNS):
        return Busy("một tiến trình khác đang ghi vào kho", where=where, remedy="đợi tiến trình đó xong rồi chạy lại")
    if any(sign in text for sign in _FULL_SIGNS):
        return StorageFault(
            "ổ đĩa đầy, chưa ghi được gì của văn bản này", where=where, remedy="giải phóng chỗ trống rồi chạy lại"
        )
    return StorageFault(
        f"không đọc hoặc ghi được danh mục: {error.orig}",
        where=where,
        remedy="kiểm tra quyền ghi của KB_HOME, chạy `kb doctor`",
    )


def read_version(connection: Connection) -> int:
    return int(connection.execute(select(meta.c.value).where(meta.c.key == "version")).scalar_one())


def raise_version(connection: Connection) -> int:
    """Raises the catalogue's version by one within the caller's transaction and gives the new one."""
    # Counted by the database itself: of two writers on a server the second waits here and counts on.
    counted = cast(cast(meta.c.value, Integer) + 1, Text)
    connection.execute(update(meta).where(meta.c.key == "version").values(value=counted))
    return read_version(connection)
