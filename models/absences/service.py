"""Verbs of absences: note one, end it, see who is away and which open cases that leaves behind."""

from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.absences.tables import AbsenceRow
from models.absences.values import Absence, LeftBehind
from models.cases import forms, rules
from models.cases.tables import CaseRow
from models.errors import BadInput, NotFound
from models.evidence import free_text
from models.people import rules as people
from models.people.tables import PersonRow
from models.people.values import Actor, Permission, Role
from models.records import service as records
from models.records.values import Act


def note(session: Session, actor: Actor, login: str, from_on: date, until_on: date | None, why: str) -> Absence:
    """Note that a person is away. Raises ``NotPermitted``, ``NotFound``, ``BadInput`` (days, an absence that overlaps)."""
    people.require(actor, Permission.ASSIGN)
    if session.get(PersonRow, login) is None:
        raise NotFound("people.unknown", login=login)
    if until_on is not None and until_on < from_on:
        raise BadInput("absences.backwards", from_=from_on, until=until_on)
    free_text.check(why)
    others = of_person(session, login)
    if any(_meets(each, from_on, until_on) for each in others):
        raise BadInput("absences.twice", login=login)
    row = AbsenceRow(
        login=login, number=max((each.number for each in others), default=0) + 1, from_on=from_on, until_on=until_on,
        why=why.strip(), by=actor.login, at=records.now(session),
    )  # fmt: skip
    session.add(row)
    session.flush()
    content = {"login": login, "from": from_on.isoformat(), "until": _text(until_on), "why": row.why}
    records.append(session, Act(actor.login, "absence_noted", content), [row])
    return _value(row)


def end(session: Session, actor: Actor, login: str, on: date) -> Absence:
    """The person is back on this day: the day before was the last one away. Raises ``NotPermitted``, ``NotFound`` when they are
    not away.

    Who is back on the very day that the absence began was away for that day, and counts as away until it is over: the day was
    noted, and cases may have been handed on because of it. Taking the day out would leave those turns without their
    ground, and an absence that covers no day; half a day is nothing an absence can say.
    """
    people.require(actor, Permission.ASSIGN)
    asked = select(AbsenceRow).where(AbsenceRow.login == login).order_by(AbsenceRow.number.desc())
    row = next((each for each in session.scalars(asked) if _value(each).covers(on)), None)
    if row is None:
        raise NotFound("absences.not_away", login=login, day=on)
    row.until_on = max(on - timedelta(days=1), row.from_on)
    content = {"login": login, "from": row.from_on.isoformat(), "until": _text(row.until_on)}
    records.append(session, Act(actor.login, "absence_ended", content), [row])
    return _value(row)


def of_person(session: Session, login: str) -> tuple[Absence, ...]:
    """Every absence of a person, oldest first."""
    asked = select(AbsenceRow).where(AbsenceRow.login == login).order_by(AbsenceRow.number)
    return tuple(_value(row) for row in session.scalars(asked))


def away(session: Session, day: date) -> tuple[Absence, ...]:
    """Who is away on a day, or will be within the next two weeks."""
    asked = select(AbsenceRow).order_by(AbsenceRow.from_on, AbsenceRow.login)
    found = (_value(row) for row in session.scalars(asked))
    return tuple(each for each in found if each.covers(day) or day < each.from_on <= day + timedelta(days=14))


def away_now(session: Session, day: date) -> frozenset[str]:
    """The logins of those who are away on a day."""
    return frozenset(each.login for each in away(session, day) if each.covers(day))


def left_behind(session: Session, login: str) -> tuple[LeftBehind, ...]:
    """The open cases of a person, the one due first first, and who may get each: the present examiners of its unit, the one
    with the fewest open cases first."""
    today: date = session.info["clock"].today()
    open_ = (CaseRow.standing <= rules.LAST_OPEN,)
    held = session.scalars(
        select(CaseRow).where(CaseRow.assigned_to == login, *open_).order_by(CaseRow.due_on, CaseRow.id)
    )
    counted = select(CaseRow.assigned_to, func.count()).where(*open_).group_by(CaseRow.assigned_to)
    load = {row[0]: row[1] for row in session.execute(counted)}
    gone = away_now(session, today) | {login}
    asked = select(PersonRow).where(PersonRow.role == Role.EXAMINER.value, PersonRow.active)
    here = sorted(
        (p for p in session.scalars(asked) if p.login not in gone), key=lambda p: (load.get(p.login, 0), p.login)
    )
    return tuple(
        LeftBehind(forms.case(row), tuple(p.login for p in here if p.unit in (None, row.unit))) for row in held
    )


def _meets(each: Absence, from_on: date, until_on: date | None) -> bool:
    return each.from_on <= (until_on or date.max) and from_on <= (each.until_on or date.max)


def _text(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _value(row: AbsenceRow) -> Absence:
    return Absence(row.login, row.number, row.from_on, row.until_on, row.why, row.by, row.at)
