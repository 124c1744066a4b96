"""People beside the applicant, and to whom letters go."""

from desktop.operations import refusals
from models.cases import service as cases
from models.errors import Problem
from models.people import rules as people
from models.people.values import Actor, Permission
from models.representatives import service
from models.representatives.values import NewRepresentative, Representative
from models.store.office import Office


def listing(office: Office, actor: Actor, case: str) -> tuple[Representative, ...]:
    """Every representative of a case. Raises ``NotPermitted``, ``NotFound``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        cases.row_of(session, case)
        return service.of_case(session, case)


def problems(office: Office, new: NewRepresentative) -> tuple[Problem, ...]:
    """What stands against noting them."""
    return tuple(service.problems(new, office.clock.today()))


@refusals.recorded
def add(office: Office, actor: Actor, new: NewRepresentative) -> Representative:
    """Note a representative. Raises ``NotPermitted``, ``NotFound``, ``CheckFailed``."""
    with office.begin() as session:
        return service.add(session, actor, new)


@refusals.recorded
def end(office: Office, actor: Actor, case: str, number: int, why: str) -> Representative:
    """They no longer represent. Raises ``NotPermitted``, ``NotFound``, ``BadInput``."""
    with office.begin() as session:
        return service.end(session, actor, case, number, why)
