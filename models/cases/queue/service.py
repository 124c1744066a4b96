"""Verbs of the queue: a page of it by key, and the counts of its views."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, select, tuple_
from sqlalchemy.orm import Session

from models.cases import forms, rules
from models.cases.search import service as search
from models.cases.tables import CaseRow
from models.cases.values import QueueCounts, QueueFilter, QueuePage, QueueRow, QueueView, State
from models.errors import BadInput, Message
from models.frameworks.service import shelf
from models.frameworks.values import FrameworkRef
from models.people import rules as people
from models.people.values import Actor, Permission

DUE_SOON_DAYS = 14
"""A case is due soon when it is due within two weeks (or overdue)."""
COMMON_TOTAL = 1_000
"""So far the hits of a very common search term are counted."""
_ORDER = (CaseRow.standing, CaseRow.due_on, CaseRow.id)
_SHOWN = (
    CaseRow.id,
    CaseRow.standing,
    CaseRow.due_on,
    CaseRow.name,
    CaseRow.kind,
    CaseRow.route,
    CaseRow.state,
    CaseRow.waiting_for,
    CaseRow.found,
    CaseRow.criteria,
    CaseRow.is_new,
    CaseRow.assigned_to,
    CaseRow.current_status,
    CaseRow.received_on,
    CaseRow.framework_id,
    CaseRow.framework_version,
)
_OF_STATE = {
    QueueView.RETURNED: State.RETURNED,
    QueueView.ARRIVED: State.RECEIVED,
    QueueView.EXAMINING: State.EXAMINING,
    QueueView.WAITING: State.WAITING,
}
_OF_UNIT = {
    QueueView.UNASSIGNED: State.RECEIVED,
    QueueView.TO_COUNTERSIGN: State.PROPOSED,
    QueueView.TO_ISSUE: State.COUNTERSIGNED,
    QueueView.ISSUED: State.ISSUED,
}
_EXAMINED = frozenset({State.RECEIVED, State.EXAMINING, State.WAITING, State.RETURNED})
Conditions = Sequence[ColumnElement[bool]]


def page(session: Session, actor: Actor, flt: QueueFilter, after: str | None = None, size: int = 200) -> QueuePage:
    """A page of the queue in its order (group, due day, number), beginning behind the cursor ``after``.

    The total of a search for something very common counts to ``COMMON_TOTAL`` only. Raises ``NotPermitted``, or
    ``BadInput`` for a cursor that is none.
    """
    people.require(actor, Permission.SEE_CASES)
    sought = search.of(session, flt.search)
    conditions = [*_conditions(actor, flt, session.info["clock"].today()), *sought.conditions]
    total, place = _opened(after) if after else (_total(session, conditions, sought), None)
    asked = select(*_SHOWN).where(*conditions).order_by(*_ORDER).limit(size + 1)
    if place is not None:
        asked = asked.where(tuple_(*_ORDER) > tuple_(*place))
    rows = session.execute(asked).mappings().all()
    more = f"{total}|{_place(rows[size - 1])}" if len(rows) > size else None
    return QueuePage(tuple(_signed(session, rows[:size])), more, total)


def _signed(session: Session, rows: Sequence[Any]) -> Iterator[QueueRow]:
    """The lines; those of open cases whose version no longer governs say that first, for nothing is proposed under it."""
    known, today = shelf(session), session.info["clock"].today()
    governs: dict[tuple[str, date], FrameworkRef | None] = {}
    for row in rows:
        line, asked = forms.queue_row(dict(row)), (row["kind"], row["received_on"])
        if line.state in _EXAMINED:
            if asked not in governs:
                found = known.in_force(row["kind"], today, row["received_on"])
                governs[asked] = found.ref if found else None
            after = governs[asked]
            if after is not None and after != FrameworkRef(row["framework_id"], row["framework_version"]):
                line = replace(line, next_step=Message("cases.next_other_version", {"version": after.version}))
        yield line


def counts(session: Session, actor: Actor, unit: str | None = None) -> QueueCounts:
    """How many cases each view holds for this person (``unit``: for another unit than their own)."""
    people.require(actor, Permission.SEE_CASES)
    clock = session.info["clock"]
    mine = _by_standing(session, [CaseRow.assigned_to == actor.login])
    theirs = _by_standing(session, _in_unit(actor, unit))
    found = {view: mine.get(rules.STANDING[state], 0) for view, state in _OF_STATE.items()}
    found |= {view: theirs.get(rules.STANDING[state], 0) for view, state in _OF_UNIT.items()}
    found[QueueView.MINE] = sum(n for standing, n in mine.items() if standing <= rules.LAST_OPEN)
    for view in (QueueView.DUE_SOON, QueueView.UNASSIGNED):
        found[view] = _count(session, _conditions(actor, QueueFilter(view, unit=unit), clock.today()))
    found[QueueView.ALL] = session.scalar(select(func.count()).select_from(CaseRow)) or 0
    return QueueCounts(tuple((view, found[view]) for view in QueueView), clock.now())


def _conditions(actor: Actor, flt: QueueFilter, today: date) -> Conditions:
    found = list(_of_view(actor, flt, today))
    if flt.kind is not None:
        found.append(CaseRow.kind == flt.kind.value)
    if flt.route is not None:
        found.append(CaseRow.route == flt.route)
    if flt.due_within_days is not None:
        found.append(CaseRow.due_on <= today + timedelta(days=flt.due_within_days))
    if flt.unit is not None:
        found.append(CaseRow.unit == flt.unit)
    return found


def _of_view(actor: Actor, flt: QueueFilter, today: date) -> Conditions:
    view, mine = flt.view, CaseRow.assigned_to == actor.login
    if view is QueueView.ALL:
        return []
    if view in _OF_UNIT:
        here = [CaseRow.standing == rules.STANDING[_OF_UNIT[view]], *_in_unit(actor, flt.unit)]
        return [*here, CaseRow.assigned_to.is_(None)] if view is QueueView.UNASSIGNED else here
    if view in _OF_STATE:
        return [mine, CaseRow.standing == rules.STANDING[_OF_STATE[view]]]
    open_ = CaseRow.standing <= rules.LAST_OPEN
    if view is QueueView.DUE_SOON:
        return [mine, open_, CaseRow.due_on <= today + timedelta(days=DUE_SOON_DAYS)]
    return [mine, open_]


def _in_unit(actor: Actor, unit: str | None) -> list[ColumnElement[bool]]:
    of = unit or actor.unit
    if of is None:
        return []
    return [CaseRow.unit == of]


def _by_standing(session: Session, conditions: Conditions) -> dict[int, int]:
    asked = select(CaseRow.standing, func.count()).where(*conditions).group_by(CaseRow.standing)
    return {row[0]: row[1] for row in session.execute(asked)}


def _count(session: Session, conditions: Conditions) -> int:
    return session.scalar(select(func.count()).select_from(CaseRow).where(*conditions)) or 0


def _total(session: Session, conditions: Conditions, sought: search.Sought) -> int:
    if not sought.common:
        return _count(session, conditions)
    some = select(CaseRow.id).where(*conditions).limit(COMMON_TOTAL).subquery()
    return session.scalar(select(func.count()).select_from(some)) or 0


def _place(row: Any) -> str:
    return f"{row['standing']}|{row['due_on'].isoformat()}|{row['id']}"


def _opened(after: str) -> tuple[int, tuple[int, date, str]]:
    try:
        total, standing, due, case = after.split("|", 3)
        return int(total), (int(standing), date.fromisoformat(due), case)
    except ValueError as error:
        raise BadInput("cases.bad_cursor", cursor=after) from error
