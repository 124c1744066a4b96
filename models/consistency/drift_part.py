"""Change over time in the report: monthly charts, and alerts of examiners and criteria."""

from calendar import monthrange
from datetime import date

import numpy as np

from models.consistency import drift
from models.consistency.arrays import Floats, Ints
from models.consistency.examiner_part import Judged
from models.consistency.tally import Counts
from models.consistency.values import DriftRow, Flag, MonthPoint, MonthSeries, Withheld

LEAST_MONTHS, LEAST_CASES = 3, 30


def month_of(counts: Counts, place: int) -> date:
    """The first day of month ``place``."""
    year, month = divmod(counts.first_month + place, 12)
    return date(1970 + year, month + 1, 1)


def whole_months(counts: Counts, from_: date, to: date) -> tuple[date, ...]:
    """Months that lie wholly inside the period."""
    starts = [month_of(counts, place) for place in range(counts.outcome.shape[1])]
    return tuple(
        each for each in starts if each >= from_ and each.replace(day=monthrange(each.year, each.month)[1]) <= to
    )


def rows(counts: Counts, judged: Judged) -> tuple[tuple[DriftRow, ...], list[Withheld]]:
    """CUSUM of every criterion in the office, and of every examiner against the own level, with one limit for each
    of the two sets."""
    if counts.outcome.shape[1] < LEAST_MONTHS:
        return (), [Withheld("part_drift", "why_few_months")]
    return (*_criteria(counts), *_examiners(counts, judged)), []


def _criteria(counts: Counts) -> tuple[DriftRow, ...]:
    table = counts.monthly.astype(np.float64)
    number = table.sum(axis=3)
    total = number.sum(axis=1)
    rate = np.divide(table[..., 1].sum(axis=1), total, out=np.zeros_like(total), where=total > 0)
    taken = np.flatnonzero(total.sum(axis=1) >= LEAST_CASES)
    if not len(taken):
        return ()
    limit = drift.limit_for(float(total[taken].sum()))
    alerts = drift.watch(table[taken, ..., 1].sum(axis=2), number[taken], rate[taken], limit)
    length = [_length(limit, rate[place], total[place]) for place in taken]
    names: list[tuple[str | None, str | None]] = [(counts.criteria[place], None) for place in taken]
    return _rows(names, alerts, limit, length, counts)


def _examiners(counts: Counts, judged: Judged) -> tuple[DriftRow, ...]:
    table = counts.outcome[judged.order]
    enough = table.sum(axis=(1, 2, 3)) >= LEAST_CASES
    places, table = judged.order[enough], table[enough].astype(np.float64)
    if not len(places):
        return ()
    number = table.sum(axis=3)
    limit = drift.limit_for(float(number.sum()))
    alerts = drift.watch(table[..., 1].sum(axis=2), number, judged.own_rate[places], limit)
    all_cases = counts.outcome.sum(axis=(0, 1)).astype(np.float64)
    office = all_cases[:, 1] / all_cases.sum(axis=1).clip(min=1.0)
    length = _length(limit, office, all_cases.sum(axis=1))
    names: list[tuple[str | None, str | None]] = [(None, judged.codes[place]) for place in places]
    return _rows(names, alerts, limit, [length] * len(places), counts)


def _length(limit: float, rate: Floats, cases: Floats) -> float | None:
    """Run length of the upward chart over the office's mix of cases."""
    if cases.sum() == 0 or not 0.0 < float((rate * cases).sum()) < float(cases.sum()):
        return None
    used = cases > 0
    rate, cases = _coarse(rate[used], cases[used])
    return drift.run_length(limit, rate, cases / cases.sum(), drift.ODDS)


def _coarse(rate: Floats, cases: Floats, most: int = 8) -> tuple[Floats, Floats]:
    """At most ``most`` groups of strata with like rates: enough for a run length."""
    order = np.argsort(rate)
    parts = [part for part in np.array_split(order, min(most, len(order))) if cases[part].sum() > 0]
    size = np.array([cases[part].sum() for part in parts])
    return np.array([(rate[part] * cases[part]).sum() for part in parts]) / size, size


def _rows(
    names: list[tuple[str | None, str | None]],
    alerts: drift.Alerts,
    limit: float,
    length: list[float | None],
    counts: Counts,
) -> tuple[DriftRow, ...]:
    return tuple(
        DriftRow(
            criterion=criterion,
            code=code,
            statistic=float(alerts.statistic[place]),
            at=month_of(counts, int(alerts.month[place])),
            flag=Flag.REVIEW if alerts.alarm[place] else Flag.NONE,
            limit=limit,
            run_length=length[place],
            direction="up" if alerts.upward[place] else "down",
        )
        for place, (criterion, code) in enumerate(names)
    )


def months(counts: Counts) -> tuple[MonthSeries, ...]:
    """The grant rate and every criterion's share "not met", month by month."""
    outcome = counts.outcome.sum(axis=(0, 2))
    series = [_series(None, outcome[:, 1], outcome.sum(axis=1), counts)]
    for place, criterion in enumerate(counts.criteria):
        table = counts.monthly[place].sum(axis=1)
        series.append(_series(criterion, table[:, 1], table.sum(axis=1), counts))
    return tuple(each for each in series if each is not None)


def _series(criterion: str | None, events: Ints, number: Ints, counts: Counts) -> MonthSeries | None:
    if number.sum() == 0:
        return None
    chart = drift.laney(events.astype(np.float64), number.astype(np.float64))
    points = tuple(
        _point(
            month_of(counts, place),
            int(number[place]),
            *(float(side[place]) for side in (chart.rate, chart.low, chart.high)),
        )
        for place in range(len(number))
    )
    return MonthSeries(criterion, chart.center, chart.sigma_z, points)


def _point(month: date, number: int, rate: float, low: float, high: float) -> MonthPoint:
    return MonthPoint(month, number, rate, low, high) if number else MonthPoint(month, 0, None, None, None)
