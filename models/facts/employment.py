"""Facts about work: the present employment, how long the person has worked without a gap, and the gaps."""

from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from models.dates.periods import whole_months
from models.errors import Message
from models.evidence.values import Employment, Evidence
from models.facts.build import in_order, make
from models.facts.values import Fact, FactValue, Windows

_DAY = timedelta(days=1)
_KEYS = (
    "employment.current.months",
    "employment.current.since",
    "employment.kind",
    "employment.current.employer",
)


def facts(evidence: Sequence[Evidence], windows: Windows) -> Iterator[Fact]:
    """The facts of employment as of ``windows.seen_on``; ``None`` where no row bears on it."""
    rows = _rows(evidence, windows.seen_on)
    yield from _current(rows, windows.seen_on)
    yield from _continuity(rows, windows.seen_on)
    employers = {_record(row).employer.strip() for row in rows}
    how = Message("facts.how_employers", {"count": len(employers)}) if rows else None
    yield make("employment.employers", len(employers) if rows else None, rows, how=how)


def _rows(evidence: Sequence[Evidence], seen_on: date) -> list[Evidence]:
    found = [row for row in in_order(evidence) if row.superseded_by is None and isinstance(row.record, Employment)]
    begun = [row for row in found if _record(row).from_ <= seen_on]
    return sorted(begun, key=lambda row: (_record(row).from_, row.number))


def _record(row: Evidence) -> Employment:
    if not isinstance(row.record, Employment):
        raise TypeError(row.id)
    return row.record


def _end(row: Evidence) -> date:
    return _record(row).until or date.max


def _current(rows: Sequence[Evidence], seen_on: date) -> Iterator[Fact]:
    """The employment that goes on; of several, the one begun first."""
    row = next((row for row in rows if _end(row) >= seen_on), None)
    if row is None:
        how = Message("facts.how_no_employment", {"seen_on": seen_on}) if rows else None
        for key in _KEYS:
            none = 0 if rows and key == _KEYS[0] else None
            yield make(key, none, rows[-1:], how=how)
        return
    record = _record(row)
    params = {"since": record.from_, "seen_on": seen_on, "employer": record.employer}
    how = Message("facts.how_employment", params)
    values: tuple[FactValue, ...] = (whole_months(record.from_, seen_on), record.from_, record.kind, record.employer)
    for key, value in zip(_KEYS, values, strict=True):
        yield make(key, value, (row,), how=how)


def _continuity(rows: Sequence[Evidence], seen_on: date) -> Iterator[Fact]:
    """Work without a gap of a day, over several employers; and the longest time between two employments."""
    if not rows:
        yield make("employment.working_since", None)
        yield make("employment.longest_gap", None)
        return
    since, end, longest = _record(rows[0]).from_, _end(rows[0]), 0
    for row in rows[1:]:
        first = _record(row).from_
        if end < first - _DAY:
            longest = max(longest, (first - end).days - 1)
            since = first
        end = max(end, _end(row))
    if end < seen_on:
        longest = max(longest, (seen_on - end).days)
    working = since if end >= seen_on else None
    how = Message("facts.how_working_since", {"since": since}) if working else None
    how = how or Message("facts.how_no_employment", {"seen_on": seen_on})
    yield make("employment.working_since", working, rows, how=how)
    yield make("employment.longest_gap", longest, rows, how=Message("facts.how_longest_gap", {"days": longest}))
