"""Verbs of turns: one for each kind, behind one door."""

from collections.abc import Callable, Mapping

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.cases import forms
from models.cases import service as cases
from models.cases.tables import CaseRow, UnitRow
from models.cases.turns import rules
from models.cases.turns.tables import TurnRow
from models.cases.turns.values import Ground, NewTurn, Turn, TurnKind
from models.cases.values import ClosedAs
from models.errors import CheckFailed
from models.people import rules as people
from models.people.tables import PersonRow
from models.people.values import Actor, Permission, Role
from models.records import service as records
from models.records.values import Act

K = TurnKind
_NEEDS = {
    K.TRANSFERRED: Permission.ASSIGN,
    K.HANDED_OVER: Permission.ASSIGN,
    K.REOPENED: Permission.ASSIGN,
    K.WITHDRAWN: Permission.ISSUE,
    K.LAPSED: Permission.ISSUE,
}


def make(session: Session, actor: Actor, new: NewTurn) -> Turn:
    """Let a case take a turn. What it waits for, and every request, reply and finding, stays with it.

    Raises ``NotPermitted`` (role; withdrawal and lapse also on another's case), ``NotFound``, ``CheckFailed`` with the problems.
    """
    people.require(actor, _NEEDS[new.kind])
    row = cases.row_of(session, new.case, lock=True)
    if new.kind in (K.WITHDRAWN, K.LAPSED) and not people.may(actor.role, Permission.ASSIGN):
        cases.check_theirs(row, actor)
    today = session.info["clock"].today()
    found = tuple(rules.problems(new, forms.case(row), today, units(session), examiners(session)))
    if found:
        raise CheckFailed("turns.refused", found, case=new.case)
    turn = _row(session, actor, row, new)
    _DO[new.kind](session, actor, row, turn)
    return _value(turn)


def of_case(session: Session, case: str) -> tuple[Turn, ...]:
    """Every turn of a case, oldest first."""
    asked = select(TurnRow).where(TurnRow.case_id == case).order_by(TurnRow.number)
    return tuple(_value(row) for row in session.scalars(asked))


def of(session: Session, case: str, number: int) -> Turn:
    """One of them."""
    return next(each for each in of_case(session, case) if each.number == number)


def units(session: Session) -> tuple[str, ...]:
    """The units of the office: of its cases, and of its people."""
    named = select(PersonRow.unit).where(PersonRow.unit.is_not(None), PersonRow.active)
    return tuple(sorted({*session.scalars(select(UnitRow.key)), *(each for each in session.scalars(named) if each)}))


def examiners(session: Session) -> tuple[str, ...]:
    """Who may be given a case."""
    asked = select(PersonRow.login).where(PersonRow.role == Role.EXAMINER.value, PersonRow.active)
    return tuple(session.scalars(asked.order_by(PersonRow.login)))


def _transfer(session: Session, actor: Actor, row: CaseRow, turn: TurnRow) -> None:
    if session.get(UnitRow, turn.to_unit) is None:
        session.add(UnitRow(key=turn.to_unit))
        session.flush()
    row.unit, row.assigned_to, row.is_new = turn.to_unit, None, True
    row.version += 1
    content = {
        "turn": turn.number, "from_unit": turn.from_unit, "to_unit": turn.to_unit, "before": turn.from_person or None,
        "why": turn.why, "note": turn.note, "on": turn.on.isoformat(),
    }  # fmt: skip
    records.append(session, Act(actor.login, "transferred", content, row.id), [turn, row])


def _hand_over(session: Session, actor: Actor, row: CaseRow, turn: TurnRow) -> None:
    row.assigned_to, row.is_new = turn.to_person, True
    row.version += 1
    content = {
        "turn": turn.number, "to": turn.to_person, "before": turn.from_person or None, "why": turn.why, "note": turn.note,
    }  # fmt: skip
    records.append(session, Act(actor.login, "handed_over", content, row.id), [turn, row])


def _end(how: ClosedAs) -> "Do":
    def ended(session: Session, actor: Actor, row: CaseRow, turn: TurnRow) -> None:
        content = {"turn": turn.number, "ground": turn.ground, "on": turn.on.isoformat(), "note": turn.note}
        cases.end(session, actor, row, how, turn.why, content, [turn])

    return ended


def _reopen(session: Session, actor: Actor, row: CaseRow, turn: TurnRow) -> None:
    content = {
        "turn": turn.number, "ground": turn.ground, "on": turn.on.isoformat(), "court": turn.court,
        "court_case": turn.court_case, "note": turn.note,
    }  # fmt: skip
    if turn.to_person:
        row.assigned_to = turn.to_person
        content["to"] = turn.to_person
    cases.open_again(session, actor, row, turn.why, content, [turn])


def _row(session: Session, actor: Actor, row: CaseRow, new: NewTurn) -> TurnRow:
    last = session.scalar(select(func.max(TurnRow.number)).where(TurnRow.case_id == new.case)) or 0
    made = TurnRow(
        case_id=new.case,
        number=last + 1,
        kind=new.kind.value,
        ground=new.ground.value,
        on=new.on or session.info["clock"].today(),
        why=new.why.strip(),
        note=new.note.strip(),
        from_unit=row.unit,
        to_unit=new.to if new.kind is K.TRANSFERRED else "",
        from_person=row.assigned_to or "",
        to_person="" if new.kind is K.TRANSFERRED else new.to,
        court=new.court.strip(),
        court_case=new.court_case.strip(),
        by=actor.login,
        at=records.now(session),
    )
    session.add(made)
    session.flush()  # before the case leaves the unit that this person sees
    return made


def _value(row: TurnRow) -> Turn:
    return Turn(
        row.case_id, row.number, TurnKind(row.kind), row.on, row.why, row.by, row.at, Ground(row.ground), row.note,
        row.from_unit, row.to_unit, row.from_person, row.to_person, row.court, row.court_case,
    )  # fmt: skip


Do = Callable[[Session, Actor, CaseRow, TurnRow], None]
_DO: Mapping[TurnKind, Do] = {
    K.TRANSFERRED: _transfer,
    K.HANDED_OVER: _hand_over,
    K.WITHDRAWN: _end(ClosedAs.WITHDRAWN),
    K.LAPSED: _end(ClosedAs.LAPSED),
    K.REOPENED: _reopen,
}
