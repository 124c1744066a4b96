"""Which automatic backups stay: three generations, and one of each recent day, week and month. Pure."""

from collections.abc import Callable, Iterable
from datetime import datetime

from models.store.clock import JAPAN

GENERATIONS = 3
DAYS, WEEKS, MONTHS = 7, 5, 12
"""So many days, weeks and months with a backup are kept (the newest of each)."""


def expired(made: Iterable[datetime]) -> frozenset[datetime]:
    """The moments of the backups that no rule keeps any more. The newest three always stay."""
    newest = sorted(set(made), reverse=True)
    kept = set(newest[:GENERATIONS])
    for period, number in ((_day, DAYS), (_week, WEEKS), (_month, MONTHS)):
        kept |= set(_newest_of_each(newest, period)[:number])
    return frozenset(set(newest) - kept)


def _newest_of_each(newest: list[datetime], period: Callable[[datetime], object]) -> list[datetime]:
    first: dict[object, datetime] = {}
    for each in newest:
        first.setdefault(period(each), each)
    return list(first.values())


def _day(at: datetime) -> object:
    return at.astimezone(JAPAN).date()


def _week(at: datetime) -> object:
    return tuple(at.astimezone(JAPAN).isocalendar())[:2]


def _month(at: datetime) -> object:
    return at.astimezone(JAPAN).strftime("%Y-%m")
