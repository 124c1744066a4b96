"""What the record says of rows: a digest of each row that an act wrote stands in its event."""

import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date, datetime
from functools import cache, partial
from hashlib import sha256
from typing import Any

from sqlalchemy import Boolean, Column, Date, Table, select, type_coerce
from sqlalchemy.orm import Session
from sqlalchemy.types import NullType

from models.store import digesting
from models.store.base import Base, Json, UtcTime
from models.store.canonical import canonical, digest

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


def held(session: Session, table: type[Base], *, exactly: bool = False) -> Iterator[Told]:
    """The rows of a table as they stand now, in the order of their cases, streamed.

    A row that stands as the program writes it has the digest of its act. One that says the same in other words (spaces in
    JSON) has it only ``exactly``, which takes nearly twice as long.
    """
    book = session.info.get("ledger")
    if table.hidden and book is not None:
        yield from book.digests(session, table.__tablename__)
        return
    columns = _columns(table)
    asked = select(*(type_coerce(column, NullType()) if _reader(column) else column for column in columns))
    if table.told_case:
        asked = asked.order_by(table_of(table).c[table.told_case])
    for rows in session.execute(asked.execution_options(yield_per=table.told_batch)).partitions():
        yield from _one_by_one(table, rows) if exactly else _at_once(table, rows)


def _at_once(table: type[Base], rows: Sequence[Sequence[Any]]) -> Iterator[Told]:
    """Digests of many; one by one where a value is not as it was written."""
    names = [column.key for column in _columns(table)]
    keys = [names.index(name) for name in _key_names(table)]
    case = names.index(table.told_case) if table.told_case else None
    start = f"{table.__tablename__}:"
    try:
        found = digesting.digests(_encoders(table), rows)
    except digesting.ODD:
        yield from _one_by_one(table, rows)
        return
    for row, each in zip(rows, found, strict=True):
        yield "" if case is None else str(row[case]), start + "/".join([str(row[key]) for key in keys]), each


def _one_by_one(table: type[Base], rows: Sequence[Sequence[Any]]) -> Iterator[Told]:
    read = [(column.key, _reader(column)) for column in _columns(table)]
    for row in rows:
        yield of_values(table, {name: as_(raw) if as_ else raw for (name, as_), raw in zip(read, row, strict=True)})


@cache
def _encoders(table: type[Base]) -> tuple[tuple[str, digesting.Encode, int], ...]:
    places = {column.key: (digesting.encoder(column.type), place) for place, column in enumerate(_columns(table))}
    return tuple((name, encode, place) for name, (encode, place) in sorted(places.items()))


def spoken(session: Session, table: type[Base], case: str) -> Iterator[tuple[str, Any]]:
    """The rows of a case as the record speaks of them: names and JSON values (bytes as their SHA-256); ``canonical.digest``
    of the values is what stands in the event."""
    assert table.told_case
    rows = session.scalars(select(table).where(table_of(table).c[table.told_case] == case))
    for row in rows:
        said = {column.key: getattr(row, column.key) for column in _columns(table)}
        plain = {name: sha256(value).hexdigest() if isinstance(value, bytes) else value for name, value in said.items()}
        yield _name(table, said), json.loads(canonical(plain))


def table_of(table: type[Base]) -> Table:
    """The table that rows of this class lie in."""
    made = table.__table__
    assert isinstance(made, Table)
    return made


@cache
def _reader(column: Column[Any]) -> Callable[[Any], Any] | None:
    """How a value of a column is read that may have been damaged; ``None`` where every value can be read.

    A value that cannot be read is damage, not a fault: it stays as it stands, and so differs from what the record says.
    """
    for types, read in _READERS:
        if isinstance(column.type, types):
            return partial(_or_as_it_stands, read)
    return None


def _or_as_it_stands(read: Callable[[Any], Any], raw: Any) -> Any:
    try:
        return None if raw is None else read(raw)
    except (TypeError, ValueError, RecursionError):
        return f"unreadable: {raw!r}"


def _day(raw: Any) -> date:
    return raw if isinstance(raw, date) else date.fromisoformat(raw)


def _yes_or_no(raw: Any) -> bool:
    return (False, True)[(0, 1).index(raw)]


_READERS: tuple[tuple[type[Any], Callable[[Any], Any]], ...] = (
    (Json, json.loads),
    (UtcTime, datetime.fromisoformat),
    (Date, _day),
    (Boolean, _yes_or_no),
)


@cache
def _columns(table: type[Base]) -> tuple[Column[Any], ...]:
    return tuple(column for column in table_of(table).columns if column.key not in table.untold)


@cache
def _key_names(table: type[Base]) -> tuple[str, ...]:
    return tuple(column.key for column in table_of(table).primary_key.columns)


def _name(table: type[Base], values: Mapping[str, Any]) -> str:
    return f"{table.__tablename__}:" + "/".join(str(values[name]) for name in _key_names(table))
