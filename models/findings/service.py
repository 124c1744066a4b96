"""Verbs of findings: keep a draft, record a finding."""

from collections.abc import Container, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from typing import Any

from sqlalchemy import Row, delete, func, select
from sqlalchemy.orm import Session

from models.attachments import service as attachments
from models.attachments.tables import AttachmentRow
from models.attachments.values import Attachment
from models.attestations import service as attestations
from models.attestations.tables import AttestationRow
from models.cases import service as cases
from models.cases.standing import service as standing
from models.cases.tables import CaseRow
from models.cases.values import State
from models.errors import BadInput, CheckFailed, NotFound, NotPermitted, Stale
from models.evidence import free_text, my_number
from models.evidence import service as evidence
from models.evidence.values import Evidence
from models.facts.changed import changed as has_changed
from models.facts.compute import compute
from models.facts.values import Fact
from models.findings import forms, payload, places, rules
from models.findings.payload import Assessment
from models.findings.tables import FindingDraftRow, FindingRow
from models.findings.values import Finding, FindingDraft, FindingState, SavedDraft
from models.frameworks.library import Library, shipped
from models.frameworks.service import shelf
from models.frameworks.values import Criterion, Framework, FrameworkRef
from models.frameworks.windows import windows
from models.people import rules as people
from models.people.values import Actor, Permission
from models.records import service as records
from models.records.values import Act
from models.store import reading
from models.store.base import Base
from models.store.told import table_of

_IN_FORCE = reading.of_case(FindingRow, "criterion").where(table_of(FindingRow).c.current.is_(True))


@dataclass(frozen=True, slots=True)
class Ground:
    """What a finding can rest on: the pieces in force, the facts computed of them, the framework."""

    framework: Framework
    evidence: tuple[Evidence, ...]
    facts: tuple[Fact, ...]
    papers: tuple[Attachment, ...] = ()
    shelf: Library = field(default_factory=shipped, repr=False)


def ground(
    session: Session,
    case: CaseRow | Row[Any] | str,
    today: date,
    pieces: tuple[Evidence, ...] | None = None,
    lacks: Container[type[Base]] = (),
) -> Ground:
    """Gather what the findings of a case can rest on, seen from ``today``; ``lacks``: of which tables it is known to have no row."""
    row = standing.row_of(session, case) if isinstance(case, str) else case
    known = shelf(session)
    framework = known.get(FrameworkRef(row.framework_id, row.framework_version))
    found = evidence.of_case(session, row.id) if pieces is None else pieces
    seen = windows(framework, row.route, row.received_on, today, row.born_on, known)
    papers = () if AttachmentRow in lacks else attachments.of_case(session, row.id)
    limited = found if AttestationRow in lacks else attestations.limited(session, row.id, found, today)
    return Ground(framework, limited, compute(found, seen), papers, known)


def save_draft(session: Session, actor: Actor, draft: FindingDraft) -> SavedDraft:
    """Keep what stands in the sheet; each saving counts one up. No event: it is working paper. A My Number in it is
    masked, for none is ever stored.

    Raises ``NotPermitted`` when the case is another's or no longer examined, ``BadInput`` for an unknown criterion.
    """
    people.require(actor, Permission.ASSESS)
    row = cases.row_of(session, draft.case)
    cases.check_own(row, actor)
    criterion_of(shelf(session).get(cases.framework_ref(row)), row, draft.criterion)
    kept = session.get(FindingDraftRow, (draft.case, draft.criterion))
    if kept is None:
        kept = FindingDraftRow(case_id=draft.case, criterion=draft.criterion, saving=0)
        session.add(kept)
    kept.finding, kept.reasons, kept.base = draft.finding.value, _masked(draft), draft.base
    kept.by, kept.at, kept.saving = actor.login, records.now(session), kept.saving + 1
    session.flush()
    return forms.saved_draft(kept)


def set_aside(session: Session, actor: Actor, draft: FindingDraft) -> None:
    """Give way to a finding that somebody recorded first: the own words leave the sheet and stay in the history.

    Raises ``NotPermitted`` when the case is another's.
    """
    people.require(actor, Permission.ASSESS)
    cases.check_own(cases.row_of(session, draft.case), actor)
    content = {
        "criterion": draft.criterion,
        "finding": draft.finding.value,
        "reasons": _masked(draft),
    }
    records.append(session, Act(actor.login, "draft_set_aside", content, draft.case))
    _drop_draft(session, draft.case, draft.criterion)


def _masked(draft: FindingDraft) -> list[dict[str, object]]:
    return forms.reasons_out([replace(each, text=my_number.mask(each.text)) for each in draft.reasons])


def discard_draft(session: Session, actor: Actor, case: str, criterion: str) -> None:
    """Throw a draft away. Raises ``NotPermitted`` when the case is another's."""
    people.require(actor, Permission.ASSESS)
    cases.check_own(cases.row_of(session, case), actor)
    _drop_draft(session, case, criterion)


