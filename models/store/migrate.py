"""Bring an office to the schema of this program, and refuse one that is ahead of it.

Alembic is loaded only when there is something to do: a look at one row tells.
"""

from pathlib import Path

from sqlalchemy import Connection, Engine, inspect, text

from models.errors import BadInput
from models.store import upgrading

HEAD = "0021"
"""The revision this program's models are written for (a test compares it with the migrations)."""
_KNOWN = tuple(f"{number:04}" for number in range(1, int(HEAD) + 1))
_FOLDER = Path(__file__).parent / "migrations"


def revision(connection: Connection) -> str | None:
    """The revision that stands in the office; ``None`` in an empty one."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar_one_or_none()


def due(engine: Engine, where: object) -> bool:
    """Whether a migration to ``HEAD`` is due. Raises ``BadInput`` for a newer office, which stays untouched."""
    with engine.connect() as connection:
        found = revision(connection)
    if found is not None and found not in _KNOWN:
        raise BadInput("store.newer", where=where, found=found, known=HEAD)
    return found != HEAD


def bring_up(engine: Engine, where: object) -> bool:
    """Migrate to ``HEAD`` when due; whether it was. Raises ``BadInput`` for a newer office, which stays untouched."""
    if not due(engine, where):
        return False
    _upgrade(engine)
    return True


def check_is_office(engine: Engine, where: object) -> None:
    """Raises ``BadInput`` for a readable database that is no office."""
    with engine.connect() as connection:
        if revision(connection) is None:
            raise BadInput("store.no_office", where=where)


def _upgrade(engine: Engine) -> None:
    with engine.connect() as connection:
        upgrade(connection)


def upgrade(connection: Connection) -> None:
    """Migrate to ``HEAD`` on this connection, which must not be in a transaction: all of it or nothing."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(_FOLDER).replace("%", "%%"))
    # Batch operations copy a table and drop the old one: with foreign keys on that would delete children.
    _foreign_keys(connection, on=False)
    config.attributes["connection"] = connection
    try:
        with connection.begin():
            before = upgrading.record_of(connection)
            command.upgrade(config, "head")
            _check_references(connection)
            _check_record(connection, before)
    finally:
        _foreign_keys(connection, on=True)


def _foreign_keys(connection: Connection, *, on: bool) -> None:
    if connection.dialect.name == "sqlite":
        raw = connection.connection.driver_connection
        assert raw is not None
        raw.execute(f"PRAGMA foreign_keys = {'ON' if on else 'OFF'}")


def _check_record(connection: Connection, before: tuple[int, str]) -> None:
    if before[0] and upgrading.record_of(connection) != before:
        raise RuntimeError("the migration touched the record's events")


def _check_references(connection: Connection) -> None:
    if connection.dialect.name != "sqlite":
        return
    broken = connection.exec_driver_sql("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise RuntimeError(f"the migration left {len(broken)} rows without what they refer to")
