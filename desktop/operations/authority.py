"""Who may decide what: read, draft, approve."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from desktop.operations import refusals
from models.authority import forms, rules, service
from models.authority.values import Line, Rules
from models.casefile.values import CaseFile
from models.letters.values import Letterhead
from models.people import rules as people
from models.people.values import Actor, Permission
from models.store.office import Office, Session


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
    with office.begin(signer=actor.signer) as session:
        return service.approve(session, actor, number)


def line_of(session: Session, file: CaseFile) -> Line:
    """The line that a case's newest proposal was signed under; before any signature, the one that governs today."""
    proposal = file.rounds[-1].proposal
    signed = [each for each in file.signings if each.round == proposal.round]
    if signed:
        lines = service.version(session, signed[-1].rules).lines
        found = next((each for each in lines if each.key == signed[-1].line), None)
        if found is not None:
            return found
    case = file.case
    governing = service.in_force(session, file.seen_on)
    return rules.line_for(governing, case.kind.value, case.route, proposal.outcome.value, case.unit)


def named(session: Session, file: CaseFile, head: Letterhead) -> Letterhead:
    """The letterhead with the issuing authority that the governing line names."""
    if not file.rounds:
        return head
    authority = line_of(session, file).authority
    return head if authority is None else replace(head, signatory=authority)


def read(said: object) -> tuple[Line, ...]:
    """Lines from JSON. Raises ``BadInput`` naming the place that is wrong."""
    return forms.lines_in(said)


def written(lines: Sequence[Line]) -> list[dict[str, object]]:
    """Lines as JSON."""
    return forms.lines_out(lines)
