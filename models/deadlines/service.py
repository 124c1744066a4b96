"""Verbs of deadlines: of one case, or of everything that somebody has in hand."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.cases import forms
from models.cases import rules as case_rules
from models.cases import service as cases
from models.cases.tables import CaseRow
from models.closings import service as closings
from models.deadlines import rules
from models.deadlines.values import Deadline, Watched
from models.frameworks.service import shelf
from models.inquiries import service as inquiries
from models.inquiries.tables import InquiryRow
from models.inquiries.values import InquiryState
from models.requests import service as requests
from models.requests.tables import RequestRow
from models.requests.values import RequestState


def of_case(session: Session, case: str) -> tuple[Deadline, ...]:
    """The deadlines of a case. Raises ``NotFound``."""
    return _of_row(session, cases.row_of(session, case), closings.days(session))


def of_person(session: Session, login: str) -> tuple[Deadline, ...]:
    """The deadlines of everything that a person has in hand, the first first."""
    asked = select(CaseRow).where(CaseRow.assigned_to == login, CaseRow.standing <= case_rules.LAST_OPEN)
    closed = closings.days(session)
    found = [each for row in session.scalars(asked) for each in _of_row(session, row, closed)]
    return tuple(sorted(found, key=lambda each: (each.on, each.case, each.kind)))


def falling_on(session: Session, day: date) -> tuple[tuple[str, str], ...]:
    """What of open cases is due on a day: the case, and ``request:1`` (a reply) or ``inquiry:1`` (an appointment)."""
    replies = (
        select(RequestRow.case_id, RequestRow.number)
        .join(CaseRow, CaseRow.id == RequestRow.case_id)
        .where(RequestRow.due_on == day, RequestRow.state.in_([each.value for each in RequestState if each.is_open]))
    )
    meetings = (
        select(InquiryRow.case_id, InquiryRow.number)
        .join(CaseRow, CaseRow.id == InquiryRow.case_id)
        .where(InquiryRow.planned_on == day, InquiryRow.state == InquiryState.PLANNED.value)
    )
    still = CaseRow.standing <= case_rules.LAST_OPEN
    found = [(case, f"request:{number}") for case, number in session.execute(replies.where(still))]
    found += [(case, f"inquiry:{number}") for case, number in session.execute(meetings.where(still))]
    return tuple(sorted(found))


def _of_row(session: Session, row: CaseRow, closed: frozenset[date]) -> tuple[Deadline, ...]:
    framework = shelf(session).get(cases.framework_ref(row))
    watched = Watched(forms.case(row), framework, requests.of_case(session, row.id), inquiries.of_case(session, row.id))
    return rules.of_case(watched, session.info["clock"].today(), closed)
