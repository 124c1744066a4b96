"""An office with many decided cases, put into the tables at once: the way there is tested elsewhere."""

from collections.abc import Iterable
from datetime import UTC, date, datetime, timedelta

import numpy as np
from sqlalchemy import delete
from sqlalchemy.orm import Session

from models.cases.tables import CaseRow, UnitRow
from models.consistency import service
from models.consistency.tables import KeptBlockRow, KeptDecisionRow, KeptNameRow
from models.decisions.tables import RoundRow
from models.findings.tables import FindingRow
from models.people.tables import PersonRow
from models.records import service as records
from models.records.values import Act
from models.store.base import Base
from models.store.office import Office
from models.store.tables import SettingRow
from tests import builders

CRITERIA = ("pension", "resident_tax", "good_conduct")
NAME = "個人名カナリア"


def decide(office: Office, number: int = 400, examiners: int = 12, seed: int = 5, start: int = 0) -> None:
    """Countersigned decisions of the half-year from April 2026 by ``examiners`` people, and some open cases beside them."""
    random = np.random.default_rng(seed)
    with office.begin() as session:
        people = [
            PersonRow(login=f"maker{n}", name=f"{NAME}審査官{n}", role="examiner", unit="第一", active=True)
            for n in range(examiners)
        ]
        kept = [session.merge(each) for each in people]
        session.merge(UnitRow(key="第一"))
        session.merge(UnitRow(key="第二"))
        records.append(session, Act("console", "people_added", {}), kept)
        for n in range(start, start + number + 20):
            _case(session, n, random, examiners, decided=n < start + number)


def _case(session: Session, n: int, random: np.random.Generator, examiners: int, decided: bool) -> None:
    """One case with its rows, and the event that tells them."""
    case = f"Q-{n:05}"
    granted = bool(random.random() < 0.6)
    rows: list[Base] = [_row(case, random)]
    session.add(rows[0])
    session.flush()
    if decided:
        when = datetime(2026, 4, 1, 14, 30, tzinfo=UTC) + timedelta(days=int(random.integers(0, 182)))
        rows.append(_round(case, granted, f"maker{random.integers(0, examiners)}", when))
    for criterion in CRITERIA:
        unmet = random.random() < (0.05 if granted else 0.3)
        rows.append(_finding(case, criterion, unmet, random))
    session.add_all(rows[1:])
    records.append(session, Act("console", "case_decided", {}, case=case), rows)


def _row(case: str, random: np.random.Generator) -> CaseRow:
    return CaseRow(
        id=case, kind="permanent_residence", route=str(random.choice(["general", "spouse"])), state="countersigned", standing=0,
        unit=str(random.choice(["第一", "第二"])), received_on=date(2026, 1, 5), due_on=date(2026, 9, 1),
        framework_id="permanent_residence", framework_version="2026-02-24", version=1, waited_days=0, round=1,
        name=f"{NAME}{case}", name_reading=NAME, born_on=date(1990, 1, 1), nationality=str(random.choice(["VNM", "CHN"])),
        current_status="engineer_humanities", language="en", sex="female", confidential=False, found=3, criteria=3,
        is_new=False, folded="",
    )  # fmt: skip


def _round(case: str, granted: bool, who: str, when: datetime) -> RoundRow:
    return RoundRow(
        case_id=case, round=1, outcome="grant" if granted else "refuse", weighing=NAME, proposed_by=who, proposed_at=when,
        countersigned_by=builders.SUPERVISOR.login, countersigned_at=when, content_digest="0" * 64,
    )  # fmt: skip


def _finding(case: str, criterion: str, unmet: bool, random: np.random.Generator) -> FindingRow:
    reasons = [{"code": f"P-{random.integers(1, 4):02}", "facts": [], "evidence": [], "text": NAME}] if unmet else []
    return FindingRow(
        case_id=case, criterion=criterion, revision=1, current=True, finding="not_met" if unmet else "met", reasons=reasons,
        by="maker0", at=datetime(2026, 3, 1, tzinfo=UTC), seq=1, framework_version="2026-02-24", cited=[],
    )  # fmt: skip


def tell(session: Session, numbers: Iterable[int]) -> None:
    """Events that speak of cases, so that kept statistics know of them."""
    for n in numbers:
        records.append(session, Act("console", "case_changed", {"n": n}, case=f"Q-{n:05}"))


def reopen(session: Session, case: str) -> None:
    """A new round that nobody has countersigned: the decision stands no more."""
    row = session.get(CaseRow, case)
    assert row is not None
    row.round = 2


def forget(session: Session) -> None:
    """Throw the kept statistics away."""
    for table in (KeptBlockRow, KeptDecisionRow, KeptNameRow):
        session.execute(delete(table))
    session.execute(delete(SettingRow).where(SettingRow.key == service.KEPT))
