"""Verbs of decisions: propose, send back, countersign, mark as issued. Two people, always."""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Protocol

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.authority import service as authority
from models.authority.values import Pending, Signing
from models.cases import service as cases
from models.cases.tables import CaseRow
from models.cases.values import State
from models.decisions import forms
from models.decisions.drafts import service as drafts
from models.decisions.tables import RoundRow
from models.decisions.values import Countersignature, GateResult, Outcome, Paper, Proposal, Return, Round
from models.errors import BadInput, CheckFailed, Message, NotFound, NotPermitted, Stale
from models.evidence import my_number
from models.frameworks.service import shelf
from models.people import rules as people
from models.people.values import Actor, Permission
from models.records import service as records
from models.records.values import Act
from models.requests.comments import Lack
from models.store import reading
from models.store.base import Base

_MANY = 500
_ROUNDS = reading.of_case(RoundRow, "round")


class Sealed(Protocol):
    """What an issued letter tells the record of itself."""

    @property
    def language(self) -> str: ...
    @property
    def format(self) -> str: ...
    @property
    def number(self) -> str: ...
    @property
    def sha256(self) -> str: ...


def propose(
    session: Session,
    actor: Actor,
    case: str,
    outcome: Outcome,
    weighing: str,
    gate: GateResult,
    period: str | None = None,
    status: str | None = None,
) -> Proposal:
    """Propose an outcome; ``gate`` is the gate's answer, asked in this same transaction.

    Raises ``NotPermitted`` (role, another's case, its state, or a framework version that does not apply today) and
    ``CheckFailed`` with the gate's problems. What a grant gives (``rules.given``) is asked by the desk; a proposal of the
    command line may leave it to the residence card, as scripts that knew no period have always done.
    """
    people.require(actor, Permission.PROPOSE)
    row = _own(session, actor, case)
    _check_framework(session, row, session.info["clock"].today())
    if not gate.ok:
        raise CheckFailed("decisions.gate_blocks", gate.blocks, case=case)
    cases.move(row, State.PROPOSED)
    row.round += 1
    new = RoundRow(
        case_id=case,
        round=row.round,
        outcome=outcome.value,
        weighing=weighing,
        period=period,
        status=status,
        proposed_by=actor.login,
        proposed_at=records.now(session),
    )
    session.add(new)
    drafts.drop(session, case, Paper.PROPOSAL)
    content = {
        "round": row.round,
        "outcome": outcome.value,
        "weighing": weighing,
        "period": period,
        "status": status,
        "framework_version": row.framework_version,
        **_unheard(gate),
        **_unlike(gate),
    }
    records.append(session, Act(actor.login, "proposed", content, case), [new, row])
    return forms.proposal(new)


def _unheard(gate: GateResult) -> dict[str, object]:
    """On which criteria the applicant was not heard, where a script proposed all the same: the record says so."""
    codes = {f"gate.{each.value}" for each in Lack}
    criteria = dict.fromkeys(each.place for each in gate.problems if each.message.code in codes)
    return {"unheard": list(criteria)} if criteria else {}


def _unlike(gate: GateResult) -> dict[str, object]:
    """Which findings differ from most like cases without a word on it, where a script proposed all the same."""
    criteria = dict.fromkeys(each.place for each in gate.problems if each.message.code == "gate.like_differs")
    return {"not_distinguished": list(criteria)} if criteria else {}


def send_back(
    session: Session, actor: Actor, case: str, comment: str, criteria: Sequence[tuple[str, str]] = ()
) -> Return:
    """Return a proposal with a comment; everything that was written stays.

    Before the issue a countersigned one too, when something arrived after the signature. Raises ``NotPermitted``,
    ``BadInput``.
    """
    people.require(actor, Permission.RETURN)
    if not comment.strip():
        raise BadInput("decisions.no_comment", case=case)
    if any(my_number.find(words) for words in (comment, *(words for _, words in criteria))):
        raise BadInput("decisions.my_number", case=case)
    row, current = _answerable(session, case, State.PROPOSED, State.COUNTERSIGNED)
    cases.move(row, State.RETURNED)
    row.is_new = True
    current.comment, current.criteria = comment, [list(each) for each in criteria]
    current.returned_by, current.returned_at = actor.login, records.now(session)
    content = {"round": current.round, "comment": comment, "criteria": current.criteria}
    drafts.drop(session, case, Paper.RETURN, actor.login)
    records.append(session, Act(actor.login, "returned", content, case), [current, row])
    found = forms.returned(current)
    assert found is not None
    return found


