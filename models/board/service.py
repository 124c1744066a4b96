"""Verbs of the board: read it; what goes round is said by ``rules`` and done by the turns of cases."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.absences import service as absences
from models.board import rules
from models.board.values import Board, Line
from models.cases.rules import LAST_OPEN
from models.cases.tables import CaseRow
from models.cases.values import Kind, State, WaitingFor
from models.people import rules as people
from models.people.tables import PersonRow
from models.people.values import Actor, Permission, Role

MOST = 5_000
"""So many open cases are read; beyond, the board counts how many more there are."""
_SHOWN = (
    CaseRow.id, CaseRow.kind, CaseRow.route, CaseRow.unit, CaseRow.state, CaseRow.assigned_to, CaseRow.due_on,
    CaseRow.received_on, CaseRow.waiting_for, CaseRow.household,
)  # fmt: skip


def board(session: Session, actor: Actor, unit: str | None = None) -> Board:
    """The board of a unit; of the supervisor's own without one; of all where the supervisor has none. Raises ``NotPermitted``."""
    people.require(actor, Permission.ASSIGN)
    today, unit = session.info["clock"].today(), unit or actor.unit
    asked = select(*_SHOWN).where(CaseRow.standing <= LAST_OPEN)
    staff = select(PersonRow.login, PersonRow.name, PersonRow.unit)
    staff = staff.where(PersonRow.role == Role.EXAMINER.value, PersonRow.active)
    if unit is not None:
        asked = asked.where(CaseRow.unit == unit)
        staff = staff.where(PersonRow.unit == unit)
    rows = session.execute(asked.order_by(CaseRow.due_on, CaseRow.id).limit(MOST + 1)).all()
    lines = tuple(_line(row, today) for row in rows[:MOST])
    here = [(row[0], row[1], row[2]) for row in session.execute(staff)]
    loads = rules.loads(lines, here, absences.away_now(session, today))
    return Board(lines, loads, rules.ages(lines), max(len(rows) - MOST, 0))


def _line(row: Any, today: Any) -> Line:
    late, soon = rules.lateness(row.due_on, row.waiting_for is not None, today)
    return Line(
        row.id, Kind(row.kind), row.route, row.unit, State(row.state), row.assigned_to, row.due_on, row.received_on,
        (today - row.received_on).days, WaitingFor(row.waiting_for) if row.waiting_for else None, row.household, late, soon,
    )  # fmt: skip
