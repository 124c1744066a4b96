"""The one way in which rows of a case ever go: all of them at once, for a disposal that stands in the record.

In a file it is done here; on a server by the database itself, after it has looked who approved what somebody else proposed
(``akashi.dispose``, ``disposing_sql``). Of the case's events a stub stays (``records.tombstones``).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import ColumnElement, Table, delete, exists, func, select, text
from sqlalchemy.orm import Session

from models.store import told
from models.store.base import Base
from models.store.told import table_of


@dataclass(frozen=True, slots=True)
class Gone:
    """A case that goes: its number, the event that is its tombstone, and the name under which its events stay."""

    case: str
    tombstone: int
    name: str


def tables() -> tuple[Table, ...]:
    """The tables that hold rows of a case, those that others hang on last."""
    return tuple(table_of(each) for each in _rows())


def _rows() -> Iterator[type[Base]]:
    rows = {table_of(each.class_): each.class_ for each in Base.registry.mappers}
    for table in reversed(Base.metadata.sorted_tables):
        if not rows[table].outlives_case and (column_of(table) or above(table) is not None):
            yield rows[table]


def column_of(table: Table) -> str | None:
    """The column that says whose row it is."""
    if table.name == "case":
        return "id"
    return "case_id" if "case_id" in table.columns else None


def above(table: Table) -> tuple[Table, Mapping[str, str]] | None:
    """The table that says whose row it is, where the row itself does not, and which columns (ours → its) lead there."""
    for key in table.foreign_key_constraints:
        other = key.referred_table
        if "case_id" in other.columns and "case_id" not in table.columns:
            return other, {each.parent.name: each.column.name for each in key.elements}
    return None


def of_cases(table: Table, cases: Sequence[str]) -> ColumnElement[bool]:
    """Which rows of a table are of these cases."""
    column, other = column_of(table), above(table)
    if column is not None:
        return table.c[column].in_(cases)
    assert other is not None
    same = [table.c[ours] == other[0].c[its] for ours, its in other[1].items()]
    return exists().where(*same, other[0].c.case_id.in_(cases)).correlate(table)


def told_elsewhere(session: Session, case: str) -> list[str]:
    """The names of this case's rows that events of no case told."""
    rows = [each for each in _rows() if each.told and each.told_case is None]
    return [
        told.of_row(row)[1]
        for each in rows
        for row in session.scalars(select(each).where(of_cases(table_of(each), [case])))
    ]


def counts(session: Session, cases: Sequence[str]) -> Mapping[str, Mapping[str, int]]:
    """How many rows each of these cases has, by table; tables without any are left out."""
    found: dict[str, dict[str, int]] = {each: {} for each in cases}
    for table in tables():
        name = column_of(table)
        if name is None:
            continue  # counted with the table above it
        asked = select(table.c[name], func.count()).where(table.c[name].in_(cases)).group_by(table.c[name])
        for case, number in session.execute(asked):
            found[str(case)][table.name] = int(number)
    return found


def dispose(session: Session, gone: Sequence[Gone]) -> None:
    """Let the rows of these cases go, and the words of their events, in the caller's transaction."""
    session.flush()
    if session.info.get("ledger") is not None:
        session.execute(
            text(
                "SELECT akashi.dispose(CAST(:cases AS text[]), CAST(:tombstones AS integer[]), CAST(:names AS text[]))"
            ),
            {
                "cases": [each.case for each in gone],
                "tombstones": [each.tombstone for each in gone],
                "names": [each.name for each in gone],
            },
        )
    else:
        _in_a_file(session, gone)
    session.expunge_all()


def _in_a_file(session: Session, gone: Sequence[Gone]) -> None:
    events, commands = (Base.metadata.tables[each] for each in ("event", "command"))
    for case in gone:
        told = select(events.c.seq).where(events.c.case_id == case.case)
        session.execute(delete(commands).where(commands.c.seq.in_(told)))
        session.execute(
            events.update()
            .where(events.c.case_id == case.case, events.c.seq < case.tombstone)
            .values(content=f'{{"disposed":{case.tombstone}}}', case_id=case.name)
        )
    for table in tables():
        for part in _parts([each.case for each in gone]):
            session.execute(delete(table).where(of_cases(table, part)))


def _parts(cases: Sequence[str], size: int = 500) -> Iterable[Sequence[str]]:
    return (cases[start : start + size] for start in range(0, len(cases), size))