def edit(session: Session, actor: Actor, case: str, weighing: str, gate: GateResult, version: int) -> Proposal:
    """Change the weighing of another person's proposal before signing it; what the proposer had written is kept beside it.

    ``gate`` is the gate's answer to the new text, asked in this same transaction; ``version`` the case's version when the
    text was begun. Raises ``NotPermitted`` (role, own proposal, nothing proposed), ``CheckFailed`` with the
    gate's problems, ``Stale`` when the case changed meanwhile.
    """
    people.require(actor, Permission.COUNTERSIGN)
    row, current = _answerable(session, case, State.PROPOSED)
    if current.proposed_by == actor.login:
        raise NotPermitted("decisions.two_people", case=case, name=actor.name)
    if row.version != version:
        raise Stale("decisions.changed_meanwhile", theirs=row.version, mine=version, case=case)
    if not gate.ok:
        raise CheckFailed("decisions.gate_blocks", gate.blocks, case=case)
    if current.proposed_weighing is None:
        current.proposed_weighing = current.weighing
    before, current.weighing = current.weighing, weighing
    current.edited_by, current.edited_at = actor.login, records.now(session)
    row.version += 1
    drafts.drop(session, case, Paper.EDIT, actor.login)
    content = {"round": current.round, "before": before, "weighing": weighing}
    records.append(session, Act(actor.login, "proposal_edited", content, case), [current, row])
    return forms.proposal(current)


def due(session: Session, case: str) -> Pending:
    """The signature that is due on a proposal, under the rules of today. Raises ``NotPermitted`` when nothing is proposed."""
    row, current = _answerable(session, case, State.PROPOSED)
    return authority.pending(session, row, current.outcome, current.edited_at)


def endorse(session: Session, actor: Actor, case: str, seen: int, reason: str = "") -> Signing:
    """Sign a step before the last: the proposal goes on to the next person. ``reason``: of a deputy.

    Raises ``NotPermitted`` (role, proposer, somebody else's step, the step that decides), ``Stale``.
    """
    row, current, pending = _signable(session, actor, case, seen)
    if pending.last:
        raise NotPermitted("authority.decides", case=case, step=pending.due.title)
    new = authority.sign(session, actor, row, pending, reason)
    row.version += 1
    content = {"round": current.round, **_signed(new.step, pending, new.deputy, new.reason)}
    records.append(session, Act(actor.login, "endorsed", content, case), [new, row])
    return authority.signings(session, case, current.round)[-1]


def countersign(
    session: Session, actor: Actor, case: str, content_digest: str, seen: int, reason: str = ""
) -> Countersignature:
    """Sign the proposal as the person who decides; ``content_digest`` is of the letter that was read, composed
    when ``seen`` was the number of the case's last act (``records.last_act``); ``reason``: why a deputy signs.

    Raises ``NotPermitted`` for the wrong role, for the proposer, for whom the rules do not name, while another signature is due
    before, and when nothing is proposed; ``Stale`` when the case changed since the letter was composed.
    """
    row, current, pending = _signable(session, actor, case, seen)
    if not pending.last:
        raise NotPermitted("authority.not_last", case=case, step=pending.due.title)
    signed = authority.sign(session, actor, row, pending, reason)
    cases.move(row, State.COUNTERSIGNED)
    current.content_digest = content_digest
    current.countersigned_by, current.countersigned_at = actor.login, records.now(session)
    content = {"round": current.round, "content_digest": content_digest, "outcome": current.outcome}
    if signed.rules:
        content |= _signed(signed.step, pending, signed.deputy, signed.reason)
    records.append(session, Act(actor.login, "countersigned", content, case), [current, signed, row])
    found = forms.countersignature(current)
    assert found is not None
    return found


