"""Interviews, surveys, inquiries, consultations and forwardings."""

from desktop.operations import refusals
from models.cases import service as cases
from models.inquiries import service
from models.inquiries.values import Inquiry, NewInquiry, Outcome
from models.people import rules as people
from models.people.values import Actor, Permission
from models.records.service import once
from models.store.office import Office


@refusals.recorded
def plan(office: Office, actor: Actor, new: NewInquiry, key: str | None = None) -> Inquiry:
    """Plan one. Raises ``NotPermitted``, ``NotFound``, ``CheckFailed`` with the problems."""
    with office.begin(key) as session:
        return once(
            session,
            "inquiry_planned",
            lambda: service.plan(session, actor, new),
            lambda made: [made.case, made.number],
            lambda kept: service.of(session, *kept),
        )


@refusals.recorded
def finish(office: Office, actor: Actor, case: str, number: int, outcome: Outcome, key: str | None = None) -> Inquiry:
    """Record what came of it. Raises ``NotPermitted``, ``NotFound``, ``CheckFailed`` with the problems."""
    with office.begin(key) as session:
        return once(
            session,
            "inquiry_done",
            lambda: service.finish(session, actor, case, number, outcome),
            lambda made: [made.case, made.number],
            lambda kept: service.of(session, *kept),
        )


@refusals.recorded
def cancel(office: Office, actor: Actor, case: str, number: int, why: str) -> Inquiry:
    """Call it off, with a reason. Raises ``NotPermitted``, ``NotFound``, ``BadInput``."""
    with office.begin() as session:
        return service.cancel(session, actor, case, number, why)


def listing(office: Office, actor: Actor, case: str) -> tuple[Inquiry, ...]:
    """All of a case, oldest first. Raises ``NotPermitted``, ``NotFound``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        cases.row_of(session, case)
        return service.of_case(session, case)


def picture(office: Office, actor: Actor, case: str, number: int, which: int) -> bytes:
    """A picture of a survey. Raises ``NotPermitted``, ``NotFound``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        return service.picture(session, case, number, which)
