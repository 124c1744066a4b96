"""Gate, propose, send back, countersign (to issue stands with the letters)."""

from collections.abc import Sequence
from typing import TypeVar

from desktop.operations import households, refusals
from models.authority import service as authority
from models.authority.values import Pending, Signing
from models.casefile import service as casefile
from models.decisions import rules, service
from models.decisions.drafts import service as drafts
from models.decisions.values import (
    Countersignature,
    DecisionDraft,
    GateResult,
    Outcome,
    Proposal,
    Return,
    SavedPaper,
)
from models.errors import Problem, Severity
from models.letters.rewording import service as rewording
from models.likecases import service as likecases
from models.likecases.kept import service as like_cases_kept
from models.people import rules as people
from models.people import service as people_service
from models.people.values import Actor, Permission
from models.records import service as records
from models.records.service import once
from models.requests import comments
from models.store.office import Office, Session

T = TypeVar("T")
SIGN = "countersign"
"""What the password is typed for."""


def gate(
    office: Office,
    actor: Actor,
    case: str,
    outcome: Outcome | None,
    weighing: str,
    *,
    heard: bool = False,
    compared: bool = False,
) -> GateResult:
    """What stands against a proposal now; ``heard`` and ``compared``: as the desk asks it. Raises ``NotPermitted``, ``NotFound``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        return _gate(session, office, actor, case, outcome, weighing, heard=heard, compared=compared)


def unheard(office: Office, actor: Actor, case: str) -> tuple[Problem, ...]:
    """On which unmet findings the applicant was not heard, and which findings differ from most like cases without a word on it, as the
    gate tells it. Raises ``NotPermitted``, ``NotFound``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        file = casefile.gather(session, case, office.clock.today())
        unlike = likecases.problems(session, file, Severity.WARN)
    return (*comments.problems(rules.unheard(file), file.criteria, Severity.WARN), *unlike)


def _gate(
    session: Session,
    office: Office,
    actor: Actor,
    case: str,
    outcome: Outcome | None,
    weighing: str,
    *,
    heard: bool = False,
    compared: bool = False,
) -> GateResult:
    """The gate's answer, with what like cases, the family and the wording of the letters add to it."""
    file = casefile.gather(session, case, office.clock.today())
    asked = rules.gate(file, outcome, weighing, heard=heard)
    unlike = likecases.problems(session, file, Severity.BLOCK if compared else Severity.WARN)
    asked = GateResult((*asked.problems, *unlike, *households.problems(session, case, outcome)))
    if not rewording.any_of(session, case):
        return asked
    from desktop.operations import lettering  # here, because the renderers take a while to load

    worded = lettering.gate_problems(session, office, actor, case, outcome, weighing)
    return GateResult((*asked.problems, *worded))


@refusals.recorded
def propose(
    office: Office,
    actor: Actor,
    case: str,
    outcome: Outcome,
    weighing: str = "",
    period: str | None = None,
    status: str | None = None,
    key: str | None = None,
    *,
    heard: bool = False,
    compared: bool = False,
) -> Proposal:
    """Propose an outcome: the gate is asked in the same transaction. ``heard``: an applicant who was not heard on linked
    data stops it; ``compared``: so does a finding that differs from most like cases without a word on it. Raises
    ``NotPermitted``, ``CheckFailed``."""
    with office.begin(key) as session:

        def do() -> Proposal:
            asked = _gate(session, office, actor, case, outcome, weighing, heard=heard, compared=compared)
            return service.propose(session, actor, case, outcome, weighing, asked, period, status)

        return once(
            session, "proposed", do, lambda made: made.round, lambda n: service.round_of(session, case, n).proposal
        )


@refusals.recorded
def send_back(
    office: Office,
    actor: Actor,
    case: str,
    comment: str,
    criteria: Sequence[tuple[str, str]] = (),
    key: str | None = None,
) -> Return:
    """Return a proposal with a comment. Raises ``NotPermitted``, ``BadInput``."""
    with office.begin(key) as session:
        return once(
            session,
            "returned",
            lambda: like_cases_kept.after(session, case, service.send_back(session, actor, case, comment, criteria)),
            lambda made: made.round,
            lambda n: _there(service.round_of(session, case, n).returned),
        )


@refusals.recorded
def save_draft(office: Office, actor: Actor, draft: DecisionDraft) -> SavedPaper | None:
    """Keep what was written for a proposal, a return or an edit. Raises ``NotPermitted``."""
    with office.begin() as session:
        return drafts.save(session, actor, draft)


@refusals.recorded
def edit(office: Office, actor: Actor, case: str, weighing: str, version: int, key: str | None = None) -> Proposal:
    """Change the weighing of a proposal before signing it. Raises ``NotPermitted``, ``CheckFailed``, ``Stale``."""
    with office.begin(key) as session:

        def do() -> Proposal:
            file = casefile.gather(session, case, office.clock.today())
            outcome = file.proposal.outcome if file.proposal else None
            return service.edit(session, actor, case, weighing, rules.gate(file, outcome, weighing), version)

        return once(
            session,
            "proposal_edited",
            do,
            lambda made: made.round,
            lambda n: service.round_of(session, case, n).proposal,
        )


def due(office: Office, actor: Actor, case: str) -> Pending:
    """The signature that is due on a proposal: whose, and which of how many. Raises ``NotPermitted``, ``NotFound``."""
    people.require(actor, Permission.SEE_CASES)
    with office.read() as session:
        return service.due(session, case)


@refusals.recorded
def endorse(office: Office, actor: Actor, case: str, reason: str = "", key: str | None = None) -> Signing:
    """Sign a step before the one that decides. Raises ``NotPermitted``, ``Stale``."""
    people.require(actor, Permission.COUNTERSIGN)
    people.require_confirmed(actor, SIGN, case)
    with office.begin(key, actor.signer) as session:
        people_service.require_current(session, actor)
        return once(
            session,
            "endorsed",
            lambda: service.endorse(session, actor, case, records.last_act(session, case), reason),
            lambda made: [made.round, made.number],
            lambda kept: next(each for each in authority.signings(session, case, kept[0]) if each.number == kept[1]),
        )


def sign(
    office: Office, actor: Actor, case: str, reason: str = "", key: str | None = None
) -> Countersignature | Signing:
    """Give the signature that is due: one on the way, or the one that decides. Raises ``NotPermitted``, ``Stale``."""
    with office.read() as session:
        pending = service.due(session, case)
    if pending.last:
        return countersign(office, actor, case, key, reason)
    return endorse(office, actor, case, reason, key)


@refusals.recorded
def countersign(office: Office, actor: Actor, case: str, key: str | None = None, reason: str = "") -> Countersignature:
    """Sign the proposal under the exact letter that follows from it; ``reason``: why a deputy signs. Raises ``NotPermitted``,
    ``Stale``."""
    from desktop.operations import letters  # here, because the renderers take a while to load

    people.require(actor, Permission.COUNTERSIGN)
    with office.read() as session:
        seen = records.last_act(session, case)
    digest = letters.compose(office, actor, case, "ja").content_digest
    people.require_confirmed(actor, SIGN, case, digest)
    with office.begin(key, actor.signer) as session:
        people_service.require_current(session, actor)
        return once(
            session,
            "countersigned",
            lambda: like_cases_kept.after(
                session, case, service.countersign(session, actor, case, digest, seen, reason)
            ),
            lambda made: made.round,
            lambda n: _there(service.round_of(session, case, n).countersigned),
        )


def _there(value: T | None) -> T:
    assert value is not None
    return value
