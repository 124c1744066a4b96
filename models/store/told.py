"""What the record says of rows: a digest of each row that an act wrote stands in its event."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from sqlalchemy import Column, Table, select
from sqlalchemy.orm import Session

from models.store.base import Base
from models.store.canonical import digest

Told = tuple[str, str, str]
"""A row as it stands: its case (``""``: none), its name (``finding:A-1/tax/2``), and its digest."""


def of_row(row: Base) -> Told:
    """A row in hand."""
    return of_values(type(row), {column.key: getattr(row, column.key) for column in _columns(type(row))})


def of_values(table: type[Base], values: Mapping[str, Any]) -> Told:
    """Values as they are about to be inserted."""
    said = {column.key: values.get(column.key) for column in _columns(table)}
    case = str(said[table.told_case]) if table.told_case else ""
    return case, _name(table, said), digest(said)


def held(session: Session, table: type[Base]) -> Iterator[Told]:
    """The rows of a table as they stand now, in the order of their cases, streamed."""
    columns = _columns(table)
    asked = select(*columns)
    if table.told_case:
        asked = asked.order_by(table_of(table).c[table.told_case])
    for row in session.execute(asked.execution_options(yield_per=table.told_batch)):
        yield of_values(table, dict(zip([column.key for column in columns], row, strict=True)))


def table_of(table: type[Base]) -> Table:
    """The table that rows of this class lie in."""
    made = table.__table__
    assert isinstance(made, Table)
    return made


@cache
def _columns(table: type[Base]) -> tuple[Column[Any], ...]:
    return tuple(column for column in table_of(table).columns if column.key not in table.untold)


@cache
def _key_names(table: type[Base]) -> tuple[str, ...]:
    return tuple(column.key for column in table_of(table).primary_key.columns)


def _name(table: type[Base], values: Mapping[str, Any]) -> str:
    return f"{table.__tablename__}:" + "/".join(str(values[name]) for name in _key_names(table))
