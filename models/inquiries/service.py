"""Verbs of inquiries: plan one, record what came of it, call it off."""

import hashlib
from collections.abc import Iterable

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.cases import service as cases
from models.cases import whose
from models.errors import BadInput, CheckFailed, NotFound, NotPermitted
from models.evidence import service as evidence
from models.evidence.values import Document, EvidenceKind, NewEvidence, Statement
from models.findings import service as findings
from models.inquiries import rules
from models.inquiries.tables import InquiryRow, PictureRow
from models.inquiries.values import Inquiry, InquiryKind, InquiryState, NewInquiry, Outcome, Picture
from models.people import rules as people
from models.people.values import Actor, Permission
from models.records import service as records
from models.records.values import Act
from models.requests.rules import text_problems
from models.store import told
from models.store.base import Base


def plan(session: Session, actor: Actor, new: NewInquiry) -> Inquiry:
    """Plan an interview, a survey, an inquiry, a consultation or a forwarding; the case waits when it says so.

    Raises ``NotPermitted`` (role, another's case, its state), ``CheckFailed`` with the problems.
    """
    people.require(actor, Permission.ASSESS)
    row = whose.taken(session, actor, new.case)
    today = session.info["clock"].today()
    asked = {each.key for each in findings.ground(session, row, today).framework.criteria_for(row.route)}
    if found := tuple(rules.problems(new, today, asked)):
        raise CheckFailed("inquiries.refused", found, case=new.case)
    made = _row(session, actor, new)
    held: list[Base] = [cases.stop_clock(session, row, rules.WAITING[new.kind], _about(made))] if new.waits else []
    content = {
        "inquiry": made.number, "inquiry_kind": made.kind, "subject": made.subject, "whom": made.whom,
        "place": made.place, "planned_on": new.on.isoformat() if new.on else None, "time": made.time,
        "interpreter": made.interpreter, "ground": made.ground, "opinion": made.opinion,
        "criteria": made.criteria, "waits": made.waits,
    }  # fmt: skip
    records.append(session, Act(actor.login, "inquiry_planned", content, new.case), [made, *held, row])
    return of(session, new.case, made.number)


def finish(session: Session, actor: Actor, case: str, number: int, outcome: Outcome) -> Inquiry:
    """Record what came of it, however the case stands: evidence, where it is any, and a case that waited for it wakes.

    Raises ``NotPermitted`` when it is over, ``NotFound``, ``CheckFailed`` with the problems.
    """
    people.require(actor, Permission.IMPORT)
    row = cases.row_of(session, case, lock=True)
    made, before = _planned(session, case, number), of(session, case, number)
    if found := tuple(rules.outcome_problems(before, outcome, session.info["clock"].today())):
        raise CheckFailed("inquiries.refused", found, case=case)
    ids, said = evidence.put(session, case, _pieces(before, outcome))
    made.state, made.done_on = InquiryState.DONE.value, outcome.on
    made.report, made.present, made.read_back = outcome.report.strip(), outcome.present.strip(), outcome.read_back
    made.evidence = list(ids)
    pictures = _pictures(session, made, outcome)
    held = cases.start_clock(session, row, _about(made))
    row.is_new = True
    session.flush()
    content = {
        "inquiry": number, "inquiry_kind": made.kind, "on": outcome.on.isoformat(), "present": made.present,
        "report": made.report, "read_back": made.read_back, "added": list(ids),
        "pictures": [{"name": each.name, "sha256": each.sha256} for each in pictures],
    }  # fmt: skip
    rows = [told.of_row(each) for each in (made, *pictures, *held, row)]
    records.append_many(session, [(Act(actor.login, "inquiry_done", content, case), [*said, *rows])])
    return of(session, case, number)


def cancel(session: Session, actor: Actor, case: str, number: int, why: str) -> Inquiry:
    """Call it off. Raises ``NotPermitted``, ``NotFound``, ``BadInput`` without a reason."""
    people.require(actor, Permission.ASSESS)
    if not why.strip():
        raise BadInput("inquiries.why_cancel", case=case, number=number)
    if found := tuple(text_problems(why, "why")):
        raise CheckFailed("inquiries.refused", found, case=case)
    row = cases.row_of(session, case, lock=True)
    if row.assigned_to not in (None, actor.login):
        raise NotPermitted("cases.not_yours", case=case, by=row.assigned_to)
    made = _planned(session, case, number)
    made.state, made.why = InquiryState.CANCELLED.value, why.strip()
    held = cases.start_clock(session, row, _about(made))
    content = {"inquiry": number, "inquiry_kind": made.kind, "why": made.why}
    records.append(session, Act(actor.login, "inquiry_cancelled", content, case), [made, *held, row])
    return of(session, case, number)


