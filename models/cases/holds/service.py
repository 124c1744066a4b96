"""Verbs of holds: begin one, end one, list them. The caller moves the case and records the act with the rows given back."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.cases.tables import HoldRow
from models.cases.values import Hold, WaitingFor


def begin(session: Session, case: str, what: WaitingFor, about: str, today: date) -> HoldRow:
    """One hold more. ``about`` names the request or inquiry that it belongs to; empty: set by hand."""
    last = session.scalar(select(func.max(HoldRow.number)).where(HoldRow.case_id == case)) or 0
    row = HoldRow(case_id=case, number=last + 1, what=what.value, about=about, since=today, until=None)
    session.add(row)
    session.flush()
    return row


def end(session: Session, case: str, today: date, about: str | None = None) -> list[HoldRow]:
    """End the holds of one request or inquiry; of all without ``about``. Those that were open, oldest first."""
    rows = [row for row in _open(session, case) if about is None or row.about == about]
    for row in rows:
        row.until = today
    return rows


def standing(session: Session, case: str) -> tuple[Hold, ...]:
    """The holds that stand, oldest first."""
    return tuple(_value(row) for row in _open(session, case))


def of_case(session: Session, case: str) -> tuple[Hold, ...]:
    """Every hold that a case ever had, oldest first."""
    asked = select(HoldRow).where(HoldRow.case_id == case).order_by(HoldRow.number)
    return tuple(_value(row) for row in session.scalars(asked))


def _open(session: Session, case: str) -> list[HoldRow]:
    asked = select(HoldRow).where(HoldRow.case_id == case, HoldRow.until.is_(None))
    return list(session.scalars(asked.order_by(HoldRow.number)))


def _value(row: HoldRow) -> Hold:
    return Hold(row.number, WaitingFor(row.what), row.about, row.since, row.until)
