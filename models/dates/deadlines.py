"""Days by which something must be done: to sue, to pay.

Periods: the first day is not counted (民法140条), a period in months or years ends by 民法143条, and where it ends
on a day on which offices are closed it ends on the next one (民事訴訟法95条3項; for the premiums and taxes, the
like rule of each act).
"""

from dataclasses import dataclass
from datetime import date, timedelta

from models.dates.calendar import next_working_day
from models.dates.periods import add_months, end_of_month, last_day_of

__all__ = [
    "SuitDays",
    "add_months",
    "employees_premium_due",
    "national_pension_due",
    "national_pension_payable_until",
    "period_ends",
    "resident_tax_ordinary_due",
    "resident_tax_special_due",
    "suit_days",
]
_DAY = timedelta(days=1)
SUIT_MONTHS = 6
SUIT_MONTHS_FROM_DECISION = 12
PAYABLE_YEARS = 2
_ORDINARY_TAX_MONTHS = {1: 6, 2: 8, 3: 10, 4: 13}


@dataclass(frozen=True, slots=True)
class SuitDays:
    """The last days for an action for annulment (行政事件訴訟法14条1項・2項)."""

    from_knowing: date
    from_decision: date


def period_ends(event: date, months: int) -> date:
    """The last day of a period of ``months`` from ``event``, whose own day is not counted, moved past closed days."""
    return next_working_day(last_day_of(event + _DAY, months))


def suit_days(knew_on: date, decided_on: date) -> SuitDays:
    """Six months from knowing of the decision, one year from the decision."""
    return SuitDays(period_ends(knew_on, SUIT_MONTHS), period_ends(decided_on, SUIT_MONTHS_FROM_DECISION))


def national_pension_due(year: int, month: int) -> date:
    """When the premium of a month is due: the last day of the next month, moved past closed days (国民年金法91条)."""
    return next_working_day(end_of_month(add_months(date(year, month, 1), 1)))


def national_pension_payable_until(year: int, month: int) -> date:
    """Until when a month's premium can still be paid: two years after it was due (国民年金法102条4項)."""
    return next_working_day(add_months(national_pension_due(year, month), PAYABLE_YEARS * 12))


def employees_premium_due(year: int, month: int) -> date:
    """When the employer pays a month's premiums: the last day of the next month (厚生年金保険法83条,
    健康保険法164条)."""
    return next_working_day(end_of_month(add_months(date(year, month, 1), 1)))


def resident_tax_ordinary_due(fiscal_year: int, instalment: int) -> date:
    """When an instalment (1 to 4: June, August, October, January) of the resident tax is due, as most towns set it.

    Raises ``KeyError`` for another instalment.
    """
    month = add_months(date(fiscal_year, 1, 1), _ORDINARY_TAX_MONTHS[instalment] - 1)
    return next_working_day(end_of_month(month))


def resident_tax_special_due(year: int, month: int) -> date:
    """When the employer pays the tax withheld from a month's salary: the 10th of the next month (地方税法321条の5)."""
    return next_working_day(add_months(date(year, month, 10), 1))
