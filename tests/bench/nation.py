"""An invented office of a nation's size, put straight into the tables; and blind readings beside it."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import numpy as np
from sqlalchemy import insert

from models.cases.tables import CaseRow, UnitRow
from models.consistency.arrays import Floats, Ints
from models.consistency.inputs import Assessments
from models.decisions.tables import RoundRow
from models.findings.tables import FindingRow
from models.people.tables import PersonRow
from models.store.office import Office
from tests import builders

CRITERIA = tuple(f"criterion_{n:02}" for n in range(12))
BATCH = 20_000


def write_readings(where: Path, units: int, raters: int = 60) -> None:
    """Each unit read by two people, met or not met on twelve items: arrays that both sides load."""
    random = np.random.default_rng(2)
    first = random.integers(0, raters, units)
    pair = np.stack([first, (first + 1 + random.integers(0, raters - 1, units)) % raters], axis=1)
    truth = random.random((units, len(CRITERIA))) < 0.3
    wrong = random.random((2, units, len(CRITERIA))) < 0.08
    value = (truth[None] ^ wrong).astype(np.int32)
    reader, unit, item = np.meshgrid(range(2), range(units), range(len(CRITERIA)), indexing="ij")
    rater = pair[unit.ravel(), reader.ravel()]
    np.savez(where, unit=unit.ravel(), rater=rater, item=item.ravel(), value=value.ravel(), raters=raters, units=units)


def readings(where: Path) -> Assessments:
    """What was written, for the report."""
    told = np.load(where)
    unit, rater, item, value = (told[name].astype(np.int32) for name in ("unit", "rater", "item", "value"))
    return Assessments(
        unit=unit, rater=rater, value=value, item=item, round=np.zeros_like(unit), levels=("met", "not_met"), items=CRITERIA,
        raters=int(told["raters"]), units=int(told["units"]), numbers=np.array([0.0, 1.0]),
    )  # fmt: skip


def fill(office: Office, decisions: int, examiners: int) -> None:
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
        granted = random.random(len(numbers)) < grant_rates(examiners)[examiner_of(np.array(numbers), examiners)]
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


def grant_rates(examiners: int) -> Floats:
    """Everybody grants six of ten, but for one in forty, who part by twelve points up or down in turn: both sides of a
    comparison must find these, and nobody else."""
    rates = np.full(examiners, 0.6)
    apart = np.arange(3, examiners, 40)
    rates[apart] += np.where(np.arange(len(apart)) % 2 == 0, 0.12, -0.12)
    return rates


def planted(examiners: int) -> int:
    """How many of them part."""
    return int((grant_rates(examiners) != 0.6).sum())


def examiner_of(number: Ints, examiners: int) -> Ints:
    """Who decided a case."""
    who: Ints = number * 104729 % examiners
    return who


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
        "proposed_by": f"e{n * 104729 % examiners}", "proposed_at": when, "countersigned_by": builders.SUPERVISOR.login,
        "countersigned_at": when, "content_digest": "0" * 64,
    }  # fmt: skip


def _finding(n: int, k: int, unmet: bool) -> dict[str, object]:
    return {
        "case_id": f"N{n:08}", "criterion": CRITERIA[k], "revision": 1, "current": True,
        "finding": "not_met" if unmet else "met", "reasons": [{"code": f"P-{k:02}"}] if unmet else [],
        "by": "e0", "at": datetime(2025, 3, 1, tzinfo=UTC), "seq": 1, "framework_version": "2026-02-24", "cited": [],
    }  # fmt: skip
