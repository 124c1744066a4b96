"""The drawn month strip: one cell a calendar month, with the rows behind it. Screen and letter draw the same cells."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from models.dates.periods import month_key
from models.evidence.values import Duty, Evidence
from models.facts.catalogue import id_of
from models.facts.duties import DutyMonth, Mark, months_of
from models.facts.values import Window

NONE = "none"
"""The state of a month that no row bears on."""
_WEIGHT = (
    Mark.UNPAID,
    Mark.LATE,
    Mark.CONTRADICTING,
    Mark.UNDATED,
    Mark.ON_TIME,
    Mark.WITHHELD,
    Mark.DEFERRED,
    Mark.EXEMPT,
    Mark.NOT_DUE,
)


@dataclass(frozen=True, slots=True)
class MonthCell:
    """One month of the strip.

    ``state``: on_time, late, unpaid, exempt, deferred, withheld, undated, not_due, contradicting or none. ``days``:
    late, or unpaid since it was due; ``employer_days``: the employer's lateness on a withheld month (never the
    applicant's). ``fact`` is the id of the fact that the cell opens to, ``evidence`` the rows behind it. Where two
    instalments fall due in one month, the cell shows the one that needs a look, and ``evidence`` names both.
    """

    year: int
    month: int
    state: str
    days: int = 0
    employer_days: int = 0
    period: str = ""
    due_on: date | None = None
    paid_on: date | None = None
    amount: int | None = None
    evidence: tuple[str, ...] = ()
    fact: str | None = None


def strip(evidence: Iterable[Evidence], duty: Duty, window: Window, seen_on: date) -> tuple[MonthCell, ...]:
    """The cells of a duty from the window's first month to its last, none left out."""
    by_month: dict[int, list[DutyMonth]] = {}
    for month in months_of(evidence, duty, seen_on):
        by_month.setdefault(month.month, []).append(month)
    keys = range(month_key(window.start), month_key(window.end) + 1)
    return tuple(_cell(key, by_month.get(key, ())) for key in keys)


def _cell(key: int, months: Sequence[DutyMonth]) -> MonthCell:
    year, month = key // 12, key % 12 + 1
    if not months:
        return MonthCell(year, month, NONE)
    shown = min(months, key=lambda each: (_WEIGHT.index(each.mark), -each.days, each.period))
    return MonthCell(
        year,
        month,
        str(shown.mark),
        shown.days,
        shown.employer_days,
        shown.period,
        shown.due_on,
        shown.paid_on,
        shown.amount,
        tuple(row.id for each in months for row in each.rows),
        fact_id(shown),
    )


def fact_id(month: DutyMonth) -> str | None:
    """The fact that a month opens to: its own when it is an exception, otherwise the count it belongs to."""
    which = {
        Mark.LATE: "months_late",
        Mark.UNPAID: "unpaid",
        Mark.UNDATED: "months_undated",
        Mark.CONTRADICTING: "problems",
    }.get(month.mark)
    if which:
        return id_of(f"obligations.{month.duty}.{which}", month.period)
    return None if month.mark is Mark.NOT_DUE else id_of(f"obligations.{month.duty}.{month.mark}")
