"""Verbs of reapplications: see who may be the same, link, undo, read the earlier case beside the new one."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.cases import forms, whose
from models.cases import service as cases
from models.cases.tables import CaseRow
from models.decisions import service as decisions
from models.errors import BadInput, NotFound
from models.evidence import free_text
from models.evidence.tables import EvidenceRow
from models.findings import service as findings
from models.findings.values import FindingState
from models.frameworks.service import shelf
from models.people.values import Actor
from models.reapplications import rules
from models.reapplications.tables import EarlierRow
from models.reapplications.values import Candidate, Earlier, EarlierFinding, Link, Sign
from models.records import service as records
from models.records.values import Act
from models.store.clock import JAPAN

_ORDER = {FindingState.NOT_MET: 0, FindingState.NEEDS_DOCUMENTS: 1}
_SHOWN = 20
_ASKED = 400
LONGEST_WHY = 1000


def candidates(session: Session, case: str) -> tuple[Candidate, ...]:
    """Cases that were received before this one and may be of the same applicant, those with the most in common first.

    The day of birth is the same, and a name, a reading or a number speaks for it (``rules.signs``); of a person's own role only
    what it may see. Raises ``NotFound``.
    """
    row = cases.row_of(session, case)
    asked = select(CaseRow).where(
        CaseRow.born_on == row.born_on, CaseRow.id != case, CaseRow.received_on <= row.received_on
    )
    linked = {each.earlier for each in links(session, case)}
    rows = [
        each
        for each in session.scalars(asked.order_by(CaseRow.received_on.desc(), CaseRow.id))
        if each.id not in linked
    ]
    held = rules.of_a_person(_receipts(session, [case, *(each.id for each in rows)]))
    ours = forms.case(row)
    found = [
        Candidate(theirs, Sign.NAME in signs, signs)
        for theirs in map(forms.case, rows)
        if (signs := rules.signs(ours, theirs, held[case], held[theirs.id]))
    ]
    return tuple(sorted(found, key=lambda each: -len(each.signs))[:_SHOWN])


def _receipts(session: Session, ids: list[str]) -> dict[str, set[object]]:
    """Under which receipts of which source the evidence of these cases came."""
    found: dict[str, set[object]] = {each: set() for each in ids}
    for start in range(0, len(ids), _ASKED):
        asked = select(EvidenceRow.case_id, EvidenceRow.source, EvidenceRow.receipt).where(
            EvidenceRow.case_id.in_(ids[start : start + _ASKED]), EvidenceRow.receipt.is_not(None)
        )
        for case, source, receipt in session.execute(asked.distinct()):
            found[case].add((source, receipt))
    return found


def link(session: Session, actor: Actor, case: str, earlier: str, why: str) -> Link:
    """Say that an earlier case is of the same applicant. Nothing of either case is merged.

    Raises ``NotPermitted`` (role, another's case), ``NotFound``, ``BadInput`` (no reason, the case itself, a later one, linked
    already).
    """
    row = whose.kept(session, actor, case)
    before = cases.row_of(session, earlier)
    _check_why(case, why)
    if earlier == case or before.received_on > row.received_on:
        raise BadInput("reapplications.not_earlier", case=case, earlier=earlier)
    if earlier in {each.earlier for each in links(session, case)}:
        raise BadInput("reapplications.linked", case=case, earlier=earlier)
    last = session.scalar(select(func.max(EarlierRow.number)).where(EarlierRow.case_id == case)) or 0
    made = EarlierRow(
        case_id=case, number=last + 1, earlier=earlier, why=why.strip(), by=actor.login, at=records.now(session),
        undone_by=None, undone_at=None,
    )  # fmt: skip
    session.add(made)
    session.flush()
    records.append(session, Act(actor.login, "earlier_linked", {"earlier": earlier, "why": made.why}, case), [made])
    return _value(made)


def unlink(session: Session, actor: Actor, case: str, earlier: str, why: str) -> Link:
    """Undo a link that was wrong; it stays in the record. Raises ``NotPermitted``, ``NotFound``, ``BadInput``."""
    whose.kept(session, actor, case)
    _check_why(case, why)
    asked = select(EarlierRow).where(
        EarlierRow.case_id == case, EarlierRow.earlier == earlier, EarlierRow.undone_by.is_(None)
    )
    row = session.scalars(asked).first()
    if row is None:
        raise NotFound("reapplications.not_linked", case=case, earlier=earlier)
    row.undone_by, row.undone_at = actor.login, records.now(session)
    content = {"earlier": earlier, "why": why.strip()}
    records.append(session, Act(actor.login, "earlier_unlinked", content, case), [row])
    return _value(row)


def links(session: Session, case: str) -> tuple[Link, ...]:
    """The links that hold, oldest first."""
    asked = select(EarlierRow).where(EarlierRow.case_id == case, EarlierRow.undone_by.is_(None))
    return tuple(_value(row) for row in session.scalars(asked.order_by(EarlierRow.number)))


def later(session: Session, case: str) -> tuple[Link, ...]:
    """The links of later cases to this one, as far as this person may see those cases: the first shows the second as the second
    shows the first."""
    asked = select(EarlierRow).where(EarlierRow.earlier == case, EarlierRow.undone_by.is_(None))
    found = session.scalars(asked.order_by(EarlierRow.at, EarlierRow.case_id)).all()
    return tuple(_value(row) for row in found if session.get(CaseRow, row.case_id) is not None)


def earlier(session: Session, case: str) -> tuple[Earlier, ...]:
    """The linked cases as they ended, the latest first; of each the findings, not met first. A case that this person may not
    see (another unit's) is left out."""
    found = [_earlier(session, each) for each in links(session, case) if session.get(CaseRow, each.earlier) is not None]
    return tuple(sorted(found, key=lambda each: each.case.received_on, reverse=True))


def _earlier(session: Session, each: Link) -> Earlier:
    row = cases.row_of(session, each.earlier)
    framework = shelf(session).get(cases.framework_ref(row))
    place = {criterion.key: at for at, criterion in enumerate(framework.criteria)}
    titles = {criterion.key: criterion.title for criterion in framework.criteria}
    held = [one for one in findings.of_case(session, each.earlier) if one.criterion in place]
    held.sort(key=lambda one: (_ORDER.get(one.finding, 2), place[one.criterion]))
    rounds = decisions.rounds(session, each.earlier)
    signed = rounds[-1].countersigned if rounds else None
    return Earlier(
        each,
        forms.case(row),
        rounds[-1].proposal.outcome if signed else None,
        signed.at.astimezone(JAPAN).date() if signed else None,
        tuple(EarlierFinding(one.criterion, titles[one.criterion], one) for one in held),
    )


def _check_why(case: str, why: str) -> None:
    if not why.strip():
        raise BadInput("reapplications.no_why", case=case)
    if len(why) > LONGEST_WHY:
        raise BadInput("turns.too_long", longest=LONGEST_WHY)
    free_text.check(why)


def _value(row: EarlierRow) -> Link:
    return Link(row.case_id, row.number, row.earlier, row.why, row.by, row.at, row.undone_by)
