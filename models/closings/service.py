"""Verbs of closing days: add one, take it back, list them."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.closings.tables import ClosingRow
from models.closings.values import Closing
from models.dates.calendar import is_closed
from models.errors import BadInput, NotFound
from models.evidence import free_text
from models.people import rules as people
from models.people.values import Actor, Permission
from models.records import service as records
from models.records.values import Act

LONGEST = 200


def add(session: Session, actor: Actor, on: date, name: str) -> Closing:
    """Add a closing day. Raises ``NotPermitted``, ``BadInput`` (no name, one that cannot be kept, past, closed anyway)."""
    _require(actor)
    free_text.check(name)
    if not name.strip() or len(name) > LONGEST:
        raise BadInput("closings.no_name", longest=LONGEST)
    if on < session.info["clock"].today():
        raise BadInput("closings.past", day=on)
    if is_closed(on) or on in days(session):
        raise BadInput("closings.closed", day=on)
    last = session.scalar(select(func.max(ClosingRow.number))) or 0
    row = ClosingRow(
        number=last + 1,
        on=on,
        name=name.strip(),
        by=actor.login,
        at=records.now(session),
        removed_by=None,
        removed_at=None,
    )
    session.add(row)
    session.flush()
    content = {"day": on.isoformat(), "name": row.name}
    records.append(session, Act(actor.login, "closing_day_added", content), [row])
    return _value(row)


def remove(session: Session, actor: Actor, on: date) -> Closing:
    """Take a closing day back. Raises ``NotPermitted``, ``NotFound``."""
    _require(actor)
    asked = select(ClosingRow).where(ClosingRow.on == on, ClosingRow.removed_by.is_(None))
    row = session.scalars(asked).first()
    if row is None:
        raise NotFound("closings.unknown", day=on)
    row.removed_by, row.removed_at = actor.login, records.now(session)
    records.append(session, Act(actor.login, "closing_day_removed", {"day": on.isoformat(), "name": row.name}), [row])
    return _value(row)


def listing(session: Session) -> tuple[Closing, ...]:
    """The closing days that hold, in their order."""
    asked = select(ClosingRow).where(ClosingRow.removed_by.is_(None)).order_by(ClosingRow.on)
    return tuple(_value(row) for row in session.scalars(asked))


def days(session: Session) -> frozenset[date]:
    """The same as days alone."""
    return frozenset(each.on for each in listing(session))


def _require(actor: Actor) -> None:
    """Supervisors and administrators keep the calendar."""
    if not people.may(actor.role, Permission.KEEP_PEOPLE):
        people.require(actor, Permission.ASSIGN)


def _value(row: ClosingRow) -> Closing:
    return Closing(row.number, row.on, row.name, row.by, row.removed_by is not None)
