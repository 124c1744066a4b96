"""Verbs of calibration: draw a round, read a case blind, record a reading once."""

from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.calibration import rules
from models.calibration.tables import CalibrationCaseRow, CalibrationReadingRow, CalibrationRoundRow
from models.calibration.values import Asked, BlindCase, Candidate, Given, Place, Reading, Round
from models.cases import service as cases
from models.cases.tables import CaseRow
from models.decisions.tables import RoundRow
from models.errors import BadInput, NotFound, NotPermitted
from models.findings import service as findings
from models.people import rules as people_rules
from models.people.tables import PersonRow
from models.people.values import Actor, Permission, Role
from models.records import service as records
from models.records.values import Act
from models.store.clock import JAPAN


def draw(session: Session, actor: Actor, asked: Asked) -> Round:
    """Draw a round and give its cases to readers. A case that was drawn before, in any round, stays out: it is no longer blind
    to those who talked about it. Raises ``NotPermitted``, ``BadInput``."""
    people_rules.require(actor, Permission.ASSIGN)
    drawn = rules.draw(_candidates(session, asked.kind), asked, _readers(session, asked.readers))
    number = (session.scalar(select(func.max(CalibrationRoundRow.number))) or 0) + 1
    row = CalibrationRoundRow(
        number=number, size=asked.size, seed=asked.seed, each=asked.each, kind=asked.kind, by=actor.login,
        at=session.info["clock"].now(),
    )  # fmt: skip
    rows = [
        CalibrationCaseRow(round=number, place=each.place, case_id=each.case, readers=list(each.readers))
        for each in drawn
    ]
    session.add(row)
    session.flush()
    session.add_all(rows)
    said = {"round": number, "size": asked.size, "seed": asked.seed, "kind": asked.kind, "cases": len(rows)}
    records.append(session, Act(actor.login, "calibration.drawn", said), [row, *rows])
    return _round(row, rows, 0)


def _candidates(session: Session, kind: str | None) -> list[Candidate]:
    """Every decision that stands and was never drawn."""
    asked = (
        select(CaseRow.id, RoundRow.outcome, RoundRow.proposed_by, RoundRow.countersigned_by)
        .join(RoundRow, (RoundRow.case_id == CaseRow.id) & (RoundRow.round == CaseRow.round))
        .where(RoundRow.countersigned_by.is_not(None))
        .where(~select(CalibrationCaseRow.place).where(CalibrationCaseRow.case_id == CaseRow.id).exists())
    )
    asked = asked if kind is None else asked.where(CaseRow.kind == kind)
    return [
        Candidate(case, outcome == "grant", frozenset({str(by), str(signed)}))
        for case, outcome, by, signed in session.execute(asked)
    ]


def _readers(session: Session, wanted: tuple[str, ...]) -> tuple[str, ...]:
    """Active examiners, or those of them that are named. Raises ``BadInput`` for a login that is none."""
    asked = select(PersonRow.login).where(PersonRow.role == Role.EXAMINER.value, PersonRow.active.is_(True))
    able = set(session.scalars(asked))
    unknown = [login for login in wanted if login not in able]
    if unknown:
        raise BadInput("calibration.no_reader", logins="、".join(unknown))
    return tuple(sorted(set(wanted) or able))


def rounds(session: Session) -> tuple[Round, ...]:
    """Every round, the newest first, with how far it is."""
    given: dict[int, int] = {
        int(number): int(count)
        for number, count in session.execute(
            select(CalibrationReadingRow.round, func.count()).group_by(CalibrationReadingRow.round)
        )
    }
    rows: dict[int, list[CalibrationCaseRow]] = {}
    for row in session.scalars(select(CalibrationCaseRow)):
        rows.setdefault(row.round, []).append(row)
    every = session.scalars(select(CalibrationRoundRow).order_by(CalibrationRoundRow.number.desc()))
    return tuple(_round(row, rows.get(row.number, []), given.get(row.number, 0)) for row in every)


def _round(row: CalibrationRoundRow, cases_: list[CalibrationCaseRow], given: int) -> Round:
    wanted = sum(len(each.readers) for each in cases_)
    return Round(row.number, row.by, row.at, row.kind, len(cases_), row.each, wanted, given)


