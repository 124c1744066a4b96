"""Duties by month: on time, late, unpaid, exempt, withheld; each month once, and the employer's lateness never the
applicant's."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from models.evidence.values import Duty, Obligation, PaymentStatus
from models.facts.compute import compute
from models.facts.duties import window_of
from models.facts.months import strip
from models.facts.values import Unit, Window
from tests.models.facts.rows import RECEIVED, SEEN, by_key, month, piece, pieces, values, windows

PENSION = "obligations.national_pension."
P = PaymentStatus


@pytest.mark.parametrize(
    ("paid", "late", "on_time", "days"),
    [("2025-06-29", 0, 1, None), ("2025-06-30", 0, 1, None), ("2025-07-01", 1, 0, 1), ("2025-07-14", 1, 0, 14)],
)
def test_late_begins_the_day_after_the_due_day(paid: str, late: int, on_time: int, days: int | None) -> None:
    found = by_key(pieces(month("2025-05", "2025-06-30", paid)))
    assert found[PENSION + "months_late"].value == late
    assert found[PENSION + "on_time"].value == on_time
    child = found.get(PENSION + "2025-05")
    assert (child.value if child else None) == days


def test_a_late_month_opens_to_its_row() -> None:
    found = by_key(pieces(month("2025-05", "2025-06-30", "2025-07-14")))
    child, parent = found[PENSION + "2025-05"], found[PENSION + "months_late"]
    assert (child.id, child.parent, parent.id) == ("F33.2025-05", "F33", "F33")
    assert child.sources == parent.sources == ("E1",)
    assert child.unit is Unit.DAYS
    assert child.adverse
    assert parent.adverse
    assert child.detail == {
        "duty": "national_pension",
        "period": "2025-05",
        "due_on": date(2025, 6, 30),
        "paid_on": date(2025, 7, 14),
        "amount": 17_510,
        "days_late": 14,
        "status": "late",
        "in_window": True,
    }


@pytest.mark.parametrize(("as_of", "unpaid"), [("2025-06-29", 0), ("2025-06-30", 0), ("2025-07-01", 1), (None, 1)])
def test_unpaid_counts_only_once_it_was_due(as_of: str | None, unpaid: int) -> None:
    found = by_key([piece(1, month("2025-05", "2025-06-30", status=P.UNPAID), as_of)])
    assert found[PENSION + "unpaid"].value == unpaid
    assert found[PENSION + "unpaid"].adverse == bool(unpaid)
    assert (PENSION + "2025-05" in found) == bool(unpaid)


def test_without_as_of_the_day_seen_decides() -> None:
    row = month("2026-10", "2026-11-30", status=P.UNPAID)
    assert values(pieces(row), date(2026, 11, 30))[PENSION + "unpaid"] == 0
    assert values(pieces(row), date(2026, 12, 1))[PENSION + "unpaid"] == 1


def test_withheld_is_never_the_applicants_lateness() -> None:
    rows = pieces(
        month("2025-05", "2025-06-30", "2025-09-01", P.WITHHELD, Duty.EMPLOYEES_PENSION),
        month("2025-06", "2025-07-31", None, P.WITHHELD, Duty.EMPLOYEES_PENSION),
    )
    found = by_key(rows)
    stem = "obligations.employees_pension."
    assert found[stem + "withheld"].value == 2
    assert found[stem + "months_late"].value == found[stem + "unpaid"].value == 0
    assert not any(fact.adverse for fact in found.values())
    cells = strip(rows, Duty.EMPLOYEES_PENSION, Window(date(2025, 5, 1), date(2025, 6, 30)), SEEN)
    assert [(cell.state, cell.days, cell.employer_days) for cell in cells] == [("withheld", 0, 63), ("withheld", 0, 0)]


def test_exempt_and_deferred_are_no_failure() -> None:
    found = by_key(
        pieces(month("2025-05", "2025-06-30", status=P.EXEMPT), month("2025-06", "2025-07-31", status=P.DEFERRED))
    )
    assert found[PENSION + "exempt"].value == found[PENSION + "deferred"].value == 1
    assert found[PENSION + "unpaid"].value == 0
    assert not any(fact.adverse for fact in found.values())


def test_paid_without_a_day_is_said_so() -> None:
    found = by_key(pieces(month("2025-05", "2025-06-30")))
    assert found[PENSION + "months_undated"].value == 1
    assert found[PENSION + "on_time"].value == found[PENSION + "months_late"].value == 0
    assert found[PENSION + "2025-05"].parent == found[PENSION + "months_undated"].id
    assert not found[PENSION + "2025-05"].adverse


def test_no_row_is_no_value() -> None:
    found = values(pieces(month("2025-05", "2025-06-30", "2025-06-30")))
    assert found[PENSION + "unpaid"] == 0
    for part in ("months_late", "on_time", "unpaid", "exempt", "withheld"):
        assert found["obligations.resident_tax." + part] is None


def test_superseded_rows_say_nothing() -> None:
    rows = [
        piece(1, month("2025-05", "2025-06-30", status=P.UNPAID), "2025-08-01", superseded_by="E2"),
        piece(2, month("2025-05", "2025-06-30", "2025-09-10"), "2025-10-01"),
    ]
    found = by_key(rows)
    assert found[PENSION + "unpaid"].value == 0
    assert found[PENSION + "months_late"].value == 1
    assert found[PENSION + "2025-05"].sources == ("E2",)


def test_of_two_sources_the_newer_speaks_and_a_month_counts_once() -> None:
    rows = [
        piece(1, month("2025-05", "2025-06-30", status=P.UNPAID), "2025-08-01", source="pension service"),
        piece(2, month("2025-05", "2025-06-30", "2025-06-20"), "2025-10-01", source="applicant"),
    ]
    found = values(rows)
    assert found[PENSION + "months"] == found[PENSION + "on_time"] == 1
    assert found[PENSION + "unpaid"] == found[PENSION + "problems"] == 0


def test_two_sources_that_contradict_are_shown_and_counted_nowhere() -> None:
    rows = [
        piece(1, month("2025-05", "2025-06-30", status=P.UNPAID), "2025-10-01", source="pension service"),
        piece(2, month("2025-05", "2025-06-30", "2025-06-20"), "2025-10-01", source="applicant"),
    ]
    found = by_key(rows)
    assert found[PENSION + "problems"].value == 1
    assert found[PENSION + "on_time"].value == found[PENSION + "unpaid"].value == 0
    assert found[PENSION + "2025-05"].sources == ("E1", "E2")
    assert not found[PENSION + "2025-05"].adverse


def test_unpaid_with_a_payment_day_contradicts_itself() -> None:
    found = values(pieces(month("2025-05", "2025-06-30", "2025-06-20", P.UNPAID)))
    assert found[PENSION + "problems"] == 1
    assert found[PENSION + "unpaid"] == 0


def test_the_window_is_the_months_before_receipt() -> None:
    assert window_of(date(2026, 9, 14), 24) == Window(date(2024, 9, 1), date(2026, 8, 31))
    assert window_of(date(2024, 3, 1), 12) == Window(date(2023, 3, 1), date(2024, 2, 29))
    rows = pieces(
        month("2024-08", "2024-09-30", "2024-10-01"),
        month("2024-09", "2024-10-31", "2024-11-01"),
        month("2026-08", "2026-09-30", "2026-09-30"),
        month("2026-09", "2026-11-02", "2026-11-04"),
    )
    found = by_key(rows)
    assert found[PENSION + "months_late"].value == 3
    assert found[PENSION + "window.months_late"].value == 1
    assert found[PENSION + "window.on_time"].value == 1
    assert found[PENSION + "window.months"].value == 2
    assert found[PENSION + "window.months_late"].sources == ("E2",)
    assert found[PENSION + "window.months_late"].window == window_of(RECEIVED, 24)
    assert found[PENSION + "window.months_late"].id == "F133"
    assert [found[PENSION + each].detail["in_window"] for each in ("2024-08", "2024-09", "2026-09")] == [
        False,
        True,
        False,
    ]


def test_instalments_stand_in_their_due_month() -> None:
    rows = pieces(
        month("2024/1", "2024-06-30", "2024-07-02", duty=Duty.RESIDENT_TAX),
        month("2024/2", "2024-09-02", "2024-09-02", duty=Duty.RESIDENT_TAX),
    )
    found = by_key(rows)
    assert found["obligations.resident_tax.window.months"].value == 2
    assert found["obligations.resident_tax.2024/1"].id == "F73.2024/1"
    cells = strip(rows, Duty.RESIDENT_TAX, Window(date(2024, 6, 1), date(2024, 9, 30)), SEEN)
    assert [cell.state for cell in cells] == ["late", "none", "none", "on_time"]


def test_the_strip_has_a_cell_for_every_month() -> None:
    rows = [
        piece(1, month("2025-05", "2025-06-30", "2025-07-14")),
        piece(2, month("2025-06", "2025-07-31", status=P.UNPAID), "2025-09-01"),
        piece(3, month("2025-07", "2025-09-01", status=P.EXEMPT)),
        piece(4, month("2025-08", "2025-09-30", status=P.DEFERRED)),
        piece(5, month("2025-09", "2025-10-31")),
        piece(6, month("2025-10", "2025-12-01", status=P.UNPAID), "2025-11-01"),
        piece(7, month("2025-12", "2026-02-02", "2026-02-02")),
    ]
    cells = strip(rows, Duty.NATIONAL_PENSION, Window(date(2025, 4, 1), date(2026, 1, 31)), SEEN)
    assert [(cell.year, cell.month) for cell in cells] == [(2025, n) for n in range(4, 13)] + [(2026, 1)]
    states = "none late unpaid exempt deferred undated not_due none on_time none".split()
    assert [cell.state for cell in cells] == states
    assert cells[1].days == 14
    assert cells[1].evidence == ("E1",)
    assert [cell.fact for cell in cells[1:6]] == ["F33.2025-05", "F34.2025-06", "F35", "F36", "F37.2025-09"]


RECORDS = st.builds(
    lambda number, offset, status, dated: Obligation(
        Duty.NATIONAL_PENSION,
        f"{2024 + number // 12}-{number % 12 + 1:02d}",
        date(2024, 2, 28) + timedelta(days=30 * number),
        date(2024, 2, 28) + timedelta(days=30 * number + offset) if dated else None,
        17_510,
        status,
    ),
    st.integers(0, 23),
    st.integers(-40, 90),
    st.sampled_from(list(PaymentStatus)),
    st.booleans(),
)
AS_OF = st.sampled_from([None, "2025-06-01", "2026-03-01", "2026-10-01"])
COUNTED = ("on_time", "withheld", "months_late", "unpaid", "exempt", "deferred", "months_undated", "problems")


@given(st.lists(st.tuples(RECORDS, AS_OF), max_size=40), st.randoms(use_true_random=False))
def test_each_month_counts_once_and_order_never_matters(
    rows: list[tuple[Obligation, str | None]], random: object
) -> None:
    evidence = [piece(number, record, as_of) for number, (record, as_of) in enumerate(rows)]
    first = compute(evidence, windows())
    counts = {fact.key.removeprefix(PENSION): fact.value for fact in first if fact.key.startswith(PENSION)}
    periods = {record.period for record, _ in rows}
    total = sum(value for part in COUNTED if isinstance(value := counts[part], int))
    assert counts["months"] == (len(periods) or None)
    assert total <= len(periods)
    twice = [
        *evidence,
        *(piece(100 + row.number, row.record, row.as_of.isoformat() if row.as_of else None) for row in evidence),
    ]
    random.shuffle(twice)  # type: ignore[attr-defined]  # hypothesis's Random
    again = {fact.key: fact.value for fact in compute(twice, windows())}
    assert again == {fact.key: fact.value for fact in first}
    random.shuffle(evidence)  # type: ignore[attr-defined]  # hypothesis's Random
    assert compute(evidence, windows()) == first


@given(st.lists(RECORDS, max_size=30))
def test_the_strip_agrees_with_the_counts(records: list[Obligation]) -> None:
    rows = pieces(*records)
    window = Window(date(2024, 1, 1), date(2025, 12, 31))
    cells = strip(rows, Duty.NATIONAL_PENSION, window, SEEN)
    found = values(rows)
    names = {"months_late": "late", "months_undated": "undated", "problems": "contradicting"}
    for part in COUNTED:
        drawn = sum(cell.state == names.get(part, part) for cell in cells)
        assert drawn == (found[PENSION + part] or 0)
