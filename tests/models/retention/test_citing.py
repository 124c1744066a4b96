"""Which cases point at an ended one is asked at each opening of it: by an index, and a touched record is no stumbling block."""

from pathlib import Path

import pytest
from sqlalchemy import select

from models.records import service as records
from models.records.values import Act
from models.retention import service
from tests import builders
from tests.builders import EXAMINER


def test_what_points_at_a_case_is_found_by_an_index(tmp_path: Path) -> None:
    with builders.office(tmp_path) as office, office.read() as session:
        raw = session.connection().exec_driver_sql
        for table, name in service._CITING:
            asked = str(select(table.case_id).where(getattr(table, name).in_(["A-001"])).compile(
                session.connection(), compile_kwargs={"literal_binds": True}))  # fmt: skip
            told = " ".join(str(row[-1]) for row in raw(f"EXPLAIN QUERY PLAN {asked}"))
            assert f"ix_{table.__tablename__}_{name}" in told
            assert "SCAN" not in told


@pytest.mark.parametrize(
    "touched",
    [
        '{"from_case":"A-001"',
        '["from_case", {"from_case":"A-001"}]',
        '{"from_case":["A-001"],"of":{"from_case":"A-001"}}',
    ],
)
def test_an_event_that_was_touched_names_no_case(tmp_path: Path, touched: str) -> None:
    with builders.office(tmp_path) as office:
        with office.begin() as session:
            event = records.append(session, Act(EXAMINER.login, "evidence_shared", {"from_case": "A-001"}, "A-002"))
            assert list(service._shared(session, ["A-001"])) == [("A-001", "A-002")]
        with office.begin() as session:
            session.connection().exec_driver_sql("UPDATE event SET content = ? WHERE seq = ?", (touched, event.seq))
            assert list(service._shared(session, ["A-001"])) == []
            assert list(service._shared(session, ["A-001", "A-003"])) == []
