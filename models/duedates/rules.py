"""Computes due days: national pension and employees' premiums by law, resident tax by month as withheld from a salary, the rest
by the municipality's table of the fiscal year. Pure.

Sources: 国民年金法91条, 厚生年金保険法83条, 健康保険法164条, 地方税法321条の5.
"""

import tomllib
from collections.abc import Collection, Iterable, Iterator, Sequence
from datetime import date
from functools import cache

from models.dates.calendar import next_working_day
from models.dates.deadlines import employees_premium_due, national_pension_due, resident_tax_special_due
from models.dates.periods import end_of_month
from models.duedates.values import Differs, DueDate, Effect, Year
from models.errors import BadInput
from models.evidence import my_number
from models.evidence.values import Duty, Evidence, Obligation
from resources import root

_BY_LAW = {
    Duty.NATIONAL_PENSION: national_pension_due,
    Duty.EMPLOYEES_PENSION: employees_premium_due,
    Duty.EMPLOYEES_HEALTH_INSURANCE: employees_premium_due,
    Duty.RESIDENT_TAX: resident_tax_special_due,
}
SET_BY_TOWNS = (Duty.NATIONAL_HEALTH_INSURANCE, Duty.RESIDENT_TAX)
_CERTAIN = (Duty.NATIONAL_PENSION,)
"""Where a month's day is the same for everybody: a row that says otherwise is shown as a problem."""
_FIRST_MONTH = 4
LATEST_YEAR, EARLIEST_YEAR = 2100, 1950
"""A fiscal year outside of these was mistyped."""


def by_law(duty: Duty, period: str) -> date | None:
    """The due day of a month (``YYYY-MM``) where the law sets it; ``None`` where it does not."""
    year, dash, month = period.partition("-")
    rule = _BY_LAW.get(duty)
    return rule(int(year), int(month)) if rule is not None and dash else None


def of_table(duty: Duty, period: str, table: Iterable[DueDate]) -> date | None:
    """The due day as a municipality's table has it; ``None`` where it does not say. A month is the instalment due in it."""
    rows = [each for each in table if each.duty is duty]
    year, slash, number = period.partition("/")
    if slash:
        wanted = (int(year), int(number))
        return next((each.due_on for each in rows if (each.fiscal_year, each.instalment) == wanted), None)
    within = [each.due_on for each in rows if f"{each.due_on:%Y-%m}" == period]
    return within[0] if len(within) == 1 else None


def computed(duty: Duty, period: str, table: Iterable[DueDate]) -> date | None:
    """The due day by law, else by the table; ``None`` where neither says."""
    return by_law(duty, period) or (of_table(duty, period, table) if duty in SET_BY_TOWNS else None)


def differing(evidence: Iterable[Evidence], table: Iterable[DueDate]) -> Iterator[Differs]:
    """The rows in force whose due day is another one than computed, as far as that is certain."""
    table = tuple(table)
    for piece in evidence:
        row = piece.record
        if not isinstance(row, Obligation) or piece.superseded_by is not None:
            continue
        day = by_law(row.duty, row.period) if row.duty in _CERTAIN else None
        day = day or (of_table(row.duty, row.period, table) if "/" in row.period else None)
        if day is not None and day != row.due_on:
            yield Differs(piece.id, row.duty, row.period, row.due_on, day)


def of_town(municipality: str, kept: Iterable[DueDate]) -> tuple[DueDate, ...]:
    """The table of one municipality: the office's own rows, and the shipped ones of fiscal years that it does not have."""
    own = [each for each in kept if each.municipality == municipality]
    years = {(each.duty, each.fiscal_year) for each in own}
    more = (each for each in shipped() if each.municipality == municipality)
    return (*own, *(each for each in more if (each.duty, each.fiscal_year) not in years))


