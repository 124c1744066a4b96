"""Verbs of due days: take a table in, read it."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.duedates import rules
from models.duedates.tables import DueDateRow
from models.duedates.values import DueDate, Kept
from models.evidence.values import Duty
from models.people import rules as people
from models.people.values import Actor, Permission
from models.records import service as records
from models.records.values import Act


def keep(session: Session, actor: Actor, rows: Sequence[DueDate], file: str) -> Kept:
    """Take rows in, all or none: a row that says otherwise than before takes its place, and what stood there is kept.

    Raises ``NotPermitted``, ``BadInput`` for a row that cannot be.
    """
    if not people.may(actor.role, Permission.KEEP_PEOPLE):
        people.require(actor, Permission.KEEP_RULES)
    current = {_value(row).key: row for row in _current(session)}
    touched: list[DueDateRow] = []
    counts = {"new": 0, "changed": 0, "same": 0}
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
        touched.append(_row(each, before.revision + 1 if before is not None else 1))
    session.add_all(touched)
    if touched:
        session.flush()
        records.append(session, Act(actor.login, "due_dates_changed", {"file": file, **counts}), touched)
    return Kept(**counts)


def table(session: Session) -> tuple[DueDate, ...]:
    """The office's own table, in order."""
    return tuple(_value(row) for row in _current(session))


def of_town(session: Session, municipality: str | None) -> tuple[DueDate, ...]:
    """What holds in a municipality: the office's own table before the shipped one."""
    if not municipality:
        return ()
    asked = select(DueDateRow).where(DueDateRow.current.is_(True), DueDateRow.municipality == municipality)
    return rules.of_town(municipality, [_value(row) for row in session.scalars(asked)])


def _current(session: Session) -> Sequence[DueDateRow]:
    row = DueDateRow
    asked = select(row).where(row.current.is_(True))
    return session.scalars(asked.order_by(row.municipality, row.duty, row.fiscal_year, row.instalment)).all()


def _row(each: DueDate, revision: int) -> DueDateRow:
    return DueDateRow(
        municipality=each.municipality, duty=each.duty.value, fiscal_year=each.fiscal_year, instalment=each.instalment,
        revision=revision, current=True, due_on=each.due_on, source=each.source, as_of=each.as_of, verify=each.verify,
    )  # fmt: skip


def _value(row: DueDateRow) -> DueDate:
    return DueDate(
        row.municipality, Duty(row.duty), row.fiscal_year, row.instalment, row.due_on, row.source, row.as_of, row.verify
    )
