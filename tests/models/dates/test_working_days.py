"""Working days over ten years against a calendar computed otherwise: from the Act on National Holidays (国民の祝日に関する法律) as it
stands since 2022, and the equinoxes by the formula of the Hydrographic Department (1980 to 2099)."""

import random
from collections.abc import Iterator
from datetime import date, timedelta

from models.dates.calendar import is_closed, next_working_day, working_days_after

FIRST, LAST = date(2022, 1, 1), date(2031, 12, 31)
DAY = timedelta(days=1)
FIXED = ((1, 1), (2, 11), (2, 23), (4, 29), (5, 3), (5, 4), (5, 5), (8, 11), (11, 3), (11, 23))
HAPPY_MONDAYS = ((1, 2), (7, 3), (9, 3), (10, 2))


def equinoxes(year: int) -> tuple[date, date]:
    def day(base: float) -> int:
        return int(base + 0.242194 * (year - 1980) - (year - 1980) // 4)

    return date(year, 3, day(20.8431)), date(year, 9, day(23.2488))


def monday(year: int, month: int, number: int) -> date:
    first = date(year, month, 1)
    return first + timedelta(days=(7 - first.weekday()) % 7 + 7 * (number - 1))


def holidays(year: int) -> frozenset[date]:
    own = {date(year, *each) for each in FIXED} | {monday(year, *each) for each in HAPPY_MONDAYS} | {*equinoxes(year)}
    moved = set()
    for each in own:
        if each.weekday() == 6:  # art. 3(2): the next day that is no holiday
            while each in own or each in moved:
                each += DAY
            moved.add(each)
    between = {each + DAY for each in own if each + 2 * DAY in own and each + DAY not in own | moved}  # art. 3(3)
    return frozenset(own | moved | between)


ALL = frozenset(day for year in range(FIRST.year, LAST.year + 2) for day in holidays(year))


def closed(day: date) -> bool:
    """行政機関の休日に関する法律1条."""
    return day.weekday() >= 5 or (day.month, day.day) >= (12, 29) or (day.month, day.day) <= (1, 3) or day in ALL


def every_day() -> Iterator[date]:
    day = FIRST
    while day <= LAST:
        yield day
        day += DAY


def test_every_day_of_ten_years() -> None:
    assert [day for day in every_day() if is_closed(day) != closed(day)] == []


def test_counting_working_days_over_ten_years() -> None:
    open_days = [day for day in every_day() if not closed(day)]
    place = {day: at for at, day in enumerate(open_days)}
    chosen = random.Random(7)
    for _ in range(3_000):
        start = FIRST + timedelta(days=chosen.randrange((LAST - FIRST).days - 120))
        count = chosen.randrange(1, 60)
        first = next(at for day, at in place.items() if day > start) if start not in place else place[start] + 1
        assert working_days_after(start, count) == open_days[first + count - 1]
        assert next_working_day(start) == (start if start in place else open_days[first])
