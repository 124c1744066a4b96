"""Who may decide what: read, draft, approve."""

from collections.abc import Sequence
from datetime import date

from desktop.operations import refusals
from models.authority import forms, service
from models.authority.values import Line, Rules
from models.people import rules as people
from models.people.values import Actor, Permission
from models.store.office import Office


def in_force(office: Office, actor: Actor) -> Rules:
    """The rules that govern today. Raises ``NotPermitted``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        return service.in_force(session, office.clock.today())


def versions(office: Office, actor: Actor) -> tuple[Rules, ...]:
    """Every version that the office made, newest first. Raises ``NotPermitted``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        return service.versions(session)


@refusals.recorded
def draft(office: Office, actor: Actor, lines: Sequence[Line], from_on: date, why: str) -> Rules:
    """Draft a version; another person approves it. Raises ``NotPermitted``, ``BadInput``, ``CheckFailed``."""
    with office.begin() as session:
        return service.draft(session, actor, lines, from_on, why)


@refusals.recorded
def approve(office: Office, actor: Actor, number: int) -> Rules:
    """Put a draft in force from its day. Raises ``NotPermitted``, ``NotFound``, ``BadInput``."""
    with office.begin() as session:
        return service.approve(session, actor, number)


def read(said: object) -> tuple[Line, ...]:
    """Lines from JSON. Raises ``BadInput`` naming the place that is wrong."""
    return forms.lines_in(said)


def written(lines: Sequence[Line]) -> list[dict[str, object]]:
    """Lines as JSON."""
    return forms.lines_out(lines)
