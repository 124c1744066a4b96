"""Damage that makes a value unreadable is found and named like any other: a verification never fails on it."""

from pathlib import Path

import pytest

from desktop.operations import records as operations
from models.records.values import Broken
from tests.faults.test_tamper import broken_by, decided, sql

__all__ = ["decided"]  # the fixture

UNREADABLE = {
    "reasons": ("UPDATE finding SET reasons = 'edited' WHERE case_id = 'A-001'", "A-001"),
    "what a finding cites": ("UPDATE finding SET cited = cited || 'x' WHERE case_id = 'A-001'", "A-001"),
    "moment of a finding": ("UPDATE finding SET at = 'yesterday' WHERE case_id = 'A-001'", "A-001"),
    "whether in force": ("UPDATE finding SET current = 'perhaps' WHERE case_id = 'A-001'", "A-001"),
    "evidence": ("UPDATE evidence SET record = '{' WHERE case_id = 'A-002'", "A-002"),
    "day of evidence": ("UPDATE evidence SET as_of = 'x' WHERE case_id = 'A-002'", "A-002"),
    "moment of a proposal": ("UPDATE decision_round SET proposed_at = '0'", "A-001"),
    "day of receipt": ("UPDATE \"case\" SET received_on = '2026-13-45' WHERE id = 'A-002'", "A-002"),
    "a text that is bytes": ("UPDATE \"case\" SET name = X'FF' WHERE id = 'A-002'", "A-002"),
    "moment of an issue": ("UPDATE letter SET issued_at = issued_at || 'x'", "A-001"),
    "a letter put aside": ("UPDATE letter SET superseded_by = 'L-2'", "A-001"),
}


@pytest.mark.parametrize("name", UNREADABLE)
def test_what_cannot_be_read_is_named(decided: Path, tmp_path: Path, name: str) -> None:
    statement, case = UNREADABLE[name]
    found = broken_by(decided, tmp_path, sql(statement))
    assert found is not None
    assert (found.kind, found.case) == ("state", case)


@pytest.mark.parametrize("moment", ["yesterday", "2020-01-01T00:00:00.000000Z"])
def test_the_head_keeps_the_moment_of_the_last_event(decided: Path, tmp_path: Path, moment: str) -> None:
    found = broken_by(decided, tmp_path, sql(f"UPDATE chain_head SET at = '{moment}'"))
    assert found is not None
    assert found.kind == "clock"


def test_a_table_taken_away_is_damage(decided: Path, tmp_path: Path) -> None:
    assert broken_by(decided, tmp_path, sql("DROP TABLE letter")) == Broken(0, "damaged", None) == operations.DAMAGED
