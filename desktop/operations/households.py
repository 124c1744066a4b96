"""Cases of one family side by side."""

from collections.abc import Sequence

from desktop.operations import refusals
from models.cases.values import Case
from models.decisions.values import Outcome
from models.errors import Problem
from models.findings.values import Finding
from models.households import rules, service
from models.households.values import Distinction, Family
from models.people import rules as people
from models.people.values import Actor, Permission
from models.store.office import Office, Session


def family(office: Office, actor: Actor, case: str) -> Family:
    """The family of a case, the case first. Raises ``NotPermitted``, ``NotFound``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        return service.family(session, case)


def problems(session: Session, case: str, outcome: Outcome | None) -> tuple[Problem, ...]:
    """What the family adds to the gate."""
    return tuple(rules.differing(service.family(session, case), outcome))


@refusals.recorded
def join(office: Office, actor: Actor, case: str, household: str) -> Case:
    """Put a case into a household, or take it out (empty). Raises ``NotPermitted``, ``NotFound``, ``BadInput``."""
    with office.begin() as session:
        return service.join(session, actor, case, household)


@refusals.recorded
def share(
    office: Office, actor: Actor, case: str, pieces: Sequence[str], to: Sequence[str]
) -> dict[str, tuple[str, ...]]:
    """Enter pieces once for several cases: all or none. Raises ``NotPermitted``, ``NotFound``, ``BadInput``, ``RowsRefused``."""
    with office.begin() as session:
        return {each: service.share(session, actor, case, pieces, each) for each in to}


@refusals.recorded
def copy_finding(office: Office, actor: Actor, case: str, criterion: str, to: str) -> Finding:
    """Take a finding over. Raises ``NotPermitted``, ``NotFound``, ``BadInput``, ``CheckFailed``."""
    with office.begin() as session:
        return service.copy_finding(session, actor, case, criterion, to)


@refusals.recorded
def distinguish(office: Office, actor: Actor, case: str, outcome: Outcome, other: str, text: str) -> Distinction:
    """Say why outcomes differ. Raises ``NotPermitted``, ``NotFound``, ``BadInput``."""
    with office.begin() as session:
        return service.distinguish(session, actor, case, outcome, other, text)
