"""Closed days are those of the act, and holidays those of the gazette."""

from datetime import date, timedelta

import pytest

from models.dates import calendar

HOLIDAYS = {
    2026: "1/1 1/12 2/11 2/23 3/20 4/29 5/3 5/4 5/5 5/6 7/20 8/11 9/21 9/22 9/23 10/12 11/3 11/23",
    2027: "1/1 1/11 2/11 2/23 3/21 3/22 4/29 5/3 5/4 5/5 7/19 8/11 9/20 9/23 10/11 11/3 11/23",
    2028: "1/1 1/10 2/11 2/23 3/20 4/29 5/3 5/4 5/5 7/17 8/11 9/18 9/22 10/9 11/3 11/23",
}


@pytest.mark.parametrize("year", HOLIDAYS)
def test_holidays(year: int) -> None:
    days = (date(year, 1, 1) + timedelta(days=n) for n in range(366))
    found = " ".join(f"{d.month}/{d.day}" for d in days if d.year == year and calendar.holiday_name(d))
    assert found == HOLIDAYS[year]


def test_holiday_names_are_japanese() -> None:
    assert calendar.holiday_name(date(2026, 1, 1)) == "元日"
    assert calendar.holiday_name(date(2026, 1, 2)) is None


@pytest.mark.parametrize(
    ("day", "next_open"),
    [
        (date(2026, 12, 28), date(2026, 12, 28)),
        (date(2026, 12, 29), date(2027, 1, 4)),
        (date(2027, 1, 3), date(2027, 1, 4)),
        (date(2025, 5, 31), date(2025, 6, 2)),
        (date(2026, 5, 2), date(2026, 5, 7)),
        (date(2026, 9, 19), date(2026, 9, 24)),
    ],
)
def test_next_working_day(day: date, next_open: date) -> None:
    assert calendar.next_working_day(day) == next_open


def test_working_days_after() -> None:
    assert calendar.working_days_after(date(2026, 11, 20), 1) == date(2026, 11, 24)
    assert calendar.working_days_after(date(2026, 11, 20), 0) == date(2026, 11, 20)
    assert calendar.working_days_after(date(2026, 12, 28), 2) == date(2027, 1, 5)