def record(session: Session, actor: Actor, draft: FindingDraft, base: Ground | None = None) -> Finding:
    """Record a finding: it supersedes the one before, which is kept.

    An unassigned case is taken thereby, and a case that had only been received is then being examined. Raises
    ``NotPermitted``, ``BadInput`` (unknown criterion), ``CheckFailed`` with the problems, or ``Stale`` with both texts
    when somebody recorded a finding after the draft was begun. ``base``: the ground of this case, gathered before in the
    same transaction (many findings on one case need it once).
    """
    people.require(actor, Permission.ASSESS)
    row = cases.hold(session, actor, draft.case)
    base = base or ground(session, row, session.info["clock"].today())
    criterion = criterion_of(base.framework, row, draft.criterion)
    before = _current(session, draft.case, draft.criterion)
    if (before.revision if before else 0) != draft.base:
        theirs = forms.finding(before) if before else None
        raise Stale("findings.stale", theirs=theirs, mine=draft, case=draft.case, by=theirs.by if theirs else "")
    problems = tuple(rules.problems(draft, criterion, base.facts, base.evidence, base.papers))
    if any(each.severity == "block" for each in problems):
        raise CheckFailed("findings.refused", problems, case=draft.case, criterion=criterion.title)
    draft = replace(draft, reasons=places.sealed(draft.reasons, base.papers))
    return _append(session, actor, row, draft, base, before)


def changed(finding: Finding, facts: Sequence[Fact], today: date) -> tuple[str, ...]:
    """The facts that a finding rests on and that say something else now, by more than the days gone by."""
    now = {each.id: each.value for each in facts}
    recorded = finding.at.date()
    return tuple(
        each.id for each in finding.cited if has_changed(each.key, each.value, now.get(each.id), recorded, today)
    )


def confirm(session: Session, actor: Actor, case: str, criterion: str, base: Ground | None = None) -> Finding:
    """Confirm a finding whose facts changed, as it stands: a new revision with the same reasons and the facts of today.

    The values before are kept in the revision before. Raises ``NotPermitted``, ``NotFound`` where nothing changed,
    ``CheckFailed`` where the reasons no longer hold (a superseded piece is cited).
    """
    people.require(actor, Permission.ASSESS)
    today = session.info["clock"].today()
    base = base or ground(session, case, today)
    row = _current(session, case, criterion)
    if row is None or not changed(forms.finding(row), base.facts, today):
        raise NotFound("findings.nothing_changed", case=case, criterion=criterion)
    before = forms.finding(row)
    return record(session, actor, FindingDraft(case, criterion, before.finding, before.reasons, before.revision), base)


def assess(session: Session, actor: Actor, asked: Assessment) -> Iterator[Finding]:
    """Record the findings that a file gives for a case, each upon the revision in force.

    Raises ``BadInput`` naming the place in the file: an unknown criterion, fact or evidence, or a finding that its
    rules refuse; ``NotPermitted``.
    """
    people.require(actor, Permission.ASSESS)
    base = ground(session, asked.case, session.info["clock"].today())
    for each in asked.findings:
        draft = payload.resolve(asked.case, each, base.facts, base.evidence)
        try:
            draft = replace(draft, base=current_revision(session, asked.case, draft.criterion))
            yield record(session, actor, draft, base)
        except CheckFailed as error:
            refused = BadInput("findings.assess_refused", place=each.place, case=asked.case, criterion=draft.criterion)
            refused.problems = error.problems
            raise refused from error


def move_framework(session: Session, actor: Actor, case: str, version: str, why: str) -> tuple[str, ...]:
    """Examine a case under another version of its framework from now on: an explicit act, on the record.

    Findings keep the version they were made under; the gate asks that each be looked at again. Drafts on criteria that the version
    does not ask are kept in the event, not as drafts. Returns the criteria that stand to be answered anew. Raises
    ``NotPermitted`` (another's case, past examining, a version that does not apply), ``NotFound``, ``BadInput``.
    """
    row = cases.row_of(session, case, lock=True)
    if not people.may(actor.role, Permission.ASSIGN):
        people.require(actor, Permission.ASSESS)
        cases.check_theirs(row, actor)
    free_text.check(why)
    known = shelf(session)
    before, to = row.framework_version, known.get(FrameworkRef(row.framework_id, version))
    if before == version:
        raise BadInput("cases.same_version", case=case, version=version)
    today = session.info["clock"].today()
    if not known.applies(to, today, row.received_on):
        raise NotPermitted("cases.version_does_not_apply", case=case, version=version, day=today)
    cases.set_framework(row, to)
    asked = {each.key for each in to.criteria_for(row.route)}
    lost = [each.draft for each in drafts(session, case) if each.draft.criterion not in asked]
    for each in lost:
        _drop_draft(session, case, each.criterion)
    _count_answers(session, row)
    content: dict[str, object] = {"framework": [to.id, to.version], "before": before, "why": why}
    if lost:
        content["drafts"] = [[each.criterion, each.finding.value, forms.reasons_out(each.reasons)] for each in lost]
    records.append(session, Act(actor.login, "framework_moved", content, case), [row])
    return tuple(each.key for each in to.criteria_for(row.route))


