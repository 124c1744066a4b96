"""Every row of one office into another, new one: from a file to a server, or back."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from sqlalchemy import Connection, Table, insert, select

from models.store import protection, serving
from models.store.base import Base
from models.store.faults import in_words
from models.store.office import CHAIN_KEY, Office, Session
from models.store.server import quoted
from models.store.serving import ServerOffice
from models.store.tables import SettingRow
from models.store.told import table_of

Progress = Callable[[int, int], None]
LEFT = frozenset({CHAIN_KEY, "records.verified"})
"""Settings that belong to a place: the chain's key as that place keeps it, and how far the record was walked there."""


def key_of(office: Office) -> bytes:
    """The chain's key. Raises ``NotPermitted`` on a server whose console this is not."""
    if not isinstance(office, ServerOffice):
        return office.chain
    with office.begin() as session:
        return serving.taken_key(session.connection())


def rows_into(source: Office, target: Office, progress: Progress | None = None) -> Mapping[str, int]:
    """Copy every row, seen at one moment, into a new office: all or none; how many rows each table got.

    What a new office has of its own gives way. Raises ``WorldFault``.
    """
    serving.load_tables()
    counts: dict[str, int] = {}
    tables = list(protection.rows())
    with in_words(target.location), source.read() as reader, target.writing() as connection:
        for row in reversed(tables):
            _emptied(connection, row)
        for done, row in enumerate(tables):
            counts[row.__tablename__] = _copied(reader, connection, row)
            if progress:
                progress(done + 1, len(tables))
    return counts


def _emptied(connection: Connection, row: type[Base]) -> None:
    table = table_of(row)
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"ALTER TABLE akashi.{quoted(table.name)} DISABLE TRIGGER USER")
    connection.execute(_but_own(row, table.delete()))


def _copied(reader: Session, connection: Connection, row: type[Base]) -> int:
    table, number = table_of(row), 0
    for part in _parts(reader, row, table):
        connection.execute(insert(table), part)
        number += len(part)
    if connection.dialect.name == "postgresql":
        connection.exec_driver_sql(f"ALTER TABLE akashi.{quoted(table.name)} ENABLE TRIGGER USER")
    return number


def _parts(reader: Session, row: type[Base], table: Table) -> Iterator[list[dict[str, Any]]]:
    asked = _but_own(row, select(table)).order_by(*table.primary_key.columns)
    found = reader.execute(asked.execution_options(yield_per=row.told_batch))
    for part in found.partitions():
        yield [dict(each._mapping) for each in part]


def _but_own(row: type[Base], asked: Any) -> Any:
    return asked.where(table_of(SettingRow).c.key.not_in(sorted(LEFT))) if row is SettingRow else asked
