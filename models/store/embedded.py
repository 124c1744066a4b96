"""The embedded office: one encrypted SQLite file, WAL, every commit on the disk before it is acknowledged."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.pool import QueuePool

BUSY_MS = 5_000
READERS = 4
PAGE_CACHE_KIB = 16_384


def module() -> Any:
    """The SQLCipher driver, loaded when an office is opened."""
    from sqlcipher3 import dbapi2

    return dbapi2


def connector(path: Path, key: str, *, reading: bool) -> Callable[[], Any]:
    """A function that opens a keyed connection. Foreign keys on, ``synchronous=FULL``; a reader cannot write."""

    def connect() -> Any:
        raw = module().connect(str(path), isolation_level=None, check_same_thread=False)
        try:
            _prepare(raw, key, reading=reading)
        except BaseException:
            raw.close()
            raise
        return raw

    return connect


def _prepare(raw: Any, key: str, *, reading: bool) -> None:
    raw.execute("PRAGMA cipher_log_level = NONE")
    raw.execute(f'PRAGMA key = "{key}"')
    raw.execute(f"PRAGMA busy_timeout = {BUSY_MS}")
    raw.execute("SELECT count(*) FROM sqlite_master").fetchone()
    raw.execute("PRAGMA journal_mode = WAL").fetchone()
    raw.execute("PRAGMA synchronous = FULL")
    raw.execute("PRAGMA foreign_keys = ON")
    raw.execute("PRAGMA trusted_schema = OFF")
    raw.execute("PRAGMA temp_store = MEMORY")
    raw.execute("PRAGMA secure_delete = ON")
    raw.execute(f"PRAGMA cache_size = -{PAGE_CACHE_KIB}")
    if reading:
        raw.execute("PRAGMA query_only = ON")


def engine(path: Path, key: str, *, reading: bool) -> Engine:
    """A pool of keyed connections: one that writes, or a few that read."""
    size, more = (READERS, READERS) if reading else (1, 0)
    made = create_engine(
        "sqlite://",
        module=module(),
        creator=connector(path, key, reading=reading),
        poolclass=QueuePool,
        pool_timeout=30,
        pool_size=size,
        max_overflow=more,
    )
    event.listen(made, "begin", _begin_reading if reading else _begin_writing)
    return made


def _begin_writing(connection: Connection) -> None:
    # Taken at once: a transaction that reads first and writes later could be refused halfway.
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_reading(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")
