"""Days on which public offices are closed.

Source: 行政機関の休日に関する法律 1条 (Saturdays, Sundays, holidays, 29 December to 3 January); the same days end a
period of procedure on the next day (民事訴訟法95条3項). Holidays come from the ``holidays`` library; what the
library does not know yet (a day named by a new act, an equinox fixed by the February gazette) stands in
``resources/tables/holidays.toml``.
"""

import tomllib
from collections.abc import Collection, Mapping
from datetime import date, timedelta
from functools import cache

import holidays

from resources import root

_DAY = timedelta(days=1)
_SATURDAY = 5


def holiday_name(day: date) -> str | None:
    """The Japanese name of the public holiday on ``day``; None on other days."""
    return _holidays_of(day.year).get(day)


def is_closed(day: date) -> bool:
    """Whether public offices are closed on ``day``."""
    return day.weekday() >= _SATURDAY or _year_end(day) or holiday_name(day) is not None


def next_working_day(day: date, closings: Collection[date] = ()) -> date:
    """``day`` itself when offices are open, otherwise the next day on which they are. ``closings``: days on which this office is
    closed beyond the law's; no period of law ends later for them."""
    while is_closed(day) or day in closings:
        day += _DAY
    return day


def working_days_after(day: date, count: int, closings: Collection[date] = ()) -> date:
    """The ``count``-th working day of the office after ``day``, which itself is not counted."""
    for _ in range(count):
        day = next_working_day(day + _DAY, closings)
    return day


def _year_end(day: date) -> bool:
    return (day.month, day.day) >= (12, 29) or (day.month, day.day) <= (1, 3)


@cache
def _holidays_of(year: int) -> Mapping[date, str]:
    found = {day: str(name) for day, name in holidays.country_holidays("JP", years=year, language="ja").items()}
    for removed in _table()[1]:
        found.pop(removed, None)
    return found | {day: name for day, name in _table()[0].items() if day.year == year}


@cache
def _table() -> tuple[Mapping[date, str], frozenset[date]]:
    """Added days with their names, and removed days."""
    read = tomllib.loads((root() / "tables" / "holidays.toml").read_text(encoding="utf-8"))
    return {row["on"]: row["name"] for row in read["added"]}, frozenset(row["on"] for row in read["removed"])