def of(session: Session, case: str, number: int) -> Inquiry:
    """One of them. Raises ``NotFound``."""
    row = session.get(InquiryRow, (case, number))
    if row is None:
        raise NotFound("inquiries.unknown", case=case, number=number)
    kept = select(PictureRow.number, PictureRow.name, PictureRow.caption, PictureRow.sha256)
    kept = kept.where(PictureRow.case_id == case, PictureRow.inquiry == number).order_by(PictureRow.number)
    return _value(row, [Picture(*each) for each in session.execute(kept)])


def of_case(session: Session, case: str) -> tuple[Inquiry, ...]:
    """All of a case, oldest first."""
    asked = select(InquiryRow.number).where(InquiryRow.case_id == case).order_by(InquiryRow.number)
    return tuple(of(session, case, number) for number in session.scalars(asked))


def picture(session: Session, case: str, number: int, which: int) -> bytes:
    """The bytes of a picture. Raises ``NotFound``."""
    row = session.get(PictureRow, (case, number, which))
    if row is None:
        raise NotFound("inquiries.no_picture", case=case, number=number, which=which)
    return row.content


def _planned(session: Session, case: str, number: int) -> InquiryRow:
    row = session.get(InquiryRow, (case, number))
    if row is None:
        raise NotFound("inquiries.unknown", case=case, number=number)
    if InquiryState(row.state) is not InquiryState.PLANNED:
        raise NotPermitted("inquiries.over", case=case, number=number)
    return row


def _row(session: Session, actor: Actor, new: NewInquiry) -> InquiryRow:
    last = session.scalar(select(func.max(InquiryRow.number)).where(InquiryRow.case_id == new.case)) or 0
    row = InquiryRow(
        case_id=new.case,
        number=last + 1,
        kind=new.kind.value,
        state=InquiryState.PLANNED.value,
        subject=new.subject.strip(),
        whom=new.whom.strip(),
        place=new.place.strip(),
        planned_on=new.on,
        time=new.time,
        interpreter=new.interpreter.strip(),
        ground=new.ground.strip(),
        opinion=new.opinion.strip(),
        criteria=list(new.criteria),
        waits=new.waits,
        by=actor.login,
        asked_on=session.info["clock"].today(),
        done_on=None,
        report="",
        present="",
        read_back=None,
        evidence=[],
        why="",
    )
    session.add(row)
    session.flush()
    return row


def _pieces(inquiry: Inquiry, outcome: Outcome) -> list[NewEvidence]:
    """A statement of an interview or a survey, or the other body's answer."""
    if not inquiry.kind.is_evidence:
        return []
    text = outcome.report.strip()
    if inquiry.kind is InquiryKind.INQUIRY:
        record: Statement | Document = Document("inquiry", f"{inquiry.whom}の回答", outcome.on, text)
        kind, source = EvidenceKind.DOCUMENT, inquiry.whom
    else:
        record, kind, source = (
            Statement(inquiry.kind.value, outcome.on, text),
            EvidenceKind.STATEMENT,
            inquiry.kind.value,
        )
    said = (inquiry.kind.value, f"inquiry:{inquiry.number}", outcome.on.isoformat())
    return [NewEvidence(inquiry.case, kind, said, record, source[:200], outcome.on)]


def _pictures(session: Session, made: InquiryRow, outcome: Outcome) -> list[PictureRow]:
    rows = [
        PictureRow(
            case_id=made.case_id,
            inquiry=made.number,
            number=place,
            name=each.name,
            caption=each.caption.strip(),
            sha256=hashlib.sha256(each.content).hexdigest(),
            content=each.content,
        )
        for place, each in enumerate(outcome.pictures, 1)
    ]
    session.add_all(rows)
    return rows


def _value(row: InquiryRow, pictures: Iterable[Picture]) -> Inquiry:
    return Inquiry(
        row.case_id, row.number, InquiryKind(row.kind), InquiryState(row.state), row.subject, row.whom, row.place,
        row.planned_on, row.time, row.interpreter, row.ground, row.opinion, tuple(row.criteria), row.waits, row.by,
        row.asked_on, row.done_on, row.report, row.present, row.read_back, tuple(row.evidence), row.why, tuple(pictures),
    )  # fmt: skip


def _about(row: InquiryRow) -> str:
    return f"inquiry:{row.number}"
