"""Verbs of due days: take a table in, read it."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Row, bindparam, func, select
from sqlalchemy.orm import Session

from models.cases.tables import CaseRow
from models.cases.values import State
from models.duedates import rules
from models.duedates.tables import DueDateRow
from models.duedates.values import Changed, DueDate, Kept, Year
from models.evidence.tables import EvidenceRow
from models.evidence.values import Duty, EvidenceKind
from models.people import rules as people
from models.people.values import Actor, Permission
from models.records import service as records
from models.records.values import Act
from models.store import reading
from models.store.told import table_of

_ROW = table_of(DueDateRow)
_OF_TOWN = select(_ROW).where(_ROW.c.current.is_(True), _ROW.c.municipality == bindparam("municipality"))
_OPEN = tuple(each.value for each in (State.RECEIVED, State.EXAMINING, State.WAITING, State.RETURNED, State.PROPOSED))


def keep(session: Session, actor: Actor, rows: Sequence[DueDate], file: str) -> Kept:
    """Take rows in, all or none: a row that says otherwise than before takes its place, and what stood there is kept.

    Raises ``NotPermitted``, ``BadInput`` for a row that cannot be.
    """
    _require(actor)
    return _keep(session, actor, rows, file, ())


def keep_year(session: Session, actor: Actor, year: Year) -> Kept:
    """Put a whole year in place of what stood for it; an instalment that it no longer has is kept as of before.

    Raises ``NotPermitted``, ``BadInput`` for a year that cannot be.
    """
    _require(actor)
    rules.check_year(year)
    stood = [_value(row) for row in _current(session)]
    gone = [each for each in stood if each.key[:3] == year.key and each.instalment not in dict(year.days)]
    return _keep(session, actor, year.rows, "", gone)


def _require(actor: Actor) -> None:
    if not people.may(actor.role, Permission.KEEP_PEOPLE):
        people.require(actor, Permission.KEEP_RULES)


def _keep(session: Session, actor: Actor, rows: Sequence[DueDate], file: str, gone: Sequence[DueDate]) -> Kept:
    current = {_value(row).key: row for row in _current(session)}
    touched: list[DueDateRow] = []
    for each in gone:
        current[each.key].current = False
        touched.append(current[each.key])
    counts = {"new": 0, "changed": 0, "same": 0, "removed": len(gone)}
    for each in {row.key: row for row in rows}.values():
        rules.check(each)
        before = current.get(each.key)
        if before is not None and _value(before) == each:
            counts["same"] += 1
            continue
        counts["new" if before is None else "changed"] += 1
        if before is not None:
            before.current = False
            touched.append(before)
        touched.append(_row(each, _last(session, each) + 1))
    session.add_all(touched)
    if touched:
        session.flush()
        said = {"file": file, **counts, "years": _said(session, {_value(row).key[:3] for row in touched})}
        records.append(session, Act(actor.login, "due_dates_changed", said), touched)
    return Kept(**counts)


def _last(session: Session, row: DueDate) -> int:
    """The newest revision of an instalment, one that was taken away included; 0 where there was none."""
    key = (DueDateRow.municipality, DueDateRow.duty, DueDateRow.fiscal_year, DueDateRow.instalment)
    asked = select(func.max(DueDateRow.revision)).where(
        *(column == each for column, each in zip(key, row.key, strict=True))
    )
    return session.scalar(asked) or 0


def _said(session: Session, keys: set[tuple[str, str, int]]) -> list[dict[str, object]]:
    """The years that an act touched, as they stand after it: who looks at the record sees every day."""
    found = {each.key: each for each in rules.years(_value(row) for row in _current(session))}
    return [
        {
            "municipality": key[0], "duty": key[1], "fiscal_year": key[2],
            "days": [f"{n}: {day.isoformat()}" for n, day in found[key].days] if key in found else [],
            "source": found[key].source if key in found else "",
        }
        for key in sorted(keys)
    ]  # fmt: skip


def history(session: Session, key: tuple[str, str, int]) -> tuple[Changed, ...]:
    """Who changed a year, newest first, as the record tells it."""
    found = []
    for event in records.said(session, ["due_dates_changed"]):
        for year in event.content.get("years", ()):  # type: ignore[attr-defined]  # as ``_said`` wrote it
            if (year["municipality"], year["duty"], year["fiscal_year"]) == key:
                file = str(event.content.get("file", ""))
                found.append(Changed(event.seq, event.at, event.who, file, tuple(year["days"]), year["source"]))
    return tuple(reversed(found))


def table(session: Session) -> tuple[DueDate, ...]:
    """The office's own table, in order."""
    return tuple(_value(row) for row in _current(session))


def of_town(session: Session, municipality: str | None) -> tuple[DueDate, ...]:
    """What holds in a municipality: the office's own table before the shipped one."""
    if not municipality:
        return ()
    kept = reading.rows(session, _OF_TOWN, municipality=municipality)
    return rules.of_town(municipality, [_value(row) for row in kept])


def concerned(session: Session, municipality: str, duty: Duty) -> tuple[str, ...]:
    """The open cases of a municipality that hold rows on a duty, in order."""
    about = select(EvidenceRow.number).where(
        EvidenceRow.case_id == CaseRow.id,
        EvidenceRow.kind == EvidenceKind.OBLIGATION.value,
        EvidenceRow.about == duty.value,
    )
    asked = select(CaseRow.id).where(CaseRow.municipality == municipality, CaseRow.state.in_(_OPEN), about.exists())
    return tuple(session.scalars(asked.order_by(CaseRow.id)))


def _current(session: Session) -> Sequence[DueDateRow]:
    row = DueDateRow
    asked = select(row).where(row.current.is_(True))
    return session.scalars(asked.order_by(row.municipality, row.duty, row.fiscal_year, row.instalment)).all()


def _row(each: DueDate, revision: int) -> DueDateRow:
    return DueDateRow(
        municipality=each.municipality, duty=each.duty.value, fiscal_year=each.fiscal_year, instalment=each.instalment,
        revision=revision, current=True, due_on=each.due_on, source=each.source, as_of=each.as_of, verify=each.verify,
    )  # fmt: skip


def _value(row: DueDateRow | Row[Any]) -> DueDate:
    return DueDate(
        row.municipality, Duty(row.duty), row.fiscal_year, row.instalment, row.due_on, row.source, row.as_of, row.verify
    )
