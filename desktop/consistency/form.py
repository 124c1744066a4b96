"""What a person may choose on the consistency screen, and what is asked for then. No Qt."""

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

from desktop.operations.consistency import Asked


@dataclass(frozen=True, slots=True)
class Period:
    """Days from and to, both included."""

    from_: date
    to: date

    @property
    def before(self) -> "Period":
        """The half-years of the same length that end where this one begins."""
        months = (self.to.year - self.from_.year) * 12 + self.to.month - self.from_.month + 1
        place = self.from_.year * 12 + self.from_.month - 1 - months
        return Period(date(place // 12, place % 12 + 1, 1), self.from_ - timedelta(days=1))


def half_years(first: date, last: date) -> tuple[Period, ...]:
    """The half-years (from April, from October) that hold a decision, newest first."""
    found: list[Period] = []
    period = half_year(last)
    while period.to >= first:
        found.append(period)
        period = period.before
    return tuple(found)


def half_year(day: date) -> Period:
    """The half-year of the Japanese fiscal year in which a day lies."""
    if 4 <= day.month <= 9:
        return Period(date(day.year, 4, 1), date(day.year, 9, 30))
    start = day.year if day.month >= 10 else day.year - 1
    return Period(date(start, 10, 1), date(start + 1, 3, 31))


def fiscal_years(first: date, last: date) -> tuple[Period, ...]:
    """The fiscal years that hold a decision, newest first."""
    years = range(_fiscal(last), _fiscal(first) - 1, -1)
    return tuple(Period(date(year, 4, 1), date(year + 1, 3, 31)) for year in years)


def _fiscal(day: date) -> int:
    return day.year if day.month >= 4 else day.year - 1


@dataclass(frozen=True, slots=True)
class ConsistencyForm:
    """The choices. ``period`` None: everything; ``compare`` None: nothing."""

    days: tuple[date, date] | None = None
    kinds: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    period: Period | None = None
    kind: str | None = None
    unit: str | None = None
    compare: Period | None = None
    waiting: bool = field(default=False)
    """A release waits for its second person."""

    def with_data(
        self, days: tuple[date, date] | None, kinds: tuple[str, ...], units: tuple[str, ...]
    ) -> "ConsistencyForm":
        """What was gathered; a choice that is no longer there falls back. The first choice is the newest half-year."""
        made = replace(self, days=days, kinds=kinds, units=units)
        period = self.period if self.period in made.periods else None
        if self.days is None and days is not None:
            period = half_year(days[1])
        return replace(
            made,
            period=period,
            kind=self.kind if self.kind in kinds else None,
            unit=self.unit if self.unit in units else None,
            compare=self.compare if self.compare in made.comparable else None,
        )

    @property
    def periods(self) -> tuple[Period, ...]:
        """Half-years and fiscal years that hold decisions."""
        return () if self.days is None else (*half_years(*self.days), *fiscal_years(*self.days))

    @property
    def comparable(self) -> tuple[Period, ...]:
        """Earlier periods of the same length."""
        if self.period is None or self.days is None:
            return ()
        found: list[Period] = []
        period = self.period.before
        while period.to >= self.days[0] and len(found) < 8:
            found.append(period)
            period = period.before
        return tuple(found)

    def asked(self) -> Asked:
        """The report that is asked for."""
        return self._asked(self.period)

    def asked_to_compare(self) -> Asked | None:
        """The report of the other period."""
        return None if self.compare is None else self._asked(self.compare)

    def _asked(self, period: Period | None) -> Asked:
        from_, to = (period.from_, period.to) if period else (None, None)
        return Asked(from_=from_, to=to, kind=self.kind, unit=self.unit, bootstraps=500)
