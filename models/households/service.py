"""Verbs of households: put a case into one, share evidence, take a finding over, say why outcomes differ."""

from collections.abc import Sequence

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.cases import forms
from models.cases import service as cases
from models.cases.tables import CaseRow
from models.cases.values import Case, State
from models.decisions import service as decisions
from models.decisions.values import Outcome
from models.errors import BadInput, NotPermitted
from models.evidence import my_number
from models.evidence import service as evidence
from models.evidence.values import NewEvidence
from models.findings import service as findings
from models.findings.values import Finding, FindingDraft
from models.households import rules
from models.households.tables import DistinctionRow, FindingCopyRow
from models.households.values import Copied, Distinction, Family, Member
from models.people import rules as people
from models.people.values import Actor, Permission
from models.records import service as records
from models.records.values import Act

_SPOKEN = frozenset({State.PROPOSED, State.COUNTERSIGNED, State.ISSUED, State.CLOSED})
LONGEST = 64


def family(session: Session, case: str) -> Family:
    """The family of a case. Raises ``NotFound``."""
    row = cases.row_of(session, case)
    rows = [row]
    if row.household:
        asked = select(CaseRow).where(CaseRow.household == row.household, CaseRow.id != case)
        rows += session.scalars(asked.order_by(CaseRow.received_on, CaseRow.id))
    said = select(DistinctionRow).where(DistinctionRow.case_id == case).order_by(DistinctionRow.number)
    return Family(
        row.household,
        tuple(_member(session, each) for each in rows),
        tuple(_distinction(each) for each in session.scalars(said)),
        rules.shareable(evidence.of_case(session, case)),
    )


def join(session: Session, actor: Actor, case: str, household: str) -> Case:
    """Put a case into a household, or take it out (empty). Raises ``NotPermitted``, ``NotFound``, ``BadInput``."""
    row = cases.row_of(session, case, lock=True)
    if not people.may(actor.role, Permission.ASSIGN):
        people.require(actor, Permission.ASSESS)
        if row.assigned_to not in (None, actor.login):
            raise NotPermitted("cases.not_yours", case=case, by=row.assigned_to)
    household = household.strip()
    if len(household) > LONGEST or my_number.find(household):
        raise BadInput("households.bad_name", longest=LONGEST)
    before, row.household = row.household, household or None
    row.version += 1
    content = {"household": row.household, "before_household": before}
    records.append(session, Act(actor.login, "household_set", content, case), [row])
    return forms.case(row)


def share(session: Session, actor: Actor, case: str, pieces: Sequence[str], to: str) -> tuple[str, ...]:
    """Enter pieces of evidence of one case in another of its family; their source says from where. A piece that is there
    already is skipped. The ids there.

    Raises ``NotPermitted``, ``NotFound``, ``BadInput`` (no family, a piece that cannot be shared), ``RowsRefused``.
    """
    people.require(actor, Permission.ASSESS)
    _related(session, actor, case, to)
    may = {each.id: each for each in rules.shareable(evidence.of_case(session, case))}
    if wrong := [each for each in pieces if each not in may]:
        raise BadInput("households.not_shareable", evidence=", ".join(wrong), case=case)
    there = {(p.kind, p.record) for p in evidence.of_case(session, to) if p.superseded_by is None}
    new = [
        NewEvidence(to, p.kind, rules.identity(p), p.record, f"{p.source}（{case} {p.id}）"[:200], p.as_of, p.receipt)
        for p in (may[each] for each in pieces)
        if (p.kind, p.record) not in there
    ]
    if not new:
        return ()
    ids, said = evidence.put(session, to, new)
    content = {"from_case": case, "pieces": list(pieces), "added": list(ids)}
    records.append_many(session, [(Act(actor.login, "evidence_shared", content, to), said)])
    return ids


