"""The embedded office: one encrypted SQLite file, WAL, every commit on the disk before it is acknowledged."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, create_engine, event
from sqlalchemy.engine import Connection
from sqlalchemy.exc import TimeoutError as PoolTimeout
from sqlalchemy.pool import ConnectionPoolEntry, QueuePool

BUSY_MS = 5_000
PATIENCE, LOOK_EVERY = 30.0, 0.25
"""Seconds that a save waits for the one before it, and how often it looks whether the office was closed meanwhile."""
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


class Turns(QueuePool):
    """Whoever waits for a connection looks up now and then: once the office is closed, none comes back."""

    over = False

    def _do_get(self) -> ConnectionPoolEntry:
        patience = time.monotonic() + PATIENCE
        while True:
            try:
                return super()._do_get()
            except PoolTimeout:
                if self.over or time.monotonic() >= patience:
                    raise

    def _create_connection(self) -> ConnectionPoolEntry:
        if self.over:
            raise PoolTimeout("closed meanwhile")
        return super()._create_connection()

    def dispose(self) -> None:
        """Close what lies in the pool; who waits for the rest is told."""
        self.over = True
        super().dispose()


def engine(path: Path, key: str, *, reading: bool) -> Engine:
    """A pool of keyed connections: one that writes, or a few that read."""
    size, more = (READERS, READERS) if reading else (1, 0)
    made = create_engine(
        "sqlite://",
        module=module(),
        creator=connector(path, key, reading=reading),
        poolclass=Turns,
        pool_timeout=LOOK_EVERY,
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