def _signable(session: Session, actor: Actor, case: str, seen: int) -> tuple[CaseRow, RoundRow, Pending]:
    """A proposal that this person may sign now, and the step that is due on it."""
    people.require(actor, Permission.COUNTERSIGN)
    row, current = _answerable(session, case, State.PROPOSED)
    last = records.last_act(session, case)
    if last != seen:
        raise Stale("decisions.changed_meanwhile", theirs=last, mine=seen, case=case)
    if current.proposed_by == actor.login:
        raise NotPermitted("decisions.two_people", case=case, name=actor.name)
    return row, current, authority.pending(session, row, current.outcome, current.edited_at)


def _signed(step: int, pending: Pending, deputy: bool, reason: str) -> dict[str, object]:
    said: dict[str, object] = {"line": pending.line.key, "step": step, "of": len(pending.line.steps)}
    return said | ({"deputy": reason} if deputy else {})


def mark_issued(
    session: Session, actor: Actor, case: str, letters: Sequence[Sealed], rows: Sequence[Base] = ()
) -> None:
    """Issue: the letters are sealed, and their hashes stand in the record. ``rows`` are the letters' own rows.

    Raises ``NotPermitted`` unless the case is countersigned by a second person, ``BadInput`` without a letter.
    """
    people.require(actor, Permission.ISSUE)
    if not letters:
        raise BadInput("decisions.no_letter", case=case)
    row = cases.row_of(session, case, lock=True)
    current = _round(session, row)
    if current is None or current.countersigned_by in (None, current.proposed_by):
        raise NotPermitted("decisions.not_countersigned", case=case)
    cases.move(row, State.ISSUED)
    for paper in Paper:
        drafts.drop(session, case, paper)
    sealed = [
        {"language": each.language, "format": each.format, "number": each.number, "sha256": each.sha256}
        for each in letters
    ]
    content = {"round": current.round, "content_digest": current.content_digest, "letters": sealed}
    records.append(session, Act(actor.login, "issued", content, case), [row, *rows])


def rounds(session: Session, case: str) -> tuple[Round, ...]:
    """Every round of a case, oldest first."""
    return tuple(forms.round_(row) for row in reading.rows(session, _ROUNDS, case=case))


def round_of(session: Session, case: str, number: int) -> Round:
    """One round. Raises ``NotFound``."""
    row = session.get(RoundRow, (case, number))
    if row is None:
        raise NotFound("decisions.no_round", case=case, number=number)
    return forms.round_(row)


def _own(session: Session, actor: Actor, case: str) -> CaseRow:
    row = cases.row_of(session, case, lock=True)
    cases.check_theirs(row, actor)
    return row


def _check_framework(session: Session, row: CaseRow, today: date) -> None:
    known = shelf(session)
    framework = known.get(cases.framework_ref(row))
    if not known.applies(framework, today, row.received_on):
        raise NotPermitted(
            "decisions.framework_does_not_apply",
            case=row.id,
            framework=framework.title,
            version=framework.version,
            day=today,
        )


def _answerable(session: Session, case: str, *states: State) -> tuple[CaseRow, RoundRow]:
    row = cases.row_of(session, case, lock=True)
    current = _round(session, row)
    if State(row.state) not in states or current is None:
        raise NotPermitted("decisions.nothing_proposed", case=case, state=Message(f"cases.state_{row.state}"))
    return row, current


def _round(session: Session, row: CaseRow) -> RoundRow | None:
    return session.get(RoundRow, (row.id, row.round))


def signed_digests(session: Session, cases_: Iterable[str]) -> dict[str, str]:
    """The digest that the newest countersignature of each case signed; a case without one is left out."""
    wanted, found = list(cases_), dict[str, str]()
    for start in range(0, len(wanted), _MANY):
        asked = select(RoundRow.case_id, RoundRow.content_digest).where(
            RoundRow.case_id.in_(wanted[start : start + _MANY]), RoundRow.content_digest.is_not(None)
        )
        found.update((case, digest) for case, digest in session.execute(asked.order_by(RoundRow.round)) if digest)
    return {case: found[case] for case in wanted if case in found}