def copy_finding(session: Session, actor: Actor, case: str, criterion: str, to: str) -> Finding:
    """Take a finding over into another case of the family: an explicit act that says from where. It must rest there on the same
    facts and pieces.

    Raises ``NotPermitted``, ``NotFound``, ``BadInput`` (no family, another version, nothing found, something cited that does not
    hold there), ``CheckFailed`` as for every finding.
    """
    people.require(actor, Permission.ASSESS)
    source, target = _related(session, actor, case, to)
    if cases.framework_ref(source) != cases.framework_ref(target):
        raise BadInput("households.other_version", case=case, to=to)
    found = next((each for each in findings.of_case(session, case) if each.criterion == criterion), None)
    if found is None:
        raise BadInput("households.nothing_found", case=case, criterion=criterion)
    draft = _carried(session, source, target, found)
    made = findings.record(session, actor, draft)
    row = FindingCopyRow(
        case_id=to, criterion=criterion, revision=made.revision, from_case=case, from_revision=found.revision,
        by=actor.login, at=records.now(session),
    )  # fmt: skip
    session.add(row)
    content = {"criterion": criterion, "revision": made.revision, "from_case": case, "from_revision": found.revision}
    records.append(session, Act(actor.login, "finding_copied", content, to), [row])
    return made


def distinguish(session: Session, actor: Actor, case: str, outcome: Outcome, other: str, text: str) -> Distinction:
    """Say why a case is to end otherwise than another of its family. Raises ``NotPermitted``, ``NotFound``, ``BadInput``."""
    people.require(actor, Permission.ASSESS)
    source, row = _related(session, actor, other, case)
    theirs = _outcome(session, source)
    if theirs is None or theirs is outcome:
        raise BadInput("households.nothing_differs", case=case, other=other)
    if len(text.strip()) < rules.SHORTEST:
        raise BadInput("households.short_distinction", shortest=rules.SHORTEST)
    if my_number.find(text):
        raise BadInput("turns.my_number")
    last = session.scalar(select(func.max(DistinctionRow.number)).where(DistinctionRow.case_id == case)) or 0
    made = DistinctionRow(
        case_id=case, number=last + 1, other_case=other, outcome=outcome.value, other_outcome=theirs.value,
        text=text.strip(), by=actor.login, at=records.now(session),
    )  # fmt: skip
    session.add(made)
    session.flush()
    row.version += 1
    content = {"other": other, "outcome": outcome.value, "other_outcome": theirs.value, "text": made.text}
    records.append(session, Act(actor.login, "distinguished", content, case), [made, row])
    return _distinction(made)


def _related(session: Session, actor: Actor, one: str, other: str) -> tuple[CaseRow, CaseRow]:
    """Both rows; the second is written to, and so must be the actor's (or nobody's) and examined. Raises as the verbs."""
    source, target = cases.row_of(session, one), cases.row_of(session, other, lock=True)
    if not source.household or source.household != target.household or one == other:
        raise BadInput("households.no_family", case=one, other=other)
    cases.check_own(target, actor)
    return source, target


def _carried(session: Session, source: CaseRow, target: CaseRow, found: Finding) -> FindingDraft:
    today = session.info["clock"].today()
    ours, theirs = (findings.ground(session, each, today) for each in (source, target))
    there = {(p.kind, p.record): p.id for p in theirs.evidence if p.superseded_by is None}
    pieces = {p.id: there[p.kind, p.record] for p in ours.evidence if (p.kind, p.record) in there}
    both = [{each.id: each for each in ground.facts} for ground in (ours, theirs)]
    carried = [rules.carried(each, both[0], both[1], pieces) for each in found.reasons]
    if missing := [each for _, lost in carried for each in lost]:
        raise BadInput("households.not_the_same", cited=", ".join(missing), to=target.id)
    base = findings.current_revision(session, target.id, found.criterion)
    return FindingDraft(target.id, found.criterion, found.finding, tuple(each for each, _ in carried), base)


def _member(session: Session, row: CaseRow) -> Member:
    asked = select(FindingCopyRow).where(FindingCopyRow.case_id == row.id).order_by(FindingCopyRow.criterion)
    copied = tuple(
        Copied(c.case_id, c.criterion, c.revision, c.from_case, c.from_revision, c.by, c.at)
        for c in session.scalars(asked)
    )
    return Member(forms.case(row), _outcome(session, row), findings.of_case(session, row.id), copied)


def _outcome(session: Session, row: CaseRow) -> Outcome | None:
    """What is proposed or decided; an ended case without a decision says nothing."""
    if State(row.state) not in _SPOKEN or row.closed_as not in (None, "issued"):
        return None
    rounds = decisions.rounds(session, row.id)
    return rounds[-1].proposal.outcome if rounds else None


def _distinction(row: DistinctionRow) -> Distinction:
    return Distinction(
        row.case_id,
        row.number,
        row.other_case,
        Outcome(row.outcome),
        Outcome(row.other_outcome),
        row.text,
        row.by,
        row.at,
    )
