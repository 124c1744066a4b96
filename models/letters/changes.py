"""What would change the result: for an unmet reason, the facts needed and the earliest day on which they can hold.

A reason code's ``change_rule`` is one of ``RULES``. Nothing is computed where the facts do not allow it: "no date can be
computed" is an answer. The days are what the records show if all goes on as now; they are no promise.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from models.casefile.values import CaseFile
from models.dates.deadlines import employees_premium_due, national_pension_due
from models.dates.periods import add_months
from models.evidence.values import Duty
from models.facts.values import Fact
from models.findings.values import Reason
from models.frameworks.values import Criterion, EvidenceAsk, ReasonCode
from models.letters.months import bad_months, duty_of, month_start

_DAY = timedelta(days=1)
_DUE: Mapping[Duty, Callable[[int, int], date]] = {
    Duty.NATIONAL_PENSION: national_pension_due,
    Duty.EMPLOYEES_PENSION: employees_premium_due,
    Duty.EMPLOYEES_HEALTH_INSURANCE: employees_premium_due,
}
_YEARS = {
    "residence_years": ("residence.required_on", "residence.since", "residence.months"),
    "work_years": (
        "residence.work_or_residence_on",
        "residence.work_or_residence_since",
        "residence.work_or_residence_years",
    ),
    "marriage_years": ("marriage.required_on", "marriage.since", "marriage.months"),
    "status_years": ("residence.same_status_on", "residence.same_status_since", "residence.same_status_years"),
    "recognition_years": ("recognition.required_on", "recognition.since", "recognition.years"),
    "coming_of_age": ("person.adult_on", "person.adult_on", "person.age"),
}
"""For each rule the facts of the day on which it is reached, of the day it counts from, and of the length so far."""
MONTHS = "months_on_time"
RULES = (*_YEARS, MONTHS)


@dataclass(frozen=True, slots=True)
class Change:
    """What is needed. ``values`` are the canonical values of the wording's slots (dates, months as ``YYYY-MM``, counts)."""

    rule: str
    earliest: date | None
    values: Mapping[str, date | str | int]
    facts: tuple[str, ...] = ()


NO_DATE = Change("none", None, {})


def of_reason(file: CaseFile, reason: Reason, code: ReasonCode | None) -> Change:
    """The change that a reason asks for."""
    rule = (code.change_rule or "") if code else ""
    if rule in _YEARS:
        return _years(file, rule)
    if rule == MONTHS:
        return _months(file, tuple(each for each in file.facts if each.id in reason.facts))
    return NO_DATE


def companions(file: CaseFile, code: ReasonCode | None) -> tuple[Fact, ...]:
    """The facts without which a reason about years cannot be followed, cited or not: since when, how long, reached when."""
    rule = (code.change_rule or "") if code else ""
    found = (_fact(file, key) for key in _YEARS.get(rule, ()))
    return tuple(each for each in found if each is not None and each.value is not None)


def latest(changes: Iterable[Change]) -> date | None:
    """The earliest day on which all can hold: the latest of those that have one."""
    return max((each.earliest for each in changes if each.earliest is not None), default=None)


def to_bring(criteria: Iterable[Criterion]) -> tuple[EvidenceAsk, ...]:
    """The documents asked for that an applicant brings: not what is linked, nor their own explanation."""
    asks = [ask for criterion in criteria for ask in criterion.evidence]
    return tuple(each for each in asks if not each.key.startswith("linked") and each.kinds != ("statements",))


def _years(file: CaseFile, rule: str) -> Change:
    on, since, _ = (_fact(file, key) for key in _YEARS[rule])
    if on is None or not isinstance(on.value, date):
        return NO_DATE
    if on.value <= file.seen_on:  # reached already: a day gone by is no day to wait for
        return NO_DATE
    started = since.value if since is not None and isinstance(since.value, date) else None
    values: dict[str, date | str | int] = {"day": on.value}
    if started is not None:
        values["since"] = started
    return Change(rule, on.value, values, tuple(each.id for each in (on, since) if each is not None))


def _months(file: CaseFile, cited: tuple[Fact, ...]) -> Change:
    """As many months in a row, on time, as the documents show, counted from the month after the last bad one."""
    bad = bad_months(file, cited)
    found = [(month_start(str(each.detail["period"])), duty_of(each)) for each in bad]
    dated = [(start, duty) for start, duty in found if start is not None and duty in _DUE]
    length = _window_months(file, cited)
    if not dated or len(dated) != len(found) or length is None:
        return NO_DATE
    last, duty = max(dated, key=lambda each: each[0])
    first, until = add_months(last, 1), add_months(last, length)
    assert duty is not None
    due = _DUE[duty](until.year, until.month)
    values: dict[str, date | str | int] = {
        "months": length,
        "from": f"{first:%Y-%m}",
        "until": f"{until:%Y-%m}",
        "due": due,
    }
    return Change(MONTHS, due + _DAY, values, tuple(each.id for each in bad))


def _window_months(file: CaseFile, cited: tuple[Fact, ...]) -> int | None:
    """How many months the documents show for the duties of the cited facts: the length of their window."""
    duties = {duty_of(each) for each in cited}
    windows = [each.window for each in file.facts if each.window and duty_of(each) in duties]
    lengths = [(each.end.year - each.start.year) * 12 + each.end.month - each.start.month + 1 for each in windows]
    return max(lengths, default=None)


def _fact(file: CaseFile, key: str) -> Fact | None:
    return next((each for each in file.facts if each.key == key), None)
