"""Lengths of time between calendar days, in years, months and days."""

from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta

from models.errors import Message

_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Length:
    """A length of time; ``months`` under 12, ``days`` under 31."""

    years: int
    months: int
    days: int

    @property
    def all_months(self) -> int:
        """Whole months."""
        return self.years * 12 + self.months

    def message(self) -> Message:
        """``9年7か月``, days left out unless nothing else is there."""
        if self.years and self.months:
            return Message("dates.years_months", {"years": self.years, "months": self.months})
        if self.years:
            return Message("dates.years", {"years": self.years})
        if self.months:
            return Message("dates.months", {"months": self.months})
        return Message("dates.days", {"days": self.days})


def add_months(day: date, months: int) -> date:
    """The same day ``months`` later (earlier when negative), or the month's last day where it has no such day."""
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def last_day_of(first_day: date, months: int) -> date:
    """The last day of a period of ``months`` that begins with ``first_day``.

    民法143条2項: the day before the corresponding day of the last month; where that month has no such day, its last
    day.
    """
    corresponding = add_months(first_day, months)
    return corresponding - _DAY if corresponding.day == first_day.day else corresponding


def reached_on(first_day: date, months: int) -> date:
    """The first day on which ``months`` since ``first_day`` are over: the day after the period's last
    (民法143条2項)."""
    return last_day_of(first_day, months) + _DAY


def length(first_day: date, seen_on: date) -> Length:
    """How long it is from ``first_day`` until ``seen_on``, counted in whole months first. Zero when it has not
    begun."""
    if seen_on < first_day:
        return Length(0, 0, 0)
    months = (seen_on.year - first_day.year) * 12 + seen_on.month - first_day.month
    if reached_on(first_day, months) > seen_on:
        months -= 1
    rest = seen_on - (reached_on(first_day, months) if months else first_day)
    return Length(months // 12, months % 12, rest.days)


def whole_months(first_day: date, seen_on: date) -> int:
    """Completed months from ``first_day`` until ``seen_on``."""
    return length(first_day, seen_on).all_months


def whole_years(first_day: date, seen_on: date) -> int:
    """Completed years from ``first_day`` until ``seen_on``."""
    return length(first_day, seen_on).years


def days_missing(reached: date, seen_on: date) -> int:
    """Days from ``seen_on`` until ``reached``; 0 once it is reached (19 November 2026 until 3 April 2027: 135)."""
    return max(0, (reached - seen_on).days)


def month_key(day: date) -> int:
    """Months since year 0, for comparing months."""
    return day.year * 12 + day.month - 1


def end_of_month(day: date) -> date:
    """The last day of the month of ``day``."""
    return day.replace(day=monthrange(day.year, day.month)[1])
