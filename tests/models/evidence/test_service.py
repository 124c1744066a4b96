"""Rows become evidence: skipped, superseding, or refused; every one is in the record."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from time import perf_counter

import pytest

from desktop.operations import records as record_ops
from models.errors import NotPermitted, RowsRefused
from models.evidence import rows, service
from models.evidence.values import (
    RECORD_TYPES,
    Added,
    Application,
    Duty,
    Evidence,
    EvidenceKind,
    NewEvidence,
    Obligation,
    PaymentStatus,
)
from models.people.values import CONSOLE
from models.store.office import Office
from tests import builders

MAY = Obligation(Duty.NATIONAL_PENSION, "2025-05", date(2025, 6, 30), None, 16_980, PaymentStatus.UNPAID)
PAID = replace(MAY, paid_on=date(2025, 8, 15), status=PaymentStatus.PAID)


def row(
    record: Obligation = MAY, as_of: date | None = date(2026, 5, 1), line: int = 2, case: str = "A-001"
) -> NewEvidence:
    identity = (record.duty.value, record.period)
    return NewEvidence(case, EvidenceKind.OBLIGATION, identity, record, "年金機構", as_of, "受-1", line)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with builders.office(tmp_path) as made:
        builders.ready_case(made)
        builders.many_cases(made, 3)
        yield made


def add(office: Office, *incoming: NewEvidence) -> Added:
    with office.begin() as session:
        return service.add(session, CONSOLE, incoming, {"what": "obligations", "file": "x.csv"})


def pieces(office: Office, case: str = "B-00000") -> tuple[Evidence, ...]:
    with office.read() as session:
        return service.of_case(session, case)


def months(office: Office) -> list[tuple[str, str, str | None]]:
    return [
        (e.id, str(e.values["status"]), e.superseded_by) for e in pieces(office) if e.kind is EvidenceKind.OBLIGATION
    ]


B = "B-00000"


def test_an_identical_row_is_skipped(office: Office) -> None:
    assert add(office, row(case=B)) == Added(1, 0, 0, (B,))
    assert add(office, row(case=B), row(case=B)) == Added(0, 2, 0, ())
    assert months(office) == [("E2", "unpaid", None)]


def test_a_later_row_supersedes_and_the_old_is_kept(office: Office) -> None:
    add(office, row(case=B))
    assert add(office, row(PAID, date(2026, 6, 1), case=B)) == Added(1, 0, 1, (B,))
    assert months(office) == [("E2", "unpaid", "E3"), ("E3", "paid", None)]
    assert record_ops.verify(office).ok


def test_an_older_row_is_kept_as_superseded(office: Office) -> None:
    add(office, row(PAID, date(2026, 6, 1), case=B))
    add(office, row(case=B))
    assert months(office) == [("E2", "paid", None), ("E3", "unpaid", "E2")]


def test_both_in_one_file(office: Office) -> None:
    add(office, row(case=B), row(PAID, date(2026, 6, 1), line=3, case=B))
    assert months(office) == [("E2", "unpaid", "E3"), ("E3", "paid", None)]
    assert record_ops.verify(office).ok


@pytest.mark.parametrize("as_of", [date(2026, 5, 1), None])
def test_the_same_day_but_different_is_refused_by_line(office: Office, as_of: date | None) -> None:
    add(office, row(as_of=as_of, case=B))
    with pytest.raises(RowsRefused, match="E2") as told:
        add(office, row(replace(MAY, period="2025-06"), line=7, case=B), row(PAID, as_of, line=8, case=B))
    assert [each.line for each in told.value.bad] == [8]
    assert months(office) == [("E2", "unpaid", None)]


def test_every_unknown_case_is_named_and_nothing_is_taken_in(office: Office) -> None:
    with pytest.raises(RowsRefused) as told:
        add(office, row(case=B), row(line=3, case="X-1"), row(line=4, case="X-2"))
    assert [(each.line, each.value) for each in told.value.bad] == [(3, "X-1"), (4, "X-2")]
    assert months(office) == []


def test_rows_of_one_source_day_and_receipt_are_one_document(office: Office) -> None:
    add(
        office,
        row(case=B),
        row(replace(MAY, period="2025-06"), case=B),
        row(replace(MAY, period="2025-07"), date(2026, 6, 1), case=B),
    )
    assert [each.document for each in pieces(office)] == [1, 2, 2, 3]
    add(office, row(replace(MAY, period="2025-08"), case=B))
    assert pieces(office)[-1].document == 2


def test_each_touched_case_has_one_event_and_the_import_has_its_own(office: Office) -> None:
    before = record_ops.verify(office).events
    add(office, row(case="B-00000"), row(case="B-00001"), row(replace(MAY, period="2025-06"), case="B-00001"))
    events = record_ops.page(office, builders.AUDITOR, size=3)
    assert [(each.kind, each.case) for each in events] == [
        ("imported", None), ("evidence_added", "B-00001"), ("evidence_added", "B-00000")
    ]  # fmt: skip
    assert events[0].content["file"] == "x.csv"
    assert record_ops.verify(office).events == before + 3


def test_what_is_read_back_is_what_was_put_in(office: Office) -> None:
    given = builders.evidence_of("A-001")
    held = pieces(office, "A-001")
    assert [each.record for each in held[1:]] == [each.record for each in given]
    assert isinstance(held[0].record, Application)
    assert [each.number for each in held] == list(range(1, len(held) + 1))


@pytest.mark.parametrize("kind", EvidenceKind)
def test_every_kind_of_record_survives_its_json(kind: EvidenceKind) -> None:
    held = [each.record for each in builders.evidence_of() if isinstance(each.record, RECORD_TYPES[kind])][:1]
    for record in held:
        assert rows.revive(kind, rows.plain(record)) == record
        assert rows.about(record)


def test_long_keys_are_kept_short() -> None:
    key = rows.natural_key(EvidenceKind.STATEMENT, ("x" * 5_000,))
    assert len(key) <= rows.LONGEST_KEY
    assert key != rows.natural_key(EvidenceKind.STATEMENT, ("x" * 5_001,))


def test_who_may_import(office: Office) -> None:
    with pytest.raises(NotPermitted), office.begin() as session:
        service.add(session, builders.AUDITOR, [row(case=B)], {})


def test_ten_thousand_rows_come_in_quickly(tmp_path: Path) -> None:
    with builders.office(tmp_path) as office:
        cases = builders.many_cases(office, 180)
        incoming = [each for case in cases for each in builders.evidence_of(case)]
        began = perf_counter()
        add(office, *incoming)
        assert perf_counter() - began < 5, "measured 0.4 s for 10,000 rows; 100,000 must stay under 10 s"
        assert record_ops.verify(office).ok
