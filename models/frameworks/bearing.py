"""Which parameters of a framework a criterion rests on: those that its facts are measured by, and those that it words. Pure."""

from collections.abc import Collection, Mapping

from models.evidence.values import Duty
from models.facts.catalogue import matches
from models.frameworks.values import Criterion, Framework, Parameter
from models.frameworks.windows import WINDOW
from models.frameworks.wording import slots_of

_MEASURED: Mapping[str, tuple[str, ...]] = {
    "required_years": ("residence.years", "residence.months", "residence.required_on", "residence.missing_days"),
    "work_years": ("residence.work_or_residence_years", "residence.work_or_residence_on"),
    "marriage_years": ("marriage.years", "marriage.months", "marriage.required_on"),
    "longest_period_years": ("status.period_years", "status.period_months"),
    "period_treated_as_longest_years": ("status.period_years", "status.period_months"),
    "points_needed": ("points.total", "points.three_years_before", "points.one_year_before"),
    "status_years": ("residence.same_status_years", "residence.same_status_on"),
    "recognition_years": ("recognition.years", "recognition.required_on"),
} | {WINDOW + duty: (f"obligations.{duty}.*",) for duty in Duty}
"""For each parameter the facts that are read against it (or, for a window, counted in it)."""


def measured_by(parameter: str) -> tuple[str, ...]:
    """The facts that a parameter measures, as keys and patterns; empty when it measures none."""
    return _MEASURED.get(parameter, ())


def parameters_of(criterion: Criterion, framework: Framework) -> tuple[Parameter, ...]:
    """The parameters that a criterion rests on, in the order of the file."""
    worded = _worded(criterion)
    return tuple(
        each for each in framework.parameters if each.key in worded or touches(criterion.facts, measured_by(each.key))
    )


def touches(patterns: Collection[str], keys: Collection[str]) -> bool:
    """Whether any of the keys (or patterns) falls under any of the patterns of a criterion, or the other way round."""
    return any(_meet(pattern, key) for pattern in patterns for key in keys)


def _meet(first: str, second: str) -> bool:
    return matches(first.rstrip("*"), second) or matches(second.rstrip("*"), first)


def _worded(criterion: Criterion) -> frozenset[str]:
    letter = criterion.letter
    words = [letter.standard, letter.met, letter.facts_intro, letter.not_applicable]
    words += [each for reason in criterion.reasons for each in (reason.conclusion, reason.change)]
    slots = {slot for each in words for slot in slots_of(each["ja"])}
    return frozenset(slot.removeprefix("parameter:") for slot in slots if slot.startswith("parameter:"))
