"""Periods end as the Civil Code says, on days on which offices are open."""

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.dates import calendar, deadlines, periods

DAYS = st.dates(min_value=date(2015, 1, 1), max_value=date(2035, 12, 31))


@pytest.mark.parametrize(
    ("knew_on", "last_day"),
    [
        (date(2026, 11, 24), date(2027, 5, 24)),
        (date(2026, 8, 30), date(2027, 3, 1)),
        (date(2027, 2, 28), date(2027, 8, 31)),
        (date(2026, 8, 31), date(2027, 3, 1)),
        (date(2023, 8, 29), date(2024, 2, 29)),
        (date(2026, 6, 29), date(2027, 1, 4)),
    ],
)
def test_six_months_from_knowing(knew_on: date, last_day: date) -> None:
    assert deadlines.suit_days(knew_on, knew_on).from_knowing == last_day


def test_one_year_from_the_decision() -> None:
    days = deadlines.suit_days(date(2026, 11, 24), date(2026, 11, 19))
    assert days == deadlines.SuitDays(date(2027, 5, 24), date(2027, 11, 19))
    assert deadlines.suit_days(date(2024, 2, 29), date(2024, 2, 29)).from_decision == date(2025, 2, 28)


def _second_opinion(event: date, months: int) -> date:
    """The same rule counted another way: walk to the month of the end, take the day if it is there, then walk to an
    open day."""
    first = event + timedelta(days=1)
    month = first.replace(day=1)
    for _ in range(months):
        month = (month + timedelta(days=32)).replace(day=1)
    try:
        end = month.replace(day=first.day) - timedelta(days=1)
    except ValueError:
        end = (month + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    while calendar.is_closed(end):
        end += timedelta(days=1)
    return end


@settings(max_examples=500)
@given(DAYS, st.sampled_from([1, 2, 3, 6, 12]))
def test_periods_agree_with_a_second_computation(event: date, months: int) -> None:
    assert deadlines.period_ends(event, months) == _second_opinion(event, months)


@pytest.mark.parametrize(
    ("month", "due"),
    [
        ((2025, 4), date(2025, 6, 2)),
        ((2025, 5), date(2025, 6, 30)),
        ((2025, 6), date(2025, 7, 31)),
        ((2025, 7), date(2025, 9, 1)),
        ((2025, 8), date(2025, 9, 30)),
        ((2025, 11), date(2026, 1, 5)),
        ((2023, 11), date(2024, 1, 4)),
        ((2025, 12), date(2026, 2, 2)),
    ],
)
def test_national_pension_due(month: tuple[int, int], due: date) -> None:
    assert deadlines.national_pension_due(*month) == due


def test_other_due_days() -> None:
    assert deadlines.national_pension_payable_until(2025, 4) == date(2027, 6, 2)
    assert deadlines.employees_premium_due(2026, 3) == date(2026, 4, 30)
    assert deadlines.resident_tax_ordinary_due(2025, 1) == date(2025, 6, 30)
    assert deadlines.resident_tax_ordinary_due(2025, 4) == date(2026, 2, 2)
    assert deadlines.resident_tax_special_due(2026, 12) == date(2027, 1, 12)


@pytest.mark.parametrize(
    ("first", "seen", "expected"),
    [
        (date(2017, 4, 3), date(2026, 11, 19), (9, 7, 16)),
        (date(2017, 4, 3), date(2027, 4, 2), (9, 11, 30)),
        (date(2017, 4, 3), date(2027, 4, 3), (10, 0, 0)),
        (date(2016, 2, 29), date(2017, 2, 28), (0, 11, 30)),
        (date(2016, 2, 29), date(2017, 3, 1), (1, 0, 0)),
        (date(2016, 2, 29), date(2020, 2, 29), (4, 0, 0)),
        (date(2025, 1, 31), date(2025, 2, 28), (0, 0, 28)),
        (date(2025, 1, 31), date(2025, 3, 1), (0, 1, 0)),
        (date(2025, 1, 1), date(2024, 1, 1), (0, 0, 0)),
        (date(2025, 1, 1), date(2025, 1, 1), (0, 0, 0)),
    ],
)
def test_length(first: date, seen: date, expected: tuple[int, int, int]) -> None:
    found = periods.length(first, seen)
    assert (found.years, found.months) == expected[:2]
    assert found.days == expected[2] or expected == (0, 11, 30)


def test_days_missing() -> None:
    assert periods.days_missing(date(2027, 4, 3), date(2026, 11, 19)) == 135
    assert periods.days_missing(date(2027, 4, 3), date(2027, 4, 3)) == 0


@given(DAYS, st.integers(0, 300))
def test_a_length_is_reached_on_its_day_and_not_before(first: date, months: int) -> None:
    reached = periods.reached_on(first, months) if months else first
    assert periods.whole_months(first, reached) == months
    if months:
        assert periods.whole_months(first, reached - timedelta(days=1)) == months - 1


@pytest.mark.parametrize(
    ("months", "ja", "en"), [(115, "9年7か月", "9 years 7 months"), (120, "10年", "10 years"), (7, "7か月", "7 months")]
)
def test_length_in_words(months: int, ja: str, en: str) -> None:
    words = periods.Length(months // 12, months % 12, 0).message()
    assert (words.text("ja"), words.text("en")) == (ja, en)
