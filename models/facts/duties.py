"""How each month or instalment of a duty stands: read from its rows, each month once.

``withheld`` is the employer's payment: its lateness is never the applicant's. ``exempt`` and ``deferred`` are no
failure. Of several rows for a month the newest as-of date speaks; where rows of one date differ, the month is shown
as contradicting and counted nowhere.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from operator import attrgetter

from models.dates.periods import add_months, month_key
from models.evidence.values import Duty, Evidence, Obligation, PaymentStatus
from models.facts.build import in_order
from models.facts.values import Window
from models.frozen import made_often


class Mark(StrEnum):
    """How a month stands."""

    ON_TIME = "on_time"
    LATE = "late"
    UNPAID = "unpaid"
    EXEMPT = "exempt"
    DEFERRED = "deferred"
    WITHHELD = "withheld"
    UNDATED = "undated"
    NOT_DUE = "not_due"
    CONTRADICTING = "contradicting"


@made_often
@dataclass(frozen=True, slots=True)
class DutyMonth:
    """One month or instalment. ``days``: late, or unpaid since it was due; ``employer_days``: the employer's lateness.

    ``month`` counts months since year 0 (``periods.month_key``): of the period, or of the due day of an instalment.
    """

    duty: Duty
    period: str
    month: int
    mark: Mark
    days: int
    employer_days: int
    due_on: date
    paid_on: date | None
    amount: int | None
    rows: tuple[Evidence, ...]


_STATED = {
    PaymentStatus.EXEMPT: Mark.EXEMPT,
    PaymentStatus.DEFERRED: Mark.DEFERRED,
    PaymentStatus.WITHHELD: Mark.WITHHELD,
}


_NUMBER = attrgetter("number")


def months_of(evidence: Iterable[Evidence], duty: Duty, seen_on: date) -> tuple[DutyMonth, ...]:
    """The months of a duty, oldest first, from the rows in force."""
    return months_by_duty(evidence, seen_on, (duty,))[duty]


def months_by_duty(
    evidence: Iterable[Evidence], seen_on: date, duties: Iterable[Duty] = tuple(Duty)
) -> Mapping[Duty, tuple[DutyMonth, ...]]:
    """The months of every duty (empty where it has none), as ``months_of`` gives them: the rows are put in order once."""
    rows: dict[Duty, dict[str, list[Evidence]]] = {duty: {} for duty in duties}
    for row in in_order(evidence):
        record = row.record
        if isinstance(record, Obligation) and row.superseded_by is None and record.duty in rows:
            rows[record.duty].setdefault(record.period, []).append(row)
    return {duty: _in_order(_month(each, seen_on) for each in by_period.values()) for duty, by_period in rows.items()}


def _in_order(months: Iterable[DutyMonth]) -> tuple[DutyMonth, ...]:
    return tuple(sorted(months, key=attrgetter("month", "period")))


def window_of(received_on: date, months: int) -> Window:
    """The ``months`` calendar months before the month of receipt (receipt on 14 September 2026, 24: September 2024
    on)."""
    first_of_month = received_on.replace(day=1)
    return Window(add_months(first_of_month, -months), date.fromordinal(first_of_month.toordinal() - 1))


def inside(months: Iterable[DutyMonth], window: Window) -> tuple[DutyMonth, ...]:
    """The months that lie in the window."""
    first, last = month_key(window.start), month_key(window.end)
    return tuple(each for each in months if first <= each.month <= last)


def _month(rows: Sequence[Evidence], seen_on: date) -> DutyMonth:
    speaking = tuple(rows) if len(rows) == 1 else _newest(rows)
    row = max(speaking, key=_NUMBER)
    record = _record(row)
    mark, days, employer_days = _judge(row, seen_on)
    if len(speaking) > 1 and _contradicting(speaking, seen_on):
        mark, days, employer_days = Mark.CONTRADICTING, 0, 0
    place = _place(record)
    return DutyMonth(
        record.duty,
        record.period,
        place,
        mark,
        days,
        employer_days,
        record.due_on,
        record.paid_on,
        record.amount,
        speaking,
    )


def _newest(rows: Sequence[Evidence]) -> tuple[Evidence, ...]:
    newest = max(row.as_of or date.min for row in rows)
    return tuple(row for row in rows if (row.as_of or date.min) == newest)


def _contradicting(rows: Sequence[Evidence], seen_on: date) -> bool:
    """Whether rows of one date differ; an employer's payments that differ are still an employer's."""
    readings = {_reading(row, seen_on) for row in rows}
    return len(readings) > 1 and {mark for mark, *_ in readings} != {Mark.WITHHELD}


def _reading(row: Evidence, seen_on: date) -> tuple[Mark, date, date | None]:
    record = _record(row)
    return _judge(row, seen_on)[0], record.due_on, record.paid_on


def _judge(row: Evidence, seen_on: date) -> tuple[Mark, int, int]:
    """Mark, days late, and the employer's days late."""
    record = _record(row)
    if record.status is PaymentStatus.PAID:
        return _paid(record)
    if record.status is PaymentStatus.UNPAID:
        return _unpaid(record, row.as_of or seen_on)
    late = (record.paid_on - record.due_on).days if record.paid_on else 0
    return _STATED[record.status], 0, max(0, late) if record.status is PaymentStatus.WITHHELD else 0


def _paid(record: Obligation) -> tuple[Mark, int, int]:
    if record.paid_on is None:
        return Mark.UNDATED, 0, 0
    late = (record.paid_on - record.due_on).days
    return (Mark.LATE, late, 0) if late > 0 else (Mark.ON_TIME, 0, 0)


def _unpaid(record: Obligation, known_on: date) -> tuple[Mark, int, int]:
    """Unpaid on the day the row was true; with a payment day beside it the row contradicts itself."""
    if record.paid_on is not None:
        return Mark.CONTRADICTING, 0, 0
    overdue = (known_on - record.due_on).days
    return (Mark.UNPAID, overdue, 0) if overdue > 0 else (Mark.NOT_DUE, 0, 0)


def _place(record: Obligation) -> int:
    year, dash, month = record.period.partition("-")
    return int(year) * 12 + int(month) - 1 if dash else month_key(record.due_on)


def _record(row: Evidence) -> Obligation:
    if not isinstance(row.record, Obligation):
        raise TypeError(row.id)
    return row.record
