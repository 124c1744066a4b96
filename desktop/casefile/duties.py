"""Duties from a case file: the cells of each, the window that applies, and where each month is cited. No Qt."""

from collections.abc import Iterable
from datetime import date

from desktop.casefile.months import Cell, CellState, DutyRow, MonthKey, month_of, shift, span
from models.casefile.values import CaseFile
from models.dates.periods import add_months
from models.evidence.values import Duty, Employment, Obligation, Record, StatusPeriod, Stay
from models.facts.months import MonthCell, strip
from models.facts.values import Window
from models.frameworks.values import Criterion

ORDER = tuple(Duty)
WHOLE = 0
"""Instead of a number of years: everything on record."""


def rows(file: CaseFile, years: int = 10, duties: Iterable[Duty] = ORDER) -> tuple[DutyRow, ...]:
    """A row for each duty that has any record, over the years up to the day the case is seen; ``WHOLE``: all that is recorded."""
    first = begun(file) if years == WHOLE else add_months(file.seen_on.replace(day=1), -12 * years + 1)
    whole = Window(first, file.seen_on)
    return tuple(_row(file, duty, whole) for duty in duties if _has_rows(file, duty))


def of_criterion(file: CaseFile, criterion: Criterion) -> tuple[DutyRow, ...]:
    """The duties whose facts bear on a criterion: what its month strip shows."""
    named = {pattern.split(".")[1] for pattern in criterion.facts if pattern.startswith("obligations.")}
    wanted = [duty for duty in ORDER if "*" in named or any(duty.value == n.rstrip("*") for n in named)]
    return rows(file, 10, wanted)


def _has_rows(file: CaseFile, duty: Duty) -> bool:
    return any(isinstance(e.record, Obligation) and e.record.duty is duty for e in file.evidence)


def _row(file: CaseFile, duty: Duty, whole: Window) -> DutyRow:
    cells = [
        _cell(file, duty, month) for month in strip(file.evidence, duty, whole, file.seen_on) if month.state != "none"
    ]
    return DutyRow(duty.value, {cell.key: cell for cell in cells}, window_of(file, duty))


def window_of(file: CaseFile, duty: Duty) -> Window | None:
    """The stretch that the framework looks at, as the duty's facts state it."""
    key = f"obligations.{duty.value}."
    return next((fact.window for fact in file.facts if fact.key.startswith(key) and fact.window), None)


def strip_months(shown: tuple[DutyRow, ...], file: CaseFile) -> tuple[MonthKey, ...]:
    """The window's months, or the twenty-four before receipt; never more than the pane can draw."""
    windows = [row.window for row in shown if row.window]
    last = month_of(file.case.received_on)
    if windows:
        first, last = month_of(min(w.start for w in windows)), month_of(max(w.end for w in windows))
        return span(first, last)[-24:]
    return span(shift(last, -24), shift(last, -1))


def begun(file: CaseFile) -> date:
    """The first day that any row in force speaks of, or the day the case is seen."""
    days = (_first_day(each.record) for each in file.evidence if each.superseded_by is None)
    return min((day for day in days if day is not None and day <= file.seen_on), default=file.seen_on).replace(day=1)


def _first_day(record: Record) -> date | None:
    if isinstance(record, Obligation):
        year, dash, month = record.period.partition("-")
        return date(int(year), int(month), 1) if dash else record.due_on
    if isinstance(record, StatusPeriod | Employment):
        return record.from_
    return record.entered_on if isinstance(record, Stay) else None


def first_zoom(file: CaseFile) -> int:
    """How many years to show first: two where the whole record is shorter, else five."""
    return 2 if begun(file) > add_months(file.seen_on.replace(day=1), -24) else 5


def zoom_months(file: CaseFile, years: int) -> tuple[MonthKey, ...]:
    """``years`` years up to the month in which the case is seen; ``WHOLE``: from the first row on."""
    last = month_of(file.seen_on)
    if years == WHOLE:
        return span(month_of(begun(file)), last)
    return span(shift(last, -12 * years + 1), last)


def _cell(file: CaseFile, duty: Duty, month: MonthCell) -> Cell:
    piece = file.piece(month.evidence[0]) if month.evidence else None
    return Cell(
        duty=duty.value,
        year=month.year,
        month=month.month,
        state=CellState(month.state),
        period=month.period,
        days=month.days,
        due_on=month.due_on,
        paid_on=month.paid_on,
        amount=month.amount,
        fact=month.fact,
        evidence=month.evidence,
        source=piece.source if piece else "",
        as_of=piece.as_of if piece else None,
        receipt=piece.receipt if piece else None,
        employer_days=month.employer_days,
    )
