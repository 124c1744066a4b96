"""What may be chosen: half-years, fiscal years, earlier periods of the same length."""

from dataclasses import replace
from datetime import date

import pytest

from desktop.consistency.form import ConsistencyForm, Period, fiscal_years, half_year, half_years

DAYS = (date(2025, 2, 3), date(2026, 6, 9))


@pytest.mark.parametrize(
    ("day", "first", "last"),
    [
        (date(2026, 4, 1), date(2026, 4, 1), date(2026, 9, 30)),
        (date(2026, 9, 30), date(2026, 4, 1), date(2026, 9, 30)),
        (date(2026, 10, 1), date(2026, 10, 1), date(2027, 3, 31)),
        (date(2027, 3, 31), date(2026, 10, 1), date(2027, 3, 31)),
        (date(2027, 1, 1), date(2026, 10, 1), date(2027, 3, 31)),
    ],
)
def test_half_years_of_the_fiscal_year(day: date, first: date, last: date) -> None:
    assert half_year(day) == Period(first, last)


def test_periods_cover_the_decisions_newest_first() -> None:
    assert [each.from_ for each in half_years(*DAYS)] == [
        date(2026, 4, 1),
        date(2025, 10, 1),
        date(2025, 4, 1),
        date(2024, 10, 1),
    ]
    assert [each.from_.year for each in fiscal_years(*DAYS)] == [2026, 2025, 2024]


def test_the_period_before_has_the_same_length() -> None:
    year = Period(date(2026, 4, 1), date(2027, 3, 31))
    assert year.before == Period(date(2025, 4, 1), date(2026, 3, 31))
    assert half_year(date(2026, 5, 1)).before.before == half_year(date(2025, 5, 1))


def test_first_data_choose_the_newest_half_year() -> None:
    form = ConsistencyForm().with_data(DAYS, ("permanent_residence",), ("第一",))
    assert form.period == half_year(DAYS[1])
    assert form.asked().from_ == date(2026, 4, 1)
    assert form.asked_to_compare() is None


def test_a_choice_that_is_gone_falls_back() -> None:
    form = ConsistencyForm().with_data(DAYS, ("permanent_residence",), ("第一",))
    form = replace(form, kind="permanent_residence", unit="第一", compare=form.comparable[0])
    kept = form.with_data(DAYS, ("permanent_residence",), ("第一",))
    assert (kept.kind, kept.unit, kept.compare) == ("permanent_residence", "第一", form.compare)
    gone = form.with_data((date(2026, 4, 2), DAYS[1]), ("extension",), ())
    assert (gone.kind, gone.unit, gone.compare) == (None, None, None)


def test_without_data_nothing_is_offered() -> None:
    form = ConsistencyForm().with_data(None, (), ())
    assert (form.periods, form.comparable, form.asked().from_) == ((), (), None)


def test_everything_cannot_be_compared() -> None:
    form = replace(ConsistencyForm().with_data(DAYS, (), ()), period=None)
    assert form.comparable == ()
