"""Verbs of the rules of who may decide: draft a version, approve it; sign a step of a proposal."""

from collections.abc import Sequence
from datetime import date, datetime

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.authority import forms, rules
from models.authority.tables import AuthorityRow, SigningRow
from models.authority.values import Line, Pending, Rules, Signing
from models.cases.tables import CaseRow
from models.errors import BadInput, CheckFailed, NotFound, NotPermitted
from models.evidence import free_text
from models.people import rules as people
from models.people import service as people_service
from models.people.values import Actor, Permission
from models.records import service as records
from models.records.values import Act
from models.store import reading

_SIGNINGS = reading.of_case(SigningRow, "round", "number")


def draft(session: Session, actor: Actor, lines: Sequence[Line], from_on: date, why: str) -> Rules:
    """Draft a version; it governs nothing until another person approves it. Raises ``NotPermitted``, ``BadInput`` without a
    reason or for a day that is past, ``CheckFailed`` with the problems."""
    people.require(actor, Permission.KEEP_AUTHORITY)
    if not why.strip():
        raise BadInput("authority.why")
    if from_on < session.info["clock"].today():
        raise BadInput("authority.past", day=from_on)
    signers = {each.login for each in people_service.listing(session) if each.active and _signs(each.role)}
    if found := tuple(rules.problems(lines, signers)):
        raise CheckFailed("authority.refused", found)
    free_text.check(why, forms.lines_out(lines))
    number = (session.scalar(select(func.max(AuthorityRow.number))) or 0) + 1
    row = AuthorityRow(
        number=number,
        lines=forms.lines_out(lines),
        from_on=from_on,
        why=why.strip(),
        drafted_by=actor.login,
        drafted_at=records.now(session),
        approved_by=None,
        approved_at=None,
    )
    session.add(row)
    session.flush()
    content = {"version": number, "lines": row.lines, "from": from_on.isoformat(), "why": row.why}
    records.append(session, Act(actor.login, "authority_drafted", content), [row])
    return forms.rules(row)


def approve(session: Session, actor: Actor, number: int) -> Rules:
    """Put the newest draft in force from its day. Raises ``NotPermitted`` for its drafter, ``NotFound``, ``BadInput`` for one
    that is approved already or was overtaken."""
    people.require(actor, Permission.KEEP_AUTHORITY)
    row = session.get(AuthorityRow, number, with_for_update=True)
    if row is None:
        raise NotFound("authority.unknown", number=number)
    newest = session.scalar(select(func.max(AuthorityRow.number)))
    if row.approved_by is not None or number != newest:
        raise BadInput("authority.not_open", number=number)
    if row.drafted_by == actor.login:
        raise NotPermitted("authority.two_people", number=number, name=actor.name)
    row.approved_by, row.approved_at = actor.login, records.now(session)
    content = {"version": number, "from": row.from_on.isoformat(), "drafted_by": row.drafted_by}
    records.append(session, Act(actor.login, "authority_approved", content), [row])
    return forms.rules(row)


def in_force(session: Session, today: date) -> Rules:
    """The version that governs today: of those approved and begun, the one that began last."""
    asked = select(AuthorityRow).where(AuthorityRow.approved_by.is_not(None), AuthorityRow.from_on <= today)
    row = session.scalars(asked.order_by(AuthorityRow.from_on.desc(), AuthorityRow.number.desc()).limit(1)).first()
    return rules.DEFAULT if row is None else forms.rules(row)


def versions(session: Session) -> tuple[Rules, ...]:
    """Every version, newest first."""
    return tuple(forms.rules(row) for row in session.scalars(select(AuthorityRow).order_by(AuthorityRow.number.desc())))


def version(session: Session, number: int) -> Rules:
    """One version; 0 is what holds where an office has made none. Raises ``NotFound``."""
    if number == 0:
        return rules.DEFAULT
    row = session.get(AuthorityRow, number)
    if row is None:
        raise NotFound("authority.unknown", number=number)
    return forms.rules(row)


def pending(session: Session, row: CaseRow, outcome: str, edited_at: datetime | None = None) -> Pending:
    """The step that is due on a case's proposal under the rules of today."""
    governing = in_force(session, session.info["clock"].today())
    line = rules.line_for(governing, row.kind, row.route, outcome, row.unit)
    return rules.pending(line, governing.number, signings(session, row.id, row.round), edited_at)


def sign(session: Session, actor: Actor, row: CaseRow, due: Pending, reason: str) -> SigningRow:
    """Write a signature; the caller records the act with the row. Raises ``NotPermitted`` (see ``rules.check``)."""
    deputy = rules.check(row.id, due, actor.login, reason)
    kept = select(func.max(SigningRow.number)).where(SigningRow.case_id == row.id, SigningRow.round == row.round)
    new = SigningRow(
        case_id=row.id,
        round=row.round,
        number=(session.scalar(kept) or 0) + 1,
        step=due.step,
        title=due.due.title["ja"],
        by=actor.login,
        at=records.now(session),
        rules=due.rules,
        line=due.line.key,
        last=due.last,
        deputy=deputy,
        reason=reason.strip() if deputy else "",
    )
    session.add(new)
    session.flush()
    return new


def signings(session: Session, case: str, round_: int | None = None) -> tuple[Signing, ...]:
    """The signatures on a case's proposals, or on one round's, oldest first."""
    found = reading.rows(session, _SIGNINGS, case=case)
    return tuple(forms.signing(row) for row in found if round_ is None or row.round == round_)


def _signs(role: object) -> bool:
    return any(role is each and people.may(each, Permission.COUNTERSIGN) for each in people.MATRIX)
