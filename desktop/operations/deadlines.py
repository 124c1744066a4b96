"""Deadlines, the calendar file, and the office's own closing days."""

from datetime import date

from desktop.operations import refusals
from models.closings import service as closings
from models.closings.values import Closing
from models.deadlines import ics, service
from models.deadlines.values import Deadline
from models.people import rules as people
from models.people.values import Actor, Permission
from models.store.office import Office


def of_case(office: Office, actor: Actor, case: str) -> tuple[Deadline, ...]:
    """The deadlines of a case, the first first. Raises ``NotPermitted``, ``NotFound``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        return service.of_case(session, case)


def mine(office: Office, actor: Actor) -> tuple[Deadline, ...]:
    """The deadlines of everything the actor has in hand. Raises ``NotPermitted``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        return service.of_person(session, actor.login)


def calendar(office: Office, actor: Actor, lang: str, case: str | None = None) -> bytes:
    """The calendar file of a case, or of everything the actor has in hand. Raises ``NotPermitted``, ``NotFound``."""
    found = of_case(office, actor, case) if case else mine(office, actor)
    return ics.calendar(found, office.clock.now(), lang, "")


def closing_days(office: Office, actor: Actor) -> tuple[Closing, ...]:
    """The office's own closing days. Raises ``NotPermitted``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        return closings.listing(session)


def falling_on(office: Office, actor: Actor, on: date) -> tuple[tuple[str, str], ...]:
    """What of open cases is due on a day: (case, ``request:1`` or ``inquiry:1``). Raises ``NotPermitted``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        return service.falling_on(session, on)


@refusals.recorded
def add_closing(office: Office, actor: Actor, on: date, name: str) -> Closing:
    """Add a closing day. Raises ``NotPermitted``, ``BadInput``."""
    with office.begin() as session:
        return closings.add(session, actor, on, name)


@refusals.recorded
def remove_closing(office: Office, actor: Actor, on: date) -> Closing:
    """Take a closing day back. Raises ``NotPermitted``, ``NotFound``."""
    with office.begin() as session:
        return closings.remove(session, actor, on)