def of_case(session: Session, case: str) -> tuple[Finding, ...]:
    """The findings in force, one a criterion."""
    return tuple(forms.finding(row) for row in reading.rows(session, _IN_FORCE, case=case))


def history(session: Session, case: str, criterion: str) -> tuple[Finding, ...]:
    """Every revision on a criterion, oldest first."""
    asked = select(FindingRow).where(FindingRow.case_id == case, FindingRow.criterion == criterion)
    return tuple(forms.finding(row) for row in session.scalars(asked.order_by(FindingRow.revision)))


def revision(session: Session, case: str, criterion: str, number: int) -> Finding:
    """One revision. Raises ``NotFound``."""
    row = session.get(FindingRow, (case, criterion, number))
    if row is None:
        raise NotFound("findings.no_revision", case=case, criterion=criterion, number=number)
    return forms.finding(row)


def current_revision(session: Session, case: str, criterion: str) -> int:
    """The number of the revision in force; 0 when nothing is found yet."""
    row = _current(session, case, criterion)
    return row.revision if row else 0


def last_draft(session: Session) -> datetime | None:
    """When a draft was last saved, of any case; none when there is none."""
    return session.scalar(select(func.max(FindingDraftRow.at)))


def drafts(session: Session, case: str) -> tuple[SavedDraft, ...]:
    """The drafts of a case."""
    asked = select(FindingDraftRow).where(FindingDraftRow.case_id == case).order_by(FindingDraftRow.criterion)
    return tuple(forms.saved_draft(row) for row in session.scalars(asked))


def criterion_of(framework: Framework, row: CaseRow, key: str) -> Criterion:
    """The criterion that this case's route asks. Raises ``BadInput``."""
    for each in framework.criteria_for(row.route):
        if each.key == key:
            return each
    raise BadInput("findings.no_criterion", case=row.id, criterion=key, route=row.route)


def _append(
    session: Session, actor: Actor, row: CaseRow, draft: FindingDraft, base: Ground, before: FindingRow | None
) -> Finding:
    new = FindingRow(
        case_id=draft.case,
        criterion=draft.criterion,
        revision=draft.base + 1,
        current=True,
        finding=draft.finding.value,
        reasons=forms.reasons_out(draft.reasons),
        by=actor.login,
        at=records.now(session),
        seq=records.next_seq(session),
        framework_version=row.framework_version,
        cited=forms.cited_out(forms.cited(draft.reasons, base.facts)),
    )
    if before is not None:
        before.current = False
    session.add(new)
    session.flush()
    _count_found(session, row)
    _drop_draft(session, draft.case, draft.criterion)
    content = {
        "criterion": new.criterion,
        "revision": new.revision,
        "finding": new.finding,
        "reasons": new.reasons,
        "cited": new.cited,
        "framework_version": new.framework_version,
    }
    touched = [new, row] if before is None else [new, before, row]
    records.append(session, Act(actor.login, "finding_recorded", content, draft.case), touched)
    return forms.finding(new)


def _count_found(session: Session, row: CaseRow) -> None:
    _count_answers(session, row)
    if State(row.state) is State.EXAMINING:
        row.version += 1
    else:
        cases.move(row, State.EXAMINING)


def _count_answers(session: Session, row: CaseRow) -> None:
    """How many of the criteria that the case's version asks are answered."""
    asked_now = shelf(session).get(cases.framework_ref(row)).criteria_for(row.route)
    answers = [state.value for state in FindingState if state.is_answer]
    asked = (
        select(func.count())
        .select_from(FindingRow)
        .where(FindingRow.case_id == row.id, FindingRow.current.is_(True), FindingRow.finding.in_(answers))
        .where(FindingRow.criterion.in_([each.key for each in asked_now]))
    )
    row.found = session.scalar(asked) or 0


def _current(session: Session, case: str, criterion: str) -> FindingRow | None:
    asked = select(FindingRow).where(
        FindingRow.case_id == case, FindingRow.criterion == criterion, FindingRow.current.is_(True)
    )
    return session.scalars(asked).first()


def _drop_draft(session: Session, case: str, criterion: str) -> None:
    session.execute(
        delete(FindingDraftRow).where(FindingDraftRow.case_id == case, FindingDraftRow.criterion == criterion)
    )
