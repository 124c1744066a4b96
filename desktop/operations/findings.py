"""Drafts and findings."""

from collections.abc import Mapping, Sequence

from desktop.operations import refusals
from models.casefile import service as casefile
from models.casefile.values import Assessed
from models.decisions import rules as decisions
from models.findings import payload as payloads
from models.findings import service
from models.findings.values import Finding, FindingDraft, SavedDraft
from models.people import rules as people
from models.people.values import Actor, Permission
from models.records.service import once
from models.requests import service as requests
from models.store.office import Office, Session


@refusals.recorded
def save_draft(office: Office, actor: Actor, draft: FindingDraft) -> SavedDraft:
    """Keep what stands in the sheet. Raises ``NotPermitted``, ``BadInput``."""
    with office.begin() as session:
        return service.save_draft(session, actor, draft)


@refusals.recorded
def discard_draft(office: Office, actor: Actor, case: str, criterion: str) -> None:
    """Throw a draft away."""
    with office.begin() as session:
        service.discard_draft(session, actor, case, criterion)


@refusals.recorded
def set_aside(office: Office, actor: Actor, draft: FindingDraft) -> None:
    """Give way to a finding recorded first; the own words stay in the history. Raises ``NotPermitted``."""
    with office.begin() as session:
        service.set_aside(session, actor, draft)


@refusals.recorded
def record(office: Office, actor: Actor, draft: FindingDraft, key: str | None = None) -> Finding:
    """Record a finding; with a ``key`` a repeated command gives the first answer again.

    Raises ``CheckFailed`` with the problems, ``Stale`` with both texts, ``NotPermitted``, ``BadInput``.
    """
    with office.begin(key) as session:
        return once(
            session,
            "finding_recorded",
            lambda: service.record(session, actor, draft),
            lambda found: [found.case, found.criterion, found.revision],
            lambda kept: service.revision(session, *kept),
        )


@refusals.recorded
def confirm(office: Office, actor: Actor, case: str, criteria: Sequence[str] = ()) -> tuple[Finding, ...]:
    """Confirm findings whose facts changed, all or none; without names every such finding of the case.

    Raises ``NotPermitted``, ``NotFound`` where nothing changed, ``CheckFailed`` where the reasons no longer hold.
    """
    people.require(actor, Permission.ASSESS)
    with office.begin() as session:
        today = office.clock.today()
        base = service.ground(session, case, today)
        found = service.of_case(session, case)
        wanted = criteria or [each.criterion for each in found if service.changed(each, base.facts, today)]
        return tuple(service.confirm(session, actor, case, each, base) for each in wanted)


def history(office: Office, case: str, criterion: str) -> tuple[Finding, ...]:
    """Every revision on a criterion, oldest first."""
    with office.read() as session:
        return service.history(session, case, criterion)


@refusals.recorded
def assess(office: Office, actor: Actor, payload: Mapping[str, object]) -> tuple[Assessed, ...]:
    """Record the findings of a file, all or none; an unassigned case is taken. The gate's answer stands beside each.

    Raises ``BadInput`` naming the place (unknown criterion, fact, evidence, a reason that does not hold),
    ``NotPermitted``, ``NotFound``.
    """
    asked = payloads.read(payload)
    with office.begin() as session:
        made = [(each.case, _assess(session, actor, each)) for each in asked]
        today = office.clock.today()
        return tuple(
            Assessed(case, found, decisions.gate(casefile.gather(session, case, today), None, ""))
            for case, found in made
        )


def _assess(session: Session, actor: Actor, asked: payloads.Assessment) -> tuple[Finding, ...]:
    """The findings of one case, and why linked data behind them are not put to the applicant, where the file says so."""
    made = tuple(service.assess(session, actor, asked))
    for each in asked.findings:
        if each.unasked:
            requests.leave_unasked(session, actor, asked.case, each.criterion, each.unasked)
    return made
