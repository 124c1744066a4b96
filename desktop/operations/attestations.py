"""Attestations of third parties: let the office take them, keep one, withdraw its consent."""

from datetime import date

from desktop.operations import refusals
from models.attestations import service
from models.attestations.values import Attestation, NewAttestation, Switch
from models.cases import service as cases
from models.findings import service as findings
from models.people import rules as people
from models.people.values import Actor, Permission
from models.store.office import Office


def switch(office: Office, actor: Actor) -> Switch:
    """Whether the office takes attestations. Raises ``NotPermitted``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        return service.switch(session)


@refusals.recorded
def turn(office: Office, actor: Actor, on: bool, why: str) -> Switch:
    """Let the office take attestations, or no more. Raises ``NotPermitted``, ``BadInput``."""
    with office.begin() as session:
        return service.turn(session, actor, on, why)


@refusals.recorded
def add(office: Office, actor: Actor, new: NewAttestation) -> Attestation:
    """Keep an attestation. Raises ``NotPermitted`` (role, or the office takes none), ``NotFound``, ``CheckFailed``, ``BadInput``."""
    with office.begin() as session:
        return service.add(session, actor, new)


@refusals.recorded
def withdraw(office: Office, actor: Actor, case: str, evidence: str, why: str, on: date | None = None) -> Attestation:
    """The consent was withdrawn. Raises ``NotPermitted``, ``NotFound``, ``BadInput``."""
    with office.begin() as session:
        return service.withdraw(session, actor, case, evidence, why, on)


def listing(office: Office, actor: Actor, case: str) -> tuple[Attestation, ...]:
    """The attestations of a case as they count today. Raises ``NotPermitted``, ``NotFound``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        cases.row_of(session, case)
        return service.of_case(session, case, office.clock.today())


def resting_on(office: Office, actor: Actor, case: str, evidence: str) -> tuple[str, ...]:
    """The criteria whose findings in force cite a piece. Raises ``NotPermitted``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        found = findings.of_case(session, case)
    return tuple(each.criterion for each in found if any(evidence in reason.evidence for reason in each.reasons))
