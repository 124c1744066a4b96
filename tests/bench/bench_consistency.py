"""The consistency report over a nation's decisions against one SQLite scan of the same office file."""

import io
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np
import openpyxl
from sqlalchemy import func, insert, select

from desktop.operations import consistency
from desktop.operations.consistency import Asked
from models.cases.tables import CaseRow, UnitRow
from models.consistency.values import Report
from models.decisions.tables import RoundRow
from models.findings.tables import FindingRow
from models.people.tables import PersonRow
from models.store.office import Office
from tests import builders
from tests.bench.measure import Ratio, side_by_side

CRITERIA = tuple(f"criterion_{n:02}" for n in range(12))
FULL, QUICK = (1_000_000, 500), (20_000, 50)
BATCH = 20_000


def run(quick: bool) -> Iterator[Ratio]:
    """The ratios of the issue that can be measured without a peer's packages."""
    decisions, examiners = QUICK if quick else FULL
    folder = Path(tempfile.mkdtemp(prefix="akashi-bench-"))
    with builders.office(folder) as office:
        _fill(office, decisions, examiners)
        began = time.perf_counter()
        gathered = consistency.gather(office, builders.SUPERVISOR)
        packed = time.perf_counter() - began
        assert gathered.decisions.size == decisions
        asked = Asked(bootstraps=1000)
        size = f"{decisions:,} decisions x {len(CRITERIA)} x {examiners}"
        note = f"{size}; kept rows packed once in {packed:.1f} s"
        yield side_by_side("report / scan", lambda: _report(office, asked), lambda: _scan(office), 4.0, note)
        yield side_by_side("reading kept rows / scan", lambda: _read(office), lambda: _scan(office), None, size)
        yield side_by_side(
            "statistics alone / scan", lambda: consistency.paper(gathered, asked), lambda: _scan(office), None, size
        )
    yield from _workbook(quick)


def _workbook(quick: bool) -> Iterator[Ratio]:
    """A workbook of 100,000 rows against openpyxl's streaming mode writing the same cells."""
    from reports import consistency_xlsx
    from tests.reports.consistency import registers

    report = registers.working_paper()
    row = report.criteria[0]
    people = 400 if quick else 8_334
    inner = tuple(replace(row.examiners[0], code=f"A{n}") for n in range(people))
    large = replace(report, criteria=tuple(replace(row, criterion=f"c{n}", examiners=inner) for n in range(12)))
    yield side_by_side(
        "workbook / openpyxl write-only",
        lambda: consistency_xlsx.render(large),
        lambda: _openpyxl(large),
        0.5,
        f"{12 * people:,} rows x 8",
    )


def _openpyxl(report: Report) -> None:
    book = openpyxl.Workbook(write_only=True)
    sheet = book.create_sheet()
    for row in report.criteria:
        for each in row.examiners:
            sheet.append([row.criterion, each.code, each.findings, each.rate, each.z, each.q, each.flag.value, ""])
    book.save(io.BytesIO())


def _report(office: Office, asked: Asked) -> None:
    gathered = consistency.gather(office, builders.SUPERVISOR)
    assert consistency.paper(gathered, asked).report.population.decisions == gathered.decisions.size


def _read(office: Office) -> None:
    consistency.gather(office, builders.SUPERVISOR)


def _scan(office: Office) -> None:
    """One scan of the largest table: every finding is looked at once."""
    with office.read() as session:
        session.execute(select(func.sum(func.length(FindingRow.finding)))).scalar_one()


def _fill(office: Office, decisions: int, examiners: int) -> None:
    """Cases, rounds and findings straight into the tables."""
    random = np.random.default_rng(1)
    with office.begin() as session:
        session.execute(
            insert(PersonRow),
            [
                {"login": f"e{n}", "name": "", "role": "examiner", "unit": None, "active": True}
                for n in range(examiners)
            ],
        )
        session.execute(insert(UnitRow), [{"key": f"u{n}"} for n in range(20)])
    for start in range(0, decisions, BATCH):
        numbers = range(start, min(start + BATCH, decisions))
        granted = random.random(len(numbers)) < 0.6
        unmet = random.random((len(numbers), len(CRITERIA))) < np.where(granted[:, None], 0.03, 0.15)
        with office.begin() as session:
            session.execute(insert(CaseRow), [_case(n) for n in numbers])
            session.execute(
                insert(RoundRow), [_round(n, bool(g), examiners) for n, g in zip(numbers, granted, strict=True)]
            )
            session.execute(
                insert(FindingRow),
                [_finding(n, k, bool(unmet[n - start, k])) for n in numbers for k in range(len(CRITERIA))],
            )


def _case(n: int) -> dict[str, object]:
    return {
        "id": f"N{n:08}", "kind": "permanent_residence", "route": ("general", "spouse", "child")[n % 3], "state": "issued",
        "standing": 9, "unit": f"u{n % 20}", "received_on": date(2025, 4, 1), "due_on": date(2026, 4, 1),
        "framework_id": "permanent_residence", "framework_version": "2026-02-24", "version": 1, "waited_days": 0, "round": 1,
        "name": "", "name_reading": "", "born_on": date(1990, 1, 1), "nationality": ("VNM", "CHN", "PHL", "BRA")[n % 4],
        "current_status": ("engineer_humanities", "student")[n % 2], "language": "en", "sex": "female",
        "confidential": False, "found": 12, "criteria": 12, "is_new": False, "folded": "",
    }  # fmt: skip


def _round(n: int, granted: bool, examiners: int) -> dict[str, object]:
    when = datetime(2025, 4, 1, 3, 0, tzinfo=UTC) + timedelta(days=(n * 7919) % 365)
    return {
        "case_id": f"N{n:08}", "round": 1, "outcome": "grant" if granted else "refuse", "weighing": "",
        "proposed_by": f"e{(n * 104729) % examiners}", "proposed_at": when, "countersigned_by": builders.SUPERVISOR.login,
        "countersigned_at": when, "content_digest": "0" * 64,
    }  # fmt: skip


def _finding(n: int, k: int, unmet: bool) -> dict[str, object]:
    return {
        "case_id": f"N{n:08}", "criterion": CRITERIA[k], "revision": 1, "current": True,
        "finding": "not_met" if unmet else "met", "reasons": [{"code": f"P-{k:02}"}] if unmet else [],
        "by": "e0", "at": datetime(2025, 3, 1, tzinfo=UTC), "seq": 1, "framework_version": "2026-02-24", "cited": [],
    }  # fmt: skip