def years(rows: Iterable[DueDate], own: Collection[tuple[str, str, int]] = ()) -> tuple[Year, ...]:
    """Rows gathered by town, duty and fiscal year; ``own`` are the years that the office keeps itself."""
    found: dict[tuple[str, str, int], list[DueDate]] = {}
    for each in rows:
        found.setdefault(each.key[:3], []).append(each)
    return tuple(_year(each, key in own) for key, each in sorted(found.items()))


def _year(rows: Sequence[DueDate], own: bool) -> Year:
    first = rows[0]
    days = tuple(sorted((each.instalment, each.due_on) for each in rows))
    sources = "; ".join(dict.fromkeys(each.source for each in rows))
    as_of = max((each.as_of for each in rows if each.as_of), default=None)
    verify = any(each.verify for each in rows)
    return Year(first.municipality, first.duty, first.fiscal_year, days, sources, as_of, verify, own)


def effects(case: str, evidence: Iterable[Evidence], year: Year, before: Iterable[DueDate]) -> Iterator[Effect]:
    """The rows of a case that ``year`` would touch: those whose own day is another one than it says, or than was said."""
    before = tuple(before)
    for piece in evidence:
        row = piece.record
        if not isinstance(row, Obligation) or piece.superseded_by is not None or row.duty is not year.duty:
            continue
        asked, slash, _ = row.period.partition("/")
        if not slash or int(asked) != year.fiscal_year:
            continue
        was, then = of_table(row.duty, row.period, before), of_table(row.duty, row.period, year.rows)
        if was != then and {was, then} - {None, row.due_on}:
            yield Effect(case, piece.id, row.period, row.due_on, was, then, row.paid_on)


@cache
def shipped() -> tuple[DueDate, ...]:
    """The table that comes with the program."""
    read = tomllib.loads((root() / "tables" / "due_dates.toml").read_text(encoding="utf-8"))
    return tuple(row for pattern in read["pattern"] for year in pattern["fiscal_years"] for row in _rows(pattern, year))


def _rows(pattern: dict[str, object], year: int) -> Iterator[DueDate]:
    days = pattern["days"]
    assert isinstance(days, list)
    for number, said in enumerate(days, 1):
        month, _, day = str(said).partition("-")
        first = date(year + (int(month) < _FIRST_MONTH), int(month), 1)
        due = end_of_month(first) if day == "end" else first.replace(day=int(day))
        as_of = pattern["as_of"]
        assert isinstance(as_of, date)
        yield DueDate(
            str(pattern["municipality"]), Duty(str(pattern["duty"])), year, number, next_working_day(due),
            str(pattern["source"]), as_of, bool(pattern["verify"]),
        )  # fmt: skip


def check_year(year: Year) -> None:
    """Raises ``BadInput`` for a year that cannot be: without a day, or with days that do not follow one another."""
    if not year.days:
        raise BadInput("duedates.no_days")
    for row in year.rows:
        check(row)
    days = [day for _, day in year.days]
    if days != sorted(set(days)):
        raise BadInput("duedates.out_of_order")


def check(row: DueDate) -> None:
    """Raises ``BadInput`` for a row that cannot be: a duty that towns do not set, a day outside of its fiscal year."""
    if row.duty not in SET_BY_TOWNS:
        raise BadInput("duedates.not_set_by_towns", duty=row.duty.value)
    if not row.municipality.strip() or not row.source.strip():
        raise BadInput("duedates.incomplete")
    if my_number.find(row.municipality) or my_number.find(row.source):
        raise BadInput("duedates.my_number")
    if row.instalment < 1 or not _within(row.fiscal_year, row.due_on):
        raise BadInput("duedates.outside", fiscal_year=str(row.fiscal_year), day=row.due_on)


def _within(fiscal_year: int, day: date) -> bool:
    if not EARLIEST_YEAR <= fiscal_year <= LATEST_YEAR:
        return False
    # A last instalment may be moved past closed days at the end of the fiscal year, or fall into the next spring.
    return date(fiscal_year, _FIRST_MONTH, 1) <= day <= date(fiscal_year + 1, 5, 31)
