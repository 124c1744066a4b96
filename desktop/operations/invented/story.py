"""The course of one invented life: when the person came, worked, changed work, married, and what went wrong."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from random import Random

from desktop.operations.invented.ways import Way, way
from models.dates.periods import add_months

_DAY = timedelta(days=1)


class Trouble(StrEnum):
    """What makes a case hard. None of it decides anything; it gives the examiner something to weigh."""

    PENSION_LATE = "pension_late"
    PENSION_UNPAID = "pension_unpaid"
    PENSION_EXEMPT = "pension_exempt"
    TAX_LATE = "tax_late"
    TOO_SHORT = "too_short"
    LOW_INCOME = "low_income"
    TRAFFIC = "traffic"
    FINE = "fine"
    NOTIFIED_LATE = "notified_late"
    LONG_ABSENCE = "long_absence"


_SHARES = {
    Trouble.PENSION_LATE: 0.22,
    Trouble.PENSION_UNPAID: 0.09,
    Trouble.PENSION_EXEMPT: 0.08,
    Trouble.TAX_LATE: 0.09,
    Trouble.TOO_SHORT: 0.09,
    Trouble.LOW_INCOME: 0.09,
    Trouble.TRAFFIC: 0.10,
    Trouble.FINE: 0.03,
    Trouble.NOTIFIED_LATE: 0.10,
    Trouble.LONG_ABSENCE: 0.07,
}
_CLEAN_SHARE = 0.42
_GAP_TROUBLES = {Trouble.PENSION_LATE, Trouble.PENSION_UNPAID, Trouble.PENSION_EXEMPT}
_OUTLASTS = 300
_SETTLED_DAYS = 1_500


@dataclass(frozen=True, slots=True)
class Span:
    """Days from ``first`` to ``last``, both included."""

    first: date
    last: date

    def holds(self, day: date) -> bool:
        """Whether ``day`` lies in it."""
        return self.first <= day <= self.last


@dataclass(frozen=True, slots=True)
class Story:
    """One life. ``gap`` is the time between two employments; ``statuses`` are (status, span) one behind the other."""

    kind: str
    route: str
    received_on: date
    born_on: date
    came_on: date
    married_on: date | None
    statuses: tuple[tuple[str, Span], ...]
    works_from: date
    gap: Span | None
    self_employed: bool
    child_born_on: date | None
    troubles: frozenset[Trouble]

    def has(self, trouble: Trouble) -> bool:
        """Whether the life has this trouble."""
        return trouble in self.troubles


def tell(draw: Random, kind: str, route: str, received_on: date) -> Story:
    """Invent a life that leads to an application on ``received_on``."""
    troubles, path = _troubles(draw), way(kind, route)
    years = draw.randint(*path.years)
    if Trouble.TOO_SHORT in troubles:
        years = path.short
    came_on = _shift(draw, add_months(received_on, -12 * years - draw.randint(1, 5)))
    studied_until = add_months(came_on, 12 * draw.choice((2, 4))) if years > 6 and path.studied else came_on
    married_on = _shift(draw, add_months(received_on, -12 * draw.randint(4, 8) - 2)) if path.married else None
    if married_on and Trouble.TOO_SHORT in troubles:
        married_on = _shift(draw, add_months(received_on, -20))
    spouse_from = max(came_on, married_on) if married_on else None
    statuses = _statuses(draw, path, came_on, studied_until, spouse_from, received_on)
    works_from = studied_until + timedelta(days=draw.randint(0, 20))
    born_on = add_months(came_on, -12 * draw.randint(19, 30)) - timedelta(days=draw.randint(0, 360))
    child = add_months(received_on, -12 * draw.randint(2, 9)) if draw.random() < 0.55 else None
    return Story(
        kind, route, received_on, born_on, came_on, married_on, statuses, works_from,
        _gap(draw, received_on, works_from, troubles), draw.random() < 0.08, child, troubles,
    )  # fmt: skip


def _troubles(draw: Random) -> frozenset[Trouble]:
    if draw.random() < _CLEAN_SHARE:
        return frozenset()
    drawn = {trouble for trouble, share in _SHARES.items() if draw.random() < share * 1.4}
    # Of one gap in work only one thing is told about the pension.
    for other in sorted(_GAP_TROUBLES & drawn)[1:]:
        drawn.discard(other)
    return frozenset(drawn or {Trouble.PENSION_LATE})


def _shift(draw: Random, day: date) -> date:
    return day - timedelta(days=draw.randint(0, 27))


def _gap(draw: Random, received_on: date, works_from: date, troubles: frozenset[Trouble]) -> Span | None:
    if not troubles & _GAP_TROUBLES and draw.random() < 0.8:
        return None
    left_on = add_months(received_on, -draw.randint(9, 20)).replace(day=1) - _DAY
    months = draw.randint(2, 5)
    if left_on <= works_from:
        return None
    return Span(left_on + _DAY, add_months(left_on + _DAY, months) - _DAY)


def _statuses(
    draw: Random, path: Way, came_on: date, studied_until: date, spouse_from: date | None, received_on: date
) -> tuple[tuple[str, Span], ...]:
    """Periods of stay one behind the other, the last reaching beyond the application."""
    found: list[tuple[str, Span]] = []
    first = came_on
    if studied_until > came_on:
        found.append(("student", Span(came_on, studied_until - _DAY)))
        first = studied_until
    held = draw.choice(path.statuses)
    lengths = [5] * 8 if path.long else [1, 1, 3, 3, 5, 5, 5, 5]
    while first <= received_on:
        status = "spouse_of_japanese" if spouse_from and first >= spouse_from else held
        last = add_months(first, 12 * lengths.pop(0)) - _DAY
        if spouse_from and first < spouse_from <= last:
            last = max(first, spouse_from - _DAY)
        found.append((status, Span(first, last)))
        first = last + _DAY
    return tuple(_renewed(draw, path, found, received_on))


def _renewed(draw: Random, path: Way, found: list[tuple[str, Span]], received_on: date) -> list[tuple[str, Span]]:
    """A period that would end while the application is examined was renewed before it."""
    status, last = found[-1]
    renewed_on = received_on - timedelta(days=draw.randint(40, 160))
    if last.last >= received_on + timedelta(days=_OUTLASTS) or renewed_on <= last.first:
        return found
    settled = (received_on - found[0][1].first).days > _SETTLED_DAYS
    length = 5 if path.long else draw.choice((3, 3, 5)) if settled else 1
    new = Span(renewed_on, add_months(renewed_on, 12 * length) - _DAY)
    return [*found[:-1], (status, Span(last.first, renewed_on - _DAY)), (status, new)]
