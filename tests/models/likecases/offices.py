"""Decided cases as they are kept, without their way there: tests of what is shown need many."""

from datetime import date

from sqlalchemy import delete

from desktop.operations import cases as case_ops
from desktop.operations import findings, records
from models.findings.values import FindingState
from models.likecases import bands
from models.likecases.kept import service as kept
from models.likecases.tables import LikeCaseRow
from models.store import bulk
from models.store.office import Office
from tests import builders

MET, NOT_MET = FindingState.MET, FindingState.NOT_MET
WHY = "納付書が新しい住所へ期限の前に届いていたことを、年金記録で確かめた。"


def pattern_of(where: Office, case: str = "A-001", criterion: str = "pension") -> str:
    """The bands of a case as it stands."""
    file = case_ops.gather(where, case)
    asked = next(each for each in file.criteria if each.key == criterion)
    return bands.pattern(bands.traits(asked, file.facts, file.evidence, file.seen_on))


def decided(
    where: Office,
    findings: list[FindingState],
    pattern: str,
    *,
    criterion: str = "pension",
    on: date = date(2026, 5, 11),
    name: str = "L",
) -> None:
    """Decided cases that were found so on a criterion, all with these bands."""
    rows = [
        {
            "case_id": f"{name}-{number:05}", "criterion": criterion, "finding": each.value, "pattern": pattern,
            "about": kept.about("permanent_residence", "general", criterion), "decided_on": on,
        }
        for number, each in enumerate(findings)
    ]  # fmt: skip
    with where.begin() as session:
        bulk.put(session, LikeCaseRow, rows)


def found(where: Office, state: FindingState = NOT_MET, criterion: str = "pension", case: str = "A-001") -> None:
    """Record a finding on one criterion."""
    file = builders.case_file(where, case)
    asked = next(each for each in file.criteria if each.key == criterion)
    findings.record(where, builders.EXAMINER, builders.draft(file, asked, state))


def holds(where: Office) -> bool:
    """Whether the record verifies, without the invented rows (which it finds: no decision stands behind them)."""
    assert records.verify(where).first_broken is not None
    with where.begin() as session:
        session.execute(delete(LikeCaseRow).where(LikeCaseRow.case_id.not_like("A-%")))
    return records.verify(where).ok