def to_read(session: Session, actor: Actor) -> tuple[Place, ...]:
    """What waits for this person, in the order of the rounds."""
    done = {
        (row.round, row.place)
        for row in session.execute(
            select(CalibrationReadingRow.round, CalibrationReadingRow.place).where(
                CalibrationReadingRow.reader == actor.login
            )
        )
    }
    asked = select(CalibrationCaseRow).order_by(CalibrationCaseRow.round, CalibrationCaseRow.place)
    return tuple(
        Place(row.round, row.place)
        for row in session.scalars(asked)
        if actor.login in row.readers and (row.round, row.place) not in done
    )


def blind(session: Session, actor: Actor, round_: int, place: int) -> BlindCase:
    """The case as its reader may see it: facts and rules of the day it was decided. Raises ``NotFound``, ``NotPermitted``."""
    row = _drawn(session, actor, round_, place)
    case = cases.row_of(session, row.case_id)
    signed = session.get_one(RoundRow, (case.id, case.round)).countersigned_at
    seen_on = (signed or session.info["clock"].now()).astimezone(JAPAN).date()
    base = findings.ground(session, case, seen_on)
    framework = base.framework
    return BlindCase(
        round=round_,
        place=place,
        kind=case.kind,
        route=case.route,
        framework=cases.framework_ref(case),
        criteria=framework.criteria_for(case.route),
        facts=base.facts,
        seen_on=seen_on,
    )


def _drawn(session: Session, actor: Actor, round_: int, place: int) -> CalibrationCaseRow:
    people_rules.require(actor, Permission.ASSESS)
    row = session.get(CalibrationCaseRow, (round_, place))
    if row is None:
        raise NotFound("calibration.no_place", round=round_, place=place)
    if actor.login not in row.readers:
        raise NotPermitted("calibration.not_yours")
    return row


def record(session: Session, actor: Actor, reading: Reading) -> None:
    """Record a reading; it is locked from then on. Raises ``NotFound``, ``NotPermitted``, ``BadInput``."""
    row = _drawn(session, actor, reading.round, reading.place)
    seen = blind(session, actor, row.round, row.place)
    rules.check(reading, [each.key for each in seen.criteria])
    if session.get(CalibrationReadingRow, (row.round, row.place, actor.login)) is not None:
        raise BadInput("calibration.locked")
    assert reading.outcome is not None
    found = {key: state.value for key, state in sorted(reading.findings.items())}
    kept = CalibrationReadingRow(
        round=row.round, place=row.place, reader=actor.login, outcome=reading.outcome.value, findings=found,
        at=session.info["clock"].now(),
    )  # fmt: skip
    session.add(kept)
    said: dict[str, Any] = {"round": row.round, "place": row.place, "outcome": kept.outcome, "findings": found}
    records.append(session, Act(actor.login, "calibration.read", said), [kept])


def given(session: Session) -> tuple[Given, ...]:
    """Every recorded reading, item by item. A criterion found not applicable is no rating."""
    asked = (
        select(CalibrationReadingRow, CaseRow.id, CaseRow.kind, CaseRow.unit, RoundRow.countersigned_at)
        .join(
            CalibrationCaseRow,
            (CalibrationCaseRow.round == CalibrationReadingRow.round)
            & (CalibrationCaseRow.place == CalibrationReadingRow.place),
        )
        .join(CaseRow, CaseRow.id == CalibrationCaseRow.case_id)
        .join(RoundRow, (RoundRow.case_id == CaseRow.id) & (RoundRow.round == CaseRow.round))
        .where(RoundRow.countersigned_at.is_not(None))
        .order_by(CalibrationReadingRow.round, CalibrationReadingRow.place, CalibrationReadingRow.reader)
    )
    found: list[Given] = []
    for row, case, kind, unit, at in session.execute(asked):
        assert at is not None
        day: date = at.astimezone(JAPAN).date()
        answers = [(item, value) for item, value in row.findings.items() if value != "not_applicable"]
        for item, value in [*answers, (rules.OUTCOME, row.outcome)]:
            found.append(Given(case, kind, unit, day, row.reader, item, value))
    return tuple(found)
