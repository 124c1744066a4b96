"""What an invented life paid, month by month: premiums while employed and between two employments, and taxes."""

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random

from desktop.operations.invented.people import data
from desktop.operations.invented.story import Story, Trouble
from models.dates.deadlines import (
    employees_premium_due,
    national_pension_due,
    resident_tax_ordinary_due,
    resident_tax_special_due,
)
from models.dates.periods import add_months
from models.evidence.values import Duty, EvidenceKind, NewEvidence, Obligation, PaymentStatus

PENSION_YEN = {2021: 16_610, 2022: 16_590, 2023: 16_520, 2024: 16_980, 2025: 17_510, 2026: 17_920}
"""The monthly premium of the National Pension by fiscal year (日本年金機構の公表額); later years keep the last."""

_WINDOW_MONTHS = 25
_TAX_MONTHS = {"spouse": 37}
_S = PaymentStatus


def pay(draw: Random, case: str, story: Story) -> Iterator[NewEvidence]:
    """Every row about public duties."""
    rate = draw.randint(14_000, 38_000)
    for back in range(_WINDOW_MONTHS, 1, -1):
        month = add_months(story.received_on.replace(day=1), -back)
        if month < story.works_from.replace(day=1):
            continue
        between = story.gap is not None and story.gap.holds(month)
        if story.self_employed or between:
            yield from _own(draw, case, story, month, rate, between)
        else:
            yield from _withheld(case, story, month, rate)
    yield from _taxes(draw, case, story)


def _row(case: str, story: Story, record: Obligation, source: str, as_of: date | None = None) -> NewEvidence:
    said = data("life")[source]
    return NewEvidence(
        case, EvidenceKind.OBLIGATION, (record.duty.value, record.period), record, said, as_of or story.received_on
    )


def _withheld(case: str, story: Story, month: date, rate: int) -> Iterator[NewEvidence]:
    """The employer deducts and pays: never the applicant's lateness."""
    due, period = employees_premium_due(month.year, month.month), f"{month:%Y-%m}"
    for duty, amount, source in (
        (Duty.EMPLOYEES_PENSION, rate, "pension_source"),
        (Duty.EMPLOYEES_HEALTH_INSURANCE, rate // 2, "insurer_source"),
    ):
        yield _row(case, story, Obligation(duty, period, due, None, amount, _S.WITHHELD), source)


def _own(draw: Random, case: str, story: Story, month: date, rate: int, between: bool) -> Iterator[NewEvidence]:
    due, period = national_pension_due(month.year, month.month), f"{month:%Y-%m}"
    status, paid_on = _standing(draw, story, due) if between else (_S.PAID, due - timedelta(days=draw.randint(0, 24)))
    fiscal = month.year if month.month >= 4 else month.year - 1
    amount = PENSION_YEN.get(fiscal, PENSION_YEN[max(PENSION_YEN)])
    pension = Obligation(Duty.NATIONAL_PENSION, period, due, paid_on, amount, status)
    if status is _S.PAID and paid_on and (paid_on - due).days > 90 and draw.random() < 0.25:
        # The first record still showed the month as unpaid; a newer one shows the payment and takes its place.
        early = Obligation(Duty.NATIONAL_PENSION, period, due, None, amount, _S.UNPAID)
        yield _row(case, story, early, "pension_source", due + timedelta(days=30))
    yield _row(case, story, pension, "pension_source")
    late = status is _S.PAID and paid_on is not None and paid_on > due and draw.random() < 0.3
    health_paid = due + timedelta(days=draw.randint(3, 40)) if late else due - timedelta(days=draw.randint(0, 20))
    health = Obligation(Duty.NATIONAL_HEALTH_INSURANCE, period, due, health_paid, rate // 2, _S.PAID)
    yield _row(case, story, health, "health_source")


def _standing(draw: Random, story: Story, due: date) -> tuple[PaymentStatus, date | None]:
    """How a month between two employments stands."""
    if story.has(Trouble.PENSION_EXEMPT):
        return _S.EXEMPT, None
    if story.has(Trouble.PENSION_UNPAID):
        return _S.UNPAID, None
    if story.has(Trouble.PENSION_LATE):
        return _S.PAID, min(due + timedelta(days=draw.randint(6, 190)), story.received_on - timedelta(days=9))
    return _S.PAID, due - timedelta(days=draw.randint(0, 20))


def _taxes(draw: Random, case: str, story: Story) -> Iterator[NewEvidence]:
    rate = draw.randint(6_000, 21_000)
    for back in range(_TAX_MONTHS.get(story.route, 61), 1, -1):
        month = add_months(story.received_on.replace(day=1), -back)
        if month < story.works_from:
            continue
        if story.self_employed or (story.gap and story.gap.holds(month)):
            yield from _instalment(draw, case, story, month, rate)
        else:
            due = resident_tax_special_due(month.year, month.month)
            tax = Obligation(Duty.RESIDENT_TAX, f"{month:%Y-%m}", due, None, rate, _S.WITHHELD)
            yield _row(case, story, tax, "tax_source")


def _instalment(draw: Random, case: str, story: Story, month: date, rate: int) -> Iterator[NewEvidence]:
    """Ordinary collection: four times a year."""
    number = {6: 1, 8: 2, 10: 3, 1: 4}.get(month.month)
    if number is None:
        return
    fiscal = month.year if month.month >= 4 else month.year - 1
    due = resident_tax_ordinary_due(fiscal, number)
    late = story.has(Trouble.TAX_LATE) and draw.random() < 0.6
    paid_on = due + timedelta(days=draw.randint(4, 60)) if late else due - timedelta(days=draw.randint(0, 25))
    paid_on = min(paid_on, story.received_on)
    tax = Obligation(Duty.RESIDENT_TAX, f"{fiscal}/{number}", due, paid_on, rate * 3, _S.PAID)
    yield _row(case, story, tax, "tax_source")
