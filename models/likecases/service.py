"""Verbs of like cases: compare once the finding stands, and say why this case is found otherwise."""

from collections.abc import Iterator
from typing import Protocol

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from models.cases import service as cases
from models.cases.tables import CaseRow
from models.cases.values import Case
from models.errors import CheckFailed, Problem, Severity
from models.evidence.values import Evidence
from models.facts.values import Fact
from models.findings import service as findings
from models.findings.tables import FindingDraftRow
from models.findings.values import Finding
from models.frameworks.service import shelf
from models.frameworks.values import Criterion
from models.likecases import bands, forms, rules
from models.likecases.kept import service as kept
from models.likecases.tables import ComparisonRow, WhyUnlikeRow
from models.likecases.values import Comparison, Distinction, LikeCases
from models.people import rules as people
from models.people.values import Actor, Permission
from models.records import service as records
from models.records.values import Act


class Compared(Protocol):
    """What must be seen of a case to hold its findings against like ones (``models.casefile.values.CaseFile`` is one)."""

    @property
    def case(self) -> Case: ...
    @property
    def criteria(self) -> tuple[Criterion, ...]: ...
    @property
    def facts(self) -> tuple[Fact, ...]: ...
    @property
    def evidence(self) -> tuple[Evidence, ...]: ...
    @property
    def findings(self) -> tuple[Finding, ...]: ...
    @property
    def comparisons(self) -> tuple[Comparison, ...]: ...


def compare(session: Session, actor: Actor, case: str, criterion: str) -> LikeCases:
    """How like cases were found on a criterion whose finding stands. The first look at a revision is an act; another one shows what
    was shown then, and is none.

    Raises ``NotPermitted``, ``NotFound``, ``BadInput`` (unknown criterion), ``CheckFailed`` before the finding is recorded.
    """
    people.require(actor, Permission.ASSESS)
    row = cases.row_of(session, case, lock=True)
    cases.check_own(row, actor)
    finding = _committed(session, row, criterion)
    before = session.get(ComparisonRow, (case, criterion, finding.revision))
    if before is not None:
        return forms.shown_in(before)
    today = session.info["clock"].today()
    base = findings.ground(session, row, today)
    asked = findings.criterion_of(base.framework, row, criterion)
    own = bands.traits(asked, base.facts, base.evidence, today)
    shown = kept.alike(session, row, finding, own, today)
    _append(session, actor, row, shown)
    return shown


def _append(session: Session, actor: Actor, row: CaseRow, shown: LikeCases) -> None:
    said = forms.shown_out(shown)
    new = ComparisonRow(
        case_id=row.id, criterion=shown.criterion, revision=shown.revision, finding=shown.finding.value, total=shown.total,
        differs=shown.differs, shown=said, by=actor.login, at=records.now(session), seq=records.next_seq(session),
    )  # fmt: skip
    session.add(new)
    content = {
        "criterion": shown.criterion, "revision": shown.revision, "finding": shown.finding.value, "total": shown.total,
        "counts": said["counts"], "basis": said["basis"], "differs": shown.differs,
    }  # fmt: skip
    records.append(session, Act(actor.login, "like_cases_seen", content, row.id), [new])


def distinguish(session: Session, actor: Actor, case: str, criterion: str, text: str) -> Distinction:
    """Write why the finding in force differs from most like cases; written again, the new wording holds and the old one stays.

    Raises ``NotPermitted``, ``NotFound``, ``BadInput``, ``CheckFailed``: nothing was compared or nothing differs, or with the problems of
    the text.
    """
    people.require(actor, Permission.ASSESS)
    row = cases.row_of(session, case, lock=True)
    cases.check_own(row, actor)
    finding = _committed(session, row, criterion)
    title = _title(session, row, criterion)
    compared = session.get(ComparisonRow, (case, criterion, finding.revision))
    if compared is None:
        raise CheckFailed("likecases.not_compared", case=case, criterion=title)
    if not compared.differs:
        raise CheckFailed("likecases.nothing_differs", case=case, criterion=title)
    if found := tuple(rules.text_problems(text)):
        raise CheckFailed("likecases.text_refused", found, case=case, criterion=title)
    new = WhyUnlikeRow(
        case_id=case, criterion=criterion, revision=finding.revision, number=_last(session, finding) + 1,
        text=text.strip(), by=actor.login, at=records.now(session), seq=records.next_seq(session),
    )  # fmt: skip
    session.add(new)
    content = {"criterion": criterion, "revision": new.revision, "number": new.number, "text": new.text}
    records.append(session, Act(actor.login, "distinction_written", content, case), [new])
    return forms.distinction(new)


def _committed(session: Session, row: CaseRow, criterion: str) -> Finding:
    """The finding in force that may be compared. Raises ``BadInput``, ``CheckFailed``."""
    title = _title(session, row, criterion)
    found = next((each for each in findings.of_case(session, row.id) if each.criterion == criterion), None)
    if found is None or found.finding not in rules.COMPARED:
        raise CheckFailed("likecases.not_committed", case=row.id, criterion=title)
    if session.get(FindingDraftRow, (row.id, criterion)) is not None:
        raise CheckFailed("likecases.draft_over", case=row.id, criterion=title)
    return found


def _title(session: Session, row: CaseRow, criterion: str) -> object:
    framework = shelf(session).get(cases.framework_ref(row))
    return findings.criterion_of(framework, row, criterion).title


def _last(session: Session, finding: Finding) -> int:
    row = WhyUnlikeRow
    mine = (row.case_id == finding.case, row.criterion == finding.criterion, row.revision == finding.revision)
    return session.scalar(select(func.max(row.number)).where(*mine)) or 0


def of_case(session: Session, case: str) -> tuple[Comparison, ...]:
    """What was compared on a case, by criterion and revision, each with the distinction that holds."""
    asked = select(WhyUnlikeRow).where(WhyUnlikeRow.case_id == case).order_by(WhyUnlikeRow.number)
    said = {(each.criterion, each.revision): forms.distinction(each) for each in session.scalars(asked)}
    rows = select(ComparisonRow).where(ComparisonRow.case_id == case)
    ordered = session.scalars(rows.order_by(ComparisonRow.criterion, ComparisonRow.revision))
    return tuple(forms.comparison(each, said.get((each.criterion, each.revision))) for each in ordered)


def distinction(session: Session, case: str, criterion: str, revision: int, number: int) -> Distinction:
    """One wording of a distinction."""
    return forms.distinction(session.get_one(WhyUnlikeRow, (case, criterion, revision, number)))


def unlike(session: Session, file: Compared) -> Iterator[LikeCases]:
    """The findings in force that differ from most like cases without a word on it. What was shown to a revision counts; a finding
    that was never compared is compared here, and nothing of it is kept: nobody escapes by not looking."""
    row = cases.row_of(session, file.case.id)
    today, found = session.info["clock"].today(), {each.criterion: each for each in file.findings}
    for criterion in file.criteria:
        finding = found.get(criterion.key)
        if finding is None or finding.finding not in rules.COMPARED:
            continue
        seen = rules.in_force(file.comparisons, finding)
        if seen is not None:
            if seen.open:
                yield seen.shown
            continue
        own = bands.traits(criterion, file.facts, file.evidence, today)
        shown = kept.alike(session, row, finding, own, today)
        if shown.differs:
            yield shown


def problems(session: Session, file: Compared, severity: Severity) -> tuple[Problem, ...]:
    """The same as the gate tells it."""
    return tuple(rules.problems(unlike(session, file), file.criteria, severity))
