"""Verbs of what becomes of an issued letter: write down a delivery's step, and an oral explanation."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.cases import service as cases
from models.errors import NotPermitted
from models.letters import service as letters
from models.letters.deliveries import rules
from models.letters.deliveries.tables import DeliveryRow, ExplanationRow
from models.letters.deliveries.values import Delivery, Explanation, Log, NewDelivery, NewExplanation, Step
from models.letters.service import Dispatch
from models.people import rules as people
from models.people.values import Actor, Permission
from models.records import service as records
from models.records.values import Act


def note(session: Session, actor: Actor, new: NewDelivery) -> Delivery:
    """Write down a step of the delivery of the letter in force.

    Raises ``NotPermitted`` (role, or nothing is issued), ``BadInput`` as ``rules.attempt``.
    """
    people.require(actor, Permission.ISSUE)
    sent = _sent(session, new.case)
    before = [each for each in _deliveries(session, new.case) if each.number == sent.number]
    attempt = rules.attempt(new, before, sent.dispatched_on, session.info["clock"].today())
    seq = records.next_seq(session)
    row = DeliveryRow(
        id=f"{new.case}-{seq}",
        case_id=new.case,
        number=sent.number,
        attempt=attempt,
        step=new.step.value,
        on_day=new.on,
        by_whom=new.by_whom.strip(),
        tracking=new.tracking.strip(),
        note=new.note,
        recorded_by=actor.login,
        recorded_at=records.now(session),
        seq=seq,
    )
    session.add(row)
    content = {
        "number": row.number, "attempt": attempt, "step": row.step, "on": str(row.on_day), "by_whom": row.by_whom,
        "tracking": row.tracking, "note": row.note,
    }  # fmt: skip
    records.append(session, Act(actor.login, "letter_delivery", content, new.case), [row])
    return _delivery(row)


def explain(session: Session, actor: Actor, new: NewExplanation) -> Explanation:
    """Write down that the letter in force was explained orally.

    Raises ``NotPermitted`` (role, or nothing is issued), ``BadInput`` as ``rules.check_explanation``.
    """
    people.require(actor, Permission.ISSUE)
    sent = _sent(session, new.case)
    rules.check_explanation(new, sent.dispatched_on, session.info["clock"].today())
    seq = records.next_seq(session)
    row = ExplanationRow(
        id=f"{new.case}-{seq}",
        case_id=new.case,
        number=sent.number,
        on_day=new.on,
        given_by=new.given_by.strip(),
        language=new.language,
        interpreter=new.interpreter.strip(),
        asked=new.asked,
        answered=new.answered,
        recorded_by=actor.login,
        recorded_at=records.now(session),
        seq=seq,
    )
    session.add(row)
    content = {
        "number": row.number, "on": str(row.on_day), "given_by": row.given_by, "language": row.language,
        "interpreter": row.interpreter, "asked": row.asked, "answered": row.answered,
    }  # fmt: skip
    records.append(session, Act(actor.login, "letter_explained", content, new.case), [row])
    return _explanation(row)


def log(session: Session, case: str) -> Log:
    """Everything that was written down about the letters of a case."""
    cases.row_of(session, case)
    asked = select(ExplanationRow).where(ExplanationRow.case_id == case).order_by(ExplanationRow.seq)
    explanations = tuple(_explanation(row) for row in session.scalars(asked))
    return Log(_deliveries(session, case), explanations)


def _sent(session: Session, case: str) -> Dispatch:
    cases.row_of(session, case, lock=True)
    sent = letters.dispatch_of(session, case)
    if sent is None:
        raise NotPermitted("issuing.nothing_issued", case=case)
    return sent


def _deliveries(session: Session, case: str) -> tuple[Delivery, ...]:
    asked = select(DeliveryRow).where(DeliveryRow.case_id == case).order_by(DeliveryRow.seq)
    return tuple(_delivery(row) for row in session.scalars(asked))


def _delivery(row: DeliveryRow) -> Delivery:
    return Delivery(
        row.case_id, row.number, row.attempt, Step(row.step), row.on_day, row.by_whom, row.tracking, row.note,
        row.recorded_by, row.recorded_at,
    )  # fmt: skip


def _explanation(row: ExplanationRow) -> Explanation:
    return Explanation(
        row.case_id, row.number, row.on_day, row.given_by, row.language, row.interpreter, row.asked, row.answered,
        row.recorded_by, row.recorded_at,
    )  # fmt: skip
