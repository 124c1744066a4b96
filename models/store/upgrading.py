"""What stands aside before an office is brought to a newer schema: a verified copy of it as it was.

The migration itself is one transaction, so a crash leaves the old schema or the new one. The copy is for what no transaction
guards against: a migration that does what it should not.
"""

import hashlib
from collections.abc import Mapping
from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from models.errors import CheckFailed
from models.store import copying, embedded
from models.store.faults import in_words

FOLDER = "{name}.backups"
"""Beside the office, where its automatic backups lie when no other folder is set."""
NAME = "before-upgrade-{old}-{events}{suffix}"
"""Named by the old schema and the number of events: a migration that was killed and begins anew makes no second copy."""
_EVENTS = 5_000


def copy_before(reader: Engine, key: str, path: Path, old: str) -> Path:
    """Copy the office at ``path`` (schema ``old``) into its backup folder, and prove the copy; where it lies.

    A copy that an earlier, killed attempt left and that holds the same is kept. Raises ``CheckFailed`` when the copy is not
    what the office is (nothing was migrated then), ``WorldFault``.
    """
    with reader.connect() as connection:
        record = record_of(connection)
    folder = path.with_name(FOLDER.format(name=path.name))
    target = folder / NAME.format(old=old, events=record[0], suffix=path.suffix)
    if target.exists() and _same(target, key, record, None):
        return target
    part = target.with_name(f".{target.name}.part")
    with in_words(folder):
        folder.mkdir(parents=True, exist_ok=True)
        copying.remove(part)
    try:
        rows = copying.copy(reader, key, part)
        if not _same(part, key, record, rows):
            raise CheckFailed("store.upgrade_copy", where=path, file=target)
        copying.put_in_place(part, target)
    finally:
        copying.remove(part)
    return target


def record_of(connection: Connection) -> tuple[int, str]:
    """How many events there are, and a digest of every byte of them: a migration never touches one."""
    if not inspect(connection).has_table("event"):
        return 0, ""
    digest, number = hashlib.sha256(), 0
    asked = text("SELECT seq, at, who, kind, case_id, content, link FROM event ORDER BY seq")
    for row in connection.execute(asked.execution_options(yield_per=_EVENTS)):
        digest.update(repr(tuple(row)).encode())
        number += 1
    return number, digest.hexdigest()


def _same(copy: Path, key: str, record: tuple[int, str], rows: Mapping[str, int] | None) -> bool:
    """Every page of the copy has its seal, it holds the same events, and as many rows of everything."""
    engine = embedded.engine(copy, key, reading=True)
    try:
        with engine.connect() as connection:
            raw = connection.connection.driver_connection
            assert raw is not None
            if raw.execute("PRAGMA cipher_integrity_check").fetchall() or record_of(connection) != record:
                return False
        return rows is None or copying.counts(engine) == rows
    except embedded.module().DatabaseError:
        return False
    finally:
        engine.dispose()
        copying.remove_sidecars(copy)
