"""Facts about statuses of residence: the present one, its period, and the time spent in statuses that count."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise

from models.dates.periods import reached_on, whole_months
from models.errors import Message
from models.evidence.values import Application, Evidence
from models.facts.build import in_order, make
from models.facts.statuses import counts, same
from models.facts.stays import status, statuses_of
from models.facts.values import Fact, FactValue, Windows

_DAY = timedelta(days=1)
LONGEST_PERIOD_MONTHS = 60
"""The longest period of stay of Enforcement Regulations, Appended Table 2 (a row longer than that joins several)."""


@dataclass(frozen=True, slots=True)
class Run:
    """The longest unbroken time in statuses that count. ``last``: its last day (``None``: it goes on); ``end``: the
    day after it, or the day seen."""

    first: date | None
    last: date | None
    end: date
    rows: tuple[Evidence, ...]


def facts(evidence: Sequence[Evidence], windows: Windows) -> Iterator[Fact]:
    """The present status, from its status row, or from the application form where there is none."""
    held = statuses_of(evidence, windows.seen_on)
    row = _row_on(held, windows.seen_on)
    yield from _same_status(held, row, windows)
    if row is None:
        yield from _from_application(evidence)
        return
    record = status(row)
    months = whole_months(record.from_, record.until + _DAY) if record.until else None
    if months is not None and months > LONGEST_PERIOD_MONTHS:
        months = None
    params: dict[str, object] = {"from": record.from_, "until": record.until or "", "months": months or ""}
    how = Message("facts.how_status", params) if record.until else Message("facts.how_status_open", params)
    values: tuple[tuple[str, FactValue], ...] = (
        ("status.current", record.status),
        ("status.period_years", months // 12 if months is not None else None),
        ("status.until", record.until),
        ("status.since", record.from_),
        ("status.period_months", months),
    )
    for key, value in values:
        yield make(key, value, (row,), how=how)


def _same_status(held: Sequence[Evidence], row: Evidence | None, windows: Windows) -> Iterator[Fact]:
    """Since when the present status is held without a break, whatever periods it was extended by."""
    keys = [f"residence.same_status_{end}" for end in ("since", "years", "on")]
    if row is None:
        for key in keys:
            yield make(key, None)
        return
    rows, since = [row], status(row).from_
    for each in reversed(held):
        end = status(each).until or date.max
        if same(status(each).status, status(row).status) and status(each).from_ < since <= _next_day(end):
            rows, since = [*rows, each], status(each).from_
    months = whole_months(since, windows.seen_on)
    params: dict[str, object] = {
        "since": since,
        "seen_on": windows.seen_on,
        "years": months // 12,
        "months": months % 12,
    }
    how = Message("facts.how_same_status", params)
    reached = reached_on(since, windows.status_years * 12) if windows.status_years else None
    for key, value in zip(keys, (since, months // 12, reached), strict=True):
        yield make(key, value, rows, how=how if value is not None else None)


def _next_day(day: date) -> date:
    return day if day == date.max else day + _DAY


def counted_run(evidence: Sequence[Evidence], since: date, seen_on: date) -> Run | None:
    """The longest unbroken time since ``since`` in work or residence statuses; None when no status row bears on it."""
    rows = [row for row in statuses_of(evidence, seen_on) if (status(row).until or date.max) >= since]
    if not rows:
        return None
    runs: list[Run] = []
    for first, last, row in _segments(rows, since, seen_on):
        if not counts(status(row).status):
            continue
        if runs and runs[-1].end == first and runs[-1].first is not None:
            runs[-1] = _run(runs[-1].first, last, seen_on, (*runs[-1].rows, row))
        else:
            runs.append(_run(first, last, seen_on, (row,)))
    longest = max(runs, key=lambda run: ((run.end - (run.first or run.end)).days, run.end), default=None)
    return longest or Run(None, None, seen_on, tuple(rows))


def _run(first: date, last: date, seen_on: date, rows: tuple[Evidence, ...]) -> Run:
    """A run that reaches the day seen goes on, whatever comes after it."""
    return Run(first, None, seen_on, rows) if last >= seen_on else Run(first, last, last + _DAY, rows)


def _segments(rows: Sequence[Evidence], since: date, seen_on: date) -> Iterator[tuple[date, date, Evidence]]:
    """Stretches on which one row speaks; where two cover a day, the later one to begin."""
    edges = {since, seen_on + _DAY}
    for row in rows:
        record = status(row)
        edges.add(record.from_)
        edges.add(record.until + _DAY if record.until and record.until < date.max else seen_on + _DAY)
    ordered = sorted(edge for edge in edges if since <= edge <= seen_on + _DAY)
    for first, after in pairwise(ordered):
        row_then = _row_on(rows, first)
        if row_then is not None:
            yield first, after - _DAY, row_then


def _row_on(rows: Sequence[Evidence], day: date) -> Evidence | None:
    covering = [row for row in rows if status(row).from_ <= day <= (status(row).until or date.max)]
    return max(covering, key=lambda row: (status(row).from_, row.number), default=None)


def _from_application(evidence: Sequence[Evidence]) -> Iterator[Fact]:
    rows = [row for row in in_order(evidence) if row.superseded_by is None and isinstance(row.record, Application)]
    row = rows[-1] if rows else None
    record = row.record if row and isinstance(row.record, Application) else None
    how = Message("facts.how_status_application") if record else None
    sources = (row,) if row else ()
    yield make("status.current", record.current_status if record else None, sources, how=how)
    yield make("status.period_years", None)
    yield make("status.until", record.stay_until if record else None, sources, how=how)
    yield make("status.since", None)
    yield make("status.period_months", None)
