"""Whether a fact has changed since a finding rested on it. That days go by is no change; that a row says otherwise
is."""

from datetime import date

from models.dates.periods import whole_months, whole_years
from models.facts.shown import canonical
from models.facts.values import FactValue

_MONTHS_GROW = frozenset({"residence.months", "employment.current.months", "marriage.months"})
_YEARS_GROW = frozenset(
    {
        "person.age", "residence.years", "residence.work_or_residence_years", "residence.same_status_years",
        "marriage.years", "recognition.years",
    }
)  # fmt: skip
_DAYS_SHRINK = frozenset({"residence.missing_days"})
_DAYS_GROW = ("residence.longest_absence", "residence.absences", "employment.longest_gap", "obligations.")
_SLACK = 1
"""The day of a finding is known in UTC, that of the facts in Japan; and a month may turn between them."""


def changed(key: str, before: str, after: FactValue, recorded_on: date, seen_on: date) -> bool:
    """Whether ``after`` (now) differs from ``before`` (canonical, as cited) by more than the time gone by."""
    now = canonical(after)
    if now == before:
        return False
    if not isinstance(after, int) or not before.lstrip("-").isdecimal():
        return True
    if key in _YEARS_GROW:
        return not 0 <= after - int(before) <= whole_years(recorded_on, seen_on) + _SLACK
    grown = _growth(key, recorded_on, seen_on)
    if not grown:
        return True
    expected = int(before) + grown
    if key in _DAYS_SHRINK:
        expected = max(0, expected)
    return abs(after - expected) > _SLACK


def _growth(key: str, recorded_on: date, seen_on: date) -> int:
    """How much the value grows by the time between the two days alone."""
    days = max(1, (seen_on - recorded_on).days)
    if key in _MONTHS_GROW:
        return max(1, whole_months(recorded_on, seen_on))
    if key in _DAYS_SHRINK:
        return -days
    counts = key.endswith(("months_late", "unpaid", "on_time", "problems", "months"))
    return days if key.startswith(_DAYS_GROW) and not counts else 0
