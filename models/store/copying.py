"""Copies of an office file: made while it is in use, whole on the disk before they count, put in place in one step."""

import os
import shutil
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Engine

from models.store import embedded
from models.store.faults import fault_of, in_words

Progress = Callable[[int, int], None]
T = TypeVar("T")
SIDECARS = ("-wal", "-shm", "-journal")
_PAGES = 2_000
"""So many pages between two reports of progress (8 MB)."""


def copy(reader: Engine, key: str, target: Path, progress: Progress | None = None) -> Mapping[str, int]:
    """Copy the database of ``reader`` to ``target`` page by page, under the same key; the rows of each table, counted
    at the same moment.

    The reader's transaction stays open, so that every page is of one moment and saving goes on. Raises ``WorldFault``.
    """
    with in_words(target), reader.connect() as connection:
        names = connection.exec_driver_sql(_TABLES).scalars().all()
        counts = {name: _count(connection.exec_driver_sql, name) for name in names}
        raw = connection.connection.driver_connection
        in_words_raw(target, lambda: _pages(raw, key, target, progress))
        sync(target)
    return counts


def in_words_raw(where: object, do: Callable[[], T]) -> T:
    """What the driver itself raises, in words."""
    try:
        return do()
    except embedded.module().Error as error:
        fault = fault_of(error, where)
        if fault is None:
            raise
        raise fault from error


def copy_file(source: Path, target: Path) -> None:
    """Copy a closed office file as it is, whole on the disk at the end. Raises ``WorldFault``."""
    with in_words(target):
        shutil.copyfile(source, target)
        sync(target)


def sync(path: Path) -> None:
    """Have the disk keep a file before anything relies on it."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())


def sync_folder(folder: Path) -> None:
    """Have the disk keep the names in a folder (Windows keeps them with the file itself)."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def put_in_place(part: Path, target: Path) -> None:
    """Give a finished copy its name, in one step. Raises ``WorldFault``."""
    with in_words(target):
        part.replace(target)
        sync_folder(target.parent)


def put_aside(target: Path, kept: Path) -> None:
    """Give a file a second name, so that it stays when the first one is taken over; its sidecars go with it.

    Where the file system knows no second names, it is copied. Nothing is ever missing under the first name.
    """
    with in_words(kept):
        for each in SIDECARS:
            side = target.with_name(target.name + each)
            if side.exists():
                shutil.copyfile(side, kept.with_name(kept.name + each))
        try:
            os.link(target, kept)
        except OSError:
            shutil.copyfile(target, kept)
            sync(kept)
        sync_folder(kept.parent)
        remove_sidecars(target)


def remove(path: Path) -> None:
    """Take a copy away that does not count, with what lies beside it."""
    path.unlink(missing_ok=True)
    remove_sidecars(path)


def remove_sidecars(path: Path) -> None:
    """Take away what SQLite keeps beside a file."""
    for each in SIDECARS:
        path.with_name(path.name + each).unlink(missing_ok=True)


def unmerged(path: Path) -> bool:
    """Whether changes lie beside the file that are not yet in it."""
    side = path.with_name(path.name + "-wal")
    return side.exists() and side.stat().st_size > 0


def counts(reader: Engine) -> Mapping[str, int]:
    """The rows of each table."""
    with reader.connect() as connection:
        names = connection.exec_driver_sql(_TABLES).scalars().all()
        return {name: _count(connection.exec_driver_sql, name) for name in names}


def _pages(raw: Any, key: str, target: Path, progress: Progress | None) -> None:
    into = embedded.module().connect(str(target), isolation_level=None)
    try:
        into.execute("PRAGMA cipher_log_level = NONE")
        into.execute(f'PRAGMA key = "{key}"')

        def told(_status: int, left: int, total: int) -> None:
            if progress:
                progress(total - left, total)

        raw.backup(into, pages=_PAGES, progress=told)
    finally:
        into.close()


def _count(execute: Callable[[str], Any], table: str) -> int:
    quoted = table.replace('"', '""')
    return int(execute(f'SELECT count(*) FROM "{quoted}"').scalar_one())  # noqa: S608  a name from the schema, quoted


_TABLES = "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name"
